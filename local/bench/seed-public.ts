import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type PublicMotion, publicMotion } from '../../domain/public-motion.ts';
import { registerOrderOf } from '../../lambdas/adapters/dynamodb/case-links.ts';
import { shownWrites } from '../../lambdas/adapters/dynamodb/case-writes.ts';
import { publicCaseRow } from '../../lambdas/adapters/dynamodb/register-rows.ts';
import { itemOf } from '../../lambdas/adapters/dynamodb/row.ts';
import { putting } from '../../lambdas/adapters/dynamodb/transaction.ts';
import { aMotionText } from './texts.ts';

const parties = ['S', 'M', 'SD', 'C', 'V', 'KD', 'L', 'MP'];
const subjects = [
  'tandvård',
  'kollektivtrafik',
  'cykelställ',
  'ambulanser',
  'kultur',
  'sjukhusmat',
  'tolkar',
  'vårdköer',
];
const perYear = 500;
const lastYear = 2026;

/** One motion of many: twenty years of five hundred, the last half year still open. */
const motionNo = (number: number): PublicMotion => {
  const registerYear = lastYear - Math.floor(number / perYear);
  const raisedOn = `${registerYear}-0${1 + (number % 9)}-1${number % 10}`;
  const isOpen = number < perYear / 2;
  const mover = (place: number) => ({
    name: `Förnamn Efternamn ${(number * 7 + place) % 300}`,
    party: parties[(number + place) % parties.length] ?? 'S',
    withdrawn: false,
  });
  return publicMotion.parse({
    caseId: `c${createHash('sha256').update(`public-${number}`).digest('hex').slice(0, 20)}`,
    registrationNumber: `RS ${perYear - (number % perYear)}/${registerYear}`,
    registerYear,
    version: 20,
    title: `Motion ${number} om ${subjects[number % subjects.length]} i hela länet`,
    body: aMotionText.body,
    clauses: aMotionText.clauses.map((text, index) => ({ clauseNo: index + 1, text })),
    movers: [mover(0), mover(1), mover(2)],
    receivedOn: raisedOn,
    raisedOn,
    status: isOpen ? 'Drafting' : 'Final',
    unit: 'Hälso- och sjukvårdsstaben',
    decision: isOpen
      ? undefined
      : {
          meetingDate: `${registerYear}-12-10`,
          paragraph: '§ 9',
          outcome: 'ANSWERED',
          decisions: [{ clause: 1, outcome: 'ANSWERED' }],
          deviatesFromBoard: false,
        },
  });
};

const rowsOf = (motion: PublicMotion) => {
  const { caseId, registerYear, registrationNumber } = motion;
  const place = { registerYear, registerOrder: registerOrderOf(registrationNumber, caseId) };
  return [...shownWrites(place, motion, undefined), putting(itemOf(publicCaseRow, { ...place, caseId }))];
};

const motionsPerTransaction = 30;

/** Fills the public register quickly, as a commit writes it. */
export const seedPublicMotions = async (endpoint: string, count: number): Promise<void> => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region: 'eu-north-1', endpoint, credentials }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  for (let first = 0; first < count; first += motionsPerTransaction) {
    const some = Array.from({ length: Math.min(motionsPerTransaction, count - first) }, (_, index) =>
      rowsOf(motionNo(first + index)),
    ).flat();
    const TransactItems = some.map(({ item }) => item('besvarad'));
    await client.send(new TransactWriteCommand({ TransactItems }));
  }
  client.destroy();
};
