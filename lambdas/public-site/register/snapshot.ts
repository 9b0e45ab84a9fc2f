import type { MeetingCalendar } from '../../../domain/back-planning.ts';
import { addYears, type CalendarDate, stockholmDate, yearOf } from '../../../domain/calendar-date.ts';
import { calendarOf, type PublicMeeting } from '../../../domain/public-meeting.ts';
import type { PublicMotion } from '../../../domain/public-motion.ts';
import type { PublicHead } from '../../ports/public-register.ts';
import type { PublicDesk } from '../app.ts';
import { type Entry, entryOf, partiesOf } from './entry.ts';

/** The register as it stood a moment ago, held in memory (architecture §5). */
export interface Snapshot {
  /** Every motion, the latest number first. */
  readonly entries: readonly Entry[];
  readonly parties: readonly string[];
  readonly years: readonly number[];
  readonly meetings: readonly PublicMeeting[];
  readonly calendar: MeetingCalendar;
}

/** Gives the register as it is now, or was a moment ago. */
export type ReadSnapshot = () => Promise<Snapshot>;

type Source = Pick<PublicDesk, 'register' | 'now'>;

/** A refresh is not begun until this many times as long as the last one took has passed: it never costs more than a share. */
const restAfterRefresh = 20;
/** A copy this old is not shown even when the table cannot be read: what is masked must vanish within minutes. */
const oldestShownMilliseconds = 60_000;
/** Years whose views may have been written before there were heads. */
const yearsWithoutHeads = 30;
/** Meetings before the present year, and those planned. */
const meetingYears = { back: 30, ahead: 3 };
/** Of one year: above this many changed motions the whole year is read. */
const mostReadOneByOne = 20;

interface Kept {
  readonly entry: Entry;
  readonly digest: string | undefined;
}

/**
 * Holds the register in memory. Every refresh asks which views have changed, by small rows, and reads those only. What
 * is held is bounded by what is registered: a motion costs some kilobytes of stems, and its texts are not kept.
 */
export const makeSnapshot = (source: Source): ReadSnapshot => {
  const kept = new Map<string, Kept>();
  let held: { snapshot: Snapshot; at: number; freshUntil: number } | undefined;
  let underWay: Promise<Snapshot> | undefined;

  const refresh = async (): Promise<Snapshot> => {
    const from = performance.now();
    const isFirst = held === undefined;
    const [changed, meetings] = await Promise.all([
      isFirst ? readAllInto(kept, source) : readChangedInto(kept, source),
      readMeetings(source),
    ]);
    const snapshot =
      changed || held === undefined
        ? snapshotOf(kept, meetings)
        : { ...held.snapshot, meetings, calendar: calendarOf(meetings) };
    const at = performance.now();
    held = { snapshot, at, freshUntil: isFirst ? at : at + (at - from) * restAfterRefresh };
    return snapshot;
  };

  const refreshOrKeep = async (): Promise<Snapshot> => {
    try {
      return await refresh();
    } catch (error) {
      if (held !== undefined && performance.now() - held.at < oldestShownMilliseconds) return held.snapshot;
      throw error;
    } finally {
      underWay = undefined;
    }
  };

  return async () => {
    if (held !== undefined && performance.now() < held.freshUntil) return held.snapshot;
    underWay ??= refreshOrKeep();
    return underWay;
  };
};

/** The heads first: what changes while the years are read is then read again at the next refresh. */
const readAllInto = async (kept: Map<string, Kept>, { register, now }: Source): Promise<boolean> => {
  const heads = await register.heads();
  const digests = new Map(heads.map(({ caseId, digest }) => [caseId, digest]));
  const present = yearOf(stockholmDate(now()));
  const recent = Array.from({ length: yearsWithoutHeads + 1 }, (_, back) => present + 1 - back);
  const years = [...new Set([...recent, ...heads.map(({ registerYear }) => registerYear)])];
  for (const motions of await Promise.all(years.map((year) => register.allOfYear(year)))) {
    for (const motion of motions) keep(kept, motion, digests.get(motion.caseId));
  }
  return true;
};

const keep = (kept: Map<string, Kept>, motion: PublicMotion, digest: string | undefined) => {
  kept.set(motion.caseId, { entry: entryOf(motion), digest });
};

const readChangedInto = async (kept: Map<string, Kept>, { register }: Source): Promise<boolean> => {
  const heads = await register.heads();
  const changed = heads.filter(({ caseId, digest }) => kept.get(caseId)?.digest !== digest);
  const byYear = Map.groupBy(changed, ({ registerYear }) => registerYear);
  await Promise.all(
    [...byYear].map(async ([year, ofYear]) => {
      for (const [motion, digest] of await readAgain(register, year, ofYear)) keep(kept, motion, digest);
    }),
  );
  return changed.length > 0;
};

const readAgain = async (
  register: Source['register'],
  year: number,
  changed: readonly PublicHead[],
): Promise<readonly (readonly [PublicMotion, string])[]> => {
  const digests = new Map(changed.map(({ caseId, digest }) => [caseId, digest]));
  const motions =
    changed.length > mostReadOneByOne
      ? await register.allOfYear(year)
      : await Promise.all(changed.map(({ caseId }) => register.motion(caseId)));
  return motions.flatMap((motion) => {
    const digest = motion && digests.get(motion.caseId);
    return motion === undefined || digest === undefined ? [] : [[motion, digest] as const];
  });
};

const readMeetings = ({ register, now }: Source): Promise<readonly PublicMeeting[]> => {
  const today: CalendarDate = stockholmDate(now());
  return register.meetings(addYears(today, -meetingYears.back), addYears(today, meetingYears.ahead));
};

const snapshotOf = (kept: ReadonlyMap<string, Kept>, meetings: readonly PublicMeeting[]): Snapshot => {
  const entries = [...kept.values()]
    .map(({ entry }) => entry)
    .sort((one, other) => (one.order < other.order ? 1 : -1));
  return {
    entries,
    meetings,
    calendar: calendarOf(meetings),
    parties: [...new Set(entries.flatMap(partiesOf))].sort((one, other) => one.localeCompare(other, 'sv')),
    years: [...new Set(entries.map(({ registerYear }) => registerYear))],
  };
};
