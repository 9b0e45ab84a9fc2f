import type { FactsOf } from '../../documents/letters/facts.ts';
import { type BroughtText, reasonIn } from '../../domain/brought-text.ts';
import type { DeliberationTexts } from '../../domain/deliberation.ts';
import type { DocumentRef, MotionText } from '../../domain/documents.ts';
import type { MotionEvent } from '../../domain/events.ts';
import type { LetterTemplate } from '../../domain/letters.ts';
import type { Motion } from '../../domain/motion.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { namesTakenOut } from '../../domain/protected-names.ts';
import { maskedText, withheldText } from '../../domain/secrecy.ts';

/** What a letter is built from: the event that owes it, and the record before and after that event. */
export interface LetterOccasion {
  readonly event: MotionEvent;
  readonly occurredOn: string;
  readonly before: Motion | undefined;
  readonly after: Motion;
  readonly text: MotionText;
  /** What was written with the event: the reason of a return or referral back, or what a late report says. */
  readonly remark?: string | undefined;
  /** The points of the decision or proposal as the minutes word them, where they are noted. */
  readonly points?: DeliberationTexts['points'] | undefined;
  /** The question of a consultation: for whom it is put to, never for a signatory (domain.md §11.4). */
  readonly question?: string | undefined;
  /** Names that no letter says, wherever somebody has typed them (domain.md §9). */
  readonly protectedNames: readonly string[];
  readonly organisation: Organisation;
  /** In which format the extract goes with the letter. */
  readonly attached?: 'pdf' | 'docx' | undefined;
}

/** The facts a template needs are not in the record: the letter was owed by mistake. */
export class FactsMissing extends Error {
  override readonly name = 'FactsMissing';
}

export const need = <T>(fact: T | undefined, what: string): T => {
  if (fact !== undefined) return fact;
  throw new FactsMissing(what);
};

/**
 * The event, when it is of a type the template speaks of.
 * @throws FactsMissing when it is of another
 */
export const eventOf = <T extends MotionEvent['type']>(
  { event }: LetterOccasion,
  ...types: readonly T[]
): Extract<MotionEvent, { type: T }> => {
  const isOneOf = (given: MotionEvent): given is Extract<MotionEvent, { type: T }> =>
    types.some((each) => each === given.type);
  return need(isOneOf(event) ? event : undefined, types.join(' or '));
};

/** The facts of one template, but for those that every letter has. */
type Particulars<T extends LetterTemplate> = Omit<
  FactsOf<T>,
  'template' | 'organisation' | 'bodies' | 'title' | 'publicPage'
>;

/** Takes the facts of each of some templates from the occasion. */
export type FactFinders<T extends LetterTemplate> = {
  readonly [K in T]: (occasion: LetterOccasion) => Particulars<K>;
};

export const numberOf = (record: Motion): string | undefined =>
  'registrationNumber' in record ? record.registrationNumber : undefined;

/** The number, for the letters of a motion that has one. */
export const numbered = ({ after }: LetterOccasion) => ({
  registrationNumber: need(numberOf(after), 'registrationNumber'),
});

/** Where in the minutes something stands. */
export const placeOf = ({ meetingDate, paragraph }: { meetingDate: string; paragraph: string }) => ({
  meetingDate,
  paragraph,
});

/** The texts that a letter about the event may quote, to be looked up. */
export const quotableOf = (
  event: MotionEvent,
  after: Motion,
): { readonly remark: DocumentRef | undefined; readonly dealtWith: DocumentRef | undefined } => {
  const stated = event.type === 'BoardProposed' ? event : 'decision' in after ? after.decision : undefined;
  return {
    remark: 'reason' in event ? event.reason : event.type === 'ReportedLate' ? event.soFar : undefined,
    dealtWith: stated?.texts,
  };
};

/** What {@link LetterOccasion.remark} is, of the text that was looked up. */
export const remarkIn = (text: BroughtText | undefined): string | undefined =>
  text?.kind === 'report' ? text.content : reasonIn(text);

/** What a letter says of a case that is marked: that something was written, never what (OSL 5:5; domain.md §9). */
export const withheldTexts = ({
  text,
  remark,
  question,
}: Pick<LetterOccasion, 'text' | 'remark' | 'points' | 'question'>) => ({
  text: maskedText(text),
  remark: remark && withheldText,
  question: question && withheldText,
});

/** Most that a letter says in one line, and of a remark; what stands in place of a name may be longer than the name. */
const longest = { line: 500, remark: 10_000 };
const cut = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

/** The occasion without those names in what has been written (OSL 21:3, 22:1–2). */
export const withoutProtected = (occasion: LetterOccasion): LetterOccasion => {
  const { text, remark, points, question, protectedNames } = occasion;
  if (protectedNames.length === 0) return occasion;
  const write = namesTakenOut(protectedNames);
  const say = (words: string | undefined) => words && cut(write(words), longest.remark);
  return {
    ...occasion,
    text: { ...text, title: cut(write(text.title), longest.line), clauses: text.clauses.map(write) },
    remark: say(remark),
    question: say(question),
    points: points?.map((each) => ({ ...each, text: cut(write(each.text), longest.remark) })),
  };
};

/** What {@link LetterOccasion.points} are; claims, reservations and who made them are not told (domain.md §9). */
export const pointsIn = (text: BroughtText | undefined): LetterOccasion['points'] =>
  text?.kind === 'deliberation' ? text.content.points : undefined;
