import type { MotionEvent } from '../../domain/events.ts';
import { fold } from '../../domain/evolve.ts';
import type { DatedEvent, MotionHistory } from '../../domain/motion-history.ts';
import type { ClauseOutcome } from '../../domain/outcome.ts';
import { caseOutcomeOf } from '../../domain/outcome.ts';

const document = { documentId: 'd', hash: '0'.repeat(64) };

/** An event and its day. */
export type Happened = readonly [day: string, event: MotionEvent];
type Signed = readonly { memberId: string; party: string }[];

const place = (body: 'board' | 'council', meetingDate: string, paragraph: string) => ({
  minutesId: `${body}-${meetingDate}`,
  meetingDate,
  paragraph,
});

export const registered = (
  raisedOn: string,
  facts: { number?: string; signed?: Signed; clauseCount?: number; registeredOn?: string } = {},
): Happened[] => [
  [
    raisedOn,
    {
      type: 'MotionImported',
      text: document,
      clauseCount: facts.clauseCount ?? 2,
      receivedOn: raisedOn,
      signatories: [...(facts.signed ?? [{ memberId: 'm-anna', party: 'A' }])],
    },
  ],
  [
    facts.registeredOn ?? raisedOn,
    {
      type: 'MotionRegistered',
      registrationNumber: facts.number ?? 'RS 1-2026',
      registerYear: Number(raisedOn.slice(0, 4)),
      raisedOn,
    },
  ],
];
export const referred = (day: string): Happened => [
  day,
  { type: 'MotionReferred', by: 'presidium', announcedOn: day },
];
export const assigned = (day: string): Happened => [
  day,
  { type: 'OfficerAssigned', officer: 'p-official', unit: 'Staben' },
];
export const drafted = (day: string): Happened => [day, { type: 'DraftingStarted' }];
export const answered = (day: string): Happened[] => [
  [
    day,
    { type: 'AnswerWritten', answer: document, proposals: [{ clause: 1, outcome: 'ANSWERED' as const }] },
  ],
  [day, { type: 'AnswerSubmitted' }],
];
export const approved = (day: string): Happened => [day, { type: 'AnswerApproved', step: 1, last: true }];
export const onBoardAgenda = (day: string, meetingDate: string): Happened => [
  day,
  { type: 'PlacedOnBoardAgenda', meetingDate, summonedOn: day },
];
export const proposed = (day: string): Happened => [
  day,
  {
    type: 'BoardProposed',
    at: place('board', day, '§ 7'),
    proposals: [{ clause: 1, outcome: 'ANSWERED' as const }],
  },
];
export const onCouncilAgenda = (day: string, meetingDate: string): Happened => [
  day,
  { type: 'PlacedOnCouncilAgenda', meetingDate, summonedOn: day, announcedOn: day },
];
export const decided = (day: string, outcomes: readonly ClauseOutcome[], paragraph = '§ 5'): Happened => {
  const decisions = outcomes.map((outcome, index) => ({ clause: index + 1, outcome }));
  const outcome = caseOutcomeOf(decisions);
  const at = place('council', day, paragraph);
  return [
    day,
    { type: 'CouncilDecided', at, decisions, outcome, deviatesFromBoard: false, present: 71, urgent: false },
  ];
};
export const reportedLate = (day: string, plannedOn?: string): Happened => [
  day,
  {
    type: 'ReportedLate',
    at: place('council', day, '§ 9'),
    soFar: document,
    proposal: 'continue',
    ...(plannedOn === undefined ? {} : { plannedOn }),
  },
];
/** Takes back an act of the board or the council. */
export const takenBack = (day: string, [, act]: Happened): Happened => {
  if (!('at' in act)) throw new Error('no act of a meeting');
  return [day, { type: 'ActTakenBack', at: act.at }];
};

/** The usual way to the council's agenda. */
export const prepared = (raisedOn: string, facts: Parameters<typeof registered>[1] = {}): Happened[] => [
  ...registered(raisedOn, facts),
  referred('2026-01-20'),
  assigned('2026-01-27'),
  drafted('2026-02-02'),
  ...answered('2026-03-16'),
  approved('2026-03-23'),
  onBoardAgenda('2026-04-01', '2026-04-14'),
  proposed('2026-04-14'),
  onCouncilAgenda('2026-05-04', '2026-05-19'),
];

/** The history of a case, its record folded from its events. */
export const aHistory = (happened: readonly Happened[], caseId = 'case-1'): MotionHistory => {
  const events: DatedEvent[] = happened.map(([occurredOn, event]) => ({ occurredOn, event }));
  const motion = fold(
    caseId,
    events.map(({ event }) => event),
  );
  if (motion === undefined) throw new Error('nothing has happened');
  return { motion, events };
};
