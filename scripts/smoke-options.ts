import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { roleHolders } from '../local/demo/town.ts';

const usage = `Usage: npm run smoke -- --url https://… --tokens FILE
FILE is JSON: the role of the demo region → an access token. Several roles may have the same person's token.
${['administrator', ...Object.keys(roleHolders).filter((role) => role !== 'archivist')].join(', ')} (certifiers: a list of two).`;

const token = z.string().min(20);
const tokenFile = z.object({
  administrator: token,
  registrar: token,
  councilSecretary: token,
  boardSecretary: token,
  officer: token,
  manager: token,
  director: token,
  certifiers: z.tuple([token, token]),
});

const { values } = parseArgs({
  options: { url: { type: 'string' }, tokens: { type: 'string' }, patience: { type: 'string' } },
});
if (values.url === undefined || values.tokens === undefined) {
  console.error(usage);
  process.exit(1);
}

export const siteUrl = values.url.replace(/\/$/, '');
export const tokens = tokenFile.parse(JSON.parse(readFileSync(values.tokens, 'utf8')));
/** Seconds to wait for letters: `tick` comes every five minutes. */
export const patience = Number(values.patience ?? 420);
