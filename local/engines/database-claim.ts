import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { beganAt, commandLine, endProcess } from './processes.ts';

const claimRecord = z.object({
  database: z.string(),
  owner: z.object({ pid: z.int().positive(), beganAt: z.string() }),
  engine: z.object({ pid: z.int().positive(), command: z.array(z.string()) }).optional(),
});
type ClaimRecord = z.infer<typeof claimRecord>;

/** Another running process has the database open; two engines on one file would overwrite each other. */
export class DatabaseInUse extends Error {
  constructor(databaseFile: string, pid: number) {
    super(`${databaseFile} is in use by process ${pid}; stop it, or choose another folder with --data`);
    this.name = 'DatabaseInUse';
  }
}

/** The right to run an engine on a database file, kept in `<database>.engine.pid`. */
export interface DatabaseClaim {
  /** Notes which process is the engine, so that a later start can stop it if this process is killed. */
  recordEngine(pid: number, command: readonly string[]): void;
  release(): void;
}

const besideWith = (file: string) => `${file}.${randomUUID()}`;

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Puts a file in place whole, only if none is there. */
function placeIfAbsent(file: string, text: string): boolean {
  const draft = besideWith(file);
  writeFileSync(draft, text);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a dead process's claim, unless somebody has put a new one there meanwhile: that one is put back. */
function removeStale(file: string, judged: string): void {
  const taken = besideWith(file);
  try {
    renameSync(file, taken);
  } catch {
    return;
  }
  const text = readText(taken);
  if (text !== undefined && text !== judged) placeIfAbsent(file, text);
  rmSync(taken, { force: true });
}

function parseRecord(text: string): ClaimRecord | undefined {
  try {
    return claimRecord.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Stops an engine whose owner was killed, after making sure that the process still is that engine on that file. */
async function endLeftover(databaseFile: string, { engine }: ClaimRecord): Promise<void> {
  if (engine === undefined || beganAt(engine.pid) === undefined) return;
  const running = commandLine(engine.pid);
  if (running === undefined) throw new DatabaseInUse(databaseFile, engine.pid);
  if (running.join('\0') === engine.command.join('\0')) await endProcess(engine.pid);
}

/**
 * Claims a database file for this process. SQLite lets several engines open the same file, so the engine does not
 * do this itself. A claim whose owner is dead is taken over, and the engine it left behind is stopped.
 *
 * @throws {@link DatabaseInUse} while the owner is running.
 */
export async function claimDatabase(databaseFile: string): Promise<DatabaseClaim> {
  const file = `${databaseFile}.engine.pid`;
  const owner = { pid: process.pid, beganAt: beganAt(process.pid) ?? 'alive' };
  const mine: ClaimRecord = { database: databaseFile, owner };
  mkdirSync(dirname(databaseFile), { recursive: true });
  while (!placeIfAbsent(file, JSON.stringify(mine))) {
    const text = readText(file);
    if (text === undefined) continue;
    const record = parseRecord(text);
    // A claim on another path came here when the folder was copied or moved.
    if (record?.database === databaseFile) {
      if (beganAt(record.owner.pid) === record.owner.beganAt)
        throw new DatabaseInUse(databaseFile, record.owner.pid);
      await endLeftover(databaseFile, record);
    }
    removeStale(file, text);
  }
  return {
    recordEngine(pid, command) {
      const draft = besideWith(file);
      writeFileSync(draft, JSON.stringify({ ...mine, engine: { pid, command } }));
      renameSync(draft, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}
