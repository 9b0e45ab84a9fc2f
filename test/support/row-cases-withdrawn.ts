import { approves, by, january, starts, usual, ways, waysOf, withdraws } from './motion-builders.ts';
import { examples } from './motion-commands.ts';
import { theMember } from './motion-people.ts';
import type { RowCase } from './row-case.ts';

/** Withdrawal (rows 28–28r), which can come at any of these steps. */
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
];
