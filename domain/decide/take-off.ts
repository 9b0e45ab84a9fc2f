import type { Motion } from '../motion.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

/**
 * Rows 12o and 16o: the secretary takes a matter off an agenda, before the meeting or because it was not reached: what
 * a body that is not quorate leaves stays to be decided (domain.md §11.3). No decision is made by it.
 */
export const decideTakeOff = (record: Motion | undefined): Verdict =>
  judgeIn(record, ['BoardAgenda', 'CouncilAgenda'], ({ status, meetingDate }) =>
    accept(status === 'BoardAgenda' ? '12o' : '16o', { type: 'TakenOffAgenda', meetingDate }),
  );
