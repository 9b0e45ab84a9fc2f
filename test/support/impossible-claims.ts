import type { Judgement } from '../../domain/decide/deliberation.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { aClaim, aProposition, aRound, attendedBy, judge } from './deliberation-builders.ts';

/** What is wrong, what the law says to it, by which code and paragraph. */
export type Row = readonly [
  what: string,
  answer: () => Judgement | Refusal | undefined,
  code: string,
  rule: string,
];

export const one = (kind: Parameters<typeof aClaim>[1], facts: Parameters<typeof aClaim>[2] = {}) => ({
  claims: [aClaim(1, kind, facts)],
  propositions: [aProposition([1], [aRound(1, null, 1)])],
});
/** The board's rejection (1) against a grant (2), put in these rounds. */
export const rounds = (...given: Parameters<typeof aProposition>[1]) => ({
  propositions: [aProposition([1, 2], given)],
});
export const voted = (facts: NonNullable<Parameters<typeof aRound>[3]>) => rounds(aRound(1, 2, 1, facts));
export const both = [aClaim(1, 'REJECT'), aClaim(2, 'GRANT')];
export const deferral = (facts: Parameters<typeof aRound>[3] = {}, carried: number | null = 3) =>
  aProposition([3], [aRound(3, null, carried, facts)], 'deferral');
export const withDeferral = (...propositions: ReturnType<typeof aProposition>[]) => ({
  claims: [...both, aClaim(3, 'REFER_BACK')],
  propositions,
});
export const decided = aProposition([1, 2], [aRound(1, 2, 1)]);
export const reserved = (facts = {}) => ({
  reservations: [{ memberId: 'm-2', announcedBeforeEnd: true, ...facts }],
});
export const note = [{ memberId: 'm-2', text: 'En mening.' }];
export const absent = 'm-9';

export const impossibleClaims: Row[] = [
  [
    'an amendment without words',
    () => judge(one('AMEND', { text: undefined })),
    'claim_without_text',
    'KL 5:67',
  ],
  [
    'an addition without words',
    () => judge(one('ADD', { text: undefined })),
    'claim_without_text',
    'KL 5:67',
  ],
  ['a claim for no clause', () => judge(one('GRANT', { clauses: [] })), 'claim_without_clause', 'KL 5:53'],
  [
    'a claim for another clause',
    () => judge(one('GRANT', { clauses: [1, 2] })),
    'clause_not_in_matter',
    'KL 5:52',
  ],
  [
    'a deferral of one clause',
    () => judge({ claims: [aClaim(1, 'POSTPONE', { clauses: [1] })], propositions: [] }),
    'deferral_in_part',
    'KL 5:50',
  ],
  [
    'a new matter that stands',
    () => judge(one('ADD', { finding: 'new-matter' })),
    'new_matter_not_refused',
    'KL 5:57',
  ],
  [
    'refused for nothing',
    () => judge(one('ADD', { state: 'refused' })),
    'refused_without_finding',
    'KL 5:57',
  ],
  [
    'moved by one who is not there',
    () => judge(one('GRANT', { mover: absent })),
    'mover_not_present',
    'KL 4:22',
  ],
  [
    'moved in the board by a full-time councillor who is not in it',
    () => judge(one('GRANT', { mover: absent }), { body: 'board', mayClaimWithoutVote: [absent] }),
    'mover_not_present',
    '5:39',
  ],
  [
    'moved by one who is disqualified',
    () => judge(one('GRANT', { mover: 'm-2' }), attendedBy(5, ['m-2'])),
    'disqualified_took_part',
    'KL 5:47',
  ],
  [
    'a disqualified full-time councillor',
    () =>
      judge(one('GRANT', { mover: absent }), { ...attendedBy(5, [absent]), mayClaimWithoutVote: [absent] }),
    'disqualified_took_part',
    '6:28–30',
  ],
  ['led by one who is not there', () => judge({ chairedBy: absent }), 'matter_chair_absent', 'KL 5:43'],
  [
    'led by one who is disqualified',
    () => judge({}, attendedBy(5, ['m-1'])),
    'disqualified_took_part',
    'KL 5:47',
  ],
];

