import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Organisation } from '../../../domain/organisation.ts';
import { roleName } from '../../../domain/roles.ts';
import type { Chrome, OfficeChrome } from '../../../web/chrome.ts';
import { documentOf } from '../../../web/layout.tsx';
import { officeScript } from '../../../web/office-script.ts';
import { stylesheetPath } from '../../stylesheet-path.ts';
import { saidOf } from './commands/said.ts';
import type { PageEnv, PagesDesk } from './desk.ts';
import { navigationFor } from './navigation.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The office's script, at an address of its content. */
export const scriptPath = `/kontor/skript-${hashOf(officeScript)}.js`;

type Organisations = { readonly organisation: Organisation };

/** What stands around a page shown to somebody who is not signed in. */
export const outerChrome = (context: Context, { organisation }: Organisations): Chrome => ({
  organisation,
  stylesheet: stylesheetPath(organisation.colours),
  path: new URL(context.req.url).pathname,
});

/** What stands around a page of the office. */
export const chromeOf = (context: Context<PageEnv>, desk: PagesDesk): OfficeChrome => {
  const { person, actor, session } = context.var;
  return {
    ...outerChrome(context, desk),
    script: scriptPath,
    person: { name: person.name, roles: actor.roles.map((each) => roleName[each]) },
    csrf: session.csrf,
    links: navigationFor(actor),
    said: saidOf(context.req.query('gjort')),
  };
};

/** The pages run their own script, load nothing from elsewhere, send forms only here, and nobody frames them. */
const contentSecurityPolicy = (uploads: string) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    `connect-src 'self'${uploads === '' ? '' : ` ${uploads}`}`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Sends a page of the office: never kept by anybody in between, nor shown from the browser's store. */
export const send = async (
  context: Context,
  view: Child,
  status: 200 | 400 | 403 | 404 | 409 | 413 | 500 | 503 = 200,
  /** Where else the page's script may send a file. */
  uploads = '',
) => {
  context.header('cache-control', 'no-store');
  context.header('content-security-policy', contentSecurityPolicy(uploads));
  context.header('referrer-policy', 'same-origin');
  context.header('x-content-type-options', 'nosniff');
  return context.html(await documentOf(view), status);
};
