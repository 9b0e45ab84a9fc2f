import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileRefusals } from '../../documents/reading/refusals.ts';
import { refusals, refuse } from '../../domain/refusal.ts';
import { failureNames } from '../../lambdas/failures.ts';
import { refusalResponse } from '../../lambdas/problem.ts';
import { sourceOf } from '../../scripts/rules-document.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const document = read('docs/errors.md');
const sourcesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(join(folder, file)))
    .join('\n');
const lambdas = sourcesIn('lambdas');

/** Cells of the table under a heading, without its head. */
const tableUnder = (heading: string) => {
  const section = document.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replace(/^`|`$/g, '')),
  );
};
const unique = (matches: Iterable<RegExpMatchArray>) =>
  [...new Set([...matches].map(([, found]) => found ?? ''))].sort();

/** A context that only answers. */
const statusOf = (code: keyof typeof refusals): number => {
  const context = { json: (_: unknown, status: number) => new Response(null, { status }) };
  return (refusalResponse(context as never, refuse(code)) as unknown as Response).status;
};

describe('docs/errors.md', () => {
  it('has every refusal with its status, sentence and rule, and no other', () => {
    const written = tableUnder('Refusals');
    const inCode = Object.entries(refusals).map(([code, text]) => [
      code,
      String(statusOf(code as keyof typeof refusals)),
      text.sentence,
      sourceOf(text),
    ]);
    expect(written).toEqual(inCode);
    expect(written.length).toBeGreaterThan(35);
  });

  it('has every file that is not read, with its sentence, and no other', () => {
    expect(tableUnder('Files that are not read')).toEqual(Object.entries(fileRefusals));
  });

  it('has every problem the doors answer, with its status, and no other', () => {
    const written = tableUnder('Failures').map(([code, status]) => `${code} ${status}`);
    const answered = lambdas.matchAll(
      /problemResponse\(\s*\w+,\s*(\d{3}),\s*\{\s*title: '[^']+',\s*code: '(\w+)'/g,
    );
    const inCode = [...answered].map(([, status, code]) => `${code} ${status}`);
    expect([...written].sort()).toEqual([...new Set(inCode)].sort());
  });

  it('has every failure that a state machine may match', () => {
    const thrown = tableUnder('Failures').map(([, , , as]) => as);
    for (const name of failureNames) expect(thrown).toContain(name);
  });

  it('has every warning and alarm of the journal, and no other', () => {
    const written = unique(
      tableUnder('Letters, signals and clocks').flatMap(([, , , said]) => [
        ...(said ?? '').matchAll(/^(\w+)/g),
      ]),
    );
    const inCode = unique(lambdas.matchAll(/journal\.(?:warn|alarm)\('(\w+)'/g));
    expect(written).toEqual(inCode);
    const alarms = unique(lambdas.matchAll(/journal\.alarm\('(\w+)'/g));
    const loud = tableUnder('Letters, signals and clocks').filter(([, , , said]) => said?.endsWith('alarm'));
    expect([...new Set(loud.map(([, , , said]) => said?.split('`')[0]))].sort()).toEqual(alarms);
  });

  it('has every named failure of our own', () => {
    const named = unique(
      (lambdas + sourcesIn('local/engines') + read('local/options.ts')).matchAll(
        /override readonly name = '(\w+)'/g,
      ),
    );
    const classes = unique(
      (lambdas + sourcesIn('local/engines')).matchAll(/export class (\w+) extends Error/g),
    );
    const missing = [...named, ...classes].filter((name) => !document.includes(`\`${name}\``));
    expect(missing).toEqual([]);
  });
});
