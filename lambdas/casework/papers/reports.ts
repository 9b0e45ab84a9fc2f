import { grantedMotionsPaper, openMotionsPaper } from '../../../documents/papers/reports.ts';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { readGrantedMotions, readOpenMotions } from '../reports.ts';
import type { DraftPaper, PaperSources } from './draft.ts';

/** Drawn from many records at once: there is no one version, and the names are masked in the rows already. */
const stamp = { source: 'registret' };

/** The report of open motions as of the end of a day, as a paper. */
export const draftOpenMotions = async (sources: PaperSources, on: CalendarDate): Promise<DraftPaper> => ({
  paper: openMotionsPaper(sources.organisation, await readOpenMotions(sources, on)),
  stamp,
  protectedNames: [],
});

/** The report of granted motions from one day to another, as a paper. */
export const draftGrantedMotions = async (
  sources: PaperSources,
  from: CalendarDate,
  to: CalendarDate,
): Promise<DraftPaper> => ({
  paper: grantedMotionsPaper(sources.organisation, await readGrantedMotions(sources, from, to)),
  stamp,
  protectedNames: [],
});
