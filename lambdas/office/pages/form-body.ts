import { timingSafeEqual } from 'node:crypto';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { errorPage } from '../../../web/error-page.tsx';
import { bodyLimitBytes } from '../accept-body.ts';
import type { PageEnv, PagesDesk } from './desk.ts';
import { workPath } from './paths.ts';
import { chromeOf, send } from './respond.ts';

/** Compared without telling by the time it takes how much was right. */
export const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** A table as a spreadsheet saves it: UTF-8, or what Swedish Windows has always written. */
const textIn = async (file: File): Promise<string> => {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** Reads a form, and holds it to have been made for this session (no other site's form is taken). */
const readFilled = (desk: PagesDesk) =>
  createMiddleware<PageEnv>(async (context, next) => {
    if (context.req.method !== 'POST') return next();
    const body = await context.req.parseBody({ all: true });
    const read = Object.entries(body).map(
      async ([name, value]): Promise<[string, string[]]> => [
        name,
        await Promise.all([value].flat().map((each) => (typeof each === 'string' ? each : textIn(each)))),
      ],
    );
    const filled = Object.fromEntries(await Promise.all(read));
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
