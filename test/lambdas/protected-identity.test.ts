import { beforeEach, describe, expect, it } from 'vitest';
import { type Member, protectedName } from '../../domain/members.ts';
import { saveMember } from '../../lambdas/casework/keep-registers.ts';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { tick } from '../../lambdas/casework/tick.ts';
import { Transient } from '../../lambdas/failures.ts';
import { by } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { type Desk, type Door, type MadeDesk, makeDesk, makeDoor } from './office-desk.ts';
import { aRealCase, letHappen, openTheMinutes } from './real-cases.ts';

let made: MadeDesk;
let door: Door;
beforeEach(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
  door = makeDoor(made.desk);
});

const change = async (facts: Partial<Member>, desk: Desk = made.desk, memberId = 'm-anna') => {
  const found = await made.desk.people.member(memberId);
  if (found === undefined) throw new Error('no such member');
  await saveMember(desk, { ...found.value, ...facts }, found.version, actors.administrator);
};
const protect = (isProtected = true, desk = made.desk) => change({ protectedIdentity: isProtected }, desk);
const shown = async (caseId: string) =>
  (await made.desk.register.motion(caseId))?.movers.map(({ name }) => name);
const states = async (caseId: string) =>
  Object.fromEntries((await made.desk.cases.letters(caseId)).map((row) => [row.memberId, row.state]));
const tasksOf = async (caseId: string) =>
  ((await made.desk.cases.load(caseId))?.tasks ?? []).map(({ kind }) => kind);
const bo = 'Namn Efternamnsson-bo';

describe('what the public may see of a protected person', () => {
  it('is the party and no name, in every motion the person has signed, until protection ends', async () => {
    const cases = [await aRealCase(made, 'Registered'), await aRealCase(made, 'CouncilReady')];
    await protect();
    for (const caseId of cases) {
      expect(await shown(caseId)).toEqual([protectedName, bo]);
      expect((await made.desk.register.motion(caseId))?.movers[0]?.party).toBe('Exempelpartiet');
      expect(JSON.stringify(await made.desk.register.motion(caseId))).not.toContain('anna');
    }
    // What happens next publishes no name either.
    await letHappen(
      made,
      cases[0] ?? '',
      by(actors['council-secretary'], { type: 'refer', by: 'council', announcedOn: '2026-02-10' }),
    );
    expect(await shown(cases[0] ?? '')).toEqual([protectedName, bo]);
    await protect(false);
    for (const caseId of cases) expect(await shown(caseId)).toEqual(['Namn Efternamnsson-anna', bo]);
    const log = await made.desk.people.memberLog('m-anna');
    expect(log.map(({ what }) => what)).toEqual([
      'test',
      'member_amended; protection_set',
      'member_amended; protection_ended',
    ]);
  });

  it('follows a changed name, and nothing is written where nothing shown has changed', async () => {
    const caseId = await aRealCase(made, 'Registered');
    await change({ name: 'Anna Nyström' });
    expect(await shown(caseId)).toEqual(['Anna Nyström', bo]);
    let published = 0;
    const publish: Desk['cases']['publish'] = async (...given) => {
      published += 1;
      return made.desk.cases.publish(...given);
    };
    await change({ email: 'ny@region.example' }, { ...made.desk, cases: { ...made.desk.cases, publish } });
    expect(published).toBe(0);
    expect((await made.desk.people.membersToPublish('2027-01-01T00:00:00.000Z', {})).items).toEqual([
      { memberId: 'm-anna', version: 2 },
    ]);
  });

  it('is mended by tick when it could not be published at once', async () => {
    const caseId = await aRealCase(made, 'Registered');
    const bySignatory: Desk['cases']['bySignatory'] = async () => {
      throw new Transient('down');
    };
    await protect(true, { ...made.desk, cases: { ...made.desk.cases, bySignatory } });
    expect(made.journal).toMatchObject([
      { level: 'warn', code: 'publication_still_owed', keys: { error: 'Transient' } },
    ]);
    expect(JSON.stringify(made.journal)).not.toContain('anna');
    expect(await shown(caseId)).toEqual(['Namn Efternamnsson-anna', bo]);
    // Once more when every request that had read the member has ended, not before.
    const { people } = made.desk;
    expect((await people.membersToPublish(made.clock.realNow, {})).items).toEqual([]);
    made.clock.realNow = new Date(Date.parse(made.clock.realNow) + 61_000).toISOString();
    // Without the clocks of the case: one that rings writes the view too.
    const clocks: Desk['clocks'] = { ...made.desk.clocks, due: async () => ({ items: [] }) };
    expect((await tick({ ...made.desk, clocks }, { sweep: false })).relays).toBe(1);
    expect(await shown(caseId)).toEqual([protectedName, bo]);
    expect((await tick({ ...made.desk, clocks }, { sweep: false })).relays).toBe(0);
    expect((await people.membersToPublish('2027-01-01T00:00:00.000Z', {})).items).toEqual([]);
  });

  it('stays owed when the member has been changed again', async () => {
    const { people } = made.desk;
    await protect();
    const later = '2027-01-01T00:00:00.000Z';
    const [owed] = (await people.membersToPublish(later, {})).items;
    await protect(false);
    if (owed === undefined) throw new Error('nothing owed');
    await people.clearPublication(owed);
    expect((await people.membersToPublish(later, {})).items).toEqual([{ memberId: 'm-anna', version: 3 }]);
  });
});

