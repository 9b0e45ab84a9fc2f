import type { Context } from 'hono';
import { stockholmDate } from '../../../domain/calendar-date.ts';
import { possibleOnMeeting } from '../../../domain/decide-meeting.ts';
import { type MeetingPersonCommand, meetingPersonCommand } from '../../../domain/meeting-commands.ts';
import type { Filled } from '../../../web/forms/field.ts';
import { actOnMeeting, refusalOnMeeting } from '../../casework/act-on-meeting.ts';
import { NotFound } from '../../failures.ts';
import { type Effect, effectOnFollowers, noEffect } from './commands/effect.ts';
import { meetingForms } from './commands/meeting-forms.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultsOfInput } from './faults.ts';
import { type AskedForm, answerForm, showForm } from './form-flow.ts';
import { meetingPath, meetingsPath } from './paths.ts';
import { meetingNameOf } from './record-names.ts';
import { visibleMeeting } from './visible-record.ts';

/** The page of each command on a meeting. Where its cases follow, it says which letters go to whom. */
export const addMeetingCommandRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const path = '/kontor/sammantraden/:meetingId/gor/:command';
  app.get(path, async (context) => showForm(context, desk, await askedOf(context, desk, undefined), []));
  app.post(path, async (context) =>
    answerForm(context, desk, await askedOf(context, desk, context.get('filled'))),
  );
};

const askedOf = async (
  context: Context<PageEnv>,
  desk: PagesDesk,
  filled: Filled | undefined,
): Promise<AskedForm<MeetingPersonCommand>> => {
  const actor = context.get('actor');
  const { meeting } = await visibleMeeting(desk, context.req.param('meetingId') ?? '', actor);
  const form = meetingForms.find(({ type }) => type === context.req.param('command'));
  if (form === undefined) throw new NotFound('command');
  const { meetingId } = meeting;
  const facts = { meeting, today: stockholmDate(desk.now()) };
  const home = meetingPath(meetingId);
  return {
    form,
    fields: (await form.fields?.(facts)) ?? [],
    filled: filled ?? (await form.initial?.(facts)) ?? {},
    trail: [
      ['Sammanträden', meetingsPath],
      [meetingNameOf(desk.organisation, meeting), home],
    ],
    home,
    afterwards: `${home}?gjort=mote.${form.type}`,
    version: meeting.version,
    mine: possibleOnMeeting(meeting, actor).find(({ command }) => command === form.type),
    parse: (value) => {
      const parsed = meetingPersonCommand.safeParse({ type: form.type, ...value });
      return parsed.success ? { command: parsed.data } : { faults: faultsOfInput(parsed.error) };
    },
    refusal: (command, sending) => refusalOnMeeting(desk, { meetingId, command, actor, ...sending }),
    effect: (command) => effectOf(desk, meetingId, command.type),
    act: (command, sending) => actOnMeeting(desk, { meetingId, command, actor, ...sending }),
  };
};

/** What the cases of the agenda follow. */
const followed: Partial<Record<MeetingPersonCommand['type'], string>> = {
  'move-meeting': 'MeetingMoved',
  'cancel-meeting': 'MeetingCancelled',
  'end-meeting': 'MeetingEnded',
};

const effectOf = async (
  desk: PagesDesk,
  meetingId: string,
  command: MeetingPersonCommand['type'],
): Promise<Effect> => {
  const happened = followed[command];
  if (happened === undefined) return noEffect;
  const items = await desk.meetings.items(meetingId);
  const motions = [...(await desk.cases.motions(items.map(({ caseId }) => caseId))).values()];
  const onAgenda = motions.filter((motion) => 'meetingId' in motion && motion.meetingId === meetingId);
  return effectOnFollowers(desk, onAgenda, happened);
};
