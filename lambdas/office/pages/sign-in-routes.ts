import type { Context } from 'hono';
import { errorPage } from '../../../web/error-page.tsx';
import type { Session } from '../../ports/session-store.ts';
import { broughtHash, giveCookie, newSecret, secretHash, takeCookie } from './cookies.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { ownPath, signedInPath, signInPath } from './paths.ts';
import { outerChrome, send } from './respond.ts';

/** How long somebody may take at the identity provider, and how long a working day is. */
const seconds = { attempt: 600, session: 10 * 3600 } as const;

const after = (instant: string, count: number) => new Date(Date.parse(instant) + count * 1000).toISOString();

/** Signing in and out. */
export const addSignInRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const { sessions, identity, organisation, realNow } = desk;
  const redirectUri = `${organisation.publicUrl}${signedInPath}`;

  app.get(signInPath, async (context) => {
    const { url, ...begun } = await identity.begin(redirectUri);
    const secret = newSecret();
    await sessions.beginAttempt({
      ...begun,
      attemptHash: secretHash(secret),
      returnTo: ownPath(context.req.query('till')),
      expiresAt: after(realNow(), seconds.attempt),
    });
    giveCookie(context, 'attempt', secret, seconds.attempt);
    return context.redirect(url, 303);
  });

  app.get(signedInPath, async (context) => {
    const now = realNow();
    const attemptHash = broughtHash(context, 'attempt');
    const begun = attemptHash === undefined ? undefined : await sessions.takeAttempt(attemptHash, now);
    takeCookie(context, 'attempt');
    const { search } = new URL(context.req.url);
    const subject = begun && (await identity.finish(new URL(`${redirectUri}${search}`), begun));
    if (begun === undefined || subject === undefined) return notSignedIn(context, desk);
    const secret = newSecret();
    const session: Session = {
      sessionHash: secretHash(secret),
      subject,
      csrf: newSecret(),
      startedAt: now,
      expiresAt: after(now, seconds.session),
    };
    await sessions.open(session);
    giveCookie(context, 'session', secret, seconds.session);
    return context.redirect(begun.returnTo, 303);
  });
};

const notSignedIn = (context: Context<PageEnv>, desk: PagesDesk) =>
  send(
    context,
    errorPage({
      chrome: outerChrome(context, desk),
      title: 'Inloggningen blev inte klar',
      sentences: ['Det kan bero på att det tog för lång tid, eller att sidan öppnades en gång till.'],
      way: { label: 'Logga in på nytt', href: signInPath },
    }),
    400,
  );

/** Signing out here, and everywhere: for who is signed in. */
export const addSignOutRoutes = (app: PagesApp, { sessions, realNow }: PagesDesk): void => {
  app.post('/kontor/logga-ut', async (context) => {
    await sessions.close(context.get('session').sessionHash);
    takeCookie(context, 'session');
    return context.redirect('/', 303);
  });
  app.post('/kontor/logga-ut-overallt', async (context) => {
    await sessions.closeAll(context.get('session').subject, realNow());
    takeCookie(context, 'session');
    return context.redirect('/', 303);
  });
};
