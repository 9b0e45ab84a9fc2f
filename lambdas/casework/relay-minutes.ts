import type { MinutesEvent } from '../../domain/minutes-events.ts';
import { systemActor } from '../../domain/roles.ts';
import type { RecordedEvent } from '../ports/case-store.ts';
import { actOnCase } from './act-on-case.ts';
import type { Casework } from './dependencies.ts';
import { relayOwed } from './relay-owed.ts';

/**
 * Lets every case of the minutes follow what has happened to them.
 * @throws the first failure of a case, when all the others have followed
 */
export const relayMinutes = async (casework: Casework, minutesId: string): Promise<void> => {
  const { minutes } = casework;
  const owed = await minutes.owedRelays(minutesId);
  if (owed.length === 0) return;
  const [events, items] = await Promise.all([minutes.events(minutesId), minutes.items(minutesId)]);
  const cases = [...new Set(items.map(({ caseId }) => caseId))].map((caseId) => ({ caseId }));
  await relayOwed(casework, {
    keys: { minutesId },
    owed,
    events,
    concerned: (happened) =>
      'caseId' in happened ? cases.filter(({ caseId }) => caseId === happened.caseId) : cases,
    follow: (recorded, caseId) => follow(casework, minutesId, recorded, caseId),
    clear: (version) => minutes.clearRelay(minutesId, version),
  });
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
  // An archived case is no more final than the others, and only a person can see to it (KL 13:5 2 st.).
  if (happened.type === 'NoticeFoundDown' && answer.kind === 'refusal' && answer.code === 'wrong_status') {
    casework.journal.alarm('notice_down_not_followed', { minutesId, caseId });
  }
  // Archived between the registrar's look and her note, for instance: somebody must look.
  if (isAppeal && answer.kind === 'refusal') {
    casework.journal.alarm('appeal_not_followed', { minutesId, caseId });
  }
};
