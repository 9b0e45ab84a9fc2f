// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ElectroDB fills these templates
import { createHash } from 'node:crypto';
import { CustomAttributeType, Entity } from 'electrodb';
import type { AddressStop, MailAddresses } from '../../ports/mail-addresses.ts';
import { deleteRow } from './conditional.ts';
import { model, row, text, value } from './model.ts';
import { readOne } from './read.ts';
import { itemOf, keyOf, rowNames } from './row.ts';
import type { Table } from './table-client.ts';
import { putting, transact } from './transaction.ts';

/** An address to which nothing more is sent, by its hash. */
const addressRow = new Entity(
  {
    model: model('address'),
    attributes: {
      address: text,
      reason: value(CustomAttributeType<AddressStop['reason']>('string')),
      at: text,
    },
    indexes: { row: row([['address'], 'ADDRESS#${address}'], [[], 'STOP']) },
  } as const,
  rowNames,
);

/** The same address however it is written. */
export const addressHash = (address: string): string =>
  createHash('sha256').update(address.trim().toLowerCase()).digest('hex');

/** Stopped addresses in DynamoDB. */
export const makeMailAddresses = (table: Table): MailAddresses => ({
  stop: (address, stop) =>
    transact(table, [putting(itemOf(addressRow, { address: addressHash(address), ...stop }))]),
  stopOf: async (address) => {
    const found = await readOne(table, addressRow, keyOf(addressRow, { address: addressHash(address) }));
    return found && { reason: found.reason, at: found.at };
  },
  lift: (address) => deleteRow(table, keyOf(addressRow, { address: addressHash(address) })),
});
