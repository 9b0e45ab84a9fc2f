import { stockholmDate } from '../../../domain/calendar-date.ts';
import { possibleOnMinutes } from '../../../domain/decide-minutes.ts';
import type { MeetingBody } from '../../../domain/meeting.ts';
import { type Minutes, minutesStatusName } from '../../../domain/minutes.ts';
import { mayReadMeetings } from '../../../domain/permissions.ts';
import type { Actor } from '../../../domain/roles.ts';
import { statusName } from '../../../domain/status-names.ts';
import type { CaseAction } from '../../../web/office/case-page.tsx';
import {
  type MinutesLine,
  type MinutesPageProps,
  minutesListPage,
  minutesPage,
} from '../../../web/office/minutes-page.tsx';
import { minutesForms } from './commands/minutes-forms.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { appealResultName, daysOf, nextDayOf } from './minutes-days.ts';
import { papersOfMinutes } from './paper-links.ts';
import { casePath, meetingPath, minutesPath } from './paths.ts';
import {
  bodyNameOf,
  caseLine,
  meetingNameOf,
  minutesNameOf,
  type NamedCase,
  namedCases,
} from './record-names.ts';
import { chromeOf, send } from './respond.ts';
import { personNames } from './shown-names.ts';
import { requireMeetingReader, visibleMinutes } from './visible-record.ts';

/** The minutes of both bodies, and each as one page. */
export const addMinutesRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get('/kontor/protokoll', async (context) => {
    requireMeetingReader(context.get('actor'));
    const bodies = await Promise.all(
      (['council', 'board'] as const).map((body) => bodyOf(desk, body, context.req.query(body))),
    );
    return send(context, minutesListPage({ chrome: chromeOf(context, desk), bodies }));
  });
  app.get('/kontor/protokoll/:minutesId', async (context) => {
    const actor = context.get('actor');
    const { minutes } = await visibleMinutes(desk, context.req.param('minutesId'), actor);
    const props = await propsOf(desk, minutes, actor);
    return send(context, minutesPage({ chrome: chromeOf(context, desk), ...props }));
  });
};

const bodyOf = async (desk: PagesDesk, body: MeetingBody, cursor: string | undefined) => {
  const page = await desk.minutes.list(body, { limit: 20, cursor });
  const today = stockholmDate(desk.now());
  return {
    heading: bodyNameOf(desk.organisation, body),
    lines: page.items.map((minutes) => lineOf(minutes, today)),
    next:
      page.cursor === undefined ? undefined : `/kontor/protokoll?${body}=${encodeURIComponent(page.cursor)}`,
  };
};

const lineOf = (minutes: Minutes, today: string): MinutesLine => {
  const next = nextDayOf(minutes);
  return {
    href: minutesPath(minutes.minutesId),
    name: minutes.minutesId,
    meetingDate: minutes.meetingDate,
    status: minutesStatusName[minutes.status],
    next,
    isLate: next?.isDeadline === true && next.on < today,
  };
};

const propsOf = async (
  desk: PagesDesk,
  minutes: Minutes,
  actor: Actor,
): Promise<Omit<MinutesPageProps, 'chrome'>> => {
  const { minutesId, certifiers, signedBy } = minutes;
  const [items, names] = await Promise.all([
    desk.minutes.items(minutesId),
    personNames(desk, certifiers, actor),
  ]);
  const cases = await namedCases(desk, [...new Set(items.map(({ caseId }) => caseId))]);
  const lineFor = (caseId: string) => {
    const found = cases.find((each) => each.caseId === caseId);
    return found === undefined ? caseId : caseLine(found);
  };
  const actions = actionsOf(minutes, actor);
  return {
    name: minutesNameOf(desk.organisation, minutes),
    status: minutesStatusName[minutes.status],
    meeting: await meetingOf(desk, minutes),
    certifiedOn: 'certifiedOn' in minutes ? minutes.certifiedOn : undefined,
    postedOn: 'postedOn' in minutes ? minutes.postedOn : undefined,
    certifiers: certifiers.map((each) => ({
      name: certifierLine(
        names(each),
        minutes.contests?.find(({ certifier }) => certifier === each),
      ),
      hasSigned: signedBy.includes(each),
    })),
    days: daysOf(minutes),
    matters: items
      .flatMap(({ caseId, paragraph }) => mattersOf(cases, caseId, paragraph))
      .sort((one, other) => one.paragraph.localeCompare(other.paragraph, 'sv', { numeric: true })),
    appeals: minutes.appeals.map(({ caseId, court, courtCaseNumber, receivedOn, closed }) => ({
      line: lineFor(caseId),
      court: [court, courtCaseNumber].filter(Boolean).join(' '),
      receivedOn,
      ended:
        closed === undefined ? undefined : `${appealResultName[closed.outcome.result]} ${closed.closedOn}`,
    })),
    certifying: actions.some(({ href, isPermitted }) => isPermitted && href.endsWith('/certify-minutes')),
    actions,
    papers: papersOfMinutes(minutes),
  };
};

/** A certifier, with the note of one who has not approved the minutes (domain.md §11.3). */
const certifierLine = (name: string, contest: { readonly note: string } | undefined) =>
  contest === undefined ? name : `${name}, godkänner inte protokollet: ${contest.note}`;

const mattersOf = (cases: readonly NamedCase[], caseId: string, paragraph: string) =>
  cases
    .filter((each) => each.caseId === caseId)
    .map((each) => ({
      href: casePath(caseId),
      paragraph,
      line: caseLine(each),
      status: statusName[each.motion.status],
    }));

const meetingOf = async (
  desk: PagesDesk,
  { body, meetingDate }: Minutes,
): Promise<MinutesPageProps['meeting']> => {
  const held = (await desk.meetings.calendar(meetingDate, meetingDate)).find((each) => each.body === body);
  return {
    name: meetingNameOf(desk.organisation, { body, date: meetingDate }),
    href: held === undefined ? undefined : meetingPath(held.meetingId),
  };
};

const actionsOf = (minutes: Minutes, actor: Actor): CaseAction[] => {
  if (!mayReadMeetings(actor)) return [];
  const openAppeals = minutes.appeals.filter(({ closed }) => closed === undefined).length;
  return possibleOnMinutes(minutes, actor).flatMap(({ command, ...may }): CaseAction[] => {
    const form = minutesForms.find(({ type }) => type === command);
    // A board's proposal cannot be appealed (KL 13:2 p. 2), and what is not open cannot be closed.
    const isMoot =
      (command === 'record-appeal' && minutes.body === 'board') ||
      (command === 'close-appeal' && openAppeals === 0);
    if (form === undefined || isMoot) return [];
    return [{ label: form.label, href: `${minutesPath(minutes.minutesId)}/gor/${command}`, ...may }];
  });
};
