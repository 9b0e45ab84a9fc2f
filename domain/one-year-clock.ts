import {
  type BackPlan,
  daysFor,
  type MeetingCalendar,
  type Planning,
  type PlanStep,
  planBackFrom,
  planSteps,
} from './back-planning.ts';
import { addDays, type CalendarDate, daysBetween } from './calendar-date.ts';
import { anniversary, backward, lastMeeting } from './deadlines.ts';
import type { Status } from './motion.ts';

/**
 * The day a motion was raised, or of several prepared together: the earliest rules (domain.md §11.3). Nothing else
 * sets the clock, and there is no argument that could pause it (KL 5:35; domain.md §11.2).
 */
export type RaisedOn = CalendarDate | readonly CalendarDate[];

/** The statuses of a motion that the council has still to decide on, and the step each has reached. */
const reached = {
  Received: { next: 'referral' },
  Registered: { next: 'referral' },
  Returned: { next: 'referral' },
  Referred: { next: 'assignment' },
  Assigned: { next: 'drafting' },
  Drafting: { next: 'approval', underWay: 'drafting' },
  Consulting: { next: 'approval', underWay: 'drafting' },
  Approval: { next: 'boardAgenda', underWay: 'approval' },
  BoardReady: { next: 'boardAgenda' },
  BoardAgenda: { next: 'board' },
  CouncilReady: { next: 'councilAgenda' },
  CouncilAgenda: { next: 'council' },
  WithdrawalPending: { next: 'councilAgenda' },
} as const satisfies Partial<Record<Status, { next: PlanStep; underWay?: PlanStep }>>;
/** A status in which the council has still to decide. */
export type OpenStatus = keyof typeof reached;

/** Whether the council has still to decide on a motion in this status. */
export const isOpenStatus = (status: Status): status is OpenStatus => status in reached;

/** To the clock, that a motion is withdrawn comes before the council as any matter on its agenda does. */
export const clockStatus = (status: OpenStatus, meetingDate: CalendarDate | undefined): OpenStatus =>
  status === 'WithdrawalPending' && meetingDate !== undefined ? 'CouncilAgenda' : status;

/** What the clock is read from. */
export interface ClockInput {
  readonly raisedOn: RaisedOn;
  readonly status: OpenStatus;
  readonly today: CalendarDate;
  readonly calendar: MeetingCalendar;
  readonly planning: Planning;
  /** Approvals that remain of the chain. */
  readonly approvalSteps: number;
  /** The meeting whose agenda the motion is on. */
  readonly meetingDate?: CalendarDate | undefined;
  /** When the step under way is expected to be done; by the plan's days from today unless known better. */
  readonly readyOn?: CalendarDate | undefined;
}

/** A step that remains. */
export interface RemainingStep {
  readonly step: PlanStep;
  /** The last day to begin it; absent when no meeting is early enough. */
  readonly latestStart?: CalendarDate | undefined;
  /** Begun already: its latest start is only for comparison. */
  readonly underWay: boolean;
  /** It can no longer be begun in time. */
  readonly late: boolean;
}

/** What the year leaves of a motion (KL 5:35): how long, and what is to be done by when. */
export interface OneYearClock {
  readonly raisedOn: CalendarDate;
  readonly anniversary: CalendarDate;
  /** The last council meeting in time; absent when none is in range: an alarm at once. */
  readonly lastMeeting?: CalendarDate | undefined;
  /** Days left to that meeting, or to the anniversary when there is none; negative when it has passed. */
  readonly daysLeft: number;
  readonly overOneYear: boolean;
  readonly steps: readonly RemainingStep[];
  /** The last day to ask for statements and still have them before the approvals. */
  readonly consultBy?: CalendarDate | undefined;
  /** The last meeting in time can no longer be reached, or there is none. */
  readonly impossible: boolean;
  /** The first council meeting from today that the same lead times reach; absent when the calendar is too short. */
  readonly estimatedDecisionOn?: CalendarDate | undefined;
  /** Red: impossible. Amber: possible, but not at the planned pace. */
  readonly signal: 'green' | 'amber' | 'red';
}

/**
 * The earliest of the days on which motions prepared together were raised (domain.md §11.3).
 * @throws RangeError when there is none
 */
export const earliestRaisedOn = (raisedOn: RaisedOn): CalendarDate => {
  const days = typeof raisedOn === 'string' ? [raisedOn] : [...raisedOn].sort();
  const [first] = days;
  if (first === undefined) throw new RangeError('a motion is raised on some day');
  return first;
};

/**
 * The one-year clock (KL 5:35): "om möjligt" decided within a year of being raised, in practice at the last council
 * meeting on or before the anniversary (domain.md §0.3–0.4), with what must be begun by when (§3). It refuses nothing.
 */
