import type { Motion } from '../../domain/motion.ts';
import { isAuthor, mayReadAnswerDraft } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/roles.ts';
import type { RecordedEvent } from '../ports/case-store.ts';
import { withheldEvents } from './contract.ts';

type Event = RecordedEvent['event'];
type Answering = Extract<Event, { type: 'AnswerWritten' | 'EarlierWorkImported' }>;

/** Whether an event holds an answer: written in the preparation, or of before the product was taken into use. */
const isAnswering = (event: Event): event is Answering =>
  event.type === 'AnswerWritten' || event.type === 'EarlierWorkImported';

/** Whether an event sends the answer from the board: with a proposal of its own, or without (KL 5:28). */
const isDispatching = (event: Event): boolean =>
  event.type === 'BoardProposed' ||
  event.type === 'BoardForwarded' ||
  (event.type === 'EarlierWorkImported' && event.boardProposal !== undefined);

/** The answers the board has sent on: they have left the preparation and are public (TF 2:12). */
const dispatchedAnswers = (events: readonly RecordedEvent[]): ReadonlySet<string> => {
  const dispatched = new Set<string>();
  let current: string | undefined;
  for (const { event } of events) {
    if (isAnswering(event)) current = event.answer.documentId;
    if (isDispatching(event) && current !== undefined) dispatched.add(current);
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
  const isWithheld = (event: Event) =>
    isAnswering(event) ? !mayReadAnswer && !dispatched.has(event.answer.documentId) : !mayReadText;
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
