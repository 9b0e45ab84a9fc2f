import { describe, expect, test } from 'vitest';
import { agreesWith, type Judgement } from '../../domain/decide/deliberation.ts';
import { deliberationRefusals } from '../../domain/deliberation-refusals.ts';
import { type Refusal, refusals } from '../../domain/refusal.ts';
import {
  aClaim,
  aDeliberation,
  aProposition,
  aRound,
  attendedBy,
  expectRefused,
  judge,
  judged,
  members,
  roll,
  said,
} from '../support/deliberation-builders.ts';

/** What is wrong, what the law says to it, by which code and paragraph. */
type Row = readonly [what: string, answer: Judgement | Refusal | undefined, code: string, rule: string];

const one = (kind: Parameters<typeof aClaim>[1], facts: Parameters<typeof aClaim>[2] = {}) => ({
  claims: [aClaim(1, kind, facts)],
  propositions: [aProposition([1], [aRound(1, null, 1)])],
});
/** The board's rejection (1) against a grant (2), put in these rounds. */
const rounds = (...given: Parameters<typeof aProposition>[1]) => ({
  propositions: [aProposition([1, 2], given)],
});
const voted = (facts: NonNullable<Parameters<typeof aRound>[3]>) => rounds(aRound(1, 2, 1, facts));
const both = [aClaim(1, 'REJECT'), aClaim(2, 'GRANT')];
const deferral = (facts: Parameters<typeof aRound>[3] = {}, carried: number | null = 3) =>
  aProposition([3], [aRound(3, null, carried, facts)], 'deferral');
const withDeferral = (...propositions: ReturnType<typeof aProposition>[]) => ({
  claims: [...both, aClaim(3, 'REFER_BACK')],
  propositions,
});
const decided = aProposition([1, 2], [aRound(1, 2, 1)]);
const reserved = (facts = {}) => ({
  reservations: [{ memberId: 'm-2', announcedBeforeEnd: true, ...facts }],
});
const note = [{ memberId: 'm-2', text: 'En mening.' }];
const absent = 'm-9';

const claims: Row[] = [
  ['an amendment without words', judge(one('AMEND', { text: undefined })), 'claim_without_text', 'KL 5:67'],
  ['an addition without words', judge(one('ADD', { text: undefined })), 'claim_without_text', 'KL 5:67'],
  ['a claim for no clause', judge(one('GRANT', { clauses: [] })), 'claim_without_clause', 'KL 5:53'],
  ['a claim for another clause', judge(one('GRANT', { clauses: [1, 2] })), 'clause_not_in_matter', 'KL 5:52'],
  [
    'a deferral of one clause',
    judge({ claims: [aClaim(1, 'POSTPONE', { clauses: [1] })], propositions: [] }),
    'deferral_in_part',
    'KL 5:50',
  ],
  [
    'a new matter that stands',
    judge(one('ADD', { finding: 'new-matter' })),
    'new_matter_not_refused',
    'KL 5:57',
  ],
  ['refused for nothing', judge(one('ADD', { state: 'refused' })), 'refused_without_finding', 'KL 5:57'],
  ['moved by one who is not there', judge(one('GRANT', { mover: absent })), 'mover_not_present', 'KL 4:22'],
  [
    'moved in the board by a full-time councillor who is not in it',
    judge(one('GRANT', { mover: absent }), { body: 'board', mayClaimWithoutVote: [absent] }),
    'mover_not_present',
    '5:39',
  ],
  [
    'moved by one who is disqualified',
    judge(one('GRANT', { mover: 'm-2' }), attendedBy(5, ['m-2'])),
    'disqualified_took_part',
    'KL 5:47',
  ],
  [
    'a disqualified full-time councillor',
    judge(one('GRANT', { mover: absent }), { ...attendedBy(5, [absent]), mayClaimWithoutVote: [absent] }),
    'disqualified_took_part',
    '6:28–30',
  ],
  ['led by one who is not there', judge({ chairedBy: absent }), 'matter_chair_absent', 'KL 5:43'],
  ['led by one who is disqualified', judge({}, attendedBy(5, ['m-1'])), 'disqualified_took_part', 'KL 5:47'],
];

