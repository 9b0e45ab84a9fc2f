import { describe, expect, test } from 'vitest';
import {
  aClaim,
  among,
  aProposition,
  aRound,
  attendedBy,
  judge,
  judged,
  members,
  roll,
  said,
} from '../support/deliberation-builders.ts';

describe('KL 5:50 deferrals', () => {
  const claims = [aClaim(1, 'REJECT', { mover: 'board' }), aClaim(2, 'REFER_BACK'), aClaim(3, 'POSTPONE')];
  const two = claims.slice(0, 2);
  /** "Avgörs i dag" is yes, the deferral is no: as the minutes usually have it. */
  const vote = (
    yes: number,
    no: number,
    facts: Parameters<typeof aRound>[3] = {},
    carried: number | null = 2,
  ) => aProposition([2], [aRound(null, 2, carried, { ballots: roll(yes, no), ...facts })], 'deferral');
  const rejected = aProposition([1], [aRound(1, null, 1)]);

  test('a majority defers, and nothing more is put', () => {
    expect(judged({ claims: two, propositions: [vote(2, 3)] })).toMatchObject({
      deferral: 'REFER_BACK',
      deferredBy: 'majority',
      outcomes: new Map(),
      warnings: [],
    });
    const propositions = [aProposition([3], [aRound(3, null, 3)], 'deferral')];
    expect(judged({ claims, propositions })).toMatchObject({ deferral: 'POSTPONE' });
  });
  test('a deferral that falls leaves the matter to be decided', () => {
    expect(said(judge({ claims: two, propositions: [vote(4, 1, {}, null), rejected] }))).toEqual({
      1: 'REJECTED',
    });
  });
  test('with two deferrals "avgörs i dag" is the third alternative', () => {
    const put = (...rounds: Parameters<typeof aProposition>[1]) =>
      said(judge({ claims, propositions: [aProposition([2, 3], rounds, 'deferral')] }));
    const counter = aRound(2, 3, 3, { kind: 'counter' });
    expect(put(counter, aRound(null, 3, 3))).toBe('POSTPONE');
    expect(put(among(2))).toBe('REFER_BACK');
    expect(put(aRound(2, 3, 3))).toBe('rounds_incomplete');
    expect(put(aRound(2, null, 2, { kind: 'counter' }), aRound(2, 3, 2))).toBe('round_impossible');
  });
  test.each([
    [71, 24],
    [70, 24],
    [101, 34],
    [149, 50],
  ])('of %i present %i can defer against the majority, one fewer cannot', (present, needed) => {
    const minority = (count: number) => ({
      claims: two,
      propositions: [vote(present - count, count, { minority: members(count) })],
    });
    expect(judged(minority(needed), attendedBy(present))).toMatchObject({
      deferral: 'REFER_BACK',
      deferredBy: 'minority',
    });
    expect(said(judge(minority(needed - 1), attendedBy(present)))).toBe('minority_too_small');
  });
  test('a minority may ask without a vote', () => {
    const asked = (minority: string[]) => ({
      claims: two,
      propositions: [aProposition([2], [aRound(2, null, 2, { minority })], 'deferral')],
    });
    expect(judged(asked(['m-1', 'm-2']))).toMatchObject({ deferredBy: 'minority' });
    expect(said(judge(asked(['m-1', 'm-1'])))).toBe('minority_too_small');
    expect(judged(asked(['m-1']), { attendance: undefined })).toMatchObject({ deferredBy: 'minority' });
    const typed = (present: number) => ({ attendance: undefined, present });
    expect(judged(asked(['m-1', 'm-2']), typed(6))).toMatchObject({ minority: ['m-1', 'm-2'] });
    expect(said(judge(asked(['m-1', 'm-2']), typed(71)))).toBe('minority_too_small');
  });
  test("what a majority carries is not the minority's, even if one asked, and even in the board", () => {
    const propositions = [vote(2, 3, { minority: ['m-4', 'm-5'] })];
    for (const setting of [{}, { minorityRightUsed: true }, { body: 'board' as const }]) {
      expect(judged({ claims: two, propositions }, setting)).toMatchObject({ deferredBy: 'majority' });
    }
  });
  test('too few may have asked in vain; enough may not be overruled', () => {
    const asked = (minority: string[]) => ({
      claims: two,
      propositions: [vote(3, 2, { minority }, null), rejected],
    });
    expect(said(judge(asked(['m-4'])))).toEqual({ 1: 'REJECTED' });
    expect(said(judge(asked(['m-4', 'm-5'])))).toBe('minority_overruled');
    expect(said(judge(asked(['m-4', 'm-5']), { minorityRightUsed: true }))).toEqual({ 1: 'REJECTED' });
  });
  test('a third that voted for a deferral without asking is pointed out', () => {
    const warned = (setting = {}, no = 2) =>
      judged({ claims: two, propositions: [vote(5 - no, no, {}, null), rejected] }, setting).warnings;
    expect(warned()).toEqual(['minority-could-defer']);
    expect(warned({}, 1)).toEqual([]);
    expect(warned({ minorityRightUsed: true })).toEqual([]);
    expect(warned({ body: 'board' })).toEqual([]);
    expect(warned({ attendance: undefined })).toEqual(['minority-could-defer']);
  });
  test('a deferral that is put late is pointed out, not refused', () => {
    const late = judged({ claims: two, propositions: [rejected, vote(4, 1, {}, null)] });
    expect(late.warnings).toEqual(['deferral-put-late']);
  });
});