export const impossiblePropositions: Row[] = [
  [
    'a claim nobody made',
    () => judge({ propositions: [aProposition([1, 9], [aRound(1, 9, 1)])] }),
    'claim_unknown',
    'KL 5:67',
  ],
  ['a withdrawn claim', () => judge(one('GRANT', { state: 'withdrawn' })), 'withdrawn_claim_put', 'KL 5:67'],
  [
    'a refused claim',
    () => judge(one('ADD', { state: 'refused', finding: 'new-matter' })),
    'refused_claim_put',
    'KL 5:57',
  ],
  ['a claim that stands and was not put', () => judge({ propositions: [] }), 'claim_not_put', '5:67 p. 2'],
  [
    'a claim put for one of its two clauses',
    () =>
      judge(
        {
          claims: [aClaim(1, 'REJECT', { clauses: [1, 2] })],
          propositions: [aProposition([1], [aRound(1, null, 1)])],
        },
        { clauses: [1, 2] },
      ),
    'claim_not_put',
    '5:67 p. 2',
  ],
  [
    'an addition to the whole that was not put',
    () => judge({ claims: [...both, aClaim(3, 'ADD', { clauses: [] })], propositions: [decided] }),
    'claim_not_put',
    '5:67 p. 2',
  ],
  ['a deferral that was not put', () => judge(withDeferral(decided)), 'claim_not_put', '5:67 p. 2'],
  [
    'a deferral put twice',
    () => judge(withDeferral(deferral({}, null), deferral({}, null), decided)),
    'claim_put_twice',
    'KL 5:53',
  ],
  [
    'an addition put twice',
    () =>
      judge({
        claims: [aClaim(1, 'ADD')],
        propositions: [aProposition([1], [aRound(1, null, 1)]), aProposition([1], [aRound(1, null, 1)])],
      }),
    'claim_put_twice',
    'KL 5:53',
  ],
  [
    'a clause settled twice',
    () => judge({ propositions: [decided, decided] }),
    'clauses_not_covered',
    'domain.md §6.2',
  ],
  [
    'a deferral against an outcome',
    () => judge(withDeferral(aProposition([1, 3], [aRound(1, 3, 1)]))),
    'claim_in_wrong_proposition',
    'KL 5:53',
  ],
  [
    'an outcome among the deferrals',
    () => judge(withDeferral(aProposition([3, 1], [aRound(3, 1, 1)], 'deferral'))),
    'claim_in_wrong_proposition',
    'KL 5:53',
  ],
  [
    'an addition against an outcome',
    () => judge({ claims: [aClaim(1, 'ADD'), aClaim(2, 'GRANT')], ...rounds(aRound(1, 2, 1)) }),
    'claim_in_wrong_proposition',
    'KL 5:53',
  ],
  [
    'a claim put for a clause it is not for',
    () => judge({ propositions: [aProposition([1, 2], [aRound(1, 2, 1)], [1, 2])] }, { clauses: [1, 2] }),
    'claim_not_about_clause',
    'KL 5:53',
  ],
  [
    'a clause that is not to be decided',
    () => judge({ propositions: [aProposition([1, 2], [aRound(1, 2, 1)], [1, 2])] }),
    'clause_not_in_matter',
    'KL 5:52',
  ],
  [
    'an outcome for no clause',
    () => judge({ propositions: [aProposition([1, 2], [aRound(1, 2, 1)], [])] }),
    'claim_without_clause',
    'KL 5:53',
  ],
  [
    'decided and deferred',
    () => judge(withDeferral(deferral(), decided)),
    'decided_though_deferred',
    'KL 5:50',
  ],
  [
    'decided, then deferred',
    () => judge(withDeferral(decided, deferral())),
    'decided_though_deferred',
    '6:33',
  ],
  ['deferred twice', () => judge(withDeferral(deferral(), deferral())), 'decided_though_deferred', '6:33'],
];
