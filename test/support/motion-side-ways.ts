import { joined } from '../../domain/evolve-consultation.ts';
import { type Status, undecided, withdrawable } from '../../domain/motion.ts';
import {
  type Act,
  approves,
  by,
  type Course,
  january,
  starts,
  usual,
  ways,
  waysOf,
  withdraws,
} from './motion-builders.ts';
import { examples } from './motion-commands.ts';
import { actors } from './motion-people.ts';
import { BOARD_MEETING, COUNCIL_MEETING } from './wider-commands.ts';

const [boardSecretary, councilSecretary] = [actors['board-secretary'], actors['council-secretary']];

/** Courses that a case can take: on paper before the product, with others, at kept meetings, urgent. */
export const joint: Course = { assigned: [usual('join-preparation')] };
export const consulted: Course = { drafting: [usual('send-consultation'), usual('record-statement')] };
export const forwarded: Course = { ...consulted, propose: usual('forward-without-recommendation') };
export const kept: Course = {
  board: by(boardSecretary, { type: 'place-on-board-agenda', meetingId: BOARD_MEETING }),
  // The day it is announced: what is put there later was not announced with it (KL 5:13).
  council: by(
    councilSecretary,
    { type: 'place-on-council-agenda', meetingId: COUNCIL_MEETING },
    { today: '2026-06-08' },
  ),
};
const placed = examples['place-on-council-agenda'].command;
export const urgent: Course = {
  council: by(councilSecretary, { ...placed, basis: 'urgent', announcedOn: '2026-06-15' }),
};
export const unannounced: Course = {
  council: by(councilSecretary, {
    type: 'place-on-council-agenda',
    meetingDate: placed.meetingDate,
    summonedOn: placed.summonedOn,
    basis: 'unannounced',
  }),
  decide: by(councilSecretary, { ...examples.decide.command, present: 60, agreeing: 60 }),
};
/** Signed by one who sits and one who has left since. */
export const withLeaver: Course = {
  draft: [
    starts({ signatories: ['m-anna', 'm-left'] }, january),
    approves('m-anna', january),
    approves('m-left', january),
  ],
};

const followed = (acts: readonly Act[]) => [
  ...acts,
  usual('follow-minutes/MinutesCertified'),
  usual('follow-minutes/NoticePosted'),
];
const appeal = usual('follow-minutes/AppealRecorded');
const late = [usual('report-late'), usual('write-off')];
const ofStatuses = <S extends Status>(
  name: string,
  statuses: readonly S[],
  actsTo: (status: S) => readonly Act[],
) => Object.fromEntries(statuses.map((status) => [`${status}, ${name}`, actsTo(status)]));

const imported = {
  Registered: [usual('import-open-motion#Registered')],
  Referred: [usual('import-open-motion#Referred')],
  Assigned: [usual('import-open-motion#Assigned')],
  Drafting: [usual('import-open-motion#Drafting')],
  BoardReady: [usual('import-open-motion#Drafting'), usual('import-earlier-work#answered')],
  CouncilReady: [usual('import-open-motion#Drafting'), usual('import-earlier-work#proposed')],
};

const withdrawn = [withdraws('m-anna', { today: '2026-05-01' }), withdraws('m-bo', { today: '2026-05-02' })];
/** At three in the afternoon of the day the council meets. */
const onTheDay = { today: '2026-06-16' };
const withdrawnOnTheDay = [withdraws('m-anna', onTheDay), withdraws('m-bo', onTheDay)];
const beforeMeeting = { today: '2026-06-10' };
const keptCouncil = waysOf(kept).CouncilAgenda;

