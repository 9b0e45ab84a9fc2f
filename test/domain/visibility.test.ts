import { describe, expect, test } from 'vitest';
import { statuses } from '../../domain/motion.ts';
import { person } from '../../domain/people.ts';
import {
  isAuthor,
  mayKeepRegisters,
  mayKnowProtection,
  mayRead,
  mayReadAnswerDraft,
  mayReadMeetings,
  mayReadNotes,
  mayReadOriginal,
  mayReadPeople,
  mayReadPreparation,
} from '../../domain/permissions.ts';
import { publicMotionOf } from '../../domain/public-motion.ts';
import { refuseReports } from '../../domain/report-readers.ts';
import { type Actor, role } from '../../domain/roles.ts';
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

describe('who reads what beside the case', () => {
  const readers = (may: (actor: Actor) => boolean) => role.options.filter((each) => may(actors[each]));
  const preparation = ['registrar', 'official', 'manager', 'director', 'board-secretary', 'auditor'];
  const staff = [...preparation.slice(0, 5), 'council-secretary', 'archivist', 'auditor'];
  const everyoneAtWork = role.options.filter((each) => each !== 'administrator');
  const sorted = (names: readonly string[]) => [...names].sort();
  test('what the answer rests on: the preparation, until the board has proposed (TF 2:12)', () => {
    const before = aMotion({ status: 'BoardAgenda' });
    const after = aMotion({ status: 'CouncilReady' });
    expect(sorted(readers((actor) => mayReadPreparation(before, actor)))).toEqual(sorted(preparation));
    expect(readers((actor) => mayReadPreparation(after, actor))).toEqual(role.options);
    const dealtAtOnce = aJourney(sideWays['Decided, at once']).motion;
    expect(dealtAtOnce && mayReadPreparation(dealtAtOnce, actors.member)).toBe(false);
    const { boardProposal: _, ...referredBack } = after;
    expect(mayReadPreparation({ ...referredBack, boardProposal: undefined } as never, actors.member)).toBe(
      false,
    );
  });
  test('notes, meetings, registers, reports and protection', () => {
    expect(sorted(readers(mayReadNotes))).toEqual(sorted(staff));
    expect(readers(mayReadMeetings)).toEqual(everyoneAtWork);
    const both = { personId: 'p-1', roles: ['administrator', 'member'] as const };
    expect([mayReadMeetings(both), mayRead(aMotion({ status: 'Received' }), both)]).toEqual([true, true]);
    expect(readers(mayKeepRegisters)).toEqual(['administrator']);
    expect(readers(mayReadPeople)).toEqual(['auditor', 'administrator']);
    expect(readers(mayKnowProtection)).toEqual(['registrar', 'auditor', 'administrator']);
    expect(sorted(readers((actor) => mayReadOriginal(actor, false)))).toEqual(sorted(staff));
    expect(readers((actor) => mayReadOriginal(actor, true))).toEqual(['registrar', 'auditor']);
  });
  test('somebody with one more role reads what that role reads', () => {
    for (const may of [mayReadNotes, mayReadAnswerDraft, mayKnowProtection, mayReadPeople]) {
      expect(may({ personId: 'p-1', roles: ['member', 'auditor'] })).toBe(true);
      expect(may({ personId: 'p-1', roles: [] })).toBe(false);
    }
  });
  test('the reports are for those who work with them', () => {
    const refused = readers((actor) => refuseReports(actor) !== undefined);
    expect(refused).toEqual([
      'member',
      'group-secretary',
      'official',
      'certifier',
      'archivist',
      'administrator',
    ]);
    expect(refuseReports(actors.member)).toMatchObject({
      code: 'not_permitted',
      rule: 'KL 5:35; domain.md §3',
      mayBeDoneBy: expect.arrayContaining(['registrator', 'revisor']),
    });
  });
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
