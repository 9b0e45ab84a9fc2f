import { z } from 'zod';
import { type CalendarDate, calendarDate } from './calendar-date.ts';
import type { MotionText } from './documents.ts';
import type { Motion } from './motion.ts';
import { type MoverName, moverName, moversLine } from './mover-names.ts';
import {
  caseOutcome,
  clauseOutcome,
  clauseRef,
  decisionWords,
  grantedClauses,
  outcomeName,
} from './outcome.ts';
import { statusName } from './status-names.ts';
import type { Column } from './write-csv.ts';

/** One motion that the council has granted, in whole or in part (domain.md §3, §6.2). */
export const grantedMotionRow = z.object({
  caseId: z.string(),
  registrationNumber: z.string(),
  title: z.string(),
  movers: z.array(moverName),
  raisedOn: calendarDate,
  decidedOn: calendarDate,
  /** Paragraph of the council's minutes, e.g. "§ 41". */
  paragraph: z.string(),
  outcome: caseOutcome,
  outcomeName: z.string(),
  /** The clauses that were granted, as written by the movers; the text is absent when it is not known by clause. */
  granted: z.array(z.object({ clause: clauseRef, outcome: clauseOutcome, text: z.string().optional() })),
  deviatesFromBoard: z.boolean(),
  /** Where the case stands now, in Swedish. */
  state: z.string(),
});
export type GrantedMotionRow = z.infer<typeof grantedMotionRow>;

/** Motions granted from one day to another, both included, in the order of the decisions. */
export const grantedMotionsView = z.object({
  from: calendarDate,
  to: calendarDate,
  count: z.int(),
  motions: z.array(grantedMotionRow),
  notes: z.array(z.string()),
});
export type GrantedMotionsReport = z.infer<typeof grantedMotionsView>;

/** A motion whose decision stands. */
export type DecidedMotion = Extract<Motion, { decision: unknown }>;

/** Narrows a motion to one whose decision stands; an annulled decision is none (KL 13:8). */
export const isDecided = (record: Motion): record is DecidedMotion => 'decision' in record;

/** A decided motion with what is kept apart from its record. */
export interface GrantedCandidate {
  readonly record: DecidedMotion;
  readonly text: MotionText | undefined;
  readonly movers: readonly MoverName[];
}

const notes = [
  'Beslut som gäller nu: ett beslut som har upphävts av domstol är inte med.',
  'Av en motion som bifölls i delar visas de att-satser som bifölls.',
];

/** Whether something of the motion was granted at a meeting from one day to another, both included. */
export const wasGranted = ({ decision }: DecidedMotion, from: CalendarDate, to: CalendarDate): boolean =>
  from <= decision.at.meetingDate &&
  decision.at.meetingDate <= to &&
  grantedClauses(decision.decisions).length > 0;

/** The report of granted motions in a span: `GRANTED`, `GRANTED_AMENDED`, and of `MIXED` what was granted. */
export const grantedMotionsReport = (
  motions: readonly GrantedCandidate[],
  from: CalendarDate,
  to: CalendarDate,
): GrantedMotionsReport => {
  const rows = motions
    .filter(({ record }) => wasGranted(record, from, to))
    .map(rowOf)
    .sort(byDecision);
  return { from, to, count: rows.length, motions: rows, notes };
};

const byDecision = (one: GrantedMotionRow, other: GrantedMotionRow) =>
  one.decidedOn.localeCompare(other.decidedOn) ||
  one.paragraph.localeCompare(other.paragraph, 'sv', { numeric: true }) ||
  one.registrationNumber.localeCompare(other.registrationNumber, 'sv', { numeric: true });

const rowOf = ({ record, text, movers }: GrantedCandidate): GrantedMotionRow => {
  const { at, outcome, decisions, deviatesFromBoard } = record.decision;
  return {
    caseId: record.caseId,
    registrationNumber: record.registrationNumber,
    title: text?.title ?? '',
    movers: [...movers],
    raisedOn: record.raisedOn,
    decidedOn: at.meetingDate,
    paragraph: at.paragraph,
    outcome,
    outcomeName: decisionWords(record.decision),
    granted: grantedClauses(decisions).map((each) => ({
      ...each,
      text: each.clause === 'whole' ? undefined : text?.clauses[each.clause - 1],
    })),
    deviatesFromBoard,
    state: statusName[record.status],
  };
};

const clauseLine = ({ clause, outcome, text }: GrantedMotionRow['granted'][number]) =>
  [clause === 'whole' ? 'motionen' : `${clause}.`, text, `(${outcomeName[outcome]})`]
    .filter((part) => part !== undefined)
    .join(' ');

/** The report as a table. */
export const grantedMotionColumns: readonly Column<GrantedMotionRow>[] = [
  { heading: 'Diarienummer', value: (row) => row.registrationNumber },
  { heading: 'Rubrik', value: (row) => row.title },
  { heading: 'Motionärer', value: (row) => moversLine(row.movers) },
  { heading: 'Väckt', value: (row) => row.raisedOn },
  { heading: 'Beslutad', value: (row) => row.decidedOn },
  { heading: 'Paragraf', value: (row) => row.paragraph },
  { heading: 'Beslut', value: (row) => row.outcomeName },
  { heading: 'Bifallet', value: (row) => row.granted.map(clauseLine).join('\n') },
  { heading: 'Avviker från styrelsens förslag', value: (row) => row.deviatesFromBoard },
  { heading: 'Läge', value: (row) => row.state },
];
