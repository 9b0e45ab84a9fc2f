import { createRoute, z } from '@hono/zod-openapi';
import { calendarDate, stockholmDate } from '../../domain/calendar-date.ts';
import { eligibilityOn } from '../../domain/eligibility.ts';
import { type Member, member, publicName } from '../../domain/members.ts';
import { mayKeepRegisters, mayKnowProtection, mayReadPeople } from '../../domain/permissions.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import type { Casework } from '../casework/dependencies.ts';
import { chooseDigest, saveMember, savePerson } from '../casework/keep-registers.ts';
import { servingOnDays } from '../casework/serving-days.ts';
import { NotFound } from '../failures.ts';
import { refusalResponse } from '../problem.ts';
import { json, problems } from './answers.ts';
import * as contract from './contract.ts';
import { membersByShownName } from './members-list.ts';
import type { OfficeApp } from './signed-in.ts';

const version = z.int().min(0);
const saved = z.object({ version: z.int() });
const versioned = <T extends z.ZodType>(value: T) => z.object({ value, version });
const personParams = z.object({ subject: z.string().max(200) });
const memberParams = z.object({ memberId: member.shape.memberId });

const putPerson = createRoute({
  method: 'put',
  path: '/api/people/{subject}',
  summary: 'Lägg upp en person, ge eller återkalla roller',
  request: {
    params: personParams,
    body: {
      required: true,
      content: { 'application/json': { schema: versioned(contract.personView.omit({ subject: true })) } },
    },
  },
  responses: { 200: json(saved, 'Sparat'), ...problems },
});
const getPerson = createRoute({
  method: 'get',
  path: '/api/people/{subject}',
  summary: 'En person och vad som ändrats',
  request: { params: personParams },
  responses: {
    200: json(versioned(contract.personView).extend({ log: z.array(contract.registerEntry) }), 'Personen'),
    ...problems,
  },
});
const digest = createRoute({
  method: 'put',
  path: '/api/me/digest',
  summary: 'Få ett brev varje arbetsdag med mina uppgifter, eller låt bli',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ dailyDigest: z.boolean() }) } },
    },
  },
  responses: { 200: json(z.object({ dailyDigest: z.boolean() }), 'Valt'), ...problems },
});
const listPeople = createRoute({
  method: 'get',
  path: '/api/people',
  summary: 'Personer',
  request: { query: contract.pageQuery },
  responses: { 200: json(contract.page(contract.personView), 'Personer'), ...problems },
});
const putMember = createRoute({
  method: 'put',
  path: '/api/members/{memberId}',
  summary: 'För in en förtroendevald: uppdrag, partier, tjänstgöring',
  request: {
    params: memberParams,
    body: {
      required: true,
      content: { 'application/json': { schema: versioned(contract.memberView.omit({ memberId: true })) } },
    },
  },
  responses: { 200: json(saved, 'Sparat'), ...problems },
});
const getMember = createRoute({
  method: 'get',
  path: '/api/members/{memberId}',
  summary: 'En förtroendevald och vad som ändrats',
  request: { params: memberParams },
  responses: {
    200: json(versioned(contract.memberView).extend({ log: z.array(contract.registerEntry) }), 'Personen'),
    ...problems,
  },
});
const eligibility = createRoute({
  method: 'get',
  path: '/api/members/{memberId}/eligibility',
  summary: 'Om en förtroendevald får väcka motion en dag, annars varför inte',
  request: { params: memberParams, query: z.object({ on: calendarDate.optional() }) },
  responses: { 200: json(contract.eligibilityView, 'Får, eller varför inte'), ...problems },
});
const listMembers = createRoute({
  method: 'get',
  path: '/api/members',
  summary: 'Förtroendemannaregistret, utan e-postadresser',
  request: { query: contract.pageQuery },
  responses: { 200: json(contract.page(contract.memberView), 'Förtroendevalda'), ...problems },
});

/**
 * An address is for letters, and only the administrator sees it; the name of somebody who is protected, and that he or
 * she is, those who need to know. Everybody reads his or her own name.
 */
