import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { begun, caseView } from '../../lambdas/office/contract.ts';
import { signIn } from '../../local/client/office-client.ts';
import { addressesOf, aFolder, answers, enginePid, runs, start } from './start-child.ts';

const text = { title: 'Fler bussar', body: 'Det behövs.', clauses: ['att bussarna går oftare'] };
const imported = {
  type: 'import-motion' as const,
  text,
  signatories: ['m-lindgard-hannes'],
  receivedOn: '2026-01-12',
};
/** Each start loads all modules anew, and the other tests want the processor too. */
const aSlowMachine = 180_000;
const tasks = z.object({ items: z.array(z.object({ caseId: z.string(), kind: z.string() })) });

/** Asks until the answer is as wanted: the machine walks on its own time. */
const eventually = async <T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> => {
  const wanted = async () => {
    const answer = await ask();
    return isWanted(answer) ? { answer } : undefined;
  };
  const { answer } = await vi.waitUntil(wanted, { timeout: aSlowMachine, interval: 20 });
  return answer;
};

it(
  'prints its addresses, stops all it started on Ctrl-C, and goes on where it was',
  async () => {
    const folder = join(aFolder(), 'data');
    const args = ['--data', folder, '--port', '0', '--clock', '2026-01-13'];
    const first = start(args);
    const { siteUrl, issuer, inboxUrl } = await addressesOf(first);
    expect(first.output()).toContain('2026-01-13');
    for (const url of [siteUrl, issuer, inboxUrl]) expect([url, await answers(url)]).toEqual([url, true]);
    const registrar = await signIn({ siteUrl, issuer }, 'sigrid.hallman');
    const { caseId } = begun.parse((await registrar.begin(imported)).body);
    const worklist = async () =>
      tasks.parse((await registrar.get('/api/worklist?role=registrar')).body).items;
    await eventually(worklist, (items) => items.some(({ kind }) => kind === 'AwaitRegistration'));
    const engine = enginePid(folder);
    expect(runs(engine)).toBe(true);

    first.process.kill('SIGINT');
    expect(await first.ended).toEqual({ code: 0, signal: null });
    expect(first.errors()).toBe('');
    expect(runs(engine)).toBe(false);
    expect(enginePid(folder)).toBeUndefined();
    for (const url of [siteUrl, issuer, inboxUrl]) expect([url, await answers(url)]).toEqual([url, false]);

    const second = start([...args.slice(0, 2), '--port', new URL(siteUrl).port, ...args.slice(4)]);
    expect((await addressesOf(second)).issuer).toBe(issuer);
    // The token of the first time is taken, and the case that waited goes on when somebody acts.
    expect(await registrar.get('/api/me')).toMatchObject({ status: 200 });
    expect(await registrar.act(caseId, { type: 'register' })).toMatchObject({ status: 200 });
    const secretary = await signIn({ siteUrl, issuer }, 'gustav.wennerlund');
    const waiting = async () =>
      tasks.parse((await secretary.get('/api/worklist?role=council-secretary')).body).items;
    const own = await eventually(waiting, (items) => items.length > 0);
    expect(own).toMatchObject([{ caseId, kind: 'AwaitReferral' }]);
    const { motion } = caseView.parse((await secretary.get(`/api/cases/${caseId}`)).body);
    expect(motion).toMatchObject({ status: 'Registered', registrationNumber: 'RS 1/2026' });

    // A second copy on the same data is told so; the first is not disturbed.
    const other = start(['--data', folder, '--port', '0']);
    expect((await other.ended).code).toBe(1);
    expect(other.errors().trim().split('\n').length).toBe(1);
    expect(await registrar.get('/api/me')).toMatchObject({ status: 200 });

    const secondEngine = enginePid(folder);
    second.process.kill('SIGTERM');
    expect(await second.ended).toEqual({ code: 0, signal: null });
    expect(runs(secondEngine)).toBe(false);
  },
  aSlowMachine,
);

it(
  'leaves no engine behind when Ctrl-C comes while it starts',
  async () => {
    const folder = aFolder();
    const child = start(['--data', folder, '--port', '0']);
    const engine = await eventually(
      async () => enginePid(folder),
      (pid) => pid !== undefined || child.process.exitCode !== null,
    );
    child.process.kill('SIGINT');
    const { code } = await child.ended;
    // It may just have been ready: then it stops in order.
    expect([0, 130]).toContain(code);
    await eventually(
      async () => runs(engine),
      (is) => !is,
    );
  },
  aSlowMachine,
);
