import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { DueClock } from '../../ports/case-store.ts';
import type { ClockStore } from '../../ports/minutes-store.ts';
import { clockRow } from './log-rows.ts';
import { readPage } from './page.ts';
import { allFactsOf } from './read.ts';
import { upTo } from './sortable.ts';
import type { Table } from './table-client.ts';

/** The clocks of cases, minutes and meetings in DynamoDB, the longest due first. */
export const makeClockStore = (table: Table): ClockStore => ({
  due: async (today, page) => {
    const query = clockRow.query.due({}).lt({ dueOn: upTo(today) });
    const input = query.params<QueryCommandInput>({ table: table.tableName });
    const { items, cursor } = await readPage(table, 'CLOCK', input, page);
    return { items: allFactsOf(clockRow, items).map(clockOf), cursor };
  },
});

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
