import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { stockholmDate } from '../domain/calendar-date.ts';
import { systemActor } from '../domain/roles.ts';
import { makeRecord } from '../lambdas/adapters/dynamodb/record.ts';

/**
 * Enters the first administrator of a stage, who enters everybody else through the office. With the operator's own
 * credentials, straight into the record, with its entry in the log; refused when the stage has an administrator.
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { table: text, subject: text, name: text, region: text } });
const { table: tableName, subject, name, region = 'eu-north-1' } = values;
if (tableName === undefined || subject === undefined || name === undefined) {
  console.error(
    'Usage: node scripts/first-administrator.ts --table NAME --subject SUB --name "Given Family" [--region R]',
  );
  process.exit(1);
}

const { people } = makeRecord({ client: new DynamoDBClient({ region }), tableName });
let cursor: string | undefined;
do {
  const page = await people.people({ limit: 200, cursor });
  const found = page.items.find((each) => each.roles.some(({ role }) => role === 'administrator'));
  if (found !== undefined) {
    console.error(`${found.subject} is administrator already: let her or him enter ${name}.`);
    process.exit(1);
  }
  cursor = page.cursor;
} while (cursor !== undefined);

const at = new Date().toISOString();
const from = stockholmDate(at);
const person = { subject, name, roles: [{ role: 'administrator' as const, from }] };
const what = `role_given administrator ${from}`;
await people.savePerson(person, 1, { version: 1, by: systemActor.personId, at, what });
console.log(`${name} (${subject}) is administrator from ${from}.`);
