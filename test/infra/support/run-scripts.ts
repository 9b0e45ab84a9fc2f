import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roleHolders } from '../../../local/demo/town.ts';
import { prepareTable } from '../../../local/prepare-table.ts';
import type { CloudAtHome } from './cloud-at-home.ts';

const run = (script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  new Promise<{ status: number | null; output: string }>((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('close', (status) => resolve({ status, output }));
  });

/** Runs the smoke test against the bundles, with the demo people's tokens. */
export const runSmoke = async (cloud: CloudAtHome) => {
  const directory = mkdtempSync(join(tmpdir(), 'besvarad-smoke-'));
  const file = join(directory, 'tokens.json');
  const { certifiers, archivist: _, ...others } = roleHolders;
  const tokens = await Promise.all(
    Object.entries(others).map(async ([role, subject]) => [role, await cloud.tokenFor(subject)]),
  );
  const administrator = await cloud.tokenFor('samira.nordin');
  const both = await Promise.all(certifiers.map((subject) => cloud.tokenFor(subject)));
  writeFileSync(file, JSON.stringify({ ...Object.fromEntries(tokens), administrator, certifiers: both }));
  try {
    return await run('scripts/smoke.ts', ['--url', cloud.siteUrl, '--tokens', file, '--patience', '30']);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

/** Enters an administrator in a table of its own, as an operator would. */
export const enterFirst = async ({ endpoints }: CloudAtHome, tableName: string) => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  await prepareTable({ region: 'eu-north-1', credentials, endpoint: endpoints.dynamoDb, tableName });
  return run(
    'scripts/first-administrator.ts',
    ['--table', tableName, '--subject', 'sub-1', '--name', 'Ada Adams'],
    {
      AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamoDb,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
  );
};
