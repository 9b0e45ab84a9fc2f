import { isFields } from './dynamodb-json.ts';
import type { TransactItem, Written } from './record-writes.ts';

/** What the thread that writes is to open. */
export interface WriterTarget {
  readonly file: string;
  readonly tableName: string;
}

/** What it is asked. */
export interface Asked {
  readonly id: number;
  readonly items: readonly TransactItem[];
}

/** What it answers: `failed` is all that may go another time. */
export interface Answered {
  readonly id: number;
  readonly came: Written | { readonly kind: 'invalid' | 'failed'; readonly message: string };
}

/** Both ends are ours, so a message is known by its members; the thread does without zod, which would slow a start. */
export const isTarget = (message: unknown): message is WriterTarget =>
  isFields(message) && typeof message.file === 'string' && typeof message.tableName === 'string';

export const isAsked = (message: unknown): message is Asked => isFields(message) && 'items' in message;

export const isAnswers = (message: unknown): message is readonly Answered[] =>
  Array.isArray(message) && message.every((each) => isFields(each) && 'came' in each);
