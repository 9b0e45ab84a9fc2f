import type { Context } from 'hono';
import { stockholmDate } from '../../../domain/calendar-date.ts';
import { meetingSecretary } from '../../../domain/decide-meeting.ts';
import { minutesIdOf } from '../../../domain/minutes.ts';
import { type MinutesPersonCommand, minutesPersonCommand } from '../../../domain/minutes-commands.ts';
import { named } from '../../../domain/refusal.ts';
import type { Filled } from '../../../web/forms/field.ts';
import { actOnMinutes, refusalOnMinutes } from '../../casework/act-on-minutes.ts';
import { noEffect } from './commands/effect.ts';
import { certifierChoices } from './commands/people-choices.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultsOfInput } from './faults.ts';
import { type AskedForm, answerForm, showForm } from './form-flow.ts';
import { meetingPath, meetingsPath, minutesPath } from './paths.ts';
import { meetingNameOf } from './record-names.ts';
import { visibleMeeting } from './visible-record.ts';

/** The minutes of a meeting are opened from its page, with who is to certify them (KL 5:65, 5:69). */
export const addOpenMinutesRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const path = '/kontor/sammantraden/:meetingId/protokoll';
  app.get(path, async (context) => showForm(context, desk, await askedOf(context, desk, undefined), []));
  app.post(path, async (context) =>
    answerForm(context, desk, await askedOf(context, desk, context.get('filled'))),
  );
};

const askedOf = async (
  context: Context<PageEnv>,
  desk: PagesDesk,
  filled: Filled | undefined,
): Promise<AskedForm<MinutesPersonCommand>> => {
  const actor = context.get('actor');
  const { meeting } = await visibleMeeting(desk, context.req.param('meetingId') ?? '', actor);
  const { body, date: meetingDate, certifiers = [] } = meeting;
  const minutesId = minutesIdOf(body, meetingDate);
  const secretary = meetingSecretary(body);
  const home = meetingPath(meeting.meetingId);
  return {
    form: {
      label: 'Öppna protokollet',
      lead: 'Det som beslutas förs sedan in i protokollet, tills den första justeraren har skrivit under (KL 5:65, 5:69).',
    },
    fields: [
      {
        kind: 'several',
        name: 'certifiers',
        label: 'Justerare',
        hint: 'De som valdes att justera. Saknas någon ger administratören personen rollen justerare.',
        choices: await certifierChoices({ desk, today: stockholmDate(desk.now()) }),
      },
    ],
    filled: filled ?? { certifiers },
    trail: [
      ['Sammanträden', meetingsPath],
      [meetingNameOf(desk.organisation, meeting), home],
    ],
    home,
    afterwards: `${minutesPath(minutesId)}?gjort=protokoll.open-minutes`,
    version: undefined,
    mine: { isPermitted: actor.roles.includes(secretary), mayBeDoneBy: [named(secretary)] },
    parse: (value) => {
      const parsed = minutesPersonCommand.safeParse({ type: 'open-minutes', body, meetingDate, ...value });
      return parsed.success ? { command: parsed.data } : { faults: faultsOfInput(parsed.error) };
    },
    refusal: (command, { commandId }) => refusalOnMinutes(desk, { minutesId, command, actor, commandId }),
    effect: async () => noEffect,
    act: (command, { commandId }) => actOnMinutes(desk, { minutesId, command, actor, commandId }),
  };
};
