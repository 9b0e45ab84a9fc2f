import { type Announcing, announcedOnOf } from '../announced-on.ts';
import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import { lastDayForUrgent } from '../deadlines.ts';
import type { AgendaBasis } from '../events.ts';
import type { Meeting, MeetingBody } from '../meeting.ts';
import type { MotionIn } from '../motion.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Presence } from './at-meeting.ts';

type Placing = CommandOf<'place-on-board-agenda' | 'place-on-council-agenda'>;
type LeftAgenda = MotionIn<'CouncilReady'>['leftAgenda'];

/** The meeting a matter is placed at, when it was summoned and announced, and when the matter was put on its agenda. */
export interface Sitting extends Announcing {
  readonly meetingDate: CalendarDate;
  readonly meetingId?: string;
  readonly summonedOn: CalendarDate;
}

/**
 * The meeting a command names. Where the product keeps the calendar, its record says when it was summoned and
 * announced; where it does not, the secretary types the days, which are those of the matter.
 * @param left the agenda that the motion has come off, if any: back on it, it was there all the time
 */
export const sittingOf = (
  body: MeetingBody,
  command: Placing,
  context: Context,
  left: LeftAgenda,
): Sitting | Refusal => {
  const { meeting, today } = context;
  const typed = 'announcedOn' in command ? command.announcedOn : undefined;
  if (meeting === undefined) {
    const { meetingDate, summonedOn } = command;
    if (meetingDate === undefined || command.meetingId !== undefined)
      return refuse('meeting_unknown', { body });
    const notSummoned = refuse('not_summoned', { body });
    if (summonedOn === undefined || summonedOn > today) return notSummoned;
    if (meetingDate < summonedOn) return refuse('date_out_of_order', { rule: notSummoned.rule });
    return { meetingDate, summonedOn, announcedOn: typed, ownAnnouncement: typed, placedOn: today };
  }
  const wasOn = left?.meetingId === meeting.meetingId && left.meetingDate === meeting.date ? left : undefined;
  const { date: meetingDate, meetingId, summonedOn, announcedOn } = meeting;
  const allowsLate = command.allowLatePapers === true;
  return (
    takesMatters(body, meeting, { allowsLate, wasOn: wasOn !== undefined, today }) ?? {
      meetingDate,
      meetingId,
      summonedOn: summonedOn ?? meetingDate,
      announcedOn,
      ownAnnouncement: typed ?? wasOn?.ownAnnouncement,
      placedOn: wasOn === undefined ? today : wasOn.placedOn,
    }
  );
};

const takesMatters = (
  body: MeetingBody,
  { body: itsBody, status, summonedOn, papersBy }: Meeting,
  { allowsLate, wasOn, today }: { allowsLate: boolean; wasOn: boolean; today: CalendarDate },
): Refusal | undefined => {
  if (itsBody !== body) return refuse('meeting_of_other_body', { body });
  if (status === 'Cancelled') return refuse('meeting_cancelled', { body });
  // One that was ended too soon takes back what was on its agenda; what can be entered, its minutes say (KL 5:69).
  if (status === 'Ended' && !wasOn) return refuse('meeting_over', { body });
  if (papersBy !== undefined && today > papersBy && !allowsLate) {
    return refuse('papers_late', { body, detail: `Sista dag för handlingar var ${papersBy}.` });
  }
  return summonedOn === undefined ? refuse('not_summoned', { body }) : undefined;
};

/** "Minst en vecka före" counts calendar days; that a clerk plans for a working day is not the statute's rule. */
export const isWeekBefore = (day: CalendarDate, meetingDate: CalendarDate): boolean =>
  day <= addDays(meetingDate, -7);

/** Where a matter stands on a kept agenda, if it does. */
interface OnAgenda extends Announcing {
  readonly meetingId?: string | undefined;
  readonly basis?: AgendaBasis | undefined;
}

/** How a matter that is on no agenda came before the council, as the secretary says. */
interface TakenUp {
  readonly announcedOn?: CalendarDate | undefined;
  readonly urgent?: boolean | undefined;
  readonly agreeing?: number | undefined;
}

/**
 * Whether the council may decide a withdrawal or a write-off, which need not be on an agenda here. It is announced like
 * any other, a week before (KL 5:13) or, when it is urgent, by the weekday before (KL 5:14–15): on the day typed, or
 * with the meeting whose agenda it was on by then; or all present agree that it be decided (KL 5:52). That the meeting
 * was announced says nothing of a matter that was not on its agenda.
 */
export const takenUpRefusal = (
  { announcedOn, urgent, agreeing }: TakenUp,
  meetingDate: CalendarDate,
  { present }: Presence,
  { meeting }: Context,
  { meetingId, ownAnnouncement, placedOn, basis }: OnAgenda = {},
): Refusal | undefined => {
  if (agreeing === present) return undefined;
  const isOnAgenda = meeting !== undefined && meeting.meetingId === meetingId;
  const withMeeting = isOnAgenda
    ? announcedOnOf({ announcedOn: meeting.announcedOn, ownAnnouncement, placedOn })
    : undefined;
  const day = announcedOn ?? withMeeting;
  const isUrgent = urgent === true || basis === 'urgent';
  if (meeting !== undefined && meeting.summonedOn === undefined) return refuse('not_summoned');
  if (
    day !== undefined &&
    (isUrgent ? day <= lastDayForUrgent(meetingDate) : isWeekBefore(day, meetingDate))
  ) {
    return undefined;
  }
  return isUrgent ? notAnnouncedUrgent(meetingDate) : refuse('not_announced');
};

/**
 * Whether the council may take the matter up: announced (KL 5:13) and summoned (KL 5:15) at least a week before; an
 * urgent one announced at the latest the weekday before (KL 5:14–15); one that is not announced only if all
 * present decide so (KL 5:52), which is asked when it is decided. What a meeting announced and summoned to is what was
 * on its agenda that day.
 */
export const isAnnouncedFor = (
  basis: AgendaBasis,
  sitting: Sitting,
  today: CalendarDate,
): Refusal | undefined => {
  if (basis === 'unannounced') return undefined;
  const { meetingDate, summonedOn, ownAnnouncement, placedOn } = sitting;
  const isInTime = (day: CalendarDate | undefined) =>
    day !== undefined &&
    day <= today &&
    (basis === 'urgent' ? day <= lastDayForUrgent(meetingDate) : isWeekBefore(day, meetingDate));
  if (basis === 'announced' && !isInTime(summonedOn)) {
    return refuse('not_summoned', { detail: 'Till fullmäktige går den minst en vecka före.' });
  }
  const isInSummons = ownAnnouncement !== undefined || placedOn === undefined || placedOn <= summonedOn;
  if (isInTime(announcedOnOf(sitting)) && (basis === 'urgent' || isInSummons)) return undefined;
  return basis === 'urgent'
    ? notAnnouncedUrgent(meetingDate)
    : refuse('not_announced', {
        detail:
          'Det som sätts upp efter kallelsen och kungörelsen är inte med i dem. Kungjordes ärendet för sig och underrättades ledamöterna, ange dagen då båda var gjorda: minst en vecka före. Annars kan det bara tas upp som brådskande (KL 5:14) eller om alla närvarande beslutar det (KL 5:52).',
      });
};

const notAnnouncedUrgent = (meetingDate: CalendarDate): Refusal =>
  refuse('not_announced', {
    rule: 'KL 5:14–15',
    detail: `Ett brådskande ärende kungörs senast ${lastDayForUrgent(meetingDate)}.`,
  });
