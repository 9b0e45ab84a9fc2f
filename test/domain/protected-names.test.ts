import { describe, expect, it } from 'vitest';
import { motionText, remark } from '../../domain/documents.ts';
import { protectedName as hidden } from '../../domain/members.ts';
import { namesTakenOut, protectedNamesOf } from '../../domain/protected-names.ts';
import { aMember } from '../support/motion-people.ts';

describe('a protected name in a text (domain.md §9)', () => {
  it.each([
    ['Åsa Öberg', 'Motion från Åsa Öberg (S).', `Motion från ${hidden} (S).`],
    ['Åsa Öberg', 'ÅSA  ÖBERG\noch ÅSA\nÖBERG', `${hidden}\noch ${hidden}`],
    ['Åsa Öberg', 'Åsa Öbergs grupp, Åsa Öberg-modellen', `${hidden}s grupp, ${hidden}-modellen`],
    ['Åsa Öberg', 'Motion av Åsa Öberg'.normalize('NFD'), `Motion av ${hidden}`],
    ['Åsa Öberg'.normalize('NFD'), 'Motion av Åsa Öberg', `Motion av ${hidden}`],
    ['Åsa Öberg', 'Öberg, Åsa; Öberg Åsa; ÖBERG,ÅSA', `${hidden}; ${hidden}; ${hidden}`],
    ['Åsa Öberg', 'Å. Öberg, Å.Öberg och Öberg, Å.', `${hidden}, ${hidden} och ${hidden}`],
    [
      'Anna Maria Ek',
      'Anna Ek, A. M. Ek, A.M. Ek, Ek, Anna Maria',
      [hidden, hidden, hidden, hidden].join(', '),
    ],
    [
      'Anna-Maria Ek',
      'Anna-Maria Ek, Anna Maria Ek, A-M. Ek, A.-M. Ek',
      [hidden, hidden, hidden, hidden].join(', '),
    ],
    [
      'Anna Ek Holm',
      'Anna Ek, Anna Holm, Anna Ek-Holm, Ek Holm, Anna',
      [hidden, hidden, hidden, hidden].join(', '),
    ],
    ['Anna Ek', 'Anna B. Ek, Anna Britta Ek, A. B. Ek', `${hidden}, ${hidden}, ${hidden}`],
    ['Anna Ek', 'An\u00adna\u00a0E\u200bk', hidden],
    ['Bo Ek (Lillen)', 'Bo Ek (Lillen) skriver', `${hidden} skriver`],
    ['Cher', 'Cher och Cherie', `${hidden} och Cherie`],
  ])('%s: %s', (name, text, expected) => {
    expect(namesTakenOut([name])(text)).toBe(expected);
  });

  it.each([
    ['Åsa Öberg', 'Åsa Öbergsson, Klåsa Öberg, Eva-Åsa Öberg och Åsa Lind'],
    ['Ida Lund', 'Cyklar i Lund. I Lund och på Ida.'],
    ['Anna Ek-Holm', 'Anna Ek-Berg, Anna Ekman'],
    ['Anna Ek', 'Anna och Ek. Anna Lind och Bo Ek.'],
  ])('%s is not: %s', (name, text) => {
    expect(namesTakenOut([name])(text)).toBe(text);
  });

  it('leaves those who stand beside whole', () => {
    expect(namesTakenOut(['Anna Ek'])('Bo Ek, Anna Ek och Eva Ek')).toBe(`Bo Ek, ${hidden} och Eva Ek`);
    expect(namesTakenOut(['Anna Ek', 'Bo Ek'])('Bo Ek, Anna Ek')).toBe(`${hidden}, ${hidden}`);
  });
});

it('those whose identity is protected are the names, and no one else', () => {
  const people = [
    aMember({ memberId: 'm-1', name: 'Anna Ek', protectedIdentity: true }),
    aMember({ memberId: 'm-2', name: 'Bo Ek', protectedIdentity: false }),
    aMember({ memberId: 'm-3', name: 'Eva Ek' }),
  ];
  expect(protectedNamesOf(people)).toEqual(['Anna Ek']);
  expect(namesTakenOut([])('Anna Ek'.normalize('NFD'))).toBe('Anna Ek'.normalize('NFD'));
});

it('a text made to be hard to look through is soon looked through', () => {
  const words = namesTakenOut(['Anna Anna Anna Anna Alm Anna-A Ek', 'Anna Maria Ek Holm']);
  for (const piece of ['Anna ', 'Ek Anna, ', 'A.A.A.', 'A-', 'Anna    ', 'Ek Ek Holm ']) {
    expect(words(piece.repeat(100_000 / piece.length))).toMatch(/[A-Z]/);
  }
});

it('a text comes in with every letter in one, so that it is found and counted as it is read', () => {
  const apart = 'Åsa Öberg'.normalize('NFD');
  const text = motionText.parse({ title: apart, body: apart, clauses: [apart], series: apart });
  expect(Object.values(text).flat()).toEqual(Array(4).fill('Åsa Öberg'));
  expect(remark.parse(apart)).toBe('Åsa Öberg');
});
