import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { FieldFault } from '../../../web/chrome.ts';
import { unknownPage } from '../../../web/office/unknown-page.tsx';
import { useInvitation } from '../../casework/invitations.ts';
import { broughtHash } from './cookies.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultOfRefusal } from './faults.ts';
import { isSame } from './form-body.ts';
import { codeHashOf } from './invitation-code.ts';
import { signInPath, unknownPath, workPath } from './paths.ts';
import { outerChrome, send } from './respond.ts';

/** Bytes of a form with a code in it. */
const bodyLimitBytes = 10_000;

/** Where somebody who is signed in and not entered brings the code of an invitation. */
export const addUnknownRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get(unknownPath, async (context) => show(context, desk, await sessionOf(context, desk), [], 403));
  app.post(unknownPath, bodyLimit({ maxSize: bodyLimitBytes }), async (context) => {
    const session = await sessionOf(context, desk);
    const { csrf, kod } = await context.req.parseBody();
    if (session === undefined || !isSame(String(csrf ?? ''), session.csrf)) {
      return show(context, desk, session, [{ message: 'Sidan var för gammal. Skriv koden igen.' }], 403);
    }
    const answer = await useInvitation(desk, codeHashOf(String(kod ?? '')), session.subject);
    return answer.kind === 'refusal'
      ? show(context, desk, session, [{ ...faultOfRefusal(answer), field: 'kod' }], 400)
      : context.redirect(workPath, 303);
  });
};

type Session = Awaited<ReturnType<PagesDesk['sessions']['find']>>;

const sessionOf = async (context: Context<PageEnv>, { sessions, realNow }: PagesDesk): Promise<Session> => {
  const brought = broughtHash(context, 'session');
  return brought === undefined ? undefined : sessions.find(brought, realNow());
};

const show = (
  context: Context<PageEnv>,
  desk: PagesDesk,
  session: Session,
  faults: readonly FieldFault[],
  status: 400 | 403,
) => {
  const chrome = outerChrome(context, desk);
  return send(context, unknownPage({ chrome, csrf: session?.csrf, faults, signInPath }), status);
};
