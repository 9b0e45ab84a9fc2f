import type { PublicNews } from '../../domain/following.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { MeetingEvent } from '../../domain/meeting-events.ts';
import type { Member } from '../../domain/members.ts';
import type { Minutes } from '../../domain/minutes.ts';
import type { MinutesEvent } from '../../domain/minutes-events.ts';
import type { Motion } from '../../domain/motion.ts';
import type { Person } from '../../domain/people.ts';
import type { PublicDetails } from '../../domain/public-details.ts';
import type { PublicHappening } from '../../domain/public-history.ts';
import type { PublicMotion } from '../../domain/public-motion.ts';
import { decodeCursor, encodeCursor, pageLimit } from '../../lambdas/adapters/dynamodb/page.ts';
import type { KeptLetter, OwedLetterRow } from '../../lambdas/ports/case-letters.ts';
import type {
  ExecutionState,
  OpenWait,
  Page,
  PageRequest,
  RecordedEvent,
  Signal,
  StoredAnswer,
  StoredDocument,
  Task,
} from '../../lambdas/ports/case-store.ts';
import type { MinutesItem } from '../../lambdas/ports/minutes-store.ts';
import type { RegisterEntry } from '../../lambdas/ports/people-store.ts';

export interface CaseInMemory {
  motion: Motion;
  head: string;
  execution?: ExecutionState | undefined;
  wait?: OpenWait | undefined;
  readonly signals: Map<number, Signal>;
  readonly moves: Signal[];
  readonly tasks: Map<string, Task>;
  readonly events: RecordedEvent[];
  readonly answers: Map<string, StoredAnswer>;
  readonly documents: Map<string, StoredDocument>;
  readonly letters: Map<string, OwedLetterRow>;
  /** Letters as they were sent, by message id. */
  readonly keptLetters: Map<string, KeptLetter>;
  /** Since when a letter must be seen to. */
  readonly astray: Map<string, string>;
  readonly clocks: Map<string, string>;
  /** The lists the case is in, and since when. */
  readonly links: Map<string, string>;
}

export interface MinutesInMemory {
  minutes: Minutes;
  head: string;
  readonly events: RecordedEvent<MinutesEvent>[];
  readonly answers: Map<string, StoredAnswer>;
  readonly items: Map<string, MinutesItem>;
  readonly relays: Map<number, string>;
  readonly clocks: Map<string, string>;
}

export interface MeetingInMemory {
  meeting: Meeting;
  head: string;
  readonly events: RecordedEvent<MeetingEvent>[];
  readonly answers: Map<string, StoredAnswer>;
  /** Cases on the agenda. */
  readonly items: Set<string>;
  readonly relays: Map<number, string>;
  readonly clocks: Map<string, string>;
}

export interface RegisterInMemory<T> {
  readonly rows: Map<string, { value: T; version: number }>;
  readonly logs: Map<string, RegisterEntry[]>;
}

/** All of the record, for tests that need no engine. */
export interface Memory {
  readonly cases: Map<string, CaseInMemory>;
  readonly minutes: Map<string, MinutesInMemory>;
  readonly meetings: Map<string, MeetingInMemory>;
  readonly counters: Map<string, number>;
  /** How far the table has come in each part of the law. */
  readonly laws: Map<string, number>;
  readonly numbers: Map<string, string>;
  readonly shown: Map<string, { order: string; motion: PublicMotion; details?: PublicDetails | undefined }>;
  /** What the public is told has happened, by case. */
  readonly happened: Map<string, PublicHappening[]>;
  /** Public news, each with its place in its day. */
  readonly news: { readonly order: string; readonly row: PublicNews }[];
  /** The next digest of each person who has chosen it. */
  readonly digests: Map<string, { dueAt: string; attempts: number; leaseUntil?: string }>;
  readonly people: RegisterInMemory<Person>;
  readonly members: RegisterInMemory<Member>;
  /** Members owed to be published again: version of the change, and from when. */
  readonly publications: Map<string, { version: number; dueAt: string }>;
  /** Hash of what was brought in under each id. */
  readonly imports: Map<string, string>;
}

export const emptyMemory = (): Memory => ({
  cases: new Map(),
  minutes: new Map(),
  meetings: new Map(),
  counters: new Map(),
  laws: new Map(),
  numbers: new Map(),
  shown: new Map(),
  happened: new Map(),
  news: [],
  digests: new Map(),
  people: { rows: new Map(), logs: new Map() },
  members: { rows: new Map(), logs: new Map() },
  publications: new Map(),
  imports: new Map(),
});

/** What is handed out cannot change what is kept, nor the other way round. */
export const copy = <T>(value: T): T => structuredClone(value);

/** One page of rows by their order, which is unique in the list. */
export const pageOf = <T>(
  list: string,
  rows: readonly { readonly order: string; readonly row: T }[],
  page: PageRequest,
  direction: 'up' | 'down' = 'up',
): Page<T> => {
  const [after] = page.cursor === undefined ? [] : decodeCursor(list, page.cursor, 1);
  const isAfter = (order: string) =>
    after === undefined || (direction === 'up' ? order > after : order < after);
  const sorted = rows
    .filter(({ order }) => isAfter(order))
    .toSorted((one, other) => (one.order < other.order === (direction === 'up') ? -1 : 1));
  const shown = sorted.slice(0, pageLimit(page));
  const last = shown.at(-1);
  const items = shown.map(({ row }) => copy(row));
  return last === undefined || shown.length === sorted.length
    ? { items }
    : { items, cursor: encodeCursor(list, [last.order]) };
};
