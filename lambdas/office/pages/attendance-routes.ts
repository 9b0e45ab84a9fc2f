import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { quorumOf, servingCounts } from '../../../domain/attendance.ts';
import { stockholmDate } from '../../../domain/calendar-date.ts';
import { possibleOnMeeting } from '../../../domain/decide-meeting.ts';
import type { Meeting } from '../../../domain/meeting.ts';
import { meetingPersonCommand } from '../../../domain/meeting-commands.ts';
import type { Refusal, RefusalCode } from '../../../domain/refusal.ts';
import type { FieldFault } from '../../../web/chrome.ts';
import { type Filled, firstOf } from '../../../web/forms/field.ts';
import { attendancePage } from '../../../web/office/attendance-page.tsx';
import { actOnMeeting } from '../../casework/act-on-meeting.ts';
import type { CommandIdReused } from '../../casework/answer.ts';
import { Conflict } from '../../failures.ts';
import { isDone } from '../answers.ts';
import { certifierChoices } from './commands/people-choices.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultOfConflict, faultOfRefusal, faultsOfInput } from './faults.ts';
import { notNow, versionIn } from './form-flow.ts';
import { byParty, peopleOfBody } from './member-names.ts';
import { meetingPath, meetingsPath } from './paths.ts';
import { filledFrom, readAttendance } from './read-attendance.ts';
import { meetingNameOf } from './record-names.ts';
import { chromeOf, send } from './respond.ts';
import { visibleMeeting } from './visible-record.ts';

type Pages = Context<PageEnv>;

/** Who was at the meeting, all on one page: everyone stands as present until said otherwise. */
export const addAttendanceRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const path = '/kontor/sammantraden/:meetingId/narvaro';
  app.get(path, async (context) => {
    const { meeting } = await visibleMeeting(desk, context.req.param('meetingId'), context.get('actor'));
    const roll = await peopleOfBody(desk, meeting.body, meeting.date);
    return show(context, desk, meeting, filledFrom(roll, meeting), []);
  });
  app.post(path, async (context) => {
    const { meeting } = await visibleMeeting(desk, context.req.param('meetingId'), context.get('actor'));
    return record(context, desk, meeting);
  });
};

const record = async (context: Pages, desk: PagesDesk, meeting: Meeting) => {
  const filled = context.get('filled');
  const roll = await peopleOfBody(desk, meeting.body, meeting.date);
  const { attendance, faults } = readAttendance(roll, filled);
  if (faults.length > 0 || firstOf(filled, 'steg') === 'rakna')
    return show(context, desk, meeting, filled, faults);
  const certifiers = (filled.certifiers ?? []).filter((each) => each !== '');
  const parsed = meetingPersonCommand.safeParse({
    type: 'record-attendance',
    chair: firstOf(filled, 'chair'),
    ...(certifiers.length === 0 ? {} : { certifiers }),
    attendance,
  });
  if (!parsed.success) return show(context, desk, meeting, filled, faultsOfInput(parsed.error));
  const { meetingId } = meeting;
  try {
    const answer = await actOnMeeting(desk, {
      meetingId,
      command: parsed.data,
      actor: context.get('actor'),
      commandId: firstOf(filled, 'commandId') || randomUUID(),
      expectedVersion: versionIn(filled),
    });
    if (!isDone(answer)) return show(context, desk, meeting, filled, [faultOf(answer)]);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return show(context, desk, meeting, filled, [faultOfConflict('sammanträdet')]);
  }
  return context.redirect(`${meetingPath(meetingId)}?gjort=mote.record-attendance`, 303);
};

/** That the chair was not there stands at the chair, and that somebody cannot certify at the certifiers. */
const fieldOf: Partial<Record<RefusalCode, string>> = {
  chair_not_present: 'chair',
  certifier_unknown: 'certifiers',
};

const faultOf = (no: Refusal | CommandIdReused): FieldFault => {
  const field = no.kind === 'refusal' ? fieldOf[no.code] : undefined;
  return field === undefined ? faultOfRefusal(no) : { ...faultOfRefusal(no), field };
};

const rules = { council: 'KL 5:45', board: 'KL 6:27' } as const;

const show = async (
  context: Pages,
  desk: PagesDesk,
  meeting: Meeting,
  filled: Filled,
  faults: readonly FieldFault[],
) => {
  const { body, meetingId } = meeting;
  const actor = context.get('actor');
  const { organisation } = desk;
  const roll = await peopleOfBody(desk, body, meeting.date);
  const mine = possibleOnMeeting(meeting, actor).find(({ command }) => command === 'record-attendance');
  const told = faults.length > 0 || mine?.isPermitted === true ? faults : [notNow(mine?.mayBeDoneBy)];
  const { attendance } = readAttendance(roll, filled);
  const seats = organisation.seats[body];
  const view = attendancePage({
    chrome: chromeOf(context, desk),
    trail: [
      ['Sammanträden', meetingsPath],
      [meetingNameOf(organisation, meeting), meetingPath(meetingId)],
    ],
    filled,
    faults: told,
    commandId: firstOf(filled, 'commandId') || randomUUID(),
    version: meeting.version,
    parties: byParty(roll.members),
    members: roll.members,
    substitutes: roll.substitutes,
    left: roll.left,
    mayBeRemote: organisation.remoteParticipation[body],
    certifiers: await certifierChoices({ desk, today: stockholmDate(desk.now()) }),
    quorum: {
      seats,
      needed: quorumOf(seats),
      rule: rules[body],
      serving: attendance.length === 0 ? 0 : servingCounts(attendance).fewest,
    },
    home: meetingPath(meetingId),
  });
  return send(context, view, told.length === 0 ? 200 : mine?.isPermitted === true ? 400 : 409);
};
