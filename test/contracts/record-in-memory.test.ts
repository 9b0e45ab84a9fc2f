import { describe } from 'vitest';
import { makeInMemoryRecord } from '../support/in-memory-record.ts';
import { recordContract } from './record-contract.ts';

describe('the record in memory', () => {
  const record = makeInMemoryRecord();
  recordContract(() => record);
});
