import { expect, test } from 'vitest';
import type { MotionEvent } from '../../domain/events.ts';
import { occurredOnOf } from '../../domain/occurred-on.ts';
import { follow, judge, nowhere } from '../support/motion-builders.ts';
import { rowCases } from '../support/row-cases.ts';

const KEYED = '2027-01-04';
const COUNCIL = '2026-06-16';
const BOARD = '2026-05-12';

/** The day each event of the examples took place; `KEYED` where nobody does it but on the day it is keyed in. */
const days: Readonly<Record<MotionEvent['type'], readonly string[]>> = {
  DraftStarted: [KEYED],
  TextRevised: [KEYED],
  TextApproved: [KEYED],
  DraftDiscarded: [KEYED],
  MotionSubmitted: ['2026-01-12'],
  MotionImported: ['2026-01-12'],
  MotionRegistered: [KEYED],
  MotionReturned: [KEYED],
  MotionResubmitted: [KEYED],
  MotionCompletedOnPaper: [KEYED],
  MotionReferred: ['2026-02-10'],
  OfficerAssigned: [KEYED],
  DraftingStarted: [KEYED],
  AnswerWritten: [KEYED],
  OfficerReassigned: [KEYED],
  ConsultationSent: ['2026-07-30'],
  StatementReceived: ['2026-07-30'],
  ConsultationEnded: [KEYED],
  PreparationJoined: [KEYED],
  PreparationLeft: [KEYED],
  AnswerSubmitted: [KEYED],
  AnswerApproved: [KEYED],
  ApproverDisqualified: [KEYED],
  AnswerReturned: [KEYED],
  AnswerCommented: [KEYED],
  PlacedOnBoardAgenda: [KEYED],
  BoardPostponed: [BOARD],
  BoardReferredBack: [BOARD],
  BoardProposed: [BOARD],
  BoardForwarded: [BOARD],
  PlacedOnCouncilAgenda: [KEYED],
  CouncilPostponed: [COUNCIL],
  CouncilReferredBack: [COUNCIL],
  CouncilDecided: [COUNCIL],
  SignatoryWithdrew: [
    '2026-03-01',
    '2026-05-01',
    '2026-05-02',
    '2026-05-20',
    '2026-06-10',
    '2026-06-16',
    '2026-07-30',
  ],
  WithdrawalCompleted: ['2026-07-30'],
  ClausesWithdrawn: [KEYED],
  WithdrawalNoted: [COUNCIL],
  ReportedLate: [COUNCIL],
  CouncilWroteOff: [COUNCIL],
  ActTakenBack: [KEYED],
  LateReportTakenBack: [KEYED],
  TakenOffAgenda: [BOARD, COUNCIL],
  // Moved and cancelled on the day of it; ended on the day of the meeting, whenever that is noted.
  MeetingFollowed: [BOARD, COUNCIL, KEYED],
  OpenMotionImported: [KEYED],
  EarlierWorkImported: [KEYED],
  // Certified, posted, found down, appealed, closed; that a time has passed is seen on the day of it.
  MinutesFollowed: [
    '2026-06-25',
    '2026-06-26',
    '2026-07-01',
    '2026-07-02',
    '2026-07-10',
    '2026-07-20',
    KEYED,
  ],
  ClockRang: [KEYED],
  CaseArchived: [KEYED],
  SecrecyMarked: ['2026-07-30', '2026-09-01'],
  SecrecyMarkLifted: [KEYED],
  NoteAdded: [KEYED],
  DaysCorrected: [KEYED],
};

/** Every event of the way to a row and of the row, each with the record it came upon. */
const happened = rowCases.flatMap(({ from, act }) => {
  let journey = nowhere;
  return [...from, act].map((each) => {
    const before = journey.motion;
    const verdict = judge(journey, each);
    if (verdict.kind === 'refusal') throw new Error(verdict.code);
    journey = follow(journey, verdict);
    return { before, event: verdict.event };
  });
});

test.each(Object.entries(days))('%s is of its own day, whenever it is keyed in', (type, expected) => {
  const found = happened
    .filter(({ event }) => event.type === type)
    .map(({ before, event }) => occurredOnOf(event, KEYED, before));
  expect([...new Set(found)].sort()).toEqual(expected);
});
