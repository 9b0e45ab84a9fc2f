import { announcedOnOf } from '../../../domain/announced-on.ts';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { PublicMeeting } from '../../../domain/public-meeting.ts';
import type { Entry } from './entry.ts';
import type { Snapshot } from './snapshot.ts';

/** A motion at a meeting. */
export interface AgendaMotion {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  /** Withdrawn: what is taken up is that it is (row 28b). */
  readonly isWithdrawn?: boolean | undefined;
  /** When it was put on the agenda, and announced by itself; where it is on one of the council. */
  readonly placedOn?: CalendarDate | undefined;
  readonly ownAnnouncement?: CalendarDate | undefined;
}

/** A meeting and the motions that are on its agenda, or were dealt with there. */
export interface MeetingWithMotions {
  readonly body: PublicMeeting['body'];
  readonly date: CalendarDate;
  /** Absent for a meeting that the product does not keep: it is known by the motions dealt with there. */
  readonly meeting?: PublicMeeting | undefined;
  readonly motions: readonly AgendaMotion[];
}

const placeOf = (body: string, date: string) => `${date}#${body}`;

/** The meetings at which a motion is, or was, on the agenda. A meeting of the board that put it off is not known. */
const placesOf = ({
  boardMeeting,
  councilMeeting,
  boardProposal,
  deferredOn,
  decision,
}: Entry): readonly string[] => [
  ...new Set(
    [
      boardMeeting && placeOf('board', boardMeeting),
      boardProposal && placeOf('board', boardProposal.meetingDate),
      councilMeeting && placeOf('council', councilMeeting),
      deferredOn && placeOf('council', deferredOn),
      decision && placeOf('council', decision.meetingDate),
    ].filter((each) => each !== undefined),
  ),
];

const made = new WeakMap<Snapshot['entries'], ReadonlyMap<string, readonly AgendaMotion[]>>();

/** Motions by meeting, made once for each copy of the register. */
const agendasIn = (entries: Snapshot['entries']): ReadonlyMap<string, readonly AgendaMotion[]> => {
  const known = made.get(entries);
  if (known !== undefined) return known;
  const agendas = new Map<string, AgendaMotion[]>();
  for (const entry of entries.toReversed()) {
    const { caseId, registrationNumber: number, title, councilPlacedOn, councilAnnouncedOn } = entry;
    const isWithdrawn = entry.status === 'WithdrawalPending';
    const announcing = { placedOn: councilPlacedOn, ownAnnouncement: councilAnnouncedOn };
    const motion = { caseId, number, title, isWithdrawn, ...announcing };
    for (const place of placesOf(entry)) agendas.set(place, [...(agendas.get(place) ?? []), motion]);
  }
  made.set(entries, agendas);
  return agendas;
};

/** Every meeting from one day to another with its motions, by date; cancelled ones too. */
export const meetingsWithMotions = (
  { entries, meetings }: Pick<Snapshot, 'entries' | 'meetings'>,
  from: CalendarDate,
  to: CalendarDate,
): readonly MeetingWithMotions[] => {
  const agendas = agendasIn(entries);
  const isInSpan = ({ date }: { date: CalendarDate }) => from <= date && date <= to;
  const kept = meetings.filter(isInSpan).map((meeting) => {
    const { body, date } = meeting;
    const motions = meeting.status === 'Cancelled' ? [] : (agendas.get(placeOf(body, date)) ?? []);
    return { body, date, meeting, motions };
  });
  const known = new Set(kept.map(({ body, date }) => placeOf(body, date)));
  const others = [...agendas]
    .filter(([place]) => !known.has(place))
    .map(([place, motions]) => ({ ...bodyAndDate(place), motions }))
    .filter(isInSpan);
  return [...kept, ...others].sort((one, other) =>
    placeOf(one.body, one.date) < placeOf(other.body, other.date) ? -1 : 1,
  );
};

const bodyAndDate = (place: string): { date: CalendarDate; body: PublicMeeting['body'] } => {
  const [date = '', body] = place.split('#');
  return { date, body: body === 'board' ? 'board' : 'council' };
};

/** The coming meetings that are announced, each with the motions that were announced (KL 5:13–14), and no other. */
export const announcedMeetings = (
  snapshot: Pick<Snapshot, 'entries' | 'meetings'>,
  from: CalendarDate,
  to: CalendarDate,
): readonly MeetingWithMotions[] =>
  meetingsWithMotions(snapshot, from, to).flatMap((row) => {
    const { status, announcedOn } = row.meeting ?? {};
    if (status !== 'Planned' || announcedOn === undefined) return [];
    const motions = row.motions.filter((motion) => announcedOnOf({ ...motion, announcedOn }) !== undefined);
    return [{ ...row, motions }];
  });

/** The motions at one meeting. */
export const motionsAt = (
  { entries }: Pick<Snapshot, 'entries'>,
  body: PublicMeeting['body'],
  date: CalendarDate,
): readonly AgendaMotion[] => agendasIn(entries).get(placeOf(body, date)) ?? [];
