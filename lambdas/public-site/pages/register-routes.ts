import type { Hono } from 'hono';
import { type CalendarDate, daysBetween, stockholmDate } from '../../../domain/calendar-date.ts';
import type { PublicMotion } from '../../../domain/public-motion.ts';
import { nextStepOf, stageOf, standingOf, stateSentence, stateWords } from '../../../domain/public-state.ts';
import { publicStepsOf } from '../../../domain/public-steps.ts';
import { type PublicYear, publicYearOf } from '../../../domain/public-year.ts';
import type { Tone } from '../../../web/components/notice.tsx';
import { motionPage } from '../../../web/public/motion-page.tsx';
import { type RegisterRow, registerPage } from '../../../web/public/register-page.tsx';
import { NotFound } from '../../failures.ts';
import type { Entry } from '../register/entry.ts';
import { isOverdue, perPage, pick, questionOf } from '../register/pick.ts';
import type { Snapshot } from '../register/snapshot.ts';
import type { PublicPagesDesk } from './desk.ts';
import { chromeOf, send } from './respond.ts';

/** The list of motions, and the page of each. */
export const addRegisterRoutes = (app: Hono, desk: PublicPagesDesk): void => {
  app.get('/', async (context) => {
    const snapshot = await desk.snapshot();
    const today = stockholmDate(desk.now());
    const asked = questionOf(context.req.query());
    const { shown, ...counts } = pick(snapshot, asked, today);
    const rows = shown.map((entry) => rowOf(entry, yearIn(desk, snapshot, entry, today), desk, today));
    const { entries, parties, years } = snapshot;
    const given = { asked, rows, ...counts, all: entries.length, perPage, parties, years };
    return send(context, registerPage({ chrome: chromeOf(context, desk), ...given }));
  });
  app.get('/motioner/:caseId', async (context) => {
    const caseId = context.req.param('caseId');
    const [motion, details, snapshot] = await Promise.all([
      desk.register.motion(caseId),
      desk.register.details(caseId),
      desk.snapshot(),
    ]);
    if (motion === undefined) throw new NotFound('motion');
    const today = stockholmDate(desk.now());
    const year = yearIn(desk, snapshot, motion, today);
    const { bodies } = desk.organisation;
    const standing = standingOf(motion);
    return send(
      context,
      motionPage({
        chrome: chromeOf(context, desk),
        motion,
        details,
        sentence: stateSentence(standing, bodies),
        steps: publicStepsOf(motion, year, bodies),
        year: year && yearLineOf(year, today),
        next: nextStepOf(standing, year, bodies),
      }),
    );
  });
};

type Dated = Pick<PublicMotion, 'status' | 'raisedOn' | 'councilMeeting' | 'boardMeeting'>;

const yearIn = (
  { organisation }: Pick<PublicPagesDesk, 'organisation'>,
  { calendar }: Snapshot,
  motion: Dated,
  today: CalendarDate,
): PublicYear | undefined => publicYearOf(motion, { today, calendar, organisation });

const yearLineOf = ({ anniversary, lastMeeting }: PublicYear, today: CalendarDate) => ({
  anniversary,
  daysLeft: daysBetween(today, anniversary),
  lastMeeting,
});

const rowOf = (
  entry: Entry,
  year: PublicYear | undefined,
  { organisation: { bodies } }: Pick<PublicPagesDesk, 'organisation'>,
  today: CalendarDate,
): RegisterRow => ({
  caseId: entry.caseId,
  number: entry.registrationNumber,
  title: entry.title,
  movers: entry.movers,
  receivedOn: entry.receivedOn,
  state: stateWords(entry),
  tone: toneOf(entry),
  next: nextStepOf(entry, year, bodies),
  isOverdue: isOverdue(entry, today),
  unit: entry.unit,
});

/** A decision that stands is marked; no outcome is coloured better than another. */
const toneOf = ({ status }: Entry): Tone | undefined => (stageOf(status) === 'avslutad' ? 'good' : undefined);
