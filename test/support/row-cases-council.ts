import { usual, ways } from './motion-builders.ts';
import { examples } from './motion-commands.ts';
import { sideWays } from './motion-side-ways.ts';
import { as, type RowCase } from './row-case.ts';

const onCouncil = sideWays['CouncilAgenda, of a kept meeting'];
const postpones = examples['postpone-in-council'].command;
const remits = examples['refer-back-in-council'].command;
const placesCouncil = examples['place-on-council-agenda'].command;
const one = [{ clause: 1, outcome: 'GRANTED' as const }];

/** The council (rows 16–19t, 29–30). */
export const councilRows: readonly RowCase[] = [
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
    tells: 'corrected',
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
