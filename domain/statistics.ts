import { z } from 'zod';
import { type CalendarDate, calendarDate, daysBetween, yearOf } from './calendar-date.ts';
import { anniversary } from './deadlines.ts';
import { isDecided } from './granted-motions-report.ts';
import type { Motion } from './motion.ts';
import { isOpenMotion } from './motion-history.ts';
import { type CaseOutcome, caseOutcome } from './outcome.ts';

const share = z.object({
  of: z.int(),
  within: z.int(),
  /** `within / of`, to four decimals; absent when there are none. */
  share: z.number().optional(),
});

/** Outcomes of one party in one year. */
export const partyYear = z.object({
  year: z.int(),
  party: z.string(),
  motions: z.int(),
  outcomes: z.record(caseOutcome, z.int()),
});
export type PartyYear = z.infer<typeof partyYear>;

/** How motions went, from one day to another, both included (domain.md §12 tells how little is known of this). */
export const statisticsView = z.object({
  from: calendarDate,
  to: calendarDate,
  /** Of motions decided in the span: days from being raised to the council's decision. */
  timeToDecision: z.object({
    motions: z.int(),
    medianDays: z.number().optional(),
    meanDays: z.number().optional(),
    maxDays: z.int().optional(),
  }),
  /** Of motions decided in the span: those decided by their anniversary (KL 5:35). */
  decidedWithinAYear: share,
  /** Of motions raised in the span whose anniversary has passed: those decided by it, open ones counted in. */
  raisedAndDecidedWithinAYear: share,
  outcomes: z.array(partyYear),
  openAtYearsEnd: z.array(z.object({ year: z.int(), open: z.int() })),
  notes: z.array(z.string()),
});
export type Statistics = z.infer<typeof statisticsView>;

const notes = [
  'En motion räknas en gång för varje parti bland dem som undertecknade den, så partiernas siffror kan inte läggas ihop. Partiet är det vid undertecknandet.',
  'Anses besvarad räknas för sig: det är varken bifall eller avslag.',
  'Avskrivna räknas som beslutade, också de som avskrevs därför att de återtogs.',
  'Beslut som gäller nu: ett beslut som har upphävts av domstol är inte med.',
  'Tiden räknas i kalenderdagar från den dag motionen väcktes till fullmäktiges sammanträde; inga uppehåll dras av.',
];

/** What the statistics are made of. */
export interface StatisticsFacts {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly today: CalendarDate;
  /** Every registered motion, as it stands now. */
  readonly motions: readonly Motion[];
  /** The years that ended in the span, with the motions as they stood on 31 December. */
  readonly yearsEnds: readonly { readonly year: number; readonly motions: readonly Motion[] }[];
}

/** What of a motion is counted: the office has it from the record, the public from what is public. */
export interface CountedMotion {
  readonly raisedOn: CalendarDate;
  /** Every party that signed, once, whoever has withdrawn since. */
  readonly parties: readonly string[];
  readonly decidedOn?: CalendarDate | undefined;
  readonly outcome?: CaseOutcome | undefined;
}
type DecidedCount = CountedMotion & { readonly decidedOn: CalendarDate; readonly outcome: CaseOutcome };

const isCountedDecided = (motion: CountedMotion): motion is DecidedCount =>
  motion.decidedOn !== undefined && motion.outcome !== undefined;

/** Time to decision, share within a year, and outcome per party and year. */
export const figuresOf = (
  motions: readonly CountedMotion[],
  { from, to, today }: Pick<StatisticsFacts, 'from' | 'to' | 'today'>,
): Omit<Statistics, 'openAtYearsEnd'> => {
  const isInSpan = (day: CalendarDate) => from <= day && day <= to;
  const decided = motions.filter(isCountedDecided).filter(({ decidedOn }) => isInSpan(decidedOn));
  const due = motions.filter(({ raisedOn }) => isInSpan(raisedOn) && anniversary(raisedOn) < today);
  return {
    from,
    to,
    timeToDecision: timesOf(decided),
    decidedWithinAYear: shareOf(decided),
    raisedAndDecidedWithinAYear: shareOf(due),
    outcomes: outcomesOf(decided),
    notes,
  };
};

const countedOf = (record: Motion): CountedMotion[] => {
  if (!('raisedOn' in record) || record.raisedOn === undefined) return [];
  const counted = { raisedOn: record.raisedOn, parties: partiesOf(record) };
  if (!isDecided(record)) return [counted];
  const { at, outcome } = record.decision;
  return [{ ...counted, decidedOn: at.meetingDate, outcome }];
};

/** The same of every motion as it stands in the record, and what was open at each year's end. */
export const statistics = ({ motions, yearsEnds, ...span }: StatisticsFacts): Statistics => {
  return {
    ...figuresOf(motions.flatMap(countedOf), span),
    openAtYearsEnd: yearsEnds.map(({ year, motions: then }) => ({
      year,
      open: then.filter(isOpenMotion).length,
    })),
  };
};

const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;

const timesOf = (decided: readonly DecidedCount[]): Statistics['timeToDecision'] => {
  const days = decided
    .map(({ raisedOn, decidedOn }) => daysBetween(raisedOn, decidedOn))
    .sort((one, other) => one - other);
  const [upper, lower] = [days[Math.floor(days.length / 2)], days[Math.floor((days.length - 1) / 2)]];
  if (upper === undefined || lower === undefined) return { motions: 0 };
  return {
    motions: days.length,
    medianDays: (lower + upper) / 2,
    meanDays: rounded(days.reduce((sum, each) => sum + each, 0) / days.length, 1),
    maxDays: days.at(-1),
  };
};

/** Decided by the anniversary itself: "inom ett år" (KL 5:35; lag (1930:173) 1 §). */
const isWithinAYear = ({ raisedOn, decidedOn }: CountedMotion): boolean =>
  decidedOn !== undefined && decidedOn <= anniversary(raisedOn);

const shareOf = (records: readonly CountedMotion[]): z.infer<typeof share> => {
  const within = records.filter(isWithinAYear).length;
  const of = records.length;
  return of === 0 ? { of, within } : { of, within, share: rounded(within / of, 4) };
};

const partiesOf = ({ signatories }: Motion): string[] => [
  ...new Set(signatories.flatMap(({ party }) => party ?? [])),
];

const outcomesOf = (decided: readonly DecidedCount[]): PartyYear[] => {
  const found = new Map<string, { year: number; party: string; outcomes: CaseOutcome[] }>();
  for (const { decidedOn, outcome, parties } of decided) {
    const year = yearOf(decidedOn);
    for (const party of parties) {
      const key = `${year} ${party}`;
      const { outcomes } = found.get(key) ?? { outcomes: [] };
      found.set(key, { year, party, outcomes: [...outcomes, outcome] });
    }
  }
  return [...found.values()]
    .sort((one, other) => one.year - other.year || one.party.localeCompare(other.party, 'sv'))
    .map(({ year, party, outcomes }) => ({
      year,
      party,
      motions: outcomes.length,
      outcomes: countOf(outcomes),
    }));
};

const countOf = (outcomes: readonly CaseOutcome[]): PartyYear['outcomes'] => {
  const count = (wanted: CaseOutcome) => outcomes.filter((each) => each === wanted).length;
  return {
    GRANTED: count('GRANTED'),
    GRANTED_AMENDED: count('GRANTED_AMENDED'),
    REJECTED: count('REJECTED'),
    ANSWERED: count('ANSWERED'),
    WRITTEN_OFF: count('WRITTEN_OFF'),
    LAPSED: count('LAPSED'),
    MIXED: count('MIXED'),
  };
};
