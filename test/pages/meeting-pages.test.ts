import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../domain/roles.ts';
import { makePublicSite } from '../../lambdas/public-site/site.ts';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, motionOf, openTheMinutes } from '../lambdas/real-cases.ts';
import { BOARD_DAY, withdraws } from '../support/motion-builders.ts';
import { hiddenOf, makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

let made: MadeDesk;
let board: Visitor;
let council: Visitor;
const at = (day: string) => {
  made.clock.now = `${day}T10:00:00.000Z`;
};

beforeEach(async () => {
  made = await makeDesk();
  at('2026-05-01');
  board = makeVisitor(made.desk);
  await board.signIn('p-board-secretary');
  council = makeVisitor(made.desk);
  await council.signIn('p-council-secretary');
});

const plan = (who: Visitor, body: 'board' | 'council', date: string) =>
  who.fillIn('/kontor/sammantraden/nytt', { body, date, startsAt: '09:00', place: 'Salen' });

/** The case waits to be placed, as the workflow has it. */
const waitFor = async (caseId: string, kind: string, role: Role) => {
  const task = { caseId, kind, assignee: { role }, dueOn: '2026-05-20', openedAt: made.clock.now };
  const { version } = await motionOf(made, caseId);
  const wait = { step: kind, token: 't', generation: 1, openedAtVersion: version };
  await made.desk.cases.openWait(caseId, wait, [task]);
};

const aReadyCase = async () => {
  const caseId = await aRealCase(made, 'BoardReady');
  at('2026-05-01');
  await waitFor(caseId, 'AwaitBoardAgenda', 'board-secretary');
  return caseId;
};

describe('the year of meetings', () => {
  it('is empty with a way on, then shows what is planned, month by month', async () => {
    expect(textOf((await board.get('/kontor/sammantraden')).html)).toContain('Lägg in dem ett i taget');
    const planned = await plan(board, 'board', BOARD_DAY);
    expect(planned.path).toBe(`/kontor/sammantraden/board-${BOARD_DAY}?gjort=mote.plan-meeting`);
    const { html } = await board.get('/kontor/sammantraden?ar=2026');
    expect(textOf(html)).toMatch(/Maj .*Regionstyrelsen 2026-05-12 .*tisdag 09:00 .*Salen/);
  });

  it('shows one as held when its day has passed, and offers what is done there from that day', async () => {
    await plan(board, 'board', BOARD_DAY);
    const path = `/kontor/sammantraden/board-${BOARD_DAY}`;
    const shown = async () => textOf((await board.get(path)).html);
    expect(await shown()).toMatch(/planerat .*Ändra tid/);
    expect(await shown()).not.toMatch(/Avsluta sammanträdet|För närvaron|Öppna protokollet/);
    at(BOARD_DAY);
    expect(await shown()).toMatch(/planerat .*Öppna protokollet .*Avsluta sammanträdet/);
    expect(await shown()).toContain('För närvaron');
    at('2026-05-13');
    expect(await shown()).toContain('genomfört');
    expect(textOf((await board.get('/kontor/sammantraden')).html)).toContain('genomfört');
  });

  it('refuses a meeting of another body, with who may', async () => {
    const page = await plan(board, 'council', '2026-06-16');
    expect(page.status).toBe(400);
    expect(textOf(page.html)).toContain('fullmäktiges sekreterare');
    expect(await made.desk.meetings.load('council-2026-06-16')).toBeUndefined();
  });

  it('reads a calendar row by row, and nothing of one that is wrong', async () => {
    const path = '/kontor/sammantraden/las-in';
    const wrong = await council.fillIn(path, {
      format: 'csv',
      content: 'organ;datum\nfullmäktige;2026-06-16\nfullmäktige;2026-13-40\n',
    });
    expect(wrong.status).toBe(400);
    expect(textOf(wrong.html)).toContain('Inget lästes in');
    expect(wrong.html).toContain('2026-13-40');
    const right = await council.fillIn(path, {
      format: 'csv',
      content: 'organ;datum\nfullmäktige;2026-06-16\nfullmäktige;2026-09-15\n',
    });
    expect(textOf(right.html)).toMatch(/Kalendern är inläst .*inlagt .*council-2026-09-15/);
    expect(await made.desk.meetings.load('council-2026-09-15')).toBeDefined();
  });

  it('says what a late announcement means, by which rule', async () => {
    await plan(council, 'council', '2026-05-05');
    const path = '/kontor/sammantraden/council-2026-05-05';
    await council.fillIn(`${path}/gor/summon`, { summonedOn: '2026-05-01' });
    await council.fillIn(`${path}/gor/announce`, { announcedOn: '2026-05-01' });
    const { html } = await council.get(path);
    expect(textOf(html)).toMatch(/Bara brådskande ärenden kan tas upp\. \(KL 5:13–15, 5:52\)/);
  });
});

describe('the agenda of a meeting', () => {
  const path = `/kontor/sammantraden/board-${BOARD_DAY}`;

  it('is made of ready cases, several at once, each told of before', async () => {
    const cases = [await aReadyCase(), await aReadyCase()];
    await plan(board, 'board', BOARD_DAY);
    await board.fillIn(`${path}/gor/summon`, { summonedOn: '2026-05-01' });
    const page = await board.get(path);
    for (const each of cases) expect(page.html).toContain(`value="${each}"`);
    expect(textOf(page.html)).toContain('bör avgöras senast');
    const asked = await board.send(`${path}/dagordning`, { ...hiddenOf(page.html), arende: cases });
    expect(textOf(asked.html)).toContain('Sätt upp 2 ärenden?');
    expect(textOf(asked.html)).toContain('dag i styrelsen');
    expect((await motionOf(made, cases[0] ?? '')).status).toBe('BoardReady');
    const sent = { ...hiddenOf(asked.html), arende: cases, steg: 'bekrafta' };
    const done = await board.send(`${path}/dagordning`, sent);
    expect(textOf(done.html)).toContain('Ärendena står på dagordningen.');
    const versions = async () => Promise.all(cases.map(async (each) => (await motionOf(made, each)).version));
    const before = await versions();
    await board.send(`${path}/dagordning`, sent);
    expect(await versions()).toEqual(before);
    for (const each of cases) expect((await motionOf(made, each)).status).toBe('BoardAgenda');
  });

  it('says of each case why it cannot be placed, and keeps what was chosen', async () => {
    const caseId = await aReadyCase();
    await plan(board, 'board', BOARD_DAY);
    const page = await board.get(path);
    const refused = await board.send(`${path}/dagordning`, { ...hiddenOf(page.html), arende: caseId });
    expect(refused.status).toBe(409);
    expect(textOf(refused.html)).toMatch(/RS .*: Kallelsen ska ha gått ut innan ärendet sätts upp/);
    expect(textOf(refused.html)).not.toMatch(/fullmäktige minst en vecka|KL 5:15/);
    expect(refused.html).toMatch(new RegExp(`value="${caseId}" checked`));
    const none = await board.send(`${path}/dagordning`, hiddenOf(page.html));
    expect(textOf(none.html)).toContain('Välj minst ett ärende');
  });

  it('goes back with the meeting when it is cancelled, and says who will be told', async () => {
    const caseId = await aReadyCase();
    await plan(board, 'board', BOARD_DAY);
    await board.fillIn(`${path}/gor/summon`, { summonedOn: '2026-05-01' });
    const page = await board.get(path);
    const asked = await board.send(`${path}/dagordning`, { ...hiddenOf(page.html), arende: caseId });
    await board.confirm(asked);
    const cancel = await board.fillIn(`${path}/gor/cancel-meeting`, { reason: 'För få ärenden' });
    expect(textOf(cancel.html)).toContain('Brev (ändrat sammanträde) går till Namn Efternamnsson-anna');
    await board.confirm(cancel);
    expect((await motionOf(made, caseId)).status).toBe('BoardReady');
  });
});

describe('a withdrawn motion', () => {
  const path = '/kontor/sammantraden/council-2026-06-16';

  it('is placed with the others, named in the papers and noted from the agenda, which says when it was announced', async () => {
    const caseId = await aRealCase(made, 'WithdrawalPending');
    at('2026-06-01');
    await waitFor(caseId, 'AwaitWithdrawalNote', 'council-secretary');
    await plan(council, 'council', '2026-06-16');
    await council.fillIn(`${path}/gor/summon`, { summonedOn: '2026-06-01' });
    const page = await council.get(path);
    expect(textOf(page.html)).toMatch(/Klara att sätta upp .*\(återtagen\) .*Annat att ta upp/);
    // An announcement of its own is not enough: the members are told too (KL 5:15).
    expect(textOf(page.html)).toContain('Kungjort för sig, och ledamöterna underrättade (KL 5:14–15)');
    const chosen = { ...hiddenOf(page.html), arende: caseId, basis: 'announced', announcedOn: '2026-06-01' };
    const asked = await council.send(`${path}/dagordning`, chosen);
    expect(textOf(asked.html)).toContain('dag i fullmäktige');
    await council.confirm(asked);
    await council.fillIn(`${path}/gor/announce`, { announcedOn: '2026-06-01' });
    const { html } = await council.get(path);
    expect(textOf(html)).not.toMatch(/Annat att ta upp|\(återtagen\)/);
    const site = makePublicSite(made.desk);
    const announced = textOf(await (await site.request('/sammantraden?ar=2026')).text());
    expect(announced).toContain('Titel-qvx om kollektivtrafik (återtagen)');
    const form = `/kontor/arenden/${caseId}/gor/note-withdrawal`;
    expect(html).toContain(`<a href="${form}">Behandla`);
    const actions = textOf((await council.get(`/kontor/arenden/${caseId}`)).html);
    expect(actions).toMatch(/För in att återtagandet är anmält/);
    for (const label of ['Ta bort från dagordningen', 'Bordlägg i fullmäktige'])
      expect(actions).toContain(label);
    expect(actions).not.toContain('Sätt upp på fullmäktiges dagordning');
    at('2026-06-16');
    await openTheMinutes(made);
    const note = await council.get(form);
    expect(textOf(note.html)).not.toContain('Ärendet kungjordes');
    expect(note.html).toContain('value="council-2026-06-16" selected');
    const kept = { minutesId: 'council-2026-06-16', paragraph: '41', present: '71' };
    await council.confirm(await council.fillIn(form, kept));
    expect(await motionOf(made, caseId)).toMatchObject({
      status: 'Decided',
      decision: { ground: 'withdrawal' },
    });
  });

  it('on the day is decided on as the council did before, or noted', async () => {
    const [anna, bo] = ['m-anna', 'm-bo'].map((each) => withdraws(each, { today: '2026-06-16' }));
    if (anna === undefined || bo === undefined) throw new Error('nobody withdraws');
    at('2026-06-16');
    await openTheMinutes(made);
    const caseId = await aRealCase(made, 'CouncilAgenda', anna, bo);
    at('2026-06-16');
    const home = `/kontor/arenden/${caseId}`;
    const actions = textOf((await council.get(home)).html);
    for (const label of [
      'För in att återtagandet är anmält',
      'För in fullmäktiges beslut',
      'Återremittera',
    ]) {
      expect(actions).toContain(label);
    }
    const dealing = `${home}/behandla?akt=decide`;
    expect(textOf((await council.get(dealing)).html)).toContain(
      'Motionen återtogs 2026-06-16. För in här vad',
    );
    const sent = { paragraph: '41', present: '71', 'decisions.1': 'GRANTED', 'decisions.2': 'REJECTED' };
    const asked = await council.fillIn(dealing, sent);
    expect(textOf(asked.html)).toContain('Ärendets läge blir: beslutad');
    await council.confirm(asked);
    expect(await motionOf(made, caseId)).toMatchObject({ decision: { withdrawnTooLate: true } });
    expect(textOf((await council.get(home)).html)).toContain('återtog 2026-06-16, efter beslutet');
    expect(textOf((await council.get(`${home}/handelser`)).html)).toContain('innan motionen återtogs');
  });
});

describe('the minutes', () => {
  it('are opened from the meeting, certified by the certifier, posted, and their days explained', async () => {
    at('2026-07-30');
    await openTheMinutes(made);
    const caseId = await aRealCase(made, 'Decided');
    at('2026-06-18');
    const path = '/kontor/protokoll/council-2026-06-16';
    expect(textOf((await council.get(path)).html)).toMatch(
      /Justeras senast 2026-06-30 2026-06-16 \+ 14 dagar/,
    );
    const certifier = makeVisitor(made.desk);
    await certifier.signIn('p-certifier');
    const mine = await certifier.get(path);
    expect(textOf(mine.html)).toContain('Du är vald att justera');
    await certifier.confirm(await certifier.fillIn(`${path}/gor/certify-minutes`, {}));
    expect((await motionOf(made, caseId)).status).toBe('Certified');
    at('2026-06-20');
    const asked = await council.fillIn(`${path}/gor/post-notice`, { postedOn: '2026-06-20' });
    expect(textOf(asked.html)).toContain('protokollsutdrag');
    await council.confirm(asked);
    const { html } = await council.get(path);
    expect(textOf(html)).toMatch(/Sista dag att överklaga 2026-07-13 .*2026-07-11 är lördag/);
    expect(textOf(html)).toContain('Anslaget får tas ned tidigast 2026-07-14');
  });

  it('stand on Mitt arbete of who is to certify them, then of who is to post them, also those of the board', async () => {
    at('2026-07-30');
    await openTheMinutes(made);
    const certifier = makeVisitor(made.desk);
    await certifier.signIn('p-certifier');
    const work = async (who: Visitor) => textOf((await who.get('/kontor')).html);
    const mine =
      /Justera protokollet .*regionstyrelsen 2026-05-12 .*2026-05-26 sen .*regionfullmäktige 2026-06-16/;
    expect(await work(certifier)).toMatch(mine);
    const late = /Se till att protokollet justeras .*regionstyrelsen 2026-05-12/;
    expect(await work(board)).toMatch(late);
    expect(await work(council)).not.toContain('regionstyrelsen');
    await waitFor(await aRealCase(made, 'Decided'), 'AwaitCertification', 'certifier');
    at('2026-07-30');
    const { html } = await certifier.get('/kontor');
    expect(html.match(/href="\/kontor\/protokoll\/council-2026-06-16"/g)).toHaveLength(1);
    const path = `/kontor/protokoll/board-${BOARD_DAY}`;
    await certifier.confirm(await certifier.fillIn(`${path}/gor/certify-minutes`, {}));
    expect(await work(certifier)).not.toContain('regionstyrelsen');
    expect(await work(board)).toMatch(/Anslå protokollet .*regionstyrelsen 2026-05-12 .*2026-08-0\d/);
  });

  it('can be certified by nobody else', async () => {
    at('2026-07-30');
    await openTheMinutes(made);
    const path = '/kontor/protokoll/council-2026-06-16';
    const sent = await council.fillIn(`${path}/gor/certify-minutes`, { steg: 'bekrafta' });
    expect(textOf(sent.html)).toContain('Kan göras av: justerare');
    expect((await made.desk.minutes.load('council-2026-06-16'))?.minutes.status).toBe('Open');
  });

  it('are nothing an administrator sees', async () => {
    at('2026-07-30');
    await openTheMinutes(made);
    const administrator = makeVisitor(made.desk);
    await administrator.signIn('p-administrator');
    for (const path of [
      '/kontor/protokoll',
      '/kontor/protokoll/council-2026-06-16',
      '/kontor/sammantraden',
    ]) {
      expect([path, (await administrator.get(path)).status]).toEqual([path, 404]);
    }
  });
});
