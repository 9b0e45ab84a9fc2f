import { describe, expect, it } from 'vitest';
import { hash, newId } from '../support/change-builders.ts';
import type { Stores } from '../support/in-memory-record.ts';

const now = '2026-11-02T10:00:00.000Z';
const later = '2026-11-02T10:00:01.000Z';
const aSession = (subject = newId('person'), startedAt = now) => ({
  sessionHash: newId(hash('s')),
  subject,
  csrf: 'a-secret',
  startedAt,
  expiresAt: '2026-11-02T20:00:00.000Z',
});

/** Sessions: one browser each, ended one by one or all at once. */
export const sessionContract = (stores: () => Stores) =>
  describe('sessions', () => {
    it('finds a session until it ends or its time is out', async () => {
      const { sessions } = stores();
      const session = aSession();
      expect(await sessions.find(session.sessionHash, now)).toBeUndefined();
      await sessions.open(session);
      expect(await sessions.find(session.sessionHash, now)).toMatchObject(session);
      expect(await sessions.find(session.sessionHash, session.expiresAt)).toBeUndefined();
      await sessions.close(session.sessionHash);
      await sessions.close(session.sessionHash);
      expect(await sessions.find(session.sessionHash, now)).toBeUndefined();
    });

    it('ends every session of a person begun until then, and nobody else’s', async () => {
      const { sessions } = stores();
      const [one, other, elses] = [aSession('p-everywhere'), aSession('p-everywhere'), aSession()];
      for (const each of [one, other, elses]) await sessions.open(each);
      await sessions.closeAll('p-everywhere', now);
      const again = aSession('p-everywhere', later);
      await sessions.open(again);
      expect(await sessions.find(one.sessionHash, later)).toBeUndefined();
      expect(await sessions.find(other.sessionHash, later)).toBeUndefined();
      expect(await sessions.find(elses.sessionHash, later)).toMatchObject(elses);
      expect(await sessions.find(again.sessionHash, later)).toMatchObject(again);
    });

    it('gives what a sign-in was begun with once, and not too late', async () => {
      const { sessions } = stores();
      const attempt = {
        attemptHash: newId(hash('a')),
        state: 'state',
        nonce: 'nonce',
        verifier: 'verifier',
        returnTo: '/kontor',
        expiresAt: later,
      };
      await sessions.beginAttempt(attempt);
      const taken = await Promise.all([1, 2].map(() => sessions.takeAttempt(attempt.attemptHash, now)));
      expect(taken.filter((each) => each !== undefined)).toEqual([expect.objectContaining(attempt)]);
      await sessions.beginAttempt(attempt);
      expect(await sessions.takeAttempt(attempt.attemptHash, later)).toBeUndefined();
    });
  });
