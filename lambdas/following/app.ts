import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Child } from 'hono/jsx';
import { z } from 'zod';
import {
  confirmationHours,
  type FollowedSubject,
  followedSubject,
  subjectKey,
} from '../../domain/following.ts';
import type { Chrome, FieldFault } from '../../web/chrome.ts';
import { errorPage } from '../../web/error-page.tsx';
import { type Choice, type Filled, firstOf } from '../../web/forms/field.ts';
import { documentOf } from '../../web/layout.tsx';
import {
  askedPage,
  confirmedPage,
  confirmPage,
  endedPage,
  endPage,
  followPage,
  goneLinkPage,
} from '../../web/public/following-pages.tsx';
import {
  askToFollow,
  confirmable,
  confirmFollowing,
  endFollowing,
  type FollowingDesk,
  followedBy,
  knownParties,
} from '../casework/follow.ts';
import { NotFound, Transient } from '../failures.ts';
import { stylesheetPath } from '../stylesheet-path.ts';

/** An address and a choice are short. */
const bodyLimitBytes = 8 * 1024;

const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Links hold codes: no page that was led to may learn of them, and nobody in between may keep the answer. */
const send = async (context: Context, view: Child, status: 200 | 400 | 404 | 410 | 413 | 500 | 503 = 200) => {
  context.header('cache-control', 'no-store');
  context.header('content-security-policy', contentSecurityPolicy);
  context.header('referrer-policy', 'no-referrer');
  context.header('x-content-type-options', 'nosniff');
  return context.html(await documentOf(view), status);
};

/**
 * Following motions by letter: asking, confirming, ending. It can write its own rows and nothing else, and sends no
 * letter itself (docs/adr/0023).
 */
export const makeFollowingApp = (desk: FollowingDesk): Hono => {
  const app = new Hono();
  const chromeOf = (context: Context): Chrome => ({
    organisation: desk.organisation,
    stylesheet: stylesheetPath(desk.organisation.colours),
    path: new URL(context.req.url).pathname,
  });
  app.onError((error, context) => failurePage(context, desk, chromeOf(context), error));
  app.use(
    bodyLimit({
      maxSize: bodyLimitBytes,
      onError: (context) => context.text('Det som skickades är för stort.', 413),
    }),
  );

  app.get('/prenumerera', async (context) => {
    const { motion, parti } = context.req.query();
    const choices = await choicesOf(desk, motion);
    const chosen = motion !== undefined ? `motion:${motion}` : parti !== undefined ? `party:${parti}` : 'all';
    const filled = { amne: [chosen] };
    return send(context, followPage({ chrome: chromeOf(context), choices, filled, faults: [] }));
  });

  app.post('/prenumerera', async (context) => {
    const filled = await filledOf(context);
    const asked = readAsked(filled);
    if ('faults' in asked) {
      const choices = await choicesOf(desk, motionIn(firstOf(filled, 'amne')));
      const page = followPage({ chrome: chromeOf(context), choices, filled, faults: asked.faults });
      return send(context, page, 400);
    }
    await askToFollow(desk, asked);
    return send(context, askedPage({ chrome: chromeOf(context), hours: confirmationHours }));
  });

  app.get('/prenumerera/bekrafta/:code', async (context) => {
    const subject = await confirmable(desk, context.req.param('code'));
    const chrome = chromeOf(context);
    if (subject === undefined) return send(context, goneLinkPage({ chrome }), 410);
    return send(context, confirmPage({ chrome, about: await labelOf(desk, subject) }));
  });

  app.post('/prenumerera/bekrafta/:code', async (context) => {
    const isConfirmed = await confirmFollowing(desk, context.req.param('code'));
    const chrome = chromeOf(context);
    return isConfirmed
      ? send(context, confirmedPage({ chrome }))
      : send(context, goneLinkPage({ chrome }), 410);
  });

  app.get('/prenumerera/avsluta/:key', async (context) => {
    const subjects = await followedBy(desk, context.req.param('key'));
    const chrome = chromeOf(context);
    if (subjects === undefined) return send(context, endedPage({ chrome, isAll: true }));
    const followed = await Promise.all(
      subjects.map(async (each) => ({ key: subjectKey(each), label: await labelOf(desk, each) })),
    );
    return send(context, endPage({ chrome, followed }));
  });

  // Mail programs post here too, with `List-Unsubscribe=One-Click` and nothing else (RFC 8058).
  app.post('/prenumerera/avsluta/:key', async (context) => {
    const key = context.req.param('key');
    const subject = firstOf(await filledOf(context), 'amne');
    await endFollowing(desk, key, subject === '' ? undefined : subject);
    const isAll = (await followedBy(desk, key)) === undefined;
    return send(context, endedPage({ chrome: chromeOf(context), isAll }));
  });

  app.all('*', () => {
    throw new NotFound('page');
  });
  return app;
};

