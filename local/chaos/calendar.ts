import { addDays } from '../../domain/calendar-date.ts';
import type { RoundPlan } from './plan.ts';

/** What is done in the council's year, in order; a round is one way through it. */
export const phases = [
  'intake',
  'desk',
  'board-summons',
  'board',
  'board-notice',
  'council-summons',
  'council',
  'certification',
  'notice',
  'notice-down',
  'appeals',
  'confirmation',
  'closing',
] as const;
export type Phase = (typeof phases)[number];

/** The days of one round. Two meetings, each with minutes that all its cases share. */
export interface Round {
  readonly index: number;
  readonly days: Readonly<Record<Phase, string>>;
  readonly boardMinutes: string;
  readonly councilMinutes: string;
}

/** The first day of a run. Far from today, so that nothing leans on the real date. */
export const firstDay = '2024-01-08';
const roundDays = 140;

/** Lays out a round. Late ones pass a limit, so that its clock rings (KL 5:69, 8:12). */
export const makeRound = (index: number, plan: RoundPlan): Round => {
  const start = addDays(firstDay, index * roundDays);
  const council = addDays(start, 50);
  const certification = addDays(council, plan.isCertifiedLate ? 24 : 3);
  const notice = addDays(certification, plan.isPostedLate ? 9 : 1);
  // A notice that came down is posted anew the same day, and the time for appeal begins again.
  const noticeDown = addDays(notice, 5);
  const board = addDays(start, 21);
  const days = {
    intake: start,
    desk: addDays(start, 7),
    'board-summons': addDays(start, 14),
    board,
    'board-notice': addDays(board, plan.isPostedLate ? 20 : 2),
    'council-summons': addDays(council, -8),
    council,
    certification,
    notice,
    'notice-down': noticeDown,
    appeals: addDays(noticeDown, 6),
    confirmation: addDays(noticeDown, 32),
    closing: addDays(noticeDown, 33),
  };
  return { index, days, boardMinutes: `board-${board}`, councilMinutes: `council-${council}` };
};
