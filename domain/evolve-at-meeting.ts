import { expectFact, expectStatus } from './broken-record.ts';
import type { DeferralRequest, MinutesPlace, MotionEvent } from './events.ts';
import { anew } from './evolve-aftermath.ts';
import { type Motion, type MotionIn, undecided } from './motion.ts';

type MeetingEvent = Extract<
  MotionEvent,
  {
    type:
      | 'PlacedOnBoardAgenda'
      | 'MeetingFollowed'
      | 'TakenOffAgenda'
      | 'LateReportTakenBack'
      | 'BoardPostponed'
      | 'BoardReferredBack'
      | 'BoardProposed'
      | 'BoardForwarded'
      | 'ReportedLate'
      | 'CouncilWroteOff'
      | 'PlacedOnCouncilAgenda'
      | 'CouncilPostponed'
      | 'CouncilReferredBack'
      | 'CouncilDecided'
      | 'WithdrawalNoted';
  }
>;

/** Board and council: rows 5b, 12–19 and 28b of domain.md §11.1. */
export const evolveAtMeeting = (before: Motion | undefined, event: MeetingEvent): Motion => {
  switch (event.type) {
    case 'PlacedOnBoardAgenda': {
      const { type: _, summonedOn: __, ...sitting } = event;
      return { ...expectStatus(before, event, ['BoardReady']), status: 'BoardAgenda', ...sitting };
    }
    case 'MeetingFollowed': {
      if (event.happened.type !== 'MeetingMoved') return offAgenda(before, event);
      // An announcement of the old day does not hold for the new one (KL 5:13).
      const record = { ...expectStatus(before, event, onAgenda), meetingDate: event.happened.to };
      return record.status === 'BoardAgenda' ? record : { ...record, ownAnnouncement: undefined };
    }
    case 'TakenOffAgenda':
      return offAgenda(before, event);
    case 'LateReportTakenBack': {
      const { earlierReports = [], ...record } = expectStatus(before, event, undecided);
      return withReports(record, earlierReports);
    }
    case 'BoardPostponed': {
      const { meetingDate: _, ...record } = expectStatus(before, event, ['BoardAgenda']);
      return { ...record, status: 'BoardReady' };
    }
    case 'BoardReferredBack': {
      const { meetingDate: _, ...record } = expectStatus(before, event, ['BoardAgenda']);
      return { ...record, status: 'Drafting', cycle: record.cycle + 1, returnedWith: event.reason };
    }
    case 'BoardProposed': {
      const { meetingDate: _, ...record } = expectStatus(before, event, ['BoardAgenda']);
      const { type: __, ...boardProposal } = event;
      return { ...record, status: 'CouncilReady', boardProposal };
    }
    case 'BoardForwarded': {
      const { meetingDate: _, ...record } = expectStatus(before, event, ['BoardAgenda']);
      return { ...record, status: 'CouncilReady', boardProposal: { at: event.at, proposals: [] } };
    }
    case 'ReportedLate': {
      const { type: _, ...lateReport } = event;
      const record = expectStatus(before, event, undecided);
      const { earlierReports = [], lateReport: latest } = record;
      return withReports(record, [...earlierReports, ...(latest === undefined ? [] : [latest]), lateReport]);
    }
    case 'CouncilWroteOff':
      return { ...expectStatus(before, event, undecided), status: 'Decided', decision: decisionOf(event) };
    case 'PlacedOnCouncilAgenda': {
      const { type: _, summonedOn: __, announcedOn: ___, ...sitting } = event;
      const record = expectStatus(before, event, ['CouncilReady', 'WithdrawalPending']);
      return record.status === 'CouncilReady'
        ? { ...record, status: 'CouncilAgenda', ...sitting }
        : { ...record, leftAgenda: undefined, ...sitting };
    }
    case 'CouncilPostponed': {
      const record = expectStatus(before, event, ['CouncilAgenda', 'WithdrawalPending']);
      if (record.status === 'WithdrawalPending') return { ...offCouncil(record), ...deferral(record, event) };
      const { meetingDate: _, ...rest } = record;
      return { ...rest, ...deferral(rest, event), status: 'CouncilReady' };
    }
    case 'CouncilReferredBack': {
      const onAgenda = expectStatus(before, event, ['CouncilAgenda', 'WithdrawalPending']);
      const cycle = (onAgenda.cycle ?? 0) + 1;
      if (onAgenda.status === 'WithdrawalPending') {
        const pending = offCouncil(onAgenda);
        return { ...anew(pending), ...deferral(pending, event), cycle };
      }
      const { meetingDate: _, ...record } = onAgenda;
      return {
        ...anew(record),
        ...deferral(record, event),
        status: 'Drafting',
        cycle,
        returnedWith: event.reason,
      };
    }
    case 'CouncilDecided': {
      const record = expectStatus(before, event, ['CouncilAgenda', 'Registered', 'WithdrawalPending']);
      if (record.status === 'WithdrawalPending') return decideWithdrawn(record, event);
      if (record.status === 'Registered')
        return { ...record, status: 'Decided', decision: decisionOf(event) };
      const { meetingDate: _, ...rest } = record;
      return { ...rest, status: 'Decided', decision: decisionOf(event) };
    }
    case 'WithdrawalNoted':
      return decideWithdrawn(expectStatus(before, event, ['WithdrawalPending']), event);
  }
};

