import type { z } from '@hono/zod-openapi';
import { addYears, type CalendarDate, stockholmDate } from '../../domain/calendar-date.ts';
import { movesStep } from '../../domain/evolve.ts';
import { raisedTogether, takesPart } from '../../domain/joint-preparation.ts';
import type { Motion } from '../../domain/motion.ts';
import { clockInputOf } from '../../domain/motion-clock.ts';
import { earliestRaisedOn, oneYearClock } from '../../domain/one-year-clock.ts';
import { mayRead } from '../../domain/permissions.ts';
import { calendarOf } from '../../domain/public-meeting.ts';
import type { Actor } from '../../domain/roles.ts';
import { statusName } from '../../domain/status-names.ts';
import { type Bundle, bundleOf } from '../casework/bundle.ts';
import type { Casework } from '../casework/dependencies.ts';
import type { caseRow } from './contract.ts';
import type { oneYearView } from './year-contract.ts';

/** A case as a row of a list. */
export const caseRowOf = (motion: Motion): z.infer<typeof caseRow> => ({
  caseId: motion.caseId,
  status: motion.status,
  statusName: statusName[motion.status],
  registrationNumber: 'registrationNumber' in motion ? motion.registrationNumber : undefined,
  version: motion.version,
});

/** With whom a motion is prepared (domain.md §3), and how its year stands: the earliest of the bundle's (§11.3). */
export const bundleViewOf = async (casework: Casework, record: Motion, actor: Actor) => {
  if (!('raisedOn' in record) || record.raisedOn === undefined) return { followers: [] };
  const bundle = await bundleOf(casework.cases, record);
  const { lead, followers } = bundle;
  const isLed = lead !== undefined && lead.caseId !== record.caseId;
  return {
    jointWith: isLed && mayRead(lead, actor) ? caseRowOf(lead) : undefined,
    followers: isLed ? [] : followers.filter((each) => mayRead(each, actor)).map(caseRowOf),
    jointWarning: warningOf(record, bundle),
    oneYear: await oneYearOf(casework, record, bundle),
  };
};

/** One whose lead has dropped out is not stuck, but somebody should see to it. */
const warningOf = (record: Motion, { lead, followers }: Bundle): string | undefined => {
  const isLeadOut = lead === undefined || !takesPart(lead);
  if (!isLeadOut || !takesPart(record) || followers.length === 0) return undefined;
  return 'Motionen som de andra bereds ihop med är återtagen eller avgjord. De som är kvar kan fortsätta tillsammans, eller lämna samberedningen och gå vidare var för sig.';
};

/** Years of meetings that are planned ahead, and no more. */
const yearsAhead = 3;

const oneYearOf = async (
  { cases, register, organisation, now }: Casework,
  record: Motion,
  { lead, followers }: Bundle,
): Promise<z.infer<typeof oneYearView> | undefined> => {
  if (!takesPart(record)) return undefined;
  const today = stockholmDate(now());
  const together = raisedTogether(lead === undefined ? followers : [lead, ...followers]);
  const from = earliestRaisedOn(together);
  const [kept, events] = await Promise.all([
    register.meetings(from < today ? from : today, addYears(today, yearsAhead)),
    cases.events(record.caseId),
  ]);
  const since: CalendarDate | undefined = events.findLast(({ event }) => movesStep(event))?.occurredOn;
  const facts = { today, calendar: calendarOf(kept), organisation, together, since };
  const input = clockInputOf(record, facts);
  if (input === undefined) return undefined;
  const { steps, ...clock } = oneYearClock(input);
  return { ...clock, steps: [...steps] };
};
