import type { CalendarDate, Instant } from '../../domain/calendar-date.ts';
import type { Clock } from '../../domain/clocks.ts';
import type { Meeting, MeetingBody } from '../../domain/meeting.ts';
import type { MeetingEvent } from '../../domain/meeting-events.ts';
import type { Page, PageRequest, RecordedEvent, StoredAnswer } from './case-store.ts';

/** The present state of a meeting, read consistently. */
export interface MeetingState {
  readonly meeting: Meeting;
  readonly head: string;
}

/** All that one accepted command on a meeting writes, in one transaction conditional on `version`. */
export interface MeetingChange {
  readonly before: MeetingState | undefined;
  readonly after: Meeting;
  readonly recorded: RecordedEvent<MeetingEvent>;
  readonly answer: StoredAnswer;
  /** The minutes it was judged by: unchanged since, at version 0 not opened. */
  readonly minutes?: { readonly minutesId: string; readonly version: number } | undefined;
  /** Set when the cases on the agenda must follow: the relay is owed from then. */
  readonly relayOwedAt?: Instant | undefined;
  readonly clocks: { readonly set: readonly Clock[]; readonly cancelled: readonly Clock[] };
}

/** A case that has been put on the agenda of the meeting. It stands there also when it has been put off since. */
export interface AgendaItem {
  readonly caseId: string;
}

/** The record of meetings. Same guarantees as the case store. */
export interface MeetingStore {
  load(meetingId: string): Promise<MeetingState | undefined>;
  answer(meetingId: string, commandId: string): Promise<StoredAnswer | undefined>;
  commit(change: MeetingChange): Promise<void>;
  events(meetingId: string): Promise<readonly RecordedEvent<MeetingEvent>[]>;
  /** Cases on the agenda, consistently. */
  items(meetingId: string): Promise<readonly AgendaItem[]>;
  /** The meetings of a body, the latest first. */
  list(body: MeetingBody, page: PageRequest): Promise<Page<Meeting>>;
  /** Every meeting of the council and the board from one day to another, both included, by date. */
  calendar(from: CalendarDate, to: CalendarDate): Promise<readonly Meeting[]>;
  /** Versions whose event the cases have still to follow, oldest first. */
  owedRelays(meetingId: string): Promise<readonly number[]>;
  clearRelay(meetingId: string, version: number): Promise<void>;
  /** Meetings with an owed relay, oldest first. */
  meetingsOwingRelays(page: PageRequest): Promise<Page<{ meetingId: string }>>;
}
