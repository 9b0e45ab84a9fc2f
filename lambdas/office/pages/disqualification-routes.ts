import type { Context } from 'hono';
import { possibleOnMeeting } from '../../../domain/decide-meeting.ts';
import { type MeetingPersonCommand, meetingPersonCommand } from '../../../domain/meeting-commands.ts';
import type { Filled } from '../../../web/forms/field.ts';
import { actOnMeeting, refusalOnMeeting } from '../../casework/act-on-meeting.ts';
import { noEffect } from './commands/effect.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultsOfInput } from './faults.ts';
import { type AskedForm, answerForm, showForm } from './form-flow.ts';
import { peopleOfBody } from './member-names.ts';
import { meetingPath, meetingsPath } from './paths.ts';
import { caseLine, meetingNameOf, namedCases } from './record-names.ts';
import { visibleMeeting } from './visible-record.ts';

/** Who may not take part in which matter (KL 5:47, 6:28–32), and that it was a mistake. */
export const addDisqualificationRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const path = '/kontor/sammantraden/:meetingId/jav';
  app.get(path, async (context) => {
    const filled = { caseId: [context.req.query('arende') ?? ''], declared: ['ja'] };
    return showForm(context, desk, await askedOf(context, desk, filled), []);
  });
  app.post(path, async (context) =>
    answerForm(context, desk, await askedOf(context, desk, context.get('filled'))),
  );
};

const leads = {
  council: 'I fullmäktige är den jävig som saken personligen rör, eller en närstående (KL 5:47).',
  board: 'Den jäviga lämnar rummet under ärendet och räknas inte som närvarande (KL 6:28–32).',
} as const;

const askedOf = async (
  context: Context<PageEnv>,
  desk: PagesDesk,
  filled: Filled,
): Promise<AskedForm<MeetingPersonCommand>> => {
  const actor = context.get('actor');
  const { meeting } = await visibleMeeting(desk, context.req.param('meetingId') ?? '', actor);
  const { meetingId, body, date } = meeting;
  const [items, { members, substitutes }] = await Promise.all([
    desk.meetings.items(meetingId),
    peopleOfBody(desk, body, date),
  ]);
  const cases = await namedCases(
    desk,
    items.map(({ caseId }) => caseId),
  );
  const home = meetingPath(meetingId);
  return {
    form: { label: 'Anteckna jäv', lead: leads[body] },
    fields: [
      {
        kind: 'select',
        name: 'caseId',
        label: 'Ärende',
        choices: cases.map((each) => ({ value: each.caseId, label: caseLine(each) })),
      },
      {
        kind: 'select',
        name: 'memberId',
        label: 'Vem',
        choices: [...members, ...substitutes].map(({ memberId, name, party }) => ({
          value: memberId,
          label: `${name} (${party})`,
        })),
      },
      {
        kind: 'choice',
        name: 'declared',
        label: 'Vad ska antecknas',
        choices: [
          { value: 'ja', label: 'är jävig' },
          { value: 'nej', label: 'är inte jävig: det antecknades fel' },
        ],
      },
    ],
    filled,
    trail: [
      ['Sammanträden', meetingsPath],
      [meetingNameOf(desk.organisation, meeting), home],
    ],
    home,
    afterwards: `${home}?gjort=mote.declare-disqualification`,
    version: meeting.version,
    mine: possibleOnMeeting(meeting, actor).find(({ command }) => command === 'declare-disqualification'),
    parse: ({ declared, ...value }) => {
      const given = { type: 'declare-disqualification', ...value, declared: declared === 'ja' };
      const parsed = meetingPersonCommand.safeParse(given);
      return parsed.success ? { command: parsed.data } : { faults: faultsOfInput(parsed.error) };
    },
    refusal: (command, sending) => refusalOnMeeting(desk, { meetingId, command, actor, ...sending }),
    effect: async () => noEffect,
    act: (command, sending) => actOnMeeting(desk, { meetingId, command, actor, ...sending }),
  };
};
