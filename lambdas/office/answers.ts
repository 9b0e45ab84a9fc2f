import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Refusal } from '../../domain/refusal.ts';
import type { Answer, CommandIdReused } from '../casework/answer.ts';
import { problem, problemResponse, refusalResponse } from '../problem.ts';

/** A JSON answer of an OpenAPI route. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A problem as an answer of an OpenAPI route. */
export const problemOf = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

/** The problems any signed-in route can answer. */
export const problems = {
  400: problemOf('Uppgifterna går inte att läsa'),
  401: problemOf('Inte inloggad'),
  403: problemOf('Får inte göra detta; säger vem som får'),
  404: problemOf('Finns inte, eller får inte ses'),
  409: problemOf('En regel säger nej, eller någon annan hann före'),
  413: problemOf('För mycket på en gång'),
  415: problemOf('Inte JSON'),
  500: problemOf('Fel i systemet'),
  503: problemOf('Tillfälligt fel'),
};

/** A no as a problem: the rule's, or that of a command id that was used for something else. */
export const noResponse = (context: Context, no: Refusal | CommandIdReused) =>
  no.kind === 'refusal'
    ? refusalResponse(context, no)
    : problemResponse(context, 409, {
        title: 'Samma commandId, annat kommando',
        code: 'command_id_reused',
        detail: 'commandId har redan använts för ett annat kommando. Välj ett nytt.',
      });

/** Whether a command was accepted. */
export const isDone = (answer: Answer): answer is Extract<Answer, { kind: 'done' }> => answer.kind === 'done';
