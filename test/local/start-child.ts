import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { beganAt, endProcess } from '../../local/engines/processes.ts';

const root = resolve(import.meta.dirname, '../..');

/** A folder of the test's own, gone with it. */
export const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'besvarad-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** `npm start` as a process of its own. */
export interface Child {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  /** Resolves with what was printed once it matches; rejects when the process ends before. */
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts `node local/main.ts`; what still runs when the test is over is stopped by its own id. */
export const start = (args: readonly string[], environment: NodeJS.ProcessEnv = {}): Child => {
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(process.execPath, ['local/main.ts', ...args], { cwd: root, env, stdio: 'pipe' });
  const said = { output: '', errors: '' };
  const listeners = new Set<() => void>();
  const keep = (which: keyof typeof said) => (chunk: Buffer) => {
    said[which] += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', keep('output'));
  child.stderr.on('data', keep('errors'));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => {
    child.once('close', (code, signal) => done({ code, signal }));
  });
  onTestFinished(async () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      await endProcess(child.pid);
    }
  });
  const until = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((found, failed) => {
      const look = () => {
        const match = pattern.exec(said.output);
        if (match === null) return;
        listeners.delete(look);
        found(match);
      };
      listeners.add(look);
      void ended.then(() => failed(new Error(`it ended first: ${said.errors}${said.output}`)));
      look();
    });
  return { process: child, output: () => said.output, errors: () => said.errors, until, ended };
};

/** The addresses that a running product has printed. */
export const addressesOf = async (child: Child) => {
  await child.until(/samira\.nordin/);
  const find = (pattern: RegExp) => pattern.exec(child.output())?.[1] ?? '';
  return {
    siteUrl: find(/Kontorets API +(http:\/\/\S+)\/api /),
    issuer: find(/Inloggning +(http:\/\/\S+)/),
    inboxUrl: find(/Inkorg för brev +(http:\/\/\S+)/),
  };
};

/** The engine that was started for a data directory, while it runs. */
export const enginePid = (dataDirectory: string): number | undefined => {
  const file = join(dataDirectory, 'record.db.engine.pid');
  if (!existsSync(file)) return undefined;
  const { engine } = JSON.parse(readFileSync(file, 'utf8')) as { engine?: { pid: number } };
  return engine?.pid;
};

/** Whether a process still runs. */
export const runs = (pid: number | undefined): boolean => pid !== undefined && beganAt(pid) !== undefined;

/** Whether anything answers at an address. */
export const answers = async (url: string): Promise<boolean> => {
  try {
    await (await fetch(url)).body?.cancel();
    return true;
  } catch {
    return false;
  }
};
