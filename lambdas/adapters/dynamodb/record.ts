import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { sdkCalls } from './calls.ts';
import { makeCaseStore } from './case-store.ts';
import { makeClockStore } from './clock-store.ts';
import { makeDigestStore } from './digest-store.ts';
import { makeFollowingStore } from './following-store.ts';
import { makeInvitationStore } from './invitation-store.ts';
import { makeMailAddresses } from './mail-addresses.ts';
import { makeMeetingStore } from './meeting-store.ts';
import { makeMinutesStore } from './minutes-store.ts';
import { makePeopleStore } from './people-store.ts';
import { makePublicRegister } from './public-register.ts';
import { makeSessionStore } from './session-store.ts';
import type { Table } from './table-client.ts';

/** Every store of the record, over one table. */
export const makeRecordOn = (table: Table) => ({
  cases: makeCaseStore(table),
  minutes: makeMinutesStore(table),
  meetings: makeMeetingStore(table),
  people: makePeopleStore(table),
  clocks: makeClockStore(table),
  register: makePublicRegister(table),
  sessions: makeSessionStore(table),
  invitations: makeInvitationStore(table),
  addresses: makeMailAddresses(table),
  following: makeFollowingStore(table),
  digests: makeDigestStore(table),
});

/** Every store of the record, over one table and one client of the SDK. */
export const makeRecord = ({ client, tableName }: { client: DynamoDBClient; tableName: string }) =>
  makeRecordOn({ calls: sdkCalls(client), tableName });
