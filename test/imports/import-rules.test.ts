import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

/** Imports that must not be, each in a file of its own, and the rule that must catch it. */
const planted: readonly [rule: string, file: string, imported: string][] = [
  ['domain-is-pure', 'domain/planted-node.ts', 'node:fs'],
  ['domain-is-pure', 'domain/planted-lambda.ts', '../lambdas/casework/dependencies.ts'],
  ['documents-know-only-the-law', 'documents/planted.ts', '../lambdas/casework/tick.ts'],
  ['intake-is-pure', 'documents/intake/planted-node.ts', 'node:fs'],
  ['intake-is-pure', 'documents/intake/planted-letters.ts', '../letters/words.ts'],
  ['reading-opens-files-alone', 'documents/reading/planted-sdk.ts', '@aws-sdk/client-s3'],
  ['reading-opens-files-alone', 'documents/reading/planted-letters.ts', '../letters/words.ts'],
  ['documents-know-only-the-law', 'documents/letters/planted-reading.ts', '../reading/limits.ts'],
  ['sdk-only-in-adapters', 'lambdas/casework/planted-sdk.ts', '@aws-sdk/client-sfn'],
  ['adapters-know-ports', 'lambdas/adapters/planted.ts', '../casework/tick.ts'],
  ['use-cases-know-no-adapter', 'lambdas/tick/planted.ts', '../adapters/ses-mailer.ts'],
  ['index-is-imported-by-nobody', 'local/planted-index.ts', '../lambdas/tick/index.ts'],
  ['lambdas-know-no-house-above', 'lambdas/casework/planted-local.ts', '../../local/demo-people.ts'],
  ['lib-names-by-path', 'lib/planted.ts', '../lambdas/live.ts'],
  ['nobody-imports-tests', 'local/planted-test.ts', '../test/planted-support.ts'],
  ['no-cycles', 'domain/planted-cycle.ts', './planted-cycle-back.ts'],
  ['no-development-packages', 'local/planted-development.ts', 'fast-check'],
  ['not-to-unresolvable', 'local/planted-nowhere.ts', './nowhere.ts'],
];

interface Cruised {
  readonly summary: { readonly violations: readonly { from: string; rule: { name: string } }[] };
}

const copy = mkdtempSync(join(tmpdir(), 'besvarad-imports-'));
let violations: Cruised['summary']['violations'] = [];

beforeAll(async () => {
  const house = ['domain', 'documents', 'lambdas', 'local', 'package.json', 'tsconfig.json'];
  for (const each of [...house, '.dependency-cruiser.json']) {
    cpSync(join(root, each), join(copy, each), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const folder of ['test', 'lib']) mkdirSync(join(copy, folder));
  writeFileSync(join(copy, 'test/planted-support.ts'), 'export const anything = 1;\n');
  writeFileSync(join(copy, 'domain/planted-cycle-back.ts'), "import './planted-cycle.ts';\n");
  for (const [, file, imported] of planted) writeFileSync(join(copy, file), `import '${imported}';\n`);
  const files = planted.map(([, file]) => file);
  const { stdout } = await run(
    join(root, 'node_modules/.bin/depcruise'),
    ['--config', '.dependency-cruiser.json', '--output-type', 'json', ...files],
    { cwd: copy, maxBuffer: 64 * 1024 * 1024 },
  ).catch((error: { stdout: string }) => error);
  violations = (JSON.parse(stdout) as Cruised).summary.violations;
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the import rules', () => {
  it.each(planted)('%s catches the import planted in %s', (rule, file) => {
    const caught = violations.filter((violation) => violation.from.startsWith(file.replace(/\.ts$/, '')));
    expect(caught.map((violation) => violation.rule.name)).toContain(rule);
  });

  it('find nothing else', () => {
    const innocent = violations.filter((violation) => !violation.from.includes('planted'));
    expect(innocent).toEqual([]);
  });
});
