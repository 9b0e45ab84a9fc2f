import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import { announceUrgentBy, certifyBy } from '../deadlines.ts';
import type { AgendaBasis } from '../events.ts';
import type { Meeting, MeetingBody } from '../meeting.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Presence } from './at-meeting.ts';

type Placing = CommandOf<'place-on-board-agenda' | 'place-on-council-agenda'>;

/** The meeting a matter is placed at, and when it was summoned and announced. */
export interface Sitting {
  readonly meetingDate: CalendarDate;
  readonly meetingId?: string;
  readonly summonedOn: CalendarDate;
  readonly announcedOn?: CalendarDate | undefined;
}

/**
 * The meeting a command names. Where the product keeps the calendar, its record says when it was summoned and
 * announced; where it does not, the secretary types the days.
 */
export const sittingOf = (body: MeetingBody, command: Placing, context: Context): Sitting | Refusal => {
  const { meeting, today } = context;
  const typed = 'announcedOn' in command ? command.announcedOn : undefined;
  if (meeting === undefined) {
    const { meetingDate, summonedOn } = command;
    if (meetingDate === undefined || command.meetingId !== undefined) return refuse('meeting_unknown');
    if (summonedOn === undefined || summonedOn > today) return refuse('not_summoned');
    if (meetingDate < summonedOn) return refuse('date_out_of_order');
    return { meetingDate, summonedOn, announcedOn: typed };
  }
  return takesMatters(body, meeting, command.allowLatePapers === true, today) ?? kept(meeting, typed);
};

const takesMatters = (
  body: MeetingBody,
  { body: itsBody, status, date, summonedOn, papersBy }: Meeting,
  allowsLate: boolean,
  today: CalendarDate,
): Refusal | undefined => {
  if (itsBody !== body) return refuse('meeting_of_other_body');
  if (status === 'Cancelled') return refuse('meeting_cancelled');
  // One that was ended too soon takes its matters back while its minutes can still be written (KL 5:69).
  if (status === 'Ended' && today > certifyBy(date)) return refuse('meeting_over');
  if (papersBy !== undefined && today > papersBy && !allowsLate) {
    return refuse('papers_late', { detail: `Sista dag för handlingar var ${papersBy}.` });
  }
  return summonedOn === undefined ? refuse('not_summoned') : undefined;
};

/** An urgent matter is announced by itself, after the meeting was (KL 5:14). */
const kept = ({ date, meetingId, summonedOn, announcedOn }: Meeting, typed: CalendarDate | undefined) => ({
  meetingDate: date,
  meetingId,
  summonedOn: summonedOn ?? date,
  announcedOn: typed ?? announcedOn,
});

/** "Minst en vecka före" counts calendar days; that a clerk plans for a working day is not the statute's rule. */
export const isWeekBefore = (day: CalendarDate, meetingDate: CalendarDate): boolean =>
  day <= addDays(meetingDate, -7);

/**
 * Whether the council may decide a matter that stands on no agenda here: a withdrawal, or a write-off. It is announced
 * like any other (KL 5:13–14), with the meeting or by itself, or all present agree that it be decided (KL 5:52).
 */
export const takenUpRefusal = (
  { announcedOn, agreeing }: { announcedOn?: CalendarDate | undefined; agreeing?: number | undefined },
  meetingDate: CalendarDate,
  { present }: Presence,
  { meeting }: Context,
): Refusal | undefined => {
  if (agreeing === present) return undefined;
  const day = announcedOn ?? meeting?.announcedOn;
  return day !== undefined && day <= announceUrgentBy(meetingDate) ? undefined : refuse('not_announced');
};

/**
 * Whether the council may take the matter up: announced (KL 5:13) and summoned (KL 5:15) at least a week before; an
 * urgent one announced at the latest the working day before (KL 5:14–15); one that is not announced only if all
 * present decide so (KL 5:52), which is asked when it is decided.
 */
export const isAnnouncedFor = (
  basis: AgendaBasis,
  { meetingDate, summonedOn, announcedOn }: Sitting,
  today: CalendarDate,
): Refusal | undefined => {
  if (basis === 'unannounced') return undefined;
  const isInTime = (day: CalendarDate | undefined) =>
    day !== undefined &&
    day <= today &&
    (basis === 'urgent' ? day <= announceUrgentBy(meetingDate) : isWeekBefore(day, meetingDate));
  if (basis === 'announced' && !isInTime(summonedOn)) return refuse('not_summoned');
  if (isInTime(announcedOn)) return undefined;
  return basis === 'urgent'
    ? refuse('not_announced', {
        rule: 'KL 5:14–15',
        detail: `Ett brådskande ärende kungörs senast ${announceUrgentBy(meetingDate)}.`,
      })
    : refuse('not_announced', {
        detail:
          'Annars kan det bara tas upp som brådskande (KL 5:14) eller om alla närvarande beslutar det (KL 5:52).',
      });
};
