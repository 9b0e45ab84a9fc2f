import { describe, expect, it } from 'vitest';
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
import { Transient } from '../../lambdas/failures.ts';
import { LetterRefused, type OutgoingLetter } from '../../lambdas/ports/mailer.ts';
import { all, anna, codeIn, type Following, makeFollowing } from './following-desk.ts';
import { aRealCase } from './real-cases.ts';

describe('asking to follow', () => {
  it('sends a letter with a link, and nothing more until the owner has said yes', async () => {
    const { desk, at, toAnna, run, follow, aMotion, refer } = await makeFollowing();
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
    const { follow, keptOf } = await makeFollowing();
    const code = await follow();
    expect(JSON.stringify(await keptOf(anna))).not.toContain(code);
  });

  it('is for what is public and there', async () => {
    const { made, desk, at, aMotion } = await makeFollowing();
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
    const { desk, pass, toAnna, run, follow, aMotion } = await makeFollowing();
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
    const { desk, pass, run, follow, keptOf } = await makeFollowing();
    const code = await follow();
    pass(48 * 60);
    expect(await confirmFollowing(desk, code)).toBe(false);
    await run();
    expect(await keptOf(anna)).toEqual([undefined, []]);
  });

  it('tries again with another code while SES is down, and forgets an address that SES refuses', async () => {
    const { desk, pass, toAnna, run, keptOf } = await makeFollowing();
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

describe('ending it', () => {
  const endKey = async ({ confirmed, aMotion, at, run, toAnna }: Following) => {
    await confirmed();
    const caseId = await aMotion();
    await confirmed({ kind: 'motion', caseId });
    at('2026-07-31T05:00:00.000Z');
    await run();
    return { key: codeIn(toAnna().at(-1) as OutgoingLetter), caseId };
  };

  it('removes all that is known of the address', async () => {
    const following = await makeFollowing();
    const { made, desk, at, toAnna, run, refer, keptOf } = following;
    const { key, caseId } = await endKey(following);
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
    const following = await makeFollowing();
    const { desk, keptOf } = following;
    const { key, caseId } = await endKey(following);
    await endFollowing(desk, key, 'all');
    expect(await followedBy(desk, key)).toEqual([{ kind: 'motion', caseId }]);
    await endFollowing(desk, key, `motion:${caseId}`);
    expect(await keptOf(anna)).toEqual([undefined, []]);
  });

  it('cannot be done with a code of another kind, nor confirmed with the key', async () => {
    const { desk, follow } = await makeFollowing();
    const code = await follow();
    await endFollowing(desk, code);
    expect(await followedBy(desk, code)).toBeUndefined();
    expect(await confirmFollowing(desk, code)).toBe(true);
    const key = (await desk.following.follower(addressId(anna)))?.endKey ?? '';
    expect(await confirmFollowing(desk, key)).toBe(false);
  });

  it('happens by itself when the address does not exist or does not want our letters', async () => {
    const { made, desk, toAnna, run, confirmed, keptOf } = await makeFollowing();
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
