import { createRoute, z } from '@hono/zod-openapi';
import type { Casework } from '../casework/dependencies.ts';
import { type ImportReport, importMembers } from '../casework/import-members.ts';
import { importOpenMotions } from '../casework/import-open-motions.ts';
import { json, noResponse, problems } from './answers.ts';
import { commandId } from './contract.ts';
import type { OfficeApp } from './signed-in.ts';

/** The file as text; smaller than the largest body. */
const content = z.string().min(1).max(900_000);

const importedRow = z
  .object({
    /** As the spreadsheet numbers it: the headings are row 1; 0 for the whole. */
    row: z.int().min(0),
    outcome: z.enum(['done', 'warning', 'problem']),
    code: z.string(),
    sentence: z.string(),
    /** The case that was entered. */
    caseId: z.string().optional(),
  })
  .openapi('ImportedRow');
const report = z
  .object({
    /** False when any row has a problem, and then nothing was brought in, or when it was only tried. */
    imported: z.boolean(),
    rows: z.array(importedRow),
  })
  .openapi('ImportReport');

const membersRequest = z.object({ commandId, content }).openapi('MemberImport');
const openMotionsRequest = z
  .object({
    commandId,
    content,
    /** Only judge the rows. */
    dryRun: z.boolean().optional(),
  })
  .openapi('OpenMotionsImport');

const members = createRoute({
  method: 'post',
  path: '/api/members/import',
  summary: 'Läs in förtroendevalda, partier, uppdrag och ersättare från en tabell, alla eller inga',
  request: { body: { required: true, content: { 'application/json': { schema: membersRequest } } } },
  responses: { 200: json(report, 'Rad för rad'), ...problems },
});
const openMotions = createRoute({
  method: 'post',
  path: '/api/cases/import-open',
  summary: 'För in motioner som redan är öppna i sitt läge från en tabell, alla eller inga',
  request: { body: { required: true, content: { 'application/json': { schema: openMotionsRequest } } } },
  responses: { 200: json(report, 'Rad för rad'), ...problems },
});

const reportShown = ({ imported, rows }: ImportReport) => ({ imported, rows: [...rows] });

export const addImportRoutes = (app: OfficeApp, casework: Casework): void => {
  app.openapi(members, async (context) => {
    const answer = await importMembers(casework, {
      ...context.req.valid('json'),
      actor: context.get('actor'),
    });
    return answer.kind === 'report' ? context.json(reportShown(answer), 200) : noResponse(context, answer);
  });

  app.openapi(openMotions, async (context) => {
    const { dryRun = false, ...request } = context.req.valid('json');
    const answer = await importOpenMotions(casework, { ...request, dryRun, actor: context.get('actor') });
    return answer.kind === 'report' ? context.json(reportShown(answer), 200) : noResponse(context, answer);
  });
};
