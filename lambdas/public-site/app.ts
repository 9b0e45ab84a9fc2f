import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { publicMotion } from '../../domain/public-motion.ts';
import type { Journal } from '../casework/dependencies.ts';
import { NotFound } from '../failures.ts';
import type { PublicRegister } from '../ports/public-register.ts';
import { failureResponse, invalidInputResponse, problem, problemResponse } from '../problem.ts';

/** What the public site needs: to read the public projection, and nothing else. */
export interface PublicDesk {
  readonly register: PublicRegister;
  readonly journal: Journal;
}

const motionView = z.object(publicMotion.shape).openapi('PublicMotion');
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
const one = createRoute({
  method: 'get',
  path: '/motioner/{caseId}',
  summary: 'En motion: text, läge, förslag och beslut per att-sats',
  request: { params: z.object({ caseId: z.string().max(80) }) },
  responses: {
    200: { description: 'Motionen', content: { 'application/json': { schema: motionView } } },
    404: problemOf('Finns inte i det offentliga registret'),
  },
});

/** The public register as JSON, for anyone. */
export const makePublicApp = ({ register, journal }: PublicDesk) => {
  const app = new OpenAPIHono({
    defaultHook: (result, context) => {
      if (!result.success) return invalidInputResponse(context, result.error);
    },
  });
  app.onError((error, context) => failureResponse(context, error, journal));
  app.notFound((context) => problemResponse(context, 404, { title: 'Finns inte', code: 'not_found' }));
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Besvarad, det offentliga motionsregistret', version: '1' },
  });
  app.get('/', (context) =>
    context.json({ register: '/motioner.json?year=', description: '/openapi.json' }, 200),
  );
  app.openapi(year, async (context) => {
    const { year: asked, ...page } = context.req.valid('query');
    const { items, cursor } = await register.year(asked, page);
    return context.json({ items: [...items], cursor }, 200);
  });
  app.openapi(one, async (context) => {
    const found = await register.motion(context.req.valid('param').caseId);
    if (found === undefined) throw new NotFound('motion');
    return context.json(found, 200);
  });
  return app;
};
