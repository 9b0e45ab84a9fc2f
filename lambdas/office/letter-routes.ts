import { createRoute, z } from '@hono/zod-openapi';
import { letterTemplate } from '../../domain/letters.ts';
import { mayKnowProtection, mayRead, mayReadAnswerDraft } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/roles.ts';
import type { Casework } from '../casework/dependencies.ts';
import { releaseLetters } from '../casework/release-letters.ts';
import { NotFound } from '../failures.ts';
import type { OwedLetterRow } from '../ports/case-store.ts';
import { refusalResponse } from '../problem.ts';
import { json, problems } from './answers.ts';
import * as contract from './contract.ts';
import type { OfficeApp } from './signed-in.ts';

const params = z.object({ caseId: contract.caseId });

const list = createRoute({
  method: 'get',
  path: '/api/cases/{caseId}/letters',
  summary: 'Breven i ärendet och hur det gått för dem',
  request: { params },
  responses: { 200: json(z.object({ items: z.array(contract.letterView) }), 'Brev'), ...problems },
});

const releaseRequest = z
  .object({
    /** Each letter is approved by itself (domain.md §9). */
    letters: z
      .array(
        z.object({ version: z.int().min(1), memberId: z.string().min(1).max(200), template: letterTemplate }),
      )
      .min(1)
      .max(50),
    reason: z.string().trim().min(1).max(1000),
  })
  .openapi('LetterRelease');

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
    const own = mayReadAnswerDraft(actor) ? rows : rows.filter((row) => row.memberId === actor.memberId);
    return context.json({ items: own.map((row) => letterShown(row, actor)) }, 200);
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

/** That a letter is held, or was released, tells that the identity is protected: who need not know sees it as owed. */
const letterShown = (
  { version, memberId, template, state, attempts, sentAt, messageId, problem, released }: OwedLetterRow,
  actor: Actor,
) => {
  const mayKnow = mayKnowProtection(actor);
  return {
    version,
    memberId,
    template,
    state: state === 'held' && !mayKnow ? ('owed' as const) : state,
    attempts,
    sentAt,
    messageId,
    problem,
    released: mayKnow ? released : undefined,
  };
};
