import { describe, expect, test } from 'vitest';
import { agreesWith } from '../../domain/decide/deliberation.ts';
import {
  aClaim,
  aDeliberation,
  agreed,
  among,
  aProposition,
  aRound,
  attendedBy,
  judge,
  judged,
  roll,
  said,
} from '../support/deliberation-builders.ts';

const board = (kind: 'REJECT' | 'ANSWER', facts = {}) => aClaim(1, kind, { mover: 'board', ...facts });

describe('what a carried claim makes of a clause', () => {
  test.each([
    ['GRANT', 'GRANTED'],
    ['REJECT', 'REJECTED'],
    ['ANSWER', 'ANSWERED'],
    ['AMEND', 'GRANTED_AMENDED'],
    ['WRITE_OFF', 'WRITTEN_OFF'],
  ] as const)('%s: %s', (kind, outcome) => {
    const given = { claims: [aClaim(1, kind)], propositions: [aProposition([1], [aRound(1, null, 1)])] };
    expect(said(judge(given))).toEqual({ 1: outcome });
  });
  test('an addition decides no clause, and is told apart', () => {
    const claims = [board('REJECT'), aClaim(2, 'GRANT'), aClaim(3, 'ADD')];
    const granted = aProposition([1, 2], [aRound(1, 2, 2)]);
    const added = (carried: number | null) => aProposition([3], [aRound(3, null, carried)]);
    expect(judged({ claims, propositions: [granted, added(3)] })).toMatchObject({
      outcomes: new Map([[1, 'GRANTED']]),
      additions: [3],
    });
    expect(judged({ claims, propositions: [granted, added(null)] }).additions).toEqual([]);
  });
  test('an addition to what was turned down falls with it; to what was granted it must be put', () => {
    const claims = [board('REJECT'), aClaim(2, 'GRANT'), aClaim(3, 'ADD')];
    const decided = (carried: number) => [aProposition([1, 2], [aRound(1, 2, carried)])];
    expect(said(judge({ claims, propositions: decided(1) }))).toEqual({ 1: 'REJECTED' });
    expect(said(judge({ claims, propositions: decided(2) }))).toBe('claim_not_put');
  });
  test('an addition to what was written off falls with it; a claim to grant does not fall by itself', () => {
    const claims = (kind: 'ADD' | 'GRANT') => [aClaim(1, 'WRITE_OFF'), aClaim(2, kind)];
    const propositions = [aProposition([1], [aRound(1, null, 1)])];
    expect(said(judge({ claims: claims('ADD'), propositions }))).toEqual({ 1: 'WRITTEN_OFF' });
    expect(said(judge({ claims: claims('GRANT'), propositions }))).toBe('claim_not_put');
  });
  test('two additions meet, and the winner may still be turned down', () => {
    const claims = [aClaim(1, 'ADD'), aClaim(2, 'ADD')];
    const put = (carried: number | null) =>
      judged({
        claims,
        propositions: [
          aProposition([1, 2], [aRound(1, 2, 2, { kind: 'counter' }), aRound(2, null, carried)]),
        ],
      }).additions;
    expect([put(2), put(null)]).toEqual([[2], []]);
  });
  const falls = (kind: 'GRANT' | 'AMEND' | 'REJECT' | 'ANSWER' | 'WRITE_OFF') => ({
    claims: [aClaim(1, kind)],
    propositions: [aProposition([1], [aRound(1, null, null, { ballots: roll(2, 3) })])],
  });
  test.each(['GRANT', 'AMEND'] as const)('no to the only claim, a %s, rejects the clause', (kind) => {
    expect(judged(falls(kind))).toMatchObject({ outcomes: new Map([[1, 'REJECTED']]), warnings: [] });
    expect(agreed(falls(kind), {}, [{ clause: 1, outcome: 'REJECTED' }])).toBe('agreed');
    expect(agreed(falls(kind), {}, [{ clause: 1, outcome: 'ANSWERED' }])).toBe('outcome_not_carried');
  });
  test.each([
    ['REJECT', 'REJECTED', 'ANSWERED'],
    ['ANSWER', 'ANSWERED', 'GRANTED'],
    ['WRITE_OFF', 'WRITTEN_OFF', 'REJECTED'],
  ] as const)(
    'no to the only claim, a %s, leaves open what is decided, but not that',
    (kind, fell, other) => {
      expect(judged(falls(kind))).toMatchObject({
        outcomes: new Map(),
        fallen: new Map([[1, [fell]]]),
        warnings: ['outcome-left-open'],
      });
      expect(agreed(falls(kind), {}, [{ clause: 1, outcome: other }])).toBe('agreed');
      expect(agreed(falls(kind), {}, [{ clause: 1, outcome: fell }])).toBe('outcome_not_carried');
    },
  );
  test('a motion whose clauses are not known is decided as a whole', () => {
    const given = {
      claims: [board('REJECT', { clauses: ['whole'] })],
      propositions: [aProposition([1], [aRound(1, null, 1)], ['whole'])],
    };
    expect(said(judge(given, { clauses: ['whole'] }))).toEqual({ whole: 'REJECTED' });
  });
});

