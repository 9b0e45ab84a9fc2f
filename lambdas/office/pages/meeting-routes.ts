import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { stockholmDate } from '../../../domain/calendar-date.ts';
import { certifyBy } from '../../../domain/deadlines.ts';
import { meetingSecretary, possibleOnMeeting } from '../../../domain/decide-meeting.ts';
import { type Meeting, meetingStand } from '../../../domain/meeting.ts';
import { minutesIdOf } from '../../../domain/minutes.ts';
import type { Motion } from '../../../domain/motion.ts';
import { named } from '../../../domain/refusal.ts';
import type { Actor } from '../../../domain/roles.ts';
import { statusName } from '../../../domain/status-names.ts';
import { beforeWithdrawal } from '../../../domain/withdrawn-on.ts';
import type { FieldFault } from '../../../web/chrome.ts';
import type { Filled } from '../../../web/forms/field.ts';
import type { CaseAction } from '../../../web/office/case-page.tsx';
import { type Matter, type MeetingPageProps, meetingPage } from '../../../web/office/meeting-page.tsx';
import { meetingView } from '../meeting-view.ts';
import { meetingForms } from './commands/meeting-forms.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { factsOf, quorumOf } from './meeting-facts.ts';
import { memberNames } from './member-names.ts';
import { papersOfMeeting } from './paper-links.ts';
import { commandPath, meetingPath, minutesPath } from './paths.ts';
import { readyMatters, withdrawnToNote } from './ready-cases.ts';
import { caseLine, meetingNameOf, namedCases } from './record-names.ts';
import { chromeOf, send } from './respond.ts';
import { visibleMeeting } from './visible-record.ts';

/** A meeting as one page. */
export const addMeetingRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get('/kontor/sammantraden/:meetingId', async (context) => {
    const { meeting } = await visibleMeeting(desk, context.req.param('meetingId'), context.get('actor'));
    return showMeeting(context, desk, meeting, {}, []);
  });
};

/** Shows the meeting, with what was chosen for its agenda and what stood in the way. */
export const showMeeting = async (
  context: Context<PageEnv>,
  desk: PagesDesk,
  meeting: Meeting,
  filled: Filled,
  faults: readonly FieldFault[],
) => {
  const actor = context.get('actor');
  const view = meetingPage({
    chrome: chromeOf(context, desk),
    ...(await propsOf(desk, meeting, actor, filled)),
    faults,
  });
  return send(context, view, faults.length > 0 ? 409 : 200);
};

const propsOf = async (
  desk: PagesDesk,
  meeting: Meeting,
  actor: Actor,
  filled: Filled,
): Promise<Omit<MeetingPageProps, 'chrome' | 'faults'>> => {
  const { meetingId, body, date } = meeting;
  const today = stockholmDate(desk.now());
  const items = await desk.meetings.items(meetingId);
  const view = meetingView(meeting, items, desk.organisation, today);
  const minutes = await desk.minutes.load(minutesIdOf(body, date));
  return {
    meetingId,
    name: meetingNameOf(desk.organisation, meeting),
    status: meetingStand(meeting, today),
    facts: await factsOf(desk, meeting, view, minutes?.minutes),
    late: view.council?.lateNotice,
    quorum: quorumOf(meeting, view),
    matters: await mattersOf(desk, meeting, items, actor),
    placing: await placingOf(desk, meeting, actor, filled),
    others: await othersOf(desk, meeting, actor),
    actions: inTurn(actionsOf(meeting, actor, minutes !== undefined, today), meeting, today),
    papers: papersOfMeeting(meeting),
  };
};

const mattersOf = async (
  desk: PagesDesk,
  { meetingId, body, disqualifications }: Meeting,
  items: readonly { caseId: string }[],
  actor: Actor,
): Promise<Matter[]> => {
  const isKeeper = actor.roles.includes(meetingSecretary(body));
  const names = await memberNames(
    desk,
    disqualifications.map(({ memberId }) => memberId),
  );
  const cases = await namedCases(
    desk,
    items.map(({ caseId }) => caseId),
  );
  return cases.map(({ caseId, number, title, motion }) => ({
    caseId,
    number,
    title,
    status: statusName[motion.status],
    href:
      isKeeper && 'meetingId' in motion && motion.meetingId === meetingId
        ? dealtWithAt(meetingId, caseId, motion)
        : undefined,
    disqualified: disqualifications
      .filter((each) => each.caseId === caseId)
      .map(({ memberId }) => names.get(memberId) ?? memberId),
  }));
};