describe('a letter to a protected person', () => {
  it('waits for the registrar, who is told, and the others go', async () => {
    await protect();
    const caseId = await aRealCase(made, 'Received');
    expect(await sendLetters(made.desk, caseId)).toBe(1);
    expect(made.sent.map(({ to }) => to)).toEqual(['m-bo@region.example']);
    expect(await states(caseId)).toEqual({ 'm-anna': 'held', 'm-bo': 'sent' });
    const { items } = await made.desk.cases.worklist({ role: 'registrar' }, {});
    expect(items.map(({ kind }) => kind)).toContain('letter-held');
    // It waits however long it takes, and alarms nobody.
    await tick(made.desk, { sweep: false });
    expect(await states(caseId)).toMatchObject({ 'm-anna': 'held' });
    expect(made.journal.filter(({ code }) => code.startsWith('letter'))).toEqual([]);
  });

  it('goes when it is released, with who and why kept, and only that one', async () => {
    await protect();
    const caseId = await aRealCase(made, 'Received');
    await letHappen(made, caseId, by(actors.registrar, { type: 'register' }));
    await sendLetters(made.desk, caseId);
    const path = `/api/cases/${caseId}/letters/release`;
    const first = { version: 4, memberId: 'm-anna', template: 'received' };
    const body = { letters: [first], reason: 'Adressen är prövad.' };
    const release = (asked: unknown = body, subject = 'p-registrar') =>
      door.ask(subject, 'POST', path, asked);
    expect(await release()).toMatchObject({ status: 200, body: { released: 1 } });
    expect(await tasksOf(caseId)).toContain('letter-held');
    expect(await sendLetters(made.desk, caseId)).toBe(1);
    expect(made.sent.at(-1)?.to).toBe('m-anna@region.example');
    const rows = (await made.desk.cases.letters(caseId)).filter(({ memberId }) => memberId === 'm-anna');
    expect(
      rows.map(({ template, state, released }) => [template, state, released?.by, released?.reason]),
    ).toEqual([
      ['received', 'sent', 'p-registrar', 'Adressen är prövad.'],
      ['registered', 'held', undefined, undefined],
    ]);
    expect(await release()).toMatchObject({ status: 200, body: { released: 0 } });
    await release({
      letters: [{ version: 5, memberId: 'm-anna', template: 'registered' }],
      reason: 'Prövad.',
    });
    expect(await tasksOf(caseId)).not.toContain('letter-held');
    expect(await sendLetters(made.desk, caseId)).toBe(1);
    expect(await sendLetters(made.desk, caseId)).toBe(0);
  });

  it('is released by a registrar, of a case that is, with a reason', async () => {
    await protect();
    const caseId = await aRealCase(made, 'Received');
    const draft = await aRealCase(made, 'Draft');
    await sendLetters(made.desk, caseId);
    const letters = [{ version: 4, memberId: 'm-anna', template: 'received' }];
    const release = (subject: string, id: string, body: unknown) =>
      door.ask(subject, 'POST', `/api/cases/${id}/letters/release`, body);
    for (const subject of ['p-council-secretary', 'p-member', 'p-auditor']) {
      const refused = await release(subject, caseId, { letters, reason: 'x' });
      expect(refused).toMatchObject({
        status: 403,
        body: { mayBeDoneBy: ['registrator'], rule: 'domain.md §9' },
      });
    }
    expect((await release('p-administrator', caseId, { letters, reason: 'x' })).status).toBe(404);
    expect((await release('p-registrar', draft, { letters, reason: 'x' })).status).toBe(404);
    expect((await release('p-registrar', caseId, { letters, reason: '' })).status).toBe(400);
    expect((await release('p-registrar', caseId, { letters: [], reason: 'x' })).status).toBe(400);
    expect(await states(caseId)).toMatchObject({ 'm-anna': 'held' });
  });

  it('is known to be held by those only who need to know', async () => {
    await protect();
    const caseId = await aRealCase(made, 'Received');
    await sendLetters(made.desk, caseId);
    const told = async (subject: string) =>
      JSON.stringify([
        (await door.get(subject, `/api/cases/${caseId}`)).body,
        (await door.get(subject, `/api/cases/${caseId}/letters`)).body,
        (await door.get(subject, '/api/members?limit=200')).body,
      ]);
    for (const subject of ['p-official', 'p-member', 'p-council-secretary', 'p-other-member', 'p-manager']) {
      expect([subject, (await told(subject)).match(/held|protected|@/g)]).toEqual([subject, null]);
    }
    for (const subject of ['p-registrar', 'p-auditor']) {
      expect(await told(subject)).toMatch(/letter-held.*"state":"held".*protectedIdentity/);
    }
  });

  it('goes to a person whose name only those who need to know it read in the register, and the person', async () => {
    await protect();
    const named = async (subject: string) =>
      JSON.stringify((await door.get(subject, '/api/members?limit=200')).body).includes(
        'Namn Efternamnsson-anna',
      );
    for (const subject of ['p-official', 'p-council-secretary', 'p-other-member', 'p-manager']) {
      expect([subject, await named(subject)]).toEqual([subject, false]);
    }
    for (const subject of ['p-registrar', 'p-auditor', 'p-administrator', 'p-member']) {
      expect([subject, await named(subject)]).toEqual([subject, true]);
    }
  });

  it('goes to a person whose place in the register tells the name to nobody else', async () => {
    await protect();
    const names: string[] = [];
    let cursor: unknown = '';
    while (cursor !== undefined) {
      const from = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await door.get('p-official', `/api/members?limit=1${from}`);
      names.push(...(body.items as Member[]).map(({ name }) => name));
      cursor = body.cursor;
      expect(Buffer.from(String(cursor), 'base64url').toString()).not.toContain('Efternamnsson-anna');
    }
    const everybody = (await made.desk.people.members({ limit: 200 })).items;
    expect(names).toHaveLength(everybody.length);
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'sv')));
    expect(names.at(-1)).toBe(protectedName);
    for (const wrong of ['x', Buffer.from('["MEMBERS","a"]').toString('base64url')]) {
      expect((await door.get('p-official', `/api/members?cursor=${wrong}`)).status).toBe(400);
    }
  });

  it('that was sent before stays sent, and one that is owed since goes when protection ends', async () => {
    const caseId = await aRealCase(made, 'Received');
    await sendLetters(made.desk, caseId);
    await protect();
    await letHappen(made, caseId, by(actors.registrar, { type: 'register' }));
    await protect(false);
    expect(await sendLetters(made.desk, caseId)).toBe(2);
  });
});

