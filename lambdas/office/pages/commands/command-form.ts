import type { CalendarDate } from '../../../../domain/calendar-date.ts';
import type { PersonCommand } from '../../../../domain/commands.ts';
import type { MotionText } from '../../../../domain/documents.ts';
import type { Motion } from '../../../../domain/motion.ts';
import type { Actor } from '../../../../domain/roles.ts';
import type { ClauseField, Field, Filled } from '../../../../web/forms/field.ts';
import type { PagesDesk } from '../desk.ts';

/** What a form can build on. */
export interface FormFacts {
  readonly desk: PagesDesk;
  readonly motion: Motion;
  readonly text: MotionText | undefined;
  readonly actor: Actor;
  readonly today: CalendarDate;
}

/** A command as a page asks for it: on a case, a meeting or minutes. */
export interface RecordForm<Type, Facts> {
  readonly type: Type;
  /** What the button says, as the person would: "Registrera". */
  readonly label: string;
  /** Said when it is done. */
  readonly done: string;
  /** What it means, in a sentence or two. */
  readonly lead?: string;
  readonly fields?: (facts: Facts) => readonly Field[] | Promise<readonly Field[]>;
  /** What is filled in from the start. */
  readonly initial?: (facts: Facts) => Filled | Promise<Filled>;
  /** Asked once also where no letter goes out: it cannot be undone by the person alone. */
  readonly isRisky?: boolean;
  /** Makes the command of what was read, where it is not the same thing. */
  readonly commandOf?: (read: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** One for each thing that people may ask of a case. */
export interface CommandForm extends RecordForm<PersonCommand['type'], FormFacts> {
  /** A page of its own instead of the common one. */
  readonly page?: (caseId: string) => string;
  /** Where one is afterwards, if not at the case. */
  readonly afterwards?: (caseId: string) => string;
  /** What it means as things stand, where that is more than `lead` can say. */
  readonly leadNow?: (facts: FormFacts) => Promise<string>;
}

/** The clauses of a motion as fields name them: each by its number and words, or the whole when none is known. */
export const clauseFieldsOf = (facts: Pick<FormFacts, 'motion' | 'text'>): ClauseField[] => {
  const withdrawn = 'withdrawnClauses' in facts.motion ? (facts.motion.withdrawnClauses ?? []) : [];
  const { clauseCount } = facts.motion;
  if (clauseCount === 0) return [{ ref: 'whole' }];
  return Array.from({ length: clauseCount }, (_, index) => index + 1)
    .filter((ref) => !withdrawn.includes(ref))
    .map((ref) => ({ ref, text: facts.text?.clauses[ref - 1] }));
};
