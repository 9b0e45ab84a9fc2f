import { actOnMinutes } from '../../lambdas/casework/act-on-minutes.ts';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase } from '../lambdas/real-cases.ts';
import { meetingMembers } from './meeting-builders.ts';
import { COUNCIL_DAY } from './motion-builders.ts';
import { hiddenOf, makeVisitor, type Visited, type Visitor } from './page-visitor.ts';

/** The page of the council's meeting. */
export const meeting = `/kontor/sammantraden/council-${COUNCIL_DAY}`;

const atIn = (made: MadeDesk) => (day: string) => {
  made.clock.now = `${day}T10:00:00.000Z`;
};

/** A council of five, m1–m5, with a quorum of three, that has a matter before it; the movers' own seats are not among them. */
export type DealingRoom = ReturnType<typeof roomOf>;

const roomOf = (made: MadeDesk, council: Visitor, caseId: string) => {
  const at = atIn(made);

  /** Sends a form that is on a page as a browser does: with all that it holds, and the changes. */
  const sendAll = (page: Visited, path: string, changes: Readonly<Record<string, string | string[]>>) => {
    const held: Record<string, string | string[]> = { ...hiddenOf(page.html) };
    for (const [, name = '', inner = ''] of page.html.matchAll(
      /<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
    )) {
      held[name] = /<option value="([^"]*)" selected/.exec(inner)?.[1] ?? '';
    }
    for (const [tag] of page.html.matchAll(/<input type="(?:radio|checkbox)"[^>]*>/g)) {
      if (!/ checked/.test(tag)) continue;
      const [name = '', value = ''] = [/ name="([^"]+)"/.exec(tag)?.[1], / value="([^"]*)"/.exec(tag)?.[1]];
      held[name] = [...[held[name] ?? []].flat(), value];
    }
    return council.send(path, { ...held, ...changes });
  };

  /** Answers yes, with everything that the page carries along. */
  const confirm = (page: Visited) => {
    const carried: Record<string, string[]> = {};
    for (const [, name = '', value = ''] of page.html.matchAll(
      /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
    )) {
      carried[name] = [...(carried[name] ?? []), value];
    }
    return council.send(page.path, { ...carried, steg: 'bekrafta' });
  };

  /** On the agenda the day it is announced: what is put there later was not announced with it (KL 5:13). */
  const place = async (caseId: string) => {
    at('2026-05-20');
    const placed = await council.fillIn(`/kontor/arenden/${caseId}/gor/place-on-council-agenda`, {
      meetingId: `council-${COUNCIL_DAY}`,
      basis: 'announced',
    });
    await council.confirm(placed);
    at(COUNCIL_DAY);
  };

  const attend = async (changes: Readonly<Record<string, string>> = {}) => {
    const page = await council.get(`${meeting}/narvaro`);
    const there = Object.fromEntries([
      ['n.m-anna', 'nej'],
      ['n.m-bo', 'nej'],
    ]);
    return sendAll(page, `${meeting}/narvaro`, { chair: 'm1', ...there, ...changes });
  };

  return { made, council, caseId, at, sendAll, confirm, place, attend };
};

/** The matter is on the agenda of the day, and the secretary is at the meeting. */
export const aDealingRoom = async (): Promise<DealingRoom> => {
  const made = await makeDesk({ organisation: { seats: { council: 5, board: 15 } } });
  const entry = { version: 1, by: 'test', at: made.clock.now, what: 'test' };
  for (const each of meetingMembers.values()) await made.desk.people.saveMember(each, 1, entry);
  const at = atIn(made);
  const council = makeVisitor(made.desk);
  await council.signIn('p-council-secretary');
  at('2026-07-30');
  const minutes = { type: 'open-minutes' as const, certifiers: ['p-certifier'] };
  for (const [body, meetingDate] of [
    ['board', '2026-05-12'],
    ['council', COUNCIL_DAY],
  ] as const) {
    const actor = { personId: `p-${body}-secretary`, roles: [`${body}-secretary` as const] };
    const command = { ...minutes, body, meetingDate };
    await actOnMinutes(made.desk, {
      minutesId: `${body}-${meetingDate}`,
      commandId: `open-${body}`,
      command,
      actor,
    });
  }
  at('2026-05-20');
  await council.fillIn('/kontor/sammantraden/nytt', { body: 'council', date: COUNCIL_DAY });
  await council.fillIn(`${meeting}/gor/summon`, { summonedOn: '2026-05-20' });
  await council.fillIn(`${meeting}/gor/announce`, { announcedOn: '2026-05-20' });
  const caseId = await aRealCase(made, 'CouncilReady');
  const room = roomOf(made, council, caseId);
  await room.place(caseId);
  return room;
};
