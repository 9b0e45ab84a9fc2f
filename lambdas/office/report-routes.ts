import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type CalendarDate, calendarDate, stockholmDate } from '../../domain/calendar-date.ts';
import { grantedMotionColumns } from '../../domain/granted-motions-report.ts';
import { openMotionColumns } from '../../domain/open-motions-report.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { refuseReports } from '../../domain/report-readers.ts';
import { statisticsColumns, statisticsLines } from '../../domain/statistics-table.ts';
import { writeCsv } from '../../domain/write-csv.ts';
import type { Casework } from '../casework/dependencies.ts';
import { readGrantedMotions, readOpenMotions, readStatistics } from '../casework/reports.ts';
import { refusalResponse } from '../problem.ts';
import { problems } from './answers.ts';
import * as contract from './contract.ts';
import type { OfficeApp } from './signed-in.ts';

const format = z.enum(['json', 'csv']).default('json');
const span = z
  .object({ from: calendarDate, to: calendarDate, format })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'to ligger före from' });

/** A report as data: JSON, or the same as a table. */
const report = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema }, 'text/csv': { schema: z.string() } },
});

const openMotions = createRoute({
  method: 'get',
  path: '/api/reports/open-motions',
  summary: 'Motionsbalans: de öppna motionerna en viss dag, den äldsta först',
  request: { query: z.object({ on: calendarDate.optional(), format }) },
  responses: { 200: report(contract.openMotionsReport, 'Motionsbalans'), ...problems },
});
const grantedMotions = createRoute({
  method: 'get',
  path: '/api/reports/granted-motions',
  summary: 'Bifallna motioner, helt eller i delar, från en dag till en annan',
  request: { query: span },
  responses: { 200: report(contract.grantedMotionsReport, 'Bifallna motioner'), ...problems },
});
const figures = createRoute({
  method: 'get',
  path: '/api/reports/statistics',
  summary: 'Tid till beslut, andel inom ett år, utfall per parti och år, öppna vid årets slut',
  request: { query: span },
  responses: { 200: report(contract.statisticsReport, 'Statistik'), ...problems },
});

/** How things stand is not known of a day that has not come. */
export const refuseFuture = (on: CalendarDate, today: CalendarDate): Refusal | undefined =>
  on > today ? refuse('date_in_future', { rule: 'domain.md §3' }) : undefined;

/** A table to be saved as a file. */
export const csvResponse = (context: Context, name: string, csv: string) =>
  context.body(csv, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
    'cache-control': 'no-store',
  });

export const addReportRoutes = (app: OfficeApp, casework: Casework): void => {
  app.openapi(openMotions, async (context) => {
    const today = stockholmDate(casework.now());
    const { on = today, format } = context.req.valid('query');
    const refused = refuseReports(context.get('actor')) ?? refuseFuture(on, today);
    if (refused !== undefined) return refusalResponse(context, refused);
    const found = await readOpenMotions(casework, on);
    if (format === 'json') return context.json(found, 200);
    return csvResponse(context, `motionsbalans-${on}`, writeCsv(openMotionColumns, found.motions));
  });

  app.openapi(grantedMotions, async (context) => {
    const refused = refuseReports(context.get('actor'));
    if (refused !== undefined) return refusalResponse(context, refused);
    const { from, to, format } = context.req.valid('query');
    const found = await readGrantedMotions(casework, from, to);
    if (format === 'json') return context.json(found, 200);
    const name = `bifallna-motioner-${from}-${to}`;
    return csvResponse(context, name, writeCsv(grantedMotionColumns, found.motions));
  });

  app.openapi(figures, async (context) => {
    const refused = refuseReports(context.get('actor'));
    if (refused !== undefined) return refusalResponse(context, refused);
    const { from, to, format } = context.req.valid('query');
    const found = await readStatistics(casework, from, to);
    if (format === 'json') return context.json(found, 200);
    const name = `motionsstatistik-${from}-${to}`;
    return csvResponse(context, name, writeCsv(statisticsColumns, statisticsLines(found)));
  });
};
