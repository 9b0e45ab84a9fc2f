import { createHash } from 'node:crypto';
import { personCommand } from '../../domain/commands.ts';
import type { Motion, Status } from '../../domain/motion.ts';
import type { Actor } from '../../domain/roles.ts';
import { actOnCase } from '../../lambdas/casework/act-on-case.ts';
import { actOnMinutes } from '../../lambdas/casework/act-on-minutes.ts';
import { type Act, BOARD_DAY, COUNCIL_DAY, TODAY, ways } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { type MadeDesk, newCommandId } from './office-desk.ts';

/** An id of the right shape. */
export const caseIdOf = (name: string) => `c${createHash('sha256').update(name).digest('hex').slice(0, 20)}`;

/** Minutes of the meetings of the examples, open. */
export const openTheMinutes = async ({ desk }: Pick<MadeDesk, 'desk'>) => {
  for (const [body, meetingDate] of [
    ['board', BOARD_DAY],
    ['council', COUNCIL_DAY],
    ['council', '2026-07-28'],
  ] as const) {
    const actor = actors[`${body}-secretary`];
    const command = { type: 'open-minutes' as const, body, meetingDate, certifiers: ['p-certifier'] };
    const minutesId = `${body}-${meetingDate}`;
    await actOnMinutes(desk, { minutesId, commandId: newCommandId(), command, actor });
  }
};

/** Lets one act happen to a case, through the use case; a refusal is a mistake in the test. */
export const letHappen = async ({ desk, clock }: MadeDesk, caseId: string, act: Act): Promise<void> => {
  const { command, actor, facts } = act((await desk.cases.load(caseId))?.motion);
  clock.now = `${facts?.today ?? TODAY}T10:00:00.000Z`;
  const own = JSON.parse(JSON.stringify(command).replaceAll('"case-1"', `"${caseId}"`)) as typeof command;
  const answer = await actOnCase(desk, { caseId, commandId: newCommandId(), command: own, actor });
  clock.now = `${TODAY}T10:00:00.000Z`;
  if (answer.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
};

/** A real case in a status: every command went through the use case and into the record. */
export const aRealCase = async (made: MadeDesk, status: Status, ...more: readonly Act[]): Promise<string> => {
  const caseId = caseIdOf(newCommandId());
  for (const act of [...ways[status], ...more]) await letHappen(made, caseId, act);
  return caseId;
};

/** The record of a case that exists. */
export const motionOf = async ({ desk }: MadeDesk, caseId: string): Promise<Motion> => {
  const state = await desk.cases.load(caseId);
  if (state === undefined) throw new Error('no such case');
  return state.motion;
};

/** A person's command, typed. */
export const ask = (command: unknown) => personCommand.parse(command);
/** A new draft of two movers, as a body for POST /api/cases. */
export const aDraft = (title = 'Fler bussar') =>
  ask({
    type: 'start-draft',
    text: { title, body: 'Det behövs.', clauses: ['att bussarna går oftare'] },
    signatories: ['m-anna'],
  });

export type Someone = Actor;
