import { expect, it } from 'vitest';
import { paragraph } from '../../domain/paragraph.ts';

it.each([
  ['41', '§ 41'],
  [' 41 a ', '§ 41 a'],
  ['§ 41', '§ 41'],
  ['§41', '§41'],
])('takes %o for %o', (given, kept) => {
  expect(paragraph.parse(given)).toBe(kept);
  expect(paragraph.parse(kept)).toBe(kept);
});
