import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { makeRecord } from '../../lambdas/adapters/dynamodb/record.ts';
import type { OwedLetterRow } from '../../lambdas/ports/case-letters.ts';
import type {
  CaseState,
  DueClock,
  Page,
  PageRequest,
  RecordedEvent,
} from '../../lambdas/ports/case-store.ts';
import type { MinutesState } from '../../lambdas/ports/minutes-store.ts';
import { engineEndpoint } from './engine-processes.ts';

type Record = ReturnType<typeof makeRecord>;

/** The record of one case, with its log and its letters. */
export interface ObservedCase {
  readonly caseId: string;
  readonly state: CaseState | undefined;
  readonly events: readonly RecordedEvent[];
  readonly letters: readonly OwedLetterRow[];
}

export interface ObservedMinutes {
  readonly minutesId: string;
  readonly state: MinutesState | undefined;
  readonly events: Awaited<ReturnType<Record['minutes']['events']>>;
}

/** All that is in the record, as it is read beside the product. */
export interface Observed {
  readonly cases: readonly ObservedCase[];
  readonly minutes: readonly ObservedMinutes[];
  readonly clocks: readonly DueClock[];
  /** Cases with a workflow, known to the driver or not. */
  readonly open: readonly string[];
  readonly owed: {
    readonly signals: number;
    readonly starts: number;
    readonly letters: number;
    relays: number;
  };
}

const end = '9999-12-31';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/**
 * Opens the record of a running product at its engine, past the product.
 * @throws Error when no engine runs
 */
export const openRecord = (databaseFile: string): Record & { close(): void } => {
  const endpoint = engineEndpoint(databaseFile);
  if (endpoint === undefined) throw new Error(`no engine runs on ${databaseFile}`);
  const client = new DynamoDBClient({ endpoint, region: 'eu-north-1', credentials });
  return { ...makeRecord({ client, tableName: 'besvarad' }), close: () => client.destroy() };
};

const all = async <T>(read: (page: PageRequest) => Promise<Page<T>>): Promise<T[]> => {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: 200, cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
};

/** How much is still owed to anybody. */
export const readOwed = async ({ cases, minutes }: Record): Promise<Observed['owed']> => {
  const count = async (kind: 'signal' | 'start' | 'letter') =>
    (await all((page) => cases.owed(kind, `${end}T00:00:00Z`, page))).length;
  const [signals, starts, letters] = await Promise.all([count('signal'), count('start'), count('letter')]);
  const relays = (await all((page) => minutes.minutesOwingRelays(page))).length;
  return { signals, starts, letters, relays };
};

/** Reads everything about these cases and minutes, and whatever the lists hold besides. */
export const observeRecord = async (
  record: Record,
  caseIds: readonly string[],
  minutesIds: readonly string[],
): Promise<Observed> => {
  const cases: ObservedCase[] = [];
  for (const caseId of caseIds) {
    const [state, events, letters] = await Promise.all([
      record.cases.load(caseId),
      record.cases.events(caseId),
      record.cases.letters(caseId),
    ]);
    cases.push({ caseId, state, events, letters });
  }
  const minutes: ObservedMinutes[] = [];
  for (const minutesId of minutesIds) {
    const [state, events] = await Promise.all([
      record.minutes.load(minutesId),
      record.minutes.events(minutesId),
    ]);
    minutes.push({ minutesId, state, events });
  }
  const open = await all((page) => record.cases.openExecutions(page));
  return {
    cases,
    minutes,
    clocks: await all((page) => record.clocks.due(end, page)),
    open: open.map(({ caseId }) => caseId),
    owed: await readOwed(record),
  };
};