describe('domain.md §6.2: what yes and no mean is kept', () => {
  const claims = [board('ANSWER'), aClaim(2, 'REJECT')];
  const voted = (yes: number, no: number, carried: number) => ({
    claims,
    propositions: [aProposition([1, 2], [aRound(yes, no, carried, { ballots: roll(81, 66, 2) })])],
  });
  test('81–66–2: answered beats rejected, with no claim to grant', () => {
    const judgement = judged(voted(1, 2, 1), attendedBy(149));
    expect(said(judgement)).toEqual({ 1: 'ANSWERED' });
    expect(judgement.votes).toEqual([
      {
        proposition: 0,
        round: 0,
        result: { yes: 81, no: 66, abstain: 2, carried: 'yes', carriedBy: 'majority' },
      },
    ]);
  });
  test('the same ballots the other way round reject it', () => {
    expect(said(judge(voted(2, 1, 2), attendedBy(149)))).toEqual({ 1: 'REJECTED' });
    expect(said(judge(voted(2, 1, 1), attendedBy(149)))).toBe('carried_not_counted');
  });
});

describe('several claims', () => {
  const claims = [board('REJECT'), aClaim(2, 'GRANT'), aClaim(3, 'ANSWER'), aClaim(4, 'AMEND')];
  const three = claims.slice(0, 3);
  const counter = (yes: number, no: number, carried: number) => aRound(yes, no, carried, { kind: 'counter' });

  test('counter-claims first, then the winner against the main claim', () => {
    const propositions = [
      aProposition([1, 2, 3], [counter(2, 3, 3), aRound(1, 3, 3, { ballots: roll(2, 3) })]),
    ];
    expect(judged({ claims: three, propositions })).toMatchObject({
      outcomes: new Map([[1, 'ANSWERED']]),
      votes: [{ proposition: 0, round: 1, result: { yes: 2, no: 3 } }],
      warnings: [],
    });
  });
  test('four claims take three rounds', () => {
    const rounds = [counter(2, 3, 2), counter(2, 4, 4), aRound(1, 4, 4)];
    expect(said(judge({ claims, propositions: [aProposition([1, 2, 3, 4], rounds)] }))).toEqual({
      1: 'GRANTED_AMENDED',
    });
  });
  test('pairs without a main claim are unusual, not forbidden', () => {
    const rounds = [counter(1, 2, 1), counter(3, 4, 3), aRound(1, 3, 3)];
    expect(judged({ claims, propositions: [aProposition([1, 2, 3, 4], rounds)] })).toMatchObject({
      outcomes: new Map([[1, 'ANSWERED']]),
      warnings: ['main-claim-missing'],
    });
  });
  test('the main claim put first, or a main round called a counter round, is unusual, not forbidden', () => {
    const put = (...rounds: Parameters<typeof aProposition>[1]) =>
      judged({ claims: three, propositions: [aProposition([1, 2, 3], rounds)] });
    expect(put(aRound(1, 2, 1), aRound(1, 3, 3))).toMatchObject({
      outcomes: new Map([[1, 'ANSWERED']]),
      warnings: ['order-unusual'],
    });
    expect(put(counter(2, 3, 3), counter(1, 3, 1)).warnings).toEqual(['order-unusual']);
    expect(put(counter(2, 3, 3), aRound(1, 3, 1)).warnings).toEqual([]);
  });
  describe('each put against no in turn, which is all that KL 5:53 2 st. asks', () => {
    const put = (...rounds: Parameters<typeof aProposition>[1]) =>
      judged({ claims: three, propositions: [aProposition([1, 2, 3], rounds)] });
    const voted = (no: number, ayes: number, carried: number | null) =>
      aRound(no, null, carried, { ballots: roll(ayes, 5 - ayes) });
    test('the first yes wins, and the rest fall with it or are put all the same', () => {
      const found = { outcomes: new Map([[1, 'GRANTED']]), warnings: ['order-unusual'] };
      expect(put(voted(1, 2, null), voted(2, 3, 2))).toMatchObject({
        ...found,
        votes: [{ round: 0, result: { yes: 2, no: 3 } }, { round: 1 }],
      });
      expect(put(aRound(1, null, null), aRound(2, null, 2), aRound(3, null, null))).toMatchObject(found);
      expect(put(aRound(2, null, 2), aRound(null, 1, null))).toMatchObject(found);
    });
    test('no to each leaves open what is decided; no to all that would grant rejects', () => {
      const all = put(...[1, 2, 3].map((no) => aRound(no, null, null)));
      expect(all).toMatchObject({
        outcomes: new Map(),
        fallen: new Map([[1, ['REJECTED', 'GRANTED', 'ANSWERED']]]),
      });
      const granting = [aClaim(1, 'GRANT'), aClaim(2, 'AMEND')];
      const rounds = [aRound(1, null, null), aRound(2, null, null)];
      expect(said(judge({ claims: granting, propositions: [aProposition([1, 2], rounds)] }))).toEqual({
        1: 'REJECTED',
      });
    });
  });
  test('by acclamation the chair finds one carried among all, or among those that are left', () => {
    const found = (rounds: Parameters<typeof aProposition>[1]) =>
      said(judge({ claims: three, propositions: [aProposition([1, 2, 3], rounds)] }));
    expect(found([among(2)])).toEqual({ 1: 'GRANTED' });
    expect(found([counter(2, 3, 3), among(1)])).toEqual({ 1: 'REJECTED' });
    expect(found([counter(2, 3, 3), among(2)])).toBe('carried_not_put');
    expect(found([among(null)])).toBe('carried_not_put');
    expect(found([among(2), among(2)])).toBe('round_impossible');
  });
  test('two who claim the same are answered by one proposition', () => {
    const same = [board('REJECT'), aClaim(2, 'GRANT'), aClaim(3, 'GRANT', { mover: 'm-2' })];
    const put = (no: number, carried: number, all = [1, 2]) => ({
      claims: same,
      propositions: [aProposition(all, [aRound(1, no, carried)])],
    });
    expect(said(judge(put(2, 2)))).toEqual({ 1: 'GRANTED' });
    expect(said(judge(put(3, 2, [1, 2, 3])))).toEqual({ 1: 'GRANTED' });
    expect(said(judge({ claims: same, propositions: [aProposition([2, 3], [aRound(2, 3, 2)])] }))).toBe(
      'round_impossible',
    );
  });
  test('two amendments are the same only if their words are', () => {
    const worded = (text: string) => [aClaim(1, 'AMEND'), aClaim(2, 'AMEND', { text })];
    const alone = [aProposition([1], [aRound(1, null, 1)])];
    expect(said(judge({ claims: worded('Lydelse 1.'), propositions: alone }))).toEqual({
      1: 'GRANTED_AMENDED',
    });
    expect(said(judge({ claims: worded('Annan lydelse.'), propositions: alone }))).toBe('claim_not_put');
  });
  test('clauses are decided differently (Gotland: one of several granted)', () => {
    const setting = { clauses: [1, 2, 3, 4, 5] };
    const all = [1, 2, 3, 4, 5];
    const given = {
      claims: [board('ANSWER', { clauses: all }), aClaim(2, 'GRANT', { clauses: [5] })],
      propositions: [
        aProposition([1], [aRound(1, null, 1)], [1, 2, 3, 4]),
        aProposition([1, 2], [aRound(1, 2, 2)], [5]),
      ],
    };
    const outcome = 'ANSWERED';
    expect(said(judge(given, setting))).toEqual({
      1: outcome,
      2: outcome,
      3: outcome,
      4: outcome,
      5: 'GRANTED',
    });
  });
});

