import { afterAll, beforeAll, describe } from 'vitest';
import { recordContract } from './record-contract.ts';
import { recordAt } from './record-on-dynamodb.ts';

const endpoint = process.env.DYNAMODB_LOCAL_ENDPOINT;
if (endpoint === undefined) {
  console.log('DYNAMODB_LOCAL_ENDPOINT is not set: the contracts do not run on Amazon’s DynamoDB Local.');
}

describe.skipIf(endpoint === undefined)('the record on DynamoDB Local', () => {
  let opened: Awaited<ReturnType<typeof recordAt>>;
  beforeAll(async () => {
    opened = await recordAt(endpoint ?? '');
  });
  afterAll(() => opened.stop());
  recordContract(() => opened.record);
});
