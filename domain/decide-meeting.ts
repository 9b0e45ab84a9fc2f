import type { CalendarDate } from './calendar-date.ts';
import { declareDisqualification, recordAttendance } from './decide-attendance.ts';
import type { Meeting, MeetingBody, MeetingStatus } from './meeting.ts';
import { clocksOfMeeting } from './meeting-clocks.ts';
import type { MeetingCommand, MeetingCommandOf, MeetingCommandType } from './meeting-commands.ts';
import type { MeetingContext } from './meeting-context.ts';
import type { MeetingEvent } from './meeting-events.ts';
import type { PossibleOnRecord } from './permissions.ts';
import { named, type Refusal, refuse } from './refusal.ts';
import type { Actor, Role } from './roles.ts';

/** One row: in which statuses and by which rule. The secretary of the body does it, the clock rings. */
interface Row {
  readonly from: readonly MeetingStatus[];
  readonly rule: string;
  /** Where the board's is another than the council's. */
  readonly inBoard?: string;
}

/** From which status each command on a meeting is taken, and the rule behind it. */
export const meetingTransitions: Readonly<Record<MeetingCommandType, Row>> = {
  'plan-meeting': { from: [], rule: 'domain.md §7' },
  'change-meeting': { from: ['Planned'], rule: 'KL 5:13, 5:15', inBoard: 'KL 6:23' },
  'move-meeting': { from: ['Planned'], rule: 'KL 5:13, 5:15', inBoard: 'KL 6:23' },
  'cancel-meeting': { from: ['Planned'], rule: 'KL 5:13, 5:15', inBoard: 'KL 6:23' },
  summon: { from: ['Planned'], rule: 'KL 5:15', inBoard: 'domain.md §11.1 rad 12' },
  announce: { from: ['Planned'], rule: 'KL 5:13–14' },
  'record-attendance': { from: ['Planned', 'Ended'], rule: 'KL 5:66, 6:35' },
  'declare-disqualification': { from: ['Planned', 'Ended'], rule: 'KL 5:47, 6:28–32' },
  'end-meeting': { from: ['Planned'], rule: 'KL 5:65, 6:35' },
  'ring-clock': { from: ['Planned'], rule: 'KL 5:13, 5:15' },
};

/** Who keeps the calendar of a body. */
export const meetingSecretary = (body: MeetingBody): Role =>
  body === 'council' ? 'council-secretary' : 'board-secretary';

/** What the secretary of the body can do with a meeting as it stands. */
export const possibleOnMeeting = (
  { body, status }: Meeting,
  actor: Actor,
): PossibleOnRecord<MeetingCommandType>[] => {
  const role = meetingSecretary(body);
  return Object.entries(meetingTransitions).flatMap(([command, { from }]) =>
    isMeetingCommand(command) && command !== 'ring-clock' && from.includes(status)
      ? [{ command, isPermitted: actor.roles.includes(role), mayBeDoneBy: [named(role)] }]
      : [],
  );
};

const isMeetingCommand = (type: string): type is MeetingCommandType => type in meetingTransitions;

const authorise = (
  record: Meeting | undefined,
  command: MeetingCommand,
  { actor }: MeetingContext,
): Refusal | undefined => {
  const row = meetingTransitions[command.type];
  const body = command.type === 'plan-meeting' ? command.body : (record?.body ?? 'council');
  const role = command.type === 'ring-clock' ? 'system' : meetingSecretary(body);
  const rule = body === 'board' ? (row.inBoard ?? row.rule) : row.rule;
  if (!actor.roles.includes(role)) return refuse('not_permitted', { rule, mayBeDoneBy: [named(role)] });
  if (command.type === 'plan-meeting') return record === undefined ? undefined : refuse('meeting_exists');
  if (record === undefined) return refuse('meeting_unknown', { rule: 'KL 5:12–13, 6:23' });
  return row.from.includes(record.status) ? undefined : refuse('wrong_status', { rule });
};

