import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../domain/commands.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { aCase, aKeptMeeting, BOARD_DAY, CASE, COUNCIL_DAY, judge } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { as } from '../support/row-case.ts';
import { said } from '../support/said.ts';

const members = (count: number) => Array.from({ length: count }, (_, index) => `m-${index + 1}`);
/** A meeting whose attendance is kept: so many serve, from the first paragraph to the last. */
const attended = (
  body: Meeting['body'],
  count: number,
  facts: Partial<Meeting> = {},
  leavesAfter?: number,
): { meeting: Meeting } => ({
  meeting: aKeptMeeting(body, body === 'board' ? BOARD_DAY : COUNCIL_DAY, {
    chair: 'm-1',
    attendance: members(count).map((memberId, index) => ({
      memberId,
      as: 'member' as const,
      ...(index >= 30 && leavesAfter !== undefined ? { toParagraph: leavesAfter } : {}),
    })),
    ...facts,
  }),
});
const { present: _, ...decide } = examples.decide.command;
const decides = (more: Partial<CommandOf<'decide'>> = {}, facts = {}) =>
  as('council-secretary', { ...decide, ...more }, facts);
const { present: __, ...propose } = examples.propose.command;
const proposes = (more: Partial<CommandOf<'propose'>> = {}, facts = {}) =>
  as('board-secretary', { ...propose, ...more }, facts);
const onAgenda = aCase('CouncilAgenda');
const onBoard = aCase('BoardAgenda');

describe('quorum where the attendance is kept (KL 5:45–46, 6:27)', () => {
  test('is counted from it: more than half', () => {
    expect(said(judge(onAgenda, decides({}, attended('council', 36))))).toBe('19');
    expect(judge(onAgenda, decides({}, attended('council', 35)))).toMatchObject({
      code: 'no_quorum',
      rule: 'KL 5:45–46',
      detail: expect.stringContaining('71') as string,
    });
    expect(said(judge(onBoard, proposes({}, attended('board', 8))))).toBe('15');
    expect(judge(onBoard, proposes({}, attended('board', 7)))).toMatchObject({
      code: 'no_quorum',
      rule: 'KL 6:27',
    });
  });
  test('at the paragraph of the matter: inquorate from § 40, the items before stand', () => {
    const inquorate = attended('council', 40, {}, 40);
    expect(said(judge(onAgenda, decides({ paragraph: '§ 40' }, inquorate)))).toBe('19');
    expect(said(judge(onAgenda, decides({ paragraph: '§ 41' }, inquorate)))).toBe('no_quorum');
  });
  test('a number that says otherwise is refused', () => {
    expect(judge(onAgenda, decides({ present: 41 }, attended('council', 40)))).toMatchObject({
      code: 'attendance_differs',
      rule: 'KL 5:66',
      detail: expect.stringContaining('40') as string,
    });
    expect(said(judge(onAgenda, decides({ present: 40 }, attended('council', 40))))).toBe('19');
  });
  test('the council may decide though too few are left for disqualification (KL 5:46), the board not', () => {
    const disqualifications = members(3).map((memberId) => ({ caseId: CASE, memberId }));
    expect(said(judge(onAgenda, decides({}, attended('council', 36, { disqualifications }))))).toBe('19');
    expect(said(judge(onBoard, proposes({}, attended('board', 8, { disqualifications }))))).toBe('no_quorum');
  });
  test('the event holds the number that took part', () => {
    const disqualifications = [{ caseId: CASE, memberId: 'm-2' }];
    const verdict = judge(onAgenda, decides({}, attended('council', 40, { disqualifications })));
    expect(verdict).toMatchObject({ event: { present: 39 } });
  });
});

describe('where it is not kept, the number is typed', () => {
  test('and needed of every act of a body', () => {
    expect(judge(onAgenda, decides())).toMatchObject({ code: 'attendance_missing', rule: 'KL 5:45–46' });
    expect(judge(onBoard, proposes())).toMatchObject({ code: 'attendance_missing', rule: 'KL 6:27' });
    const { present: ___, ...postpone } = examples['postpone-in-board'].command;
    expect(said(judge(onBoard, as('board-secretary', postpone)))).toBe('attendance_missing');
    const majority = { ...examples['postpone-in-council'].command, request: { by: 'majority' as const } };
    expect(said(judge(onAgenda, as('council-secretary', majority)))).toBe('attendance_missing');
  });
  test.each([
    [7, 'no_quorum'],
    [8, '15'],
    [15, '15'],
    [16, 'no_quorum'],
  ])('of 15 in the board, %i: %s', (present, answer) => {
    expect(said(judge(onBoard, proposes({ present })))).toBe(answer);
  });
});

describe('a minority by names (KL 5:50)', () => {
  const kept = attended('council', 70);
  const postpones = (request: CommandOf<'postpone-in-council'>['request'], facts: object = kept) =>
    as('council-secretary', { ...examples['postpone-in-council'].command, request }, facts);
  test('is named where the attendance is kept', () => {
    expect(judge(onAgenda, postpones({ by: 'minority', behind: 30 }))).toMatchObject({
      code: 'requesters_missing',
      rule: 'KL 5:50',
    });
  });
  test('a third of those present, each counted once', () => {
    const asked = (requestedBy: string[]) => judge(onAgenda, postpones({ by: 'minority', requestedBy }));
    expect(asked(members(24))).toMatchObject({
      row: '17',
      event: { request: { by: 'minority', present: 70, behind: 24, requestedBy: members(24) } },
    });
    expect(said(asked(members(23)))).toBe('minority_too_small');
    expect(said(asked([...members(23), 'm-1']))).toBe('minority_too_small');
  });
  test('of those who are there', () => {
    expect(
      judge(onAgenda, postpones({ by: 'minority', requestedBy: [...members(24), 'm-71'] })),
    ).toMatchObject({
      code: 'voter_not_present',
      rule: 'KL 5:50',
    });
  });
  test('names can be given where it is not kept', () => {
    const typed = { by: 'minority' as const, present: 71, requestedBy: members(24) };
    expect(said(judge(onAgenda, postpones(typed, {})))).toBe('17');
    expect(said(judge(onAgenda, postpones({ ...typed, requestedBy: members(23), behind: 24 }, {})))).toBe(
      'minority_too_small',
    );
  });
  test('has no such right in the board (KL 6:33 2 st.)', () => {
    for (const type of ['postpone-in-board', 'refer-back-in-board'] as const) {
      const act = as('board-secretary', { ...examples[type].command, request: { by: 'minority' } });
      expect(judge(onBoard, act)).toMatchObject({ code: 'no_minority_right', rule: 'KL 6:33 2 st.' });
    }
  });
});
