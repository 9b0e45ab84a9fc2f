import type { MinutesEvent } from '../../domain/minutes-events.ts';
import { systemActor } from '../../domain/roles.ts';
import type { RecordedEvent } from '../ports/case-store.ts';
import { actOnCase } from './act-on-case.ts';
import type { Casework } from './dependencies.ts';

/**
 * Lets every case of the minutes follow what has happened to them, in order, each in its own idempotent transaction.
 * A case that the event does not concern refuses, which is its answer. One that fails does not hold up the others; it
 * takes no later step before the earlier one, and the relay stays owed.
 * @throws the first failure of a case, when all the others have followed
 */
export const relayMinutes = async (casework: Casework, minutesId: string): Promise<void> => {
  const { minutes } = casework;
  const owed = await minutes.owedRelays(minutesId);
  if (owed.length === 0) return;
  const [events, items] = await Promise.all([minutes.events(minutesId), minutes.items(minutesId)]);
  const failures = new Map<string, unknown>();
  for (const version of owed) {
    const recorded = events.find((each) => each.seq === version);
    if (recorded === undefined) throw new Error(`minutes ${minutesId} owe a relay of no event`);
    const { event: happened } = recorded;
    const concerned = 'caseId' in happened ? items.filter((item) => item.caseId === happened.caseId) : items;
    for (const { caseId } of concerned.filter((item) => !failures.has(item.caseId))) {
      try {
        await follow(casework, minutesId, recorded, caseId);
      } catch (error) {
        failures.set(caseId, error);
        const name = error instanceof Error ? error.name : 'unknown';
        casework.journal.warn('case_not_relayed', { minutesId, caseId, error: name });
      }
    }
    if (failures.size === 0) await minutes.clearRelay(minutesId, version);
  }
  for (const error of failures.values()) throw error;
};

const follow = async (
  casework: Casework,
  minutesId: string,
  { seq, event: happened, actor: { personId } }: RecordedEvent<MinutesEvent>,
  caseId: string,
) => {
  // The system relays; the log names the person who acted on the minutes.
  const actor = { ...systemActor, personId };
  const commandId = `${minutesId}:${seq}`;
  const command = { type: 'follow-minutes' as const, minutesId, happened };
  const answer = await actOnCase(casework, { caseId, commandId, command, actor });
  const isAppeal = happened.type === 'AppealRecorded' || happened.type === 'AppealClosed';
  // Archived between the registrar's look and her note, for instance: somebody must look.
  if (isAppeal && answer.kind === 'refusal') {
    casework.journal.alarm('appeal_not_followed', { minutesId, caseId });
  }
};
