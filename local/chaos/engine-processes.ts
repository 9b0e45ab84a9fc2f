import { readdirSync } from 'node:fs';
import { commandLine } from '../engines/processes.ts';

const processIds = (): number[] => {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
};

/**
 * The engines that run on a database file, also one whose parent was killed before it had noted it. The file's name
 * is ours alone, so these are processes that we have started. Linux only, as the engine is.
 */
export const enginesOn = (databaseFile: string): number[] =>
  processIds().filter((pid) => {
    const command = commandLine(pid) ?? [];
    return command[command.indexOf('--db-path') + 1] === databaseFile && command.includes('--db-path');
  });

/** Ends processes with SIGKILL; those that are gone already are passed over. */
export const endAtOnce = (processes: readonly number[]): void => {
  for (const pid of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone, which is what was wanted.
    }
  }
};

/** Where the engine of a database file answers. @returns undefined when none runs */
export const engineEndpoint = (databaseFile: string): string | undefined => {
  const [pid] = enginesOn(databaseFile);
  const command = pid === undefined ? [] : (commandLine(pid) ?? []);
  const port = command[command.indexOf('--port') + 1];
  return port === undefined || !command.includes('--port') ? undefined : `http://127.0.0.1:${port}`;
};
