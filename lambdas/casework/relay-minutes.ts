import { systemActor } from '../../domain/roles.ts';
import { actOnCase } from './act-on-case.ts';
import type { Casework } from './dependencies.ts';

/**
 * Lets every case of the minutes follow what has happened to them, in order, each in its own idempotent transaction.
 * A case that the event does not concern refuses, which is its answer. What breaks off stays owed.
 * @throws whatever a case's transaction throws; the relay is then still owed
 */
export const relayMinutes = async (casework: Casework, minutesId: string): Promise<void> => {
  const { minutes } = casework;
  const owed = await minutes.owedRelays(minutesId);
  if (owed.length === 0) return;
  const [events, items] = await Promise.all([minutes.events(minutesId), minutes.items(minutesId)]);
  for (const version of owed) {
    const recorded = events.find((each) => each.seq === version);
    if (recorded === undefined) throw new Error(`minutes ${minutesId} owe a relay of no event`);
    const { event: happened } = recorded;
    // The system relays; the log names the person who acted on the minutes.
    const actor = { ...systemActor, personId: recorded.actor.personId };
    const concerned = 'caseId' in happened ? items.filter((item) => item.caseId === happened.caseId) : items;
    for (const { caseId } of concerned) {
      const commandId = `${minutesId}:${version}`;
      const command = { type: 'follow-minutes' as const, minutesId, happened };
      await actOnCase(casework, { caseId, commandId, command, actor });
    }
    await minutes.clearRelay(minutesId, version);
  }
};
