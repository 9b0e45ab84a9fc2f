import { describe, expect, test } from 'vitest';
import {
  deliberation,
  deliberationFacts,
  deliberationTexts,
  factsOf,
  textsOf,
} from '../../domain/deliberation.ts';
import { organisation } from '../../domain/organisation.ts';
import {
  aClaim,
  aDeliberation,
  among,
  aProposition,
  aRound,
  roll,
} from '../support/deliberation-builders.ts';
import { aRegion } from '../support/motion-people.ts';

const full = aDeliberation({
  chairedBy: 'm-2',
  claims: [
    aClaim(1, 'REJECT', { mover: 'board' }),
    aClaim(2, 'AMEND', { party: 'MP', text: 'Pröva frågan.' }),
    aClaim(3, 'ADD', { state: 'refused', finding: 'new-matter', text: 'Bygg en bro.' }),
    aClaim(4, 'POSTPONE', { text: 'Underlaget saknas.' }),
  ],
  propositions: [
    aProposition([4], [among(null)], 'deferral'),
    aProposition([1, 2], [aRound(1, 2, 1, { ballots: roll(2, 1, 1) })]),
  ],
  reservations: [
    { memberId: 'm-3', against: [1], text: 'Till förmån för yrkandet.', announcedBeforeEnd: true },
    { memberId: 'm-4', announcedBeforeEnd: true },
  ],
  separateStatements: [{ memberId: 'm-1', text: 'Vi delar syftet.' }],
  minuteNotes: [{ memberId: 'm-2', text: 'Frågan är angelägen.' }],
  points: [{ pointNo: 1, text: 'Motionen avslås.', clauses: [1] }],
});

describe('what the event holds', () => {
  test('numbers, ids and who voted how', () => {
    expect(factsOf(full)).toEqual({
      chairedBy: 'm-2',
      claims: [
        { claimNo: 1, mover: 'board', kind: 'REJECT', clauses: [1], state: 'standing' },
        { claimNo: 2, mover: 'm-1', party: 'MP', kind: 'AMEND', clauses: [1], state: 'standing' },
        { claimNo: 3, mover: 'm-1', kind: 'ADD', clauses: [1], state: 'refused', finding: 'new-matter' },
        { claimNo: 4, mover: 'm-1', kind: 'POSTPONE', clauses: [], state: 'standing' },
      ],
      propositions: [
        { about: 'deferral', claims: [4], rounds: [{ kind: 'among', method: 'acclamation', carried: null }] },
        {
          about: [1],
          claims: [1, 2],
          rounds: [
            {
              kind: 'main',
              yes: 1,
              no: 2,
              method: 'recorded-vote',
              carried: 1,
              votes: { yes: ['m-1', 'm-2'], no: ['m-3'], abstain: ['m-4'] },
            },
          ],
        },
      ],
      reservations: [{ memberId: 'm-3', against: [1] }, { memberId: 'm-4' }],
      separateStatements: ['m-1'],
      minuteNotes: ['m-2'],
      points: [{ pointNo: 1, clauses: [1] }],
    });
  });
  test('they survive being stored, and hold no text', () => {
    const stored: unknown = JSON.parse(JSON.stringify(factsOf(full)));
    expect(deliberationFacts.parse(stored)).toEqual(factsOf(full));
    for (const text of JSON.stringify(textsOf(full)).match(/"text":"[^"]+"/g) ?? []) {
      expect(JSON.stringify(stored)).not.toContain(text.slice(8, -1));
    }
  });
  test('without a vote there is no roll, without another chair no chair', () => {
    const facts = factsOf(aDeliberation());
    expect(facts).not.toHaveProperty('chairedBy');
    expect(facts.propositions[0]?.rounds[0]).not.toHaveProperty('votes');
  });
});

describe('what is kept beside the event', () => {
  test('the texts, each under its number or its member', () => {
    const texts = textsOf(full);
    expect(deliberationTexts.parse(texts)).toEqual({
      claims: [
        { claimNo: 2, text: 'Pröva frågan.' },
        { claimNo: 3, text: 'Bygg en bro.' },
        { claimNo: 4, text: 'Underlaget saknas.' },
      ],
      points: [{ pointNo: 1, text: 'Motionen avslås.' }],
      reservations: [{ memberId: 'm-3', text: 'Till förmån för yrkandet.' }],
      separateStatements: [{ memberId: 'm-1', text: 'Vi delar syftet.' }],
      minuteNotes: [{ memberId: 'm-2', text: 'Frågan är angelägen.' }],
    });
  });
  test('nothing, when nobody said more than yes and no', () => {
    expect(textsOf(aDeliberation())).toBeUndefined();
  });
});

describe('what does not parse', () => {
  const reads = (facts: Parameters<typeof aDeliberation>[0]) => () => aDeliberation(facts);
  const reservation = { memberId: 'm-1', announcedBeforeEnd: true };
  const point = { pointNo: 1, text: 'Så.', clauses: [1] };
  test.each([
    ['two claims of one number', reads({ claims: [aClaim(1, 'GRANT'), aClaim(1, 'REJECT')] })],
    ['a clause twice in a claim', reads({ claims: [aClaim(1, 'GRANT', { clauses: [1, 1] })] })],
    ['a claim twice in a proposition', reads({ propositions: [aProposition([1, 1], [among(1)])] })],
    ['a clause twice in a proposition', reads({ propositions: [aProposition([1], [among(1)], [1, 1])] })],
    ['a proposition without rounds', reads({ propositions: [aProposition([1], [])] })],
    ['two reservations by one', reads({ reservations: [reservation, reservation] })],
    ['two points of one number', reads({ points: [point, point] })],
    ['an empty text', reads({ claims: [aClaim(1, 'AMEND', { text: ' ' })] })],
    [
      'more text than a row can hold',
      reads({
        minuteNotes: Array.from({ length: 13 }, () => ({ memberId: 'm-1', text: 'å'.repeat(10_000) })),
      }),
    ],
  ])('%s', (_, read) => expect(read).toThrow());

  test('twenty votes by name in a council of 149 do', () => {
    const rounds = Array.from({ length: 20 }, () => aRound(1, 2, 1, { ballots: roll(81, 66, 2) }));
    const given = aDeliberation({ propositions: [aProposition([1, 2], rounds)] });
    expect(Buffer.byteLength(JSON.stringify(factsOf(given)))).toBeLessThan(100_000);
  });
  test('too many do not', () => {
    const rounds = Array.from({ length: 50 }, () => aRound(1, 2, 1, { ballots: roll(500, 0) }));
    expect(deliberation.safeParse({ claims: [], propositions: [aProposition([1], rounds)] }).success).toBe(
      false,
    );
  });
});

test('separate statements and minute notes are there unless the organisation says no (domain.md §5)', () => {
  expect(aRegion().minutes).toEqual({ separateStatements: true, minuteNotes: true });
  const without = organisation.parse({ ...aRegion(), minutes: { minuteNotes: false } });
  expect(without.minutes).toEqual({ separateStatements: true, minuteNotes: false });
});
