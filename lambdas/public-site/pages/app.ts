import { Hono } from 'hono';
import { stylesheetIn } from '../../../web/stylesheet.ts';
import { stylesheetPath } from '../../stylesheet-path.ts';
import type { PublicDesk } from '../app.ts';

/** The public pages, for anyone; they run no script. */
export const makePublicPages = ({ organisation: { colours } }: PublicDesk): Hono => {
  const app = new Hono();
  app.get(stylesheetPath(colours), (context) => {
    context.header('content-type', 'text/css; charset=utf-8');
    context.header('cache-control', 'public, max-age=31536000, immutable');
    return context.body(stylesheetIn(colours));
  });
  return app;
};