const propositions: Row[] = [
  [
    'a claim nobody made',
    judge({ propositions: [aProposition([1, 9], [aRound(1, 9, 1)])] }),
    'claim_unknown',
    'KL 5:67',
  ],
  ['a withdrawn claim', judge(one('GRANT', { state: 'withdrawn' })), 'withdrawn_claim_put', 'KL 5:67'],
  [
    'a refused claim',
    judge(one('ADD', { state: 'refused', finding: 'new-matter' })),
    'refused_claim_put',
    'KL 5:57',
  ],
  ['a claim that stands and was not put', judge({ propositions: [] }), 'claim_not_put', '5:67 p. 2'],
  [
    'a claim put for one of its two clauses',
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
    judge({ claims: [...both, aClaim(3, 'ADD', { clauses: [] })], propositions: [decided] }),
    'claim_not_put',
    '5:67 p. 2',
  ],
  ['a deferral that was not put', judge(withDeferral(decided)), 'claim_not_put', '5:67 p. 2'],
  [
    'a deferral put twice',
    judge(withDeferral(deferral({}, null), deferral({}, null), decided)),
    'claim_put_twice',
    'KL 5:53',
  ],
  [
    'an addition put twice',
    judge({
      claims: [aClaim(1, 'ADD')],
      propositions: [aProposition([1], [aRound(1, null, 1)]), aProposition([1], [aRound(1, null, 1)])],
    }),
    'claim_put_twice',
    'KL 5:53',
  ],
  [
    'a clause settled twice',
    judge({ propositions: [decided, decided] }),
    'clauses_not_covered',
    'domain.md §6.2',
  ],
  [
    'a deferral against an outcome',
    judge(withDeferral(aProposition([1, 3], [aRound(1, 3, 1)]))),
    'claim_in_wrong_proposition',
    'KL 5:53',
  ],
  [
    'an outcome among the deferrals',
    judge(withDeferral(aProposition([3, 1], [aRound(3, 1, 1)], 'deferral'))),
    'claim_in_wrong_proposition',
    'KL 5:53',
  ],
  [
    'an addition against an outcome',
    judge({ claims: [aClaim(1, 'ADD'), aClaim(2, 'GRANT')], ...rounds(aRound(1, 2, 1)) }),
    'claim_in_wrong_proposition',
    'KL 5:53',
  ],
  [
    'a claim put for a clause it is not for',
    judge({ propositions: [aProposition([1, 2], [aRound(1, 2, 1)], [1, 2])] }, { clauses: [1, 2] }),
    'claim_not_about_clause',
    'KL 5:53',
  ],
  [
    'a clause that is not to be decided',
    judge({ propositions: [aProposition([1, 2], [aRound(1, 2, 1)], [1, 2])] }),
    'clause_not_in_matter',
    'KL 5:52',
  ],
  [
    'an outcome for no clause',
    judge({ propositions: [aProposition([1, 2], [aRound(1, 2, 1)], [])] }),
    'claim_without_clause',
    'KL 5:53',
  ],
  ['decided and deferred', judge(withDeferral(deferral(), decided)), 'decided_though_deferred', 'KL 5:50'],
  ['decided, then deferred', judge(withDeferral(decided, deferral())), 'decided_though_deferred', '6:33'],
  ['deferred twice', judge(withDeferral(deferral(), deferral())), 'decided_though_deferred', '6:33'],
];

