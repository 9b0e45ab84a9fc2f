/**
 * Carries the first seed case through a deployed stage, over HTTP, as the people whose tokens are given. It stops where
 * only time can go on: when the decision is on the notice board. Everything it writes stays, and it says what.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { caseView, letterView, me } from '../lambdas/office/contract.ts';
import type { HttpAnswer, OfficePerson } from '../local/client/office-client.ts';
import { answeredStory } from '../local/demo/stories.ts';
import { roleHolders, type Town, yes } from '../local/demo/town.ts';
import { patience, siteUrl, tokens } from './smoke-options.ts';

const send =
  (bearer: string) =>
  async (method: string, path: string, body?: unknown): Promise<HttpAnswer> => {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${siteUrl}${path}`, init);
    const text = await response.text();
    try {
      return { status: response.status, body: JSON.parse(text) };
    } catch {
      return { status: response.status, body: text.slice(0, 300) };
    }
  };

const administrator = send(tokens.administrator);
const registrar = send(tokens.registrar);
const { today } = yes(await administrator('GET', '/api/me'), me);

/** Who stands for each person of the demo region here. */
const { certifiers, archivist: _, ...others } = roleHolders;
const standIns = new Map<string, string>();
const named = new Map<string, { readonly bearer: string; readonly personId: string }>();
const know = async (subject: string, bearer: string) => {
  const { personId } = yes(await send(bearer)('GET', '/api/me'), me);
  standIns.set(subject, personId);
  named.set(subject, { bearer, personId });
};
for (const role of [
  'registrar',
  'councilSecretary',
  'boardSecretary',
  'officer',
  'manager',
  'director',
] as const) {
  await know(others[role], tokens[role]);
}
for (const [index, subject] of certifiers.entries()) await know(subject, tokens.certifiers[index] ?? '');

/** The movers, entered when they are missing; their letters go to the simulator of SES, which takes everything. */
const movers = [
  'carlqvist-jessica',
  'ollila-katja',
  'von-wachenfeldt-malin',
  'ostman-rolf',
  'krantz-marie',
  'carlsson-margareta',
];
const left: string[] = [];
for (const mover of movers) {
  const value = {
    name: mover
      .split('-')
      .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
      .reverse()
      .join(' '),
    email: `success+${mover}@simulator.amazonses.com`,
    terms: [{ from: '2010-10-15', office: 'member' }],
    parties: [{ from: '2010-10-15', party: 'V' }],
    servingOn: [],
  };
  const answer = await administrator('PUT', `/api/members/m-${mover}`, { version: 0, value });
  if (answer.status === 200) left.push(`member m-${mover}`);
  else if (answer.status !== 409) yes(answer, z.unknown());
}

