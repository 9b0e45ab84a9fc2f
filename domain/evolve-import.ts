import { type EventPlace, expectFact, expectStatus } from './broken-record.ts';
import type { MotionEvent } from './events.ts';
import { type Motion, motion } from './motion.ts';

type ImportEvent = Extract<MotionEvent, { type: 'OpenMotionImported' | 'EarlierWorkImported' }>;

/** What was open when the product was taken into use, entered at its step: rows 1r–1d, 1e and 1c. */
export const evolveImport = (
  before: Motion | undefined,
  event: ImportEvent,
  { caseId, version }: EventPlace,
): Motion => {
  if (event.type === 'OpenMotionImported') {
    const { type: _, ...facts } = event;
    return motion.parse({
      ...facts,
      caseId,
      version,
      movedAtVersion: version,
      rungClocks: [],
      cycle: 0,
      minorityDeferralUsed: event.minorityDeferralUsed ?? false,
    });
  }
  const record = expectStatus(before, event, ['Drafting']);
  const answer = { document: event.answer, proposals: event.proposals };
  const { boardProposal } = event;
  return boardProposal === undefined
    ? { ...record, answer, status: 'BoardReady' }
    : { ...record, answer, status: 'CouncilReady', boardProposal: expectFact(boardProposal, event) };
};
