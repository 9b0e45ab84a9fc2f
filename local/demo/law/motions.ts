import type { ClauseProposal } from '../../../domain/outcome.ts';
import { council, leaver } from './people.ts';

/** One of the thirty motions of the year. */
export interface LawMotion {
  readonly no: number;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly signatories: readonly string[];
  /** Index of the round it is decided in; undefined for one that is still open when the year ends. */
  readonly round: number | undefined;
  /** What the board proposes. */
  readonly proposals: readonly ClauseProposal[];
}

const subjects = [
  'bussar i glesbygd',
  'tandvård för äldre',
  'öppna väntrum',
  'kortare köer till BUP',
  'mat från trakten',
  'cykelpendling',
  'ambulanser i norr',
  'kultur för barn',
  'sommarjobb i vården',
  'tolkar på distans',
];
const subjectOf = (no: number) => subjects[no % subjects.length] ?? '';

/** How many are decided in each round; the rest of the thirty are open when the year ends. */
const perRound = [5, 5, 6, 5, 5];
const roundOf = (no: number): number | undefined => {
  const upTo = perRound.map((_, index) => perRound.slice(0, index + 1).reduce((sum, each) => sum + each, 0));
  const round = upTo.findIndex((last) => no <= last);
  return round === -1 ? undefined : round;
};

const outcomes = ['ANSWERED', 'GRANTED', 'ANSWERED', 'REJECTED', 'ANSWERED'] as const;

/** Motions whose way is a story of its own, by number. */
export const special = {
  departsFromBoard: 5,
  minorityReferral: 6,
  writtenOff: 7,
  tie: 11,
  jointLead: 12,
  jointFollower: 13,
  annulled: 14,
  leaver: 17,
  lapsing: 22,
  withdrawn: 30,
} as const;

const signatoriesOf = (no: number): readonly string[] => {
  if (no === special.leaver) return [leaver.memberId, council[40] ?? ''];
  if (no === special.withdrawn) return ['m-lindgard-hannes'];
  return [council[(no * 7) % 60] ?? '', ...(no % 3 === 0 ? [council[(no * 7 + 3) % 60] ?? ''] : [])].filter(
    (each) => each !== leaver.memberId,
  );
};

const clausesOf = (no: number) =>
  no % 4 === 0 || no === special.lapsing
    ? [`utreda frågan om ${subjectOf(no)}`, `ge styrelsen i uppdrag att införa ${subjectOf(no)}`]
    : [`införa ${subjectOf(no)}`];

const proposalsOf = (no: number): ClauseProposal[] =>
  clausesOf(no).map((_, index) => ({
    clause: index + 1,
    outcome: outcomes[(no + index) % outcomes.length] ?? 'ANSWERED',
  }));

export const motions: readonly LawMotion[] = Array.from({ length: 30 }, (_, index) => {
  const no = index + 1;
  return {
    no,
    title: `Motion ${no} om ${subjectOf(no)}`,
    clauses: clausesOf(no),
    signatories: signatoriesOf(no),
    round: roundOf(no),
    proposals: proposalsOf(no),
  };
});
