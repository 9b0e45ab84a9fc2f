import { beforeEach, describe, expect, it } from 'vitest';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { hiddenOf, makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

let made: MadeDesk;
let administrator: Visitor;
const signedIn = async (personId: string) => {
  const visitor = makeVisitor(made.desk);
  await visitor.signIn(personId);
  return visitor;
};
const fresh = {
  name: 'Eva Ny',
  roles: ['registrar', 'archivist'],
  unit: 'Kansliet',
  memberId: '',
  partyGroup: '',
};
const invited = async () => {
  const page = await administrator.fillIn('/kontor/inbjudan', fresh);
  return page.html.match(/<strong class="hash">([A-Z0-9-]{24})<\/strong>/)?.[1] ?? '';
};
const bring = async (visitor: Visitor, kod: string) => visitor.fillIn('/kontor/okand', { kod });

beforeEach(async () => {
  made = await makeDesk();
  administrator = await signedIn('p-administrator');
});

describe('an invitation', () => {
  it('binds whoever signs in and brings the code, once', async () => {
    const code = await invited();
    const stranger = await signedIn('new-subject');
    expect((await stranger.get('/kontor')).path).toBe('/kontor/okand');
    const entered = await bring(stranger, ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(entered.path).toBe('/kontor');
    expect(textOf(entered.html)).toContain('registrator, arkivarie');
    expect((await made.desk.people.person('new-subject'))?.value).toMatchObject({
      name: 'Eva Ny',
      unit: 'Kansliet',
    });
    const second = await signedIn('other-subject');
    const refused = await bring(second, code);
    expect([refused.status, textOf(refused.html).includes('Koden gäller inte')]).toEqual([400, true]);
    expect(await made.desk.people.person('other-subject')).toBeUndefined();
    const person = textOf((await administrator.get('/kontor/personer/new-subject')).html);
    expect(person).toContain('Inbjuden av p-administrator');
    expect(person).toMatch(/Roll given: registrator 2026-\d\d-\d\d/);
  });

  it('is no use when it is wrong, taken back or too old, nor without the form’s own token', async () => {
    const stranger = await signedIn('new-subject');
    expect((await bring(stranger, 'ABCD')).status).toBe(400);
    const code = await invited();
    expect((await stranger.send('/kontor/okand', { kod: code })).status).toBe(403);
    const list = await administrator.get('/kontor/personer');
    const { codeHash = [] } = hiddenOf(list.html);
    await administrator.send('/kontor/inbjudan/aterta', { ...hiddenOf(list.html), codeHash });
    expect((await bring(stranger, code)).status).toBe(400);
    const late = await invited();
    made.clock.realNow = '2027-02-01T10:00:00.000Z';
    expect((await bring(await signedIn('new-subject'), late)).status).toBe(400);
    expect(await made.desk.people.person('new-subject')).toBeUndefined();
  });

  it('is made once however often the form is sent, and shows its code to nobody later', async () => {
    const { html } = await administrator.get('/kontor/inbjudan');
    const carried = hiddenOf(html);
    const sent = { ...carried, ...fresh };
    await administrator.send('/kontor/inbjudan', sent);
    await administrator.send('/kontor/inbjudan', sent);
    expect((await made.desk.invitations.invitations({})).items).toHaveLength(1);
    const code = carried.commandId?.[0] ?? '-';
    expect((await administrator.get('/kontor/personer')).html).not.toContain(code);
    expect(JSON.stringify(await made.desk.invitations.invitations({}))).not.toContain(code);
  });

  it('is the administrator’s: the auditor reads, and everybody else finds nothing', async () => {
    const auditor = await signedIn('p-auditor');
    expect((await auditor.get('/kontor/personer')).status).toBe(200);
    expect((await auditor.get('/kontor/inbjudan')).status).toBe(404);
    const registrar = await signedIn('p-registrar');
    for (const path of ['/kontor/personer', '/kontor/personer/p-auditor', '/kontor/inbjudan']) {
      expect([path, (await registrar.get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe('people', () => {
  it('are given roles and lose them by date, each an entry in the log', async () => {
    const at = '/kontor/personer/p-other-official';
    await administrator.fillIn(`${at}/ge-roll`, { role: 'manager', from: '2026-08-01' });
    const given = await made.desk.people.person('p-other-official');
    expect(given?.value.roles).toContainEqual({ role: 'manager', from: '2026-08-01' });
    const page = await administrator.fillIn(`${at}/aterkalla-roll`, { which: '0', to: '2026-07-01' });
    expect(page.path).toBe(`${at}?gjort=register.saved`);
    expect(textOf(page.html)).toContain('Ändringen är sparad och antecknad.');
    expect(textOf(page.html)).toMatch(/Roll given: chef 2026-08-01/);
    expect((await made.desk.people.person('p-other-official'))?.value.roles[0]).toMatchObject({
      role: 'official',
      to: '2026-07-01',
    });
  });

  it('are saved on the version that was seen', async () => {
    const path = '/kontor/personer/p-other-official/andra';
    const seen = hiddenOf((await administrator.get(path)).html);
    await administrator.fillIn(path, { name: 'Först' });
    const late = await administrator.send(path, { ...seen, name: 'Sedan' });
    expect(late.status).toBe(400);
    expect(late.html).toContain('value="Sedan"');
    expect((await made.desk.people.person('p-other-official'))?.value.name).toBe('Först');
  });
});

describe('members', () => {
  it('are entered, and changed by date, with a log the auditor reads', async () => {
    const entered = await administrator.fillIn('/kontor/ny-fortroendevald', {
      memberId: 'm-ny',
      name: 'Eva Ny',
      party: 'S',
      office: 'substitute',
      body: 'council',
      from: '2026-01-01',
    });
    expect(entered.path).toBe('/kontor/fortroendevalda/m-ny?gjort=register.saved');
    const at = '/kontor/fortroendevalda/m-ny';
    const day = textOf(entered.html).match(/tjänstgör den (2026-\d\d-\d\d)/)?.[1] ?? '';
    await administrator.fillIn(`${at}/tjanstgoring`, { on: day });
    await administrator.fillIn(`${at}/parti`, { party: 'V', from: '2026-03-01' });
    await administrator.fillIn(`${at}/andra`, {
      name: 'Eva Ny',
      protectedIdentity: 'ja',
      email: 'eva@x.example',
    });
    await administrator.fillIn(`${at}/avsluta`, { which: '0', to: '2026-12-31' });
    expect((await made.desk.people.member('m-ny'))?.value).toEqual({
      memberId: 'm-ny',
      name: 'Eva Ny',
      email: 'eva@x.example',
      protectedIdentity: true,
      terms: [{ office: 'substitute', body: 'council', from: '2026-01-01', to: '2026-12-31' }],
      parties: [
        { party: 'S', from: '2026-01-01' },
        { party: 'V', from: '2026-03-01' },
      ],
      servingOn: [day],
    });
    const auditor = await (await signedIn('p-auditor')).get(at);
    expect(textOf(auditor.html)).toContain('Väcka motion i dag ja');
    expect(textOf(auditor.html)).toMatch(/Parti infört: V 2026-03-01/);
    expect(textOf(auditor.html)).toContain('Skyddade personuppgifter');
    expect(auditor.html).not.toContain('eva@x.example');
  });

  it('come in from a table, told row by row', async () => {
    const head = 'Id;Namn;Parti;Uppdrag;Från';
    const path = '/kontor/lasa-in-fortroendevalda';
    const bad = await administrator.fillIn(path, { content: `${head}\nm-x;X Y;S;kung;2026-01-01` });
    expect(textOf(bad.html)).toContain('Inget är infört');
    const content = `${head}\nm-x;Xena Y;S;ledamot;2026-01-01`;
    const tried = await administrator.fillIn(path, { content });
    expect(textOf(tried.html)).toContain('Tabellen går att läsa in');
    expect(await made.desk.people.member('m-x')).toBeUndefined();
    expect(textOf((await administrator.confirm(tried)).html)).toContain('Tabellen är inläst');
    expect((await made.desk.people.member('m-x'))?.value.name).toBe('Xena Y');
    expect((await (await signedIn('p-registrar')).get(path)).status).toBe(404);
  });

  it('are shown to those whose work it is, and to nobody else', async () => {
    for (const [who, status] of [
      ['p-registrar', 200],
      ['p-auditor', 200],
      ['p-official', 404],
      ['p-member', 404],
    ] as const) {
      const visitor = await signedIn(who);
      for (const path of ['/kontor/fortroendevalda', '/kontor/fortroendevalda/m-anna']) {
        expect([who, path, (await visitor.get(path)).status]).toEqual([who, path, status]);
      }
      expect((await visitor.get('/kontor/fortroendevalda/m-anna/andra')).status).toBe(404);
    }
  });
});
