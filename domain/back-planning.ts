import { z } from 'zod';
import { addDays, type CalendarDate } from './calendar-date.ts';
import { announceBy, backward, summonBy } from './deadlines.ts';

const days = (usual: number) => z.int().min(0).max(366).default(usual);

/**
 * Calendar days that the steps no rule sets a limit for are planned to take [D]; local, so configuration. They make a
 * plan and a colour, and refuse nothing.
 */
export const planning = z.object({
  /** From register to referral. */
  referralDays: days(14),
  /** From referral until an official has the case. */
  assignmentDays: days(7),
  /** To write the answer, statements waited for included. */
  draftingDays: days(60),
  /** For others to make a statement, within the drafting. */
  consultationDays: days(42),
  approvalDaysPerStep: days(5),
  /** From the answer's being ready to the board's meeting: working committee, summons, dispatch. */
  boardPapersDays: days(14),
  /** From the board's meeting until its proposal can go out with the council's summons. */
  councilPapersDays: days(2),
});
export type Planning = z.infer<typeof planning>;

/** The days on which the two bodies meet, in any order. */
export interface MeetingCalendar {
  readonly council: readonly CalendarDate[];
  readonly board: readonly CalendarDate[];
}

/** What has to be begun before the council can decide, in order. */
export const planSteps = [
  'referral',
  'assignment',
  'drafting',
  'approval',
  'boardAgenda',
  'board',
  'councilAgenda',
  'council',
] as const;
/** A step that has a day of its own in the plan. */
export type PlanStep = (typeof planSteps)[number];

/** What the plan is made of besides the council's meeting. */
export interface PlanFacts {
  readonly boardMeetings: readonly CalendarDate[];
  readonly planning: Planning;
  /** Approvals that remain (domain.md §4.2). */
  readonly approvalSteps: number;
  /** The board's meeting must be after this day: the day the motion was raised. */
  readonly after: CalendarDate;
}

/** The latest day each step can begin; no step before the council's own has one when no board meeting is early enough. */
export type BackPlan = Readonly<Partial<Record<PlanStep, CalendarDate>>> & {
  readonly council: CalendarDate;
  readonly councilAgenda: CalendarDate;
};

/** The last day on which a council meeting can be both summoned to and announced (KL 5:13, 5:15). */
export const councilAgendaBy = (council: CalendarDate): CalendarDate =>
  [summonBy(council), announceBy(council)].reduce((one, other) => (one < other ? one : other));

/** The day by which papers must be ready for a meeting of the board [D]. */
export const boardPapersBy = (board: CalendarDate, { boardPapersDays }: Planning): CalendarDate =>
  backward(addDays(board, -boardPapersDays));

/** The last day the board can meet and its proposal go out with the summons to a council meeting. */
export const latestBoardDay = (council: CalendarDate, { councilPapersDays }: Planning): CalendarDate =>
  backward(addDays(councilAgendaBy(council), -councilPapersDays));

/**
 * The latest board meeting whose proposal can go out with the summons to a council meeting: the board must have had
 * its say (KL 5:28), in plenary (KL 6:38 p. 2).
 */
export const boardMeetingBefore = (
  council: CalendarDate,
  { boardMeetings, planning, after }: Omit<PlanFacts, 'approvalSteps'>,
): CalendarDate | undefined => {
  const last = latestBoardDay(council, planning);
  return boardMeetings
    .filter((meeting) => after < meeting && meeting <= last)
    .sort()
    .at(-1);
};

/**
 * Plans backwards from a council meeting (domain.md §3, one-year clock [D]): council ← summons and announcement
 * (KL 5:13, 5:15) ← board ← its papers ← approvals ← drafting ← assignment ← referral. Each limit that falls in H is
 * moved back, as §7.1 has it for limits counted backwards.
 */
export const planBackFrom = (council: CalendarDate, facts: PlanFacts): BackPlan => {
  const end = { council, councilAgenda: councilAgendaBy(council) };
  const board = boardMeetingBefore(council, facts);
  if (board === undefined) return end;
  const { planning: knobs, approvalSteps } = facts;
  const before = (day: CalendarDate, taken: number) => backward(addDays(day, -taken));
  const boardAgenda = boardPapersBy(board, knobs);
  const approval = before(boardAgenda, approvalSteps * knobs.approvalDaysPerStep);
  const drafting = before(approval, knobs.draftingDays);
  const assignment = before(drafting, knobs.assignmentDays);
  const referral = before(assignment, knobs.referralDays);
  return { ...end, board, boardAgenda, approval, drafting, assignment, referral };
};

/** Days a step is planned to take until the next can begin; what is done on one day takes none. */
export const daysFor = (step: PlanStep, knobs: Planning, approvalSteps: number): number => {
  switch (step) {
    case 'referral':
      return knobs.referralDays;
    case 'assignment':
      return knobs.assignmentDays;
    case 'drafting':
      return knobs.draftingDays;
    case 'approval':
      return approvalSteps * knobs.approvalDaysPerStep;
    default:
      return 0;
  }
};
