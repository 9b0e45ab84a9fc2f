import { randomUUID } from 'node:crypto';
import { answerText } from '../../../../domain/documents.ts';
import type { ClauseProposal } from '../../../../domain/outcome.ts';
import type { FieldFault } from '../../../../web/chrome.ts';
import { type Filled, firstOf } from '../../../../web/forms/field.ts';
import { actOnCase } from '../../../casework/act-on-case.ts';
import { actTogether, type JointStop } from '../../../casework/act-together.ts';
import { Conflict } from '../../../failures.ts';
import type { PagesDesk } from '../desk.ts';
import { faultOfRefusal, faultsOfInput } from '../faults.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { answerIn, named, proposalsIn } from './answer-form.ts';

/** What came of saving: done, wrong, or somebody else has saved another text. */
export type Saved =
  | { readonly kind: 'done' }
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'conflict' };

const conflict: Saved = { kind: 'conflict' };
const faulty = (...faults: readonly FieldFault[]): Saved => ({ kind: 'faults', faults });

/** The versions that the writer had seen, of every motion the answer is to. */
const versionsIn = (filled: Filled, { motions }: AnswerFacts): Record<string, number> =>
  Object.fromEntries(
    motions.flatMap(({ caseId }) => {
      const seen = firstOf(filled, `sedd.${caseId}`);
      return /^\d{1,9}$/.test(seen) ? [[caseId, Number(seen)]] : [];
    }),
  );

/**
 * Saves the answer as a new version, in one motion or in all that share it. Where the record has moved but nobody has
 * written another answer, what was written is saved as it was meant.
 */
export const saveAnswer = async (
  desk: PagesDesk,
  facts: AnswerFacts,
  filled: Filled,
  seen = versionsIn(filled, facts),
): Promise<Saved> => {
  const parsed = answerText.safeParse(answerIn(filled));
  if (!parsed.success) return faulty(...faultsOfInput(parsed.error).map(placed));
  const answer = parsed.data;
  const proposals = Object.fromEntries(
    facts.motions.map((motion): [string, ClauseProposal[]] => [motion.caseId, proposalsIn(filled, motion)]),
  );
  const { caseId } = facts.state.motion;
  const commandId = firstOf(filled, 'commandId') || randomUUID();
  const type = 'write-answer';
  try {
    if (facts.motions.length > 1) {
      const command = { type, answer, proposals } as const;
      const asked = { lead: caseId, commandId, command, actor: facts.actor, expectedVersions: seen };
      const done = await actTogether(desk, asked);
      return done.kind === 'done' ? done : savedOf(done);
    }
    const command = { type, answer, proposals: proposals[caseId] ?? [] } as const;
    const asked = { caseId, commandId, command, actor: facts.actor, expectedVersion: seen[caseId] };
    const done = await actOnCase(desk, asked);
    if (done.kind === 'done') return { kind: 'done' };
    return done.kind === 'refusal' ? faulty(faultOfRefusal(done)) : conflict;
  } catch (error) {
    if (error instanceof Conflict) return conflict;
    throw error;
  }
};

const savedOf = ({ at, no }: JointStop): Saved => {
  if (no.kind === 'moved' || no.kind === 'command-id-reused') return conflict;
  if (no.kind === 'refusal') return faulty(faultOfRefusal({ ...no, detail: `${at.number}: ${no.detail}` }));
  return faulty({
    message: `${at.number} bereds inte längre ihop med de andra. Läs om sidan och försök igen.`,
  });
};

/** The fault beside the field that it is about. */
const placed = ({ field, message }: FieldFault): FieldFault => {
  if (field?.startsWith('title') === true)
    return { field: named.title, message: `Svarets rubrik: ${message}` };
  return { field: named.headings, message: field === 'sections' ? 'Skriv minst ett avsnitt.' : message };
};
