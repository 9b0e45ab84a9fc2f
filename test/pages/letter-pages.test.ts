import { beforeEach, describe, expect, it } from 'vitest';
import { saveMember } from '../../lambdas/casework/keep-registers.ts';
import { takeLetterNews } from '../../lambdas/casework/letter-news.ts';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase } from '../lambdas/real-cases.ts';
import { actors } from '../support/motion-people.ts';
import { hiddenOf, makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

let made: MadeDesk;
let caseId: string;
let registrar: Visitor;
const as = async (personId: string): Promise<Visitor> => {
  const visitor = makeVisitor(made.desk);
  await visitor.signIn(personId);
  return visitor;
};
beforeEach(async () => {
  made = await makeDesk();
  registrar = await as('p-registrar');
  caseId = await aRealCase(made, 'Received');
  await sendLetters(made.desk, caseId);
});

const list = () => `/kontor/arenden/${caseId}/brev`;
const one = (page = 'ett', memberId = 'm-anna') =>
  `${list()}/${page}?version=4&memberId=${memberId}&template=received`;
const bounce = () =>
  takeLetterNews(made.desk, {
    letterId: `${caseId}#4#m-anna#received`,
    messageId: 'message-1',
    address: 'm-anna@region.example',
    fate: { kind: 'bounced', at: '2026-01-12T10:00:00.000Z', code: 'Permanent/General' },
    stopsAddress: true,
  });
const act = (gor: string, skal = 'Ny adress.', visitor = registrar) => visitor.fillIn(one(), { gor, skal });

describe('the letters of a case', () => {
  it('say to whom, when and whether they came', async () => {
    await bounce();
    const text = textOf((await registrar.get(list())).html);
    expect(text).toMatch(/Namn Efternamnsson-anna .* Kom tillbaka/);
    expect(text).toMatch(/Namn Efternamnsson-bo .* Skickat/);
    expect(text).not.toContain('@');
  });

  it('are read word for word, and as they looked, with nothing that runs', async () => {
    const { html } = await registrar.get(one());
    expect(textOf(html)).toContain('Vi har tagit emot motionen');
    const seen = await registrar.get(one('sett'));
    expect(seen.html).toBe(made.sent[0]?.html);
    expect(seen.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('are shown to those who may see them, and to others their own', async () => {
    const mover = await as('p-m-bo');
    expect(textOf((await mover.get(list())).html)).not.toContain('-anna');
    expect((await mover.get(one())).status).toBe(404);
    expect((await mover.get(one('sett', 'm-bo'))).status).toBe(200);
    expect((await registrar.get(one().replace('received', 'decided'))).status).toBe(404);
    expect((await registrar.get(`${list()}/ett`)).status).toBe(404);
  });
});

describe('seeing to a letter', () => {
  it('sends it again, with a reason that is kept', async () => {
    await bounce();
    expect((await act('resend', ' ')).status).toBe(400);
    const { html, path } = await act('resend');
    expect(path).toContain('gjort=brev.resend');
    expect(textOf(html)).toContain('Brevet skickas igen');
    expect(textOf(html)).toContain('Personnamn-p-registrar: Ny adress.');
    expect(await sendLetters(made.desk, caseId)).toBe(1);
    expect(await made.desk.addresses.stopOf('m-anna@region.example')).toBeUndefined();
  });

  it('notes that the reader was reached in another way', async () => {
    await bounce();
    expect(textOf((await act('settle', 'Skickat med post.')).html)).toContain('Nådd på annat sätt');
    expect((await made.desk.cases.load(caseId))?.tasks.map(({ kind }) => kind)).not.toContain(
      'letter-returned',
    );
  });

  it('approves one that waits, and is offered to the registrar alone', async () => {
    const found = await made.desk.people.member('m-anna');
    if (found === undefined) throw new Error('no such member');
    const protectedMember = { ...found.value, protectedIdentity: true };
    await saveMember(made.desk, protectedMember, found.version, actors.administrator);
    await act('resend');
    await sendLetters(made.desk, caseId);
    expect(textOf((await registrar.get(one())).html)).toContain('Väntar på godkännande');
    const official = await as('p-official');
    const seen = textOf((await official.get(one())).html);
    expect(seen).not.toMatch(/godkännande|Godkänn|Skicka igen|-anna/);
    await act('release', 'Adressen är prövad.');
    expect(await sendLetters(made.desk, caseId)).toBe(1);
  });
});

describe('the letters that did not come', () => {
  it('are listed for the registrar, with their case, until they are seen to', async () => {
    expect(textOf((await registrar.get('/kontor/brev')).html)).toContain('Alla brev har kommit fram');
    await bounce();
    const { html } = await registrar.get('/kontor/brev');
    expect(textOf(html)).toMatch(/Namn Efternamnsson-anna .* Kom tillbaka/);
    expect(html).toContain('/brev/ett?');
    await act('settle');
    expect(textOf((await registrar.get('/kontor/brev')).html)).toContain('Alla brev har kommit fram');
    expect((await (await as('p-official')).get('/kontor/brev')).status).toBe(404);
  });
});

describe('my own page', () => {
  it('lets me choose a daily letter, when there is an address', async () => {
    expect(textOf((await registrar.get('/kontor/jag')).html)).toContain('Be en administratör');
    const found = await made.desk.people.person('p-registrar');
    if (found === undefined) throw new Error('no such person');
    const version = found.version + 1;
    const entry = { version, by: 'test', at: made.clock.now, what: 'test' };
    await made.desk.people.savePerson({ ...found.value, email: 'reg@region.example' }, version, entry);
    const choose = async (dagligen: string) => {
      const { html } = await registrar.get('/kontor/jag');
      return registrar.send('/kontor/jag/sammanfattning', { ...hiddenOf(html), dagligen });
    };
    const chosen = await choose('ja');
    expect(textOf(chosen.html)).toContain('Du får ett brev till reg@region.example');
    const declined = await choose('nej');
    expect(textOf(declined.html)).toContain('Du kan få ett brev');
  });
});
