import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attendanceAt,
  isQuorate,
  paragraphNumber,
  quorumOf,
  servingCounts,
} from '../../domain/attendance.ts';
import { decideMeeting } from '../../domain/decide-meeting.ts';
import { evolveMeeting } from '../../domain/meeting.ts';
import type { MeetingCommand } from '../../domain/meeting-commands.ts';
import { type AttendanceEntry, meetingEvent } from '../../domain/meeting-events.ts';
import { holdsOffice, isInOffice, mayRaise } from '../../domain/members.ts';
import type { Role } from '../../domain/roles.ts';
import {
  aMeeting,
  aMeetingContext,
  askMeeting,
  MEETING,
  meetingAfter,
  meetingExamples,
  present,
} from '../support/meeting-builders.ts';
import { openMinutes } from '../support/motion-meetings.ts';
import { aMember, aRegion } from '../support/motion-people.ts';

const attends = (attendance: readonly AttendanceEntry[], chair = 'm1'): MeetingCommand => ({
  type: 'record-attendance',
  chair,
  attendance: [...attendance],
});
const refused = (...entries: AttendanceEntry[]) =>
  askMeeting(aMeeting(), attends([...present('m1'), ...entries]));
const serving = (
  memberId: string,
  servingFor: string,
  more: Partial<AttendanceEntry> = {},
): AttendanceEntry => ({
  memberId,
  as: 'substitute',
  servingFor,
  ...more,
});

