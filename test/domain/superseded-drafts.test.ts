import { expect, it } from 'vitest';
import type { MotionEvent } from '../../domain/events.ts';
import { supersededDrafts } from '../../domain/superseded-drafts.ts';

const ref = (documentId: string) => ({ documentId, hash: '0'.repeat(64) });
const written = (id: string): MotionEvent => ({ type: 'AnswerWritten', answer: ref(id), proposals: [] });
const sent: MotionEvent = {
  type: 'PlacedOnBoardAgenda',
  meetingDate: '2026-02-03',
  summonedOn: '2026-01-20',
};
const at = { minutesId: 'board-2026-02-03', paragraph: '§ 7', meetingDate: '2026-02-03' };
const referredBack: MotionEvent = { type: 'BoardReferredBack', at, reason: ref('reason') };
const returned: MotionEvent = { type: 'AnswerReturned', step: 0, comment: ref('comment') };
const commented: MotionEvent = { type: 'AnswerCommented', comment: ref('remark') };

it('keeps the answers that were sent to the board, and no other (TF 2:10, 2:12)', () => {
  expect(supersededDrafts([written('a'), written('b'), returned, written('c'), commented, sent])).toEqual([
    'a',
    'b',
    'comment',
    'remark',
  ]);
  const again = [written('a'), sent, referredBack, written('b'), written('c'), sent];
  expect(supersededDrafts(again)).toEqual(['b']);
});

it('weeds a draft that was written after an act that was taken back, and keeps what was sent', () => {
  const back: MotionEvent = { type: 'ActTakenBack', at };
  expect(supersededDrafts([written('a'), sent, referredBack, written('b'), back, sent])).toEqual(['b']);
  expect(supersededDrafts([written('a'), back, sent])).toEqual([]);
});

it('weeds the answer of a motion that never came before the board', () => {
  expect(supersededDrafts([written('a')])).toEqual(['a']);
  expect(supersededDrafts([])).toEqual([]);
});
