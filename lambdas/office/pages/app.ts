import type { Context } from 'hono';
import { Hono } from 'hono';
import { errorPage } from '../../../web/error-page.tsx';
import { officeScript } from '../../../web/office-script.ts';
import { NotFound, Transient } from '../../failures.ts';
import { InvalidCursor } from '../../ports/case-store.ts';
import { addAnswerRoutes } from './answer/answer-routes.ts';
import { addCaseRoutes } from './case-routes.ts';
import { addCommandRoutes } from './command-routes.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { addDraftRoutes } from './drafts/draft-routes.ts';
import { addMyMotionsRoutes } from './drafts/my-motions-routes.ts';
import { addEventRoutes } from './event-routes.ts';
import { formBody } from './form-body.ts';
import { addInboxRoutes } from './inbox-routes.ts';
import { addFileMotionRoutes } from './intake/file-motion-routes.ts';
import { addOriginalRoutes } from './intake/original-routes.ts';
import { addInviteRoutes } from './invite-routes.ts';
import { addLetterPages } from './letter-pages.ts';
import { addListRoutes } from './list-routes.ts';
import { addMeRoutes } from './me-routes.ts';
import { addMeetingPages } from './meeting-pages.ts';
import { addMemberForms } from './member-forms.ts';
import { addMembersRoutes } from './members-routes.ts';
import { addOpenMotionsRoutes } from './open-motions-routes.ts';
import { addPaperMotionRoutes } from './paper-motion-routes.ts';
import { workPath } from './paths.ts';
import { addPeopleRoutes } from './people-routes.ts';
import { addPersonForms } from './person-forms.ts';
import { requireSession } from './require-session.ts';
import { chromeOf, outerChrome, scriptPath, send } from './respond.ts';
import { addRestartRoutes } from './restart-routes.ts';
import { addSignInRoutes, addSignOutRoutes } from './sign-in-routes.ts';
import { addTogetherRoutes } from './together-routes.ts';
import { addUnknownRoutes } from './unknown-routes.ts';
import { addWorkRoutes } from './work-routes.ts';

/** The signed-in pages. What they ask and do goes through the same use cases as the API. */
export const makeOfficePages = (desk: PagesDesk): PagesApp => {
  const app: PagesApp = new Hono<PageEnv>();
  app.onError((error, context) => failurePage(context, desk, error));
  app.get(scriptPath, (context) => {
    context.header('content-type', 'text/javascript; charset=utf-8');
    context.header('cache-control', 'public, max-age=31536000, immutable');
    return context.body(officeScript);
  });
  addSignInRoutes(app, desk);
  addUnknownRoutes(app, desk);
  app.use('/kontor/*', requireSession(desk), ...formBody(desk));
  addSignOutRoutes(app, desk);
  addWorkRoutes(app, desk);
  addInboxRoutes(app, desk);
  addListRoutes(app, desk);
  addPaperMotionRoutes(app, desk);
  addOpenMotionsRoutes(app, desk);
  addRestartRoutes(app, desk);
  addCaseRoutes(app, desk);
  addEventRoutes(app, desk);
  addLetterPages(app, desk);
  addMeRoutes(app, desk);
  addPeopleRoutes(app, desk);
  addPersonForms(app, desk);
  addInviteRoutes(app, desk);
  addMembersRoutes(app, desk);
  addMemberForms(app, desk);
  addAnswerRoutes(app, desk);
  addMyMotionsRoutes(app, desk);
  addDraftRoutes(app, desk);
  addCommandRoutes(app, desk);
  addFileMotionRoutes(app, desk);
  addOriginalRoutes(app, desk);
  addMeetingPages(app, desk);
  addTogetherRoutes(app, desk);
  app.all('/kontor/*', () => {
    throw new NotFound('page');
  });
  return app;
};

/** Breakage as a page: what to do, and nothing of the inside. */
const failurePage = (context: Context<PageEnv>, desk: PagesDesk, error: unknown) => {
  const isSignedIn = context.get('session') !== undefined && context.get('person') !== undefined;
  const chrome = isSignedIn ? chromeOf(context, desk) : outerChrome(context, desk);
  const way = { label: 'Till Mitt arbete', href: workPath };
  const page = (title: string, sentence: string) => errorPage({ chrome, title, sentences: [sentence], way });
  if (error instanceof NotFound)
    return send(
      context,
      page('Sidan finns inte', 'Det du söker finns inte, eller så får du inte se det.'),
      404,
    );
  if (error instanceof InvalidCursor)
    return send(context, page('Listan går inte att läsa vidare', 'Börja om från listans början.'), 400);
  if (error instanceof Transient) {
    context.header('retry-after', '5');
    return send(context, page('Tillfälligt fel', 'Försök igen om en stund. Inget har gått förlorat.'), 503);
  }
  desk.journal.alarm('defect', { error: error instanceof Error ? error.name : 'unknown' });
  return send(
    context,
    page('Något gick fel', 'Felet är antecknat. Försök igen, eller hör av dig till registratorn.'),
    500,
  );
};