describe('KL 5:66 who serves', () => {
  test('is in office in that body on the day, as what is said', () => {
    expect(refused(...present('left'))).toBe('attendee_not_in_office');
    expect(refused(...present('nobody'))).toBe('attendee_not_in_office');
    expect(refused(...present('b1'))).toBe('attendee_not_in_office');
    expect(refused(...present('s1'))).toBe('attendee_not_in_office');
    expect(refused({ memberId: 'm2', as: 'substitute' })).toBe('attendee_not_in_office');
    expect(refused(...present('m2', 'm3'))).toBe('AttendanceRecorded');
  });
  test('KL 4:22 a substitute serves for an absent member of the same body', () => {
    expect(refused(serving('s1', 'm5'))).toBe('AttendanceRecorded');
    expect(refused(serving('s1', 's2'))).toBe('substitute_without_place');
    expect(refused(serving('s1', 'b1'))).toBe('substitute_without_place');
    expect(refused(serving('s1', 'nobody'))).toBe('substitute_without_place');
    expect(refused({ memberId: 'm2', as: 'member', servingFor: 'm3' })).toBe('substitute_without_place');
    // One who only attends does not serve (KL 5:17, 5:42).
    expect(refused({ memberId: 's1', as: 'substitute' })).toBe('substitute_without_place');
  });
  test('no member and substitute, nor two substitutes, have one seat at once', () => {
    expect(refused(serving('s1', 'm1'))).toBe('member_is_present');
    expect(refused(serving('s1', 'm5'), ...present('m5'))).toBe('member_is_present');
    expect(refused(serving('s1', 'm5'), serving('s2', 'm5'))).toBe('seat_taken');
    const relieved = [serving('s1', 'm5', { toParagraph: 20 }), serving('s2', 'm5', { fromParagraph: 21 })];
    expect(refused(...relieved)).toBe('AttendanceRecorded');
    const touching = [serving('s1', 'm5', { toParagraph: 20 }), serving('s2', 'm5', { fromParagraph: 20 })];
    expect(refused(...touching)).toBe('seat_taken');
  });
  test('nobody sits twice at one paragraph', () => {
    const back = (fromParagraph: number): AttendanceEntry[] => [
      { memberId: 'm2', as: 'member', toParagraph: 10 },
      { memberId: 'm2', as: 'member', fromParagraph },
    ];
    expect(refused(...back(12))).toBe('AttendanceRecorded');
    expect(refused(...back(10))).toBe('attends_twice');
    expect(refused({ memberId: 'm2', as: 'member', fromParagraph: 9, toParagraph: 8 })).toBe(
      'paragraphs_reversed',
    );
    expect(refused({ memberId: 'm2', as: 'member', fromParagraph: 9, toParagraph: 9 })).toBe(
      'AttendanceRecorded',
    );
  });
  test('KL 5:45 never more at once than there are seats', () => {
    const four = (...entries: AttendanceEntry[]) =>
      askMeeting(aMeeting(), attends([...present('m1', 'm2', 'm3'), ...entries]), {
        organisation: aRegion({ seats: { council: 4, board: 3 } }),
      });
    const further = serving('s1', 'm5');
    expect(four(...present('m4'))).toBe('AttendanceRecorded');
    expect(four(...present('m4'), further)).toBe('too_many_serving');
    const until = (toParagraph: number): AttendanceEntry => ({ memberId: 'm4', as: 'member', toParagraph });
    const later = { ...further, fromParagraph: 8 };
    expect(four(until(7), later)).toBe('AttendanceRecorded');
    expect(four(until(8), later)).toBe('too_many_serving');
  });
  test('KL 5:16, 6:24 from elsewhere only where the council has allowed it', () => {
    const remote: AttendanceEntry = { memberId: 'm2', as: 'member', remote: true };
    expect(refused(remote)).toBe('remote_not_allowed');
    expect(refused({ ...remote, remote: false })).toBe('AttendanceRecorded');
    const allowed = (body: object) =>
      askMeeting(aMeeting(), attends([...present('m1'), remote]), {
        organisation: aRegion({ remoteParticipation: { council: false, board: false, ...body } }),
      });
    expect(allowed({ council: true })).toBe('AttendanceRecorded');
    expect(allowed({ board: true })).toBe('remote_not_allowed');
  });
  test('the one in the chair is there', () => {
    expect(askMeeting(aMeeting(), attends(present('m1'), 'm2'))).toBe('chair_not_present');
  });
  test('is kept from the day of the meeting until the minutes are certified (KL 5:69)', () => {
    const { attend } = meetingExamples;
    expect(askMeeting(aMeeting(), attend, { today: '2026-04-13' })).toBe('meeting_not_begun');
    const minutes = openMinutes('council', '2026-04-14');
    expect(askMeeting(aMeeting(), attend, { minutes })).toBe('AttendanceRecorded');
    const signed = { minutes: { ...minutes, certifiers: ['c-a', 'c-b'], signedBy: ['c-a'] } };
    expect(askMeeting(aMeeting(), attend, signed)).toBe('minutes_closed');
    expect(askMeeting(aMeeting(), meetingExamples.disqualify, signed)).toBe('minutes_closed');
  });
  test('KL 5:69 names only certifiers who can sign, as those who are chosen later', () => {
    const certifierRoles = new Map<string, readonly Role[]>([
      ['p-1', ['member', 'certifier']],
      ['p-2', ['member']],
    ]);
    const names = (...certifiers: string[]) =>
      decideMeeting(
        aMeeting(),
        { ...attends(present('m1')), certifiers } as MeetingCommand,
        aMeetingContext({ certifierRoles }),
      );
    const no = { kind: 'refusal', code: 'certifier_unknown', rule: 'KL 5:69' };
    expect(names('p-1')).toMatchObject({ type: 'AttendanceRecorded', certifiers: ['p-1'] });
    expect(names('p-1', 'p-2')).toMatchObject(no);
    expect(names('p-nobody')).toMatchObject(no);
    expect(askMeeting(aMeeting(), attends(present('m1')), { certifierRoles })).toBe('AttendanceRecorded');
  });
  test('keeps what was noted before certifiers were asked after', () => {
    const old = {
      type: 'AttendanceRecorded',
      chair: 'm1',
      certifiers: ['Anna A.'],
      attendance: present('m1'),
    };
    const after = evolveMeeting(aMeeting(), meetingEvent.parse(old), { meetingId: MEETING, version: 2 });
    expect(after.certifiers).toEqual(['Anna A.']);
  });
  test('is replaced whole by what is noted later', () => {
    const command = { ...attends(present('m1', 'm2')), certifiers: ['p-1', 'p-2', 'p-1'] } as MeetingCommand;
    const first = meetingAfter(aMeeting(), command);
    expect(first.certifiers).toEqual(['p-1', 'p-2']);
    const second = meetingAfter(first, attends(present('m3'), 'm3'));
    expect(second).toMatchObject({ chair: 'm3', attendance: present('m3') });
    expect(second.certifiers).toBeUndefined();
  });
});

