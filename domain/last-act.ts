import { expectFact } from './broken-record.ts';
import type { MotionEvent } from './events.ts';
import { type Motion, motion } from './motion.ts';

/** Acts of the board or the council that stand in minutes and change the motion. */
const acts: readonly MotionEvent['type'][] = [
  'BoardPostponed',
  'BoardReferredBack',
  'BoardProposed',
  'BoardForwarded',
  'CouncilPostponed',
  'CouncilReferredBack',
  'CouncilDecided',
  'CouncilWroteOff',
  'WithdrawalNoted',
];

/**
 * What leaves an act to be taken back: what stands beside the case, work on the next draft, and being put on an agenda,
 * from which it must have come off again.
 */
const besideAct: readonly MotionEvent['type'][] = [
  'ClockRang',
  'ReportedLate',
  'LateReportTakenBack',
  'ClausesWithdrawn',
  'StatementReceived',
  'SecrecyMarked',
  'SecrecyMarkLifted',
  'NoteAdded',
  'DaysCorrected',
  'OfficerReassigned',
  'AnswerWritten',
  'AnswerCommented',
  'PlacedOnBoardAgenda',
  'PlacedOnCouncilAgenda',
  'MeetingFollowed',
  'TakenOffAgenda',
];

const leavesAct = (event: MotionEvent): boolean =>
  besideAct.includes(event.type) || (event.type === 'SignatoryWithdrew' && !event.last);

type LastAct = Extract<Motion, { status: 'Registered' }>['lastAct'];

/** What can be taken back after an event: an act itself, the one before while nothing has built on it, or none. */
export const actFrom = (before: Motion | undefined, event: MotionEvent, version: number): LastAct => {
  if (before === undefined) return undefined;
  const earlier = 'lastAct' in before ? before.lastAct : undefined;
  if ('at' in event && acts.includes(event.type)) {
    return { version, at: event.at, before: { ...before, lastAct: undefined } };
  }
  return leavesAct(event) ? earlier : undefined;
};

/** The days of the register, which may have been corrected since (row 34). */
const daysIn = (now: object) => ({
  ...('receivedOn' in now ? { receivedOn: now.receivedOn } : {}),
  ...('raisedOn' in now ? { raisedOn: now.raisedOn } : {}),
});

/**
 * The motion as it was before its last act (KL 5:69: until the minutes are certified); what has happened beside the
 * act stays.
 * @throws BrokenRecord when there is no act to take back
 */
export const takeBack = (
  before: Motion | undefined,
  event: Extract<MotionEvent, { type: 'ActTakenBack' }>,
): Motion => {
  const last = expectFact(before !== undefined && 'lastAct' in before ? before.lastAct : undefined, event);
  const { rungClocks, signatories, ...now } = expectFact(before, event);
  const lateReport = 'lateReport' in now ? now.lateReport : undefined;
  const earlierReports = 'earlierReports' in now ? now.earlierReports : undefined;
  const withdrawnClauses = 'withdrawnClauses' in now ? now.withdrawnClauses : undefined;
  const consultations = 'consultations' in now ? now.consultations : undefined;
  const secrecy = 'secrecy' in now ? now.secrecy : undefined;
  const reports = { lateReport, earlierReports };
  const assigned = 'officer' in now ? { officer: now.officer, unit: now.unit } : {};
  const beside = {
    rungClocks,
    signatories,
    ...reports,
    withdrawnClauses,
    consultations,
    secrecy,
    ...assigned,
    ...daysIn(now),
  };
  return motion.parse({ ...last.before, ...beside });
};