describe('the decision is what was carried', () => {
  const usual = {};
  test('said as it was', () =>
    expect(agreed(usual, {}, [{ clause: 1, outcome: 'REJECTED' }])).toBe('agreed'));
  test('a clause that lapses names the one that decided it, and was not put', () => {
    const setting = { clauses: [1, 2], lapsing: [2] };
    const given = { claims: [board('REJECT', { clauses: [1, 2] }), aClaim(2, 'GRANT', { clauses: [1, 2] })] };
    const lapses = (lapsedBy?: number) =>
      agreed(given, setting, [
        { clause: 1, outcome: 'REJECTED' },
        { clause: 2, outcome: 'LAPSED', lapsedBy },
      ]);
    expect(lapses(1)).toBe('agreed');
    expect([lapses(2), lapses(3), lapses()]).toEqual(Array(3).fill('lapsed_without_cause'));
    expect(said(judge(given, { clauses: [1, 2] }))).toBe('claim_not_put');
    expect(agreed(usual, {}, [{ clause: 1, outcome: 'LAPSED', lapsedBy: 1 }])).toBe('outcome_not_carried');
  });
  test('an amended grant has its words in the claim or in a point of the decision', () => {
    const declared = [{ clause: 1, outcome: 'GRANTED_AMENDED' } as const];
    const amended = {
      claims: [board('REJECT'), aClaim(2, 'AMEND')],
      propositions: [aProposition([1, 2], [aRound(1, 2, 2)])],
    };
    expect(agreed(amended, {}, declared)).toBe('agreed');
    const points = [{ pointNo: 1, text: 'Regionen prövar frågan.', clauses: [1] }];
    expect(said(agreesWith(undefined, declared, aDeliberation({ points })))).toBe('agreed');
    const elsewhere = {
      points: [{ pointNo: 1, text: 'Regionen prövar frågan.', clauses: [2] }],
      claims: [aClaim(1, 'AMEND', { clauses: [2] })],
    };
    expect(said(agreesWith(undefined, declared, aDeliberation(elsewhere)))).toBe('amended_without_text');
  });
  test('where nothing is noted of how it was dealt with, only the decision itself is asked', () => {
    expect(said(agreesWith(undefined, [{ clause: 1, outcome: 'GRANTED' }], undefined))).toBe('agreed');
  });
});
