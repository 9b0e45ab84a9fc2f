import { usual, ways } from './motion-builders.ts';
import { examples } from './motion-commands.ts';
import { sideWays } from './motion-side-ways.ts';
import { as, type RowCase } from './row-case.ts';

const onBoard = sideWays['BoardAgenda, of a kept meeting'];
const _postpones = examples['postpone-in-council'].command;
const placesBoard = examples['place-on-board-agenda'].command;
const one = [{ clause: 1, outcome: 'GRANTED' as const }];

/** The board (rows 12–15f). */
export const boardRows: readonly RowCase[] = [
  {
    row: '12',
    says: 'on the agenda of a board that is summoned',
    from: ways.BoardReady,
    act: usual('place-on-board-agenda'),
    holds: { status: 'BoardAgenda', meetingDate: '2026-05-12' },
    tells: 'board-date',
    refused: [
      { act: usual('place-on-board-agenda', { today: '2026-05-04' }), code: 'not_summoned' },
      { act: as('board-secretary', { ...placesBoard, meetingId: 'board-x' }), code: 'meeting_unknown' },
    ],
  },
  {
    row: '12m',
    says: 'the board meets another day, and the case with it',
    from: onBoard,
    act: usual('follow-meeting/MeetingMoved#board'),
    holds: { status: 'BoardAgenda', meetingDate: '2026-05-19', meetingId: 'board-2026-05-12' },
    tells: 'board-date',
    refused: [
      { from: ways.BoardAgenda, act: usual('follow-meeting/MeetingMoved#board'), code: 'not_on_agenda' },
    ],
  },
  {
    row: '12x',
    says: 'the board’s meeting is cancelled',
    from: onBoard,
    act: usual('follow-meeting/MeetingCancelled#board'),
    holds: { status: 'BoardReady' },
    gone: ['meetingDate', 'meetingId'],
    tells: 'meeting-changed',
    refused: [{ act: usual('follow-meeting/MeetingCancelled#council'), code: 'not_on_agenda' }],
  },
  {
    row: '12e',
    says: 'the board’s meeting ends without taking it up',
    from: onBoard,
    act: usual('follow-meeting/MeetingEnded#board'),
    holds: { status: 'BoardReady' },
    gone: ['meetingDate', 'meetingId'],
    tells: 'meeting-changed',
    refused: [{ act: usual('follow-meeting/MeetingSummoned#board'), code: 'not_permitted' }],
  },
  {
    row: '13',
    says: 'the board postpones by majority',
    from: ways.BoardAgenda,
    act: usual('postpone-in-board'),
    holds: { status: 'BoardReady' },
    gone: ['meetingDate'],
    tells: 'postponed',
    refused: [
      {
        act: as('board-secretary', { ...examples['postpone-in-board'].command, request: { by: 'minority' } }),
        code: 'no_minority_right',
      },
    ],
  },
  {
    row: '14',
    says: 'the board refers back with a reason',
    from: ways.BoardAgenda,
    act: usual('refer-back-in-board'),
    holds: { status: 'Drafting', cycle: 1, returnedWith: {} },
    gone: ['meetingDate'],
    tells: 'referred-back',
    refused: [
      {
        act: as('board-secretary', {
          ...examples['refer-back-in-board'].command,
          request: { by: 'minority' },
        }),
        code: 'no_minority_right',
      },
    ],
  },
  {
    row: '15',
    says: 'the board proposes for each clause, in plenary',
    from: ways.BoardAgenda,
    act: usual('propose'),
    holds: { status: 'CouncilReady', boardProposal: { at: { paragraph: '§ 88' } } },
    gone: ['meetingDate'],
    tells: 'board-proposal',
    refused: [
      {
        act: as('board-secretary', { ...examples.propose.command, proposals: one }),
        code: 'clauses_not_covered',
      },
      { act: as('board-secretary', { ...examples.propose.command, present: 7 }), code: 'no_quorum' },
    ],
  },
  {
    row: '15f',
    says: 'the board has no stand, a committee has',
    from: sideWays['BoardAgenda, a committee proposes'],
    act: usual('forward-without-recommendation'),
    holds: { status: 'CouncilReady', boardProposal: { proposals: [] } },
    gone: ['meetingDate'],
    tells: 'board-proposal',
    refused: [
      { from: ways.BoardAgenda, act: usual('forward-without-recommendation'), code: 'proposal_needed' },
    ],
  },
  {
    row: '12o',
    says: 'the secretary takes it off the board’s agenda',
    from: ways.BoardAgenda,
    act: usual('take-off-agenda#board'),
    holds: { status: 'BoardReady' },
    gone: ['meetingDate'],
    tells: 'meeting-changed',
    refused: [{ act: usual('take-off-agenda'), code: 'not_permitted' }],
  },
];
