import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const hasProc = existsSync('/proc/self/stat');

/** Reads a file of a process that may be gone. */
function procFile(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

function answersSignalZero(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * When a process began (Linux: ticks since boot), which together with its id names it beyond doubt, since ids are
 * used again. `undefined` if there is no such process or only its unreaped remains; `'alive'` where there is no
 * `/proc` to ask.
 */
export function beganAt(pid: number): string | undefined {
  if (!hasProc) return answersSignalZero(pid) ? 'alive' : undefined;
  const stat = procFile(pid, 'stat');
  // The name, in brackets, may hold spaces and brackets; the state and the rest follow the last one.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields === undefined || fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

/** The arguments of a running process, or `undefined` when they cannot be read. */
export const commandLine = (pid: number): readonly string[] | undefined =>
  procFile(pid, 'cmdline')?.split('\0').slice(0, -1);

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone, which is what was wanted.
  }
}

async function goneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (beganAt(pid) !== undefined) {
    if (Date.now() > deadline) return false;
    await pause(5);
  }
  return true;
}

/** Asks one process to end, and after some seconds ends it. */
export async function endProcess(pid: number, graceSeconds = 5): Promise<void> {
  signal(pid, 'SIGTERM');
  if (await goneWithin(pid, graceSeconds * 1000)) return;
  signal(pid, 'SIGKILL');
  await goneWithin(pid, 2000);
}
