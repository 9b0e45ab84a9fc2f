import { describe, expect, test } from 'vitest';
import type { MeetingCommand } from '../../domain/meeting-commands.ts';
import type { AttendanceEntry } from '../../domain/meeting-events.ts';
import { hasLeftSeat, type Member } from '../../domain/members.ts';
import { aMeeting, askMeeting, meetingMembers, present } from '../support/meeting-builders.ts';
import { aMember } from '../support/motion-people.ts';

const attends = (...entries: AttendanceEntry[]): MeetingCommand => ({
  type: 'record-attendance',
  chair: 'm1',
  attendance: [...present('m1'), ...entries],
});
const serving = (
  memberId: string,
  servingFor: string,
  more: Partial<AttendanceEntry> = {},
): AttendanceEntry => ({ memberId, as: 'substitute', servingFor, ...more });

/** Where m5 has died, and those who have left a seat are known. */
const withEmptySeat = (...entries: AttendanceEntry[]) => {
  const seated = (memberId: string, from: string, to: string, ...later: Member['terms']) =>
    aMember({ memberId, terms: [{ from, to, office: 'member' }, ...later] });
  const members = new Map(meetingMembers);
  for (const each of [
    seated('m5', '2022-10-15', '2026-04-10'),
    seated('gone', '2022-10-15', '2024-01-31'),
    seated('of-before', '2018-10-15', '2022-10-14'),
    seated('was-member', '2022-10-15', '2026-04-10', { from: '2026-04-11', office: 'substitute' }),
  ])
    members.set(each.memberId, each);
  const register = [...members.values()];
  return askMeeting(aMeeting(), attends(...entries), { members, register });
};

describe('KL 5:17, 6:17 a substitute serves for a member', () => {
  test('or on a seat that stands empty: members are fewer than seats', () => {
    const once = serving('s1', 'left');
    expect(askMeeting(aMeeting(), attends(once))).toBe('substitute_without_place');
    expect(withEmptySeat(once)).toBe('AttendanceRecorded');
    // One empty seat holds one at a time, whoever it is said to be after.
    expect(withEmptySeat(once, serving('s2', 'gone'))).toBe('substitute_without_place');
    const relieved = [
      serving('s1', 'left', { toParagraph: 20 }),
      serving('s2', 'gone', { fromParagraph: 21 }),
    ];
    expect(withEmptySeat(...relieved)).toBe('AttendanceRecorded');
    expect(askMeeting(aMeeting(), attends(once), { register: undefined })).toBe('substitute_without_place');
  });
  test('KL 5:9 nor for who left the council of before the election, or for oneself', () => {
    expect(withEmptySeat(serving('s1', 'of-before'))).toBe('substitute_without_place');
    expect(withEmptySeat(serving('was-member', 'was-member'))).toBe('substitute_without_place');
    expect(withEmptySeat(serving('s1', 'was-member'))).toBe('AttendanceRecorded');
  });
  test('KL 5:9 who has left a seat of the council did so since the 15th of October after the last election', () => {
    const left = (to: string, day: string, body: 'council' | 'board' = 'council') =>
      hasLeftSeat(
        aMember({ memberId: 'm-y', terms: [{ from: '2018-10-15', to, office: 'member', body }] }),
        day,
        body,
      );
    expect([left('2022-10-14', '2022-10-15'), left('2022-10-15', '2022-10-16')]).toEqual([false, true]);
    expect([left('2022-10-13', '2022-10-14'), left('2022-10-15', '2026-10-14')]).toEqual([true, true]);
    expect([left('2026-10-14', '2026-10-15'), left('2026-10-15', '2027-01-01')]).toEqual([false, true]);
    // The old board sits until the new council has chosen another.
    expect(left('2026-10-01', '2026-10-20', 'board')).toBe(true);
  });
});
