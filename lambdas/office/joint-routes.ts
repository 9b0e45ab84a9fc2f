import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actTogether, type CaseDone, type JointStop } from '../casework/act-together.ts';
import type { Casework } from '../casework/dependencies.ts';
import { problemResponse, refusalResponse } from '../problem.ts';
import { json, noResponse, problems } from './answers.ts';
import { caseId } from './contract.ts';
import { happenedSince } from './event-view.ts';
import { doneTogether, jointRequest } from './joint-contract.ts';
import type { OfficeApp } from './signed-in.ts';

const together = createRoute({
  method: 'post',
  path: '/api/cases/{caseId}/joint-commands',
  summary: 'Gör samma sak i en motion och i alla som bereds ihop med den',
  request: {
    params: z.object({ caseId }),
    body: { required: true, content: { 'application/json': { schema: jointRequest } } },
  },
  responses: { 200: json(doneTogether, 'Gjort i alla'), ...problems },
});

export const addJointRoutes = (app: OfficeApp, casework: Casework): void => {
  app.openapi(together, async (context) => {
    const { caseId: lead } = context.req.valid('param');
    const actor = context.get('actor');
    const answer = await actTogether(casework, { ...context.req.valid('json'), lead, actor });
    return answer.kind === 'done'
      ? context.json({ cases: [...answer.cases] }, 200)
      : stopResponse(context, casework, answer);
  });
};

const numbers = (done: readonly CaseDone[]) => done.map(({ number }) => number).join(', ');

/** A joint command that broke off says where it is done, and that the same command finishes it. */
const remaining = (done: readonly CaseDone[]) =>
  done.length === 0 ? '' : ` Gjort i ${numbers(done)}; skicka samma kommando igen för resten.`;

/** A no names its case, by the number people know it by. */
const stopResponse = async (context: Context, { cases }: Casework, { at, no, done }: JointStop) => {
  const { caseId, number } = at;
  const more = { caseId, doneIn: done.map((each) => each.caseId) };
  switch (no.kind) {
    case 'command-id-reused':
      return noResponse(context, no);
    case 'refusal':
      return refusalResponse(context, { ...no, detail: `${number}: ${no.detail}${remaining(done)}` }, more);
    case 'unknown':
      return problemResponse(context, 404, {
        title: 'Finns inte',
        code: 'not_found',
        detail: `${number} finns inte, eller bereds inte ihop med de andra. Läs om dem och försök igen.`,
        ...more,
      });
    case 'moved':
      return problemResponse(context, 409, {
        title: 'Någon annan hann före',
        code: 'conflict',
        detail: `${number} har ändrats sedan du läste det, eller bereds inte längre ihop med de andra.${remaining(done)}`,
        happened: happenedSince(await cases.events(caseId), no.seen),
        ...more,
      });
  }
};
