import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { protectedName } from '../../domain/members.ts';
import { saveMember } from '../../lambdas/casework/keep-registers.ts';
import { makePapersApp } from '../../lambdas/papers/app.ts';
import { PressMissing } from '../../lambdas/ports/press.ts';
import { makeInMemoryFiles } from '../support/in-memory-files.ts';
import { by, usual } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { wordsOfDocx, wordsOfHtml, wordsOfPdf } from '../support/paper-texts.ts';
import { type MadeDesk, makeDesk } from './office-desk.ts';
import { makePaperRoom } from './papers-room.ts';
import { aRealCase, letHappen, openTheMinutes } from './real-cases.ts';

let made: MadeDesk;
let room: ReturnType<typeof makePaperRoom>;
beforeEach(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
  room = makePaperRoom(made.desk);
});

const of = (caseId: string, paper: string) => `/api/cases/${caseId}/papers/${paper}`;
const statusOf = async (subject: string, path: string) => (await room.get(subject, path)).status;

/** The case's paper in all three formats, as a reader reads it. */
const wordsOfAll = async (caseId: string, kind: string) => {
  const bytes = async (format: string) =>
    new Uint8Array(await (await room.get('p-auditor', of(caseId, `${kind}.${format}`))).arrayBuffer());
  return [
    wordsOfHtml(new TextDecoder().decode(await bytes('html'))),
    wordsOfDocx(await bytes('docx')),
    await wordsOfPdf(await bytes('pdf'), made.desk.organisation.name),
  ];
};

