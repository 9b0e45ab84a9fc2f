import { beforeEach, describe, expect, it } from 'vitest';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, motionOf, openTheMinutes } from '../lambdas/real-cases.ts';
import { hiddenOf, makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

let made: MadeDesk;
let registrar: Visitor;
const signedIn = async (personId: string) => {
  const visitor = makeVisitor(made.desk);
  await visitor.signIn(personId);
  return visitor;
};
const paper = '/kontor/motion-pa-papper';
const written = {
  title: 'Fler bussar',
  body: 'Det går för få.\n\nDet märks.',
  clauses: 'bussarna går oftare\n\n  regionen utreder nattrafik  ',
  receivedOn: '2026-01-12',
};

beforeEach(async () => {
  made = await makeDesk();
  registrar = await signedIn('p-registrar');
});

describe('a motion on paper', () => {
  it('is entered with its clauses and signatories, after being asked who gets the receipt', async () => {
    const asked = await registrar.fillIn(paper, { ...written, signatories: ['m-anna', 'm-bo'] });
    expect(textOf(asked.html)).toContain('Brev (kvittens på att motionen har kommit in) går till Namn');
    const done = await registrar.confirm(asked);
    const caseId = done.path.match(/arenden\/(c[0-9a-f]{20})\?gjort=import-motion/)?.[1] ?? '';
    expect(textOf(done.html)).toContain('Motionen är införd.');
    expect(await motionOf(made, caseId)).toMatchObject({
      status: 'Received',
      receivedOn: '2026-01-12',
      clauseCount: 2,
      signatories: [{ memberId: 'm-anna' }, { memberId: 'm-bo' }],
    });
    const { documentId } = (await motionOf(made, caseId)).text;
    const stored = (await made.desk.cases.document(caseId, documentId))?.text;
    expect(stored?.content).toMatchObject({
      title: 'Fler bussar',
      clauses: ['bussarna går oftare', 'regionen utreder nattrafik'],
    });
    const again = await registrar.confirm(asked);
    expect(again.path).toBe(done.path);
  });

  it('is received though nobody who signed can be read, and says what is missing beside the field', async () => {
    const refused = await registrar.fillIn(paper, { ...written, title: '' });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('href="#f-title"');
    expect(refused.html).toContain('regionen utreder nattrafik');
    const done = await registrar.fillIn(paper, written);
    expect(done.path).toContain('?gjort=import-motion');
  });

  it('is the registrar’s to enter, and names nobody who is protected to others', async () => {
    const official = await signedIn('p-official');
    expect((await official.get(paper)).status).toBe(404);
    const caseId = await aRealCase(made, 'Returned');
    const member = await made.desk.people.member('m-idle');
    if (member === undefined) throw new Error('no such member');
    const entry = { version: member.version + 1, by: 'test', at: made.clock.now, what: 'test' };
    await made.desk.people.saveMember({ ...member.value, protectedIdentity: true }, entry.version, entry);
    const path = `/kontor/arenden/${caseId}/gor/complete-on-paper`;
    expect((await official.get(path)).html).not.toContain(member.value.name);
    expect((await registrar.get(path)).html).toContain(member.value.name);
  });
});

describe('registering and returning', () => {
  it('shows the next number, which is nobody’s until it is given', async () => {
    const [first, second] = [await aRealCase(made, 'Received'), await aRealCase(made, 'Received')];
    const at = (caseId: string) => `/kontor/arenden/${caseId}/gor/register`;
    const shown = textOf((await registrar.get(at(first))).html);
    const next = shown.match(/Nästa nummer är (.+?)\. Det är inte reserverat/)?.[1];
    await registrar.confirm(await registrar.fillIn(at(second), {}));
    expect(await motionOf(made, second)).toMatchObject({ registrationNumber: next });
    const other = textOf((await registrar.get(at(first))).html);
    expect(other).toContain('Nästa nummer är');
    expect(other).not.toContain(`Nästa nummer är ${next}.`);
  });

  it('cites a rule of the organisation’s own, or one that is written', async () => {
    const rule = 'fullmäktiges arbetsordning (ett ämne i varje motion)';
    for (const [filled, provision] of [
      [{ rule }, rule],
      [{ provision: 'arbetsordningen 3 §' }, 'arbetsordningen 3 §'],
    ] as const) {
      const caseId = await aRealCase(made, 'Registered');
      const path = `/kontor/arenden/${caseId}/gor/return-motion`;
      expect((await registrar.get(path)).html).toContain(`value="${rule}"`);
      expect((await registrar.fillIn(path, { reason: 'Två ämnen.' })).status).toBe(400);
      await registrar.confirm(await registrar.fillIn(path, { ...filled, reason: 'Två ämnen.' }));
      expect(await motionOf(made, caseId)).toMatchObject({ status: 'Returned', provision });
    }
  });

  it('takes in a completion on paper, filled with what is there', async () => {
    const caseId = await aRealCase(made, 'Returned');
    const path = `/kontor/arenden/${caseId}/gor/complete-on-paper`;
    const { html } = await registrar.get(path);
    expect(html).toMatch(/value="m-anna"[^>]*checked/);
    const { receivedOn: _, ...text } = written;
    await registrar.confirm(await registrar.fillIn(path, { ...text, signatories: ['m-anna', 'm-bo'] }));
    expect(await motionOf(made, caseId)).toMatchObject({ status: 'Registered', clauseCount: 2 });
  });
});

describe('beside the case', () => {
  it('keeps a note for the staff, and not for the movers', async () => {
    const caseId = await aRealCase(made, 'Drafting');
    const note = 'Anna ringde och bad om besked.';
    await registrar.fillIn(`/kontor/arenden/${caseId}/gor/add-note`, { note });
    const log = async (visitor: Visitor) => (await visitor.get(`/kontor/arenden/${caseId}/handelser`)).html;
    expect(await log(registrar)).toContain(note);
    expect(await log(await signedIn('p-member'))).not.toContain(note);
    expect(textOf(await log(await signedIn('p-member')))).toContain('En tjänsteanteckning gjordes');
  });

  it('marks secrecy: a warning in the office, and nothing of the text outside it', async () => {
    await openTheMinutes(made);
    const caseId = await aRealCase(made, 'Registered');
    const before = await made.desk.register.motion(caseId);
    const path = `/kontor/arenden/${caseId}/gor/mark-secrecy`;
    const asked = await registrar.fillIn(path, {
      provision: 'OSL 21 kap. 1 §',
      authority: 'regionfullmäktige',
    });
    expect(textOf(asked.html)).toContain('En markering är en varning, inget beslut');
    const done = await registrar.confirm(asked);
    expect(textOf(done.html)).toMatch(/Sekretessmarkerat OSL 21 kap\. 1 §\. Markerat 2026-\d\d-\d\d av/);
    const shown = await made.desk.register.motion(caseId);
    expect(shown?.withheld).toEqual({ reason: 'secrecy-mark', provision: 'OSL 21 kap. 1 §' });
    expect(JSON.stringify(shown)).not.toContain(before?.title);
    expect(JSON.stringify(shown)).not.toContain(before?.clauses[0]?.text);
    const answered = await aRealCase(made, 'CouncilReady');
    expect((await made.desk.register.details(answered))?.answer).toBeDefined();
    const mark = { provision: 'OSL 21 kap. 1 §', authority: 'regionfullmäktige' };
    await registrar.confirm(await registrar.fillIn(`/kontor/arenden/${answered}/gor/mark-secrecy`, mark));
    expect((await made.desk.register.details(answered))?.answer).toBeUndefined();
    const lifted = `/kontor/arenden/${caseId}/gor/lift-secrecy-mark`;
    await registrar.confirm(await registrar.fillIn(lifted, {}));
    expect(await made.desk.register.motion(caseId)).toMatchObject({ title: before?.title });
  });
});

describe('the inbox', () => {
  it('has what has come in first, then what waits by what it is, with the page where it is done', async () => {
    const received = await aRealCase(made, 'Received');
    const held = await aRealCase(made, 'Registered');
    const task = (caseId: string, kind: string) => ({
      caseId,
      kind,
      assignee: { role: 'registrar' as const },
      dueOn: '2026-01-13',
      openedAt: made.clock.now,
    });
    for (const [caseId, kind] of [
      [received, 'AwaitRegistration'],
      [held, 'letter-held'],
    ] as const) {
      const { version } = await motionOf(made, caseId);
      const wait = { step: kind, token: 't', generation: 1, openedAtVersion: version };
      await made.desk.cases.openWait(caseId, wait, [task(caseId, kind)]);
    }
    const { html } = await registrar.get('/kontor/inkorg');
    expect(textOf(html)).toMatch(/Inkomna, inte registrerade \(1\).*Brev att godkänna \(1\)/);
    expect(html).toContain(`href="/kontor/arenden/${received}/gor/register"`);
    expect(html).toContain(`href="/kontor/arenden/${held}/brev"`);
    expect((await (await signedIn('p-official')).get('/kontor/inkorg')).status).toBe(404);
  });

  it('lets a stopped case go on', async () => {
    const caseId = await aRealCase(made, 'Drafting');
    const path = `/kontor/arenden/${caseId}/starta-om`;
    const { started } = made;
    const count = started.length;
    const done = await registrar.fillIn(path, {});
    expect(textOf(done.html)).toContain('Ärendet går vidare');
    expect(started.length).toBeGreaterThan(count);
    const official = await signedIn('p-official');
    expect((await official.send(path, hiddenOf((await official.get('/kontor')).html))).status).toBe(404);
  });
});

describe('a table of open motions', () => {
  const row = 'RS 3-2024;Fler träd;Anna Ek;2024-05-14;registrerad';
  const head = 'Diarienummer;Titel;Motionärer;Inkom;Läge';

  it('is tried row by row, and entered when somebody says so', async () => {
    const member = (await made.desk.people.member('m-anna'))?.value.name ?? '';
    const content = `${head}\n${row.replace('Anna Ek', member)}`;
    const bad = await registrar.fillIn('/kontor/inlasning', {
      content: `${content.replace('2024-05-14', 'x')}`,
    });
    expect(textOf(bad.html)).toMatch(/Inget är infört.*2 fel/);
    expect(bad.html).not.toContain('För in raderna');
    const tried = await registrar.fillIn('/kontor/inlasning', { content });
    expect(textOf(tried.html)).toContain('Kan föras in: registrerad.');
    expect((await made.desk.cases.register(2024, {})).items).toEqual([]);
    const done = await registrar.confirm(tried);
    expect(textOf(done.html)).toContain('Tabellen är inläst');
    const [entered] = (await made.desk.cases.register(2024, {})).items;
    expect(done.html).toContain(`href="/kontor/arenden/${entered?.caseId}"`);
  });

  it('goes on where it broke off, on a new visit with the same table', async () => {
    const member = (await made.desk.people.member('m-anna'))?.value.name ?? '';
    const rows = [row, row.replace('RS 3', 'RS 4')].map((each) => each.replace('Anna Ek', member));
    const content = [head, ...rows].join('\n');
    const { commit } = made.desk.cases;
    let left = 1;
    Object.assign(made.desk.cases, {
      commit: (change: Parameters<typeof commit>[0]) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('broken')) : commit(change);
      },
    });
    const bring = async () => registrar.confirm(await registrar.fillIn('/kontor/inlasning', { content }));
    expect((await bring()).status).toBe(500);
    expect((await made.desk.cases.register(2024, {})).items).toHaveLength(1);
    left = 100;
    expect(textOf((await bring()).html)).toContain('Tabellen är inläst');
    expect((await made.desk.cases.register(2024, {})).items).toHaveLength(2);
  });

  it('asks for a table when none is given', async () => {
    const refused = await registrar.fillIn('/kontor/inlasning', {});
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('href="#f-content"');
  });
});
