import type { Motion } from '../../domain/motion.ts';
import type { CaseChange } from '../ports/case-store.ts';
import type { Casework } from './dependencies.ts';
import type { Asked } from './gather-context.ts';
import { heldTask } from './release-letters.ts';

/** Letters of what is taken back are dropped where they have not gone; of very many, the rest are corrected. */
const mostDropped = 40;

/**
 * Letters of an act, or of a late report, that is taken back (KL 5:69) and that have not gone: nobody has tried to send
 * them, or they are held for approval (domain.md §9).
 */
export const lettersToDrop = async (
  { cases }: Casework,
  { caseId, command }: Asked,
  record: Motion | undefined,
): Promise<CaseChange['dropped']> => {
  if (record === undefined) return [];
  if (command.type !== 'take-back-act' && command.type !== 'take-back-late-report') return [];
  const version =
    command.type === 'take-back-act' ? actVersion(record) : await reportVersion(cases, caseId, record);
  const letters = version === undefined ? [] : await cases.letters(caseId);
  return letters
    .filter((each) => each.version === version)
    .filter(({ state, attempts }) => state === 'held' || (state === 'owed' && attempts === 0))
    .slice(0, mostDropped)
    .map(({ memberId, template, version: at }) => ({ version: at, memberId, template }));
};

const actVersion = (record: Motion) => ('lastAct' in record ? record.lastAct?.version : undefined);

/** The report that stands is the last that was made at its place in the minutes. */
const reportVersion = async (cases: Casework['cases'], caseId: string, record: Motion) => {
  const at = 'lateReport' in record ? record.lateReport?.at : undefined;
  if (at === undefined) return undefined;
  const isIt = ({ event }: { event: { type: string; at?: { minutesId: string; paragraph: string } } }) =>
    event.type === 'ReportedLate' &&
    event.at?.minutesId === at.minutesId &&
    event.at.paragraph === at.paragraph;
  return (await cases.events(caseId)).findLast(isIt)?.seq;
};

/** When the last letter that was held is dropped, nothing waits for approval; releasing none says so. */
export const closeHeldTask = async (
  casework: Casework,
  { caseId, actor }: Pick<Asked, 'caseId' | 'actor'>,
): Promise<void> => {
  const release = { by: actor.personId, at: casework.now(), reason: 'inmatningen togs tillbaka' };
  await casework.cases.releaseLetters(caseId, [], release, heldTask(casework, caseId));
};
