import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Refusal } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/roles.ts';
import { type Filled, firstOf } from '../../../web/forms/field.ts';
import { type ImportLine, importPage } from '../../../web/office/import-page.tsx';
import type { CommandIdReused } from '../../casework/answer.ts';
import type { ImportReport } from '../../casework/import-members.ts';
import { Conflict } from '../../failures.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultOfConflict, faultOfRefusal } from './faults.ts';
import { casePath } from './paths.ts';
import { chromeOf, send } from './respond.ts';

/** A kind of table that can be brought in. */
export interface TablePage {
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly columns: string;
  readonly trail: readonly (readonly [label: string, href: string])[];
  /** @throws NotFound when the person may not */
  readonly require: (actor: Actor) => void;
  readonly run: (request: {
    readonly commandId: string;
    readonly content: string;
    readonly actor: Actor;
    readonly dryRun: boolean;
  }) => Promise<ImportReport | Refusal | CommandIdReused>;
}

type Asked = Pick<Parameters<typeof importPage>[0], 'faults' | 'report'>;

/** The page of a table: it is tried before anything is brought in, and what came of it is told row by row. */
export const addTablePage = (app: PagesApp, desk: PagesDesk, page: TablePage): void => {
  const show = (context: Context<PageEnv>, filled: Filled, asked: Asked, status: 200 | 400 = 200) => {
    const { title, lead, columns, trail } = page;
    const commandId = firstOf(filled, 'commandId') || randomUUID();
    const content = tableIn(filled);
    const chrome = chromeOf(context, desk);
    const view = importPage({ chrome, trail, title, lead, columns, content, commandId, ...asked });
    return send(context, view, status);
  };
  app.get(page.path, (context) => {
    page.require(context.get('actor'));
    return show(context, {}, { faults: [], report: undefined });
  });
  app.post(page.path, async (context) => {
    const actor = context.get('actor');
    page.require(actor);
    const filled = context.get('filled');
    const asked = await answerOf(page, filled, actor);
    return show(context, filled, asked, asked.faults.length > 0 ? 400 : 200);
  });
};

/** What was pasted, else what was in the file. */
const tableIn = (filled: Filled): string => {
  const pasted = firstOf(filled, 'content').trim();
  return pasted === '' ? firstOf(filled, 'fil') : pasted;
};

const answerOf = async (page: TablePage, filled: Filled, actor: Actor): Promise<Asked> => {
  const content = tableIn(filled);
  if (content === '') return failed({ field: 'content', message: 'Välj en fil eller klistra in tabellen.' });
  const dryRun = firstOf(filled, 'steg') !== 'bekrafta';
  const commandId = firstOf(filled, 'commandId') || randomUUID();
  try {
    const answer = await page.run({ commandId, content, actor, dryRun });
    if (answer.kind !== 'report') return failed(faultOfRefusal(answer));
    return { faults: [], report: reportShown(answer, dryRun) };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return failed(faultOfConflict());
  }
};

const failed = (fault: ReturnType<typeof faultOfRefusal>): Asked => ({ faults: [fault], report: undefined });

const reportShown = ({ imported, rows }: ImportReport, dryRun: boolean): NonNullable<Asked['report']> => ({
  lines: rows.map(
    ({ row, outcome, sentence, caseId }): ImportLine => ({
      row,
      outcome,
      sentence,
      href: caseId === undefined ? undefined : casePath(caseId),
    }),
  ),
  came: rows.some(({ outcome }) => outcome === 'problem')
    ? 'stopped'
    : imported
      ? 'imported'
      : dryRun
        ? 'tried'
        : 'stopped',
});
