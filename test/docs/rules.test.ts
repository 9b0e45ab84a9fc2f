import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { meetingTransitions } from '../../domain/decide-meeting.ts';
import { minutesTransitions } from '../../domain/decide-minutes.ts';
import { transitions } from '../../domain/transitions.ts';
import { hasSource, rulesDocument, rulesOfRefusals } from '../../scripts/rules-document.ts';

test('docs/rules.md is what the code says; `npm run rules` writes it', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(rulesDocument());
});

const rows = [
  ...transitions.map((row) => [`row ${row.row}`, row.rule] as const),
  ...rulesOfRefusals().map(({ code, source }) => [code, source] as const),
  ...Object.entries(minutesTransitions).map(([command, { rule }]) => [command, rule] as const),
  ...Object.entries(meetingTransitions).map(([command, { rule }]) => [command, rule] as const),
];
test('every rule has a source', () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(rows.filter(([, source]) => !hasSource(source))).toEqual([]);
});

test('a rule without a paragraph is seen', () => {
  expect(hasSource('')).toBe(false);
  expect(hasSource('KL')).toBe(false);
  expect(hasSource('KL 5:35; sunt förnuft')).toBe(false);
  expect(hasSource('KL 5:35 2 st.; domain.md §11.2')).toBe(true);
});

test('every refusal is made somewhere in the law', () => {
  expect(rulesOfRefusals().filter(({ files }) => files.length === 0)).toEqual([]);
});
