import { expect, it } from 'vitest';
import type { MotionEvent } from '../../domain/events.ts';
import { supersededDrafts } from '../../domain/superseded-drafts.ts';

const ref = (documentId: string) => ({ documentId, hash: '0'.repeat(64) });
const written = (id: string): MotionEvent => ({ type: 'AnswerWritten', answer: ref(id), proposals: [] });
const at = { minutesId: 'board-2026-02-03', paragraph: '§ 7', meetingDate: '2026-02-03' };
const proposed: MotionEvent = {
  type: 'BoardProposed',
  at,
  proposals: [{ clause: 'whole', outcome: 'ANSWERED' }],
};
const returned: MotionEvent = { type: 'AnswerReturned', step: 0, comment: ref('comment') };
const commented: MotionEvent = { type: 'AnswerCommented', comment: ref('remark') };

it('keeps the answers that the board proposed on, and no other (TF 2:10, 2:12)', () => {
  expect(supersededDrafts([written('a'), written('b'), returned, written('c'), commented, proposed])).toEqual(
    ['a', 'b', 'comment', 'remark'],
  );
  const again = [written('a'), proposed, written('b'), written('c'), proposed];
  expect(supersededDrafts(again)).toEqual(['b']);
});

it('weeds the answer of a motion that never came before the board', () => {
  expect(supersededDrafts([written('a')])).toEqual(['a']);
  expect(supersededDrafts([])).toEqual([]);
});
