import { expectFact, expectStatus } from './broken-record.ts';
import type { MotionEvent } from './events.ts';
import type { Motion, MotionIn, Status } from './motion.ts';

type AftermathEvent = Extract<MotionEvent, { type: 'MinutesFollowed' | 'CaseArchived' }>;
type Followed = Extract<MotionEvent, { type: 'MinutesFollowed' }>;

/** After the decision: rows 20–27 and 31 of domain.md §11.1. */
export const evolveAftermath = (before: Motion | undefined, event: AftermathEvent): Motion =>
  event.type === 'CaseArchived'
    ? { ...expectStatus(before, event, ['Final']), status: 'Archived' }
    : followMinutes(before, event);

/** What happened beside the case: the notice of an appealed decision, and appeals of those that did not end it. */
const followBeside = (before: Motion | undefined, event: Followed): Motion => {
  const { happened } = event;
  switch (happened.type) {
    case 'NoticePosted': {
      const { type: _, ...notice } = happened;
      return { ...expectStatus(before, event, ['Appealed']), ...notice };
    }
    case 'NoticeFoundDown': {
      const record = expectStatus(before, event, ['Appealed']);
      const { postedOn: _, lastAppealDay: __, finalOn: ___, ...rest } = record;
      return rest;
    }
    case 'AppealClosed': {
      const record = expectFact(before, event);
      return happened.outcome.result === 'annulled' ? withoutDeferral(record, event) : record;
    }
    default:
      return expectFact(before, event);
  }
};

/** A deferral that is annulled was never made: a minority that had asked for it has its right again (KL 5:50, 13:8). */
const withoutDeferral = (record: Motion, { minutesId, happened }: Followed): Motion => {
  const at = 'deferredAt' in record ? record.deferredAt : undefined;
  const isIt = at?.minutesId === minutesId && 'paragraph' in happened && at.paragraph === happened.paragraph;
  if (!isIt || !('lastDeferral' in record) || record.lastDeferral?.by !== 'minority') return record;
  return { ...record, minorityDeferralUsed: false };
};

const followMinutes = (before: Motion | undefined, event: Followed): Motion => {
  const { happened } = event;
  if (event.beside === true) return followBeside(before, event);
  switch (happened.type) {
    case 'MinutesCertified': {
      const record = expectStatus(before, event, ['Decided']);
      return { ...record, status: 'Certified', certifiedOn: happened.certifiedOn };
    }
    case 'NoticePosted': {
      const { type: _, ...notice } = happened;
      return { ...expectStatus(before, event, ['Certified']), ...notice, status: 'AppealWindow' };
    }
    case 'NoticeFoundDown': {
      const record = expectStatus(before, event, ['AppealWindow', 'PresumedFinal', 'Final']);
      const { postedOn: _, lastAppealDay: __, finalOn: ___, ...rest } = record;
      return { ...rest, status: 'Certified' };
    }
    case 'AppealWindowPassed':
      return { ...expectStatus(before, event, ['AppealWindow']), status: 'PresumedFinal' };
    case 'NoAppealConfirmed':
      return { ...expectStatus(before, event, ['PresumedFinal']), status: 'Final' };
    case 'AppealRecorded': {
      const record = expectStatus(before, event, [
        'Certified',
        'AppealWindow',
        'PresumedFinal',
        'Final',
        'Appealed',
      ]);
      const first = record.status === 'Appealed' ? record.appealReceivedOn : happened.receivedOn;
      return { ...record, status: 'Appealed', appealReceivedOn: first, openAppeals: happened.open ?? 1 };
    }
    case 'AppealClosed': {
      const appealed = expectStatus(before, event, ['Appealed']);
      const open = happened.open ?? 0;
      if (open > 0 && happened.outcome.result !== 'annulled') return { ...appealed, openAppeals: open };
      const { appealReceivedOn: _, openAppeals: __, ...record } = appealed;
      if (happened.outcome.result !== 'annulled') {
        return { ...record, ...expectFact(happened.notice ?? noticeIn(record), event), status: 'Final' };
      }
      return annul(record, event, happened.outcome.faultInPreparation);
    }
    default:
      throw expectStatus(undefined, event, []);
  }
};

/**
 * Where an annulled decision goes (row 27). The court may not replace it (KL 13:8), so the motion is undecided
 * again: before the council, or back in preparation if the fault was there. What was never prepared starts from
 * the register (KL 5:26); a withdrawal that was noted wrongly is noted anew.
 */
export const annulmentTarget = (
  record: Pick<MotionIn<'Appealed'>, 'decision' | 'officer' | 'boardProposal'>,
  faultInPreparation: boolean,
): Extract<Status, 'CouncilReady' | 'Drafting' | 'Registered' | 'WithdrawalPending'> => {
  const { outcome, ground } = record.decision;
  if (outcome === 'WRITTEN_OFF' && ground !== 'late') return 'WithdrawalPending';
  if (record.officer === undefined) return 'Registered';
  return faultInPreparation || record.boardProposal === undefined ? 'Drafting' : 'CouncilReady';
};

/** The notice of the record, where an appeal was closed before its event said which it was. */
const noticeIn = ({
  postedOn,
  lastAppealDay,
  finalOn,
}: Pick<MotionIn<'Appealed'>, 'postedOn' | 'lastAppealDay' | 'finalOn'>) =>
  postedOn === undefined || lastAppealDay === undefined || finalOn === undefined
    ? undefined
    : { postedOn, lastAppealDay, finalOn };

/** What is prepared anew: the answer that went to the council with the board's proposal is an earlier one (TF 2:10). */
export const anew = <
  R extends Pick<MotionIn<'WithdrawalPending'>, 'answer' | 'boardProposal' | 'earlierAnswer'>,
>({
  boardProposal,
  ...record
}: R) => ({
  ...record,
  earlierAnswer: boardProposal === undefined ? record.earlierAnswer : record.answer?.document,
});

const annul = (
  decided: Omit<MotionIn<'Appealed'>, 'status' | 'appealReceivedOn' | 'openAppeals'>,
  event: Followed,
  faultInPreparation: boolean,
): Motion => {
  const status = annulmentTarget(decided, faultInPreparation);
  const {
    decision: _,
    certifiedOn: __,
    postedOn: ___,
    lastAppealDay: ____,
    finalOn: _____,
    ...record
  } = decided;
  if (status === 'Registered') return { ...record, status };
  if (status === 'WithdrawalPending') return { ...record, status };
  const prepared = {
    ...record,
    referredBy: expectFact(record.referredBy, event),
    announcedOn: expectFact(record.announcedOn, event),
    officer: expectFact(record.officer, event),
    unit: expectFact(record.unit, event),
  };
  return status === 'Drafting'
    ? { ...anew(prepared), status, cycle: record.cycle + 1 }
    : {
        ...prepared,
        status,
        answer: expectFact(record.answer, event),
        boardProposal: expectFact(record.boardProposal, event),
      };
};