/** Noted and written off, or decided before it was withdrawn. */
const decideWithdrawn = (
  record: MotionIn<'WithdrawalPending'>,
  event: Extract<MotionEvent, { type: 'CouncilDecided' | 'WithdrawalNoted' }>,
): Motion => ({
  ...record,
  status: 'Decided',
  registrationNumber: expectFact(record.registrationNumber, event),
  registerYear: expectFact(record.registerYear, event),
  raisedOn: expectFact(record.raisedOn, event),
  cycle: expectFact(record.cycle, event),
  minorityDeferralUsed: expectFact(record.minorityDeferralUsed, event),
  decision: decisionOf(event),
});

/** The last of the reports is the one that stands; the others are kept, so that it can be again (KL 5:35, 5:69). */
const withReports = (
  { lateReport: _, earlierReports: __, ...record }: MotionIn<(typeof undecided)[number]>,
  reports: readonly NonNullable<MotionIn<'Registered'>['lateReport']>[],
): Motion => {
  const lateReport = reports.at(-1);
  const earlierReports = reports.slice(0, -1);
  if (lateReport === undefined) return record;
  return earlierReports.length === 0 ? { ...record, lateReport } : { ...record, lateReport, earlierReports };
};

const onAgenda = ['BoardAgenda', 'CouncilAgenda', 'WithdrawalPending'] as const;

/** Back where the secretary places it from. */
const offAgenda = (before: Motion | undefined, event: MeetingEvent): Motion => {
  const record = expectStatus(before, event, onAgenda);
  const { meetingId, meetingDate } = record;
  const leftAgenda =
    meetingId === undefined || meetingDate === undefined ? undefined : { ...record, meetingId, meetingDate };
  switch (record.status) {
    case 'BoardAgenda':
      return { ...record, status: 'BoardReady', leftAgenda };
    case 'CouncilAgenda':
      return { ...record, status: 'CouncilReady', leftAgenda };
    case 'WithdrawalPending':
      return { ...offCouncil(record), leftAgenda };
  }
};

/** A withdrawn motion keeps its status, so that what it had of the agenda is taken from it by name. */
const offCouncil = ({
  meetingDate: _,
  meetingId: __,
  placedOn: ___,
  ownAnnouncement: ____,
  basis: _____,
  placedWithdrawn: ______,
  ...record
}: MotionIn<'WithdrawalPending'>): MotionIn<'WithdrawalPending'> => record;

/** Only a deferral carried on a minority's request uses up the minority's right (KL 5:50 1 st.). */
const deferral = (
  record: { minorityDeferralUsed?: boolean | undefined },
  { request, at }: { request: DeferralRequest; at: MinutesPlace },
) => ({
  lastDeferral: request,
  deferredAt: at,
  minorityDeferralUsed: record.minorityDeferralUsed === true || request.by === 'minority',
});

const decisionOf = (
  event: Extract<MotionEvent, { type: 'CouncilDecided' | 'CouncilWroteOff' | 'WithdrawalNoted' }>,
) => ({
  at: event.at,
  decisions: event.decisions,
  outcome: event.outcome,
  deviatesFromBoard: event.deviatesFromBoard,
  ground: event.ground,
  deliberation: event.deliberation,
  texts: event.texts,
  withdrawnTooLate: 'withdrawnTooLate' in event ? event.withdrawnTooLate : undefined,
});
