import { parseArgs } from 'node:util';
import { backUp } from './back-up.ts';
import { BackupRefused } from './backup-file.ts';
import { restore } from './restore.ts';

const usage = {
  backup: 'Usage: npm run backup -- --data DIR --to FILE',
  restore: 'Usage: npm run restore -- --from FILE --data DIR',
} as const;

const read = (args: readonly string[]): Readonly<Record<string, string | undefined>> => {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { data: text, to: text, from: text } }).values;
  } catch {
    return {};
  }
};

/** `backup` copies a data folder into a file, also while the product runs; `restore` makes a folder of it again. */
const run = async ([what, ...args]: readonly string[]): Promise<string> => {
  const { data, to, from } = read(args);
  if (what === 'restore') {
    if (from === undefined || data === undefined) throw new BackupRefused(usage.restore);
    const madeAt = await restore({ from, data });
    return `${data} holds what was there at ${madeAt}. Start with: npm start -- --data ${data}`;
  }
  if (data === undefined || to === undefined) throw new BackupRefused(usage.backup);
  const bytes = await backUp({ data, to });
  return `${to} holds ${data}, ${Math.ceil(bytes / 1024)} kB. It also holds the sign-in keys: keep it as safe as them.`;
};

try {
  console.log(await run(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof BackupRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
