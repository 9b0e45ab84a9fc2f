import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Refusal } from '../domain/refusal.ts';
import type { Journal } from './casework/dependencies.ts';
import { Conflict, NotFound, Transient } from './failures.ts';
import { InvalidCursor } from './ports/case-store.ts';

/** The one error body of the API: RFC 9457, with the rule and who may (docs/errors.md). */
export const problem = z
  .object({
    type: z.string().openapi({ example: 'urn:besvarad:problem:not_eligible' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string(),
    rule: z.string().optional(),
    mayBeDoneBy: z.array(z.string()).optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** Where one command was put to several cases: the one that said no, and those in which it is done. */
    caseId: z.string().optional(),
    doneIn: z.array(z.string()).optional(),
    /** For a conflict: what has happened since the version the caller had seen. */
    happened: z.array(z.object({ version: z.int(), type: z.string(), recordedAt: z.string() })).optional(),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problem>;

/** The statuses a problem can have. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 500 | 501 | 503;

/** Answers a problem with its media type. */
export const problemResponse = <S extends ProblemStatus>(
  context: Context,
  status: S,
  fault: Omit<Problem, 'type' | 'status'>,
) =>
  context.json({ type: `urn:besvarad:problem:${fault.code}`, status, ...fault }, status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });

/** A refusal: 403 when it is about who asks, else 409, since it is the state of the case that says no. */
export const refusalResponse = (
  context: Context,
  refusal: Refusal,
  more: Pick<Problem, 'caseId' | 'doneIn'> = {},
) =>
  refusal.code === 'not_permitted'
    ? problemResponse(context, 403, { ...faultOf(refusal), ...more })
    : problemResponse(context, 409, { ...faultOf(refusal), ...more });

const faultOf = ({ code, detail, rule, mayBeDoneBy }: Refusal) => ({
  title: 'Det går inte',
  code,
  detail,
  rule,
  mayBeDoneBy: [...mayBeDoneBy],
});

/** Input that does not parse: every fault at once, with its place. */
export const invalidInputResponse = (context: Context, error: z.core.$ZodError) =>
  problemResponse(context, 400, {
    title: 'Uppgifterna går inte att läsa',
    code: 'invalid_input',
    detail: 'Rätta det som anges och skicka igen.',
    errors: error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  });

/** Breakage as HTTP: one mapping for both sites. Nothing of the inside is told. */
export const failureResponse = (context: Context, error: unknown, journal: Journal) => {
  if (error instanceof NotFound) {
    return problemResponse(context, 404, {
      title: 'Finns inte',
      code: 'not_found',
      detail: 'Det du söker finns inte, eller så får du inte se det.',
    });
  }
  if (error instanceof Conflict) {
    return problemResponse(context, 409, {
      title: 'Någon annan hann före',
      code: 'conflict',
      detail: 'Ärendet har ändrats sedan du läste det. Läs om det och försök igen.',
    });
  }
  if (error instanceof InvalidCursor) {
    return problemResponse(context, 400, {
      title: 'Listan går inte att läsa vidare',
      code: 'invalid_cursor',
      detail: 'cursor hör inte till den här listan. Läs listan från början.',
    });
  }
  // Hono throws it for a body that is not JSON; its message may quote what was sent.
  if (error instanceof HTTPException && error.status === 400) {
    return problemResponse(context, 400, {
      title: 'Uppgifterna går inte att läsa',
      code: 'malformed_json',
      detail: 'Det som skickades är inte JSON.',
    });
  }
  if (error instanceof Transient) {
    context.header('retry-after', '5');
    return problemResponse(context, 503, {
      title: 'Tillfälligt fel',
      code: 'transient',
      detail: 'Försök igen om en stund. Inget har gått förlorat.',
    });
  }
  journal.alarm('defect', { error: error instanceof Error ? error.name : 'unknown' });
  return problemResponse(context, 500, {
    title: 'Fel i systemet',
    code: 'defect',
    detail: 'Felet är antecknat. Försök igen, eller hör av dig till registratorn.',
  });
};
