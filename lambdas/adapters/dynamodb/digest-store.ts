// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ElectroDB fills these templates
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'electrodb';
import type { Instant } from '../../../domain/calendar-date.ts';
import type { DigestStore } from '../../ports/digests.ts';
import { changeOf, present } from './condition.ts';
import { updateIf } from './conditional.ts';
import { isFree, moved, placedAt } from './leases.ts';
import { count, model, optionalText, row, text, whenDue } from './model.ts';
import { readPage } from './page.ts';
import { allFactsOf, factsOf } from './read.ts';
import { itemOf, keyOf, rowNames } from './row.ts';
import { sortable, upTo } from './sortable.ts';
import type { Table } from './table-client.ts';
import { deleting, putting, type Write } from './transaction.ts';

/** The next digest of a person who has chosen it. `placeAt`: when it is due, or when a claim runs out. */
const digestRow = new Entity(
  {
    model: model('digest'),
    attributes: {
      subject: text,
      attempts: count,
      dueAt: text,
      leaseUntil: optionalText,
      placeAt: text,
    },
    indexes: {
      row: row([['subject'], 'DIGEST#${subject}'], [[], 'DIGEST']),
      owed: whenDue([[], 'OWED#digest'], [['placeAt', 'subject'], '${placeAt}#${subject}']),
    },
  } as const,
  rowNames,
);

/** With the person: a digest is owed from then on, or never again. */
export const digestWrites = (subject: string, firstAt: Instant | 'none' | undefined): Write[] => {
  if (firstAt === undefined) return [];
  if (firstAt === 'none') return [deleting(keyOf(digestRow, { subject }))];
  const dueAt = sortable(firstAt);
  return [putting(itemOf(digestRow, { subject, attempts: 0, dueAt, placeAt: dueAt }))];
};

/** Digests in DynamoDB. */
export const makeDigestStore = (table: Table): DigestStore => ({
  due: async (now, page) => {
    const query = digestRow.query.owed({}).lt({ placeAt: upTo(sortable(now)) });
    const input = query.params<QueryCommandInput>({ table: table.tableName });
    const { items, cursor } = await readPage(table, 'OWED#digest', input, page);
    return { items: allFactsOf(digestRow, items).map(({ subject }) => ({ subject })), cursor };
  },
  lease: async (subject, claim) => {
    const set = { leaseUntil: sortable(claim.until), ...placedAt(claim.until, subject) };
    const change = changeOf({ set, add: { attempts: 1 } }, isFree(claim));
    const item = await updateIf(table, keyOf(digestRow, { subject }), change);
    const facts = item === undefined ? undefined : factsOf(digestRow, item);
    return facts && { subject, attempts: facts.attempts, dueAt: facts.dueAt };
  },
  owe: async (subject, dueAt, attempts) => {
    const set = { attempts, ...moved(dueAt), ...placedAt(dueAt, subject) };
    await updateIf(table, keyOf(digestRow, { subject }), changeOf({ set, remove: ['leaseUntil'] }, present));
  },
});
