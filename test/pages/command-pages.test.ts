import { beforeEach, describe, expect, it } from 'vitest';
import { refuse } from '../../domain/refusal.ts';
import { faultInForm } from '../../lambdas/office/pages/faults.ts';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, motionOf } from '../lambdas/real-cases.ts';
import { hiddenOf, makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

let made: MadeDesk;
let registrar: Visitor;
let caseId: string;
const at = (command: string) => `/kontor/arenden/${caseId}/gor/${command}`;

beforeEach(async () => {
  made = await makeDesk();
  registrar = makeVisitor(made.desk);
  await registrar.signIn('p-registrar');
  caseId = await aRealCase(made, 'Received');
});

describe('a no about a date', () => {
  const date = (name: string) => ({ kind: 'date' as const, name, label: name });
  const filled = { sentOn: ['2030-01-01'], dueOn: ['2030-02-01'] };

  it('leads to the one date of the form, and to none of several, nor to an empty one', () => {
    const no = refuse('date_out_of_order');
    expect(faultInForm(no, { fields: [date('sentOn')], filled }).field).toBe('sentOn');
    expect(faultInForm(no, { fields: [date('sentOn'), date('dueOn')], filled }).field).toBeUndefined();
    expect(faultInForm(no, { fields: [date('raisedOn')], filled }).field).toBeUndefined();
    expect(faultInForm(refuse('wrong_status'), { fields: [date('sentOn')], filled }).field).toBeUndefined();
  });
});

describe('a command on a page', () => {
  it('is asked once more where letters go out, naming what will happen and who will be told', async () => {
    const asked = await registrar.fillIn(at('register'), {});
    expect(textOf(asked.html)).toContain('Ärendets läge blir: registrerad');
    expect(textOf(asked.html)).toContain('Brev (diarienummer) går till Namn Efternamnsson-anna');
    expect((await motionOf(made, caseId)).status).toBe('Received');
    const done = await registrar.confirm(asked);
    expect(done.path).toBe(`/kontor/arenden/${caseId}?gjort=register`);
    expect(textOf(done.html)).toContain('Motionen är registrerad.');
    expect((await motionOf(made, caseId)).status).toBe('Registered');
  });

  it('is done once however often it is sent', async () => {
    const asked = await registrar.fillIn(at('register'), {});
    await registrar.confirm(asked);
    const { version } = await motionOf(made, caseId);
    const again = await registrar.confirm(asked);
    expect(again.path).toContain('gjort=register');
    expect((await motionOf(made, caseId)).version).toBe(version);
  });

  it('goes back with everything that was filled in', async () => {
    const asked = await registrar.fillIn(at('register'), { raisedOn: '2026-01-12' });
    const back = await registrar.send(asked.path, { ...hiddenOf(asked.html), steg: 'andra' });
    expect(back.html).toContain('value="2026-01-12"');
    expect((await motionOf(made, caseId)).status).toBe('Received');
  });

  it('keeps what was typed when something is missing, and says what, at the field and on top', async () => {
    await registrar.confirm(await registrar.fillIn(at('register'), {}));
    const refused = await registrar.fillIn(at('return-motion'), { reason: 'Motionen gäller två ämnen.' });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('Motionen gäller två ämnen.');
    expect(refused.html).toContain('href="#f-provision"');
    expect(refused.html).toMatch(/id="f-provision"[^>]*aria-invalid="true"/);
    expect(refused.html).toMatch(/<title>Fel: /);
  });

  it('shows a no of the law with its rule, before anything is asked or done', async () => {
    const refused = await registrar.fillIn(at('register'), { raisedOn: '2030-01-01' });
    expect(refused.status).toBe(400);
    expect(textOf(refused.html)).toMatch(/Det gick inte än .*\((TF|KL|OSL|domain)/);
    expect(refused.html).toContain('<a href="#f-raisedOn">Datumet ligger framåt i tiden.</a>');
    expect(refused.html).toMatch(/id="f-raisedOn"[^>]*aria-invalid="true"/);
  });

  it('tells of a conflict and loses nothing', async () => {
    const asked = await registrar.fillIn(at('register'), { raisedOn: '2026-01-12' });
    const other = makeVisitor(made.desk);
    await other.signIn('p-registrar');
    await other.confirm(await other.fillIn(at('register'), {}));
    const refused = await registrar.confirm(asked);
    expect(refused.status).toBe(409);
    expect(textOf(refused.html)).toContain('Någon annan har ändrat ärendet');
    expect(refused.html).toContain('value="2026-01-12"');
  });

  it('says who may to who may not, and does nothing', async () => {
    const officer = makeVisitor(made.desk);
    await officer.signIn('p-official');
    const page = await officer.get(at('register'));
    expect(textOf(page.html)).toContain('Kan göras av: registrator');
    const sent = await officer.fillIn(at('register'), { steg: 'bekrafta' });
    expect(textOf(sent.html)).toContain('Du får inte göra detta');
    expect((await motionOf(made, caseId)).status).toBe('Received');
  });

  it('shows no form before it can be sent, but when it can, and the way back', async () => {
    const secretary = makeVisitor(made.desk);
    await secretary.signIn('p-board-secretary');
    const early = await secretary.get(at('assign'));
    expect(early.status).toBe(409);
    expect(textOf(early.html)).toContain('Det går när ärendet är: remitterad');
    expect(early.html).not.toMatch(/name="commandId"|id="f-officer"/);
    expect(early.html).toContain(`class="button" href="/kontor/arenden/${caseId}"`);
  });

  it('is not found on a case one may not see, nor by a name that is no command', async () => {
    const draft = await aRealCase(made, 'Draft');
    for (const path of [`/kontor/arenden/${draft}`, `/kontor/arenden/${draft}/gor/register`, at('no-such')]) {
      expect([path, (await registrar.get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe('the page of a case', () => {
  it('shows what one may do, and who may do the rest', async () => {
    const { html } = await registrar.get(`/kontor/arenden/${caseId}`);
    expect(html).toContain(`href="${at('register')}"`);
    const secretary = makeVisitor(made.desk);
    await secretary.signIn('p-council-secretary');
    const others = await secretary.get(`/kontor/arenden/${caseId}`);
    expect(others.html).not.toContain(`href="${at('register')}"`);
    expect(textOf(others.html)).toContain('Registrera Kan göras av registrator');
  });

  it('stands on Mitt arbete of whom it waits for, and of nobody else', async () => {
    const task = {
      caseId,
      kind: 'AwaitRegistration',
      assignee: { role: 'registrar' as const },
      dueOn: '2026-01-13',
      openedAt: made.clock.now,
    };
    const { motion } = (await made.desk.cases.load(caseId)) ?? {};
    await made.desk.cases.openWait(
      caseId,
      { step: 'AwaitRegistration', token: 't', generation: 1, openedAtVersion: motion?.version ?? 0 },
      [task],
    );
    expect(textOf((await registrar.get('/kontor')).html)).toContain('Registrera motionen');
    const first = /class="button first" href="([^"]+)"/g;
    const asked = async () => [...(await registrar.get(`/kontor/arenden/${caseId}`)).html.matchAll(first)];
    expect((await asked()).map(([, href]) => href)).toEqual([at('register')]);
    const done = await registrar.confirm(await registrar.fillIn(at('register'), {}));
    expect(textOf(done.html)).toContain('Nästa steg läggs upp. Läs om sidan om en stund.');
    // What the registrar may do then, nobody asks for.
    expect(done.html).toContain(`class="button" href="${at('return-motion')}"`);
    expect(await asked()).toEqual([]);
    const officer = makeVisitor(made.desk);
    await officer.signIn('p-official');
    expect(textOf((await officer.get('/kontor')).html)).toContain('Inget väntar på dig just nu');
  });
});
