// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ElectroDB fills these templates
import { Entity } from 'electrodb';
import { count, model, row, text } from './model.ts';
import { rowNames } from './row.ts';

/** How far the whole table has come in some part of the law: what earlier versions wrote has been brought up to it. */
export const lawRow = new Entity(
  {
    model: model('law'),
    attributes: { part: text, adopted: count },
    indexes: { row: row([['part'], 'LAW#${part}'], [[], 'LAW']) },
  } as const,
  rowNames,
);
