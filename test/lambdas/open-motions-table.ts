import type { Cells } from '../support/open-motion-cells.ts';
import { type Door, newCommandId } from './office-desk.ts';

export { answered, drafting, proposed, received, tableOf } from '../support/open-motion-cells.ts';
export type { Cells };

/** Brings a table in, through the door of the moment. */
export const bringInThrough =
  (door: () => Door) =>
  (content: string, commandId = newCommandId(), more: object = {}, subject = 'p-registrar') =>
    door().ask(subject, 'POST', '/api/cases/import-open', { commandId, content, ...more });

export type Told = { row: number; outcome: string; code: string; sentence: string; caseId?: string };
export const rowsOf = (body: Record<string, unknown>) => body.rows as Told[];
