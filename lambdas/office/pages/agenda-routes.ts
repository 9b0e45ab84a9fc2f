import { randomUUID } from 'node:crypto';
import { type PersonCommand, personCommand } from '../../../domain/commands.ts';
import type { Meeting } from '../../../domain/meeting.ts';
import type { Actor } from '../../../domain/roles.ts';
import type { FieldFault } from '../../../web/chrome.ts';
import { type Filled, firstOf } from '../../../web/forms/field.ts';
import { confirmCommandPage } from '../../../web/office/confirm-command.tsx';
import { actOnCase, refusalOnCase } from '../../casework/act-on-case.ts';
import { Conflict, NotFound } from '../../failures.ts';
import { isDone } from '../answers.ts';
import { type Effect, effectOf, together } from './commands/effect.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { faultOfConflict, faultOfRefusal, faultsOfInput } from './faults.ts';
import { showMeeting } from './meeting-routes.ts';
import { meetingPath, meetingsPath } from './paths.ts';
import { caseLine, meetingNameOf, type NamedCase, namedCases } from './record-names.ts';
import { chromeOf, send } from './respond.ts';
import { visibleMeeting } from './visible-record.ts';

/** Several ready cases are placed at once: each a command of its own, sent twice done once. */
export const addAgendaRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.post('/kontor/sammantraden/:meetingId/dagordning', async (context) => {
    const actor = context.get('actor');
    const filled = context.get('filled');
    const { meeting } = await visibleMeeting(desk, context.req.param('meetingId'), actor);
    const again = (faults: readonly FieldFault[]) => showMeeting(context, desk, meeting, filled, faults);
    if (firstOf(filled, 'steg') === 'andra') return again([]);
    const chosen = await namedCases(desk, filled.arende ?? []);
    if (chosen.length === 0) {
      return again([{ field: 'arende', message: 'Välj minst ett ärende att sätta upp.' }]);
    }
    const command = placing(meeting, filled);
    if ('faults' in command) return again(command.faults);
    const request = { command: command.data, actor, commandId: firstOf(filled, 'commandId') || randomUUID() };
    if (firstOf(filled, 'steg') !== 'bekrafta') {
      const faults = await refusalsOf(desk, chosen, request);
      if (faults.length > 0) return again(faults);
      const chrome = chromeOf(context, desk);
      const home = meetingPath(meeting.meetingId);
      const trail = [
        ['Sammanträden', meetingsPath],
        [meetingNameOf(desk.organisation, meeting), home],
      ] as const;
      const form = { label: chosen.length === 1 ? 'Sätt upp ärendet' : `Sätt upp ${chosen.length} ärenden` };
      const effect = await effectOfAll(desk, chosen, command.data.type);
      return send(context, confirmCommandPage({ chrome, trail, form, effect, filled }));
    }
    const faults = await placeEach(desk, chosen, request);
    return faults.length > 0
      ? again(faults)
      : context.redirect(`${meetingPath(meeting.meetingId)}?gjort=mote.dagordning`, 303);
  });
};

interface Placing {
  readonly command: PersonCommand;
  readonly actor: Actor;
  readonly commandId: string;
}

const placing = ({ body, meetingId }: Meeting, filled: Filled) => {
  const announcedOn = firstOf(filled, 'announcedOn');
  const parsed = personCommand.safeParse({
    type: body === 'council' ? 'place-on-council-agenda' : 'place-on-board-agenda',
    meetingId,
    ...(firstOf(filled, 'allowLatePapers') === '' ? {} : { allowLatePapers: true }),
    ...(body === 'board' ? {} : { basis: firstOf(filled, 'basis') || 'announced' }),
    ...(body === 'board' || announcedOn === '' ? {} : { announcedOn }),
  });
  return parsed.success ? { data: parsed.data } : { faults: faultsOfInput(parsed.error) };
};

const requestFor = ({ caseId }: NamedCase, { commandId, ...asked }: Placing) => ({
  caseId,
  ...asked,
  commandId: `${commandId}-${caseId}`,
});

/** A fault says which case it is about. */
const about = (each: NamedCase, fault: FieldFault): FieldFault => ({
  ...fault,
  field: 'arende',
  message: `${caseLine(each)}: ${fault.message}`,
});

const refusalsOf = async (
  desk: PagesDesk,
  chosen: readonly NamedCase[],
  asked: Placing,
): Promise<FieldFault[]> => {
  const judged = await Promise.all(
    chosen.map(async (each) => {
      const refused = await refusalOnCase(desk, requestFor(each, asked));
      return refused === undefined ? [] : [about(each, faultOfRefusal(refused))];
    }),
  );
  return judged.flat();
};

const placeEach = async (
  desk: PagesDesk,
  chosen: readonly NamedCase[],
  asked: Placing,
): Promise<FieldFault[]> => {
  const faults: FieldFault[] = [];
  for (const each of chosen) {
    try {
      const answer = await actOnCase(desk, requestFor(each, asked));
      if (!isDone(answer)) faults.push(about(each, faultOfRefusal(answer)));
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof NotFound)) throw error;
      faults.push(about(each, faultOfConflict()));
    }
  }
  return faults;
};

const effectOfAll = async (desk: PagesDesk, chosen: readonly NamedCase[], command: string): Promise<Effect> =>
  together(await Promise.all(chosen.map(({ motion }) => effectOf(desk, motion, command))));