describe('KL 5:47, 6:28–32 disqualification', () => {
  test('is declared and taken back, once each, by somebody of the body', () => {
    const { disqualify } = meetingExamples;
    const declared = meetingAfter(aMeeting(), disqualify);
    expect(declared.disqualifications).toEqual([{ caseId: 'case-1', memberId: 'm2' }]);
    expect(askMeeting(declared, disqualify)).toBe('disqualification_unchanged');
    const back = { ...disqualify, declared: false } as MeetingCommand;
    expect(meetingAfter(declared, back).disqualifications).toEqual([]);
    expect(askMeeting(aMeeting(), back)).toBe('disqualification_unchanged');
    for (const memberId of ['b1', 'left', 'nobody']) {
      expect(askMeeting(aMeeting(), { ...disqualify, memberId } as MeetingCommand)).toBe(
        'attendee_not_in_office',
      );
    }
    const other = meetingAfter(declared, { ...disqualify, caseId: 'case-2' } as MeetingCommand);
    expect(meetingAfter(other, back).disqualifications).toEqual([{ caseId: 'case-2', memberId: 'm2' }]);
  });
});

describe('attendance at a matter', () => {
  const at = (
    attendance: readonly AttendanceEntry[] | undefined,
    paragraph: string,
    disqualified: string[] = [],
  ) =>
    attendanceAt(
      {
        attendance: attendance && [...attendance],
        chair: 'm1',
        disqualifications: disqualified.map((memberId) => ({ caseId: 'case-1', memberId })),
      },
      { paragraph, caseId: 'case-1' },
    );
  test('is not known where none is kept', () => {
    expect(at(undefined, '§ 1')).toBeUndefined();
  });
  test('is of those there at its paragraph', () => {
    const list: AttendanceEntry[] = [
      ...present('m1'),
      { memberId: 'm2', as: 'member', toParagraph: 40 },
      { memberId: 'm3', as: 'member', fromParagraph: 41 },
    ];
    expect(at(list, '§ 40')?.present).toEqual(['m1', 'm2']);
    expect(at(list, '§ 41')?.present).toEqual(['m1', 'm3']);
    // Without a number only those are sure who were there all the time.
    expect(at(list, 'A')?.present).toEqual(['m1']);
    expect([paragraphNumber('§ 41'), paragraphNumber('RF § 7/2026'), paragraphNumber('x')]).toEqual([
      41,
      7,
      undefined,
    ]);
  });
  test('the disqualified do not take part, in the room or out of it for the matter', () => {
    expect(at(present('m1', 'm2'), '§ 5', ['m2'])).toEqual({
      present: ['m1'],
      disqualified: ['m2'],
      chair: 'm1',
    });
    const out: AttendanceEntry[] = [
      ...present('m1'),
      { memberId: 'm2', as: 'member', toParagraph: 4 },
      { memberId: 'm2', as: 'member', fromParagraph: 6 },
    ];
    expect(at(out, '§ 5', ['m2'])?.disqualified).toEqual(['m2']);
    // Whoever has left for other reasons is absent, and a seat that is served is not short.
    expect(at(out.slice(0, 2), '§ 9', ['m2'])?.disqualified).toEqual([]);
    const served = [...out, serving('s1', 'm2', { fromParagraph: 5, toParagraph: 5 })];
    expect(at(served, '§ 5', ['m2'])).toMatchObject({ present: ['m1', 's1'], disqualified: [] });
    expect(at(present('m1'), '§ 5', ['m4'])?.disqualified).toEqual([]);
    // Who comes in after the matter was out of the room for it, and who left long before was not.
    const comes: AttendanceEntry[] = [...present('m1'), { memberId: 'm2', as: 'member', fromParagraph: 6 }];
    expect(at(comes, '§ 5', ['m2'])?.disqualified).toEqual(['m2']);
    expect(at(comes, '§ 4', ['m2'])?.disqualified).toEqual([]);
    expect(at(comes, 'A', ['m2'])?.disqualified).toEqual(['m2']);
  });
  test('in another matter they do', () => {
    const record = aMeeting({
      attendance: present('m1', 'm2'),
      chair: 'm1',
      disqualifications: [{ caseId: 'case-2', memberId: 'm2' }],
    });
    expect(attendanceAt(record, { paragraph: '§ 5', caseId: 'case-1' })?.present).toEqual(['m1', 'm2']);
  });
  test('KL 5:56 the chair is told when there to cast a vote', () => {
    expect(at(present('m1', 'm2'), '§ 5', ['m1'])?.chair).toBeUndefined();
    expect(at([{ memberId: 'm1', as: 'member', fromParagraph: 9 }], '§ 5')?.chair).toBeUndefined();
  });
  test('the fewest and most serving, over the whole meeting', () => {
    const list: AttendanceEntry[] = [
      ...present('m1', 'm2'),
      { memberId: 'm3', as: 'member', fromParagraph: 3, toParagraph: 4 },
      { memberId: 'm4', as: 'member', toParagraph: 1 },
    ];
    expect(servingCounts(list)).toEqual({ fewest: 2, most: 3 });
  });
});

