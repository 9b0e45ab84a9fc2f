import { stockholmDate } from '../../domain/calendar-date.ts';
import { systemCommand } from '../../domain/commands.ts';
import { meetingSystemCommand } from '../../domain/meeting-commands.ts';
import { minutesSystemCommand } from '../../domain/minutes-commands.ts';
import { systemActor } from '../../domain/roles.ts';
import { NotFound } from '../failures.ts';
import type { DueClock, Page, PageRequest } from '../ports/case-store.ts';
import { actOnCase } from './act-on-case.ts';
import { actOnMeeting } from './act-on-meeting.ts';
import { actOnMinutes } from './act-on-minutes.ts';
import { adoptClocks } from './adopt-clocks.ts';
import type { Answer } from './answer.ts';
import { deliverSignals } from './deliver-signals.ts';
import type { Casework } from './dependencies.ts';
import { signalHandover, sweepExecutions } from './executions.ts';
import { publishingOwed } from './publish-member.ts';
import { relayMeeting } from './relay-meeting.ts';
import { relayMinutes } from './relay-minutes.ts';
import { sendDigest } from './send-digest.ts';
import type { LetterDesk } from './send-letters.ts';
import { sendLetters } from './send-letters.ts';
import { askOwner, newsReader, tellFollower } from './tell-followers.ts';
import { watchReports } from './year-watch.ts';

/** What one tick did; `failed` are those that stay owed. */
export interface TickReport {
  readonly clocks: number;
  readonly relays: number;
  readonly signals: number;
  readonly letters: number;
  /** Letters apart from cases: requests to confirm, news to followers, digests. */
  readonly apart: number;
  readonly handovers: number;
  readonly entered: number;
  /** Cases that got the clocks of a new law. */
  readonly adopted: number;
  /** Motions whose late report must go on the board's next agenda. */
  readonly reports: number;
  readonly failed: number;
}

const endOfTime = '9999-12-31T00:00:00.000Z';

/** How much one tick takes on of each kind; the rest is due at the next. */
const perTick = 500;

/**
 * Does what is due: clocks that ran out, relays, starts, signals and letters that are owed, executions that grow old.
 * One that fails is logged and stays owed; the others go on. A repeat is harmless.
 * @param sweep also look for executions that are gone, reports that are due and clocks that a new law knows (hourly,
 *   and when one machine starts)
 */
export const tick = async (
  casework: Casework & LetterDesk,
  { sweep }: { sweep: boolean },
): Promise<TickReport> => {
  let failed = 0;
  /** One part or item of the tick: what fails is counted and stays owed, and the others go on. */
  const attempt = async (code: string, run: () => Promise<number>): Promise<number> => {
    try {
      return await run();
    } catch (error) {
      failed += 1;
      const name = error instanceof Error ? error.name : 'unknown';
      casework.journal.warn('tick_item_failed', { code, error: name });
      return 0;
    }
  };
  const each = <T>(
    code: string,
    pages: (page: PageRequest) => Promise<Page<T>>,
    act: (item: T) => Promise<unknown>,
  ): Promise<number> =>
    attempt(code, async () => {
      const { items } = await pages({ limit: perTick });
      let done = 0;
      for (const item of items) done += await attempt(code, () => act(item).then(() => 1));
      return done;
    });
  const { cases, minutes, meetings, clocks, following, digests } = casework;
  const reader = newsReader(casework);
  const now = casework.now();
  // The workflow has no legal time: what it is owed is owed at once, whatever the business clock says.
  const owed = (kind: 'signal' | 'start') => (page: PageRequest) => cases.owed(kind, endOfTime, page);
  // A lease is real time: one that ran out is due also when the business clock is far behind (architecture §8).
  const later = [now, casework.realNow()].sort((one, other) => Date.parse(one) - Date.parse(other))[1] ?? now;
  const lettersDue = (page: PageRequest) => cases.owed('letter', later, page);
  const report = {
    adopted: sweep ? await attempt('adopt', () => adoptClocks(casework)) : 0,
    clocks: await each(
      'clock',
      (page) => clocks.due(stockholmDate(now), page),
      (clock) => ring(casework, clock),
    ),
    relays:
      (await each(
        'relay',
        (page) => minutes.minutesOwingRelays(page),
        ({ minutesId }) => relayMinutes(casework, minutesId),
      )) +
      (await each(
        'meeting-relay',
        (page) => meetings.meetingsOwingRelays(page),
        ({ meetingId }) => relayMeeting(casework, meetingId),
      )) +
      (await each(
        'publication',
        (page) => casework.people.membersToPublish(casework.realNow(), page),
        publishingOwed(casework),
      )),
    reports: sweep ? await attempt('year-watch', () => watchReports(casework)) : 0,
    handovers: await attempt('handover', () => signalHandover(casework)),
    entered: sweep ? await attempt('sweep', () => sweepExecutions(casework)) : 0,
    signals:
      (await each('start', owed('start'), ({ caseId }) => deliverSignals(casework, caseId))) +
      (await each('signal', owed('signal'), ({ caseId }) => deliverSignals(casework, caseId))),
    letters: await each('letter', lettersDue, ({ caseId }) => sendLetters(casework, caseId)),
    apart:
      (await each(
        'follow-request',
        (page) => following.requestsDue(later, page),
        (key) => askOwner(casework, key),
      )) +
      (await each(
        'follower',
        (page) => following.followersDue(later, page),
        ({ id }) => tellFollower(casework, id, reader),
      )) +
      (await each(
        'digest',
        (page) => digests.due(later, page),
        ({ subject }) => sendDigest(casework, subject, reader),
      )),
  };
  return { ...report, failed };
};

