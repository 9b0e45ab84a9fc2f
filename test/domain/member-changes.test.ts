import { describe, expect, it, test } from 'vitest';
import { changesPublicName, memberChanges } from '../../domain/member-changes.ts';
import type { Member } from '../../domain/members.ts';
import { aMember } from '../support/motion-people.ts';

const eva = aMember({ memberId: 'm-eva', name: 'Eva Ek', servingOn: ['2026-01-12'] });
const laterTerm: Member['terms'][number] = { from: '2026-10-15', office: 'substitute', body: 'board' };

describe('the register’s log of a member', () => {
  test.each<[string, Member | undefined, Member]>([
    ['member_entered', undefined, eva],
    ['member_entered; protection_set', undefined, { ...eva, protectedIdentity: true }],
    ['member_amended', eva, eva],
    ['member_amended', eva, { ...eva, protectedIdentity: false }],
    ['member_amended; name_changed', eva, { ...eva, name: 'Eva Alm' }],
    ['member_amended; address_changed', eva, { ...eva, email: 'ny@region.example' }],
    [
      'member_amended; term_added substitute board 2026-10-15–',
      eva,
      { ...eva, terms: [...eva.terms, laterTerm] },
    ],
    [
      'member_amended; term_added member council 2022-10-15–2026-03-31; term_removed member council 2022-10-15–2026-10-14',
      eva,
      { ...eva, terms: [{ from: '2022-10-15', to: '2026-03-31', office: 'member' }] },
    ],
    [
      'member_amended; party_added V 2024-05-01',
      eva,
      { ...eva, parties: [...eva.parties, { from: '2024-05-01', party: 'V' }] },
    ],
    [
      'member_amended; serving_added 2026-01-13; serving_removed 2026-01-12',
      eva,
      { ...eva, servingOn: ['2026-01-13'] },
    ],
    ['member_amended; protection_set', eva, { ...eva, protectedIdentity: true }],
    ['member_amended; protection_ended', { ...eva, protectedIdentity: true }, eva],
    ['member_amended; letters_declined_changed', eva, { ...eva, noLettersFrom: '2026-11-01' }],
  ])('says %s', (what, before, after) => {
    expect(memberChanges(before, after)).toBe(what);
  });

  it('never holds a name or an address (domain.md §9)', () => {
    const after = { ...eva, name: 'Nytt Namn', email: 'ny@region.example', noLettersFrom: '2026-11-01' };
    expect(memberChanges(eva, after)).toBe(
      'member_amended; name_changed; address_changed; letters_declined_changed',
    );
  });
});

describe('the name the public sees of a member (domain.md §9)', () => {
  const shielded = { ...eva, protectedIdentity: true };
  test.each<[boolean, string, Member | undefined, Member]>([
    [true, 'another name', eva, { ...eva, name: 'Eva Alm' }],
    [true, 'protection', eva, shielded],
    [true, 'protection no more', shielded, eva],
    [false, 'another name under protection', shielded, { ...shielded, name: 'Eva Alm' }],
    [false, 'another address', eva, { ...eva, email: 'ny@region.example' }],
    [false, 'being entered', undefined, eva],
  ])('changes, %s, by %s', (is, _, before, after) => {
    expect(changesPublicName(before, after)).toBe(is);
  });
});
