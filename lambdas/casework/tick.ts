import { stockholmDate } from '../../domain/calendar-date.ts';
import { systemCommand } from '../../domain/commands.ts';
import { minutesSystemCommand } from '../../domain/minutes-commands.ts';
import { systemActor } from '../../domain/roles.ts';
import type { DueClock, Page, PageRequest } from '../ports/case-store.ts';
import { actOnCase } from './act-on-case.ts';
import { actOnMinutes } from './act-on-minutes.ts';
import { deliverSignals } from './deliver-signals.ts';
import type { Casework } from './dependencies.ts';
import { signalHandover, sweepExecutions } from './executions.ts';
import { relayMinutes } from './relay-minutes.ts';
import type { LetterDesk } from './send-letters.ts';
import { sendLetters } from './send-letters.ts';

/** What one tick did; `failed` are those that stay owed. */
export interface TickReport {
  readonly clocks: number;
  readonly relays: number;
  readonly signals: number;
  readonly letters: number;
  readonly handovers: number;
  readonly entered: number;
  readonly failed: number;
}

/** How much one tick takes on of each kind; the rest is due at the next. */
const perTick = 500;

/**
 * Does what is due: clocks that ran out, relays, starts, signals and letters that are owed, executions that grow old.
 * One that fails is logged and stays owed; the others go on. A repeat is harmless.
 * @param sweep also look for executions that are gone (hourly, and when one machine starts)
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
  const { cases, minutes, clocks } = casework;
  const now = casework.now();
  const owed = (kind: 'signal' | 'start') => (page: PageRequest) => cases.owed(kind, now, page);
  // A lease is real time: one that ran out is due also when the business clock is far behind (architecture §8).
  const later = [now, casework.realNow()].sort((one, other) => Date.parse(one) - Date.parse(other))[1] ?? now;
  const lettersDue = (page: PageRequest) => cases.owed('letter', later, page);
  const report = {
    clocks: await each(
      'clock',
      (page) => clocks.due(stockholmDate(now), page),
      (clock) => ring(casework, clock),
    ),
    relays: await each(
      'relay',
      (page) => minutes.minutesOwingRelays(page),
      ({ minutesId }) => relayMinutes(casework, minutesId),
    ),
    handovers: await attempt('handover', () => signalHandover(casework)),
    entered: sweep ? await attempt('sweep', () => sweepExecutions(casework)) : 0,
    signals:
      (await each('start', owed('start'), ({ caseId }) => deliverSignals(casework, caseId))) +
      (await each('signal', owed('signal'), ({ caseId }) => deliverSignals(casework, caseId))),
    letters: await each('letter', lettersDue, ({ caseId }) => sendLetters(casework, caseId)),
  };
  return { ...report, failed };
};

/** A clock is put through `decide` as a command by the system, and goes in the same transaction as its event. */
const ring = async (casework: Casework, { kind, dueOn, subject }: DueClock): Promise<void> => {
  const commandId = `clock:${kind}:${dueOn}`;
  if ('minutesId' in subject) {
    const command = minutesSystemCommand.parse(
      kind === 'appeal-window' ? { type: 'pass-appeal-window' } : { type: 'ring-clock', clock: kind, dueOn },
    );
    await actOnMinutes(casework, { ...subject, commandId, command, actor: systemActor });
  } else {
    const command = systemCommand.parse({ type: 'ring-clock', clock: kind, dueOn });
    await actOnCase(casework, { ...subject, commandId, command, actor: systemActor });
  }
  if (kind !== 'appeal-window') casework.journal.alarm('deadline_passed', { clock: kind, ...subject });
};