/**
 * The law for meetings: judges one command.
 * @returns the event, or the refusal with its rule. Never throws for any command on any meeting.
 */
export const decideMeeting = (
  record: Meeting | undefined,
  command: MeetingCommand,
  context: MeetingContext,
): MeetingEvent | Refusal => {
  const refused = authorise(record, command, context);
  if (refused !== undefined) return refused;
  if (command.type === 'plan-meeting') return plan(command, context);
  if (record === undefined) return refuse('meeting_unknown', { rule: 'KL 5:12–13, 6:23' });
  const { today } = context;
  switch (command.type) {
    case 'change-meeting':
      return change(record, command);
    case 'move-meeting':
      return move(record, command.to, context);
    case 'cancel-meeting':
      return isHeld(record, context) ? refuse('meeting_held') : { ...command, type: 'MeetingCancelled' };
    case 'summon':
      return dated(record, command, today) ?? { ...command, type: 'MeetingSummoned' };
    case 'announce':
      if (record.body === 'board') return refuse('board_not_announced');
      return dated(record, command, today) ?? { ...command, type: 'MeetingAnnounced' };
    case 'record-attendance':
      return recordAttendance(record, command, context);
    case 'declare-disqualification':
      return declareDisqualification(record, command, context);
    case 'end-meeting':
      return today < record.date ? refuse('meeting_not_begun') : { type: 'MeetingEnded' };
    case 'ring-clock':
      return clocksOfMeeting(record).some((each) => each.kind === command.clock)
        ? { type: 'ClockRang', clock: command.clock, dueOn: command.dueOn }
        : refuse('wrong_status');
  }
};

/** A day that has been may be entered too: the calendar tells by when an old motion should have been decided. */
const plan = (
  { type: _, ordinal: __, ...facts }: MeetingCommandOf<'plan-meeting'>,
  { today }: MeetingContext,
): MeetingEvent | Refusal =>
  papersFit(facts.papersBy, facts.date)
    ? { type: 'MeetingPlanned', ...facts, plannedOn: today }
    : refuse('papers_after_meeting', { body: facts.body });

const change = (
  record: Meeting,
  { type: _, ...facts }: MeetingCommandOf<'change-meeting'>,
): MeetingEvent | Refusal =>
  papersFit(facts.papersBy, record.date)
    ? { type: 'MeetingChanged', ...facts }
    : refuse('papers_after_meeting', { body: record.body });

const papersFit = (papersBy: CalendarDate | undefined, date: CalendarDate) =>
  papersBy === undefined || papersBy <= date;

/** Its cases go with it; the summons and the announcement of the old day do not (KL 5:13, 5:15). */
const move = (record: Meeting, to: CalendarDate, context: MeetingContext): MeetingEvent | Refusal => {
  const { today } = context;
  if (isHeld(record, context)) return refuse('meeting_held');
  const { body } = record;
  if (record.date < today || to < today) return refuse('meeting_passed', { body });
  return to === record.date
    ? refuse('meeting_not_moved', { body })
    : { type: 'MeetingMoved', from: record.date, to };
};

/** A meeting has been held when its attendance is noted, or what it decided stands in its minutes (KL 5:65–66). */
const isHeld = ({ attendance }: Meeting, { hasActs }: MeetingContext) =>
  attendance !== undefined || hasActs === true;

/** What was sent or posted late is noted all the same; what it is good for is told by `summonsOf` and `announcementOf`. */
const dated = (
  { body, date }: Meeting,
  command: MeetingCommandOf<'summon' | 'announce'>,
  today: CalendarDate,
): Refusal | undefined => {
  const [on, rule] =
    command.type === 'announce'
      ? [command.announcedOn, 'KL 5:13']
      : [command.summonedOn, refuse('not_summoned', { body }).rule];
  if (on > today) return refuse('date_in_future', { rule });
  return on > date ? refuse('date_out_of_order', { rule, detail: `Sammanträdet är ${date}.` }) : undefined;
};
