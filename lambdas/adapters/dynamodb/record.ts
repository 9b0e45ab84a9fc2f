import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { makeCaseStore } from './case-store.ts';
import { makeClockStore } from './clock-store.ts';
import { makeMinutesStore } from './minutes-store.ts';
import { makePeopleStore } from './people-store.ts';
import { makePublicRegister } from './public-register.ts';
import { documentClient } from './table-client.ts';

/** Every store of the record, over one table and one client. */
export const makeRecord = ({ client, tableName }: { client: DynamoDBClient; tableName: string }) => {
  const table = { client: documentClient(client), tableName };
  return {
    cases: makeCaseStore(table),
    minutes: makeMinutesStore(table),
    people: makePeopleStore(table),
    clocks: makeClockStore(table),
    register: makePublicRegister(table),
  };
};
