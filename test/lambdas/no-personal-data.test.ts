import { readFileSync } from 'node:fs';
import { SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSfnWorkflow } from '../../lambdas/adapters/sfn-workflow.ts';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { tick } from '../../lambdas/casework/tick.ts';
import { Transient } from '../../lambdas/failures.ts';
import { machines } from '../../lambdas/manifest.ts';
import { journal } from '../../lambdas/observability.ts';
import { makeHandler } from '../../lambdas/office/handler.ts';
import { LetterRefused } from '../../lambdas/ports/mailer.ts';
import { eventFunctionNames, eventFunctions, fillPlaceholders } from '../../local/functions.ts';
import { startStepFunctions } from '../../local/step-functions/start-step-functions.ts';
import { throughLambda } from '../contracts/http-requests.ts';
import { by } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { type Desk, makeDesk, newCommandId } from './office-desk.ts';
import { aRealCase, letHappen, openTheMinutes } from './real-cases.ts';

/** Everything that is written down outside the record: the log, and what the workflow is handed and hands on. */
const log: string[] = [];
const handed: string[] = [];
const write = { out: process.stdout.write, err: process.stderr.write };
const running: { stop(): Promise<void> | void }[] = [];

beforeAll(() => {
  const keep = (chunk: unknown) => {
    log.push(String(chunk));
    return true;
  };
  process.stdout.write = keep;
  process.stderr.write = keep;
});
const restoreOutput = () => {
  process.stdout.write = write.out;
  process.stderr.write = write.err;
};
afterAll(async () => {
  restoreOutput();
  for (const each of running) await each.stop();
});

/** The office in memory with the real state machine, whose every input and output is kept. */
const theProduct = async () => {
  const made = await makeDesk();
  const late: { desk?: Desk } = {};
  const functions = Object.fromEntries(
    eventFunctionNames.map((name) => [
      name,
      async (event: unknown) => {
        handed.push(JSON.stringify(event));
        const output = await eventFunctions(late.desk as Desk)[name](event);
        handed.push(JSON.stringify(output ?? null));
        return output;
      },
    ]),
  );
  const motion = fillPlaceholders(readFileSync(machines.motion, 'utf8'));
  const stepFunctions = await startStepFunctions({ machines: { motion }, functions, retryDelay: () => 0 });
  running.push(stepFunctions);
  const client = new SFNClient({
    endpoint: stepFunctions.endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  running.push({ stop: () => client.destroy() });
  client.middlewareStack.add(
    (next) => async (args) => {
      // A token is long and random, and now and then spells one of the words looked for.
      handed.push(JSON.stringify({ ...args.input, taskToken: undefined }));
      return next(args);
    },
    { step: 'initialize' },
  );
  const workflow = makeSfnWorkflow({ client, stateMachineArn: stepFunctions.arnOf('motion') });
  const faults = [
    new Transient('SES: m-anna@region.example'),
    new LetterRefused('MessageRejected'),
    new Error('Namn Efternamnsson-bo'),
  ];
  const desk: Desk = {
    ...made.desk,
    workflow,
    journal,
    mailer: {
      send: async (letter) => {
        const fault = faults.pop();
        if (fault !== undefined) throw fault;
        return made.desk.mailer.send(letter);
      },
    },
  };
  late.desk = desk;
  return { made: { ...made, desk }, stepFunctions };
};

const secrets =
  /qvx|Efternamnsson|Personnamn|@region\.example|Exempelpartiet|kollektivtrafik|Brödtext|bussarna|Hemlig|Två ämnen|hemlig/i;

it('no name, title, text or address is in the log or in the state of the workflow', async () => {
  const { made, stepFunctions } = await theProduct();
  await openTheMinutes(made);
  const office = makeHandler(made.desk, { verify: async (token) => token });
  const send = (subject: string, path: string, body: object) =>
    throughLambda(office, {
      name: path,
      method: 'POST',
      path,
      headers: { authorization: `Bearer ${subject}`, 'content-type': 'application/json' },
      body: JSON.stringify({ commandId: newCommandId(), ...body }),
    });
  const final = await aRealCase(made, 'Archived');
  const returned = await aRealCase(made, 'Returned');
  await letHappen(made, returned, by(actors.member, examples['revise-text'].command));
  const referredBack = by(actors['council-secretary'], examples['refer-back-in-council'].command);
  await aRealCase(made, 'CouncilAgenda', referredBack);
  await aRealCase(made, 'Approval', by(actors.manager, examples['return-answer'].command));
  await aRealCase(made, 'WithdrawalPending');

  // What goes wrong is logged too: refusals, bad input, conflicts, a defect that quotes what it should not.
  const path = `/api/cases/${returned}/commands`;
  const statuses = [
    await send('p-auditor', path, { command: { type: 'submit' } }),
    await send('p-member', path, { command: { type: 'Hemlig titel' } }),
    await send('p-member', path, { command: { type: 'resubmit' }, expectedVersion: 1 }),
    await send('p-member', '/api/cases', { command: examples['start-draft'].command }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([403, 400, 409, 201]);
  const fails = async () => {
    throw new Error('Hemlig: Namn Efternamnsson-anna, m-anna@region.example');
  };
  const broken = makeHandler(
    { ...made.desk, people: { ...made.desk.people, person: fails } },
    { verify: async (token) => token },
  );
  const answer = await throughLambda(broken, {
    name: 'broken',
    method: 'GET',
    path: '/api/me',
    headers: { authorization: 'Bearer x' },
  });
  expect([answer.status, secrets.test(answer.body)]).toEqual([500, false]);
  const owed = async () => ({ items: [{ caseId: final }] });
  const brokenTick = { ...made.desk, cases: { ...made.desk.cases, owed, letters: fails } };
  await tick(brokenTick, { sweep: true });
  await stepFunctions.idle();
  await sendLetters(made.desk, final);
  restoreOutput();

  expect(made.sent.length).toBeGreaterThan(20);
  const codes = ['letter_failed', 'letter_retried_later', 'defect', 'tick_item_failed'];
  for (const code of codes) expect([code, log.join('').includes(code)]).toEqual([code, true]);
  expect(handed.length).toBeGreaterThan(100);
  expect(handed.join('')).toContain('AwaitCouncil');
  for (const each of [...log, ...handed]) expect(secrets.exec(each)?.[0]).toBeUndefined();
  // The same search finds them where they belong.
  expect(secrets.test(JSON.stringify(made.sent))).toBe(true);
});
