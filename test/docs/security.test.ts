import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { functions } from '../../lambdas/manifest.ts';

const document = readFileSync('docs/security.md', 'utf8');
const between = (from: string, to: string) => document.split(from)[1]?.split(to)[0] ?? '';

it('docs/security.md draws and lists the functions there are, and no others', () => {
  const listed = [...between('### Functions', '### ').matchAll(/^\| ([\w-]+) \| ([\w-]+) \| \S/gm)].slice(2);
  expect(listed.map(([, name, privilege]) => [name, privilege])).toEqual(
    functions.map(({ name, privilege }) => [name, privilege]),
  );
  const drawn = between('```mermaid', '```');
  expect(functions.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(drawn))).toEqual([]);
});

/** What shows that a threat is met: the files named in the last cell, each with the titles quoted after it. */
const proofsOf = (row: string) =>
  [...(row.split(' | ').at(-1) ?? '').matchAll(/`([\w./-]+\.ts)`((?: “[^”]+”,?)*)/g)].map(
    ([, name = '', titles = '']) => ({
      file:
        ['test', 'test/infra'].map((folder) => join(folder, name)).find((each) => existsSync(each)) ?? name,
      titles: [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title),
    }),
  );
const rows = between('## Threats', '## ')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2);

it('every threat names tests that are there, or says that nothing has been tried', () => {
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => proofsOf(row).length === 0 && !/`test\/|not tried/.test(row))).toEqual([]);
  const proofs = rows.flatMap(proofsOf);
  expect(proofs.filter(({ file }) => !existsSync(file))).toEqual([]);
  const missing = proofs.flatMap(({ file, titles }) =>
    titles.filter((title) => !readFileSync(file, 'utf8').includes(title)).map((title) => `${file}: ${title}`),
  );
  expect(missing).toEqual([]);
});
