import { createRoute, z } from '@hono/zod-openapi';
import { letterTemplate } from '../../domain/letters.ts';
import { mayRead } from '../../domain/permissions.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import type { Casework } from '../casework/dependencies.ts';
import { resendLetters, settleLetters } from '../casework/letters-astray.ts';
import { releaseLetters } from '../casework/release-letters.ts';
import { NotFound } from '../failures.ts';
import { refusalResponse } from '../problem.ts';
import { json, problems } from './answers.ts';
import * as contract from './contract.ts';
import { letterViewsOf, maySeeLetter } from './letter-view.ts';
import type { OfficeApp } from './signed-in.ts';

const params = z.object({ caseId: contract.caseId });

const list = createRoute({
  method: 'get',
  path: '/api/cases/{caseId}/letters',
  summary: 'Breven i ärendet och hur det gått för dem',
  request: { params },
  responses: { 200: json(z.object({ items: z.array(contract.letterView) }), 'Brev'), ...problems },
});

const letterKey = { memberId: z.string().min(1).max(200), template: letterTemplate };
const reason = z.string().trim().min(1).max(1000);
const letters = z
  .array(z.object({ version: z.int().min(1), ...letterKey }))
  .min(1)
  .max(50);
/** Each letter is approved by itself (domain.md §9). */
const releaseRequest = z.object({ letters, reason }).openapi('LetterRelease');
const actRequest = z.object({ letters, reason }).openapi('LetterAct');
const acted = json(z.object({ letters: z.int() }), 'Så många brev');

const kept = createRoute({
  method: 'get',
  path: '/api/cases/{caseId}/letters/sent',
  summary: 'Ett brev ord för ord som det senast skickades',
  request: { params, query: z.object({ version: z.coerce.number().int().min(1), ...letterKey }) },
  responses: { 200: json(contract.keptLetterView, 'Brevet'), ...problems },
});
const act = (path: string, summary: string) => ({
  method: 'post' as const,
  path,
  summary,
  request: {
    params,
    body: { required: true, content: { 'application/json': { schema: actRequest } } },
  },
  responses: { 200: acted, ...problems },
});
const resend = createRoute(
  act('/api/cases/{caseId}/letters/resend', 'Skicka brev igen, med skäl; spärren på adressen lyfts'),
);
const settle = createRoute(
  act('/api/cases/{caseId}/letters/settle', 'Anteckna att mottagaren har nåtts på annat sätt'),
);
const astray = createRoute({
  method: 'get',
  path: '/api/letters/astray',
  summary: 'Brev som inte har kommit fram eller väntar på godkännande, de äldsta först',
  request: { query: contract.pageQuery },
  responses: {
    200: json(contract.page(contract.letterView.extend({ caseId: contract.caseId })), 'Brev'),
    ...problems,
  },
});

const release = createRoute({
  method: 'post',
  path: '/api/cases/{caseId}/letters/release',
  summary: 'Godkänn brev till den som har skyddade personuppgifter, vart och ett för sig',
  request: {
    params,
    body: { required: true, content: { 'application/json': { schema: releaseRequest } } },
  },
  responses: { 200: json(z.object({ released: z.int() }), 'Godkända'), ...problems },
});

export const addLetterRoutes = (app: OfficeApp, casework: Casework): void => {
  const requireVisible = async (caseId: string, actor: Actor) => {
    const state = await casework.cases.load(caseId);
    if (state === undefined || !mayRead(state.motion, actor)) throw new NotFound('case');
  };

  app.openapi(list, async (context) => {
    const { caseId } = context.req.valid('param');
    const actor = context.get('actor');
    await requireVisible(caseId, actor);
    const rows = await casework.cases.letters(caseId);
    return context.json({ items: await letterViewsOf(casework, rows, actor) }, 200);
  });

  app.openapi(kept, async (context) => {
    const { caseId } = context.req.valid('param');
    const actor = context.get('actor');
    const key = { caseId, ...context.req.valid('query') };
    await requireVisible(caseId, actor);
    if (!maySeeLetter(key, actor)) throw new NotFound('letter');
    const messageId = (await casework.cases.letter(key))?.messageId;
    const found = messageId === undefined ? undefined : await casework.cases.keptLetter(key, messageId);
    if (found === undefined) throw new NotFound('letter');
    const { attachments, ...letter } = found;
    return context.json(
      attachments === undefined ? letter : { ...letter, attachments: [...attachments] },
      200,
    );
  });

  app.openapi(resend, async (context) => {
    const { caseId } = context.req.valid('param');
    const actor = context.get('actor');
    await requireVisible(caseId, actor);
    const answer = await resendLetters(casework, { caseId, ...context.req.valid('json'), actor });
    if (answer.kind === 'refusal') return refusalResponse(context, answer);
    return context.json({ letters: answer.letters }, 200);
  });

  app.openapi(settle, async (context) => {
    const { caseId } = context.req.valid('param');
    const actor = context.get('actor');
    await requireVisible(caseId, actor);
    const answer = await settleLetters(casework, { caseId, ...context.req.valid('json'), actor });
    if (answer.kind === 'refusal') return refusalResponse(context, answer);
    return context.json({ letters: answer.letters }, 200);
  });

  app.openapi(astray, async (context) => {
    const actor = context.get('actor');
    if (!actor.roles.some((role) => role === 'registrar' || role === 'auditor')) {
      const mayBeDoneBy = ['registrator', 'revisor'];
      return refusalResponse(context, refuse('not_permitted', { rule: 'domain.md §11.4', mayBeDoneBy }));
    }
    const { items, cursor } = await casework.cases.lettersAstray(context.req.valid('query'));
    const views = await letterViewsOf(casework, items, actor);
    const rows = views.map((view, index) => ({ ...view, caseId: items[index]?.caseId ?? '' }));
    return context.json({ items: rows, cursor }, 200);
  });

  app.openapi(release, async (context) => {
    const { caseId } = context.req.valid('param');
    const actor = context.get('actor');
    await requireVisible(caseId, actor);
    const answer = await releaseLetters(casework, { caseId, ...context.req.valid('json'), actor });
    if (answer.kind === 'refusal') return refusalResponse(context, answer);
    return context.json({ released: answer.released }, 200);
  });
};
