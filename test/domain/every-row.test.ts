import { expect, test } from 'vitest';
import { transitionOf, transitions } from '../../domain/transitions.ts';
import { rowsOfDomain } from '../support/domain-tables.ts';
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
  const numbers = rowsOfDomain('### 11.1 States and transitions').map(([number]) => number);
  const rows = new Set<string | undefined>(transitions.map((each) => each.row));
  expect(numbers.slice(0, 2)).toEqual(['1', '1b']);
  expect(numbers.at(-1)).toBe('31');
  expect(numbers.filter((each) => !rows.has(each))).toEqual([]);
});
