import { type CalendarDate, stockholmDate } from '../../../domain/calendar-date.ts';
import { eligibilityOn } from '../../../domain/eligibility.ts';
import { type Member, partyOn, publicName } from '../../../domain/members.ts';
import { mayKeepRegisters, mayKnowProtection, mayReadPeople } from '../../../domain/permissions.ts';
import { memberPage, membersPage } from '../../../web/office/member-pages.tsx';
import { importMembers } from '../../casework/import-members.ts';
import { servingOnDays } from '../../casework/serving-days.ts';
import { NotFound } from '../../failures.ts';
import { memberShown } from '../people-routes.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { addTablePage } from './import-pages.ts';
import { listPath, memberPath, membersPath, memberTablePath, newMemberPath } from './paths.ts';
import { logLines } from './people-routes.ts';
import { requireRole } from './require-role.ts';
import { chromeOf, send } from './respond.ts';

const officeNames = { member: 'ledamot', substitute: 'ersättare', councillor: 'regionråd' } as const;

/** A term in words: "ersättare i styrelsen". */
export const termWords = ({ office, body }: Pick<Member['terms'][number], 'office' | 'body'>): string =>
  office === 'councillor'
    ? officeNames.councillor
    : `${officeNames[office]} i ${body === 'board' ? 'styrelsen' : 'fullmäktige'}`;

const administratorsWays = [
  { href: newMemberPath, label: 'För in en förtroendevald' },
  { href: memberTablePath, label: 'Läs in från en tabell' },
];

/** The register of elected representatives, for those whose work it is to know it. */
export const addMembersRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get(membersPath, async (context) => {
    const actor = context.get('actor');
    requireRole(actor, 'administrator', 'registrar', 'auditor');
    const today = stockholmDate(desk.now());
    const { items, cursor } = await desk.people.members({ cursor: context.req.query('efter') });
    const view = membersPage({
      chrome: chromeOf(context, desk),
      members: items.map((each) => ({
        href: memberPath(each.memberId),
        name: mayKnowProtection(actor) ? each.name : publicName(each),
        party: partyOn(each, today),
        office: officesOn(each, today),
        isProtected: mayKnowProtection(actor) && each.protectedIdentity === true,
      })),
      next: cursor === undefined ? undefined : `${membersPath}?efter=${encodeURIComponent(cursor)}`,
      ways: mayKeepRegisters(actor) ? administratorsWays : [],
    });
    return send(context, view);
  });

  app.get(`${membersPath}/:memberId`, async (context) => {
    const actor = context.get('actor');
    requireRole(actor, 'administrator', 'registrar', 'auditor');
    const found = await desk.people.member(context.req.param('memberId'));
    if (found === undefined) throw new NotFound('member');
    const { memberId, name, terms, parties, servingOn, email, ...who } = memberShown(found.value, actor);
    const today = stockholmDate(desk.now());
    const [serving = found.value] = await servingOnDays(desk, [found.value], [today]);
    const judged = eligibilityOn(serving, today);
    const view = memberPage({
      chrome: chromeOf(context, desk),
      name,
      memberId,
      email,
      isProtected: who.protectedIdentity === true,
      noLettersFrom: who.noLettersFrom,
      mayRaise: judged.may ? 'ja' : `nej: ${judged.reason} (${judged.rule})`,
      terms: terms.map((term) => ({ office: termWords(term), from: term.from, to: term.to })),
      parties,
      servingOn,
      motions: {
        href: `${listPath}?undertecknare=${encodeURIComponent(memberId)}`,
        label: 'Visa motionerna',
      },
      log: mayReadPeople(actor) ? await logLines(desk, await desk.people.memberLog(memberId), actor) : [],
      ways: mayKeepRegisters(actor) ? waysOf(memberId) : [],
    });
    return send(context, view);
  });

  addTablePage(app, desk, {
    path: memberTablePath,
    title: 'Läs in förtroendevalda',
    lead: 'Ledamöter, ersättare och regionråd med uppdrag och parti, en rad för varje uppdrag. Det som redan står i registret tas inte bort: nya uppdrag och partier läggs till, och öppna uppdrag avslutas. Är en rad fel förs inget in.',
    columns:
      'De som behövs: ledamots-id, namn, parti, uppdrag, från. Därtill kan finnas: e-post, organ, till, parti från, skyddad.',
    trail: [['Förtroendevalda', membersPath]],
    require: (actor) => requireRole(actor, 'administrator'),
    run: (request) => importMembers(desk, request),
  });
};

const officesOn = ({ terms }: Member, today: CalendarDate): string =>
  terms
    .filter(({ from, to }) => from <= today && (to === undefined || today <= to))
    .map(termWords)
    .join(', ');

const waysOf = (memberId: string) =>
  [
    ['andra', 'Ändra uppgifter'],
    ['uppdrag', 'Inför uppdrag'],
    ['avsluta', 'Avsluta uppdrag'],
    ['parti', 'Byt parti'],
    ['tjanstgoring', 'Inför tjänstgöring'],
  ].map(([path = '', label = '']) => ({ href: `${memberPath(memberId)}/${path}`, label }));
