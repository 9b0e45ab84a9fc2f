import { timingSafeEqual } from 'node:crypto';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { errorPage } from '../../../web/error-page.tsx';
import { bodyLimitBytes } from '../accept-body.ts';
import type { PageEnv, PagesDesk } from './desk.ts';
import { workPath } from './paths.ts';
import { chromeOf, send } from './respond.ts';

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Reads a form, and holds it to have been made for this session (no other site's form is taken). */
const readFilled = (desk: PagesDesk) =>
  createMiddleware<PageEnv>(async (context, next) => {
    if (context.req.method !== 'POST') return next();
    const body = await context.req.parseBody({ all: true });
    const filled = Object.fromEntries(
      Object.entries(body).map(([name, value]) => [
        name,
        [value].flat().filter((each) => typeof each === 'string'),
      ]),
    );
    if (!isSame(filled.csrf?.[0] ?? '', context.get('session').csrf)) {
      const view = errorPage({
        chrome: chromeOf(context, desk),
        title: 'Sidan var för gammal',
        sentences: [
          'Formuläret hörde till en tidigare inloggning och togs inte emot. Gå tillbaka, läs om sidan och försök igen.',
        ],
        way: { label: 'Till Mitt arbete', href: workPath },
      });
      return send(context, view, 403);
    }
    context.set('filled', filled);
    return next();
  });

/** What a form must be before anything reads it. */
export const formBody = (desk: PagesDesk) =>
  [
    bodyLimit({
      maxSize: bodyLimitBytes,
      onError: (context) => {
        context.header('connection', 'close');
        return context.text('Det som skickades är för stort. Gå tillbaka och korta texten.', 413);
      },
    }),
    readFilled(desk),
  ] as const;
