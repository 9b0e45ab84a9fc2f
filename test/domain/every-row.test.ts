import { expect, test } from 'vitest';
import { transitionOf, transitions } from '../../domain/transitions.ts';
import { aJourney, follow, judge } from '../support/motion-builders.ts';
import { rowCases } from '../support/row-cases.ts';

test.each(rowCases.map((each) => [each.row, each.says, each] as const))('%s: %s', (row, _, each) => {
  const before = aJourney(each.from);
  const verdict = judge(before, each.act);
  if (verdict.kind === 'refusal') throw new Error(`${verdict.code}: ${verdict.detail}`);
  expect(verdict.row).toBe(row);
  expect(transitionOf(row).tells).toEqual(each.tells === undefined ? [] : [each.tells]);
  const after = follow(before, verdict).motion;
  expect(after).toMatchObject(each.holds);
  for (const fact of each.gone ?? []) expect(after?.[fact as keyof typeof after], fact).toBeUndefined();
  for (const { from, act, code } of each.refused ?? []) {
    expect(judge(aJourney(from ?? each.from), act)).toMatchObject({ kind: 'refusal', code });
  }
});

test('every row has its case', () => {
  expect(rowCases.map((each) => each.row).sort()).toEqual(transitions.map((each) => each.row).sort());
});

test('every row of domain.md §11.1 is a row of the table', () => {
  const numbers =
    '1 1b 2 3 4 5 5b 6 6b 6c 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 25b 26 27 28 28b 29 30 31';
  const rows = new Set(transitions.map((each) => each.row));
  expect(numbers.split(' ').filter((each) => !rows.has(each))).toEqual([]);
});
