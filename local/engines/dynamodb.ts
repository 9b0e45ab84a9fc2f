import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { claimDatabase } from './database-claim.ts';
import { findEngine } from './find-engine.ts';
import { choosePort, loopback } from './free-port.ts';
import { endProcess } from './processes.ts';

/** The engine is there but did not start or does not answer. */
export class EngineFailed extends Error {
  constructor(detail: string) {
    super(`The DynamoDB engine does not answer: ${detail}`);
    this.name = 'EngineFailed';
  }
}

export interface DynamoDbOptions {
  /** The SQLite file; made if it is missing. Beside it lie `.engine.pid` and `.engine.log`. */
  readonly databaseFile: string;
  /** Any free one when absent. */
  readonly port?: number;
  /** Where `DYNAMODB_ENDPOINT`, `DYNOXIDE_BIN` and `PATH` are looked up. */
  readonly environment: NodeJS.ProcessEnv;
  /** Told if the engine ends without having been stopped. */
  readonly onExit?: (reason: string) => void;
}

export interface RunningDynamoDb {
  readonly endpoint: string;
  /** The file it keeps its rows in, where that is one SQLite file of dynoxide's. */
  readonly file?: string;
  stop(): Promise<void>;
}

/** Any answer at all will do: engines differ in what they say to a request without a signature. */
async function answers(endpoint: string): Promise<boolean> {
  try {
    const response = await fetch(endpoint, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}

/** Asks until the engine answers, has ended, or the time is up; tells why not, or `undefined` when it answers. */
async function waitUntilAnswering(endpoint: string, seconds: number, ended: () => string | undefined) {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    // In this order: had the engine lost its port to another program, that one would answer.
    const answered = await answers(endpoint);
    const reason = ended();
    if (reason !== undefined) return reason;
    if (answered) return undefined;
    await pause(5);
  }
  return `no answer at ${endpoint} within ${seconds} seconds`;
}

function lastLine(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').at(-1);
  } catch {
    // Removed with its folder; the reason is told without it.
    return undefined;
  }
}

interface Watched {
  readonly child: ChildProcess;
  /** Why it ended, once it has. */
  ended(): string | undefined;
  whenEnded(listener: (reason: string) => void): void;
}

/**
 * Starts the program in a process group of its own, so that Ctrl-C in a terminal reaches only the parent, which
 * then stops its engines in the right order. Its words go to a file, which outlives a killed parent.
 */
function launch(
  [program, ...args]: readonly [string, ...string[]],
  logFile: string,
  env: NodeJS.ProcessEnv,
): Watched {
  const log = openSync(logFile, 'w');
  const child = spawn(program, args, { detached: true, stdio: ['ignore', log, log], env });
  closeSync(log);
  const listeners: ((reason: string) => void)[] = [];
  let ending: string | undefined;
  const end = (how: string) => {
    if (ending !== undefined) return;
    const words = lastLine(logFile);
    ending = words ? `${how}: ${words}` : how;
    for (const listener of listeners) listener(ending);
  };
  child.once('error', (error) => end(error.message));
  child.once('exit', (code, signal) => end(`it ended with ${signal ?? `code ${code}`}`));
  return { child, ended: () => ending, whenEnded: (listener) => void listeners.push(listener) };
}

async function useRunning(endpoint: string): Promise<RunningDynamoDb> {
  const fault = await waitUntilAnswering(endpoint, 5, () => undefined);
  if (fault !== undefined) throw new EngineFailed(`${fault} (DYNAMODB_ENDPOINT)`);
  return { endpoint, stop: async () => undefined };
}

/**
 * Starts DynamoDB on this machine and waits until it answers. Only one engine at a time may have the file; an
 * engine left behind by a parent that was killed is stopped first.
 *
 * @throws EngineMissing, EngineFailed, DatabaseInUse, PortBusy
 */
export async function startDynamoDb(options: DynamoDbOptions): Promise<RunningDynamoDb> {
  const { environment, onExit } = options;
  const engine = findEngine(environment);
  if (engine.kind === 'running') return useRunning(engine.endpoint);
  const databaseFile = resolve(options.databaseFile);
  const claim = await claimDatabase(databaseFile);

  const attempt = async (triesLeft: number): Promise<RunningDynamoDb> => {
    const port = await choosePort(options.port);
    const endpoint = `http://${loopback}:${port}`;
    const command = engine.command(databaseFile, port);
    const { child, ended, whenEnded } = launch(command, `${databaseFile}.engine.log`, environment);
    const { pid } = child;
    if (pid !== undefined) claim.recordEngine(pid, command);
    const endWithParent = () => child.kill();
    process.once('exit', endWithParent);
    whenEnded(() => process.off('exit', endWithParent));
    const end = async () => {
      if (pid !== undefined && ended() === undefined) await endProcess(pid);
    };

    const fault = await waitUntilAnswering(endpoint, 30, ended);
    if (fault !== undefined) {
      await end();
      if (triesLeft > 0 && options.port === undefined && /in use/.test(fault)) return attempt(triesLeft - 1);
      throw new EngineFailed(fault);
    }
    let stopped: Promise<void> | undefined;
    whenEnded((reason) => {
      if (stopped !== undefined) return;
      claim.release();
      onExit?.(reason);
    });
    const stop = () => {
      if (ended() !== undefined) return stopped ?? Promise.resolve();
      stopped ??= end().then(claim.release);
      return stopped;
    };
    return { endpoint, stop, ...(engine.name === 'dynoxide' ? { file: databaseFile } : {}) };
  };

  try {
    return await attempt(3);
  } catch (error) {
    claim.release();
    throw error;
  }
}
