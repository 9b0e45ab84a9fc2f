import type { Motion } from '../motion.ts';
import { refuse } from '../refusal.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

const rows = { BoardAgenda: '12o', CouncilAgenda: '16o', WithdrawalPending: '28o' } as const;

/**
 * Rows 12o, 16o and 28o: the secretary takes a matter off an agenda, before the meeting or because it was not reached:
 * what a body that is not quorate leaves stays to be decided (domain.md §11.3). No decision is made by it.
 */
export const decideTakeOff = (record: Motion | undefined): Verdict =>
  judgeIn(record, ['BoardAgenda', 'CouncilAgenda', 'WithdrawalPending'], ({ status, meetingDate }) =>
    meetingDate === undefined
      ? refuse('not_on_agenda')
      : accept(rows[status], { type: 'TakenOffAgenda', meetingDate }),
  );
