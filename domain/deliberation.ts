import { z } from 'zod';
import {
  among,
  claim,
  claimFacts,
  clauseRefs,
  contest,
  givenTwice,
  isDistinct,
  memberId,
  ordinal,
  proposition,
  propositionFacts,
  type Round,
} from './claims.ts';
import { remark } from './documents.ts';

const reservationFacts = z.object({ memberId, against: clauseRefs.optional() });
const reservation = reservationFacts.extend({ text: remark.optional(), announcedBeforeEnd: z.boolean() });
const statement = z.object({ memberId, text: remark });
const pointFacts = z.object({ pointNo: ordinal, clauses: clauseRefs });

const eachOnce =
  <K extends string>(key: K) =>
  (all: readonly Readonly<Record<K, unknown>>[]) =>
    isDistinct(all.map((each) => each[key]));

/** Characters the event may hold: a row of the record holds 400 kB, and texts are kept apart. */
const longest = { texts: 120_000, all: 300_000 };

const given = z.object({
  /** Who led the matter, where it was not the chair of the meeting. */
  chairedBy: memberId.optional(),
  claims: z.array(claim).max(200).refine(eachOnce('claimNo'), givenTwice),
  propositions: z.array(proposition).max(200),
  reservations: z.array(reservation).max(500).refine(eachOnce('memberId'), givenTwice).default([]),
  separateStatements: z.array(statement).max(500).default([]),
  minuteNotes: z.array(statement).max(500).default([]),
  /** The points of the decision (domain.md §6.2), each linked to the clauses it answers. */
  points: z
    .array(pointFacts.extend({ text: remark }))
    .max(50)
    .refine(eachOnce('pointNo'), givenTwice)
    .default([]),
});
export type Deliberation = z.infer<typeof given>;
/**
 * What was claimed, put, voted and reserved when a body dealt with a matter: the six items of the minutes
 * (KL 5:67, for the board 6:35), as the secretary gives them in a command, within what the record can hold.
 */
export const deliberation = given
  .refine((all) => JSON.stringify(all).length <= longest.all, 'Underlaget är för stort.')
  .refine((all) => JSON.stringify(textsOf(all) ?? {}).length <= longest.texts, 'Texterna är för långa.');

const roll = z.object({ yes: z.array(memberId), no: z.array(memberId), abstain: z.array(memberId) });
/** Who voted how, as the event keeps it. */
export type Roll = z.infer<typeof roll>;

/** What the event holds: numbers, ids, who voted how, and no texts (architecture §5). */
export const deliberationFacts = z.object({
  chairedBy: memberId.optional(),
  claims: z.array(claimFacts),
  propositions: z.array(
    z.object({
      ...propositionFacts,
      rounds: z.array(
        z.discriminatedUnion('kind', [z.object({ ...contest, votes: roll.optional() }), among]),
      ),
    }),
  ),
  reservations: z.array(reservationFacts),
  separateStatements: z.array(memberId),
  minuteNotes: z.array(memberId),
  points: z.array(pointFacts),
});
export type DeliberationFacts = z.infer<typeof deliberationFacts>;

/** The texts of claims, points, reservations and statements: a document of its own, beside the event. */
export const deliberationTexts = z.object({
  claims: z.array(z.object({ claimNo: ordinal, text: remark })),
  points: z.array(z.object({ pointNo: ordinal, text: remark })),
  reservations: z.array(statement),
  separateStatements: z.array(statement),
  minuteNotes: z.array(statement),
});
export type DeliberationTexts = z.infer<typeof deliberationTexts>;

const rollOf = (ballots: NonNullable<Exclude<Round, { kind: 'among' }>['ballots']>): Roll => {
  const who = (what: (typeof ballots)[number]['ballot']) =>
    ballots.filter((each) => each.ballot === what).map((each) => each.memberId);
  return { yes: who('yes'), no: who('no'), abstain: who('abstain') };
};

const roundFactsOf = (given: Round): DeliberationFacts['propositions'][number]['rounds'][number] => {
  if (given.kind === 'among') return given;
  const { ballots, ...rest } = given;
  return ballots === undefined ? rest : { ...rest, votes: rollOf(ballots) };
};

/** The facts of what was given. */
export const factsOf = (given: Deliberation): DeliberationFacts => ({
  ...(given.chairedBy === undefined ? {} : { chairedBy: given.chairedBy }),
  claims: given.claims.map(({ text: _, ...facts }) => facts),
  propositions: given.propositions.map((each) => ({ ...each, rounds: each.rounds.map(roundFactsOf) })),
  reservations: given.reservations.map(({ memberId, against }) =>
    against === undefined ? { memberId } : { memberId, against },
  ),
  separateStatements: given.separateStatements.map((each) => each.memberId),
  minuteNotes: given.minuteNotes.map((each) => each.memberId),
  points: given.points.map(({ pointNo, clauses }) => ({ pointNo, clauses })),
});

/** The texts given; `undefined` when there are none. */
export const textsOf = (given: Deliberation): DeliberationTexts | undefined => {
  const texts: DeliberationTexts = {
    claims: given.claims.flatMap(({ claimNo, text }) => (text === undefined ? [] : [{ claimNo, text }])),
    points: given.points.map(({ pointNo, text }) => ({ pointNo, text })),
    reservations: given.reservations.flatMap((each) =>
      each.text === undefined ? [] : [{ memberId: each.memberId, text: each.text }],
    ),
    separateStatements: given.separateStatements,
    minuteNotes: given.minuteNotes,
  };
  return Object.values(texts).some((each) => each.length > 0) ? texts : undefined;
};
