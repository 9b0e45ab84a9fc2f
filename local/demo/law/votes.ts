import type { ClaimKind } from '../../../domain/claims.ts';
import type { Deliberation } from '../../../domain/deliberation.ts';
import { chairOf, council, leaver } from './people.ts';

/** Who is there: everyone who still has a seat, but for the last of the roll. */
export const presentOn = (day: string): readonly string[] =>
  council.slice(0, -1).filter((each) => each !== leaver.memberId || day < leaver.leftOn);

export const attendanceOn = (day: string) => ({
  type: 'record-attendance' as const,
  chair: chairOf.council,
  attendance: presentOn(day).map((memberId) => ({ memberId, as: 'member' as const })),
});

/** A recorded vote by name between the board's proposal (yes) and a claim of the floor (no). */
export const voteBetween = (
  day: string,
  claims: { yes: ClaimKind; no: ClaimKind },
  yesVotes: number,
  chosen: { castingVote?: 'yes' | 'no'; carried: 'yes' | 'no' },
): Deliberation => {
  const voters = presentOn(day);
  const mover = voters[3] ?? '';
  const { castingVote, carried } = chosen;
  return {
    claims: [
      { claimNo: 1, mover: 'board', kind: claims.yes, clauses: [1], state: 'standing' },
      { claimNo: 2, mover, kind: claims.no, clauses: [1], state: 'standing' },
    ],
    propositions: [
      {
        about: [1],
        claims: [1, 2],
        rounds: [
          {
            kind: 'main',
            yes: 1,
            no: 2,
            method: 'recorded-vote',
            ballots: voters.map((memberId, index) => ({
              memberId,
              ballot: index < yesVotes ? ('yes' as const) : ('no' as const),
            })),
            ...(castingVote === undefined ? {} : { castingVote }),
            carried: carried === 'yes' ? 1 : 2,
          },
        ],
      },
    ],
    separateStatements: [],
    minuteNotes: [],
    points: [],
    reservations: [
      { memberId: mover, announcedBeforeEnd: true, text: 'Vi reserverar oss till förmån för motionen.' },
    ],
  };
};
