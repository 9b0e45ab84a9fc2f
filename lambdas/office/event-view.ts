import type { Motion } from '../../domain/motion.ts';
import { isAuthor, mayReadAnswerDraft } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/roles.ts';
import type { RecordedEvent } from '../ports/case-store.ts';
import { withheldEvents } from './contract.ts';

/** The answers the board has proposed on: they have left the preparation and are public (TF 2:12). */
const dispatchedAnswers = (events: readonly RecordedEvent[]): ReadonlySet<string> => {
  const dispatched = new Set<string>();
  let current: string | undefined;
  for (const { event } of events) {
    if (event.type === 'AnswerWritten') current = event.answer.documentId;
    if (event.type === 'BoardProposed' && current !== undefined) dispatched.add(current);
  }
  return dispatched;
};

/**
 * The log as the asker may see it. What a draft says is withheld from those who may not read it, the movers' own from
 * everybody else also after they have submitted (TF 2:13); that it was written is not, so that the chain can be checked.
 */
export const eventViewsOf = (record: Motion, recorded: readonly RecordedEvent[], actor: Actor) => {
  const dispatched = dispatchedAnswers(recorded);
  const mayReadAnswer = mayReadAnswerDraft(actor);
  const mayReadText = isAuthor(record, actor);
  const isWithheld = (event: RecordedEvent['event']) =>
    event.type === 'AnswerWritten'
      ? !mayReadAnswer && !dispatched.has(event.answer.documentId)
      : !mayReadText;
  return recorded.map(({ seq, event, ...each }) => {
    const draft = withheldEvents.find((type) => type === event.type);
    const shown = draft !== undefined && isWithheld(event) ? { type: draft, withheld: true as const } : event;
    return { version: seq, ...each, event: shown };
  });
};

/** What happened after a version, as a conflict tells it. */
export const happenedSince = (recorded: readonly RecordedEvent[], seen: number) =>
  recorded
    .filter((each) => each.seq > seen)
    .map((each) => ({ version: each.seq, type: each.event.type, recordedAt: each.recordedAt }));
