import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentJournal } from '../../local/plain-journal.ts';
import { type Besvarad, startBesvarad } from '../../local/start-besvarad.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const dataDirectory = mkdtempSync(join(tmpdir(), 'besvarad-readme-'));
let besvarad: Besvarad;

beforeAll(async () => {
  besvarad = await startBesvarad(
    { dataDirectory, port: 0, clock: '2026-01-12', configFile: join(root, 'config/organisation.json') },
    { environment: process.env, journal: silentJournal },
  );
});
afterAll(async () => {
  await besvarad.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
});

describe('the README', () => {
  it('takes a whole case to its final decision with curl', async () => {
    const script = /```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const { stdout } = await promisify(execFile)('bash', ['-c', script], {
      env: { ...process.env, SITE: besvarad.siteUrl },
    });
    expect(stdout).not.toContain('urn:besvarad:problem');
    const last = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
    expect(last).toMatchObject({
      status: 'Final',
      registrationNumber: 'RS 1/2026',
      lastAppealDay: '2026-03-10',
      decision: { outcome: 'GRANTED', decisions: [{ clause: 1, outcome: 'GRANTED' }] },
    });
  });

  it('names only npm scripts that exist, and is short', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(readme.split('\n').length).toBeLessThan(150);
  });
});
