import { expectStatus } from './broken-record.ts';
import type { MotionEvent } from './events.ts';
import { type Motion, type MotionIn, withdrawable } from './motion.ts';

type WithdrawalEvent = Extract<
  MotionEvent,
  { type: 'SignatoryWithdrew' | 'WithdrawalCompleted' | 'ClausesWithdrawn' }
>;

/** Withdrawal by some, by all, or of single clauses: rows 28, 28a, 28c and 28r. */
export const evolveWithdrawal = (before: Motion | undefined, event: WithdrawalEvent): Motion => {
  const record = expectStatus(before, event, withdrawable);
  switch (event.type) {
    case 'SignatoryWithdrew': {
      const signatories = record.signatories.map((each) =>
        each.memberId === event.memberId ? { ...each, withdrawnOn: event.withdrawnOn } : each,
      );
      return event.last ? pending({ ...record, signatories }) : { ...record, signatories };
    }
    case 'WithdrawalCompleted':
      return { ...pending(record), completedOn: event.completedOn };
    case 'ClausesWithdrawn': {
      const signatories = record.signatories.map((each) =>
        each.memberId === event.memberId
          ? { ...each, withdrawnClauses: union(each.withdrawnClauses, event.clauses) }
          : each,
      );
      const withdrawnClauses = union(record.withdrawnClauses, event.gone);
      return withdrawnClauses.length === 0
        ? { ...record, signatories }
        : { ...record, signatories, withdrawnClauses };
    }
  }
};

type Withdrawable = MotionIn<(typeof withdrawable)[number]>;

/**
 * On the council's agenda the matter stays there: it is that item that notes the withdrawal. The board has nothing
 * more to do with it. One who was named in a revision that was never handed in has signed nothing, and is not in the
 * matter.
 */
const pending = (record: Withdrawable): MotionIn<'WithdrawalPending'> => ({
  ...offBoardAgenda(record),
  status: 'WithdrawalPending',
  signatories: record.signatories.filter((each) => each.party !== undefined),
});

const offBoardAgenda = (record: Withdrawable) => {
  if (record.status === 'BoardAgenda') {
    const { meetingDate: _, meetingId: __, placedOn: ___, ...rest } = record;
    return rest;
  }
  return record.status === 'BoardReady' ? { ...record, leftAgenda: undefined } : record;
};

const union = (known: readonly number[] | undefined, added: readonly number[]): number[] =>
  [...new Set([...(known ?? []), ...added])].sort((one, other) => one - other);