/** Two against two, and m-1 in the chair keeps out of it. */
const chairAbstains = roll(0, 0, 5).map((each, place) =>
  place === 0 ? each : { ...each, ballot: place < 3 ? ('yes' as const) : ('no' as const) },
);
const roundsRefused: Row[] = [
  ['a claim against itself', judge(rounds(aRound(1, 1, 1))), 'round_impossible', 'KL 5:53'],
  ['a claim that is not in the proposition', judge(rounds(aRound(1, 3, 1))), 'round_impossible', 'KL 5:53'],
  ['two claims put against a plain no', judge(rounds(aRound(1, null, 1))), 'round_impossible', 'KL 5:53'],
  ['nothing against nothing', judge(rounds(aRound(null, null, null))), 'round_impossible', 'KL 5:53'],
  ['a round more', judge(rounds(aRound(1, 2, 1), aRound(1, 2, 1))), 'rounds_incomplete', 'KL 5:53'],
  ['counter round last', judge(rounds(aRound(1, 2, 1, { kind: 'counter' }))), 'rounds_incomplete', 'KL 5:53'],
  [
    'main round first, with a claim left',
    judge({
      claims: [...both, aClaim(3, 'ANSWER')],
      propositions: [aProposition([1, 2, 3], [aRound(1, 2, 1)])],
    }),
    'rounds_incomplete',
    'KL 5:53',
  ],
  [
    'a claim left over',
    judge({
      claims: [...both, aClaim(3, 'ANSWER')],
      propositions: [aProposition([1, 2, 3], [aRound(1, 2, 1, { kind: 'counter' })])],
    }),
    'rounds_incomplete',
    'KL 5:53',
  ],
  ['neither of the two', judge(rounds(aRound(1, 2, null))), 'carried_not_put', 'KL 5:53'],
  [
    'a claim that has fallen comes back',
    judge({
      claims: [...both, aClaim(3, 'ANSWER')],
      propositions: [aProposition([1, 2, 3], [aRound(2, 3, 2, { kind: 'counter' }), aRound(1, 3, 1)])],
    }),
    'round_impossible',
    'KL 5:53',
  ],
  ['a secret ballot', judge(voted({ method: 'secret-ballot' })), 'secret_ballot', 'KL 5:54'],
  [
    'ballots by acclamation',
    judge(voted({ method: 'acclamation', ballots: roll(3, 2) })),
    'ballots_without_vote',
    'KL 5:53',
  ],
  ['a casting vote by acclamation', judge(voted({ castingVote: 'yes' })), 'ballots_without_vote', 'KL 5:53'],
  [
    'a vote without ballots',
    judge(voted({ method: 'recorded-vote' })),
    'vote_without_ballots',
    'KL 5:67 p. 5',
  ],
  ['two ballots by one', judge(voted({ ballots: [...roll(3, 2), ...roll(1, 0)] })), 'voted_twice', 'KL 4:24'],
  ['a voter who is not there', judge(voted({ ballots: roll(4, 2) })), 'voter_not_present', 'KL 4:22'],
  [
    'a voter who is disqualified',
    judge(voted({ ballots: roll(3, 2) }), attendedBy(5, ['m-5'])),
    'disqualified_took_part',
    'KL 5:47',
  ],
  ['a voter left out', judge(voted({ ballots: roll(3, 1) })), 'voter_missing', 'KL 5:67 p. 5'],
  [
    'a tie in which the chair abstained',
    judge(voted({ ballots: chairAbstains })),
    'chair_must_vote',
    'KL 4:25',
  ],
  [
    'the same in the board',
    judge(voted({ ballots: chairAbstains }), { body: 'board' }),
    'chair_must_vote',
    'KL 4:25',
  ],
  [
    'a tie in which the chair voted',
    judge(voted({ ballots: roll(2, 2) }), attendedBy(4)),
    'casting_vote_missing',
    'KL 5:56',
  ],
  [
    'no tie to break',
    judge(voted({ ballots: roll(3, 2), castingVote: 'yes' })),
    'casting_vote_without_tie',
    'KL 5:56',
  ],
  [
    'nobody to break a tie',
    judge(voted({ ballots: roll(2, 2), castingVote: 'yes' }), { attendance: undefined }),
    'chair_missing',
    'KL 5:56',
  ],
  ['another outcome than the count', judge(voted({ ballots: roll(2, 3) })), 'carried_not_counted', 'KL 5:55'],
  [
    'another outcome than the casting vote',
    judge(voted({ ballots: roll(2, 2), castingVote: 'no' }), attendedBy(4)),
    'carried_not_counted',
    'KL 5:55',
  ],
  [
    'a minority for an outcome',
    judge(voted({ minority: ['m-1', 'm-2'] })),
    'minority_only_defers',
    'KL 5:50',
  ],
  [
    'a minority in the board',
    judge(withDeferral(deferral({ minority: ['m-1', 'm-2'] })), { body: 'board' }),
    'minority_not_in_board',
    'KL 6:33',
  ],
  [
    'a minority too small',
    judge(withDeferral(deferral({ minority: ['m-1'] }))),
    'minority_too_small',
    'KL 5:50',
  ],
  [
    'a minority the second time',
    judge(withDeferral(deferral({ minority: ['m-1', 'm-2'] })), { minorityRightUsed: true }),
    'minority_right_used',
    'KL 5:50',
  ],
  [
    'a minority of people elsewhere',
    judge(withDeferral(deferral({ minority: ['m-1', absent] }))),
    'voter_not_present',
    'KL 4:22',
  ],
  [
    'a minority with one disqualified',
    judge(withDeferral(deferral({ minority: ['m-1', 'm-2'] })), attendedBy(5, ['m-2'])),
    'disqualified_took_part',
    'KL 5:47',
  ],
  [
    'a third overruled',
    judge(withDeferral(deferral({ minority: ['m-1', 'm-2'] }, null), decided)),
    'minority_overruled',
    'KL 5:50',
  ],
];