/**
 * A clock is put through `decide` as a command by the system, and goes in the same transaction as its event. The same
 * kind and day can be set anew (a notice posted again), so the command is named by the version it is judged on.
 * @throws Error when the law refuses: the clock stands in the record and should not
 */
const ring = async (casework: Casework, clock: DueClock): Promise<void> => {
  const { kind, subject } = clock;
  const answer = await ringFor(casework, clock);
  if (answer.kind !== 'done') throw new Error(`the clock ${kind} was refused`);
  const isAlarm = kind !== 'appeal-window' && !answer.repeated;
  if (isAlarm) casework.journal.alarm('deadline_passed', { clock: kind, ...subject });
};

const ringFor = (casework: Casework, clock: DueClock): Promise<Answer> => {
  const { subject } = clock;
  if ('minutesId' in subject) return ringForMinutes(casework, clock, subject.minutesId);
  if ('meetingId' in subject) return ringForMeeting(casework, clock, subject.meetingId);
  return ringForCase(casework, clock, subject.caseId);
};

const ringForMeeting = async (
  casework: Casework,
  { kind, dueOn }: DueClock,
  meetingId: string,
): Promise<Answer> => {
  const state = await casework.meetings.load(meetingId);
  if (state === undefined) throw new NotFound('meeting');
  const command = meetingSystemCommand.parse({ type: 'ring-clock', clock: kind, dueOn });
  const commandId = `clock:${kind}:${state.meeting.version}`;
  return actOnMeeting(casework, { meetingId, commandId, command, actor: systemActor });
};

const ringForMinutes = async (
  casework: Casework,
  { kind, dueOn }: DueClock,
  minutesId: string,
): Promise<Answer> => {
  const state = await casework.minutes.load(minutesId);
  if (state === undefined) throw new NotFound('minutes');
  const command = minutesSystemCommand.parse(
    kind === 'appeal-window' ? { type: 'pass-appeal-window' } : { type: 'ring-clock', clock: kind, dueOn },
  );
  const commandId = `clock:${kind}:${state.minutes.version}`;
  return actOnMinutes(casework, { minutesId, commandId, command, actor: systemActor });
};

const ringForCase = async (
  casework: Casework,
  { kind, dueOn }: DueClock,
  caseId: string,
): Promise<Answer> => {
  const state = await casework.cases.load(caseId);
  if (state === undefined) throw new NotFound('case');
  const command = systemCommand.parse({ type: 'ring-clock', clock: kind, dueOn });
  const commandId = `clock:${kind}:${state.motion.version}`;
  return actOnCase(casework, { caseId, commandId, command, actor: systemActor });
};
