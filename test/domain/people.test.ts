import { describe, expect, it, test } from 'vitest';
import { invitation, invitationState, personInvited } from '../../domain/invitations.ts';
import { actorOn, person, rolesOn } from '../../domain/people.ts';
import { logWords } from '../../domain/register-log-words.ts';

const lena = person.parse({
  subject: 's-1',
  name: 'Lena Lind',
  roles: [
    { role: 'registrar', from: '2026-01-01' },
    { role: 'official', from: '2026-02-01', to: '2026-02-28' },
  ],
  memberId: 'm-lena',
  partyGroup: 'g-ex',
});

describe('the roles of a person', () => {
  it.each([
    ['2025-12-31', []],
    ['2026-01-01', ['registrar']],
    ['2026-02-01', ['registrar', 'official']],
    ['2026-02-28', ['registrar', 'official']],
    ['2026-03-01', ['registrar']],
  ])('on %s are %j', (day, roles) => {
    expect(rolesOn(lena, day)).toEqual(roles);
  });

  it('are those of the one who asks, with the links to register and party group', () => {
    expect(actorOn(lena, '2026-02-28')).toEqual({
      personId: 's-1',
      roles: ['registrar', 'official'],
      memberId: 'm-lena',
      partyGroup: 'g-ex',
    });
  });
});

describe('an invitation (architecture §9)', () => {
  const open = invitation.parse({
    codeHash: 'a'.repeat(64),
    name: 'Lena Lind',
    roles: ['member', 'certifier', 'member'],
    memberId: 'm-lena',
    partyGroup: 'g-ex',
    unit: 'Staben',
    invitedBy: 's-admin',
    invitedAt: '2026-06-01T08:00:00.000Z',
    expiresAt: '2026-06-15T08:00:00.000Z',
  });
  const used = { usedAt: '2026-06-02T08:00:00.000Z' };
  const revoked = { revokedAt: '2026-06-03T08:00:00.000Z' };

  it.each([
    ['open', {}, '2026-06-15T07:59:59.999Z'],
    ['expired', {}, '2026-06-15T08:00:00.000Z'],
    ['used', used, '2026-06-02T08:00:00.000Z'],
    ['used', used, '2026-07-01T08:00:00.000Z'],
    ['revoked', revoked, '2026-06-04T08:00:00.000Z'],
    // What it let in stays in.
    ['used', { ...used, ...revoked }, '2026-06-04T08:00:00.000Z'],
  ])('is %s, given %j, at %s', (state, facts, now) => {
    expect(invitationState({ ...open, ...facts }, now)).toBe(state);
  });

  it('enters the person who brings its code, with each role once and from that day', () => {
    expect(personInvited(open, 's-9', '2026-06-02')).toEqual({
      subject: 's-9',
      name: 'Lena Lind',
      roles: [
        { role: 'member', from: '2026-06-02' },
        { role: 'certifier', from: '2026-06-02' },
      ],
      memberId: 'm-lena',
      partyGroup: 'g-ex',
      unit: 'Staben',
    });
  });

  it.each([
    ['no hash of a code', { codeHash: 'b'.repeat(63) }],
    ['no hash of a code', { codeHash: `${'b'.repeat(64)}c` }],
    ['no role', { roles: [] }],
    ['nobody who invites', { invitedBy: '' }],
  ])('is none with %s', (_, facts) => {
    expect(invitation.safeParse({ ...open, ...facts }).success).toBe(false);
  });
});

describe('the register’s log in Swedish', () => {
  test.each([
    ['person_entered', ['Upplagd']],
    [
      'member_amended; name_changed; address_changed',
      ['Uppgifter ändrade', 'Namnet ändrat', 'E-postadressen ändrad'],
    ],
    ['member_entered; protection_set', ['Upplagd', 'Skyddade personuppgifter']],
    ['protection_ended', ['Inte längre skyddade personuppgifter']],
    ['letters_declined_changed', ['Önskan om brev ändrad']],
    ['role_given board-secretary 2026-01-01', ['Roll given: styrelsens sekreterare 2026-01-01']],
    // A member as a role has the word of the role, which a term of office has too.
    ['role_revoked member', ['Roll återkallad: ledamot']],
    ['role_given chairman', ['Roll given: chairman']],
    ['term_added substitute board 2022-10-15–', ['Uppdrag infört: ersättare i styrelsen 2022-10-15–']],
    ['term_removed councillor council 2023', ['Uppdrag borttaget: regionråd i fullmäktige 2023']],
    // The role of a secretary is no word of a party or a day.
    ['party_added registrar 2024-05-01', ['Parti infört: registrar 2024-05-01']],
    ['party_removed V 2024-05-01', ['Parti borttaget: V 2024-05-01']],
    [
      'serving_added 2026-01-13; serving_removed 2026-01-12',
      ['Tjänstgöring införd: 2026-01-13', 'Tjänstgöring borttagen: 2026-01-12'],
    ],
    ['invited_by s-admin', ['Inbjuden av s-admin']],
    ['something new', ['something new']],
  ])('says of %s: %j', (what, words) => {
    expect(logWords(what)).toEqual(words);
  });
});
