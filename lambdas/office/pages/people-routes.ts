import { type CalendarDate, stockholmDate, stockholmTime } from '../../../domain/calendar-date.ts';
import { invitationState } from '../../../domain/invitations.ts';
import { type Person, rolesOn } from '../../../domain/people.ts';
import { mayKeepRegisters, mayReadPeople } from '../../../domain/permissions.ts';
import { logWords } from '../../../domain/register-log-words.ts';
import { type Actor, roleName } from '../../../domain/roles.ts';
import { peoplePage, personPage } from '../../../web/office/people-pages.tsx';
import type { LogLine } from '../../../web/office/register-parts.tsx';
import { NotFound } from '../../failures.ts';
import type { RegisterEntry } from '../../ports/people-store.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { givenRoles } from './me-routes.ts';
import { invitePath, memberPath, peoplePath, personPath } from './paths.ts';
import { chromeOf, send } from './respond.ts';
import { personNames } from './shown-names.ts';

const invitationsShown = 30;
const stateNames = {
  open: 'väntar på första inloggningen',
  used: 'använd',
  revoked: 'återtagen',
  expired: 'har gått ut',
} as const;

/** Who signs in and with which roles: for the administrator and the auditor (architecture §9). */
export const addPeopleRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get(peoplePath, async (context) => {
    const actor = context.get('actor');
    if (!mayReadPeople(actor)) throw new NotFound('page');
    const today = stockholmDate(desk.now());
    const [{ items, cursor }, invited] = await Promise.all([
      desk.people.people({ cursor: context.req.query('efter') }),
      desk.invitations.invitations({ limit: invitationsShown }),
    ]);
    const view = peoplePage({
      chrome: chromeOf(context, desk),
      people: items.map((each) => personRow(each, today)),
      next: cursor === undefined ? undefined : `${peoplePath}?efter=${encodeURIComponent(cursor)}`,
      ways: mayKeepRegisters(actor) ? [{ href: invitePath, label: 'Bjud in en person' }] : [],
      invitations: invited.items.map((each) => {
        const state = invitationState(each, desk.realNow());
        return {
          codeHash: each.codeHash,
          name: each.name,
          roles: each.roles.map((role) => roleName[role]).join(', '),
          invitedOn: stockholmDate(each.invitedAt),
          state: stateNames[state],
          isOpen: state === 'open',
        };
      }),
      mayRevoke: mayKeepRegisters(actor),
    });
    return send(context, view);
  });

  app.get(`${peoplePath}/:subject`, async (context) => {
    const actor = context.get('actor');
    const subject = context.req.param('subject');
    const found = mayReadPeople(actor) ? await desk.people.person(subject) : undefined;
    if (found === undefined) throw new NotFound('person');
    const { value } = found;
    const [log, member] = await Promise.all([
      logLines(desk, await desk.people.personLog(subject), actor),
      value.memberId === undefined ? undefined : desk.people.member(value.memberId),
    ]);
    const view = personPage({
      chrome: chromeOf(context, desk),
      name: value.name,
      subject,
      member: member && { href: memberPath(member.value.memberId), label: member.value.name },
      partyGroup: value.partyGroup,
      unit: value.unit,
      roles: givenRoles(value, stockholmDate(desk.now())),
      log,
      ways: mayKeepRegisters(actor) ? waysOf(subject) : [],
    });
    return send(context, view);
  });
};

const personRow = (who: Person, today: CalendarDate) => ({
  href: personPath(who.subject),
  name: who.name,
  roles: rolesOn(who, today)
    .map((role) => roleName[role])
    .join(', '),
  unit: who.unit,
});

const waysOf = (subject: string) => [
  { href: `${personPath(subject)}/ge-roll`, label: 'Ge en roll' },
  { href: `${personPath(subject)}/aterkalla-roll`, label: 'Återkalla en roll' },
  { href: `${personPath(subject)}/andra`, label: 'Ändra uppgifter' },
];

/** The log of a person or member in words, the latest first. */
export const logLines = async (
  desk: PagesDesk,
  entries: readonly RegisterEntry[],
  actor: Actor,
): Promise<LogLine[]> => {
  const nameOf = await personNames(
    desk,
    entries.map(({ by }) => by),
    actor,
  );
  return entries
    .map(({ version, what, by, at }) => ({
      version,
      what: logWords(what),
      who: nameOf(by),
      at: `${stockholmDate(at)} ${stockholmTime(at)}`,
    }))
    .toReversed();
};
