import { beforeEach, describe, expect, it } from 'vitest';
import { aRealCase, caseIdOf, letHappen, motionOf } from '../lambdas/real-cases.ts';
import { aDealingRoom, type DealingRoom, meeting } from '../support/dealing-room.ts';
import { by, waysOf } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { textOf } from '../support/page-visitor.ts';

let room: DealingRoom;
let made: DealingRoom['made'];
let council: DealingRoom['council'];
let caseId: string;
beforeEach(async () => {
  room = await aDealingRoom();
  ({ made, council, caseId } = room);
});
const everyone = ['m1', 'm2', 'm3', 'm4', 'm5'];

describe('what is decided of what was put', () => {
  const path = () => `${meeting}/arende/${caseId}`;
  const decidePath = () => `${path()}?akt=decide`;

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

  it('counts a no to the only claim to grant as a rejection, and keys it as that', async () => {
    await room.attend();
    const fallen = {
      paragraph: '41',
      'y.1.kind': 'GRANT',
      'y.1.clauses': ['1', '2'],
      'y.2.kind': '',
      'p.1.r.1.yes': '1',
      'p.1.r.1.no': 'nej',
      'p.1.r.1.method': 'recorded-vote',
      'p.2.r.1.yes': '',
      ...votes('no', 'no', 'no', 'yes', 'yes'),
    };
    const page = await council.get(decidePath());
    const reckoned = await room.sendAll(page, decidePath(), { ...fallen, steg: 'rakna' });
    expect(textOf(reckoned.html)).toMatch(/nej vann med 1 rösters .*Att-sats 1: avslag Att-sats 2: avslag/);
    await room.confirm(await room.sendAll(reckoned, decidePath(), fallen));
    expect(await motionOf(made, caseId)).toMatchObject({
      status: 'Decided',
      decision: { decisions: [{ outcome: 'REJECTED' }, { outcome: 'REJECTED' }] },
    });
  });

  it('lets a motion lapse with another that it is prepared with, and with no other', async () => {
    await room.attend();
    const lapsed = {
      paragraph: '41',
      'y.1.kind': '',
      'y.2.kind': '',
      'p.1.r.1.yes': '',
      'p.2.r.1.yes': '',
      ...Object.fromEntries([1, 2].map((no) => [`decisions.${no}`, 'LAPSED'])),
      ...Object.fromEntries([1, 2].map((no) => [`lapsedBy.${no}`, 'another-motion'])),
    };
    const alone = await council.get(decidePath());
    expect(alone.html).not.toContain('another-motion');
    const refused = await room.sendAll(alone, decidePath(), lapsed);
    expect(refused.html).toContain('href="#f-decisions"');
    const lead = await aRealCase(made, 'Drafting');
    const joins = by(actors.official, { type: 'join-preparation', lead });
    caseId = caseIdOf('follower');
    for (const act of waysOf({ assigned: [joins] }).CouncilReady) await letHappen(made, caseId, act);
    await room.place(caseId);
    const page = await council.get(decidePath());
    expect(textOf(page.html)).toContain('ett annat ärende i den gemensamma beredningen');
    await room.confirm(await room.sendAll(page, decidePath(), lapsed));
    expect(await motionOf(made, caseId)).toMatchObject({
      decision: { outcome: 'LAPSED', decisions: [{ lapsedBy: 'another-motion' }, {}] },
    });
  });

  it('takes claims that are put against no in turn: the first yes wins', async () => {
    await room.attend();
    const inTurn = {
      ...contested,
      'p.1.r.1.no': 'nej',
      'p.1.r.1.carried': 'nej',
      'p.1.r.1.method': 'acclamation',
    };
    const page = await council.get(decidePath());
    const given = { 'p.1.r.2.yes': '3', 'p.1.r.2.no': 'nej', 'p.1.r.2.method': 'acclamation' };
    const forgotten = await room.sendAll(page, decidePath(), { ...inTurn, 'p.1.r.1.carried': '1' });
    expect(forgotten.html).toContain('href="#f-p-1"');
    const asked = await room.sendAll(page, decidePath(), { ...inTurn, ...given, 'p.1.about': '2' });
    await room.confirm(asked);
    expect(await motionOf(made, caseId)).toMatchObject({
      status: 'Decided',
      decision: { decisions: [{ outcome: 'ANSWERED' }, { outcome: 'GRANTED' }] },
    });
  });
});
