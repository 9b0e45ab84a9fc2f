import { describe, expect, it } from 'vitest';
import type { FollowedSubject } from '../../domain/following.ts';
import type { Follower, FollowRequest } from '../../lambdas/ports/following.ts';
import { at, changeBy, imported, newId, registered } from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';
import { inAllPages } from './in-all-pages.ts';

const minute = (minutes: number) => `2026-03-02T10:${String(minutes).padStart(2, '0')}:00.000Z`;
const all: FollowedSubject = { kind: 'all' };
const ofParty: FollowedSubject = { kind: 'party', party: 'Miljöpartiet de gröna' };
const claim = (minutes: number) => ({
  now: minute(minutes),
  realNow: minute(minutes),
  until: minute(minutes + 5),
});

/** Who follows by letter: asked for, confirmed once, told, and gone when they say so. */
export const followingContract = (stores: () => Stores) =>
  describe('following', () => {
    const aRequest = (facts: Partial<FollowRequest> = {}) => {
      const id = facts.id ?? newId('address');
      return {
        id,
        subject: all,
        email: `${id}@region.example`,
        askedAt: minute(0),
        dueAt: minute(0),
        ...facts,
      };
    };
    const aFollower = (facts: Partial<Follower> = {}): Follower => {
      const id = facts.id ?? newId('address');
      return {
        id,
        version: 1,
        email: `${id}@region.example`,
        subjects: [all],
        endKey: `key-${id}`,
        endHash: `hash-${id}`,
        toldThrough: '2026-03-01',
        attempts: 0,
        dueAt: minute(0),
        ...facts,
      };
    };
    const codedRequest = async (codeHash: string, facts: Partial<FollowRequest> = {}) => {
      const { following } = stores();
      const request = aRequest(facts);
      await following.ask(request);
      const claimed = await following.leaseRequest(request, claim(0));
      if (claimed === undefined) throw new Error('not claimed');
      await following.keepCode(claimed, codeHash, minute(50));
      return request;
    };
    const dueRequests = async (id: string, now: string) => {
      const { items } = await inAllPages((page) => stores().following.requestsDue(now, page), 3);
      return items.filter((each) => each.id === id).map(({ subject }) => subject);
    };
    const dueFollowers = async (id: string, now: string) => {
      const { items } = await inAllPages((page) => stores().following.followersDue(now, page), 3);
      return items.filter((each) => each.id === id);
    };

    it('keeps a request for each subject, due when it is asked', async () => {
      const { following } = stores();
      const request = aRequest();
      await following.ask(request);
      await following.ask({ ...request, subject: ofParty, dueAt: minute(2) });
      const kept = await following.requests(request.id);
      expect(kept).toHaveLength(2);
      expect(kept).toContainEqual({ ...request, state: 'owed', attempts: 0 });
      expect(await dueRequests(request.id, minute(1))).toEqual([all]);
      expect(await dueRequests(request.id, minute(2))).toEqual([all, ofParty]);
      expect(await following.requests(newId('nobody'))).toEqual([]);
    });

    it('is claimed by one of ten, when it is due, and anew when the claim has run out', async () => {
      const { following } = stores();
      const request = aRequest({ dueAt: minute(3) });
      await following.ask(request);
      expect(await following.leaseRequest(request, claim(2))).toBeUndefined();
      const claims = await Promise.all(
        Array.from({ length: 10 }, () => following.leaseRequest(request, claim(3))),
      );
      expect(claims.filter((each) => each !== undefined)).toMatchObject([{ attempts: 1, dueAt: minute(3) }]);
      expect(await dueRequests(request.id, minute(7))).toEqual([]);
      expect(await following.leaseRequest(request, { ...claim(7), now: '2027-01-01T00:00:00.000Z' })).toBe(
        undefined,
      );
      expect(await dueRequests(request.id, minute(8))).toEqual([all]);
      expect(await following.leaseRequest(request, claim(8))).toMatchObject({ attempts: 2 });
      expect(await following.leaseRequest({ ...request, id: newId('nobody') }, claim(8))).toBeUndefined();
    });

    it('is due again after a failure, and when its code has run out', async () => {
      const { following } = stores();
      const request = aRequest();
      await following.ask(request);
      await following.leaseRequest(request, claim(0));
      await following.retryRequest(request, minute(4));
      expect([await dueRequests(request.id, minute(3)), await dueRequests(request.id, minute(4))]).toEqual([
        [],
        [all],
      ]);
      await following.leaseRequest(request, claim(4));
      await following.markRequestSent(request, minute(40));
      expect(await dueRequests(request.id, minute(39))).toEqual([]);
      expect(await following.leaseRequest(request, claim(40))).toMatchObject({ state: 'sent', attempts: 3 });
    });

    it('has one code at a time, and none when it is dropped', async () => {
      const { following } = stores();
      const [first, second] = [newId('hash'), newId('hash')];
      const request = await codedRequest(first);
      const expected = { kind: 'confirm', id: request.id, subject: all, expiresAt: minute(50) };
      expect(await following.code(first)).toEqual(expected);
      const [kept] = await following.requests(request.id);
      if (kept === undefined) throw new Error('no request');
      await following.keepCode(kept, second, minute(50));
      expect([await following.code(first), await following.code(second)]).toEqual([undefined, expected]);
      await following.dropRequest({ ...kept, codeHash: second });
      await following.dropRequest({ ...kept, codeHash: second });
      const third = newId('hash');
      await following.keepCode(kept, third, minute(50));
      for (const each of [first, second, third]) expect(await following.code(each)).toBeUndefined();
      expect(await following.requests(request.id)).toEqual([]);
    });

    it('becomes a follower once, by one of ten', async () => {
      const { following } = stores();
      const codeHash = newId('hash');
      const request = await codedRequest(codeHash);
      const follower = aFollower({ id: request.id });
      const used = await Promise.all(
        Array.from({ length: 10 }, () => following.confirm(codeHash, request, follower)),
      );
      expect(used.filter(Boolean)).toHaveLength(1);
      expect(await following.follower(request.id)).toEqual(follower);
      expect(await following.requests(request.id)).toEqual([]);
      expect(await following.code(follower.endHash)).toEqual({ kind: 'end', id: request.id });
      const next = await codedRequest(newId('hash'), { id: request.id, subject: ofParty });
      const code = (await following.requests(request.id))[0]?.codeHash ?? '';
      expect(await following.confirm(code, next, { ...follower, subjects: [ofParty] })).toBe(false);
      const both = { ...follower, version: 2, subjects: [all, ofParty] };
      expect(await following.confirm(code, next, both)).toBe(true);
      expect(await following.follower(request.id)).toEqual(both);
    });

    const aConfirmed = async (facts: Partial<Follower> = {}) => {
      const codeHash = newId('hash');
      const request = await codedRequest(codeHash);
      const follower = aFollower({ id: request.id, ...facts });
      await stores().following.confirm(codeHash, request, follower);
      return follower;
    };

    it('is told in turn: due, claimed, told or tried again', async () => {
      const { following } = stores();
      const { id } = await aConfirmed({ dueAt: minute(3) });
      expect([
        (await dueFollowers(id, minute(2))).length,
        (await dueFollowers(id, minute(3))).length,
      ]).toEqual([0, 1]);
      const claims = await Promise.all(
        Array.from({ length: 10 }, () => following.leaseFollower(id, claim(3))),
      );
      expect(claims.filter((each) => each !== undefined)).toMatchObject([{ attempts: 1 }]);
      await following.retryFollower(id, minute(6));
      expect(await following.leaseFollower(id, claim(5))).toBeUndefined();
      expect(await following.leaseFollower(id, claim(6))).toMatchObject({ attempts: 2 });
      await following.markTold(id, '2026-03-02', minute(30));
      expect(await following.follower(id)).toMatchObject({
        toldThrough: '2026-03-02',
        attempts: 0,
        dueAt: minute(30),
      });
      const threads = [{ caseId: 'c1', messageId: 'm1' }];
      await following.markTold(id, '2026-03-03', minute(30), threads);
      await following.markTold(id, '2026-03-04', minute(30));
      expect(await following.follower(id)).toMatchObject({ toldThrough: '2026-03-04', threads });
      expect(await dueFollowers(id, minute(29))).toEqual([]);
      expect(await dueFollowers(id, minute(30))).toEqual([{ id }]);
      await following.markTold(newId('nobody'), '2026-03-02', minute(30));
    });

    it('follows other things when it says so, on the version it has seen', async () => {
      const { following } = stores();
      const { id } = await aConfirmed();
      expect(await following.saveSubjects(id, [ofParty], 2)).toBe(false);
      expect(await following.saveSubjects(id, [ofParty], 1)).toBe(true);
      expect(await following.follower(id)).toMatchObject({ version: 2, subjects: [ofParty] });
    });

    it('is gone, with its requests and codes, when it ends', async () => {
      const { following } = stores();
      const { id, endHash } = await aConfirmed();
      const codeHash = newId('hash');
      await codedRequest(codeHash, { id, subject: ofParty });
      await following.end(id);
      await following.end(id);
      expect(await following.follower(id)).toBeUndefined();
      expect(await following.requests(id)).toEqual([]);
      expect([await following.code(endHash), await following.code(codeHash)]).toEqual([undefined, undefined]);
      expect(await dueFollowers(id, minute(59))).toEqual([]);
      await following.markTold(id, '2026-03-02', minute(30));
      expect(await following.follower(id)).toBeUndefined();
    });

    it('has news of the day an event was recorded, once the motion has its number', async () => {
      const { cases, following } = stores();
      const caseId = newId('case');
      const first = changeBy(caseId, undefined, imported(['m-1']), { news: ['withdrawn'] });
      await cases.commit(first);
      const state = await cases.load(caseId);
      await cases.commit(
        changeBy(caseId, state, registered(newId('RS')), { news: ['registered', 'decided'] }),
      );
      const own = (await following.news(at.slice(0, 10))).filter((each) => each.caseId === caseId);
      expect(own).toEqual([
        { on: at.slice(0, 10), caseId, version: 2, kind: 'decided' },
        { on: at.slice(0, 10), caseId, version: 2, kind: 'registered' },
      ]);
      expect(await following.news('1999-01-01')).toEqual([]);
    });
  });
