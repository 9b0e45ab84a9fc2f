import { beforeAll, describe, expect, it } from 'vitest';
import { possibleCommands } from '../../domain/permissions.ts';
import { role } from '../../domain/roles.ts';
import { makeOfficePages } from '../../lambdas/office/pages/app.ts';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, motionOf, openTheMinutes } from '../lambdas/real-cases.ts';
import { answer, text } from '../support/asked.ts';
import { actors } from '../support/motion-people.ts';
import { makeVisitor, type Visitor } from '../support/page-visitor.ts';

/** Everybody of the desk: one for each role, and those of another group. */
const everybody = [
  ...role.options.map((each) => `p-${each}`),
  'p-other-official',
  'p-other-secretary',
  'p-other-member',
];
/** Whose the draft of the builders is: the mover's, and the group's secretary's. */
const authors = ['p-member', 'p-group-secretary', 'p-m-bo'];
/** Who may read an answer before the board has proposed (TF 2:12). */
const ofThePreparation = ['official', 'manager', 'director', 'board-secretary', 'registrar', 'auditor'];

let made: MadeDesk;
const cases: Record<string, string> = {};
const visitors = new Map<string, Visitor>();

/** Every page that is about a case, as routes name them; new ones are held to the same without being written here. */
let casePages: string[] = [];
let otherPages: string[] = [];

beforeAll(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
  for (const status of ['Draft', 'Discarded', 'Registered', 'Approval', 'BoardReady', 'Decided'] as const) {
    cases[status] = await aRealCase(made, status);
  }
  for (const each of everybody) {
    const visitor = makeVisitor(made.desk);
    await visitor.signIn(each);
    visitors.set(each, visitor);
  }
  const paths = makeOfficePages(made.desk)
    .routes.filter(
      ({ method, path }) => method === 'GET' && path.startsWith('/kontor') && !path.includes('skript-'),
    )
    .map(({ path }) => path);
  casePages = [...new Set(paths)].filter((path) => path.includes(':caseId'));
  otherPages = [...new Set(paths)].filter(
    (path) => !path.includes(':') && !/logga-in|inloggad|okand/.test(path),
  );
});

const at = (path: string, caseId: string) =>
  path
    .replace(':caseId', caseId)
    .replace(':command', 'register')
    .replace(/:[a-zA-Z]+(\{[^}]*\})?/g, 'x-1');

const visitorOf = (who: string): Visitor => {
  const found = visitors.get(who);
  if (found === undefined) throw new Error(`nobody is ${who}`);
  return found;
};

describe('nobody but its authors', () => {
  it.each(everybody.filter((each) => !authors.includes(each)))(
    '%s finds a draft at any address, or learns a word of it (TF 2:13)',
    async (who) => {
      expect(casePages.length).toBeGreaterThan(1);
      for (const status of ['Draft', 'Discarded']) {
        for (const path of casePages) {
          const page = await visitorOf(who).get(at(path, cases[status] ?? ''));
          expect([path, page.status]).toEqual([
            path,
            expect.toSatisfy((each: number) => each === 404 || each === 403),
          ]);
          expect([path, page.html.includes(text.title), page.html.includes('qvx')]).toEqual([
            path,
            false,
            false,
          ]);
        }
      }
    },
  );

  it('finds it in a list', async () => {
    for (const who of everybody.filter((each) => !authors.includes(each))) {
      for (const path of otherPages) {
        const page = await visitorOf(who).get(path);
        expect([who, path, page.html.includes(cases.Draft ?? '')]).toEqual([who, path, false]);
        expect([who, path, page.status < 500]).toEqual([who, path, true]);
      }
    }
  });
});

describe('an answer that the board has not sent on', () => {
  const outsiders = role.options
    .filter((each) => !ofThePreparation.includes(each))
    .map((each) => `p-${each}`);

  it.each([...outsiders, 'p-other-member'])('is not shown to %s on any page (TF 2:12)', async (who) => {
    for (const status of ['Approval', 'BoardReady']) {
      for (const path of casePages) {
        const { html } = await visitorOf(who).get(at(path, cases[status] ?? ''));
        const leaked = [answer.title, ...answer.sections.map((each) => each.text)].filter((each) =>
          html.includes(each),
        );
        expect([status, path, leaked]).toEqual([status, path, []]);
      }
    }
  });
});

describe('an administrator', () => {
  it('keeps the registers and sees no case', async () => {
    for (const path of casePages) {
      const page = await visitorOf('p-administrator').get(at(path, cases.Registered ?? ''));
      expect([path, page.status]).toEqual([path, 404]);
    }
  });
});

describe('who is not signed in', () => {
  it('is sent to sign in from every page, and nothing is taken from there', async () => {
    const stranger = makeVisitor(made.desk);
    const pages = makeOfficePages(made.desk);
    for (const path of [...casePages, ...otherPages]) {
      const asked = at(path, cases.Registered ?? '');
      const response = await pages.request(`https://motioner.region.example${asked}`);
      expect([path, response.status]).toEqual([path, 303]);
      expect(response.headers.get('location')).toMatch(/^\/kontor\/logga-in\?till=/);
      expect((await stranger.send(asked, { csrf: 'x' })).status).toBe(403);
    }
  });
});

describe('a command', () => {
  const statuses = ['Registered', 'Approval', 'BoardReady', 'Decided'] as const;

  it.each(statuses)('that one may not give does nothing to a motion that is %s', async (status) => {
    const caseId = cases[status] ?? '';
    const motion = await motionOf(made, caseId);
    const chain = made.desk.organisation.approvalChain;
    for (const each of role.options) {
      const all = possibleCommands(motion, actors[each], chain);
      for (const { command } of all.filter(({ isPermitted }) => !isPermitted)) {
        const path = `/kontor/arenden/${caseId}/gor/${command}`;
        const sent = await visitorOf(`p-${each}`).fillIn(path, { steg: 'bekrafta' });
        expect([each, command, sent.status >= 400]).toEqual([each, command, true]);
      }
    }
    expect(await motionOf(made, caseId)).toEqual(motion);
  });
});
