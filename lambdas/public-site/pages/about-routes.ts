import type { Hono } from 'hono';
import { type CalendarDate, daysBetween, stockholmDate, yearOf } from '../../../domain/calendar-date.ts';
import { anniversary } from '../../../domain/deadlines.ts';
import { type CountedMotion, figuresOf } from '../../../domain/statistics.ts';
import { accessibilityPage, openDataPage } from '../../../web/public/about-pages.tsx';
import { type StatisticsPage, statisticsPage } from '../../../web/public/statistics-page.tsx';
import { type Entry, partiesOf } from '../register/entry.ts';
import type { PublicPagesDesk } from './desk.ts';
import { chromeOf, send } from './respond.ts';

type Counted = Omit<StatisticsPage, 'year'>;

/** What is told about all motions, and about the register itself. */
export const addAboutRoutes = (app: Hono, desk: PublicPagesDesk): void => {
  const count = makeCounting();
  app.get('/statistik', async (context) => {
    const { entries } = await desk.snapshot();
    const given = count(entries, stockholmDate(desk.now()));
    const asked = Number(context.req.query('ar'));
    const year = given.figures.outcomes.find((each) => each.year === asked)?.year;
    return send(context, statisticsPage({ chrome: chromeOf(context, desk), ...given, year }));
  });
  app.get('/tillganglighet', (context) => {
    const contact = desk.organisation.mail.replyTo;
    return send(context, accessibilityPage({ chrome: chromeOf(context, desk), contact }));
  });
  app.get('/oppna-data', (context) => {
    const year = yearOf(stockholmDate(desk.now()));
    return send(context, openDataPage({ chrome: chromeOf(context, desk), year }));
  });
};

/** Counts the register when it has changed, or the day: every visitor in between is shown the same. */
const makeCounting = () => {
  let last: { entries: readonly Entry[]; today: CalendarDate; given: Counted } | undefined;
  return (entries: readonly Entry[], today: CalendarDate): Counted => {
    if (last?.entries !== entries || last.today !== today) {
      const counted = entries.map(countedOf);
      const figures = figuresOf(counted, { from: '0001-01-01', to: today, today });
      const given = { figures, times: timesOf(counted), raised: raisedOf(counted, today) };
      last = { entries, today, given };
    }
    return last.given;
  };
};

/** What of a public view is counted. */
const countedOf = (entry: Entry): CountedMotion => ({
  raisedOn: entry.raisedOn,
  parties: partiesOf(entry),
  decidedOn: entry.decision?.meetingDate,
  outcome: entry.decision?.outcome,
});

/** Spans of about three months, up to the year that the law speaks of (KL 5:35). */
const spans = [
  { label: 'Högst 3 månader', upTo: 92 },
  { label: '3–6 månader', upTo: 183 },
  { label: '6–9 månader', upTo: 274 },
  { label: '9–12 månader', upTo: 366 },
  { label: 'Mer än ett år', upTo: Number.POSITIVE_INFINITY },
];

const timesOf = (motions: readonly CountedMotion[]) => {
  const taken = motions.flatMap(({ raisedOn, decidedOn }) =>
    decidedOn === undefined
      ? []
      : [isLate(raisedOn, decidedOn) ? Number.MAX_VALUE : daysBetween(raisedOn, decidedOn)],
  );
  return spans.map(({ label, upTo }, index) => ({
    label,
    motions: taken.filter((days) => days <= upTo && days > (spans[index - 1]?.upTo ?? -1)).length,
  }));
};

/** The year is counted by the calendar and not in days: 366 in a leap year. */
const isLate = (raisedOn: CalendarDate, decidedOn: CalendarDate): boolean =>
  decidedOn > anniversary(raisedOn);

const raisedOf = (motions: readonly CountedMotion[], today: CalendarDate) => {
  const due = motions.filter(({ raisedOn }) => anniversary(raisedOn) < today);
  return [...Map.groupBy(due, ({ raisedOn }) => yearOf(raisedOn))]
    .sort(([one], [other]) => one - other)
    .map(([year, own]) => ({
      year,
      of: own.length,
      within: own.filter(({ raisedOn, decidedOn }) => decidedOn !== undefined && !isLate(raisedOn, decidedOn))
        .length,
    }));
};
