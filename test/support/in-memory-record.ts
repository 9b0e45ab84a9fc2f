import { type PublicMeeting, publicMeetingOf } from '../../domain/public-meeting.ts';
import { publicNoticeOf } from '../../domain/public-notice.ts';
import type { CaseStore } from '../../lambdas/ports/case-store.ts';
import type { DigestStore } from '../../lambdas/ports/digests.ts';
import type { FollowingStore } from '../../lambdas/ports/following.ts';
import type { InvitationStore } from '../../lambdas/ports/invitation-store.ts';
import type { AddressStop, MailAddresses } from '../../lambdas/ports/mail-addresses.ts';
import type { MeetingStore } from '../../lambdas/ports/meeting-store.ts';
import type { ClockStore, MinutesStore } from '../../lambdas/ports/minutes-store.ts';
import type { PeopleStore } from '../../lambdas/ports/people-store.ts';
import { digestOf, type PublicRegister } from '../../lambdas/ports/public-register.ts';
import type { SessionStore } from '../../lambdas/ports/session-store.ts';
import { inMemoryCases } from './in-memory-case-store.ts';
import { inMemoryDigests } from './in-memory-digests.ts';
import { inMemoryFollowing } from './in-memory-following.ts';
import { inMemoryInvitations } from './in-memory-invitation-store.ts';
import { inMemoryMeetings } from './in-memory-meeting-store.ts';
import { inMemoryClocks, inMemoryMinutes } from './in-memory-minutes-store.ts';
import { inMemoryPeople } from './in-memory-people-store.ts';
import { inMemorySessions } from './in-memory-session-store.ts';
import { copy, emptyMemory, type Memory, pageOf } from './in-memory-state.ts';

/** The whole record, whichever adapter. */
export interface Stores {
  readonly cases: CaseStore;
  readonly minutes: MinutesStore;
  readonly meetings: MeetingStore;
  readonly people: PeopleStore;
  readonly clocks: ClockStore;
  readonly register: PublicRegister;
  readonly sessions: SessionStore;
  readonly invitations: InvitationStore;
  readonly addresses: MailAddresses;
  readonly following: FollowingStore;
  readonly digests: DigestStore;
}

/** The record in memory: working stores over one state, held to the same contracts as the table. */
export const makeInMemoryRecord = (): Stores => {
  const memory = emptyMemory();
  const people = inMemoryPeople(memory);
  return {
    cases: inMemoryCases(memory),
    minutes: inMemoryMinutes(memory),
    meetings: inMemoryMeetings(memory),
    people,
    clocks: inMemoryClocks(memory),
    register: inMemoryRegister(memory),
    sessions: inMemorySessions(),
    invitations: inMemoryInvitations(people),
    addresses: inMemoryAddresses(),
    following: inMemoryFollowing(memory),
    digests: inMemoryDigests(memory),
  };
};

const inMemoryAddresses = (): MailAddresses => {
  const stops = new Map<string, AddressStop>();
  const name = (address: string) => address.trim().toLowerCase();
  return {
    stop: async (address, stop) => void stops.set(name(address), stop),
    stopOf: async (address) => stops.get(name(address)),
    lift: async (address) => void stops.delete(name(address)),
  };
};

const inMemoryRegister = ({ shown, happened, meetings, minutes }: Memory): PublicRegister => ({
  details: async (caseId) =>
    copy({ ...(shown.get(caseId)?.details ?? { dissents: [] }), history: happened.get(caseId) ?? [] }),
  motion: async (caseId) => copy(shown.get(caseId)?.motion),
  year: async (registerYear, page) => {
    const rows = [...shown.values()]
      .filter(({ motion }) => motion.registerYear === registerYear)
      .map(({ order, motion }) => ({ order, row: motion }));
    return pageOf(`PUBLIC#REGISTER#${registerYear}`, rows, page);
  },
  allOfYear: async (registerYear) =>
    [...shown.values()]
      .filter(({ motion }) => motion.registerYear === registerYear)
      .toSorted((one, other) => (one.order < other.order ? -1 : 1))
      .map(({ motion }) => copy(motion)),
  notices: async (from, to) =>
    [...minutes.values()]
      .flatMap((kept) => publicNoticeOf(kept.minutes) ?? [])
      .filter(({ meetingDate }) => from <= meetingDate && meetingDate <= to)
      .toSorted((one, other) => (one.meetingDate < other.meetingDate ? -1 : 1)),
  heads: async () =>
    [...shown.values()].map(({ motion }) => ({
      caseId: motion.caseId,
      registerYear: motion.registerYear,
      digest: digestOf(motion),
    })),
  meetings: async (from, to) => {
    const orderOf = ({ date, meetingId }: PublicMeeting) => `${date}#${meetingId}`;
    return [...meetings.values()]
      .map(({ meeting }) => publicMeetingOf(meeting))
      .filter(({ date }) => from <= date && date <= to)
      .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  },
});
