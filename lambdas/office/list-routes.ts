import { createRoute, z } from '@hono/zod-openapi';
import { stockholmDate } from '../../domain/calendar-date.ts';
import { mayRead } from '../../domain/permissions.ts';
import { role } from '../../domain/roles.ts';
import type { Casework } from '../casework/dependencies.ts';
import type { CaseRow, Page } from '../ports/case-store.ts';
import { json, problems } from './answers.ts';
import { caseRowOf } from './bundle-view.ts';
import * as contract from './contract.ts';
import type { OfficeApp } from './signed-in.ts';

const me = createRoute({
  method: 'get',
  path: '/api/me',
  summary: 'Vem jag är och vad jag har för roller i dag',
  responses: { 200: json(contract.me, 'Jag'), ...problems },
});
const worklist = createRoute({
  method: 'get',
  path: '/api/worklist',
  summary: 'Mina uppgifter i en roll, efter datum',
  request: { query: contract.pageQuery.extend({ role }) },
  responses: { 200: json(contract.page(contract.task), 'Uppgifter'), ...problems },
});
const cases = createRoute({
  method: 'get',
  path: '/api/cases',
  summary: 'Ärenden: ett års diarium, ett partis, en undertecknares, eller den egna gruppens',
  request: {
    query: contract.pageQuery.extend({
      year: z.coerce.number().int().min(1900).max(2999).optional(),
      party: z.string().max(80).optional(),
      signatory: z.string().max(80).optional(),
    }),
  },
  responses: { 200: json(contract.page(contract.caseRow), 'Ärenden'), ...problems },
});

export const addListRoutes = (app: OfficeApp, casework: Casework): void => {
  app.openapi(me, (context) => {
    const { subject, name, memberId, partyGroup } = context.get('person');
    const roles = context.get('actor').roles.flatMap((each) => role.safeParse(each).data ?? []);
    const today = stockholmDate(casework.now());
    return context.json({ personId: subject, name, roles, memberId, partyGroup, today }, 200);
  });

  app.openapi(worklist, async (context) => {
    const { role: asked, ...page } = context.req.valid('query');
    const { roles, personId, memberId } = context.get('actor');
    if (!roles.includes(asked)) return context.json({ items: [], cursor: undefined }, 200);
    const whose = { role: asked, personId, ...(memberId === undefined ? {} : { memberId }) };
    const { items, cursor } = await casework.cases.worklist(whose, page);
    const shown = items.map(({ assignee, ...task }) => ({ ...task, assignee: { role: assignee.role } }));
    return context.json({ items: shown, cursor }, 200);
  });

  app.openapi(cases, async (context) => {
    const { year, party, signatory, ...page } = context.req.valid('query');
    const { actor, person } = context.var;
    const found = await (async (): Promise<Page<CaseRow>> => {
      if (signatory !== undefined) return casework.cases.bySignatory(signatory, page);
      if (party !== undefined) return casework.cases.byParty(party, page);
      if (year !== undefined) return casework.cases.register(year, page);
      const group = person.partyGroup ?? `person:${person.subject}`;
      return casework.cases.byPartyGroup(group, page);
    })();
    const items = found.items
      .filter(({ motion }) => mayRead(motion, actor))
      .map(({ motion }) => caseRowOf(motion));
    return context.json({ items, cursor: found.cursor }, 200);
  });
};
