import type { MotionText } from '../../../domain/documents.ts';
import { fold } from '../../../domain/evolve.ts';
import type { Motion } from '../../../domain/motion.ts';
import { mayRead } from '../../../domain/permissions.ts';
import { isMarkedSecret, textOutside } from '../../../domain/secrecy.ts';
import { NotFound } from '../../failures.ts';
import type { RecordedEvent } from '../../ports/case-store.ts';
import type { CasePaperRequest, PaperSources } from './draft.ts';

/** A case at a version, and as it is now: what may be read is always asked of the present. */
export interface CaseAt {
  readonly record: Motion;
  readonly present: Motion;
  readonly events: readonly RecordedEvent[];
  /** The version, by its last event: what a paper is stamped with. */
  readonly version: { readonly number: number; readonly hash: string };
}

const folded = (caseId: string, events: readonly RecordedEvent[]): Motion => {
  const record = fold(
    caseId,
    events.map(({ event }) => event),
  );
  if (record === undefined) throw new NotFound('case');
  return record;
};

/**
 * Reads a case from its log, at a version or as it stands.
 * @throws NotFound also when it exists and may not be seen
 */
export const caseAt = async (
  { cases }: Pick<PaperSources, 'cases'>,
  { caseId, actor, version }: CasePaperRequest,
): Promise<CaseAt> => {
  const all = await cases.events(caseId);
  const present = folded(caseId, all);
  if (!mayRead(present, actor)) throw new NotFound('case');
  const events = version === undefined ? all : all.slice(0, version);
  const last = events.at(-1);
  if (last === undefined || (version !== undefined && events.length < version)) throw new NotFound('version');
  const record = version === undefined ? present : folded(caseId, events);
  return { record, present, events, version: { number: last.seq, hash: last.hash } };
};

/** Cases as they stand; one that is not there is left out. */
export const casesOf = async (
  { cases }: Pick<PaperSources, 'cases'>,
  caseIds: readonly string[],
): Promise<readonly Motion[]> => {
  const found = await Promise.all(caseIds.map((each) => cases.load(each)));
  return found.flatMap((each) => (each === undefined ? [] : [each.motion]));
};

/** The text of the motion as it was received; undefined when it is no longer kept. */
export const motionTextOf = async (
  { cases }: Pick<PaperSources, 'cases'>,
  { caseId, text }: Pick<Motion, 'caseId' | 'text'>,
): Promise<MotionText | undefined> => {
  const stored = await cases.document(caseId, text.documentId);
  return stored?.text.kind === 'motion' ? stored.text.content : undefined;
};

/** The text for a paper that leaves the office; `present` is the case as it is now, by which it is masked (OSL 5:5). */
export const textGoingOut = async (
  sources: Pick<PaperSources, 'cases'>,
  record: Pick<Motion, 'caseId' | 'text'>,
  present: Motion,
): Promise<MotionText | undefined> => {
  const text = await motionTextOf(sources, record);
  return text && textOutside(present, text);
};

/** Whether a paper shows that something was written, never what. */
export const isMasked = ({ present }: CaseAt, { goesOut }: CasePaperRequest): boolean =>
  goesOut === true && isMarkedSecret(present);

/** The clauses by number; those that all signatories have withdrawn are out of the matter (domain.md §6.2). */
export const standingClauses = (record: Motion, text: MotionText | undefined) => {
  const withdrawn = 'withdrawnClauses' in record ? (record.withdrawnClauses ?? []) : [];
  return (text?.clauses ?? [])
    .map((words, index) => ({ clauseNo: index + 1, text: words }))
    .filter(({ clauseNo }) => !withdrawn.includes(clauseNo));
};

/** The number in the register; a paper that leaves the house has one. */
export const numberOf = (record: Motion): string | undefined =>
  'registrationNumber' in record ? record.registrationNumber : undefined;
