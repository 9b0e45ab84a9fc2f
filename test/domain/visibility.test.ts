import { describe, expect, test } from 'vitest';
import { statuses } from '../../domain/motion.ts';
import { person } from '../../domain/people.ts';
import { isAuthor, mayRead, mayReadAnswerDraft } from '../../domain/permissions.ts';
import { publicMotionOf } from '../../domain/public-motion.ts';
import { aCase, aJourney, aMotion, by, withdraws } from '../support/motion-builders.ts';
import { examples, text } from '../support/motion-commands.ts';
import { actors, register, roles, strangers, theMember } from '../support/motion-people.ts';
import { sideWays } from '../support/motion-side-ways.ts';

describe('a draft is its authors’ own (TF 2:13)', () => {
  const draft = aMotion({ status: 'Draft' });
  test.each(roles)('%s', (role) => {
    expect(mayRead(draft, actors[role])).toBe(role === 'member' || role === 'group-secretary');
  });
  test('nor is it for strangers, nor for an author who no longer holds the role', () => {
    for (const stranger of strangers) expect(mayRead(draft, stranger)).toBe(false);
    expect(mayRead(draft, { ...actors.member, roles: ['official'] })).toBe(false);
    expect(mayRead(draft, { ...actors.member, roles: [] })).toBe(false);
    expect(mayRead(draft, theMember('m-bo'))).toBe(true);
  });
  test('a discarded one is gone for all', () => {
    for (const role of roles) expect(mayRead(aMotion({ status: 'Discarded' }), actors[role])).toBe(false);
  });
  test('people without a party group do not share one', () => {
    const nobody = { personId: 'p-a', roles: ['member'] as const };
    const command = { ...examples['start-draft'].command, signatories: [] };
    const alone = aJourney([by(nobody, command)]).motion;
    if (alone === undefined) throw new Error('no draft');
    expect(isAuthor(alone, nobody)).toBe(true);
    expect(isAuthor(alone, { personId: 'p-b', roles: ['member'] })).toBe(false);
    const blank = { subject: 'p-b', name: 'B', roles: [], partyGroup: '' };
    expect(person.safeParse(blank).success).toBe(false);
  });
});

test('what has come in is read by those in office, not by an administrator as such', () => {
  for (const role of roles) {
    expect(mayRead(aMotion({ status: 'Received' }), actors[role])).toBe(role !== 'administrator');
  }
});

test('a draft answer is for the people of the preparation (TF 2:12)', () => {
  expect(roles.filter((role) => mayReadAnswerDraft(actors[role]))).toEqual([
    'registrar',
    'official',
    'manager',
    'director',
    'board-secretary',
    'auditor',
  ]);
});

describe('the public view (domain.md §9)', () => {
  const views = statuses.map(
    (status) => [status, publicMotionOf(aMotion({ status }), text, register)] as const,
  );
  test('is undefined before registration', () => {
    expect(views.filter(([, view]) => view === undefined).map(([status]) => status)).toEqual([
      'Draft',
      'Discarded',
      'Received',
    ]);
    const pending = aJourney(sideWays['WithdrawalPending, unregistered']).motion;
    if (pending === undefined) throw new Error('no motion');
    expect(publicMotionOf(pending, text, register)).toBeUndefined();
  });
  test.each(views.filter(([, view]) => view !== undefined))(
    '%s: no address, no official, no draft',
    (_, view) => {
      const shown = JSON.stringify(view);
      expect(shown).not.toMatch(/@|p-official|p-member|g-ex|doc-|[0-9a-f]{64}|m-anna/);
      expect(shown).toContain('Efternamnsson-anna');
    },
  );
  test('names who has withdrawn, as such', () => {
    const some = aCase('Registered', withdraws('m-anna')).motion;
    if (some === undefined) throw new Error('no motion');
    expect(publicMotionOf(some, text, register)?.movers).toMatchObject([
      { withdrawn: true },
      { withdrawn: false },
    ]);
  });
  test('does not name as a mover who has not signed yet', () => {
    const revision = { ...examples['revise-text'].command, signatories: ['m-anna', 'm-bo', 'm-idle'] };
    const revised = aCase('Returned', by(actors.member, revision)).motion;
    if (revised === undefined) throw new Error('no motion');
    expect(publicMotionOf(revised, text, register)?.movers).toHaveLength(2);
  });
});
