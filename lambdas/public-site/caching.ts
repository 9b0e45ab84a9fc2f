import { createMiddleware } from 'hono/factory';

/**
 * What is shown is kept a minute by what stands before us, and by no browser without asking again: what is masked must
 * vanish within minutes (architecture §5, `lib/front.ts`).
 */
const aMinute = 'public, max-age=0, s-maxage=60, must-revalidate';

/** Says how long an answer may be kept, where it does not say so itself. */
export const keptAMinute = createMiddleware(async (context, next) => {
  await next();
  if (!context.res.headers.has('cache-control')) context.header('cache-control', aMinute);
});
