import type { Context } from 'hono';
import { z } from 'zod';
import { fileRefusals, isRefused } from '../../../../documents/reading/refusals.ts';
import { stockholmDate } from '../../../../domain/calendar-date.ts';
import { type Filled, firstOf } from '../../../../web/forms/field.ts';
import { bringFilePage } from '../../../../web/office/intake/bring-file-page.tsx';
import { readingPage } from '../../../../web/office/intake/reading-page.tsx';
import { WhatWasReadView } from '../../../../web/office/intake/what-was-read.tsx';
import { everyone } from '../../../casework/everyone.ts';
import { type Brought, beginBringing, bringFile, broughtFile } from '../../../casework/intake/bring-file.ts';
import { intakeId } from '../../../casework/intake/intake-files.ts';
import {
  caseIdOfFile,
  caseOfFile,
  caseOfSameFile,
  keepWithCase,
  noteCase,
} from '../../../casework/intake/keep-with-case.ts';
import { matchSignatories } from '../../../casework/intake/match-signatories.ts';
import { NotFound } from '../../../failures.ts';
import { isDone } from '../../answers.ts';
import { paperMotionFilled } from '../commands/paper-motion.ts';
import type { PageEnv, PagesApp, PagesDesk } from '../desk.ts';
import { answerForm, showForm } from '../form-flow.ts';
import { askedOf } from '../paper-motion-routes.ts';
import { casePath, fileMotionPath, paperMotionPath } from '../paths.ts';
import { requireRole } from '../require-role.ts';
import { chromeOf, send } from '../respond.ts';
import { whatWasRead } from './what-was-read.ts';

type Pages = Context<PageEnv>;

const given = z.object({
  fileName: z.string().trim().min(1).max(500),
  contentType: z.string().max(200),
  size: z.coerce.number().int().min(0),
});

/** A motion that came as a file: brought, read in the background, and confirmed by the registrar. */
export const addFileMotionRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get(fileMotionPath, (context) => bringPage(context, desk));
  app.post(`${fileMotionPath}/borja`, async (context) => {
    requireRole(context.get('actor'), 'registrar');
    const filled = context.get('filled');
    const asked = given.safeParse({
      fileName: firstOf(filled, 'fileName'),
      contentType: firstOf(filled, 'contentType'),
      size: firstOf(filled, 'size'),
    });
    if (!asked.success) return context.json({ fault: fileRefusals.file_empty }, 400);
    const begun = await beginBringing(desk, context.get('actor'), asked.data);
    if (isRefused(begun)) return context.json({ fault: fileRefusals[begun.refused] }, 400);
    return context.json({ page: `${fileMotionPath}/${begun.id}`, ...begun.upload });
  });
  app.post(fileMotionPath, async (context) => {
    requireRole(context.get('actor'), 'registrar');
    const { fil } = await context.req.parseBody();
    if (!(fil instanceof File)) return bringPage(context, desk, 'Välj en fil.');
    const content = new Uint8Array(await fil.arrayBuffer());
    const { name: fileName, type: contentType } = fil;
    const brought = await bringFile(desk, context.get('actor'), { fileName, contentType, content });
    if (isRefused(brought)) return bringPage(context, desk, fileRefusals[brought.refused]);
    return context.redirect(`${fileMotionPath}/${brought.id}`, 303);
  });
  app.get(`${fileMotionPath}/:id`, async (context) => {
    const brought = await visible(context, desk);
    if (!isRead(brought)) return waitingPage(context, desk, brought);
    const caseId = await caseOfFile(desk, context.req.param('id'));
    if (caseId !== undefined) return context.redirect(casePath(caseId), 303);
    return showForm(context, desk, await askedFrom(context, desk, brought, undefined), []);
  });
  app.post(`${fileMotionPath}/:id`, async (context) => {
    const brought = await visible(context, desk);
    if (!isRead(brought)) return waitingPage(context, desk, brought);
    const caseId = await caseOfFile(desk, context.req.param('id'));
    if (caseId !== undefined) return context.redirect(casePath(caseId), 303);
    return answerForm(context, desk, await askedFrom(context, desk, brought, context.get('filled')));
  });
};

/**
 * The file of the address.
 * @throws NotFound for whoever is no registrar, and when nobody has brought it
 */
