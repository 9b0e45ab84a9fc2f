import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { silentJournal } from '../plain-journal.ts';
import type { StartExtras } from '../start-besvarad.ts';

/**
 * The product in a process of its own, as `npm start` runs it but for where letters go. It answers its parent, which
 * measures it, over IPC.
 */
const options = z
  .object({
    dataDirectory: z.string(),
    clock: z.string(),
    sesEndpoint: z.string(),
    dynamoDbEndpoint: z.string().optional(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

// Leaving by `exit`, and not by the signal, ends the engine.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const counts: Record<string, number> = {};
const count = (operation: string) => {
  counts[operation] = (counts[operation] ?? 0) + 1;
};

/** JSON services name their operation in a header; SES in the body, and we send it one. */
const operationOf = (request: ClientRequest): string | undefined => {
  const target = request.getHeader('x-amz-target');
  if (typeof target === 'string') return target.replace(/^DynamoDB_\d+\./, 'DynamoDB.').replace(/^AWS/, '');
  return request.getHeader('amz-sdk-invocation-id') === undefined ? undefined : 'SES.SendRawEmail';
};

subscribe('http.client.request.start', (message) => {
  const request = typeof message === 'object' && message !== null && 'request' in message && message.request;
  if (!(request instanceof ClientRequest)) return;
  const operation = operationOf(request);
  if (operation !== undefined) count(operation);
});

/** How long `send-letters` was at it: from its first look at a case's letters to its last word on them. */
const letterTime = { milliseconds: 0, invocations: 0 };

/** On one machine the workflow is told without a request; on AWS these are calls. */
const countSignals = ({ workflow }: Parameters<NonNullable<StartExtras['around']>>[0]): typeof workflow => ({
  ...workflow,
  start: (...given) => {
    count('StepFunctions.StartExecution');
    return workflow.start(...given);
  },
  complete: (...given) => {
    count('StepFunctions.SendTaskSuccess');
    return workflow.complete(...given);
  },
});

const watch: NonNullable<StartExtras['around']> = (live) => {
  const lookedAt = new Map<string, number>();
  return {
    ...live,
    workflow: countSignals(live),
    cases: {
      ...live.cases,
      letters: (caseId) => {
        lookedAt.set(caseId, performance.now());
        letterTime.invocations += 1;
        return live.cases.letters(caseId);
      },
      markLetterSent: async (key, ...rest) => {
        await live.cases.markLetterSent(key, ...rest);
        const now = performance.now();
        letterTime.milliseconds += now - (lookedAt.get(key.caseId) ?? now);
        lookedAt.set(key.caseId, now);
      },
    },
  };
};

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

// As `npm start` does (local/main.ts).
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/besvarad'));
const { startBesvarad } = await import('../start-besvarad.ts');
const besvarad = await startBesvarad(
  {
    dataDirectory: options.dataDirectory,
    port: 0,
    clock: options.clock,
    configFile: 'config/organisation.json',
  },
  {
    sesEndpoint: options.sesEndpoint,
    journal: silentJournal,
    around: watch,
    environment:
      options.dynamoDbEndpoint === undefined
        ? process.env
        : { ...process.env, DYNAMODB_ENDPOINT: options.dynamoDbEndpoint },
  },
);

const answers: Record<string, () => unknown> = {
  counts: () => counts,
  letters: () => letterTime,
  memory: async () => {
    await besvarad.stepFunctions.idle();
    for (let round = 0; round < 3; round += 1) if (typeof collectGarbage === 'function') collectGarbage();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, heapUsed, external };
  },
  entered: async () => {
    await besvarad.tick();
    await besvarad.stepFunctions.idle();
    return besvarad.stepFunctions.running().length;
  },
  idle: async () => {
    await besvarad.stepFunctions.idle();
    return null;
  },
  history: () => besvarad.stepFunctions.running().map((name) => besvarad.stepFunctions.history(name)),
  stop: async () => {
    await besvarad.stop();
    return null;
  },
};

process.on('message', async (message) => {
  const { id, ask } = z.object({ id: z.int(), ask: z.string() }).parse(message);
  const answer = await answers[ask]?.();
  process.send?.({ id, answer });
  if (ask === 'stop') process.disconnect();
});
process.on('disconnect', () => void besvarad.stop().finally(() => process.exit(0)));

process.send?.({ id: 0, answer: { siteUrl: besvarad.siteUrl, issuer: besvarad.issuer } });
