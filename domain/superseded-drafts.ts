import type { MotionEvent } from './events.ts';

/**
 * The texts that are weeded when the case is archived (row 31): answers that never left the preparation, and comments
 * on them. What has been sent to the board's members, whatever they made of it, is drawn up and kept (TF 2:10, 2:12;
 * domain.md §4.3).
 * @param events the case's events, oldest first
 * @returns ids of documents
 */
export const supersededDrafts = (events: readonly MotionEvent[]): string[] => {
  const drafts = new Set<string>();
  let current: string | undefined;
  let sent: string | undefined;
  for (const event of events) {
    if (event.type === 'AnswerWritten') {
      current = event.answer.documentId;
      drafts.add(current);
    }
    if (event.type === 'AnswerReturned' || event.type === 'AnswerCommented')
      drafts.add(event.comment.documentId);
    if (event.type === 'PlacedOnBoardAgenda' && current !== undefined) {
      sent = current;
      drafts.delete(sent);
    }
    // With an act that is taken back the answer that was sent is the answer again.
    if (event.type === 'ActTakenBack') current = sent ?? current;
  }
  return [...drafts];
};