describe('KL 5:45–46, 6:27 quorum', () => {
  const people = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
  test.each([
    [71, 36],
    [101, 51],
    [149, 75],
    [15, 8],
    [14, 8],
  ])('of %i seats is %i', (seats, needed) => {
    expect(quorumOf(seats)).toBe(needed);
    for (const body of ['council', 'board'] as const) {
      expect(isQuorate(body, seats, { present: people(needed), disqualified: [] })).toBe(true);
      expect(isQuorate(body, seats, { present: people(needed - 1), disqualified: [] })).toBe(false);
    }
  });
  test('KL 5:46 the council decides though disqualification makes it too few; the board does not', () => {
    const short = { present: people(34), disqualified: ['a', 'b'] };
    expect(isQuorate('council', 71, short)).toBe(true);
    expect(isQuorate('board', 71, short)).toBe(false);
    expect(isQuorate('council', 71, { ...short, disqualified: ['a'] })).toBe(false);
  });
  test('one more present never makes a body inquorate', () => {
    const nat = fc.integer({ min: 0, max: 150 });
    fc.assert(
      fc.property(nat, nat, fc.integer({ min: 1, max: 150 }), (there, jav, seats) => {
        const body = seats % 2 === 0 ? 'council' : 'board';
        const now = { present: people(there), disqualified: people(jav) };
        const then = { ...now, present: people(there + 1) };
        expect(isQuorate(body, seats, now) && !isQuorate(body, seats, then)).toBe(false);
      }),
    );
  });
});

describe('terms', () => {
  const who = aMember({
    memberId: 'm-x',
    terms: [
      { from: '2022-10-15', office: 'substitute' },
      { from: '2023-01-01', office: 'member', body: 'board' },
    ],
  });
  test('are of the council unless said, and a seat on the board gives no right to raise motions (KL 4:19)', () => {
    expect(isInOffice(who, '2022-12-31', 'board')).toBe(false);
    expect([isInOffice(who, '2023-01-01', 'board'), isInOffice(who, '2023-01-01')]).toEqual([true, true]);
    expect(mayRaise(who, '2023-01-01')).toBe(false);
    expect(mayRaise({ ...who, servingOn: ['2023-01-01'] }, '2023-01-01')).toBe(true);
    const onlyBoard = { ...who, terms: who.terms.slice(1), servingOn: ['2023-01-01'] };
    expect([isInOffice(onlyBoard, '2023-01-01'), mayRaise(onlyBoard, '2023-01-01')]).toEqual([false, false]);
    expect(holdsOffice(who, 'member', '2023-01-01', 'council')).toBe(false);
    expect(holdsOffice(who, 'substitute', '2023-01-01', 'council')).toBe(true);
  });
});