export const oneYearClock = (input: ClockInput): OneYearClock => {
  const { today } = input;
  const raisedOn = earliestRaisedOn(input.raisedOn);
  const last = lastMeeting(raisedOn, councilMeetings(input));
  const plan = last === undefined ? undefined : planFor(input, last);
  const steps = remainingSteps(input, plan);
  const impossible = steps.some((each) => each.late);
  const estimate = estimateOf(input);
  const inTime = last !== undefined && estimate !== undefined && estimate <= last;
  const mayConsult = steps.some(({ step }) => step === 'drafting');
  return {
    raisedOn,
    anniversary: anniversary(raisedOn),
    lastMeeting: last,
    daysLeft: daysBetween(today, last ?? anniversary(raisedOn)),
    overOneYear: today > anniversary(raisedOn),
    steps,
    consultBy: mayConsult ? consultByOf(input, plan) : undefined,
    impossible,
    estimatedDecisionOn: estimate,
    signal: impossible ? 'red' : inTime ? 'green' : 'amber',
  };
};

/** A meeting whose agenda the motion is on takes place, whatever the calendar at hand says. */
const withBooked = (
  meetings: readonly CalendarDate[],
  { status, meetingDate }: ClockInput,
  booked: OpenStatus,
) => (status === booked && meetingDate !== undefined ? [...meetings, meetingDate] : meetings);

const councilMeetings = (input: ClockInput) => withBooked(input.calendar.council, input, 'CouncilAgenda');

const planFor = (input: ClockInput, council: CalendarDate) =>
  planBackFrom(council, {
    boardMeetings: withBooked(input.calendar.board, input, 'BoardAgenda'),
    planning: input.planning,
    approvalSteps: input.approvalSteps,
    after: earliestRaisedOn(input.raisedOn),
  });

const remainingSteps = (input: ClockInput, plan: BackPlan | undefined): readonly RemainingStep[] => {
  const at = standing(input.status);
  return planSteps.slice(planSteps.indexOf(at.underWay ?? at.next)).map((step) => {
    const underWay = step === at.underWay;
    const latestStart = plan?.[step];
    // What is on an agenda begins on the day of that meeting, not today.
    const begins = step === at.next ? (input.meetingDate ?? input.today) : input.today;
    return { step, latestStart, underWay, late: !underWay && (latestStart ?? '') < begins };
  });
};

const standing = (status: OpenStatus): { next: PlanStep; underWay?: PlanStep } => reached[status];

const consultByOf = ({ planning }: ClockInput, plan: BackPlan | undefined) =>
  plan?.approval === undefined ? undefined : backward(addDays(plan.approval, -planning.consultationDays));

/** The day on which the present step is done, at the planned pace. */
const doneOn = ({ status, today, planning, approvalSteps, readyOn }: ClockInput): CalendarDate => {
  const { underWay, next } = standing(status);
  const planned = addDays(today, daysFor(underWay ?? next, planning, approvalSteps));
  const expected = underWay === undefined ? planned : (readyOn ?? planned);
  return expected < today ? today : expected;
};

/**
 * The first council meeting that can be reached: planned back from it, nothing would be late. What is on an agenda can
 * be dealt with no earlier than at that meeting.
 */
const estimateOf = (input: ClockInput): CalendarDate | undefined => {
  const { today, status } = input;
  const { underWay, next } = standing(status);
  return [...councilMeetings(input)].sort().find((council) => {
    if (council < today) return false;
    const plan = planFor(input, council);
    const isReady = underWay === undefined || doneOn(input) <= (plan[next] ?? '');
    return isReady && remainingSteps(input, plan).every((each) => !each.late);
  });
};

/**
 * The day by which the present step should be done: by the planned pace, or earlier if the plan needs it. Undefined
 * when there is nothing to plan from; a passed day is late.
 */
export const dueFromPlan = (input: ClockInput): CalendarDate | undefined => {
  const last = lastMeeting(earliestRaisedOn(input.raisedOn), councilMeetings(input));
  if (last === undefined) return undefined;
  const plan = planFor(input, last);
  const { underWay, next } = standing(input.status);
  // What is done on one day is due on the last day it can be; what takes days, before the next must begin.
  if (underWay === undefined && meetingSteps.includes(next)) return plan[next];
  const needed = plan[underWay === undefined ? following(next) : next];
  const paced = doneOn(input);
  return needed === undefined || paced < needed ? paced : needed;
};

const meetingSteps: readonly PlanStep[] = ['boardAgenda', 'board', 'councilAgenda', 'council'];

const following = (step: PlanStep): PlanStep => planSteps[planSteps.indexOf(step) + 1] ?? step;
