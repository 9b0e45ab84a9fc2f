import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../domain/commands.ts';
import type { Status } from '../../domain/motion.ts';
import type { Actor } from '../../domain/roles.ts';
import { actOnCase } from '../../lambdas/casework/act-on-case.ts';
import { verifyChain } from '../../lambdas/event-chain.ts';
import { Conflict, Transient } from '../../lambdas/failures.ts';
import { examples } from '../support/motion-commands.ts';
import { actors, theMember } from '../support/motion-people.ts';
import { type Desk, type MadeDesk, makeDesk, newCommandId } from './office-desk.ts';
import { aRealCase, caseIdOf, openTheMinutes } from './real-cases.ts';

/** Commands that are accepted in a status, with and without text, letters, number and workflow. */
const accepted = [
  { status: undefined, actor: actors.member, command: examples['start-draft'].command },
  { status: undefined, actor: actors.registrar, command: examples['import-motion'].command },
  { status: 'Draft', actor: actors.member, command: examples['revise-text'].command },
  { status: 'Draft', actor: actors.member, command: { type: 'discard-draft' } },
  { status: 'Received', actor: actors.registrar, command: { type: 'register' } },
  { status: 'Received', actor: theMember('m-bo'), command: { type: 'withdraw' } },
  { status: 'Drafting', actor: actors.official, command: examples['write-answer'].command },
  { status: 'Approval', actor: actors.manager, command: { type: 'approve-answer' } },
  { status: 'Approval', actor: actors.manager, command: examples['return-answer'].command },
  { status: 'BoardAgenda', actor: actors['board-secretary'], command: examples.propose.command },
  { status: 'CouncilAgenda', actor: actors['council-secretary'], command: examples.decide.command },
] as const satisfies readonly { status: Status | undefined; actor: Actor; command: Command }[];
const anAccepted = fc.constantFrom(...accepted);

const aDesk = async () => {
  const made = await makeDesk();
  await openTheMinutes(made);
  return made;
};

const caseIn = async (made: MadeDesk, status: Status | undefined) =>
  status === undefined ? caseIdOf(newCommandId()) : await aRealCase(made, status);

/** All that a command can change, as text. */
const everything = async ({ cases, minutes }: Desk, caseId: string) => {
  const state = await cases.load(caseId);
  const rest = await Promise.all([
    cases.events(caseId),
    cases.letters(caseId),
    minutes.items('board-2026-05-12'),
  ]);
  return JSON.stringify([state, ...rest, await cases.lastSequence('RS#RS#2026')]);
};

/** A store whose commit writes and then breaks, as many times as told. */
const breakingAfter = (desk: Desk, error: Error, times: number): Desk => {
  let left = times;
  const commit: Desk['cases']['commit'] = async (change) => {
    await desk.cases.commit(change);
    left -= 1;
    if (left >= 0) throw error;
  };
  return { ...desk, cases: { ...desk.cases, commit } };
};

describe('a command id', () => {
  it('has one effect and one answer, however often it is sent', async () => {
    await fc.assert(
      fc.asyncProperty(
        anAccepted,
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        async (each, repeats, atOnce) => {
          const made = await aDesk();
          const caseId = await caseIn(made, each.status);
          const request = { caseId, commandId: newCommandId(), command: each.command, actor: each.actor };
          const act = () => actOnCase(made.desk, request);
          const version = ((await made.desk.cases.load(caseId))?.motion.version ?? 0) + 1;
          const answers = [];
          if (atOnce) answers.push(...(await Promise.all(Array.from({ length: repeats + 1 }, act))));
          else answers.push(await act());
          const after = await everything(made.desk, caseId);
          for (let count = 0; count < repeats; count += 1) answers.push(await act());
          expect(answers.map((answer) => answer.kind === 'done' && answer.version)).toEqual(
            answers.map(() => version),
          );
          expect(answers.filter((answer) => answer.kind === 'done' && !answer.repeated).length).toBe(1);
          expect(await everything(made.desk, caseId)).toBe(after);
          const events = await made.desk.cases.events(caseId);
          expect(events.filter(({ commandId }) => commandId === request.commandId).length).toBe(1);
          expect(verifyChain(events)).toBeUndefined();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has one effect when the answer to its first try was lost', async () => {
    await fc.assert(
      fc.asyncProperty(anAccepted, async (each) => {
        const made = await aDesk();
        const caseId = await caseIn(made, each.status);
        const request = { caseId, commandId: newCommandId(), command: each.command, actor: each.actor };
        const lost = breakingAfter(made.desk, new Transient('timeout after success'), 1);
        await expect(actOnCase(lost, request)).rejects.toThrow(Transient);
        const written = await everything(made.desk, caseId);
        expect(await actOnCase(made.desk, request)).toMatchObject({ kind: 'done', repeated: true });
        expect(await everything(made.desk, caseId)).toBe(written);
      }),
      { numRuns: 20 },
    );
  });

  it('is answered, not called a conflict, when the store lost its own answer and refused its own retry', async () => {
    const made = await aDesk();
    const caseId = await aRealCase(made, 'Received');
    const { version } = (await made.desk.cases.load(caseId))?.motion ?? { version: 0 };
    const lost = breakingAfter(made.desk, new Conflict('the record has moved'), 1);
    const request = {
      caseId,
      commandId: newCommandId(),
      command: { type: 'register' as const },
      actor: actors.registrar,
    };
    const answer = await actOnCase(lost, { ...request, expectedVersion: version });
    expect(answer).toEqual({ kind: 'done', version: version + 1, repeated: true });
  });

  it('used for another command, or by another person, is refused without an effect', async () => {
    await fc.assert(
      fc.asyncProperty(anAccepted, anAccepted, async (each, other) => {
        const made = await aDesk();
        const caseId = await caseIn(made, each.status);
        const commandId = newCommandId();
        await actOnCase(made.desk, { caseId, commandId, command: each.command, actor: each.actor });
        const state = await made.desk.cases.load(caseId);
        fc.pre(state?.motion.status !== 'Draft' && state?.motion.status !== 'Discarded');
        const written = await everything(made.desk, caseId);
        const asAuditor = { caseId, commandId, command: each.command, actor: actors.auditor };
        expect(await actOnCase(made.desk, asAuditor)).toEqual({ kind: 'command-id-reused' });
        if (JSON.stringify(other.command) !== JSON.stringify(each.command)) {
          const second = { caseId, commandId, command: other.command, actor: each.actor };
          expect(await actOnCase(made.desk, second)).toEqual({ kind: 'command-id-reused' });
        }
        expect(await everything(made.desk, caseId)).toBe(written);
      }),
      { numRuns: 30 },
    );
  });

  it('of a refused command is free: it is judged anew', async () => {
    const made = await aDesk();
    const caseId = await aRealCase(made, 'Received');
    const commandId = newCommandId();
    const early = { type: 'refer' as const, by: 'council' as const, announcedOn: '2026-02-10' };
    const actor = actors['council-secretary'];
    expect(await actOnCase(made.desk, { caseId, commandId, command: early, actor })).toMatchObject({
      code: 'wrong_status',
    });
    const register = {
      caseId,
      commandId: newCommandId(),
      command: { type: 'register' as const },
      actor: actors.registrar,
    };
    await actOnCase(made.desk, register);
    expect(await actOnCase(made.desk, { caseId, commandId, command: early, actor })).toMatchObject({
      kind: 'done',
    });
  });
});
