import { createRoute, z } from '@hono/zod-openapi';
import { stockholmDate } from '../../domain/calendar-date.ts';
import { meetingIdOf } from '../../domain/meeting.ts';
import { mayReadMeetings } from '../../domain/permissions.ts';
import { actOnMeeting } from '../casework/act-on-meeting.ts';
import type { Casework } from '../casework/dependencies.ts';
import { importCalendar } from '../casework/import-calendar.ts';
import { NotFound } from '../failures.ts';
import { isDone, json, noResponse, problems } from './answers.ts';
import { done, page } from './contract.ts';
import * as contract from './meeting-contract.ts';
import { meetingView } from './meeting-view.ts';
import type { OfficeApp } from './signed-in.ts';

const params = z.object({ meetingId: contract.meetingId });
const bodyOf = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
});

const act = createRoute({
  method: 'post',
  path: '/api/meetings/{meetingId}/commands',
  summary: 'Planera, flytta, kalla till … ett sammanträde; dess ärenden följer med',
  request: { params, body: bodyOf(contract.meetingRequest) },
  responses: { 200: json(done, 'Gjort'), ...problems },
});
const bringIn = createRoute({
  method: 'post',
  path: '/api/meetings/import',
  summary: 'Läs in sammanträden från en tabell eller en kalenderfil, alla eller inga',
  request: { body: bodyOf(contract.importRequest) },
  responses: { 200: json(contract.importReport, 'Rad för rad'), ...problems },
});
const read = createRoute({
  method: 'get',
  path: '/api/meetings/{meetingId}',
  summary: 'Ett sammanträde, dess ärenden, beslutförhet och frister',
  request: { params },
  responses: { 200: json(contract.meetingView, 'Sammanträdet'), ...problems },
});
const list = createRoute({
  method: 'get',
  path: '/api/meetings',
  summary: 'Ett organs sammanträden, de senaste först, eller kalendern från en dag till en annan',
  request: { query: contract.meetingsQuery },
  responses: { 200: json(page(contract.meetingView.shape.meeting), 'Sammanträden'), ...problems },
});

export const addMeetingRoutes = (app: OfficeApp, casework: Casework): void => {
  const { meetings, organisation } = casework;
  app.openapi(bringIn, async (context) => {
    const answer = await importCalendar(casework, {
      ...context.req.valid('json'),
      actor: context.get('actor'),
    });
    if (answer.kind !== 'report') return noResponse(context, answer);
    return context.json({ imported: answer.imported, rows: [...answer.rows] }, 200);
  });

  app.openapi(act, async (context) => {
    const { meetingId } = context.req.valid('param');
    const { commandId, command } = context.req.valid('json');
    // A meeting has one address, by the day it was first planned for; planning it anywhere else is a slip.
    const isElsewhere =
      command.type === 'plan-meeting' &&
      meetingIdOf(command.body, command.date, command.ordinal) !== meetingId;
    if (isElsewhere) throw new NotFound('meeting');
    const actor = context.get('actor');
    const answer = await actOnMeeting(casework, { meetingId, commandId, command, actor });
    if (!isDone(answer)) return noResponse(context, answer);
    return context.json({ version: answer.version, repeated: answer.repeated }, 200);
  });

  app.openapi(read, async (context) => {
    const { meetingId } = context.req.valid('param');
    const [state, items] = await Promise.all([meetings.load(meetingId), meetings.items(meetingId)]);
    if (state === undefined || !mayReadMeetings(context.get('actor'))) throw new NotFound('meeting');
    return context.json(meetingView(state.meeting, items, organisation, stockholmDate(casework.now())), 200);
  });

  app.openapi(list, async (context) => {
    const { body, from, to, ...request } = context.req.valid('query');
    if (!mayReadMeetings(context.get('actor'))) return context.json({ items: [], cursor: undefined }, 200);
    if (from !== undefined && to !== undefined) {
      const all = await meetings.calendar(from, to);
      const items = all.filter((each) => body === undefined || each.body === body);
      return context.json({ items, cursor: undefined }, 200);
    }
    // The query names a body where it names no days.
    const { items, cursor } = await meetings.list(body ?? 'council', request);
    return context.json({ items: [...items], cursor }, 200);
  });
};
