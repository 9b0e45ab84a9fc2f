import { beforeEach, describe, expect, it } from 'vitest';
import { followedSubject } from '../../domain/following.ts';
import {
  addressId,
  askToFollow,
  confirmable,
  confirmFollowing,
  endFollowing,
  followedBy,
} from '../../lambdas/casework/follow.ts';
import { takeLetterNews } from '../../lambdas/casework/letter-news.ts';
import { tick } from '../../lambdas/casework/tick.ts';
import { Transient } from '../../lambdas/failures.ts';
import { LetterRefused, type OutgoingLetter } from '../../lambdas/ports/mailer.ts';
import { by } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { type Desk, type MadeDesk, makeDesk } from './office-desk.ts';
import { aRealCase, letHappen } from './real-cases.ts';

let made: MadeDesk;
let desk: Desk;
let salts = 0;
beforeEach(async () => {
  made = await makeDesk();
  desk = {
    ...made.desk,
    newSalt: () => {
      salts += 1;
      return salts.toString(16).padStart(32, '0');
    },
  };
  at('2026-07-30T10:00:00.000Z');
});

const at = (now: string) => {
  made.clock.now = now;
  made.clock.realNow = now;
};
const pass = (minutes: number) => at(new Date(Date.parse(made.clock.now) + minutes * 60_000).toISOString());
const anna = 'anna.lasare@hemma.example';
const all = { kind: 'all' } as const;
const toAnna = () => made.sent.filter(({ to }) => to === anna);
const codeIn = ({ text }: OutgoingLetter) =>
  /\/(?:bekrafta|avsluta)\/([0-9a-f]{32})/.exec(text)?.[1] ?? 'none';
const run = (given: Desk = desk) => tick(given, { sweep: false });
const follow = async (subject: Parameters<typeof askToFollow>[1]['subject'] = all, email = anna) => {
  await askToFollow(desk, { email, subject });
  await run();
  const letter = made.sent.findLast(({ to }) => to === email);
  if (letter === undefined) throw new Error('no letter came');
  return codeIn(letter);
};
const confirmed = async (subject: Parameters<typeof askToFollow>[1]['subject'] = all, email = anna) => {
  expect(await confirmFollowing(desk, await follow(subject, email))).toBe(true);
  made.sent.splice(0);
};
/** Lets an act happen on the day it is. */
const happen = async (caseId: string, ...act: Parameters<typeof by>) => {
  const { now } = made.clock;
  const [actor, command] = act;
  await letHappen(made, caseId, by(actor, command, { today: now.slice(0, 10) }));
  made.clock.now = now;
};
/** A motion that is registered on the day it is. */
const aMotion = async () => {
  const { now } = made.clock;
  const caseId = await aRealCase(made, 'Received');
  made.clock.now = now;
  await happen(caseId, actors.registrar, { type: 'register' });
  return caseId;
};
const refer = (caseId: string) =>
  happen(caseId, actors['council-secretary'], { type: 'refer', by: 'council', announcedOn: '2026-02-10' });
/** Everything that is kept of an address. */
const keptOf = async (email: string) => [
  await desk.following.follower(addressId(email)),
  await desk.following.requests(addressId(email)),
];

