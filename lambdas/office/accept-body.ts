import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { problemResponse } from '../problem.ts';
import type { SignedIn } from './signed-in.ts';

/** Bytes of a body: room for the longest text, also when every letter of it is escaped. */
export const bodyLimitBytes = 1024 * 1024;

const isJson = /^application\/json\s*(;|$)/i;

const limited = bodyLimit({
  maxSize: bodyLimitBytes,
  onError: (context) => {
    // What has not been read would be taken for the next request on the same connection.
    context.header('connection', 'close');
    return problemResponse(context, 413, {
      title: 'För mycket på en gång',
      code: 'too_large',
      detail: `Det som skickades är större än ${bodyLimitBytes / 1024} kB. Korta texten.`,
    });
  },
});

/** By what the sender calls it: on a socket, a request without a body cannot be told from one that has yet to come. */
const onlyJson = createMiddleware<SignedIn>(async (context, next) => {
  const type = context.req.header('content-type');
  if (type === undefined || isJson.test(type)) return next();
  return problemResponse(context, 415, {
    title: 'Inte JSON',
    code: 'wrong_content_type',
    detail: 'Skicka JSON, med content-type application/json.',
  });
});

/** What a body must be before anything reads it: JSON, and no larger than a text can be. */
export const acceptBody = [onlyJson, limited] as const;
