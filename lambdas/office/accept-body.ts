import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { problemResponse } from '../problem.ts';
import type { SignedIn } from './signed-in.ts';

/**
 * Bytes of a body. One body brings at most one text, and a text is one item of the table, which holds 400 kB: what
 * is let in here can be stored.
 */
export const bodyLimitBytes = 350 * 1024;

const isJson = /^application\/json\s*(;|$)/i;

const limited = bodyLimit({
  maxSize: bodyLimitBytes,
  onError: (context) =>
    problemResponse(context, 413, {
      title: 'För mycket på en gång',
      code: 'too_large',
      detail: `Det som skickades är större än ${bodyLimitBytes / 1024} kB. Korta texten.`,
    }),
});

const onlyJson = createMiddleware<SignedIn>(async (context, next) => {
  const { method } = context.req;
  const hasBody = method !== 'GET' && method !== 'HEAD' && context.req.raw.body !== null;
  if (!hasBody || isJson.test(context.req.header('content-type') ?? '')) return next();
  return problemResponse(context, 415, {
    title: 'Inte JSON',
    code: 'wrong_content_type',
    detail: 'Skicka JSON, med content-type application/json.',
  });
});

/** What a body must be before anything reads it: JSON, and no larger than can be kept. */
export const acceptBody = [onlyJson, limited] as const;
