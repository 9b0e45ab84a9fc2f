import { askersRefusal } from '../../domain/decide/deliberation-minority.ts';
import { attendedBy, judge } from './deliberation-builders.ts';
import { absent, decided, deferral, type Row, voted, withDeferral } from './impossible-claims.ts';

/** What a minority cannot have had (KL 5:50). */
export const impossibleMinorities: Row[] = [
  [
    'a minority for an outcome',
    () => judge(voted({ minority: ['m-1', 'm-2'] })),
    'minority_only_defers',
    'KL 5:50',
  ],
  [
    'a minority in the board',
    () => judge(withDeferral(deferral({ minority: ['m-1', 'm-2'] })), { body: 'board' }),
    'minority_not_in_board',
    'KL 6:33',
  ],
  [
    'a minority too small',
    () => judge(withDeferral(deferral({ minority: ['m-1'] }))),
    'minority_too_small',
    'KL 5:50',
  ],
  [
    'a minority the second time',
    () => judge(withDeferral(deferral({ minority: ['m-1', 'm-2'] })), { minorityRightUsed: true }),
    'minority_right_used',
    'KL 5:50',
  ],
  [
    'a minority of people elsewhere',
    () => judge(withDeferral(deferral({ minority: ['m-1', absent] }))),
    'voter_not_present',
    'KL 4:22',
  ],
  [
    'a minority with one disqualified',
    () => judge(withDeferral(deferral({ minority: ['m-1', 'm-2'] })), attendedBy(5, ['m-2'])),
    'disqualified_took_part',
    'KL 5:47',
  ],
  [
    'another minority in the request than in the round',
    () =>
      askersRefusal({ by: 'minority', present: 5, behind: 2, requestedBy: ['m-1', 'm-2'] }, ['m-1', 'm-3']),
    'minorities_differ',
    'KL 5:50',
  ],
  [
    'a third overruled',
    () => judge(withDeferral(deferral({ minority: ['m-1', 'm-2'] }, null), decided)),
    'minority_overruled',
    'KL 5:50',
  ],
];