const visible = async (context: Pages, { files }: PagesDesk): Promise<Brought> => {
  requireRole(context.get('actor'), 'registrar');
  const id = intakeId.safeParse(context.req.param('id'));
  const brought = id.success ? await broughtFile(files, id.data) : undefined;
  if (brought === undefined) throw new NotFound('file');
  return brought;
};

type ReadReading = NonNullable<Brought['reading']>;
type ReadFile = Brought & {
  readonly reading: ReadReading & { readonly result: Extract<ReadReading['result'], { text: string }> };
};
const isRead = (brought: Brought): brought is ReadFile =>
  brought.reading !== undefined && !('refused' in brought.reading.result);

const bringPage = async (context: Pages, desk: PagesDesk, fault?: string) => {
  requireRole(context.get('actor'), 'registrar');
  const page = bringFilePage({
    chrome: chromeOf(context, desk),
    faults: fault === undefined ? [] : [{ field: 'fil', message: fault }],
    paperMotionPath,
    path: fileMotionPath,
  });
  return send(context, page, fault === undefined ? 200 : 400, await uploadOrigin(desk));
};

/** Where an upload would go: the page may send there, and nowhere else. */
const uploadOrigin = async ({ files }: PagesDesk): Promise<string> => {
  const { url } = await files.uploadUrl({
    key: 'intake/nothing/original',
    contentType: 'text/plain',
    size: 1,
    expiresInSeconds: 1,
  });
  return new URL(url).origin;
};

const secondsBetweenLooks = '3';

const waitingPage = (context: Pages, desk: PagesDesk, { about, share, reading }: Brought) => {
  const result = reading?.result;
  const refusal = result !== undefined && 'refused' in result ? fileRefusals[result.refused] : undefined;
  if (refusal === undefined) context.header('refresh', secondsBetweenLooks);
  const page = readingPage({
    chrome: chromeOf(context, desk),
    fileName: about.fileName,
    share,
    refusal,
    sha256: reading?.original.sha256,
    bringPath: fileMotionPath,
    paperMotionPath,
  });
  return send(context, page);
};

/** The case that the same bytes have become before, as the page names it. */
const sameFile = async ({ files, cases }: PagesDesk, sha256: string) => {
  const caseId = await caseOfSameFile(files, sha256);
  const motion = caseId === undefined ? undefined : (await cases.load(caseId))?.motion;
  if (motion === undefined) return undefined;
  const number = 'registrationNumber' in motion ? motion.registrationNumber : undefined;
  return { name: number ?? 'ett ärende som väntar på registrering', href: casePath(motion.caseId) };
};

/** The form of a motion on paper, filled by what was read, with that beside it; once done, the original is kept with it. */
const askedFrom = async (context: Pages, desk: PagesDesk, brought: ReadFile, sent: Filled | undefined) => {
  const { about, reading } = brought;
  const { fields, body } = reading.result;
  const today = stockholmDate(desk.now());
  const members = await everyone((page) => desk.people.members(page));
  const matched = matchSignatories(fields.signatories, members, today);
  const text = {
    title: fields.title ?? '',
    body,
    clauses: fields.clauses.map((clause) => clause.text),
    ...(fields.series === null ? {} : { series: fields.series }),
  };
  const filled = sent ?? paperMotionFilled({ text, signatories: matched.memberIds, receivedOn: today });
  // By the file and not by chance: sent twice, even from two pages, it begins one case.
  const commandId = context.req.param('id') ?? '';
  const caseId = caseIdOfFile(commandId);
  const asked = await askedOf(context, desk, { ...filled, commandId: [commandId] }, caseId);
  const same = await sameFile(desk, reading.original.sha256);
  return {
    ...asked,
    beside: WhatWasReadView({ ...whatWasRead(about.fileName, reading, matched), same }),
    act: async (...args: Parameters<typeof asked.act>) => {
      await keepWithCase(desk.files, { caseId, intakeId: commandId, about, original: reading.original });
      const answer = await asked.act(...args);
      const { sha256 } = reading.original;
      if (isDone(answer)) await noteCase(desk.files, { id: commandId, sha256, caseId });
      return answer;
    },
  };
};
