import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { mayRead } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/roles.ts';
import { actOnCase, type CaseRequest } from '../casework/act-on-case.ts';
import type { Casework } from '../casework/dependencies.ts';
import { restartCase } from '../casework/restart-case.ts';
import { hashOf } from '../event-chain.ts';
import { Conflict, NotFound } from '../failures.ts';
import type { CaseState } from '../ports/case-store.ts';
import { problemResponse, refusalResponse } from '../problem.ts';
import { isDone, json, noResponse, problems } from './answers.ts';
import { caseViewOf } from './case-view.ts';
import * as contract from './contract.ts';
import { eventViewsOf, happenedSince } from './event-view.ts';
import type { OfficeApp } from './signed-in.ts';

const params = z.object({ caseId: contract.caseId });

const begin = createRoute({
  method: 'post',
  path: '/api/cases',
  summary: 'Börja ett ärende: ett eget utkast, eller en motion som kommit på papper',
  request: {
    body: { required: true, content: { 'application/json': { schema: contract.beginRequest } } },
  },
  responses: { 201: json(contract.begun, 'Ärendet finns'), ...problems },
});
const command = createRoute({
  method: 'post',
  path: '/api/cases/{caseId}/commands',
  summary: 'Gör något i ett ärende',
  request: {
    params,
    body: { required: true, content: { 'application/json': { schema: contract.commandRequest } } },
  },
  responses: { 200: json(contract.done, 'Gjort'), ...problems },
});
const read = createRoute({
  method: 'get',
  path: '/api/cases/{caseId}',
  summary: 'Ett ärende som det står nu',
  request: { params },
  responses: { 200: json(contract.caseView, 'Ärendet'), ...problems },
});
const events = createRoute({
  method: 'get',
  path: '/api/cases/{caseId}/events',
  summary: 'Allt som har hänt i ärendet, i ordning, med hashkedja',
  request: { params },
  responses: { 200: json(z.object({ items: z.array(contract.eventView) }), 'Händelser'), ...problems },
});
const restart = createRoute({
  method: 'post',
  path: '/api/cases/{caseId}/restart',
  summary: 'Låt ett ärende som stannat gå vidare, och brev som inte gick fram skickas igen',
  request: { params },
  responses: { 200: json(z.object({ restarted: z.literal(true) }), 'Startat'), ...problems },
});

/** The same person with the same command id means the same case: a repeat cannot begin a second one. */
export const caseIdOf = (actor: Actor, commandId: string) =>
  `c${hashOf([actor.personId, commandId]).slice(0, 20)}`;

/**
 * The case if the asker may see it.
 * @throws NotFound also when it exists and may not be seen
 */
const visible = async (casework: Casework, caseId: string, actor: Actor): Promise<CaseState> => {
  const state = await casework.cases.load(caseId);
  if (state === undefined || !mayRead(state.motion, actor)) throw new NotFound('case');
  return state;
};

export const addCaseRoutes = (app: OfficeApp, casework: Casework): void => {
  app.openapi(begin, async (context) => {
    const actor = context.get('actor');
    const request = context.req.valid('json');
    const caseId = caseIdOf(actor, request.commandId);
    const answer = await actOnCase(casework, { ...request, caseId, actor });
    if (!isDone(answer)) return noResponse(context, answer);
    return context.json({ caseId, version: answer.version, repeated: answer.repeated }, 201);
  });

  app.openapi(command, async (context) => {
    const request: CaseRequest = {
      ...context.req.valid('json'),
      caseId: context.req.valid('param').caseId,
      actor: context.get('actor'),
    };
    try {
      const answer = await actOnCase(casework, request);
      if (!isDone(answer)) return noResponse(context, answer);
      return context.json({ version: answer.version, repeated: answer.repeated }, 200);
    } catch (error) {
      if (error instanceof Conflict) return conflictResponse(context, casework, request);
      throw error;
    }
  });

  app.openapi(read, async (context) => {
    const actor = context.get('actor');
    const state = await visible(casework, context.req.valid('param').caseId, actor);
    return context.json(await caseViewOf(casework, state, actor), 200);
  });

  app.openapi(events, async (context) => {
    const { caseId } = context.req.valid('param');
    const actor = context.get('actor');
    const { motion } = await visible(casework, caseId, actor);
    const items = eventViewsOf(motion, await casework.cases.events(caseId), actor);
    return context.json({ items }, 200);
  });

  app.openapi(restart, async (context) => {
    const { caseId } = context.req.valid('param');
    const answer = await restartCase(casework, { caseId, actor: context.get('actor') });
    if (answer.kind === 'refusal') return refusalResponse(context, answer);
    return context.json({ restarted: true as const }, 200);
  });
};

/** A conflict shows what happened since the version the caller had seen. */
const conflictResponse = async (context: Context, { cases }: Casework, request: CaseRequest) =>
  problemResponse(context, 409, {
    title: 'Någon annan hann före',
    code: 'conflict',
    detail: 'Ärendet har ändrats sedan du läste det. Läs vad som har hänt och försök igen.',
    happened: happenedSince(await cases.events(request.caseId), request.expectedVersion ?? 0),
  });
