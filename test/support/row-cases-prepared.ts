import { by, usual, ways, waysOf } from './motion-builders.ts';
import { examples } from './motion-commands.ts';
import { sideWays } from './motion-side-ways.ts';
import { as, type RowCase } from './row-case.ts';

const consults = examples['send-consultation'].command;
const statement = examples['record-statement'].command;
const byOfficial = { ...statement, maker: { by: 'official' as const } };
const stranger = { personId: 'p-x3', roles: ['official' as const] };
const importedDrafting = [usual('import-open-motion#Drafting')];
const jointDrafting = waysOf({ assigned: [usual('join-preparation')] }).Drafting;

/** While the answer is prepared and approved (rows 6–11). */
export const preparationRows: readonly RowCase[] = [
  {
    row: '6',
    says: 'an official gets the case',
    from: ways.Referred,
    act: usual('assign'),
    holds: { status: 'Assigned', officer: 'p-official', unit: 'Staben' },
    refused: [
      {
        act: as('board-secretary', { ...examples.assign.command, officer: 'p-registrar' }),
        code: 'not_an_official',
      },
    ],
  },
  {
    row: '6b',
    says: 'the official begins',
    from: ways.Assigned,
    act: usual('start-drafting'),
    holds: { status: 'Drafting' },
    refused: [{ act: by(stranger, { type: 'start-drafting' }), code: 'not_permitted' }],
  },
  {
    row: '6c',
    says: 'another official takes over where it stands',
    from: ways.Approval,
    act: as(
      'manager',
      { type: 'reassign', officer: 'p-other', unit: 'Regionstaben' },
      { officerRoles: ['official'] },
    ),
    holds: { status: 'Approval', officer: 'p-other', unit: 'Regionstaben', approvalStep: 0 },
    refused: [
      {
        act: as('manager', { type: 'reassign', officer: 'p-other', unit: 'Staben' }),
        code: 'not_an_official',
      },
      { from: ways.BoardReady, act: usual('reassign'), code: 'wrong_status' },
    ],
  },
  {
    row: '6j',
    says: 'prepared together with another',
    from: ways.Drafting,
    act: usual('join-preparation'),
    holds: { status: 'Drafting', jointWith: 'case-2', registrationNumber: 'RS 115-2026' },
    refused: [{ act: usual('join-preparation', { leads: true }), code: 'not_joinable' }],
  },
  {
    row: '6k',
    says: 'and alone again',
    from: jointDrafting,
    act: usual('leave-preparation'),
    holds: { status: 'Drafting' },
    gone: ['jointWith'],
    refused: [{ from: ways.Drafting, act: usual('leave-preparation'), code: 'not_joint' }],
  },
  {
    row: '7',
    says: 'a committee is asked, and the case goes out',
    from: ways.Assigned,
    act: usual('send-consultation'),
    holds: {
      status: 'Consulting',
      consultations: [{ consultationNo: 1, recipient: 'n-trafik', status: 'Sent' }],
    },
    tells: 'consulted',
    refused: [
      { act: as('official', { ...consults, recipient: 'n-okand' }), code: 'consultee_unknown' },
      { act: as('official', { ...consults, dueOn: '2026-07-30' }), code: 'due_in_past' },
    ],
  },
  {
    row: '7b',
    says: 'another is asked meanwhile',
    from: ways.Consulting,
    act: as('official', { ...consults, recipient: 'e-stab' }),
    holds: { status: 'Consulting', consultations: [{}, { consultationNo: 2, recipient: 'e-stab' }] },
    tells: 'consulted',
  },
  {
    row: '8a',
    says: 'one of several answers',
    from: sideWays['Consulting, two out'],
    act: usual('record-statement'),
    holds: {
      status: 'Consulting',
      consultations: [{ status: 'Answered', statement: {} }, { status: 'Sent' }],
    },
    refused: [{ act: as('registrar', { ...statement, consultationNo: 3 }), code: 'consultation_unknown' }],
  },
  {
    row: '8',
    says: 'the last answers, and the drafting goes on',
    from: ways.Consulting,
    act: usual('record-statement'),
    holds: { status: 'Drafting', consultations: [{ status: 'Answered' }] },
    refused: [
      { act: as('registrar', byOfficial), code: 'statement_delegated' },
      { act: as('registrar', { ...statement, receivedOn: '2026-07-29' }), code: 'date_out_of_order' },
    ],
  },
  {
    row: '8d',
    says: 'a statement that comes late is received all the same (OSL 5:1)',
    from: [...ways.Consulting, usual('end-consultation')],
    act: usual('record-statement'),
    holds: { status: 'Drafting', consultations: [{ status: 'Answered', statement: {} }] },
    refused: [
      {
        from: [...ways.Consulting, usual('end-consultation'), usual('record-statement')],
        act: usual('record-statement'),
        code: 'consultation_unknown',
      },
    ],
  },
  {
    row: '8b',
    says: 'one of several is not waited for',
    from: sideWays['Consulting, two out'],
    act: as('registrar', { type: 'end-consultation', consultationNo: 2, how: 'declined' }),
    holds: { status: 'Consulting', consultations: [{ status: 'Sent' }, { status: 'Declined' }] },
  },
  {
    row: '8c',
    says: 'nor is the last',
    from: ways.Consulting,
    act: usual('end-consultation'),
    holds: { status: 'Drafting', consultations: [{ status: 'Closed' }] },
    refused: [
      {
        from: [
          ...ways.Consulting,
          as('official', { ...consults, recipient: 'e-stab' }),
          usual('end-consultation'),
        ],
        act: usual('end-consultation'),
        code: 'consultation_unknown',
      },
    ],
  },
  {
    row: '9a',
    says: 'a draft may lack proposals, not have foreign ones',
    from: ways.Consulting,
    act: as('official', { ...examples['write-answer'].command, proposals: [] }),
    holds: { status: 'Consulting', answer: { proposals: [] } },
    refused: [
      {
        act: as('official', {
          ...examples['write-answer'].command,
          proposals: [{ clause: 3, outcome: 'GRANTED' }],
        }),
        code: 'clause_not_in_matter',
      },
    ],
  },
  {
    row: '9',
    says: 'each clause has a proposed outcome',
    from: ways.Drafting,
    act: usual('submit-answer'),
    holds: { status: 'Approval', approvalStep: 0, remindOn: '2026-08-04' },
    refused: [{ from: importedDrafting, act: usual('submit-answer'), code: 'answer_missing' }],
  },
  {
    row: '10',
    says: 'returned with a comment',
    from: ways.Approval,
    act: usual('return-answer'),
    holds: { status: 'Drafting', returnedWith: {}, answer: {} },
    gone: ['approvalStep', 'remindOn'],
  },
  {
    row: '10k',
    says: 'commented, and still before the approver',
    from: ways.Approval,
    act: usual('comment-answer'),
    holds: { status: 'Approval', approvalStep: 0, answer: {} },
    gone: ['returnedWith'],
    refused: [
      { from: ways.Drafting, act: usual('comment-answer'), code: 'wrong_status' },
      { from: sideWays['Approval, disqualified'], act: usual('comment-answer'), code: 'disqualified' },
    ],
  },
  {
    row: '11a',
    says: 'the next approver’s turn',
    from: ways.Approval,
    act: usual('approve-answer'),
    holds: { status: 'Approval', approvalStep: 1 },
    refused: [{ act: as('director', { type: 'approve-answer' }), code: 'not_permitted' }],
  },
  {
    row: '11',
    says: 'the last approves',
    from: sideWays['Approval, at its last step'],
    act: as('director', { type: 'approve-answer' }),
    holds: { status: 'BoardReady' },
    gone: ['approvalStep', 'remindOn'],
    refused: [{ act: usual('approve-answer'), code: 'not_permitted' }],
  },
  {
    row: '11j',
    says: 'an approver who is disqualified steps aside',
    from: ways.Approval,
    act: usual('declare-disqualification'),
    holds: { status: 'Approval', approvalStep: 0, disqualified: [{ approver: 'p-manager', step: 0 }] },
    refused: [
      { from: sideWays['Approval, disqualified'], act: usual('approve-answer'), code: 'disqualified' },
    ],
  },
];
