import { afterAll, beforeAll, describe } from 'vitest';
import { recordContract } from './record-contract.ts';
import { recordOnDynoxide } from './record-on-dynamodb.ts';

describe('the record on dynoxide', () => {
  let opened: Awaited<ReturnType<typeof recordOnDynoxide>>;
  beforeAll(async () => {
    opened = await recordOnDynoxide();
  });
  afterAll(() => opened.stop());
  recordContract(() => opened.record);
});
