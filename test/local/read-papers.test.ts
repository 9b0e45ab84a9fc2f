import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = 'test/fixtures/seeds';
const seeds = readdirSync(join(root, folder)).filter((name) => name.endsWith('.txt'));

/** As `npx besvarad …` runs it. */
const besvarad = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['bin/besvarad.cjs', ...args], { cwd: root }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );

describe('besvarad read', () => {
  it('prints one object of the agreed shape for each file', async () => {
    const { code, stdout } = await besvarad('read', '--json', ...seeds.map((name) => `${folder}/${name}`));
    expect(code).toBe(0);
    const papers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(papers.map(({ file, kind }) => [file, kind])).toEqual([
      [`${folder}/000_7a1d5a4221290a60.txt`, 'answer'],
      [`${folder}/001_f3a47d4dbeb7047d.txt`, 'answer'],
      [`${folder}/002_9335f79621ab4ea8.txt`, 'director-decision'],
      [`${folder}/003_91b86af8944ceb3a.txt`, 'agreement'],
      [`${folder}/004_191da873be7f9b93.txt`, 'motion'],
    ]);
    for (const paper of papers) {
      expect(Object.keys(paper)).toEqual([
        ...['file', 'kind', 'title', 'series', 'addressee', 'date', 'unit', 'officer', 'registrationNumber'],
        ...[
          'signatories',
          'clauses',
          'outcome',
          'followUpBy',
          'amounts',
          'recipients',
          'warnings',
          'evidence',
        ],
      ]);
    }
    const [scanned, clean] = papers;
    for (const field of ['title', 'signatories', 'outcome']) expect(scanned?.[field]).toEqual(clean?.[field]);
  });

  it('tells a person what a paper says and what to look at', async () => {
    const { code, stdout } = await besvarad('read', `${folder}/002_9335f79621ab4ea8.txt`);
    expect(code).toBe(0);
    expect(stdout).toContain('Diarienummer:     RS 115/2018');
    expect(stdout).toContain('! Mallens hjälptext står kvar');
  });

  it('goes on after a file that it cannot read, and says so in its exit code', async () => {
    const files = ['nowhere.txt', 'package.json', `${folder}/003_91b86af8944ceb3a.txt`];
    const { code, stdout } = await besvarad('read', '--json', ...files);
    const papers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; warnings: { code: string }[] });
    expect(code).toBe(1);
    expect(papers.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'agreement']);
    expect(papers[0]?.warnings).toEqual([{ code: 'file_not_found', message: expect.any(String) }]);
  });

  it('explains itself when asked for nothing it knows', async () => {
    expect(await besvarad('read')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('npx besvarad read'),
    });
    expect(await besvarad('write')).toMatchObject({ code: 2 });
    expect(await besvarad('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('--json') });
  });
});