const filledOf = async (context: Context): Promise<Filled> => {
  const body = await context.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, [value]]] : [])),
  );
};

const motionIn = (key: string): string | undefined =>
  key.startsWith('motion:') ? key.slice('motion:'.length) : undefined;

/** The subject of a key as `subjectKey` writes it. */
const subjectIn = (key: string): FollowedSubject | undefined => {
  const [kind = '', ...rest] = key.split(':');
  const name = rest.join(':');
  return followedSubject.safeParse({ kind, caseId: name, party: name }).data;
};

const readAsked = (
  filled: Filled,
): { email: string; subject: FollowedSubject } | { faults: FieldFault[] } => {
  const email = z.email().max(254).safeParse(firstOf(filled, 'epost').trim()).data;
  const subject = subjectIn(firstOf(filled, 'amne'));
  if (email !== undefined && subject !== undefined) return { email, subject };
  return {
    faults: [
      ...(subject === undefined ? [{ field: 'amne', message: 'Välj vad du vill följa.' }] : []),
      ...(email === undefined
        ? [{ field: 'epost', message: 'Skriv en e-postadress, till exempel namn@exempel.se.' }]
        : []),
    ],
  };
};

const choicesOf = async (desk: FollowingDesk, motion: string | undefined): Promise<Choice[]> => {
  const [found, parties] = await Promise.all([
    motion === undefined ? undefined : desk.register.motion(motion),
    knownParties(desk),
  ]);
  return [
    ...(found === undefined
      ? []
      : [{ value: `motion:${found.caseId}`, label: `${found.registrationNumber} ${found.title}` }]),
    { value: 'all', label: 'Alla motioner' },
    ...parties.map((party) => ({ value: `party:${party}`, label: `Motioner från ${party}` })),
  ];
};

const labelOf = async ({ register }: FollowingDesk, subject: FollowedSubject): Promise<string> => {
  switch (subject.kind) {
    case 'all':
      return 'alla motioner';
    case 'party':
      return `motioner från ${subject.party}`;
    case 'motion': {
      const motion = await register.motion(subject.caseId);
      return motion === undefined ? 'en motion' : `${motion.registrationNumber} ${motion.title}`;
    }
  }
};

const failurePage = (context: Context, { journal }: FollowingDesk, chrome: Chrome, error: unknown) => {
  const way = { label: 'Till motionerna', href: '/' };
  const page = (title: string, sentence: string) => errorPage({ chrome, title, sentences: [sentence], way });
  if (error instanceof NotFound)
    return send(context, page('Sidan finns inte', 'Det du söker finns inte.'), 404);
  if (error instanceof Transient) {
    context.header('retry-after', '5');
    return send(context, page('Tillfälligt fel', 'Försök igen om en stund.'), 503);
  }
  journal.alarm('defect', { error: error instanceof Error ? error.name : 'unknown' });
  return send(context, page('Något gick fel', 'Felet är antecknat. Försök igen om en stund.'), 500);
};