describe('asking to follow', () => {
  it('sends a letter with a link, and nothing more until the owner has said yes', async () => {
    const caseId = await aMotion();
    const code = await follow({ kind: 'motion', caseId });
    expect(toAnna()).toHaveLength(1);
    expect(toAnna()[0]).toMatchObject({ subject: 'Bekräfta din prenumeration på motioner' });
    expect(toAnna()[0]).not.toHaveProperty('unsubscribeUrl');
    await refer(caseId);
    at('2026-07-31T10:00:00.000Z');
    await run();
    expect(toAnna()).toHaveLength(1);
    expect(await confirmable(desk, code)).toEqual({ kind: 'motion', caseId });
    expect(await confirmFollowing(desk, code)).toBe(true);
    expect(await confirmFollowing(desk, code)).toBe(false);
    expect(await confirmable(desk, code)).toBeUndefined();
  });

  it('keeps no code in clear', async () => {
    const code = await follow();
    expect(JSON.stringify(await keptOf(anna))).not.toContain(code);
  });

  it('is for what is public and there', async () => {
    const draft = await aRealCase(made, 'Received');
    at('2026-07-30T10:00:00.000Z');
    await aMotion();
    for (const subject of [
      { kind: 'motion', caseId: draft },
      { kind: 'motion', caseId: 'c0' },
      { kind: 'party', party: 'Köp billigt på https://x.example' },
    ]) {
      const asked = askToFollow(desk, { email: anna, subject: followedSubject.parse(subject) });
      await expect(asked).rejects.toMatchObject({ name: 'NotFound' });
    }
    await askToFollow(desk, { email: anna, subject: { kind: 'party', party: 'Exempelpartiet' } });
    expect((await desk.following.requests(addressId(anna))).length).toBe(1);
  });

  it('writes to an address once an hour of one thing, and of five things at most', async () => {
    await follow();
    await askToFollow(desk, { email: ' Anna.Lasare@HEMMA.example', subject: all });
    pass(59);
    await askToFollow(desk, { email: anna, subject: all });
    await run();
    expect(toAnna()).toHaveLength(1);
    pass(1);
    const second = await follow();
    expect(toAnna()).toHaveLength(2);
    expect(await confirmFollowing(desk, codeIn(toAnna()[0] as OutgoingLetter))).toBe(false);
    for (let motion = 0; motion < 6; motion += 1) {
      const caseId = await aMotion();
      await askToFollow(desk, { email: anna, subject: { kind: 'motion', caseId } });
    }
    expect(await desk.following.requests(addressId(anna))).toHaveLength(5);
    expect(await confirmFollowing(desk, second)).toBe(true);
    await askToFollow(desk, { email: anna, subject: all });
    expect(await desk.following.requests(addressId(anna))).toHaveLength(4);
  });

  it('is forgotten with the address when nobody confirms in time', async () => {
    const code = await follow();
    pass(48 * 60);
    expect(await confirmFollowing(desk, code)).toBe(false);
    await run();
    expect(await keptOf(anna)).toEqual([undefined, []]);
  });

  it('tries again with another code while SES is down, and forgets an address that SES refuses', async () => {
    const down = { ...desk, mailer: { send: () => Promise.reject(new Transient('down')) } };
    await askToFollow(desk, { email: anna, subject: all });
    await run(down);
    pass(1);
    await run(down);
    pass(10);
    await run();
    expect(toAnna()).toHaveLength(1);
    expect(await confirmFollowing(desk, codeIn(toAnna()[0] as OutgoingLetter))).toBe(true);
    await askToFollow(desk, { email: 'fel@hemma.example', subject: all });
    await run({ ...desk, mailer: { send: () => Promise.reject(new LetterRefused('InvalidAddress')) } });
    expect(await keptOf('fel@hemma.example')).toEqual([undefined, []]);
  });
});

describe('news to those who follow', () => {
  it('comes the morning after, once for the whole day, in one letter that can be ended with one click', async () => {
    await confirmed();
    const [one, two] = [await aMotion(), await aMotion()];
    await refer(one);
    await run();
    expect(toAnna()).toEqual([]);
    at('2026-07-31T04:29:00.000Z');
    await run();
    expect(toAnna()).toEqual([]);
    at('2026-07-31T04:30:00.000Z');
    await Promise.all([run(), run()]);
    await run();
    const [letter, ...others] = toAnna();
    expect(others).toEqual([]);
    expect(letter?.subject).toBe('Nytt om 2 motioner');
    expect(letter?.text).toContain('har lämnats över till');
    for (const caseId of [one, two]) expect(letter?.text).toContain(`/motioner/${caseId}`);
    expect(letter?.unsubscribeUrl).toMatch(/\/prenumerera\/avsluta\/[0-9a-f]{32}$/);
    expect(letter?.text).toContain(letter?.unsubscribeUrl);
    expect(letter?.text).not.toContain('Efternamnsson');
  });

  it('is never empty, and does not come to those whom it does not concern', async () => {
    const [one, other] = [await aMotion(), await aMotion()];
    at('2026-07-31T10:00:00.000Z');
    await confirmed({ kind: 'motion', caseId: one });
    await confirmed({ kind: 'party', party: 'Exempelpartiet' }, 'partiet@hemma.example');
    await refer(other);
    at('2026-08-01T05:00:00.000Z');
    await run();
    expect(made.sent.filter(({ letterId }) => letterId.startsWith('news#')).map(({ to }) => to)).toEqual([
      'partiet@hemma.example',
    ]);
    for (let day = 2; day < 9; day += 1) {
      at(`2026-08-0${day}T05:00:00.000Z`);
      expect((await run()).failed).toBe(0);
    }
    expect(made.sent.filter(({ letterId }) => letterId.startsWith('news#'))).toHaveLength(1);
  });

  it('is about nothing that is not public', async () => {
    await confirmed();
    const { now } = made.clock;
    const caseId = await aRealCase(made, 'Received');
    at(now);
    at('2026-07-31T05:00:00.000Z');
    await run();
    expect(toAnna()).toEqual([]);
    await happen(caseId, actors.registrar, { type: 'register' });
    const back = { type: 'return-motion' as const, provision: '12 §', reason: 'Två ämnen.' };
    await happen(caseId, actors.registrar, back);
    at('2026-08-01T05:00:00.000Z');
    await run();
    expect(toAnna().map(({ text }) => text.includes('Två ämnen'))).toEqual([false]);
  });

  it('about one motion is one thread; a letter about several begins none and answers none', async () => {
    const caseId = await aMotion();
    await confirmed({ kind: 'motion', caseId });
    await refer(caseId);
    at('2026-07-31T05:00:00.000Z');
    await run();
    await happen(caseId, actors['board-secretary'], examples.assign.command);
    await happen(caseId, actors.official, examples['start-drafting'].command);
    await happen(caseId, actors.official, examples['send-consultation'].command);
    at('2026-08-01T05:00:00.000Z');
    await run();
    const [first, answer] = toAnna();
    const firstId = `message-${made.sent.map(({ letterId }) => letterId).indexOf(first?.letterId ?? '') + 1}`;
    expect([first?.threadId, answer?.threadId]).toEqual([undefined, firstId]);
    expect(answer?.subject).toBe(first?.subject);
    await confirmed(all);
    await aMotion();
    await aMotion();
    at('2026-08-02T05:00:00.000Z');
    await run();
    expect(toAnna().map(({ subject, threadId }) => [subject, threadId])).toEqual([
      ['Nytt om 2 motioner', undefined],
    ]);
  });

  it('is not lost while SES is down for a day, and comes once', async () => {
    await confirmed();
    const caseId = await aMotion();
    const down = { ...desk, mailer: { send: () => Promise.reject(new Transient('down')) } };
    at('2026-07-31T05:00:00.000Z');
    for (let hour = 0; hour < 24; hour += 1) {
      await run(down);
      if (hour === 3) await refer(caseId);
      pass(60);
    }
    await run();
    const [letter, ...others] = toAnna();
    expect(others).toEqual([]);
    expect(letter?.text).toContain('2026-07-30: Motionen har registrerats.');
    expect(letter?.text).toContain('2026-07-31: Motionen har lämnats över');
  });

  it('goes once more only when the sent letter could not be marked', async () => {
    await confirmed();
    await aMotion();
    at('2026-07-31T05:00:00.000Z');
    const markTold = () => Promise.reject(new Transient('timeout'));
    await run({ ...desk, following: { ...desk.following, markTold } });
    expect(made.journal.filter(({ code }) => code === 'letter_sent_not_marked')).toHaveLength(1);
    await run();
    expect(toAnna()).toHaveLength(1);
    pass(3);
    await run();
    await run();
    expect(toAnna()).toHaveLength(2);
    expect(toAnna()[1]?.letterId).toBe(toAnna()[0]?.letterId);
  });

  it('tells no log of anybody', async () => {
    await confirmed();
    await aMotion();
    at('2026-07-31T05:00:00.000Z');
    await run({ ...desk, mailer: { send: () => Promise.reject(new LetterRefused('MessageRejected')) } });
    const told = made.journal.filter(({ code }) => code === 'news_not_sent');
    expect(told).toEqual([{ level: 'alarm', code: 'news_not_sent', keys: { problem: 'MessageRejected' } }]);
    expect(JSON.stringify(made.journal)).not.toMatch(new RegExp(`@|${addressId(anna)}`));
  });
});

