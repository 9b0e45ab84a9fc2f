import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The cells of the first table under a heading of docs/domain.md, without its head. */
export const rowsOfDomain = (heading: string): string[][] => {
  const document = readFileSync(resolve(import.meta.dirname, '../../docs/domain.md'), 'utf8');
  const section = document.split(`\n${heading}\n`)[1] ?? '';
  const table = section.slice(section.indexOf('|')).split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));
};