describe('who may read', () => {
  it('a draft of the answer: those who prepare it, until the board has proposed; then everybody but administrators', async () => {
    const draft = await aRealCase(made, 'Approval');
    const proposed = await aRealCase(made, 'CouncilReady');
    for (const subject of ['p-official', 'p-manager', 'p-director', 'p-registrar', 'p-auditor']) {
      expect([subject, await statusOf(subject, of(draft, 'answer.html'))]).toEqual([subject, 200]);
    }
    for (const subject of ['p-member', 'p-other-member', 'p-group-secretary', 'p-administrator']) {
      expect([subject, await statusOf(subject, of(draft, 'answer.html'))]).toEqual([subject, 404]);
    }
    expect(await statusOf('p-member', of(proposed, 'answer.html'))).toBe(200);
    expect(await statusOf('p-administrator', of(proposed, 'answer.html'))).toBe(404);
  });

  it('nobody: of a draft of a motion, of what has not happened, and of another kind of paper', async () => {
    const draft = await aRealCase(made, 'Draft');
    const registered = await aRealCase(made, 'Registered');
    for (const paper of ['receipt.pdf', 'answer.pdf', 'council-extract.pdf']) {
      expect(await statusOf('p-registrar', of(draft, paper))).toBe(404);
    }
    expect(await statusOf('p-member', of(draft, 'receipt.pdf'))).toBe(404);
    expect(await statusOf('p-registrar', of(registered, 'answer.pdf'))).toBe(404);
    expect(await statusOf('p-registrar', of(registered, 'board-extract.pdf'))).toBe(404);
    for (const paper of ['answer.exe', 'diary.pdf', 'answer', '..%2fanswer.pdf']) {
      expect([paper, await statusOf('p-registrar', of(registered, paper))]).toEqual([paper, 400]);
    }
    expect((await room.app.request(of(registered, 'receipt.pdf'))).status).toBe(401);
  });

  it('the reports: those who answer for the clock; of a day that has come', async () => {
    const path = '/api/reports/papers/open-motions.html';
    expect(await statusOf('p-director', path)).toBe(200);
    expect(await statusOf('p-member', path)).toBe(403);
    expect(await statusOf('p-director', `${path}?on=2030-01-01`)).toBe(409);
    expect(await statusOf('p-director', `${path}?on=soon`)).toBe(400);
  });

  it('the agenda and the notice: whoever works here', async () => {
    expect(await statusOf('p-member', '/api/minutes/council-2026-06-16/papers/notice.pdf')).toBe(404);
    expect(await statusOf('p-administrator', '/api/meetings/council-2026-06-16/papers/agenda.pdf')).toBe(404);
  });

  it('at the pages: who is signed in there, and nobody else', async () => {
    const caseId = await aRealCase(made, 'Registered');
    const path = `/kontor/papper/arenden/${caseId}/receipt.pdf`;
    const answer = await room.app.request(path);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/kontor/logga-in?till=${encodeURIComponent(path)}`);
    const at = made.desk.realNow();
    const session = {
      subject: 'p-registrar',
      csrf: 'c',
      startedAt: at,
      expiresAt: '2026-11-03T10:00:00.000Z',
    };
    const sessionHash = createHash('sha256').update('secret').digest('hex');
    await made.desk.sessions.open({ ...session, sessionHash });
    const cookie = '__Host-besvarad=secret';
    expect((await room.app.request(path, { headers: { cookie } })).status).toBe(200);
    const missing = await room.app.request(path.replace('receipt', 'answer'), { headers: { cookie } });
    expect([missing.status, await missing.text()]).toEqual([
      404,
      expect.stringContaining('Papperet finns inte'),
    ]);
  });
});

describe('a paper by its version', () => {
  it('is drawn once and then given as it is kept, with its hash', async () => {
    const caseId = await aRealCase(made, 'CouncilReady');
    let puts = 0;
    const files = makeInMemoryFiles();
    const put: typeof files.put = async (file) => {
      puts += 1;
      return files.put(file);
    };
    room = makePaperRoom(made.desk, { ...files, put });
    for (const format of ['html', 'docx', 'pdf']) {
      const [first, second] = [
        await room.get('p-auditor', of(caseId, `answer.${format}`)),
        await room.get('p-member', of(caseId, `answer.${format}`)),
      ];
      const bytes = Buffer.from(await first.arrayBuffer());
      expect(bytes.equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
      const sha256 = createHash('sha256').update(bytes).digest('base64');
      expect(second.headers.get('repr-digest')).toBe(`sha-256=:${sha256}:`);
      // Nothing is kept but the same words: another room draws the same file.
      const anew = await makePaperRoom(made.desk).get('p-auditor', of(caseId, `answer.${format}`));
      expect(bytes.equals(Buffer.from(await anew.arrayBuffer()))).toBe(true);
    }
    expect(puts).toBe(3);
  });

  it('prints the version, with its hash in the chain', async () => {
    const caseId = await aRealCase(made, 'Decided');
    const last = (await made.desk.cases.events(caseId)).at(-1);
    const groups = last?.hash.match(/.{8}/g)?.join(' ');
    for (const words of await wordsOfAll(caseId, 'council-extract')) {
      expect(words).toContain(`version ${last?.seq}. Versionens hash (SHA-256): ${groups}`);
    }
  });

  it('can be asked for as it was, by those who might read it then', async () => {
    const caseId = await aRealCase(made, 'Drafting', usual('write-answer'));
    const { version } = (await made.desk.cases.load(caseId))?.motion ?? { version: 0 };
    const { command } = examples['write-answer'];
    const second = { title: 'Nytt svar', sections: [{ heading: '', text: 'Nu på ett annat sätt.' }] };
    await letHappen(made, caseId, by(actors.official, { ...command, answer: second }));
    const now = await room.page('p-official', of(caseId, 'answer.html'));
    const then = await room.page('p-official', `${of(caseId, 'answer.html')}?version=${version}`);
    expect(now).toContain('Nu på ett annat sätt.');
    expect(then).toContain(command.answer.title);
    expect(then).not.toContain('Nu på ett annat sätt.');
    expect(await statusOf('p-official', `${of(caseId, 'answer.html')}?version=99`)).toBe(404);
    expect(await statusOf('p-official', `${of(caseId, 'answer.html')}?version=0`)).toBe(400);
    for (const act of ['submit-answer'] as const) await letHappen(made, caseId, usual(act));
    expect(await statusOf('p-member', `${of(caseId, 'answer.html')}?version=${version}`)).toBe(404);
  });

  it('never gives others a version of the answer that the board did not have', async () => {
    const caseId = await aRealCase(made, 'CouncilReady');
    const events = await made.desk.cases.events(caseId);
    const written = events.find(({ event }) => event.type === 'AnswerWritten');
    const path = `${of(caseId, 'answer.html')}?version=${written?.seq}`;
    expect(await statusOf('p-member', path)).toBe(200);
    expect(
      await statusOf('p-member', `${of(caseId, 'answer.html')}?version=${(written?.seq ?? 1) - 1}`),
    ).toBe(404);
  });
});

describe('a protected person (domain.md §9)', () => {
  const name = 'Namn Efternamnsson-anna';
  const titled = by(actors.official, {
    ...examples['write-answer'].command,
    answer: {
      title: `Svar på motion från ${name} (S) om bussar`,
      sections: [{ heading: 'Bedömning', text: `Det som ${name.toUpperCase()}s motion säger görs.` }],
    },
  });

  it('is named in no paper, also where somebody has typed the name, and not in one that was kept before', async () => {
    const caseId = await aRealCase(made, 'Drafting', titled);
    for (const words of await wordsOfAll(caseId, 'answer')) expect(words).toContain(name);
    const found = await made.desk.people.member('m-anna');
    if (found === undefined) throw new Error('no such member');
    await saveMember(
      made.desk,
      { ...found.value, protectedIdentity: true },
      found.version,
      actors.administrator,
    );
    for (const kind of ['answer', 'receipt']) {
      for (const words of await wordsOfAll(caseId, kind)) {
        expect(words.toLowerCase()).not.toContain(name.toLowerCase());
        expect(words).toContain(protectedName);
      }
    }
  });

  it('is named in no report, agenda or extract', async () => {
    const decided = await aRealCase(made, 'Decided');
    await aRealCase(made, 'Drafting');
    const found = await made.desk.people.member('m-anna');
    if (found === undefined) throw new Error('no such member');
    await saveMember(
      made.desk,
      { ...found.value, protectedIdentity: true },
      found.version,
      actors.administrator,
    );
    const pages = [
      of(decided, 'council-extract.html'),
      of(decided, 'board-extract.html'),
      '/api/reports/papers/open-motions.html',
    ];
    for (const path of pages) {
      const page = await room.page('p-auditor', path);
      expect([path, page.includes(name), page.includes(protectedName)]).toEqual([path, false, true]);
    }
  });
});

it('says how to get the paper where PDF cannot be made', async () => {
  const caseId = await aRealCase(made, 'Registered');
  const press = { pdf: () => Promise.reject(new PressMissing('no module')) };
  const app = makePapersApp(
    { ...made.desk, files: makeInMemoryFiles(), press },
    { verify: async (token) => token },
  );
  const ask = (format: string) =>
    app.request(of(caseId, `receipt.${format}`), { headers: { authorization: 'Bearer p-registrar' } });
  const answer = await ask('pdf');
  expect([answer.status, await answer.json()]).toEqual([
    501,
    expect.objectContaining({ code: 'pdf_unavailable' }),
  ]);
  expect((await ask('docx')).status).toBe(200);
});

it('a page of a paper runs nothing, and shows its own style', async () => {
  const caseId = await aRealCase(made, 'Registered');
  const answer = await room.get('p-registrar', of(caseId, 'receipt.html'));
  const policy = answer.headers.get('content-security-policy') ?? '';
  const style = /<style>([\s\S]*?)<\/style>/.exec(await answer.text())?.[1] ?? '';
  expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(policy).toContain("default-src 'none'");
});