/** What was withdrawn before the meeting is noted, in a form of its own. */
const dealtWithAt = (meetingId: string, caseId: string, motion: Motion): string =>
  motion.status === 'WithdrawalPending' && beforeWithdrawal(motion) === undefined
    ? commandPath(caseId, 'note-withdrawal')
    : `${meetingPath(meetingId)}/arende/${caseId}`;

const bases = [
  { value: 'announced', label: 'Kungjorda minst en vecka före (KL 5:13)' },
  {
    value: 'urgent',
    label: 'Brådskande, kungjorda senast vardagen före, och ledamöterna underrättade (KL 5:14–15)',
  },
  { value: 'unannounced', label: 'Inte kungjorda: tas upp bara om alla närvarande vill (KL 5:52)' },
];

/** The law says until when a meeting takes matters; a cancelled one, or one long over, never does. */
const placingOf = async (
  desk: PagesDesk,
  meeting: Meeting,
  actor: Actor,
  filled: Filled,
): Promise<MeetingPageProps['placing']> => {
  const isKeeper = actor.roles.includes(meetingSecretary(meeting.body));
  const isClosed =
    meeting.status === 'Cancelled' ||
    (meeting.status === 'Ended' && stockholmDate(desk.now()) > certifyBy(meeting.date));
  if (!isKeeper || isClosed) return undefined;
  return {
    ready: await readyMatters(desk, meeting),
    bases: meeting.body === 'council' ? bases : [],
    commandId: filled.commandId?.[0] ?? randomUUID(),
    filled,
  };
};

const othersOf = async (desk: PagesDesk, meeting: Meeting, actor: Actor) => {
  if (meeting.status === 'Cancelled' || !actor.roles.includes('council-secretary')) return [];
  return (await withdrawnToNote(desk, meeting)).map((each) => ({
    href: commandPath(each.caseId, 'note-withdrawal'),
    label: `Anmäl återtagandet av ${caseLine(each)}`,
  }));
};

const labels = {
  'record-attendance': 'För närvaron',
  'declare-disqualification': 'Anteckna jäv',
} as const;

/** What comes next stands first: the summons and the announcement before the meeting, then who was there. */
const inTurn = (actions: readonly CaseAction[], meeting: Meeting, today: string): CaseAction[] => {
  const { date, body, summonedOn, announcedOn, attendance } = meeting;
  const next = [
    ...(summonedOn === undefined ? ['/gor/summon'] : []),
    ...(body === 'council' && announcedOn === undefined ? ['/gor/announce'] : []),
    ...(today < date || attendance !== undefined ? [] : ['/narvaro']),
    ...(today < date ? ['/gor/change-meeting'] : ['/protokoll']),
  ];
  const rank = ({ href }: CaseAction) => {
    const place = next.findIndex((each) => href.endsWith(each));
    return place === -1 ? next.length : place;
  };
  return actions.toSorted((one, other) => rank(one) - rank(other));
};

/** What is done at the meeting, so not before its day. */
const doneThere: readonly string[] = ['record-attendance', 'end-meeting'];

/** What there is to do with the meeting, in the order it is done: its minutes among it. */
const actionsOf = (meeting: Meeting, actor: Actor, hasMinutes: boolean, today: string): CaseAction[] => {
  const isToCome = today < meeting.date;
  const home = meetingPath(meeting.meetingId);
  const possible = possibleOnMeeting(meeting, actor).flatMap(({ command, ...may }): CaseAction[] => {
    if (command === 'announce' && meeting.body === 'board') return [];
    if (isToCome && doneThere.includes(command)) return [];
    if (command === 'record-attendance' || command === 'declare-disqualification') {
      const page = command === 'record-attendance' ? 'narvaro' : 'jav';
      return [{ label: labels[command], href: `${home}/${page}`, ...may }];
    }
    const form = meetingForms.find(({ type }) => type === command);
    return form === undefined ? [] : [{ label: form.label, href: `${home}/gor/${command}`, ...may }];
  });
  if (meeting.status === 'Cancelled' || (isToCome && !hasMinutes)) return possible;
  const secretary = meetingSecretary(meeting.body);
  const minutes: CaseAction = hasMinutes
    ? {
        label: 'Se protokollet',
        href: minutesPath(minutesIdOf(meeting.body, meeting.date)),
        isPermitted: true,
        mayBeDoneBy: [],
      }
    : {
        label: 'Öppna protokollet',
        href: `${home}/protokoll`,
        isPermitted: actor.roles.includes(secretary),
        mayBeDoneBy: [named(secretary)],
      };
  return [minutes, ...possible];
};
