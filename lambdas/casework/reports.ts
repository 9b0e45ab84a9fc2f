import type { MeetingCalendar } from '../../domain/back-planning.ts';
import { addYears, type CalendarDate, stockholmDate, yearOf } from '../../domain/calendar-date.ts';
import type { MotionText } from '../../domain/documents.ts';
import {
  type GrantedMotionsReport,
  grantedMotionsReport,
  isDecided,
  wasGranted,
} from '../../domain/granted-motions-report.ts';
import type { Member } from '../../domain/members.ts';
import type { Motion } from '../../domain/motion.ts';
import { isOpenMotion, mayHaveBeenOpenOn, type PastState, stateOn } from '../../domain/motion-history.ts';
import { moverNames } from '../../domain/mover-names.ts';
import { type OpenMotionsReport, openMotionsReport } from '../../domain/open-motions-report.ts';
import { namesTakenOut, protectedNamesOf } from '../../domain/protected-names.ts';
import { calendarOf } from '../../domain/public-meeting.ts';
import { isMarkedSecret, maskedText } from '../../domain/secrecy.ts';
import { type Statistics, statistics } from '../../domain/statistics.ts';
import type { Casework } from './dependencies.ts';

/** What the reports read. */
type Sources = Pick<Casework, 'cases' | 'people' | 'meetings' | 'organisation' | 'now'>;

/** The report of open motions (motionsbalans) as of the end of a day (KL 5:35; domain.md §3). */
export const readOpenMotions = async (sources: Sources, on: CalendarDate): Promise<OpenMotionsReport> => {
  const all = await registered(sources);
  const marked = new Set(all.filter(isMarkedSecret).map(({ caseId }) => caseId));
  const open = await openOn(sources, all, on);
  const records = open.map(({ record }) => record);
  const [members, names, titles, calendar] = await Promise.all([
    membersOf(sources, records),
    sources.people.protectedNames(),
    inBatches(records, (record) => textOf(sources, record, marked.has(record.caseId))),
    meetingsAround(sources, records, on),
  ]);
  const shown = shownText(members, names);
  const motions = open.map((state, index) => ({
    ...state,
    title: shown(titles[index])?.title ?? '',
    movers: moverNames(state.record, members),
  }));
  return openMotionsReport(motions, { on, calendar, organisation: sources.organisation });
};

/** The report of motions granted at meetings from one day to another, both included. */
export const readGrantedMotions = async (
  sources: Sources,
  from: CalendarDate,
  to: CalendarDate,
): Promise<GrantedMotionsReport> => {
  const all = await registered(sources);
  const granted = all.filter(isDecided).filter((record) => wasGranted(record, from, to));
  const [members, names, texts] = await Promise.all([
    membersOf(sources, granted),
    sources.people.protectedNames(),
    inBatches(granted, (record) => textOf(sources, record, isMarkedSecret(record))),
  ]);
  const shown = shownText(members, names);
  const candidates = granted.map((record, index) => ({
    record,
    text: shown(texts[index]),
    movers: moverNames(record, members),
  }));
  return grantedMotionsReport(candidates, from, to);
};

/** The statistics from one day to another, both included. */
export const readStatistics = async (
  sources: Sources,
  from: CalendarDate,
  to: CalendarDate,
): Promise<Statistics> => {
  const motions = await registered(sources);
  const today = stockholmDate(sources.now());
  const yearsEnds: { year: number; motions: Motion[] }[] = [];
  for (const year of yearsEndedIn(from, to < today ? to : today)) {
    const open = await openOn(sources, motions, `${year}-12-31`);
    yearsEnds.push({ year, motions: open.map(({ record }) => record) });
  }
  return statistics({ from, to, today, motions, yearsEnds });
};

const yearsEndedIn = (from: CalendarDate, to: CalendarDate): number[] => {
  const last = `${to.slice(0, 4)}-12-31` <= to ? yearOf(to) : yearOf(to) - 1;
  return Array.from({ length: Math.max(0, last - yearOf(from) + 1) }, (_, index) => yearOf(from) + index);
};

/** Every motion that has its number, page by page, year by year. */
const registered = async ({ cases, organisation, now }: Sources): Promise<Motion[]> => {
  const first = organisation.register.firstYear;
  const years = Array.from({ length: yearOf(stockholmDate(now())) - first + 1 }, (_, index) => first + index);
  const read = async (year: number) => {
    const found: Motion[] = [];
    let cursor: string | undefined;
    do {
      const page = await cases.register(year, { limit: 200, cursor });
      found.push(...page.items.map(({ motion }) => motion));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  };
  return (await inBatches(years, read)).flat();
};

/** The motions that were open at the end of a day; events are read only of those that can have been. */
const openOn = async (
  { cases }: Sources,
  motions: readonly Motion[],
  on: CalendarDate,
): Promise<PastState[]> => {
  const candidates = motions.filter((motion) => mayHaveBeenOpenOn(motion, on));
  const states = await inBatches(candidates, async (motion) => {
    const events = await cases.events(motion.caseId);
    return stateOn({ motion, events }, on);
  });
  return states.flatMap((state) => (state !== undefined && isOpenMotion(state.record) ? [state] : []));
};

const membersOf = ({ people }: Sources, records: readonly Motion[]) =>
  people.membersById([
    ...new Set(records.flatMap(({ signatories }) => signatories.map(({ memberId }) => memberId))),
  ]);

/** The text as received, masked where the case is marked now (OSL 5:5); undefined when it is no longer kept. */
const textOf = async (
  { cases }: Sources,
  { caseId, text }: Motion,
  isMarked: boolean,
): Promise<MotionText | undefined> => {
  const stored = await cases.document(caseId, text.documentId);
  if (stored?.text.kind !== 'motion') return undefined;
  return isMarked ? maskedText(stored.text.content) : stored.text.content;
};

/** The text without names of people whose identity is protected, where somebody has typed them (domain.md §9). */
const shownText = (members: ReadonlyMap<string, Member>, names: readonly string[]) => {
  const write = namesTakenOut([...protectedNamesOf(members.values()), ...names]);
  return (text: MotionText | undefined): MotionText | undefined =>
    text && { ...text, title: write(text.title), clauses: text.clauses.map(write) };
};

/** Years of meetings that are planned ahead, and no more. */
const yearsAhead = 3;

/** The meetings from when the oldest of the motions was raised to as far as they are planned; none that is cancelled. */
const meetingsAround = async (
  { meetings }: Sources,
  records: readonly Motion[],
  on: CalendarDate,
): Promise<MeetingCalendar> => {
  const from = records
    .flatMap((record) => ('raisedOn' in record ? (record.raisedOn ?? []) : []))
    .reduce((one, other) => (one < other ? one : other), on);
  return calendarOf(await meetings.calendar(from, addYears(on, yearsAhead)));
};

/** Reads of one report at a time: enough to be quick, few enough not to crowd out the office. */
const batchSize = 10;

const inBatches = async <T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> => {
  const found: R[] = [];
  for (let at = 0; at < items.length; at += batchSize) {
    found.push(...(await Promise.all(items.slice(at, at + batchSize).map(read))));
  }
  return found;
};