const abstained = { ...voted({ ballots: roll(2, 1, 2) }) };
const remarks: Row[] = [
  ['reserved too late', judge(reserved({ announcedBeforeEnd: false })), 'reservation_too_late', 'KL 4:27'],
  ['reserved from outside', judge(reserved({ memberId: absent })), 'reservation_without_part', 'KL 4:27'],
  [
    'reserved by a full-time councillor without a vote',
    judge(reserved({ memberId: absent }), { mayClaimWithoutVote: [absent] }),
    'reservation_without_part',
    'KL 4:27',
  ],
  [
    'reserved by one who abstained',
    judge({ ...abstained, ...reserved({ memberId: 'm-5' }) }),
    'reservation_without_part',
    'KL 4:27',
  ],
  [
    'reserved by one disqualified',
    judge(reserved(), attendedBy(5, ['m-2'])),
    'disqualified_took_part',
    '6:28–30',
  ],
  ['reserved against another clause', judge(reserved({ against: [2] })), 'clause_not_in_matter', 'KL 5:52'],
  [
    'a decision point for another clause',
    judge({ points: [{ pointNo: 1, text: 'Så beslutas.', clauses: [2] }] }),
    'clause_not_in_matter',
    'KL 5:52',
  ],
  [
    'a separate statement where there are none',
    judge({ separateStatements: note }, { allows: { separateStatements: false, minuteNotes: true } }),
    'separate_statement_not_allowed',
    'KL 5:71',
  ],
  [
    'a minute note where there are none',
    judge({ minuteNotes: note }, { allows: { separateStatements: true, minuteNotes: false } }),
    'minute_note_not_allowed',
    'KL 5:71',
  ],
];

const carried = judged({}).outcomes;
const declared: Row[] = [
  [
    'a decision nobody carried',
    agreesWith(carried, [{ clause: 1, outcome: 'GRANTED' }], undefined),
    'outcome_not_carried',
    'KL 5:67 p. 4',
  ],
  [
    'a decision on a clause that was not put',
    agreesWith(carried, [{ clause: 2, outcome: 'REJECTED' }], undefined),
    'outcome_not_carried',
    'KL 5:67 p. 4',
  ],
  ['a carried outcome left out', agreesWith(carried, [], undefined), 'clauses_not_covered', 'domain.md §6.2'],
  [
    'lapsed by itself',
    agreesWith(undefined, [{ clause: 1, outcome: 'LAPSED', lapsedBy: 1 }], undefined),
    'lapsed_without_cause',
    'domain.md §6.2',
  ],
  [
    'amended without words',
    agreesWith(undefined, [{ clause: 1, outcome: 'GRANTED_AMENDED' }], aDeliberation()),
    'amended_without_text',
    'KL 5:67 p. 4',
  ],
  [
    'amended by a withdrawn claim',
    agreesWith(
      undefined,
      [{ clause: 1, outcome: 'GRANTED_AMENDED' }],
      aDeliberation({ claims: [aClaim(1, 'AMEND', { state: 'withdrawn' })] }),
    ),
    'amended_without_text',
    'domain.md §6.2',
  ],
];

const table: Row[] = [...claims, ...propositions, ...roundsRefused, ...remarks, ...declared];

