import { beforeEach, describe, expect, it } from 'vitest';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { hiddenOf, makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

let made: MadeDesk;
let visitor: Visitor;
beforeEach(async () => {
  made = await makeDesk();
  visitor = makeVisitor(made.desk);
});

describe('signing in', () => {
  it('sends who is not signed in to the provider, and back to the page asked for', async () => {
    await visitor.get('/kontor/arenden/c1?x=1');
    const back = await visitor.get('/kontor/inloggad?code=p-registrar&state=a-state');
    expect(back.path).toBe('/kontor/arenden/c1?x=1');
    expect(textOf(back.html)).toContain('Personnamn-p-registrar');
  });

  it('never sends anybody to another site', async () => {
    for (const asked of ['https://evil.example/', '//evil.example', '/kontor\\evil.example', '/kontorx']) {
      await visitor.get(`/kontor/logga-in?till=${encodeURIComponent(asked)}`);
      const back = await visitor.get('/kontor/inloggad?code=p-registrar&state=a-state');
      expect(back.path).toBe('/kontor');
    }
  });

  it('takes an answer once, only from the browser that began, and not too late', async () => {
    await visitor.signIn('p-registrar');
    const again = await visitor.get('/kontor/inloggad?code=p-registrar&state=a-state');
    expect(again.status).toBe(400);
    const stranger = makeVisitor(made.desk);
    expect((await stranger.get('/kontor/inloggad?code=p-registrar&state=a-state')).status).toBe(400);
    const slow = makeVisitor(made.desk);
    await slow.get('/kontor/logga-in');
    made.clock.realNow = '2026-11-02T10:10:00.000Z';
    expect((await slow.get('/kontor/inloggad?code=p-registrar&state=a-state')).status).toBe(400);
  });

  it('gives a cookie that only this site gets, and keeps nothing of it in the record', async () => {
    const seen: string[] = [];
    const { open } = made.desk.sessions;
    const keepAndOpen: typeof open = (given) => {
      seen.push(JSON.stringify(given));
      return open(given);
    };
    made = {
      ...made,
      desk: {
        ...made.desk,
        sessions: { ...made.desk.sessions, open: keepAndOpen },
      },
    };
    const watched = makeVisitor(made.desk);
    await watched.signIn('p-registrar');
    const secret = watched.cookies.get('__Host-besvarad');
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(seen.join()).not.toContain(secret);
  });

  it('ends with the working day, and when signed out here or everywhere', async () => {
    const elsewhere = makeVisitor(made.desk);
    const isIn = async (who: Visitor) => (await who.get('/kontor')).html.includes('Mitt arbete');
    await visitor.signIn('p-registrar');
    await elsewhere.signIn('p-registrar');
    const { html } = await visitor.get('/kontor');
    await visitor.send('/kontor/logga-ut', hiddenOf(html));
    expect([await isIn(visitor), await isIn(elsewhere)]).toEqual([false, true]);
    await visitor.signIn('p-registrar');
    const again = await visitor.get('/kontor');
    await visitor.send('/kontor/logga-ut-overallt', hiddenOf(again.html));
    expect([await isIn(visitor), await isIn(elsewhere)]).toEqual([false, false]);
    made.clock.realNow = '2026-11-02T10:00:05.000Z';
    await visitor.signIn('p-registrar');
    expect(await isIn(visitor)).toBe(true);
    made.clock.realNow = '2026-11-02T20:00:05.000Z';
    expect(await isIn(visitor)).toBe(false);
  });

  it('tells who is not entered in the record what to do', async () => {
    const unknown = await visitor.signIn('p-nobody');
    expect([unknown.status, unknown.path]).toEqual([403, '/kontor/okand']);
  });

  it('asks the record for roles at every page: who has lost them has lost them', async () => {
    await visitor.signIn('p-registrar');
    const stored = await made.desk.people.person('p-registrar');
    if (stored === undefined) throw new Error('no registrar');
    const entry = { version: 2, by: 'test', at: made.clock.now, what: 'test' };
    await made.desk.people.savePerson({ ...stored.value, roles: [] }, 2, entry);
    expect(textOf((await visitor.get('/kontor')).html)).not.toContain('registrator');
  });
});

describe('a form', () => {
  it('of another session, or of another site, is not taken', async () => {
    await visitor.signIn('p-registrar');
    for (const csrf of ['', 'made-up']) {
      const refused = await visitor.send('/kontor/logga-ut', { csrf });
      expect(refused.status).toBe(403);
    }
    expect((await visitor.get('/kontor')).status).toBe(200);
  });

  it('of who is signed out says so, and does not send what was written away', async () => {
    const sent = await visitor.send('/kontor/arenden/c1/gor/register', { raisedOn: '2026-01-01' });
    expect(sent.status).toBe(403);
    expect(textOf(sent.html)).toContain('Du är inte längre inloggad');
  });
});