const shifted = (day: string, weeks: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
/** Minutes of a day are made once: an earlier smoke has taken that week. */
const firstFreeWeek = async (): Promise<number> => {
  for (let weeks = 0; shifted('2023-10-06', weeks) < today; weeks += 1) {
    const taken = await Promise.all(
      [`council-${shifted('2023-09-26', weeks)}`, `board-${shifted('2023-09-05', weeks)}`].map(
        async (minutesId) => (await registrar('GET', `/api/minutes/${minutesId}`)).status !== 404,
      ),
    );
    if (!taken.includes(true)) return weeks;
  }
  throw new Error('every week since the seed has been used by a smoke test; the stage is full of them');
};
const weeks = await firstFreeWeek();

/** The seed's people and days in this stage's words; notices are posted today, since certifying happens today. */
const translated = (given: unknown, key = ''): unknown => {
  if (Array.isArray(given)) return given.map((each) => translated(each));
  if (typeof given === 'object' && given !== null) {
    return Object.fromEntries(Object.entries(given).map(([name, each]) => [name, translated(each, name)]));
  }
  if (typeof given !== 'string') return given;
  if (key === 'postedOn') return today;
  const moved = given.replace(
    /^(|council-|board-)(\d{4}-\d{2}-\d{2})$/,
    (_all, before: string, day: string) => `${before}${shifted(day, weeks)}`,
  );
  return standIns.get(moved) ?? moved;
};

/** Time goes on from here, not we. */
class OnTheNoticeBoard extends Error {}

const personOf = (subject: string): OfficePerson => {
  const found = named.get(subject);
  if (found === undefined) throw new Error(`no token stands for ${subject}`);
  const post = async (path: string, command: { type: string }) => {
    if (command.type === 'confirm-no-appeal') throw new OnTheNoticeBoard();
    console.log(`  ${command.type}`);
    return send(found.bearer)('POST', path, { commandId: randomUUID(), command: translated(command) });
  };
  return {
    subject: found.personId,
    begin: async (command) => {
      const answer = await post('/api/cases', command);
      const { data } = z.object({ caseId: z.string() }).safeParse(answer.body);
      if (data !== undefined) begunCases.push(data.caseId);
      return answer;
    },
    act: (caseId, command) => post(`/api/cases/${caseId}/commands`, command),
    actOnMinutes: (minutesId, command) => {
      const id = String(translated(minutesId));
      if (command.type === 'open-minutes') left.push(`minutes ${id}`);
      return post(`/api/minutes/${id}/commands`, command);
    },
    actOnMeeting: (meetingId, command) => {
      const id = String(translated(meetingId));
      if (command.type === 'plan-meeting') left.push(`meeting ${id}`);
      return post(`/api/meetings/${id}/commands`, command);
    },
    // Whole files are brought in by people, not by a smoke test.
    post: (path, body) => send(found.bearer)('POST', path, body),
    get: (path) => send(found.bearer)('GET', path),
  };
};
const begunCases: string[] = [];
const town: Town = {
  on: async () => undefined,
  person: async (subject) => personOf(subject),
  act: async (subject, caseId, command) =>
    void yes(await personOf(subject).act(caseId, command), z.unknown()),
  actOnMinutes: async (subject, minutesId, command) =>
    void yes(await personOf(subject).actOnMinutes(minutesId, command), z.unknown()),
  actOnMeeting: async (subject, meetingId, command) =>
    void yes(await personOf(subject).actOnMeeting(meetingId, command), z.unknown()),
};

const check = async (caseId: string) => {
  const until = Date.now() + patience * 1000;
  for (;;) {
    const { motion } = yes(await registrar('GET', `/api/cases/${caseId}`), caseView);
    const { items } = yes(
      await registrar('GET', `/api/cases/${caseId}/letters`),
      z.object({ items: z.array(letterView) }),
    );
    const states = Object.groupBy(items, ({ state }) => state);
    const shown = await fetch(`${siteUrl}/motioner/${caseId}`);
    const sent = states.sent?.length ?? 0;
    const summary = `status ${motion.status}, public page ${shown.status}, letters ${sent} sent, ${states.owed?.length ?? 0} owed, ${states.failed?.length ?? 0} failed`;
    if (states.owed === undefined || Date.now() > until) {
      console.log(`\n${summary}`);
      return motion.status === 'AppealWindow' && shown.status === 200 && sent === items.length && sent > 0;
    }
    await pause(5000);
  }
};

console.log(`Carrying seed 000/001 through ${siteUrl}, its days moved ${weeks} weeks:`);
let isWell = false;
try {
  await answeredStory(town);
} catch (error) {
  if (error instanceof OnTheNoticeBoard) isWell = await check(begunCases[0] ?? '');
  else console.error(error instanceof Error ? error.message : error);
}
console.log(
  `\nLeft in the stage, since nothing here can be deleted: ${[...begunCases.map((id) => `case ${id}`), ...left].join(', ')}.`,
);
console.log(isWell ? 'Well.' : 'Not well.');
process.exitCode = isWell ? 0 : 1;
