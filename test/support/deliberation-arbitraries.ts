import fc from 'fast-check';
import { claimKind } from '../../domain/claims.ts';
import type { DeliberationSetting } from '../../domain/decide/deliberation-setting.ts';
import { type Deliberation, deliberation } from '../../domain/deliberation.ts';
import type { ClauseRef } from '../../domain/outcome.ts';
import {
  aClaim,
  aDeliberation,
  among,
  aProposition,
  aRound,
  type GivenClaim,
  members,
  roll,
} from './deliberation-builders.ts';

const aMemberId = fc.constantFrom(...members(4), 'board');
const someClauses = fc.subarray([1, 2] as ClauseRef[]);
const aNumber = fc.integer({ min: 1, max: 4 });
const aSide = fc.option(aNumber, { nil: null });
const maybe = <T>(what: fc.Arbitrary<T>, freq = 4) => fc.option(what, { nil: undefined, freq });
const someBallots = fc.uniqueArray(
  fc.record({
    memberId: aMemberId,
    ballot: fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const),
  }),
  { selector: (each) => each.memberId, minLength: 1, maxLength: 5 },
);

const anyClaim = fc
  .record({
    kind: fc.constantFrom(...claimKind.options),
    mover: aMemberId,
    state: fc.constantFrom('standing', 'standing', 'standing', 'withdrawn', 'refused'),
    clauses: fc.constantFrom<ClauseRef[] | undefined>(undefined, [1], [1, 2], []),
    finding: fc.constantFrom(undefined, undefined, undefined, 'new-matter', 'unlawful'),
  })
  .map(({ kind, clauses, ...rest }) =>
    aClaim(0, kind, { ...rest, ...(clauses === undefined ? {} : { clauses }) }),
  );

const anyRound = fc.oneof(
  aSide.map(among),
  fc
    .record({
      kind: fc.constantFrom('main' as const, 'counter' as const),
      sides: fc.tuple(aSide, aSide),
      first: fc.boolean(),
      ballots: maybe(someBallots, 2),
      castingVote: maybe(fc.constantFrom('yes' as const, 'no' as const), 5),
      minority: maybe(fc.array(aMemberId, { minLength: 1, maxLength: 4 }), 5),
      isSecret: fc.integer({ max: 9, min: 0 }).map((drawn) => drawn === 0),
    })
    .map(({ sides: [yes, no], first, isSecret, ...facts }) =>
      aRound(yes, no, first ? yes : no, { ...facts, ...(isSecret ? { method: 'secret-ballot' } : {}) }),
    ),
);

/** Anything that parses: mostly impossible, now and then in order. */
export const anyDeliberation: fc.Arbitrary<Deliberation> = fc
  .record({
    chairedBy: maybe(aMemberId),
    claims: fc
      .array(anyClaim, { maxLength: 4 })
      .map((all) => all.map((each, place) => ({ ...each, claimNo: place + 1 }))),
    propositions: fc.array(
      fc.record({
        about: fc.oneof(someClauses, fc.constant('deferral' as const)),
        claims: fc.uniqueArray(aNumber, { minLength: 1, maxLength: 3 }),
        rounds: fc.array(anyRound, { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
    reservations: fc.uniqueArray(
      fc.record({ memberId: aMemberId, announcedBeforeEnd: fc.boolean(), against: maybe(someClauses) }),
      { selector: (each) => each.memberId, maxLength: 1 },
    ),
    minuteNotes: fc.array(fc.record({ memberId: aMemberId, text: fc.constant('Noteras.') }), {
      maxLength: 1,
    }),
    points: fc.constantFrom([], [{ pointNo: 1, text: 'Så beslutas.', clauses: [2] }]),
  })
  .map((given) => deliberation.parse(given));

export const anySetting: fc.Arbitrary<DeliberationSetting> = fc.record({
  body: fc.constantFrom('council', 'board'),
  clauses: fc.constantFrom<ClauseRef[][]>([1], [1, 2], ['whole']),
  lapsing: maybe(someClauses),
  attendance: maybe(
    fc.record({
      present: fc.subarray(members(4)),
      disqualified: fc.subarray(['m-3']),
      chair: maybe(aMemberId),
    }),
    2,
  ),
  mayClaimWithoutVote: fc.subarray(['m-4']),
  minorityRightUsed: maybe(fc.boolean()),
  allows: fc.record({ separateStatements: fc.boolean(), minuteNotes: fc.boolean() }),
});

/** The chair m-1 and four more, each yes, no or abstaining, and the casting vote should they tie. */
const aVote = fc.record({
  yes: fc.integer({ min: 0, max: 5 }),
  no: fc.integer({ min: 0, max: 5 }),
  casting: fc.constantFrom('yes' as const, 'no' as const),
  isByName: fc.boolean(),
});

/** One that is in order: a tournament of different claims, each round won as it was voted. */
export const aProceeding: fc.Arbitrary<{ given: Deliberation; won: GivenClaim['kind']; voted: number }> = fc
  .record({
    kinds: fc.shuffledSubarray(['GRANT', 'REJECT', 'ANSWER', 'AMEND', 'WRITE_OFF'] as const, {
      minLength: 2,
    }),
    votes: fc.array(aVote, { minLength: 4, maxLength: 4 }),
  })
  .map(({ kinds, votes }) => {
    const claims = kinds.map((kind, place) => aClaim(place + 1, kind));
    // The first is the main claim: it meets whoever is left of the others.
    const challengers = [...claims.slice(2).map((each) => each.claimNo), 1];
    let left = 2;
    const rounds = challengers.map((challenger, place) => {
      const { yes, no, casting, isByName } = votes[place] ?? {
        yes: 0,
        no: 0,
        casting: 'yes',
        isByName: false,
      };
      const [ayes, noes] = [Math.min(yes, 5), Math.min(no, 5 - Math.min(yes, 5))];
      const isYes = ayes === noes ? casting === 'yes' : ayes > noes;
      const round = aRound(left, challenger, isYes ? left : challenger, {
        kind: challenger === 1 ? 'main' : 'counter',
        ...(isByName
          ? { ballots: roll(ayes, noes, 5 - ayes - noes), ...(ayes === noes ? { castingVote: casting } : {}) }
          : {}),
      });
      left = isYes ? left : challenger;
      return round;
    });
    const propositions = [
      aProposition(
        claims.map((each) => each.claimNo),
        rounds,
      ),
    ];
    return {
      given: aDeliberation({ claims, propositions }),
      won: kinds[left - 1] ?? 'GRANT',
      voted: rounds.filter((each) => each.method === 'recorded-vote').length,
    };
  });
