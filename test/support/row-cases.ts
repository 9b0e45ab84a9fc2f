import type { RowCase } from './row-case.ts';
import { aftermathRows } from './row-cases-aftermath.ts';
import { besideRows } from './row-cases-beside.ts';
import { boardRows } from './row-cases-board.ts';
import { councilRows } from './row-cases-council.ts';
import { preparationRows } from './row-cases-prepared.ts';
import { receivedRows } from './row-cases-received.ts';
import { withdrawalRows } from './row-cases-withdrawn.ts';

/** domain.md §11.1: a case for every row, by its number; what it tells is the Notify column. */
export const rowCases: readonly RowCase[] = [
  ...receivedRows,
  ...preparationRows,
  ...withdrawalRows,
  ...boardRows,
  ...councilRows,
  ...aftermathRows,
  ...besideRows,
];
