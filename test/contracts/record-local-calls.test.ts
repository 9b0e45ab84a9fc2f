import { afterAll, beforeAll, describe } from 'vitest';
import { makeRecordOn } from '../../lambdas/adapters/dynamodb/record.ts';
import { localCalls } from '../../local/engines/local-calls.ts';
import { recordContract } from './record-contract.ts';
import { recordOnDynoxide } from './record-on-dynamodb.ts';

describe('the record by the calls of one machine', () => {
  let opened: Awaited<ReturnType<typeof recordOnDynoxide>>;
  let calls: ReturnType<typeof localCalls>;
  let record: ReturnType<typeof makeRecordOn>;
  beforeAll(async () => {
    opened = await recordOnDynoxide();
    calls = localCalls(opened.endpoint);
    record = makeRecordOn({ calls, tableName: opened.tableName });
  });
  afterAll(async () => {
    calls.close();
    await opened.stop();
  });
  recordContract(() => record);
});