export const memberShown = (member: Member, actor: Actor): Member => {
  const { email, protectedIdentity, noLettersFrom, ...shown } = member;
  const isAdministrator = mayKeepRegisters(actor);
  const mayKnowName = mayKnowProtection(actor) || member.memberId === actor.memberId;
  return {
    ...shown,
    name: mayKnowName ? shown.name : publicName(member),
    ...(isAdministrator ? { email, noLettersFrom } : {}),
    ...(mayKnowProtection(actor) ? { protectedIdentity } : {}),
  };
};

const notAllowed = (isAllowed: boolean, ...mayBeDoneBy: readonly string[]) =>
  isAllowed ? undefined : refuse('not_permitted', { rule: 'architecture.md §9', mayBeDoneBy });

const notAdministrator = (actor: Actor) => notAllowed(mayKeepRegisters(actor), 'administratör');
const notReader = (actor: Actor) => notAllowed(mayReadPeople(actor), 'administratör', 'revisor');

export const addPeopleRoutes = (app: OfficeApp, casework: Casework): void => {
  app.openapi(putPerson, async (context) => {
    const actor = context.get('actor');
    const refused = notAdministrator(actor);
    if (refused !== undefined) return refusalResponse(context, refused);
    const { value, version: seen } = context.req.valid('json');
    const person = { ...value, subject: context.req.valid('param').subject };
    return context.json({ version: await savePerson(casework, person, seen, actor) }, 200);
  });

  app.openapi(getPerson, async (context) => {
    const actor = context.get('actor');
    const { subject } = context.req.valid('param');
    const refused = subject === actor.personId ? undefined : notReader(actor);
    if (refused !== undefined) return refusalResponse(context, refused);
    const found = await casework.people.person(subject);
    if (found === undefined) throw new NotFound('person');
    const log = await casework.people.personLog(subject);
    return context.json({ ...found, log: [...log] }, 200);
  });

  app.openapi(digest, async (context) => {
    const { dailyDigest } = context.req.valid('json');
    const answer = await chooseDigest(casework, context.get('actor'), dailyDigest);
    if (answer.kind === 'refusal') return refusalResponse(context, answer);
    return context.json({ dailyDigest }, 200);
  });

  app.openapi(listPeople, async (context) => {
    const refused = notReader(context.get('actor'));
    if (refused !== undefined) return refusalResponse(context, refused);
    const { items, cursor } = await casework.people.people(context.req.valid('query'));
    return context.json({ items: [...items], cursor }, 200);
  });

  app.openapi(putMember, async (context) => {
    const actor = context.get('actor');
    const refused = notAdministrator(actor);
    if (refused !== undefined) return refusalResponse(context, refused);
    const { value, version: seen } = context.req.valid('json');
    const saved = { ...value, memberId: context.req.valid('param').memberId };
    return context.json({ version: await saveMember(casework, saved, seen, actor) }, 200);
  });

  app.openapi(getMember, async (context) => {
    const actor = context.get('actor');
    const refused = notReader(actor);
    if (refused !== undefined) return refusalResponse(context, refused);
    const { memberId } = context.req.valid('param');
    const found = await casework.people.member(memberId);
    if (found === undefined) throw new NotFound('member');
    const log = await casework.people.memberLog(memberId);
    return context.json({ ...found, value: memberShown(found.value, actor), log: [...log] }, 200);
  });

  app.openapi(eligibility, async (context) => {
    const { memberId } = context.req.valid('param');
    const { on = stockholmDate(casework.now()) } = context.req.valid('query');
    const found = await casework.people.member(memberId);
    if (found === undefined) throw new NotFound('member');
    const [who = found.value] = await servingOnDays(casework, [found.value], [on]);
    return context.json({ memberId, on, ...eligibilityOn(who, on) }, 200);
  });

  app.openapi(listMembers, async (context) => {
    const actor = context.get('actor');
    const query = context.req.valid('query');
    const shownOf = (each: Member) => memberShown(each, actor);
    if (!mayKnowProtection(actor)) {
      const { items, cursor } = await membersByShownName(casework.people, shownOf, query);
      return context.json({ items: [...items], cursor }, 200);
    }
    const { items, cursor } = await casework.people.members(query);
    return context.json({ items: items.map(shownOf), cursor }, 200);
  });
};
