import { approves, by, january, starts, usual, ways, waysOf, withdraws } from './motion-builders.ts';
import { examples } from './motion-commands.ts';
import { theMember } from './motion-people.ts';
import { sideWays } from './motion-side-ways.ts';
import { as, type RowCase } from './row-case.ts';

const places = examples['place-on-council-agenda'].command;
const onAgenda = sideWays['WithdrawalPending, on an agenda'];
const onTheDay = sideWays['WithdrawalPending, on the day'];
const ofKept = sideWays['WithdrawalPending, of a kept meeting'];
const offAgenda = ['meetingDate', 'meetingId', 'placedOn', 'ownAnnouncement', 'basis', 'placedWithdrawn'];

/** Withdrawal (rows 28–28s), which can come at any of these steps, and the council that notes it. */
export const withdrawalRows: readonly RowCase[] = [
  {
    row: '28a',
    says: 'by some: the motion goes on',
    from: ways.BoardReady,
    act: withdraws('m-bo'),
    holds: {
      status: 'BoardReady',
      signatories: [{ memberId: 'm-anna' }, { memberId: 'm-bo', withdrawnOn: '2026-07-30' }],
    },
    refused: [
      { from: [...ways.BoardReady, withdraws('m-bo')], act: withdraws('m-bo'), code: 'already_withdrawn' },
    ],
  },
  {
    row: '28',
    says: 'by all remaining: to be noted by the council',
    from: [...ways.BoardReady, withdraws('m-bo')],
    act: withdraws('m-anna'),
    holds: { status: 'WithdrawalPending', answer: {} },
    tells: 'withdrawn',
    refused: [{ act: withdraws('m-idle'), code: 'not_permitted' }],
  },
  {
    row: '28c',
    says: 'of a clause, when nobody stands behind it any more',
    from: [...ways.Drafting, usual('withdraw-clauses')],
    act: by(theMember('m-bo'), examples['withdraw-clauses'].command),
    holds: { status: 'Drafting', withdrawnClauses: [2] },
    refused: [
      { act: by(theMember('m-bo'), { type: 'withdraw-clauses', clauses: [3] }), code: 'clause_unknown' },
      { act: usual('withdraw-clauses'), code: 'already_withdrawn' },
    ],
  },
  {
    row: '28r',
    says: 'by the registrar, when the others have left the council',
    from: [
      ...waysOf({
        draft: [
          starts({ signatories: ['m-anna', 'm-left'] }, january),
          approves('m-anna', january),
          approves('m-left', january),
        ],
      }).Assigned,
      withdraws('m-anna', { today: '2026-03-01' }),
    ],
    act: usual('complete-withdrawal'),
    holds: { status: 'WithdrawalPending' },
    tells: 'withdrawn',
    refused: [
      { act: usual('complete-withdrawal', { today: '2026-03-31' }), code: 'not_all_withdrawn' },
      { from: ways.Assigned, act: usual('complete-withdrawal'), code: 'not_all_withdrawn' },
    ],
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
      {
        from: onAgenda,
        act: as('council-secretary', {
          ...examples['note-withdrawal'].command,
          minutesId: 'council-2026-07-28',
        }),
        code: 'minutes_of_other_meeting',
      },
    ],
  },
  {
    row: '28p',
    says: 'on the agenda of a meeting, announced and summoned as any matter',
    from: ways.WithdrawalPending,
    act: usual('place-on-council-agenda'),
    holds: { status: 'WithdrawalPending', meetingDate: '2026-06-16', basis: 'announced' },
    tells: 'council-date',
    refused: [
      { act: as('council-secretary', { ...places, announcedOn: '2026-06-10' }), code: 'not_announced' },
      { act: as('council-secretary', { ...places, summonedOn: '2026-06-10' }), code: 'not_summoned' },
      {
        from: sideWays['WithdrawalPending, unregistered'],
        act: usual('place-on-council-agenda'),
        code: 'not_registered',
      },
      { from: onAgenda, act: usual('place-on-council-agenda'), code: 'on_agenda_already' },
    ],
  },
  {
    row: '28m',
    says: 'the council meets another day, and what it was announced for by itself does not hold',
    from: ofKept,
    act: usual('follow-meeting/MeetingMoved#council'),
    holds: { status: 'WithdrawalPending', meetingDate: '2026-06-23', meetingId: 'council-2026-06-16' },
    gone: ['ownAnnouncement'],
    tells: 'council-date',
    refused: [
      {
        from: onAgenda,
        act: usual('follow-meeting/MeetingMoved#council'),
        code: 'not_on_agenda',
      },
    ],
  },
  {
    row: '28x',
    says: 'the council’s meeting is cancelled: it is noted at another',
    from: ofKept,
    act: usual('follow-meeting/MeetingCancelled#council'),
    holds: { status: 'WithdrawalPending', leftAgenda: { meetingId: 'council-2026-06-16' } },
    gone: offAgenda,
    tells: 'meeting-changed',
  },
  {
    row: '28e',
    says: 'the council’s meeting ends without noting it',
    from: ofKept,
    act: usual('follow-meeting/MeetingEnded#council'),
    holds: { status: 'WithdrawalPending', leftAgenda: { placedOn: '2026-06-08' } },
    gone: offAgenda,
    tells: 'meeting-changed',
  },
  {
    row: '28o',
    says: 'the secretary takes it off the agenda',
    from: onAgenda,
    act: usual('take-off-agenda'),
    holds: { status: 'WithdrawalPending' },
    gone: [...offAgenda, 'leftAgenda'],
    tells: 'meeting-changed',
    refused: [
      { act: usual('take-off-agenda#board'), code: 'not_permitted' },
      { from: ways.WithdrawalPending, act: usual('take-off-agenda'), code: 'not_on_agenda' },
    ],
  },
  {
    row: '28s',
    says: 'the council puts off noting it',
    from: onAgenda,
    act: usual('postpone-in-council'),
    holds: { status: 'WithdrawalPending', lastDeferral: { by: 'majority' }, minorityDeferralUsed: false },
    gone: offAgenda,
    tells: 'postponed',
    refused: [
      { from: ways.WithdrawalPending, act: usual('postpone-in-council'), code: 'not_on_agenda' },
      {
        act: as('council-secretary', {
          ...examples['postpone-in-council'].command,
          request: { by: 'minority', present: 71, behind: 23 },
        }),
        code: 'minority_too_small',
      },
    ],
  },
  {
    row: '28d',
    says: 'the council had decided when it was withdrawn: the decision stands, and says so',
    from: onTheDay,
    act: usual('decide'),
    holds: {
      status: 'Decided',
      decision: { outcome: 'MIXED', withdrawnTooLate: true, at: { paragraph: '§ 41' } },
      signatories: [{ withdrawnOn: '2026-06-16' }, { withdrawnOn: '2026-06-16' }],
    },
    gone: ['meetingDate'],
    tells: 'decided',
    refused: [
      // Withdrawn the week before: its withdrawal is what is on the agenda.
      { from: ofKept, act: usual('decide'), code: 'withdrawn_first' },
      { from: onAgenda, act: usual('decide'), code: 'withdrawn_first' },
      { from: ways.WithdrawalPending, act: usual('decide'), code: 'not_on_agenda' },
      { act: as('council-secretary', { ...examples.decide.command, present: 35 }), code: 'no_quorum' },
    ],
  },
  {
    row: '28k',
    says: 'the council had sent it back when it was withdrawn: it had not decided, so the withdrawal stands',
    from: onTheDay,
    act: usual('refer-back-in-council'),
    holds: {
      status: 'WithdrawalPending',
      cycle: 1,
      minorityDeferralUsed: true,
      deferredAt: {},
      earlierAnswer: {},
    },
    gone: [...offAgenda, 'boardProposal'],
    tells: 'referred-back',
    refused: [
      { from: ofKept, act: usual('refer-back-in-council'), code: 'withdrawn_first' },
      { from: ways.WithdrawalPending, act: usual('refer-back-in-council'), code: 'not_on_agenda' },
    ],
  },
];