describe('ending it', () => {
  const endKey = async () => {
    await confirmed();
    const caseId = await aMotion();
    await confirmed({ kind: 'motion', caseId });
    at('2026-07-31T05:00:00.000Z');
    await run();
    return { key: codeIn(toAnna().at(-1) as OutgoingLetter), caseId };
  };

  it('removes all that is known of the address', async () => {
    const { key, caseId } = await endKey();
    expect(await followedBy(desk, key)).toEqual([all, { kind: 'motion', caseId }]);
    await endFollowing(desk, key);
    await endFollowing(desk, key);
    expect(await keptOf(anna)).toEqual([undefined, []]);
    expect(await followedBy(desk, key)).toBeUndefined();
    await refer(caseId);
    made.sent.splice(0);
    at('2026-08-01T05:00:00.000Z');
    await run();
    expect(toAnna()).toEqual([]);
  });

  it('or one thing of several, and with the last of them all', async () => {
    const { key, caseId } = await endKey();
    await endFollowing(desk, key, 'all');
    expect(await followedBy(desk, key)).toEqual([{ kind: 'motion', caseId }]);
    await endFollowing(desk, key, `motion:${caseId}`);
    expect(await keptOf(anna)).toEqual([undefined, []]);
  });

  it('cannot be done with a code of another kind, nor confirmed with the key', async () => {
    const code = await follow();
    await endFollowing(desk, code);
    expect(await followedBy(desk, code)).toBeUndefined();
    expect(await confirmFollowing(desk, code)).toBe(true);
    const key = (await desk.following.follower(addressId(anna)))?.endKey ?? '';
    expect(await confirmFollowing(desk, key)).toBe(false);
  });

  it('happens by itself when the address does not exist or does not want our letters', async () => {
    await confirmed();
    const news = (kind: 'bounced' | 'complained', stopsAddress: boolean) =>
      takeLetterNews(desk, {
        letterId: `news#${addressId(anna)}#2026-07-30`,
        messageId: 'm',
        address: anna,
        fate: { kind, at: made.clock.now },
        stopsAddress,
      });
    await news('bounced', false);
    expect(await desk.following.follower(addressId(anna))).toBeDefined();
    await news('complained', true);
    expect(await keptOf(anna)).toEqual([undefined, []]);
    await askToFollow(desk, { email: anna, subject: all });
    await run();
    expect(toAnna()).toEqual([]);
    expect(await keptOf(anna)).toEqual([undefined, []]);
  });
});
