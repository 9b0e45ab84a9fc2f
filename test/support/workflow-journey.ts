import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { addDays } from '../../domain/calendar-date.ts';
import type { PersonCommand } from '../../domain/commands.ts';
import type { Actor } from '../../domain/roles.ts';
import { actOnCase } from '../../lambdas/casework/act-on-case.ts';
import { actOnMinutes } from '../../lambdas/casework/act-on-minutes.ts';
import type { Answer } from '../../lambdas/casework/answer.ts';
import { demoPeople } from '../../local/demo-people.ts';
import { demoPersonGrant } from '../../local/sign-in/demo-person-grant.ts';
import { type Journey, type MoveName, moves } from './workflow-moves.ts';
import { expectAtRest, expectWhole, historyOf, type Product, statesIn, stepsIn } from './workflow-product.ts';

/** A demo person as the office would let them in. */
export const actorOf = (subject: string): Actor => {
  const person = demoPeople.find((each) => each.subject === subject);
  if (person === undefined) throw new Error(`there is no ${subject}`);
  return {
    personId: subject,
    roles: person.roles,
    memberId: person.memberId,
    partyGroup: person.partyGroup,
  };
};

const yes = (answer: Answer, what: string): void => {
  if (answer.kind !== 'done') throw new Error(`${what}: ${JSON.stringify(answer)}`);
};

export const newCaseId = (): string => `c${randomBytes(10).toString('hex')}`;

/** Somebody does something in a case, and the answer must be yes. Does not wait for the machine. */
export const act = async (product: Product, caseId: string, subject: string, command: PersonCommand) => {
  const request = { caseId, commandId: randomUUID(), command, actor: actorOf(subject) };
  yes(await actOnCase(product.besvarad.casework, request), `${subject}: ${command.type}`);
};

export interface Options {
  readonly movers?: readonly string[];
  readonly receivedDaysAgo?: number;
}

/** A case as its moves see it. */
export const journeyOf = (product: Product, caseId: string, movers: readonly string[]): Journey => {
  const { besvarad, today, advance, load } = product;
  return {
    caseId,
    movers,
    today,
    advance,
    tick: () => besvarad.tick(),
    motion: async () => (await load(caseId)).motion,
    act: (subject, command) => act(product, caseId, subject, command),
    actOnMinutes: async (subject, minutesId, command) => {
      const request = { minutesId, commandId: randomUUID(), command, actor: actorOf(subject) };
      yes(await actOnMinutes(besvarad.casework, request), `${subject}: ${command.type}`);
    },
  };
};

/** A motion that has just come in on paper; its machine waits for the registrar. */
export const receive = async (product: Product, options: Options = {}): Promise<Journey> => {
  const { movers = ['hannes.lindgard'], receivedDaysAgo = 0 } = options;
  const caseId = newCaseId();
  const journey = journeyOf(product, caseId, movers);
  const { today, advance } = product;
  advance(1);
  await journey.act('sigrid.hallman', {
    type: 'import-motion',
    text: {
      title: 'Bussar i glesbygd',
      body: 'Det går för få.',
      clauses: ['fler turer', 'fler hållplatser'],
    },
    signatories: movers.map((mover) => actorOf(mover).memberId ?? ''),
    receivedOn: addDays(today(), -receivedDaysAgo),
  });
  await product.idle();
  return journey;
};

/** Makes moves one by one; after each everything must be at rest and agree. @returns the case at its end */
export const go = async (product: Product, journey: Journey, ...names: readonly MoveName[]) => {
  for (const name of names) {
    await moves[name](journey);
    await expectAtRest(product, journey.caseId);
  }
  return expectWhole(product, journey.caseId);
};

/** The states a generation's execution entered, without Choices. */
export const stepsOf = (product: Product, { caseId }: Journey, generation = 1): string[] =>
  stepsIn(historyOf(product, caseId, generation));

/** Every state a generation's execution entered. */
export const statesOf = (product: Product, { caseId }: Journey, generation = 1): string[] =>
  statesIn(historyOf(product, caseId, generation));

/** A signed-in person's POST without a body. @returns the status */
export const post = async ({ besvarad }: Product, subject: string, path: string): Promise<number> => {
  const form = { grant_type: demoPersonGrant, client_id: 'besvarad-cli', person: subject };
  const answer = await fetch(`${besvarad.issuer}/token`, { method: 'POST', body: new URLSearchParams(form) });
  const { access_token } = z.object({ access_token: z.string() }).parse(await answer.json());
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
  return (await fetch(`${besvarad.siteUrl}${path}`, { method: 'POST', headers })).status;
};

/** How every execution begins. */
export const entry = ['ReadCase', 'SendOwedLetters'] as const;
