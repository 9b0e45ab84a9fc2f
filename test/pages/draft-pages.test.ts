import { beforeEach, describe, expect, it } from 'vitest';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, letHappen, motionOf } from '../lambdas/real-cases.ts';
import { approves, january, usual } from '../support/motion-builders.ts';
import { hiddenOf, makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

let made: MadeDesk;
let anna: Visitor;

const as = async (personId: string): Promise<Visitor> => {
  const visitor = makeVisitor(made.desk);
  await visitor.signIn(personId);
  return visitor;
};

beforeEach(async () => {
  made = await makeDesk();
  made.clock.now = '2026-01-12T10:00:00.000Z';
  anna = await as('p-member');
});

const written = {
  steg: 'spara',
  rubrik: 'Fler bussar',
  motivering: 'Det behövs.',
  att: ['att bussarna går oftare', ''],
  vem: ['m-anna'],
};
const begins = async () => {
  const page = await anna.fillIn('/kontor/motioner/ny', written);
  return page.path.replace(/^\/kontor\/utkast\/([^?]+).*$/, '$1');
};
const aDraftCase = async () => {
  const caseId = await aRealCase(made, 'Draft');
  made.clock.now = '2026-01-12T10:00:00.000Z';
  return caseId;
};

describe('writing a motion', () => {
  it('begins with what one needs, oneself named, and says that it is private', async () => {
    const { html } = await anna.get('/kontor/motioner/ny');
    expect(textOf(html)).toContain('Utkastet är privat: bara gruppen g-ex');
    expect(html).toMatch(/id="f-vem-m-anna"[^>]*checked/);
    expect(html).toContain('id="f-vem-m-bo"');
    // Not a substitute who does not serve, nor, on another day, one who has left.
    expect(html).not.toContain('f-vem-m-idle');
    expect(html).toContain('id="f-vem-m-left"');
    made.clock.now = '2026-05-02T10:00:00.000Z';
    expect((await anna.get('/kontor/motioner/ny')).html).not.toContain('f-vem-m-left');
  });

  it('saves a draft without empty clauses, and lists it', async () => {
    const caseId = await begins();
    expect(await motionOf(made, caseId)).toMatchObject({ status: 'Draft', clauseCount: 1 });
    const mine = textOf((await anna.get('/kontor/mina-motioner')).html);
    expect(mine).toContain('Fler bussar du ska godkänna');
  });

  it('adds, orders and takes out clauses by buttons, keeping what is written', async () => {
    const att = ['ett', 'två', 'tre'];
    const step = async (steg: string) => {
      const { html } = await anna.fillIn('/kontor/motioner/ny', { ...written, att, steg });
      expect(html).toContain('value="Fler bussar"');
      return [...html.matchAll(/name="att"[^>]*>\n?([^<]*)</g)].map(([, words]) => words);
    };
    expect(await step('lagg-till')).toEqual(['ett', 'två', 'tre', '']);
    expect(await step('upp-1')).toEqual(['två', 'ett', 'tre']);
    expect(await step('ner-1')).toEqual(['ett', 'tre', 'två']);
    expect(await step('bort-0')).toEqual(['två', 'tre']);
    expect(await step('upp-0')).toEqual(att);
  });

  it('orders those who sign by buttons', async () => {
    const vem = ['m-anna', 'm-bo'];
    const namesAfter = async (steg: string) => {
      const { html } = await anna.fillIn('/kontor/motioner/ny', { ...written, vem, steg });
      return [...html.matchAll(/name="vem" value="([^"]*)" checked/g)].map(([, id]) => id);
    };
    expect(await namesAfter('sok')).toEqual(vem);
    expect(await namesAfter('namn-upp-1')).toEqual(['m-bo', 'm-anna']);
    expect(await namesAfter('namn-upp-0')).toEqual(vem);
  });

  it('finds members by name or party', async () => {
    const page = async (sok: string) =>
      (await anna.fillIn('/kontor/motioner/ny', { ...written, sok, steg: 'sok' })).html;
    expect(await page('NAMN EFTERNAMNSSON-BO')).toContain('f-vem-m-bo');
    expect(await page('nobody')).not.toContain('f-vem-m-bo');
    expect(await page('nobody')).toContain('f-vem-m-anna');
  });

  it('asks for a heading, and keeps the rest', async () => {
    const refused = await anna.fillIn('/kontor/motioner/ny', { ...written, rubrik: ' ' });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('href="#f-rubrik"');
    expect(refused.html).toContain('att bussarna går oftare');
  });

  it('saves as one writes, at the draft’s own address, and not when nothing has changed', async () => {
    const hidden = hiddenOf((await anna.get('/kontor/motioner/ny')).html);
    const first = await anna.send('/kontor/motioner/ny', { ...hidden, ...written, steg: 'autospara' });
    const now = JSON.parse(first.html);
    expect(now).toMatchObject({ version: 1, says: 'Sparat 11:00' });
    const more = { csrf: hidden.csrf ?? '', ...written, steg: 'autospara' };
    const carried = { version: String(now.version), commandId: now.commandId, grund: now.grund };
    const same = await anna.send(now.action, { ...more, ...carried });
    expect(JSON.parse(same.html)).toMatchObject({ version: 1 });
    const changed = await anna.send(now.action, { ...more, ...carried, motivering: 'Mer.' });
    expect(JSON.parse(changed.html)).toMatchObject({ version: 2 });
    const stale = await anna.send(now.action, {
      ...more,
      ...carried,
      commandId: 'another-id',
      motivering: 'X',
    });
    expect(stale.status).toBe(409);
  });
});

describe('a draft', () => {
  it('tells what is missing, and the meeting it is in time for', async () => {
    const { html } = await anna.get(`/kontor/utkast/${await begins()}`);
    expect(textOf(html)).toContain('En undertecknare har inte godkänt den här texten än. (KL 4:19)');
    expect(textOf(html)).toContain('Inget sammanträde i regionfullmäktige är inlagt');
  });

  it('shows both texts when two write at once', async () => {
    const caseId = await begins();
    const path = `/kontor/utkast/${caseId}`;
    const hidden = hiddenOf((await anna.get(path)).html);
    const secretary = await as('p-group-secretary');
    await secretary.fillIn(path, { ...written, motivering: 'Sekreterarens ord.' });
    const refused = await anna.send(path, { ...hidden, ...written, motivering: 'Mina ord.' });
    expect(refused.status).toBe(409);
    expect(textOf(refused.html)).toContain('Personnamn-p-group-secretary sparade 2026-01-12');
    expect(refused.html).toMatch(/<del>[\s\S]*Sekreterarens[\s\S]*<\/del>/);
    expect(refused.html).toContain('Mina ord.');
    const onTop = await anna.send(path, { ...hiddenOf(refused.html), ...written, motivering: 'Mina ord.' });
    expect(onTop.path).toBe(`${path}?gjort=revise-text`);
  });

  it('is approved as it was read, and not when it has been changed meanwhile', async () => {
    const caseId = await begins();
    const path = `/kontor/utkast/${caseId}/las`;
    const hidden = hiddenOf((await anna.get(path)).html);
    await anna.fillIn(`/kontor/utkast/${caseId}`, { ...written, motivering: 'Ändrat.' });
    const refused = await anna.send(path, hidden);
    expect(refused.status).toBe(409);
    expect(textOf(refused.html)).toContain('Texten har ändrats sedan du läste den.');
    expect(textOf(refused.html)).toContain('Ändrat.');
    const done = await anna.send(path, hiddenOf(refused.html));
    expect(textOf(done.html)).toContain('har godkänt');
    const { signatories, text } = await motionOf(made, caseId);
    expect(signatories).toEqual([{ memberId: 'm-anna', approvedHash: text.hash }]);
  });

  it('becomes a motion with a receipt when it is handed in', async () => {
    const caseId = await begins();
    await anna.fillIn(`/kontor/utkast/${caseId}/las`, {});
    const asked = await anna.fillIn(`/kontor/arenden/${caseId}/gor/submit`, {});
    expect(textOf(asked.html)).toContain('går till Namn Efternamnsson-anna');
    expect((await motionOf(made, caseId)).status).toBe('Draft');
    const receipt = await anna.confirm(asked);
    const motion = await motionOf(made, caseId);
    expect(motion.status).toBe('Received');
    expect(receipt.path).toBe(`/kontor/arenden/${caseId}/kvitto?gjort=submit`);
    expect(textOf(receipt.html)).toContain(motion.text.hash);
    await letHappen(made, caseId, usual('register', january));
    expect(textOf((await anna.get(`/kontor/arenden/${caseId}/kvitto`)).html)).toContain('RS 1-2026');
  });

  it('is not handed in before everybody has approved it, and the page says why', async () => {
    const refused = await anna.fillIn(`/kontor/arenden/${await begins()}/gor/submit`, {});
    expect(refused.status).toBe(400);
    expect(textOf(refused.html)).toContain('Alla undertecknare har inte godkänt den här texten.');
  });

  it('is gone when it is discarded', async () => {
    const caseId = await begins();
    const done = await anna.confirm(await anna.fillIn(`/kontor/arenden/${caseId}/gor/discard-draft`, {}));
    expect(done.path).toBe('/kontor/mina-motioner?gjort=discard-draft');
    expect(textOf(done.html)).toContain('Utkastet är kasserat.');
    expect((await anna.get(`/kontor/utkast/${caseId}`)).status).toBe(404);
  });

  it('is nobody else’s: not another group’s, an official’s, the registrar’s or the auditor’s', async () => {
    const caseId = await aDraftCase();
    const others = ['p-other-secretary', 'p-other-member', 'p-official', 'p-registrar', 'p-auditor'];
    for (const personId of [...others, 'p-administrator']) {
      const other = await as(personId);
      for (const path of [
        `/kontor/utkast/${caseId}`,
        `/kontor/utkast/${caseId}/las`,
        `/kontor/arenden/${caseId}`,
        `/kontor/arenden/${caseId}/kvitto`,
        `/kontor/arenden/${caseId}/svar`,
        `/kontor/arenden/${caseId}/gor/submit`,
      ]) {
        const page = await other.get(path);
        expect([personId, path, page.status]).toEqual([personId, path, 404]);
        expect(page.html).not.toMatch(/qvx|m-anna|g-ex/);
      }
      const mine = await other.get('/kontor/mina-motioner');
      expect(mine.html).not.toContain('qvx');
      const sent = { ...hiddenOf(mine.html), ...written };
      const page = await other.send(`/kontor/utkast/${caseId}`, sent);
      expect([403, 404]).toContain(page.status);
    }
    expect((await motionOf(made, caseId)).version).toBe(3);
  });
});

describe('a motion that has been handed in', () => {
  it('is completed when it came back, approved anew and handed in again', async () => {
    const caseId = await aRealCase(made, 'Returned');
    made.clock.now = '2026-01-13T10:00:00.000Z';
    const page = await anna.get(`/kontor/utkast/${caseId}`);
    expect(textOf(page.html)).toContain('Skäl-qvx: två ämnen. (arbetsordningen 12 §)');
    const vem = ['m-anna', 'm-bo'];
    const saved = await anna.send(`/kontor/utkast/${caseId}`, { ...hiddenOf(page.html), ...written, vem });
    expect(saved.path).toBe(`/kontor/utkast/${caseId}?gjort=revise-text`);
    await anna.fillIn(`/kontor/utkast/${caseId}/las`, {});
    await letHappen(made, caseId, approves('m-bo', { today: '2026-01-13' }));
    made.clock.now = '2026-01-13T10:00:00.000Z';
    const done = await anna.confirm(await anna.fillIn(`/kontor/arenden/${caseId}/gor/resubmit`, {}));
    expect(textOf(done.html)).toContain('Motionen är inlämnad igen.');
    expect((await motionOf(made, caseId)).status).toBe('Registered');
    const officer = await as('p-official');
    expect((await officer.get(`/kontor/utkast/${caseId}`)).path).toBe(`/kontor/arenden/${caseId}`);
  });

  it('is withdrawn clause by clause, and whole, by each who signed it', async () => {
    const caseId = await aRealCase(made, 'Registered');
    const one = await anna.fillIn(`/kontor/arenden/${caseId}/gor/withdraw-clauses`, { clauses: '2' });
    await anna.confirm(one);
    expect((await motionOf(made, caseId)).signatories[0]).toMatchObject({ withdrawnClauses: [2] });
    await anna.confirm(await anna.fillIn(`/kontor/arenden/${caseId}/gor/withdraw`, {}));
    expect((await motionOf(made, caseId)).signatories[0]).toHaveProperty('withdrawnOn');
  });
});
