import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../../../domain/clocks.ts';
import type { DueClock } from '../../ports/case-store.ts';
import type { ClockStore } from '../../ports/minutes-store.ts';
import { motionRow } from './case-rows.ts';
import { clockWrites } from './case-writes.ts';
import { changeOf, where } from './condition.ts';
import { lawRow } from './law-rows.ts';
import { caseSubject, clockRow } from './log-rows.ts';
import { readPage } from './page.ts';
import { allFactsOf, readOne } from './read.ts';
import { itemOf, keyOf } from './row.ts';
import { upTo } from './sortable.ts';
import type { Table } from './table-client.ts';
import { putting, transact, transactIf, updating } from './transaction.ts';

/** The clocks of cases, minutes and meetings in DynamoDB, the longest due first. */
export const makeClockStore = (table: Table): ClockStore => ({
  due: async (today, page) => {
    const query = clockRow.query.due({}).lt({ dueOn: upTo(today) });
    const input = query.params<QueryCommandInput>({ table: table.tableName });
    const { items, cursor } = await readPage(table, 'CLOCK', input, page);
    return { items: allFactsOf(clockRow, items).map(clockOf), cursor };
  },
  adoptedLaw: async () => (await readOne(table, lawRow, keyOf(lawRow, { part }), later))?.adopted ?? 0,
  markLawAdopted: (adopted) => transact(table, [putting(itemOf(lawRow, { part, adopted }))]),
  adopt: (caseId, version, clocks) => adopt(table, caseId, version, clocks),
});

const part = 'clocks';
/** Read late, the clocks are adopted once more, which changes nothing. */
const later = { consistent: false };

/** The motion is written as it is: a transaction on it, as every command is, and so none comes in between. */
const adopt = (table: Table, caseId: string, version: number, clocks: readonly Clock[]): Promise<boolean> =>
  transactIf(table, [
    updating(keyOf(motionRow, { caseId }), changeOf({ set: { version } }, where('version', '=', version))),
    ...clockWrites(caseSubject(caseId), { set: clocks, cancelled: [] }),
  ]);

const clockOf = ({ subject, kind, dueOn }: { subject: string; kind: string; dueOn: string }): DueClock => {
  const at = subject.indexOf('#');
  const id = subject.slice(at + 1);
  return { kind, dueOn, subject: subjectOf(subject.slice(0, at), id) };
};

const subjectOf = (of: string, id: string): DueClock['subject'] => {
  switch (of) {
    case 'CASE':
      return { caseId: id };
    case 'MINUTES':
      return { minutesId: id };
    case 'MEETING':
      return { meetingId: id };
    default:
      throw new Error(`a clock stands in no record we know: ${of}`);
  }
};
