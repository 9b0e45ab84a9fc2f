import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Motion } from '../../domain/motion.ts';
import { motion } from '../../domain/motion.ts';
import { linksOf, registerPlaceOf } from '../../lambdas/adapters/dynamodb/case-links.ts';
import {
  executionRow,
  linkRow,
  motionRow,
  notStarted,
  openExecutions,
  taskRow,
} from '../../lambdas/adapters/dynamodb/case-rows.ts';
import { documentRow } from '../../lambdas/adapters/dynamodb/log-rows.ts';
import { type Item, itemOf } from '../../lambdas/adapters/dynamodb/row.ts';
import { worklistsOf } from '../../lambdas/adapters/dynamodb/worklists.ts';
import { aMotionText } from './texts.ts';

/** Rows are put in as the store writes them, but without their log: it weighs on no list and on no wait. */
const rowsOf = (number: number, { open, texts }: Pick<Seeding, 'open' | 'texts'>): Item[] => {
  const caseId = `c${createHash('sha256').update(`bench-${number}`).digest('hex').slice(0, 20)}`;
  const record = registeredMotion(caseId, number);
  const recordedAt = '2026-01-12T09:00:00.000Z';
  const task = {
    caseId,
    kind: 'AwaitReferral',
    assignee: { role: 'council-secretary' as const },
    dueOn: `2026-0${1 + (number % 9)}-1${number % 10}`,
    openedAt: recordedAt,
  };
  const rows = [
    itemOf(motionRow, {
      caseId,
      version: 2,
      movedAtVersion: 2,
      status: record.status,
      head: '0'.repeat(64),
      motion: record,
      ...registerPlaceOf(record),
    }),
    ...linksOf(record).map((link) => itemOf(linkRow, { caseId, link, since: recordedAt })),
    itemOf(taskRow, { ...task, worklist: worklistsOf(task.assignee)[0] }),
  ];
  const withTexts = open || texts === true ? [...rows, documentOf(record, recordedAt)] : rows;
  if (!open) return withTexts;
  const execution = { caseId, generation: 1, failures: 0, sweepOrder: notStarted, sweep: openExecutions };
  return [...withTexts, itemOf(executionRow, execution)];
};

const documentOf = ({ caseId, text }: Motion, recordedAt: string): Item =>
  itemOf(documentRow, {
    caseId,
    ...text,
    text: { kind: 'motion', content: aMotionText },
    salt: '0'.repeat(32),
    recordedAt,
  });

const registeredMotion = (caseId: string, number: number): Motion =>
  motion.parse({
    caseId,
    version: 2,
    movedAtVersion: 2,
    status: 'Registered',
    text: { documentId: `bench-${number}`, hash: '0'.repeat(64) },
    clauseCount: aMotionText.clauses.length,
    signatories: [{ memberId: 'm-carlqvist-jessica', party: 'V' }],
    receivedOn: '2026-01-12',
    raisedOn: '2026-01-12',
    cycle: 1,
    rungClocks: [],
    registrationNumber: `RS ${number}/2026`,
    registerYear: 2026,
    minorityDeferralUsed: false,
  });

interface Seeding {
  readonly from: number;
  readonly to: number;
  /** Whether they have a workflow, which is entered when the product starts. */
  readonly open: boolean;
  /** Whether those without one have their texts, too; no API shows them in a list, but the pages do. */
  readonly texts?: boolean;
}

const casesPerBatch = 2000;

/** The rows of registered motions that wait for the council's secretary, some cases at a time: always the same. */
export function* batchesOf({ from, to, ...what }: Seeding): Generator<readonly Item[]> {
  for (let first = from; first < to; first += casesPerBatch) {
    const cases = Math.min(casesPerBatch, to - first);
    yield Array.from({ length: cases }, (_, index) => rowsOf(first + index, what)).flat();
  }
}

/** A transaction of the engine's is one write to the disk, a batch is one for each row. */
const perTransaction = 100;
const atOnce = 3;

/** Fills a table that is there already, over the wire, with the same rows as {@link batchesOf}. */
export const seedCases = async (endpoint: string, { from, to, ...what }: Seeding): Promise<void> => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region: 'eu-north-1', endpoint, credentials }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  let next = from;
  const perTurn = 20;
  const work = async () => {
    while (next < to) {
      const first = next;
      next += perTurn;
      const rows = Array.from({ length: Math.min(perTurn, to - first) }, (_, index) =>
        rowsOf(first + index, what),
      ).flat();
      for (let at = 0; at < rows.length; at += perTransaction) {
        const some = rows.slice(at, at + perTransaction);
        const TransactItems = some.map((Item) => ({ Put: { TableName: 'besvarad', Item } }));
        await client.send(new TransactWriteCommand({ TransactItems }));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  client.destroy();
};
