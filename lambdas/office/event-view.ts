import { mayReadAnswerDraft } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/roles.ts';
import type { RecordedEvent } from '../ports/case-store.ts';

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
 * The log as the asker may see it. What a draft of the answer proposes is withheld like the draft itself, from those
 * who may not read drafts; that it was written is not.
 */
export const eventViewsOf = (recorded: readonly RecordedEvent[], actor: Actor) => {
  const readsDrafts = mayReadAnswerDraft(actor);
  const dispatched = dispatchedAnswers(recorded);
  return recorded.map(({ seq, event, ...each }) => {
    const isDraft = event.type === 'AnswerWritten' && !dispatched.has(event.answer.documentId);
    const withheld = { type: 'AnswerWritten' as const, withheld: true as const };
    return { version: seq, ...each, event: isDraft && !readsDrafts ? withheld : event };
  });
};
