import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { meetingSecretary } from '../../../domain/decide-meeting.ts';
import { meetingIdOf } from '../../../domain/meeting.ts';
import { type MeetingPersonCommand, meetingPersonCommand } from '../../../domain/meeting-commands.ts';
import { roleName } from '../../../domain/roles.ts';
import { type Field, type Filled, firstOf } from '../../../web/forms/field.ts';
import { calendarImportPage } from '../../../web/office/calendar-import-page.tsx';
import { actOnMeeting, refusalOnMeeting } from '../../casework/act-on-meeting.ts';
import { importCalendar } from '../../casework/import-calendar.ts';
import { noEffect } from './commands/effect.ts';
import { particularFields } from './commands/meeting-forms.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultOfRefusal, faultsOfInput } from './faults.ts';
import { type AskedForm, answerForm, showForm } from './form-flow.ts';
import { keepsMeetings } from './meetings-routes.ts';
import { meetingPath, meetingsPath } from './paths.ts';
import { bodyNameOf } from './record-names.ts';
import { chromeOf, send } from './respond.ts';
import { requireMeetingReader } from './visible-record.ts';

/** New meetings: one at a time, or a calendar at once. */
export const addPlanMeetingRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const path = '/kontor/sammantraden/nytt';
  app.get(path, (context) => showForm(context, desk, askedOf(context, desk, {}), []));
  app.post(path, (context) => answerForm(context, desk, askedOf(context, desk, context.get('filled'))));
  addImportRoutes(app, desk);
};

type PlanMeeting = Extract<MeetingPersonCommand, { type: 'plan-meeting' }>;

const askedOf = (context: Context<PageEnv>, desk: PagesDesk, filled: Filled): AskedForm<PlanMeeting> => {
  const actor = context.get('actor');
  requireMeetingReader(actor);
  const { organisation } = desk;
  // A body's secretary plans its meetings; who is of both is asked for which.
  const bodies = (['board', 'council'] as const).filter((body) =>
    actor.roles.includes(meetingSecretary(body)),
  );
  const fields: readonly Field[] = [
    {
      kind: 'choice',
      name: 'body',
      label: 'Organ',
      choices: (bodies.length === 0 ? (['board', 'council'] as const) : bodies).map((value) => ({
        value,
        label: bodyNameOf(organisation, value),
      })),
    },
    { kind: 'date', name: 'date', label: 'Dag' },
    {
      kind: 'number',
      name: 'ordinal',
      label: 'Vilket i ordningen den dagen',
      hint: 'Bara om organet sammanträder flera gånger samma dag: 2 för det andra.',
      isOptional: true,
    },
    ...particularFields,
  ];
  const idOf = ({ body, date, ordinal }: PlanMeeting) => meetingIdOf(body, date, ordinal);
  const [only] = bodies;
  const initial: Filled = bodies.length === 1 && only !== undefined ? { body: [only] } : {};
  return {
    form: { label: 'Lägg in ett sammanträde' },
    fields,
    filled: { ...initial, ...filled },
    trail: [['Sammanträden', meetingsPath]],
    home: meetingsPath,
    afterwards: (command) => `${meetingPath(idOf(command))}?gjort=mote.plan-meeting`,
    version: undefined,
    mine: {
      isPermitted: keepsMeetings(actor),
      mayBeDoneBy: [roleName['board-secretary'], roleName['council-secretary']],
    },
    parse: (value) => {
      const parsed = meetingPersonCommand.safeParse({ type: 'plan-meeting', ...value });
      if (!parsed.success) return { faults: faultsOfInput(parsed.error) };
      return parsed.data.type === 'plan-meeting' ? { command: parsed.data } : { faults: [] };
    },
    refusal: (command, sending) =>
      refusalOnMeeting(desk, { meetingId: idOf(command), command, actor, commandId: sending.commandId }),
    effect: async () => noEffect,
    act: (command, { commandId }) =>
      actOnMeeting(desk, { meetingId: idOf(command), command, actor, commandId }),
  };
};

const outcomes = { planned: 'inlagt', known: 'fanns redan' } as const;

const addImportRoutes = (app: PagesApp, desk: PagesDesk) => {
  const path = '/kontor/sammantraden/las-in';
  const page = (
    context: Context<PageEnv>,
    given: Partial<Parameters<typeof calendarImportPage>[0]>,
    status: 200 | 400 = 200,
  ) =>
    send(
      context,
      calendarImportPage({
        chrome: chromeOf(context, desk),
        filled: {},
        faults: [],
        commandId: randomUUID(),
        report: undefined,
        ...given,
      }),
      status,
    );
  app.get(path, (context) => {
    requireMeetingReader(context.get('actor'));
    return page(context, {});
  });
  app.post(path, async (context) => {
    const actor = context.get('actor');
    requireMeetingReader(actor);
    const { fil } = await context.req.parseBody();
    const file = fil instanceof File && fil.size > 0 ? await fil.text() : undefined;
    const filled: Filled = {
      ...context.get('filled'),
      ...(file === undefined ? {} : { content: [file] }),
    };
    const format = firstOf(filled, 'format');
    const content = firstOf(filled, 'content');
    if (format !== 'csv' && format !== 'ics') {
      return page(
        context,
        { filled, faults: [{ field: 'format', message: 'Välj: vad är det för fil.' }] },
        400,
      );
    }
    if (content.trim() === '') {
      const message = 'Välj en fil eller klistra in innehållet.';
      return page(context, { filled, faults: [{ field: 'content', message }] }, 400);
    }
    const commandId = firstOf(filled, 'commandId') || randomUUID();
    const answer = await importCalendar(desk, { commandId, format, content, actor });
    if (answer.kind !== 'report') return page(context, { filled, faults: [faultOfRefusal(answer)] }, 400);
    const lines = answer.rows.map(({ row, meetingId, outcome, problem }) => ({
      row,
      meetingId,
      what: outcome === 'problem' ? (problem ?? 'fel') : outcomes[outcome],
    }));
    return page(
      context,
      { filled, report: { imported: answer.imported, lines } },
      answer.imported ? 200 : 400,
    );
  });
};
