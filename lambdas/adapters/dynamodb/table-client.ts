import type { DynamoDbCalls } from './calls.ts';
import { failureOf } from './failure-of.ts';

/** The table and the way to it. */
export interface Table {
  readonly calls: DynamoDbCalls;
  readonly tableName: string;
}

/**
 * Makes one call; what the SDK throws goes no further than here.
 * @throws Conflict or Transient; any other Error is a defect
 */
export const call = async <T>(send: () => Promise<T>): Promise<T> => {
  try {
    return await send();
  } catch (error) {
    throw failureOf(error);
  }
};
