import { beforeEach, describe, expect, it } from 'vitest';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, openTheMinutes } from '../lambdas/real-cases.ts';
import { hiddenOf, makeVisitor, textOf } from '../support/page-visitor.ts';

let made: MadeDesk;
const signedIn = async (personId: string) => {
  const visitor = makeVisitor(made.desk);
  await visitor.signIn(personId);
  return visitor;
};
const log = async (caseId: string, as = 'p-auditor') =>
  (await (await signedIn(as)).get(`/kontor/arenden/${caseId}/handelser`)).html;

beforeEach(async () => {
  made = await makeDesk();
});

describe('the log of a case', () => {
  it('tells in words what happened, who did it, and on what rule', async () => {
    await openTheMinutes(made);
    const text = textOf(await log(await aRealCase(made, 'Decided')));
    expect(text).toMatch(
      /Motionen kom in [0-9a-f]{16} Personnamn-\S+ 2026-\d\d-\d\d 2026-\d\d-\d\d \d\d:\d\d KL 4:19/,
    );
    expect(text).toContain('Motionen registrerades');
    expect(text).toContain('Fullmäktige beslutade');
    expect(text).toMatch(/OSL 5:1–2 \(rad 2\)/);
  });

  it('recomputes the chain, and says where it breaks', async () => {
    const caseId = await aRealCase(made, 'Drafting');
    expect(textOf(await log(caseId))).toContain('Händelserna är orörda');
    const { events } = made.desk.cases;
    made.desk.cases.events = async (of) =>
      (await events(of)).map((each) => (each.seq === 3 ? { ...each, occurredOn: '2020-01-01' } : each));
    expect(textOf(await log(caseId))).toContain('Kedjan är bruten vid händelse 3');
    made.desk.cases.events = async (of) => (await events(of)).slice(0, -1);
    expect(textOf(await log(caseId))).toMatch(/Kedjan är bruten vid händelse \d+/);
  });

  it('says that a draft was written and not what, and does not name who is protected', async () => {
    const caseId = await aRealCase(made, 'Drafting');
    expect(textOf(await log(caseId))).toContain('Utkastet påbörjades innehållet är ett utkast');
    const member = await made.desk.people.member('m-anna');
    if (member === undefined) throw new Error('no such member');
    const entry = { version: member.version + 1, by: 'test', at: made.clock.now, what: 'test' };
    await made.desk.people.saveMember({ ...member.value, protectedIdentity: true }, entry.version, entry);
    expect(await log(caseId, 'p-official')).not.toContain('Personnamn-p-member');
    expect(await log(caseId, 'p-official')).toContain('Skyddade personuppgifter');
    expect(await log(caseId)).toContain('Personnamn-p-member');
  });

  it('is not there for who may not read the case', async () => {
    const caseId = await aRealCase(made, 'Draft');
    const visited = await (await signedIn('p-auditor')).get(`/kontor/arenden/${caseId}/handelser`);
    expect(visited.status).toBe(404);
  });
});

describe('my own page', () => {
  it('shows my roles with their days, and whether I may raise a motion', async () => {
    const text = textOf((await (await signedIn('p-member')).get('/kontor/jag')).html);
    expect(text).toContain('ledamot 2020-01-01 tills vidare ja');
    expect(text).toContain('Du får väcka motion i dag.');
  });

  it('signs me out everywhere', async () => {
    const [here, there] = [await signedIn('p-registrar'), await signedIn('p-registrar')];
    const me = await here.get('/kontor/jag');
    expect((await there.get('/kontor/jag')).status).toBe(200);
    made.clock.realNow = '2026-11-02T11:00:00.000Z';
    await here.send('/kontor/logga-ut-overallt', hiddenOf(me.html));
    expect((await there.get('/kontor/jag')).path).not.toContain('/kontor/jag?');
    expect((await there.get('/kontor/jag')).html).not.toContain('Mina roller');
  });
});