/** Other ways to the same statuses, where the law looks at how the motion came there. */
export const sideWays = {
  'Approval, at its last step': [...ways.Approval, by(actors.manager, { type: 'approve-answer' })],
  'Approval, disqualified': [...ways.Approval, usual('declare-disqualification')],
  'Approval, reminded': [...ways.Approval, usual('ring-clock#approval')],
  'Consulting, two out': [
    ...ways.Consulting,
    by(actors.official, { ...examples['send-consultation'].command, recipient: 'n-vard' }),
  ],
  'Drafting, a statement no longer waited for': [...ways.Consulting, usual('end-consultation')],
  'Consulting, from assignment': [...ways.Assigned, usual('send-consultation')],
  'BoardReady, postponed': [...ways.BoardAgenda, usual('postpone-in-board')],
  'Drafting, referred back by the board': [...ways.BoardAgenda, usual('refer-back-in-board')],
  'CouncilReady, postponed': [...ways.CouncilAgenda, usual('postpone-in-council')],
  'Drafting, referred back by the council': [...ways.CouncilAgenda, usual('refer-back-in-council')],
  'BoardAgenda, a committee proposes': waysOf(consulted).BoardAgenda,
  'BoardAgenda, of a kept meeting': waysOf(kept).BoardAgenda,
  'CouncilAgenda, of a kept meeting': waysOf(kept).CouncilAgenda,
  'CouncilReady, forwarded': waysOf(forwarded).CouncilReady,
  'CouncilAgenda, urgent': waysOf(urgent).CouncilAgenda,
  'CouncilAgenda, unannounced': waysOf(unannounced).CouncilAgenda,
  'CouncilAgenda, decision taken back': [...ways.Decided, by(councilSecretary, { type: 'take-back-act' })],
  'WithdrawalPending, unregistered': [...ways.Received, ...withdrawn],
  'WithdrawalPending, on an agenda': [...ways.WithdrawalPending, usual('place-on-council-agenda')],
  'WithdrawalPending, of a kept meeting': [
    ...keptCouncil,
    withdraws('m-anna', beforeMeeting),
    withdraws('m-bo', beforeMeeting),
  ],
  'WithdrawalPending, on the day': [...ways.CouncilAgenda, ...withdrawnOnTheDay],
  'WithdrawalPending, sent back first': [
    ...ways.CouncilAgenda,
    ...withdrawnOnTheDay,
    usual('refer-back-in-council'),
  ],
  'Decided, then withdrawn': [...ways.CouncilAgenda, ...withdrawnOnTheDay, usual('decide')],
  'WithdrawalPending, postponed': [
    ...ways.WithdrawalPending,
    usual('place-on-council-agenda'),
    usual('postpone-in-council'),
  ],
  'Decided, at once': [...ways.Registered, usual('decide-at-once')],
  'Decided, withdrawn': [...ways.WithdrawalPending, usual('note-withdrawal')],
  'Decided, written off late': [...ways.Drafting, ...late],
  'Appealed, never prepared': [...followed([...ways.Registered, usual('decide-at-once')]), appeal],
  'Appealed, withdrawn': [
    ...followed([
      ...ways.CouncilReady,
      withdraws('m-anna', { today: '2026-05-20' }),
      withdraws('m-bo', { today: '2026-05-20' }),
      usual('note-withdrawal'),
    ]),
    appeal,
  ],
  'Appealed, written off late': [...followed([...ways.Drafting, ...late]), appeal],
  'Appealed, notice down': [...ways.Certified, appeal],
  'Appealed, twice': [...ways.Appealed, usual('follow-minutes/AppealRecorded/another')],
} satisfies Record<string, readonly Act[]>;

/** What a case can have met in any of some statuses. */
export const metInAny: Readonly<Record<string, readonly Act[]>> = {
  ...ofStatuses('imported', Object.keys(imported) as (keyof typeof imported)[], (status) => imported[status]),
  ...ofStatuses('joint', joined, (status) => waysOf(joint)[status]),
  ...ofStatuses('reported late', undecided, (status) => [...ways[status], usual('report-late')]),
  ...ofStatuses('all but one withdrawn', withdrawable, (status) => [...ways[status], withdraws('m-bo')]),
  ...ofStatuses('marked as secret', ['Received', 'Drafting', 'Decided', 'Archived'], (status) => [
    ...ways[status],
    usual('mark-secrecy'),
  ]),
  ...ofStatuses('left alone', withdrawable, (status) => [
    ...waysOf(withLeaver)[status],
    withdraws('m-anna', { today: '2026-03-01' }),
  ]),
};
