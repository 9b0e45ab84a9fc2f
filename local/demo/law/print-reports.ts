import { z } from 'zod';
import { roleHolders, type Town, yes } from '../town.ts';

/** A report as the office gives it: a table with its headings. */
const csvOf = async (town: Town, path: string): Promise<string> => {
  const secretary = await town.person(roleHolders.councilSecretary);
  return yes(await secretary.get(path), z.string());
};

const table = (csv: string): string => {
  const rows = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(';').map((cell) => cell.replace(/^"|"$/g, '')));
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(34, Math.max(...rows.map((row) => (row[column] ?? '').length))),
  );
  return rows
    .map((row) =>
      row.map((cell, column) => cell.slice(0, widths[column]).padEnd(widths[column] ?? 0)).join('  '),
    )
    .join('\n');
};

/** Prints the two reports of the year: what is open, and what was granted (domain.md §3). */
export const printReports = async (town: Town, on: string): Promise<void> => {
  const open = await csvOf(town, `/api/reports/open-motions?on=${on}&format=csv`);
  const granted = await csvOf(town, `/api/reports/granted-motions?from=2024-01-01&to=${on}&format=csv`);
  console.log(`\nMotionsbalans ${on}\n\n${table(open)}\n\nBifallna motioner 2024\n\n${table(granted)}`);
};
