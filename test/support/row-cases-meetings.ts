import { usual, ways } from './motion-builders.ts';
import { examples } from './motion-commands.ts';
import { sideWays } from './motion-side-ways.ts';
import { as, type RowCase } from './row-case.ts';

const onBoard = sideWays['BoardAgenda, of a kept meeting'];
const onCouncil = sideWays['CouncilAgenda, of a kept meeting'];
const postpones = examples['postpone-in-council'].command;
const remits = examples['refer-back-in-council'].command;
const placesBoard = examples['place-on-board-agenda'].command;
const placesCouncil = examples['place-on-council-agenda'].command;
const one = [{ clause: 1, outcome: 'GRANTED' as const }];

/** Board and council (rows 12–19t, 28b–30). */
export const meetingRows: readonly RowCase[] = [
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
    row: '16',
    says: 'announced and summoned a week before',
    from: ways.CouncilReady,
    act: usual('place-on-council-agenda'),
    holds: { status: 'CouncilAgenda', meetingDate: '2026-06-16', basis: 'announced' },
    tells: 'council-date',
    refused: [
      {
        act: as('council-secretary', { ...placesCouncil, announcedOn: '2026-06-10' }),
        code: 'not_announced',
      },
      { act: as('council-secretary', { ...placesCouncil, summonedOn: '2026-06-10' }), code: 'not_summoned' },
    ],
  },
  {
    row: '16m',
    says: 'the council meets another day, and the case with it',
    from: onCouncil,
    act: usual('follow-meeting/MeetingMoved#council'),
    holds: { status: 'CouncilAgenda', meetingDate: '2026-06-23', meetingId: 'council-2026-06-16' },
    tells: 'council-date',
    refused: [
      { from: ways.CouncilAgenda, act: usual('follow-meeting/MeetingMoved#council'), code: 'not_on_agenda' },
    ],
  },
  {
    row: '16x',
    says: 'the council’s meeting is cancelled',
    from: onCouncil,
    act: usual('follow-meeting/MeetingCancelled#council'),
    holds: { status: 'CouncilReady', boardProposal: {} },
    gone: ['meetingDate', 'meetingId', 'basis'],
    tells: 'meeting-changed',
    refused: [{ act: usual('follow-meeting/MeetingCancelled#board'), code: 'not_on_agenda' }],
  },
  {
    row: '16e',
    says: 'the council’s meeting ends without taking it up',
    from: onCouncil,
    act: usual('follow-meeting/MeetingEnded#council'),
    holds: { status: 'CouncilReady', boardProposal: {} },
    gone: ['meetingDate', 'meetingId', 'basis'],
    tells: 'meeting-changed',
    refused: [{ act: usual('follow-meeting/MeetingEnded#board'), code: 'not_on_agenda' }],
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
  {
    row: '16o',
    says: 'the secretary takes it off the council’s agenda: what an inquorate council leaves',
    from: ways.CouncilAgenda,
    act: usual('take-off-agenda'),
    holds: { status: 'CouncilReady', boardProposal: {} },
    gone: ['meetingDate'],
    tells: 'meeting-changed',
    refused: [{ act: usual('take-off-agenda#board'), code: 'not_permitted' }],
  },
  {
    row: '29t',
    says: 'a report keyed on the wrong case is taken back while the minutes are open',
    from: [...ways.Drafting, usual('report-late')],
    act: usual('take-back-late-report'),
    holds: { status: 'Drafting' },
    gone: ['lateReport'],
    refused: [{ from: ways.Drafting, act: usual('take-back-late-report'), code: 'nothing_to_take_back' }],
  },
  {
    row: '17',
    says: 'the council postpones, a third of it once',
    from: ways.CouncilAgenda,
    act: usual('postpone-in-council'),
    holds: {
      status: 'CouncilReady',
      lastDeferral: { by: 'majority', present: 71 },
      minorityDeferralUsed: false,
    },
    gone: ['meetingDate'],
    tells: 'postponed',
    refused: [
      {
        act: as('council-secretary', { ...postpones, request: { by: 'minority', present: 71, behind: 23 } }),
        code: 'minority_too_small',
      },
    ],
  },
  {
    row: '18',
    says: 'the council refers back, with the reason of those who asked',
    from: ways.CouncilAgenda,
    act: usual('refer-back-in-council'),
    holds: {
      status: 'Drafting',
      cycle: 1,
      returnedWith: {},
      minorityDeferralUsed: true,
      lastDeferral: { by: 'minority', behind: 24 },
    },
    gone: ['meetingDate', 'boardProposal'],
    tells: 'referred-back',
    refused: [
      {
        from: [
          ...ways.CouncilAgenda,
          as('council-secretary', { ...postpones, request: { by: 'minority', present: 71, behind: 24 } }),
          usual('place-on-council-agenda'),
        ],
        act: as('council-secretary', remits),
        code: 'minority_right_used',
      },
    ],
  },
  {
    row: '19',
    says: 'the council decides, clause by clause',
    from: ways.CouncilAgenda,
    act: usual('decide'),
    holds: {
      status: 'Decided',
      decision: { outcome: 'MIXED', deviatesFromBoard: false, at: { paragraph: '§ 41' } },
    },
    gone: ['meetingDate'],
    tells: 'decided',
    refused: [
      { act: as('council-secretary', { ...examples.decide.command, present: 35 }), code: 'no_quorum' },
      {
        act: as('council-secretary', { ...examples.decide.command, decisions: one }),
        code: 'clauses_not_covered',
      },
    ],
  },
  {
    row: '19t',
    says: 'a mis-keyed act is taken back until the minutes are signed',
    from: ways.Decided,
    act: as('council-secretary', { type: 'take-back-act' }),
    holds: { status: 'CouncilAgenda', meetingDate: '2026-06-16' },
    gone: ['decision', 'lastAct'],
    tells: 'corrected',
    refused: [{ act: as('board-secretary', { type: 'take-back-act' }), code: 'not_permitted' }],
  },
  {
    row: '28b',
    says: 'the council notes a withdrawal and writes the motion off',
    from: ways.WithdrawalPending,
    act: usual('note-withdrawal'),
    holds: { status: 'Decided', decision: { outcome: 'WRITTEN_OFF', ground: 'withdrawal' } },
    tells: 'decided',
    refused: [
      {
        from: sideWays['WithdrawalPending, unregistered'],
        act: usual('note-withdrawal'),
        code: 'not_registered',
      },
      {
        act: as('council-secretary', { ...examples['note-withdrawal'].command, announcedOn: '2026-06-16' }),
        code: 'not_announced',
      },
    ],
  },
  {
    row: '29',
    says: 'the delay is reported to the council, and the case goes on',
    from: ways.Consulting,
    act: usual('report-late'),
    holds: {
      status: 'Consulting',
      lateReport: { at: { minutesId: 'council-2026-06-16' }, plannedOn: '2026-11-17', proposal: 'continue' },
    },
    tells: 'late-report',
    refused: [
      {
        act: as('council-secretary', { ...examples['report-late'].command, plannedOn: '2026-06-15' }),
        code: 'date_out_of_order',
      },
    ],
  },
  {
    row: '30',
    says: 'written off when the report is before the same meeting',
    from: [...ways.Drafting, usual('report-late')],
    act: usual('write-off'),
    holds: {
      status: 'Decided',
      decision: { outcome: 'WRITTEN_OFF', ground: 'late', decisions: [{ clause: 1 }, { clause: 2 }] },
    },
    tells: 'decided',
    refused: [
      { from: ways.Drafting, act: usual('write-off'), code: 'not_reported' },
      {
        act: as('council-secretary', { ...examples['write-off'].command, minutesId: 'council-2026-07-28' }),
        code: 'not_reported',
      },
    ],
  },
];
