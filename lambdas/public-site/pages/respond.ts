import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Chrome } from '../../../web/chrome.ts';
import { documentOf } from '../../../web/layout.tsx';
import { stylesheetPath } from '../../stylesheet-path.ts';
import type { PublicDesk } from '../app.ts';

/** The public pages run no script at all, load nothing from elsewhere, and nobody frames them. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What stands around a public page. */
export const chromeOf = (context: Context, { organisation }: Pick<PublicDesk, 'organisation'>): Chrome => ({
  organisation,
  stylesheet: stylesheetPath(organisation.colours),
  path: new URL(context.req.url).pathname,
});

/** Sends a public page. */
export const send = async (context: Context, view: Child, status: 200 | 400 | 404 | 500 | 503 = 200) => {
  context.header('content-security-policy', contentSecurityPolicy);
  context.header('referrer-policy', 'same-origin');
  context.header('x-content-type-options', 'nosniff');
  if (status !== 200) context.header('cache-control', 'no-store');
  return context.html(await documentOf(view), status);
};

/** Whether the answer is to be read by a person: a browser says so, a program does not. */
export const isForPerson = (context: Context): boolean =>
  (context.req.header('accept') ?? '').includes('text/html');
