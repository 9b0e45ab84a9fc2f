import { describe, expect, test } from 'vitest';
import { withdrawable } from '../../domain/motion.ts';
import { clausesToDecide } from '../../domain/outcome.ts';
import { aCase, aJourney, by, judge, usual, waysOf, withdraws } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { theMember } from '../support/motion-people.ts';
import { withLeaver } from '../support/motion-side-ways.ts';
import { as } from '../support/row-case.ts';
import { recordOf, said } from '../support/said.ts';

const drops = (memberId: string, ...clauses: number[]) =>
  by(theMember(memberId), { type: 'withdraw-clauses', clauses });
const completes = usual('complete-withdrawal');
const march = { today: '2026-03-01' };

describe('a clause is withdrawn (row 28c, domain.md §1.4, §6.2)', () => {
  test.each(withdrawable)('from %s: out of the matter when nobody stands behind it', (status) => {
    const one = aCase(status, drops('m-anna', 2));
    expect(one.motion).toMatchObject({ status, signatories: [{ withdrawnClauses: [2] }, {}] });
    expect(clausesToDecide(recordOf(one))).toEqual([1, 2]);
    const both = aJourney([drops('m-bo', 2)], one);
    expect(both.motion).toMatchObject({ status, withdrawnClauses: [2] });
    expect(clausesToDecide(recordOf(both))).toEqual([1]);
  });
  test('one that is out is neither proposed nor decided on', () => {
    const ready = aCase('CouncilAgenda', drops('m-anna', 2), drops('m-bo', 2));
    expect(said(judge(ready, usual('decide')))).toBe('clause_not_in_matter');
    const decides = as('council-secretary', {
      ...examples.decide.command,
      decisions: [{ clause: 1, outcome: 'GRANTED' }],
    });
    expect(aJourney([decides], ready).motion).toMatchObject({ decision: { outcome: 'GRANTED' } });
    const drafting = aCase('Drafting', drops('m-anna', 2), drops('m-bo', 2));
    expect(said(judge(drafting, usual('submit-answer')))).toBe('clause_not_in_matter');
    expect(said(judge(drafting, usual('write-answer')))).toBe('clause_not_in_matter');
  });
  test('a text written anew has all its clauses, whatever was withdrawn of the one before', () => {
    const returned = aCase('Returned', drops('m-anna', 2), drops('m-bo', 2));
    const paper = as('registrar', examples['complete-on-paper'].command);
    const completed = aJourney([paper], returned);
    expect(clausesToDecide(recordOf(completed))).toEqual([1, 2]);
    expect(JSON.stringify(completed.motion)).not.toContain('withdrawnClauses');
  });
  test('a signatory who has withdrawn, or left, is not waited for', () => {
    expect(aCase('Drafting', withdraws('m-bo'), drops('m-anna', 1)).motion).toMatchObject({
      withdrawnClauses: [1],
    });
    const left = aJourney([drops('m-anna', 1)], aJourney(waysOf(withLeaver).Drafting));
    expect(left.motion).toMatchObject({ withdrawnClauses: [1] });
  });
  test('not one that the motion does not have', () => {
    expect(judge(aCase('Drafting'), drops('m-anna', 3))).toMatchObject({
      code: 'clause_unknown',
      rule: 'domain.md §1.4',
    });
  });
  test('not twice', () => {
    expect(said(judge(aCase('Drafting', drops('m-anna', 2)), drops('m-anna', 2, 2)))).toBe(
      'already_withdrawn',
    );
  });
  test('not all of them: then the motion is withdrawn as a whole', () => {
    const one = aCase('Drafting', withdraws('m-bo'), drops('m-anna', 1));
    expect(judge(one, drops('m-anna', 2))).toMatchObject({ code: 'withdraw_whole', rule: 'domain.md §1.4' });
    expect(said(judge(aCase('Drafting', withdraws('m-bo')), drops('m-anna', 1, 2)))).toBe('withdraw_whole');
  });
  test('not by one who has withdrawn, or who sits no more', () => {
    expect(said(judge(aCase('Drafting', withdraws('m-bo')), drops('m-bo', 1)))).toBe('already_withdrawn');
    expect(judge(aJourney(waysOf(withLeaver).Drafting), drops('m-left', 1))).toMatchObject({
      code: 'signatory_left',
      rule: 'domain.md §1.4',
      detail: expect.stringContaining('sitter kvar kan återta den') as unknown,
    });
  });
});

describe('the registrar completes a withdrawal (row 28r)', () => {
  const alone = aJourney([withdraws('m-anna', march)], aJourney(waysOf(withLeaver).Approval));
  test('when those who did not withdraw have left the council', () => {
    expect(alone.motion?.status).toBe('Approval');
    expect(aJourney([completes], alone).motion).toMatchObject({
      status: 'WithdrawalPending',
      signatories: [{ memberId: 'm-anna', withdrawnOn: '2026-03-01' }, { memberId: 'm-left' }],
    });
  });
  test('not while one of them sits', () => {
    expect(judge(alone, usual('complete-withdrawal', { today: '2026-03-31' }))).toMatchObject({
      code: 'not_all_withdrawn',
      rule: 'domain.md §1.4',
    });
    expect(said(judge(aCase('Drafting', withdraws('m-bo')), completes))).toBe('not_all_withdrawn');
  });
  test('not when nobody has withdrawn, though all have left', () => {
    expect(said(judge(aCase('Drafting'), usual('complete-withdrawal', { today: '2026-12-01' })))).toBe(
      'not_all_withdrawn',
    );
  });
});