describe('what cannot have been is refused by its paragraph', () => {
  test.each(table)('%s', (_, answer, code, rule) => expectRefused(answer, code, rule));

  test('no other part of the law has taken a code of these', () => {
    expect(refusals).toMatchObject(deliberationRefusals);
  });
  test('every refusal of a deliberation is in the table', () => {
    const reached = new Set(table.map(([, , code]) => code));
    expect(Object.keys(deliberationRefusals).filter((code) => !reached.has(code))).toEqual([]);
  });
});

describe('what only looks wrong is not refused', () => {
  const grants = { 1: 'GRANTED' };
  test('the council has an unlawful claim put all the same (KL 5:57 2 st.)', () => {
    expect(said(judge(one('GRANT', { finding: 'unlawful' })))).toEqual(grants);
  });
  test('a refused claim stays in the minutes and is not put', () => {
    const refused = (finding: 'unlawful' | 'new-matter') =>
      judge({ claims: [...both, aClaim(3, 'ADD', { state: 'refused', finding })] });
    expect([said(refused('unlawful')), said(refused('new-matter'))]).toEqual([
      { 1: 'REJECTED' },
      { 1: 'REJECTED' },
    ]);
  });
  test('a new matter may be put in the board: KL 6:33 does not apply 5:57', () => {
    expect(said(judge(one('GRANT', { finding: 'new-matter' }), { body: 'board' }))).toEqual(grants);
  });
  test('a full-time councillor without a vote claims in the council (KL 5:39)', () => {
    expect(said(judge(one('GRANT', { mover: absent }), { mayClaimWithoutVote: [absent] }))).toEqual(grants);
  });
  test('one who withdrew the claim may have left', () => {
    const left = aClaim(3, 'GRANT', { mover: absent, state: 'withdrawn' });
    expect(said(judge({ claims: [...both, left] }))).toEqual({ 1: 'REJECTED' });
  });
  test('where attendance is not kept, presence is the word of the minutes', () => {
    const setting = { attendance: undefined };
    const given = {
      chairedBy: absent,
      ...reserved({ memberId: absent }),
      ...one('GRANT', { mover: absent }),
    };
    expect(said(judge(given, setting))).toEqual(grants);
    expect(said(judge(voted({ ballots: roll(1, 0) }), setting))).toEqual({ 1: 'REJECTED' });
  });
  test('whoever led the matter breaks its tie, not the chair of the meeting', () => {
    const tie = { chairedBy: 'm-2', ...voted({ ballots: roll(1, 1, 2), castingVote: 'yes' }) };
    expect(said(judge(tie, { attendance: { present: members(4), disqualified: ['m-9'] } }))).toEqual({
      1: 'REJECTED',
    });
  });
  test('one who voted in one round and abstained in the next reserves; so does one who saw it by acclamation', () => {
    const three = (first: Parameters<typeof aRound>[3]) => ({
      claims: [...both, aClaim(3, 'ANSWER')],
      propositions: [
        aProposition(
          [1, 2, 3],
          [aRound(2, 3, 2, { kind: 'counter', ...first }), aRound(1, 2, 1, { ballots: roll(2, 1, 2) })],
        ),
      ],
      ...reserved({ memberId: 'm-5', against: [1] }),
    });
    expect(said(judge(three({ ballots: roll(5, 0) })))).toEqual({ 1: 'REJECTED' });
    expect(said(judge(three({})))).toEqual({ 1: 'REJECTED' });
    expect(said(judge(three({ ballots: roll(2, 1, 2) })))).toBe('reservation_without_part');
  });
  test('a reservation against one clause looks at the votes on that clause', () => {
    const given = {
      claims: [aClaim(1, 'REJECT', { clauses: [1, 2] })],
      propositions: [
        aProposition([1], [aRound(1, null, 1, { ballots: roll(3, 0, 2) })], [1]),
        aProposition([1], [aRound(1, null, 1, { ballots: roll(3, 2) })], [2]),
      ],
    };
    const by = (against: number[]) =>
      said(judge({ ...given, ...reserved({ memberId: 'm-5', against }) }, { clauses: [1, 2] }));
    expect(by([1])).toBe('reservation_without_part');
    expect(by([2])).toEqual({ 1: 'REJECTED', 2: 'REJECTED' });
  });
  test('statements and notes where the rules of procedure have them', () => {
    expect(said(judge({ separateStatements: note, minuteNotes: note }))).toEqual({ 1: 'REJECTED' });
  });
});
