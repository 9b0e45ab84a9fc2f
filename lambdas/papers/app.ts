import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { paperStyle } from '../../documents/papers/html-style.ts';
import type { Actor } from '../../domain/roles.ts';
import { errorPage } from '../../web/error-page.tsx';
import { type DeliveredPaper, deliver, type PaperRoom } from '../casework/papers/deliver.ts';
import { NotFound } from '../failures.ts';
import { authenticate } from '../office/authenticate.ts';
import type { PageEnv, PagesDesk } from '../office/pages/desk.ts';
import { requireSession } from '../office/pages/require-session.ts';
import { outerChrome, send } from '../office/pages/respond.ts';
import type { SignedIn } from '../office/signed-in.ts';
import { PressMissing } from '../ports/press.ts';
import type { TokenVerifier } from '../ports/token-verifier.ts';
import { failureResponse, invalidInputResponse, problemResponse, refusalResponse } from '../problem.ts';
import { type ChosenPaper, choosers, type PaperSubject } from './draw.ts';

/** What papers need: the record to read, the sessions, and where files are made and kept. */
export type PapersDesk = Pick<
  PagesDesk,
  'cases' | 'meetings' | 'minutes' | 'people' | 'organisation' | 'now' | 'realNow' | 'journal' | 'sessions'
> &
  PaperRoom;

const inBase64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
const styleHash = createHash('sha256').update(paperStyle).digest('base64');
/** A paper runs nothing and fetches nothing; its one stylesheet is known by its hash. */
const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const fileResponse = (context: Context, { fileName, format }: ChosenPaper, paper: DeliveredPaper) => {
  const how = format === 'docx' ? 'attachment' : 'inline';
  // A copy with a buffer of its own, as the body of an answer wants it.
  return context.body(new Uint8Array(paper.content), 200, {
    'content-type': paper.contentType,
    'content-disposition': `${how}; filename="${fileName}.${format}"`,
    'content-security-policy': contentSecurityPolicy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    /** The SHA-256 of the file as it is kept (RFC 9530). */
    'repr-digest': `sha-256=:${inBase64(paper.sha256)}:`,
  });
};

/** Answers with the paper of the address, if the asker may read it. */
const answerWith =
  (desk: PapersDesk, subject: PaperSubject) =>
  async (context: Context<{ Variables: { actor: Actor } }>): Promise<Response> => {
    const { actor } = context.var;
    const chosen = choosers[subject](desk, {
      params: context.req.param(),
      query: context.req.query(),
      actor,
    });
    if ('kind' in chosen) return refusalResponse(context, chosen);
    const paper = await deliver(desk, await chosen.draft(), chosen.place, chosen.format);
    return fileResponse(context, chosen, paper);
  };

const failed = (context: Context, desk: PapersDesk, error: unknown): Response => {
  if (error instanceof z.ZodError) return invalidInputResponse(context, error);
  if (error instanceof PressMissing) {
    return problemResponse(context, 501, {
      title: 'PDF kan inte göras här',
      code: 'pdf_unavailable',
      detail: 'Den här datorn kan inte göra PDF. Hämta papperet som DOCX eller HTML.',
    });
  }
  return failureResponse(context, error, desk.journal);
};

/** For programs, with a token, under what the paper is of. */
const makePapersApi = (desk: PapersDesk, tokens: TokenVerifier): Hono<SignedIn> => {
  const app = new Hono<SignedIn>();
  app.onError((error, context) => failed(context, desk, error));
  const signedIn = authenticate(desk, tokens);
  for (const subject of ['cases', 'meetings', 'minutes'] as const) {
    app.get(`/api/${subject}/:id/papers/:paper`, signedIn, answerWith(desk, subject));
  }
  app.get('/api/reports/papers/:paper', signedIn, answerWith(desk, 'reports'));
  return app;
};

const pagePaths = {
  cases: '/kontor/papper/arenden/:id/:paper',
  meetings: '/kontor/papper/sammantraden/:id/:paper',
  minutes: '/kontor/papper/protokoll/:id/:paper',
  reports: '/kontor/papper/rapporter/:paper',
} as const;

/** For people, signed in at the pages of the office: what cannot be shown is said on a page. */
const makePapersPages = (desk: PapersDesk): Hono<PageEnv> => {
  const app = new Hono<PageEnv>();
  app.onError((error, context) => {
    if (!(error instanceof NotFound || error instanceof z.ZodError)) return failed(context, desk, error);
    const page = errorPage({
      chrome: outerChrome(context, desk),
      title: 'Papperet finns inte',
      sentences: ['Det du söker finns inte än, eller så får du inte se det.'],
      way: { label: 'Till Mitt arbete', href: '/kontor' },
    });
    return send(context, page, 404);
  });
  for (const subject of ['cases', 'meetings', 'minutes', 'reports'] as const) {
    app.get(pagePaths[subject], requireSession(desk), answerWith(desk, subject));
  }
  return app;
};

/** The papers, for programs and for people, over the same drafts. */
export const makePapersApp = (desk: PapersDesk, tokens: TokenVerifier) => {
  const app = new Hono();
  app.route('/', makePapersApi(desk, tokens));
  app.route('/', makePapersPages(desk));
  app.notFound((context) => problemResponse(context, 404, { title: 'Finns inte', code: 'not_found' }));
  return app;
};
