import type { CalendarDate, Instant } from '../../domain/calendar-date.ts';
import type { Clock } from '../../domain/clocks.ts';
import type { Minutes } from '../../domain/minutes.ts';
import type { MinutesEvent } from '../../domain/minutes-events.ts';
import type { DueClock, Page, PageRequest, RecordedEvent, StoredAnswer } from './case-store.ts';

/** The present state of minutes, read consistently. */
export interface MinutesState {
  readonly minutes: Minutes;
  readonly head: string;
}

/** All that one accepted command on minutes writes, in one transaction conditional on `version`. */
export interface MinutesChange {
  readonly before: MinutesState | undefined;
  readonly after: Minutes;
  readonly recorded: RecordedEvent<MinutesEvent>;
  readonly answer: StoredAnswer;
  /** The meetings whose attendance it was judged by: unchanged since. */
  readonly meetings: readonly { readonly meetingId: string; readonly version: number }[];
  /** Set when the cases of the minutes must follow: the relay is owed from then. */
  readonly relayOwedAt?: Instant | undefined;
  readonly clocks: { readonly set: readonly Clock[]; readonly cancelled: readonly Clock[] };
}

/** An act of a case in minutes, under its paragraph. */
export interface MinutesItem {
  readonly caseId: string;
  readonly paragraph: string;
}

/** The record of minutes. Same guarantees as the case store. */
export interface MinutesStore {
  load(minutesId: string): Promise<MinutesState | undefined>;
  answer(minutesId: string, commandId: string): Promise<StoredAnswer | undefined>;
  commit(change: MinutesChange): Promise<void>;
  events(minutesId: string): Promise<readonly RecordedEvent<MinutesEvent>[]>;
  /** Acts entered, consistently, those of a case together: none can be added once the minutes are certified. */
  items(minutesId: string): Promise<readonly MinutesItem[]>;
  list(body: Minutes['body'], page: PageRequest): Promise<Page<Minutes>>;
  /** Versions whose event the cases have still to follow, oldest first. */
  owedRelays(minutesId: string): Promise<readonly number[]>;
  clearRelay(minutesId: string, version: number): Promise<void>;
  /** Minutes with an owed relay, oldest first. */
  minutesOwingRelays(page: PageRequest): Promise<Page<{ minutesId: string }>>;
}

/** Clocks of cases, minutes and meetings alike, by the day they ring. */
export interface ClockStore {
  due(today: CalendarDate, page: PageRequest): Promise<Page<DueClock>>;
  /** The law whose clocks every open case has; 0 while none has been adopted. */
  adoptedLaw(): Promise<number>;
  markLawAdopted(law: number): Promise<void>;
  /** Sets clocks of a case, if it is still at a version. @returns false when it has moved */
  adopt(caseId: string, version: number, clocks: readonly Clock[]): Promise<boolean>;
}
