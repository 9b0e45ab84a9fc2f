import { createRoute, z } from '@hono/zod-openapi';
import { minutesIdOf, minutesStatusName } from '../../domain/minutes.ts';
import { mayReadMeetings } from '../../domain/permissions.ts';
import { actOnMinutes } from '../casework/act-on-minutes.ts';
import type { Casework } from '../casework/dependencies.ts';
import { NotFound } from '../failures.ts';
import { isDone, json, noResponse, problems } from './answers.ts';
import * as contract from './contract.ts';
import type { OfficeApp } from './signed-in.ts';

const params = z.object({ minutesId: z.string().regex(/^(council|board)-\d{4}-\d{2}-\d{2}$/) });
const body = { required: true, content: { 'application/json': { schema: contract.minutesRequest } } };

const act = createRoute({
  method: 'post',
  path: '/api/minutes/{minutesId}/commands',
  summary: 'Öppna, justera, anslå … ett protokoll; dess ärenden följer med',
  request: { params, body },
  responses: { 200: json(contract.done, 'Gjort'), ...problems },
});
const read = createRoute({
  method: 'get',
  path: '/api/minutes/{minutesId}',
  summary: 'Ett protokoll och dess ärenden',
  request: { params },
  responses: { 200: json(contract.minutesView, 'Protokollet'), ...problems },
});
const list = createRoute({
  method: 'get',
  path: '/api/minutes',
  summary: 'Protokoll, de senaste först',
  request: { query: contract.pageQuery.extend({ body: z.enum(['council', 'board']) }) },
  responses: { 200: json(contract.page(contract.minutesView.shape.minutes), 'Protokoll'), ...problems },
});

export const addMinutesRoutes = (app: OfficeApp, casework: Casework): void => {
  app.openapi(act, async (context) => {
    const { minutesId } = context.req.valid('param');
    const { commandId, command } = context.req.valid('json');
    // The minutes of a body and day have one address; opening them anywhere else is a slip of the caller's.
    if (command.type === 'open-minutes' && minutesIdOf(command.body, command.meetingDate) !== minutesId) {
      throw new NotFound('minutes');
    }
    const actor = context.get('actor');
    const answer = await actOnMinutes(casework, { minutesId, commandId, command, actor });
    if (!isDone(answer)) return noResponse(context, answer);
    return context.json({ version: answer.version, repeated: answer.repeated }, 200);
  });

  app.openapi(read, async (context) => {
    const { minutesId } = context.req.valid('param');
    const [state, items] = await Promise.all([
      casework.minutes.load(minutesId),
      casework.minutes.items(minutesId),
    ]);
    if (state === undefined || !mayReadMeetings(context.get('actor'))) throw new NotFound('minutes');
    const { minutes } = state;
    return context.json({ minutes, statusName: minutesStatusName[minutes.status], items: [...items] }, 200);
  });

  app.openapi(list, async (context) => {
    const { body: ofBody, ...page } = context.req.valid('query');
    if (!mayReadMeetings(context.get('actor'))) return context.json({ items: [], cursor: undefined }, 200);
    const { items, cursor } = await casework.minutes.list(ofBody, page);
    return context.json({ items: [...items], cursor }, 200);
  });
};