describe('one who has left the council (domain.md §1.4)', () => {
  const contact = 'gruppen@region.example';
  const partyGroups = [{ party: 'Exempelpartiet', contact }];
  const leave = (facts: Partial<Member> = {}) =>
    change({ terms: [{ from: '2022-10-15', to: '2026-03-31', office: 'member' }], ...facts });
  const sentAfterLeaving = async (facts: Partial<Member> = {}, organisation = { partyGroups }) => {
    made = await makeDesk({ organisation });
    const caseId = await aRealCase(made, 'Received');
    await sendLetters(made.desk, caseId);
    made.sent.splice(0);
    await leave(facts);
    await letHappen(made, caseId, by(actors.registrar, { type: 'register' }));
    await sendLetters(made.desk, caseId);
    return made.sent.map(({ to }) => to).toSorted();
  };
  const [anna, boAt] = ['m-anna@region.example', 'm-bo@region.example'];

  it('is told on, and the party group gets a copy that says why', async () => {
    expect(await sentAfterLeaving()).toEqual([anna, boAt, contact].toSorted());
    const texts = Object.fromEntries(made.sent.map(({ to, text }) => [to, text]));
    expect(texts[contact]?.replaceAll('\n', ' ')).toContain(
      'någon i partigruppen som har skrivit under motionen har lämnat fullmäktige',
    );
    expect(texts[anna]).toContain('för att du har skrivit under motionen');
    expect(made.sent.map(({ letterId }) => letterId)).toContainEqual(
      expect.stringContaining('#party-group:Exempelpartiet#registered'),
    );
  });

  it('is not told when he or she has declined, from that day; the group is', async () => {
    expect(await sentAfterLeaving({ noLettersFrom: '2026-07-30' })).toEqual([boAt, contact].toSorted());
    expect(await sentAfterLeaving({ noLettersFrom: '2026-07-31' })).toEqual([anna, boAt, contact].toSorted());
  });

  it('is told alone where no contact is configured', async () => {
    expect(await sentAfterLeaving({}, { partyGroups: [] })).toEqual([anna, boAt]);
    expect(await sentAfterLeaving({}, { partyGroups: [{ party: 'Annat parti', contact }] })).toEqual([
      anna,
      boAt,
    ]);
  });

  it('cannot decline while in office, and no copy goes for those who are', async () => {
    made = await makeDesk({ organisation: { partyGroups } });
    await change({ noLettersFrom: '2026-01-01' });
    const caseId = await aRealCase(made, 'Received');
    await sendLetters(made.desk, caseId);
    expect(made.sent.map(({ to }) => to)).toEqual([anna, boAt]);
  });

  it('keeps the party as of signing, whatever party he or she joins', async () => {
    const caseId = await aRealCase(made, 'Registered');
    await change({
      parties: [
        { from: '2022-10-15', party: 'Exempelpartiet' },
        { from: '2026-05-01', party: 'Nya' },
      ],
    });
    await letHappen(
      made,
      caseId,
      by(actors['council-secretary'], { type: 'refer', by: 'council', announcedOn: '2026-02-10' }),
    );
    expect((await made.desk.register.motion(caseId))?.movers[0]?.party).toBe('Exempelpartiet');
  });
});
