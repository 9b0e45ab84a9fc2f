import { beforeEach, describe, expect, it } from 'vitest';
import { makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, motionOf } from '../lambdas/real-cases.ts';
import { aDealingRoom, type DealingRoom, meeting } from '../support/dealing-room.ts';
import { COUNCIL_DAY } from '../support/motion-builders.ts';
import { makeVisitor, textOf } from '../support/page-visitor.ts';

let room: DealingRoom;
let made: DealingRoom['made'];
let council: DealingRoom['council'];
let caseId: string;
beforeEach(async () => {
  room = await aDealingRoom();
  ({ made, council, caseId } = room);
});
const everyone = ['m1', 'm2', 'm3', 'm4', 'm5'];

describe('the attendance', () => {
  it('stands with all members present, and is kept as keyed', async () => {
    const { html } = await council.get(`${meeting}/narvaro`);
    expect(html).toMatch(/name="n\.m1" value="ja" checked/);
    expect(html).toMatch(/name="n\.s1" value="nej" checked/);
    // A substitute may be there without serving, so nobody is asked whether all of them are present.
    expect(textOf(html)).not.toContain('Alla närvarande i Ersättare');
    expect(html).toContain('Tjänstgör inte');
    // One has left, but no seat stands empty.
    expect(html).not.toContain('tom plats efter');
    const done = await room.attend({
      'n.m5': 'nej',
      'n.s1': 'ja',
      'f.s1': 'm5',
      'p.m4': '1–40, 45–',
      'p.s1': '–40',
    });
    expect(textOf(done.html)).toContain('Närvaron är förd.');
    const kept = (await made.desk.meetings.load(`council-${COUNCIL_DAY}`))?.meeting;
    expect(kept?.attendance).toEqual([
      { memberId: 'm1', as: 'member' },
      { memberId: 'm2', as: 'member' },
      { memberId: 'm3', as: 'member' },
      { memberId: 'm4', as: 'member', fromParagraph: 1, toParagraph: 40 },
      { memberId: 'm4', as: 'member', fromParagraph: 45 },
      { memberId: 's1', as: 'substitute', servingFor: 'm5', toParagraph: 40 },
    ]);
    expect(textOf((await council.get(meeting)).html)).toMatch(/beslutfört 3–5 tjänstgör/);
    expect((await council.get(`${meeting}/narvaro`)).html).toContain('value="1–40, 45–"');
  });

  it('says what is wrong at its field, and loses nothing', async () => {
    const wrong = await room.attend({ 'p.m2': 'sent', 'p.m3': '41–' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toMatch(/id="f-p-m2"[^>]*aria-invalid="true"/);
    expect(wrong.html).toContain('value="41–"');
    const placeless = await room.attend({ 'n.s1': 'ja' });
    expect(placeless.html).toMatch(/id="f-f-s1"[^>]*aria-invalid="true"/);
    expect(textOf(placeless.html)).toMatch(/bara är med och lyssnar förs inte upp \(KL 5:17, 6:17\)/);
    const absent = await room.attend({ 'n.m1': 'nej' });
    expect(absent.html).toMatch(/id="f-chair"[^>]*aria-invalid="true"/);
    const stranger = await room.attend({ certifiers: 'p-registrar' });
    expect(textOf(stranger.html)).toMatch(
      /En justerare finns inte .* eller har inte rollen justerare.*KL 5:69/,
    );
    expect(stranger.html).toMatch(/href="#f-certifiers/);
  });

  it('counts without a script, and is not overwritten by who has seen less', async () => {
    const early = await council.get(`${meeting}/narvaro`);
    const counted = await room.attend({ 'n.m5': 'nej', 'n.m4': 'nej', steg: 'rakna' });
    expect(textOf(counted.html)).toContain('3 tjänstgör. Mer än hälften av 5 ska vara närvarande, minst 3');
    await room.attend();
    const late = await room.sendAll(early, `${meeting}/narvaro`, { chair: 'm2' });
    expect(textOf(late.html)).toContain('Någon annan har ändrat sammanträdet');
  });
});

describe('dealing with a matter', () => {
  const path = () => `${meeting}/arende/${caseId}`;
  const decidePath = () => `${path()}?akt=decide`;

  it('begins with the proposal before the council, and is decided by acclamation as it stands', async () => {
    await room.attend();
    const page = await council.get(decidePath());
    expect(textOf(page.html)).toContain('Mer än hälften av 5 ska vara närvarande, minst 3 (KL 5:45)');
    const asked = await room.sendAll(page, decidePath(), { paragraph: '41' });
    expect(textOf(asked.html)).toMatch(
      /För in fullmäktiges beslut\? .*Att-sats 1: .*Brev \(fullmäktiges beslut\)/,
    );
    const done = await room.confirm(asked);
    expect(done.path).toBe(`${meeting}?gjort=decide`);
    const motion = await motionOf(made, caseId);
    expect(motion).toMatchObject({ status: 'Decided', decision: { at: { paragraph: '§ 41' } } });
  });

  const contested = {
    paragraph: '41',
    'y.3.kind': 'GRANT',
    'y.3.mover': 'm2',
    'y.3.clauses': '2',
    'p.1.r.1.yes': '1',
    'p.1.r.1.no': '3',
    'p.1.r.1.method': 'recorded-vote',
  };
  const votes = (...given: readonly string[]) =>
    Object.fromEntries(everyone.map((each, index) => [`p.1.r.1.v.${each}`, given[index] ?? 'abstain']));

  it('takes a vote by name, counts it, and decides what was carried', async () => {
    await room.attend();
    const first = await council.get(decidePath());
    const listed = await room.sendAll(first, decidePath(), { ...contested, steg: 'rakna' });
    expect(listed.html).toContain('name="p.1.r.1.v.m5"');
    const reckoned = await room.sendAll(listed, decidePath(), {
      ...contested,
      ...votes('no', 'no', 'no', 'yes', 'abstain'),
      steg: 'rakna',
    });
    expect(textOf(reckoned.html)).toMatch(
      /1 ja, 3 nej, 1 avstod\. nej vann med 2 rösters övervikt .*KL 5:55/,
    );
    const asked = await room.sendAll(reckoned, decidePath(), { paragraph: '41' });
    await room.confirm(asked);
    const motion = await motionOf(made, caseId);
    if (!('decision' in motion)) throw new Error(textOf(asked.html));
    expect(motion.decision.decisions).toEqual([
      { clause: 1, outcome: 'ANSWERED' },
      { clause: 2, outcome: 'GRANTED' },
    ]);
    expect(motion.decision.deliberation?.propositions[0]?.rounds[0]).toMatchObject({
      kind: 'main',
      votes: { yes: ['m4'], no: ['m1', 'm2', 'm3'], abstain: ['m5'] },
    });
  });

  it('takes the whole party at once without a script, but for who is keyed', async () => {
    await room.attend();
    const listed = await room.sendAll(await council.get(decidePath()), decidePath(), {
      ...contested,
      steg: 'rakna',
    });
    const reckoned = await room.sendAll(listed, decidePath(), {
      ...contested,
      'p.1.r.1.parti.Exempelpartiet': 'yes',
      'p.1.r.1.v.m3': 'no',
      steg: 'rakna',
    });
    expect(textOf(reckoned.html)).toContain('4 ja, 1 nej, 0 avstod');
  });

  it.each([
    ['a missing vote', 'p.1', { ...contested, 'p.1.r.1.v.m1': 'yes' }, 'KL 5:67 p. 5'],
    ['a tie', 'p.1', { ...contested, ...votes('yes', 'yes', 'no', 'no') }, 'KL 5:56'],
    ['an absent mover', 'y.3', { ...contested, 'y.3.mover': 'left' }, 'KL 4:22, 5:39'],
    [
      'a claim not put',
      'p.1',
      { paragraph: '41', 'y.3.kind': 'AMEND', 'y.3.mover': 'm2', 'y.3.text': 'på sikt' },
      'KL 5:53',
    ],
    [
      'an amendment without words',
      'y.3',
      { paragraph: '41', 'y.3.kind': 'AMEND', 'y.3.mover': 'm2' },
      'KL 5:67 p. 1',
    ],
    ['a new matter', 'y.3', { ...contested, 'y.3.finding': 'new-matter' }, 'KL 5:57'],
    ['a late reservation', 'r.1', { paragraph: '41', 'r.1.who': 'm2', 'r.1.late': 'ja' }, 'KL 4:27'],
    ['no paragraph', 'paragraph', {}, ''],
  ])('refuses %s at its place', async (_, field, changes, rule) => {
    await room.attend();
    const page = await council.get(decidePath());
    const refused = await room.sendAll(page, decidePath(), changes as Record<string, string>);
    expect(refused.status).toBe(400);
    expect(refused.html).toContain(`href="#f-${field.replaceAll('.', '-')}"`);
    expect(textOf(refused.html)).toContain(rule);
    expect((await motionOf(made, caseId)).status).toBe('CouncilAgenda');
  });

  it('puts the matter off on a minority request, with the third counted', async () => {
    await room.attend();
    const path17 = `${path()}?akt=refer-back-in-council`;
    const page = await council.get(path17);
    const given = { paragraph: '41', request: 'minority', reason: 'Kostnaden saknas.' };
    const few = await room.sendAll(page, path17, { ...given, askers: ['m4'] });
    expect(textOf(few.html)).toContain('Av 5 närvarande krävs 5 / 3, avrundat uppåt: 2 (KL 5:50)');
    expect(few.html).toContain('href="#f-request"');
    const asked = await room.sendAll(few, path17, { ...given, askers: ['m4', 'm5'] });
    const most = await room.sendAll(few, path17, { ...given, askers: ['m3', 'm4', 'm5'] });
    expect(textOf(most.html)).toContain('Mer än hälften begärde det');
    expect(textOf(asked.html)).not.toContain('Mer än hälften');
    await room.confirm(asked);
    const motion = await motionOf(made, caseId);
    expect(motion.status).toBe('Drafting');
    expect('minorityDeferralUsed' in motion && motion.minorityDeferralUsed).toBe(true);
  });

  it('gives one row more of what is asked for, and keeps what was typed', async () => {
    await room.attend();
    const page = await council.get(decidePath());
    const more = await room.sendAll(page, decidePath(), { paragraph: '41', fler: 'y' });
    expect(more.html).toContain('name="y.3.kind"');
    expect(more.html).toContain('value="41"');
  });

  it('says why nobody can be chosen, and where that is mended', async () => {
    const told = 'närvaron är inte förd och organet har inga ledamöter upplagda';
    expect(textOf((await council.get(decidePath())).html)).not.toContain(told);
    const unseated = await makeDesk();
    const board = makeVisitor(unseated.desk);
    await board.signIn('p-board-secretary');
    const prepared = await aRealCase(unseated, 'BoardReady');
    unseated.clock.now = '2026-07-01T10:00:00.000Z';
    const boardMeeting = '/kontor/sammantraden/board-2026-07-14';
    await board.fillIn('/kontor/sammantraden/nytt', { body: 'board', date: '2026-07-14' });
    await board.fillIn(`${boardMeeting}/gor/summon`, { summonedOn: '2026-07-01' });
    const place = `/kontor/arenden/${prepared}/gor/place-on-board-agenda`;
    await board.confirm(await board.fillIn(place, { meetingId: 'board-2026-07-14' }));
    const page = await board.get(`${boardMeeting}/arende/${prepared}?akt=propose`);
    expect(textOf(page.html)).toContain(told);
    expect(page.html).toContain(`<a href="${boardMeeting}/narvaro">För närvaron</a>`);
  });

  it('is not for the board secretary, nor on another meeting', async () => {
    await room.attend();
    const board = makeVisitor(made.desk);
    await board.signIn('p-board-secretary');
    const shown = await board.get(decidePath());
    expect(shown.status).toBe(403);
    expect(textOf(shown.html)).toContain('Kan göras av: fullmäktiges sekreterare');
    expect((await council.get(`/kontor/sammantraden/council-2026-09-15/arende/${caseId}`)).status).toBe(404);
  });
});
