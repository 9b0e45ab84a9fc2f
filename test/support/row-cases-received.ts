import { approves, by, january, starts, usual, ways } from './motion-builders.ts';
import { examples, text } from './motion-commands.ts';
import { aRegion, theMember } from './motion-people.ts';
import { sideWays } from './motion-side-ways.ts';
import { as, type RowCase } from './row-case.ts';

const open = examples['import-open-motion#Drafting'].command;
const { announcedOn: _, ...unannounced } = open;
const paper = examples['complete-on-paper'].command;
const earlier = examples['import-earlier-work#proposed'].command;
const importedDrafting = [usual('import-open-motion#Drafting')];

/** Until the motion is registered (rows 0–5b). */
export const receivedRows: readonly RowCase[] = [
  {
    row: '0',
    says: 'a member starts a draft of the group’s own',
    from: [],
    act: usual('start-draft'),
    holds: { status: 'Draft', author: 'p-member', partyGroup: 'g-ex' },
    refused: [{ act: starts({ signatories: ['m-nobody'] }), code: 'unknown_member' }],
  },
  {
    row: '0a',
    says: 'a revised text is approved anew',
    from: ways.Draft,
    act: usual('revise-text'),
    holds: { status: 'Draft', signatories: [{ memberId: 'm-anna' }, { memberId: 'm-bo' }] },
  },
  {
    row: '0b',
    says: 'a signatory approves the text as read',
    from: ways.Draft,
    act: approves('m-bo'),
    holds: { status: 'Draft' },
    refused: [{ act: by(theMember('m-bo'), { type: 'approve-text', textHash: 'x' }), code: 'text_changed' }],
  },
  {
    row: '1',
    says: 'handed in, it is received that day',
    from: ways.Draft,
    act: usual('submit', january),
    holds: { status: 'Received', receivedOn: '2026-01-12' },
    tells: 'received',
    refused: [{ from: [starts({})], act: usual('submit'), code: 'text_not_approved' }],
  },
  {
    row: '1b',
    says: 'a draft can be thrown away',
    from: ways.Draft,
    act: usual('discard-draft'),
    holds: { status: 'Discarded' },
  },
  {
    row: '1i',
    says: 'paper is received on its own day',
    from: [],
    act: usual('import-motion'),
    holds: { status: 'Received', receivedOn: '2026-01-12' },
    tells: 'received',
    refused: [
      {
        act: as('registrar', { ...examples['import-motion'].command, receivedOn: '2026-07-31' }),
        code: 'date_in_future',
      },
    ],
  },
  {
    row: '1r',
    says: 'an open motion is entered under its number, with the day it was raised',
    from: [],
    act: usual('import-open-motion#Registered'),
    holds: {
      status: 'Registered',
      registrationNumber: 'RS 12-2024',
      registerYear: 2024,
      raisedOn: '2024-05-14',
      importedOn: '2026-07-30',
    },
    refused: [{ act: as('registrar', { ...open, registrationNumber: '12' }), code: 'number_not_accepted' }],
  },
  {
    row: '1f',
    says: 'or where it has been announced',
    from: [],
    act: usual('import-open-motion#Referred'),
    holds: { status: 'Referred', announcedOn: '2024-06-11' },
    refused: [{ act: as('registrar', unannounced), code: 'import_incomplete' }],
  },
  {
    row: '1a',
    says: 'or with an official who has it',
    from: [],
    act: usual('import-open-motion#Assigned'),
    holds: { status: 'Assigned', officer: 'p-official' },
    refused: [{ act: as('registrar', { ...open, officer: undefined }), code: 'import_incomplete' }],
  },
  {
    row: '1d',
    says: 'or under preparation',
    from: [],
    act: usual('import-open-motion#Drafting'),
    holds: { status: 'Drafting', unit: 'Staben' },
    refused: [{ act: as('registrar', { ...open, officer: 'p-registrar' }), code: 'not_an_official' }],
  },
  {
    row: '1e',
    says: 'an imported motion had its answer already',
    from: importedDrafting,
    act: usual('import-earlier-work#answered'),
    holds: { status: 'BoardReady', answer: {} },
    refused: [{ from: ways.Drafting, act: usual('import-earlier-work#answered'), code: 'not_imported' }],
  },
  {
    row: '1c',
    says: 'and the board’s proposal',
    from: importedDrafting,
    act: usual('import-earlier-work#proposed'),
    holds: {
      status: 'CouncilReady',
      boardProposal: { at: { minutesId: 'board-2026-05-12', paragraph: '§ 12' } },
    },
    refused: [
      {
        act: as('registrar', {
          ...earlier,
          boardProposal: { ...earlier.boardProposal, meetingDate: '2026-07-31' },
        }),
        code: 'date_in_future',
      },
      {
        act: as('registrar', {
          ...earlier,
          boardProposal: { ...earlier.boardProposal, meetingDate: '2024-05-13' },
        }),
        code: 'date_out_of_order',
      },
    ],
  },
  {
    row: '2',
    says: 'it gets a number and the day it was raised',
    from: ways.Received,
    act: usual('register'),
    holds: { status: 'Registered', registrationNumber: 'RS 115-2026', raisedOn: '2026-01-12' },
    tells: 'registered',
    refused: [
      { act: as('registrar', { type: 'register', raisedOn: '2026-01-11' }), code: 'date_out_of_order' },
    ],
  },
  {
    row: '2w',
    says: 'what was withdrawn before that is registered too',
    from: sideWays['WithdrawalPending, unregistered'],
    act: usual('register'),
    holds: { status: 'WithdrawalPending', registrationNumber: 'RS 115-2026' },
    tells: 'registered',
    refused: [{ from: ways.WithdrawalPending, act: usual('register'), code: 'wrong_status' }],
  },
  {
    row: '2c',
    says: 'a clock rings once, and moves nothing',
    from: ways.Registered,
    act: usual('ring-clock#one-year'),
    holds: { status: 'Registered', rungClocks: ['one-year@2026-07-11'] },
    refused: [
      {
        from: [...ways.Registered, usual('ring-clock#one-year')],
        act: usual('ring-clock#one-year'),
        code: 'wrong_status',
      },
    ],
  },
  {
    row: '3',
    says: 'a form fault is returned with its provision',
    from: ways.Registered,
    act: usual('return-motion'),
    holds: { status: 'Returned', provision: 'arbetsordningen 12 §', returnedWith: {} },
    tells: 'returned',
    refused: [{ act: as('council-secretary', examples['return-motion'].command), code: 'not_permitted' }],
  },
  {
    row: '4',
    says: 'handed in again, it keeps its number',
    from: ways.Returned,
    act: usual('resubmit'),
    holds: { status: 'Registered', registrationNumber: 'RS 115-2026' },
    gone: ['provision', 'returnedWith'],
    tells: 'received',
    refused: [
      { from: [...ways.Returned, usual('revise-text')], act: usual('resubmit'), code: 'text_not_approved' },
    ],
  },
  {
    row: '4p',
    says: 'or on paper, signed by those it names',
    from: ways.Returned,
    act: usual('complete-on-paper'),
    holds: {
      status: 'Registered',
      registrationNumber: 'RS 115-2026',
      signatories: [{ memberId: 'm-anna', party: 'Exempelpartiet' }, { memberId: 'm-bo' }],
    },
    gone: ['provision', 'returnedWith', 'revision'],
    tells: 'received',
    refused: [
      { act: as('registrar', { ...paper, text: { ...text, clauses: [] } }), code: 'clause_missing' },
      { act: as('registrar', { ...paper, signatories: ['m-bo'] }), code: 'signatory_dropped' },
      {
        act: as('registrar', { ...paper, signatories: ['m-anna', 'm-bo', 'm-nobody'] }),
        code: 'unknown_member',
      },
    ],
  },
  {
    row: '5',
    says: 'announced and handed over, as the rules of procedure say',
    from: ways.Registered,
    act: usual('refer'),
    holds: { status: 'Referred', referredBy: 'council', announcedOn: '2026-02-10' },
    tells: 'referred',
    refused: [
      {
        act: usual('refer', { organisation: aRegion({ referral: 'presidium' }) }),
        code: 'referral_not_allowed',
      },
    ],
  },
  {
    row: '5b',
    says: 'decided unprepared when all present agree',
    from: ways.Registered,
    act: usual('decide-at-once'),
    holds: { status: 'Decided', decision: { outcome: 'MIXED' } },
    tells: 'decided',
    refused: [
      {
        act: as('council-secretary', { ...examples['decide-at-once'].command, agreeing: 70 }),
        code: 'not_unanimous',
      },
    ],
  },
];
