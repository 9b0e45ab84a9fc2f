import { createMiddleware } from 'hono/factory';
import { stockholmDate } from '../../../domain/calendar-date.ts';
import { actorOn } from '../../../domain/people.ts';
import type { Chrome } from '../../../web/chrome.ts';
import { errorPage } from '../../../web/error-page.tsx';
import { broughtHash } from './cookies.ts';
import type { PageEnv, PagesDesk } from './desk.ts';
import { signInPath, unknownPath } from './paths.ts';
import { outerChrome, send } from './respond.ts';

/** What tells who a session is of. */
type SessionDesk = Pick<PagesDesk, 'sessions' | 'people' | 'organisation' | 'now' | 'realNow'>;

/**
 * Nobody sees a page of the office who is not signed in. Roles are the record's, as of today (architecture §9). Who is
 * not signed in is sent to do so and comes back to the page asked for; what was sent with a form cannot come along, so
 * that is said.
 */
export const requireSession = (desk: SessionDesk) => {
  const { sessions, people, now, realNow } = desk;
  return createMiddleware<PageEnv>(async (context, next) => {
    const sessionHash = broughtHash(context, 'session');
    const session = sessionHash === undefined ? undefined : await sessions.find(sessionHash, realNow());
    if (session === undefined) {
      const { pathname, search } = new URL(context.req.url);
      const signIn = `${signInPath}?till=${encodeURIComponent(`${pathname}${search}`)}`;
      if (context.req.method === 'GET') return context.redirect(signIn, 303);
      return send(context, signedOutPage(outerChrome(context, desk)), 403);
    }
    context.set('session', session);
    const person = await people.person(session.subject);
    if (person === undefined) return context.redirect(unknownPath, 303);
    context.set('person', person.value);
    context.set('actor', actorOn(person.value, stockholmDate(now())));
    return next();
  });
};

const signedOutPage = (chrome: Chrome) =>
  errorPage({
    chrome,
    title: 'Du är inte längre inloggad',
    sentences: [
      'Det du skickade togs inte emot. Logga in i en ny flik, gå sedan tillbaka hit i webbläsaren, läs om sidan och skicka igen.',
    ],
    way: { label: 'Logga in', href: signInPath },
  });
