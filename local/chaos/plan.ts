import { createHash } from 'node:crypto';
import type { Status } from '../../domain/motion.ts';
import type { ChaosOptions } from './options.ts';
import { makeRandom, type Random } from './random.ts';

/** How one case goes; which of it comes to pass depends on the case alone, not on the kills. */
export interface CasePlan {
  readonly name: string;
  /** The round in which it begins. */
  readonly round: number;
  readonly entry: 'draft' | 'import';
  /** Who signs, by sign-in subject and member id. */
  readonly movers: readonly { readonly subject: string; readonly memberId: string }[];
  readonly clauses: number;
  readonly isDiscarded: boolean;
  readonly isRegisteredLate: boolean;
  readonly isReturned: boolean;
  readonly isUrgent: boolean;
  readonly isAnswerReturned: boolean;
  /** The status at which its movers withdraw it. */
  readonly withdrawnAt: Status | undefined;
  /** What the board, and then the council, does the first time it has the case; after that it decides. */
  readonly board: 'propose' | 'postpone' | 'refer-back';
  readonly council: 'decide' | 'postpone' | 'refer-back';
  readonly outcome: 'GRANTED' | 'REJECTED' | 'ANSWERED';
  readonly appeal: 'upheld' | 'dismissed' | 'annulled' | 'annulled-in-preparation' | undefined;
  readonly isArchived: boolean;
}

/** One kill -9 of the product. */
export interface Kill {
  /** Number of the command at which it strikes. */
  readonly at: number;
  /** Where in that command: `letter` is when the next letter has been taken. */
  readonly moment: 'before' | 'during' | 'after' | 'letter';
  readonly delayMilliseconds: number;
  /** Everything, only the process, or only the engine (the process ends itself then). */
  readonly target: 'all' | 'process' | 'engine';
  /** Whether the machine stays off until every lease has run out. */
  readonly staysOff: boolean;
  /** When set, the next start is killed too, so long after it has begun. */
  readonly againAfterMilliseconds?: number | undefined;
}

/** What happens to the minutes of a round. */
export interface RoundPlan {
  readonly isCertifiedLate: boolean;
  readonly isPostedLate: boolean;
  readonly isNoticeFoundDown: boolean;
}

export interface Plan {
  readonly cases: readonly CasePlan[];
  readonly kills: readonly Kill[];
  readonly round: (index: number) => RoundPlan;
  /** Names the plan: two runs with the same have the same plan. */
  readonly fingerprint: string;
}

const movers = [
  { subject: 'jessica.carlqvist', memberId: 'm-carlqvist-jessica' },
  { subject: 'katja.ollila', memberId: 'm-ollila-katja' },
  { subject: 'rolf.ostman', memberId: 'm-ostman-rolf' },
  { subject: 'marie.krantz', memberId: 'm-krantz-marie' },
] as const;

const caseOf = (random: Random, index: number): CasePlan => ({
  name: `case-${index + 1}`,
  round: random.pick(0, 0, 1),
  entry: random.pick('draft', 'import'),
  movers: movers.slice(index % movers.length, (index % movers.length) + random.between(1, 2)),
  clauses: random.between(1, 3),
  // The first is carried all the way, so that every run has at least one such.
  isDiscarded: index > 0 && random.chance(0.04),
  isRegisteredLate: random.chance(0.3),
  isReturned: random.chance(0.15),
  isUrgent: random.chance(0.1),
  isAnswerReturned: random.chance(0.2),
  withdrawnAt:
    index > 0 && random.chance(0.2)
      ? random.pick('Received', 'Registered', 'Drafting', 'BoardAgenda', 'CouncilReady')
      : undefined,
  board: random.pick('propose', 'propose', 'propose', 'postpone', 'refer-back'),
  council: random.pick('decide', 'decide', 'decide', 'postpone', 'refer-back'),
  outcome: random.pick('GRANTED', 'REJECTED', 'ANSWERED'),
  appeal: random.chance(0.25)
    ? random.pick('upheld', 'dismissed', 'annulled', 'annulled-in-preparation')
    : undefined,
  isArchived: random.chance(0.5),
});

/** Commands that a case has at the least, or nearly so; the kills fall among these. */
const commandsPerCase = 15;

const killsOf = (random: Random, wanted: number, cases: number): Kill[] => {
  const kills: Kill[] = [];
  const taken = new Set<number>();
  for (let left = wanted; left > 0 && taken.size < cases * commandsPerCase; ) {
    const at = random.between(1, cases * commandsPerCase);
    if (taken.has(at)) continue;
    taken.add(at);
    const isTwice = left > 1 && random.chance(0.15);
    left -= isTwice ? 2 : 1;
    kills.push({
      at,
      moment: random.pick('before', 'during', 'during', 'during', 'after', 'letter', 'letter'),
      delayMilliseconds: random.between(0, 60),
      target: random.pick('all', 'all', 'all', 'process', 'engine'),
      staysOff: random.chance(0.5),
      againAfterMilliseconds: isTwice ? random.between(100, 4000) : undefined,
    });
  }
  return kills.sort((one, other) => one.at - other.at);
};

/** Makes the whole plan of a run from its seed. */
export const makePlan = ({ seed, kills, cases }: Pick<ChaosOptions, 'seed' | 'kills' | 'cases'>): Plan => {
  const random = makeRandom(seed);
  const planned = {
    cases: Array.from({ length: cases }, (_, index) => caseOf(random, index)),
    kills: killsOf(random, kills, cases),
  };
  const rounds = Array.from({ length: 16 }, () => ({
    isCertifiedLate: random.chance(0.4),
    isPostedLate: random.chance(0.4),
    isNoticeFoundDown: random.chance(0.3),
  }));
  const usual = { isCertifiedLate: false, isPostedLate: false, isNoticeFoundDown: false };
  return {
    ...planned,
    round: (index) => rounds[index] ?? usual,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([planned, rounds]))
      .digest('hex')
      .slice(0, 12),
  };
};
