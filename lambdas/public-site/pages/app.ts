import { Hono } from 'hono';
import { stylesheetIn } from '../../../web/stylesheet.ts';
import { stylesheetPath } from '../../stylesheet-path.ts';
import type { PublicDesk } from '../app.ts';
import { makeSnapshot } from '../register/snapshot.ts';
import { addAboutRoutes } from './about-routes.ts';
import { failureAnswer } from './failure-page.ts';
import { addMeetingRoutes } from './meeting-routes.ts';
import { addRegisterRoutes } from './register-routes.ts';

/** The public pages, for anyone; they run no script. */
export const makePublicPages = (desk: PublicDesk): Hono => {
  const app = new Hono();
  const pages = { ...desk, snapshot: makeSnapshot(desk) };
  app.onError((error, context) => failureAnswer(context, desk, error));
  const { colours } = desk.organisation;
  app.get(stylesheetPath(colours), (context) => {
    context.header('content-type', 'text/css; charset=utf-8');
    context.header('cache-control', 'public, max-age=31536000, immutable');
    return context.body(stylesheetIn(colours));
  });
  addRegisterRoutes(app, pages);
  addMeetingRoutes(app, pages);
  addAboutRoutes(app, pages);
  return app;
};
