import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { addYears, type Instant, stockholmDate } from '../../domain/calendar-date.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { publicDetails } from '../../domain/public-details.ts';
import { publicHappening } from '../../domain/public-history.ts';
import { calendarOf, publicMeeting } from '../../domain/public-meeting.ts';
import { type PublicMotion, publicMotion } from '../../domain/public-motion.ts';
import { publicYear, publicYearOf } from '../../domain/public-year.ts';
import type { Journal } from '../casework/dependencies.ts';
import { NotFound } from '../failures.ts';
import type { PublicRegister } from '../ports/public-register.ts';
import { failureResponse, invalidInputResponse, problem, problemResponse } from '../problem.ts';
import { keptAMinute } from './caching.ts';

/** What the public site needs: to read the public projection, and nothing else. */
export interface PublicDesk {
  readonly register: PublicRegister;
  /** How it is called and looks, and how long steps are planned to take. */
  readonly organisation: Organisation;
  readonly journal: Journal;
  /** The business clock. */
  readonly now: () => Instant;
}

const motionView = z
  .object({
    ...publicMotion.shape,
    /** Until the council has decided (KL 5:35). */
    year: z.object(publicYear.shape).optional(),
  })
  .openapi('PublicMotion');
const wholeView = z
  .object({
    ...motionView.shape,
    /** Once the board has proposed (TF 2:12). */
    answer: publicDetails.shape.answer,
    dissents: publicDetails.shape.dissents,
    history: z.array(z.object(publicHappening.shape)),
  })
  .openapi('PublicMotionInFull');
const meetingView = z.object(publicMeeting.shape).openapi('PublicMeeting');
const problemOf = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

const year = createRoute({
  method: 'get',
  path: '/motioner.json',
  summary: 'Motioner som registrerats ett år, de senaste först',
  request: {
    query: z.object({
      year: z.coerce.number().int().min(1900).max(2999),
      cursor: z.string().max(2000).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
  },
  responses: {
    200: {
      description: 'Motioner',
      content: {
        'application/json': {
          schema: z.object({ items: z.array(motionView), cursor: z.string().optional() }),
        },
      },
    },
    400: problemOf('Frågan går inte att läsa'),
  },
});
const meetings = createRoute({
  method: 'get',
  path: '/sammantraden.json',
  summary: 'Fullmäktiges och styrelsens sammanträden ett år, efter dag; även inställda',
  request: { query: z.object({ year: z.coerce.number().int().min(1900).max(2999) }) },
  responses: {
    200: {
      description: 'Sammanträden',
      content: { 'application/json': { schema: z.object({ items: z.array(meetingView) }) } },
    },
    400: problemOf('Frågan går inte att läsa'),
  },
});
const caseParams = z.object({ caseId: z.string().max(80) });
const one = createRoute({
  method: 'get',
  path: '/motioner/{caseId}.json',
  summary: 'En motion: text, läge, året, beräknat beslut, förslag och beslut per att-sats',
  request: { params: caseParams },
  responses: {
    200: { description: 'Motionen', content: { 'application/json': { schema: wholeView } } },
    400: problemOf('Frågan går inte att läsa'),
    404: problemOf('Finns inte i det offentliga registret'),
  },
});

/** Years of meetings that are planned ahead, and no more. */
const yearsAhead = 3;

/** Motions with their year, which is reckoned from the meetings as they are planned now. */
const withYears = async (desk: PublicDesk, motions: readonly PublicMotion[]) => {
  const today = stockholmDate(desk.now());
  const raised = motions.filter(({ decision }) => decision === undefined).map(({ raisedOn }) => raisedOn);
  const [oldest] = raised.toSorted();
  if (oldest === undefined) return [...motions];
  const calendar = calendarOf(await desk.register.meetings(oldest, addYears(today, yearsAhead)));
  const facts = { today, calendar, organisation: desk.organisation };
  return motions.map((motion) => ({ ...motion, year: publicYearOf(motion, facts) }));
};

/** The public register as JSON, for anyone. */
export const makePublicApp = (desk: PublicDesk) => {
  const { register, journal } = desk;
  const app = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (!result.success) return invalidInputResponse(context, result.error);
    },
  });
  app.use(keptAMinute);
  app.onError((error, context) => failureResponse(context, error, journal));
  app.notFound((context) => problemResponse(context, 404, { title: 'Finns inte', code: 'not_found' }));
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Besvarad, det offentliga motionsregistret', version: '1' },
  });
  app.openapi(year, async (context) => {
    const { year: asked, ...page } = context.req.valid('query');
    const { items, cursor } = await register.year(asked, page);
    return context.json({ items: await withYears(desk, items), cursor }, 200);
  });
  app.openapi(meetings, async (context) => {
    const { year: asked } = context.req.valid('query');
    const found = await register.meetings(`${asked}-01-01`, `${asked}-12-31`);
    return context.json({ items: [...found] }, 200);
  });
  // Hono has no pattern for a part of a segment, so the description and the route are given apart.
  app.openAPIRegistry.registerPath(one);
  app.get('/motioner/:caseId{[^/]+\\.json}', async (context) => {
    const asked = caseParams.safeParse({ caseId: context.req.param('caseId').slice(0, -'.json'.length) });
    if (!asked.success) return invalidInputResponse(context, asked.error);
    const { caseId } = asked.data;
    const [found, details] = await Promise.all([register.motion(caseId), register.details(caseId)]);
    if (found === undefined) throw new NotFound('motion');
    const [shown] = await withYears(desk, [found]);
    return context.json(wholeView.parse({ ...shown, ...details }), 200);
  });
  return app;
};
