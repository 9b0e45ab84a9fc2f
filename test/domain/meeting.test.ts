import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../domain/calendar-date.ts';
import { decideMeeting, meetingTransitions } from '../../domain/decide-meeting.ts';
import { lateNotice } from '../../domain/late-notice.ts';
import {
  announcementOf,
  evolveMeeting,
  type Meeting,
  meetingIdOf,
  meetingStand,
  summonsOf,
} from '../../domain/meeting.ts';
import { clocksOfMeeting } from '../../domain/meeting-clocks.ts';
import type { MeetingCommand } from '../../domain/meeting-commands.ts';
import type { MeetingEvent } from '../../domain/meeting-events.ts';
import {
  aMeeting,
  aMeetingContext,
  askMeeting,
  isMeetingRefusal,
  type MeetingExample,
  meetingAfter,
  meetingExamples,
  meetingIn,
  meetingRole,
  present,
  secretaryOfBoard,
} from '../support/meeting-builders.ts';
import { actors, roles } from '../support/motion-people.ts';

const summons = (summonedOn: string): MeetingCommand => ({ type: 'summon', summonedOn });
const announces = (announcedOn: string): MeetingCommand => ({ type: 'announce', announcedOn });
const moves = (to: string): MeetingCommand => ({ type: 'move-meeting', to });
const names = Object.keys(meetingExamples) as MeetingExample[];

/** Typed by hand, apart from `meetingTransitions`: command, statuses, by. */
const table = `
plan-meeting             | none          | secretary
change-meeting           | Planned       | secretary
move-meeting             | Planned       | secretary
cancel-meeting           | Planned       | secretary
summon                   | Planned       | secretary
announce                 | Planned       | secretary
record-attendance        | Planned Ended | secretary
declare-disqualification | Planned Ended | secretary
end-meeting              | Planned       | secretary
ring-clock               | Planned       | system
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('who may ask what, in which status', () => {
  const statuses = { none: undefined, ...meetingIn };
  const commandOf = (type: string) => {
    const command = Object.values(meetingExamples).find((each) => each.type === type);
    if (command === undefined) throw new Error(`no example of ${type}`);
    return command;
  };
  test.each(table)('%s in %s by %s', (type = '', from = '', by) => {
    for (const [status, record] of Object.entries(statuses)) {
      for (const role of roles) {
        const who = by === 'system' ? 'system' : 'council-secretary';
        const isAllowed = from.split(' ').includes(status) && role === who;
        const answer = decideMeeting(record, commandOf(type), aMeetingContext({ actor: actors[role] }));
        expect([status, role, isMeetingRefusal(answer)]).toEqual([status, role, !isAllowed]);
      }
    }
  });
  test('every command is in the table, and has an example', () => {
    const types = table.map(([type]) => type);
    expect(types).toEqual(Object.keys(meetingTransitions));
    expect(new Set(types)).toEqual(new Set(names.map((name) => meetingExamples[name].type)));
  });
  test('the board’s meetings are its own secretary’s', () => {
    const command: MeetingCommand = { type: 'plan-meeting', body: 'board', date: '2026-05-12' };
    expect(askMeeting(undefined, command)).toBe('not_permitted');
    expect(askMeeting(undefined, command, { actor: secretaryOfBoard })).toBe('MeetingPlanned');
    const ofBoard = aMeeting({ body: 'board' });
    expect(askMeeting(ofBoard, moves('2026-05-01'))).toBe('not_permitted');
    expect(askMeeting(ofBoard, moves('2026-05-01'), { actor: secretaryOfBoard })).toBe('MeetingMoved');
    const answer = decideMeeting(ofBoard, moves('2026-05-01'), aMeetingContext());
    expect(answer).toMatchObject({ mayBeDoneBy: ['styrelsens sekreterare'], rule: 'KL 6:23' });
  });
});

describe('the calendar', () => {
  test('a meeting is known by its body and the day it was first planned for', () => {
    expect(meetingIdOf('council', '2026-04-14')).toBe('council-2026-04-14');
    expect(meetingIdOf('board', '2026-04-14', 2)).toBe('board-2026-04-14-2');
    expect(askMeeting(aMeeting(), meetingExamples.plan)).toBe('meeting_exists');
    const moved = meetingAfter(aMeeting(), moves('2026-04-21'));
    expect([moved.meetingId, moved.date]).toEqual(['council-2026-04-14', '2026-04-21']);
  });
  test('papers are due on the day of the meeting at the latest', () => {
    const plans = (papersBy: string): MeetingCommand => ({
      type: 'plan-meeting',
      body: 'council',
      date: '2026-04-14',
      papersBy,
    });
    expect(askMeeting(undefined, plans('2026-04-15'))).toBe('papers_after_meeting');
    expect(askMeeting(undefined, plans('2026-04-14'))).toBe('MeetingPlanned');
    const change: MeetingCommand = { type: 'change-meeting', papersBy: '2026-04-15' };
    expect(askMeeting(aMeeting(), change)).toBe('papers_after_meeting');
  });
  test('what is changed replaces all that was said, and no more', () => {
    const before = aMeeting({ place: 'Salen', startsAt: '09:00', summonedOn: '2026-04-01' });
    const after = meetingAfter(before, { type: 'change-meeting', startsAt: '10:00' });
    expect(after).toEqual({ ...aMeeting({ startsAt: '10:00', summonedOn: '2026-04-01' }), version: 2 });
  });
  test('KL 5:13, 5:15 a moved meeting is to be summoned and announced anew', () => {
    const before = aMeeting({
      summonedOn: '2026-04-01',
      announcedOn: '2026-04-01',
      papersBy: '2026-04-10',
      place: 'Salen',
      rungClocks: ['summons'],
    });
    const later = meetingAfter(before, moves('2026-04-21'), { today: '2026-04-08' });
    expect(later).toEqual({
      ...aMeeting({ date: '2026-04-21', place: 'Salen', papersBy: '2026-04-10' }),
      version: 2,
    });
    const earlier = meetingAfter(before, moves('2026-04-09'), { today: '2026-04-08' });
    expect(earlier.papersBy).toBeUndefined();
  });
  test('a meeting is moved before its day has passed, to another day that has not', () => {
    expect(askMeeting(aMeeting(), moves('2026-04-15'), { today: '2026-04-15' })).toBe('meeting_passed');
    expect(askMeeting(aMeeting(), moves('2026-04-13'))).toBe('meeting_passed');
    expect(askMeeting(aMeeting(), moves('2026-04-14'))).toBe('meeting_not_moved');
    expect(askMeeting(aMeeting(), moves('2026-04-15'))).toBe('MeetingMoved');
  });
  test('a meeting that has been held is neither moved nor cancelled', () => {
    const held = meetingAfter(aMeeting(), meetingExamples.attend);
    expect(askMeeting(held, moves('2026-04-15'))).toBe('meeting_held');
    expect(askMeeting(held, meetingExamples.cancel)).toBe('meeting_held');
    // Nor one at which something was decided, though nobody has noted who was there.
    expect(askMeeting(aMeeting(), moves('2026-04-15'), { hasActs: true })).toBe('meeting_held');
    expect(askMeeting(aMeeting(), meetingExamples.cancel, { hasActs: true })).toBe('meeting_held');
    expect(askMeeting(aMeeting(), meetingExamples.cancel, { hasActs: false })).toBe('MeetingCancelled');
    expect(askMeeting(held, meetingExamples.end)).toBe('MeetingEnded');
  });
  test('a meeting ends on its day at the earliest', () => {
    expect(askMeeting(aMeeting(), meetingExamples.end, { today: '2026-04-13' })).toBe('meeting_not_begun');
    expect(meetingAfter(aMeeting(), meetingExamples.end).status).toBe('Ended');
    expect(meetingAfter(aMeeting(), meetingExamples.cancel).status).toBe('Cancelled');
  });
});

describe('KL 5:13–15 summons and announcement', () => {
  test.each([
    ['2026-04-07', 'in-time'],
    ['2026-04-08', 'urgent-only'],
    ['2026-04-13', 'urgent-only'],
    ['2026-04-14', 'too-late'],
  ])('on %s is %s for a council meeting on 14 April', (on, notice) => {
    const both = meetingAfter(meetingAfter(aMeeting(), summons(on)), announces(on));
    expect([summonsOf(both), announcementOf(both)]).toEqual([notice, notice]);
  });
  test('the weekday before a Monday is Saturday, not Sunday', () => {
    const onMonday = (announcedOn: string) => announcementOf(aMeeting({ date: '2026-04-20', announcedOn }));
    expect([onMonday('2026-04-18'), onMonday('2026-04-19')]).toEqual(['urgent-only', 'too-late']);
  });
  test('are facts of a day that has been, before the meeting', () => {
    expect(askMeeting(aMeeting(), summons('2026-04-11'), { today: '2026-04-10' })).toBe('date_in_future');
    expect(askMeeting(aMeeting(), summons('2026-04-15'), { today: '2026-04-20' })).toBe('date_out_of_order');
    expect(askMeeting(aMeeting(), announces('2026-04-15'), { today: '2026-04-20' })).toBe(
      'date_out_of_order',
    );
    expect(askMeeting(aMeeting(), summons('2026-04-14'), { today: '2026-04-20' })).toBe('MeetingSummoned');
    expect([summonsOf(aMeeting()), announcementOf(aMeeting())]).toEqual(['missing', 'missing']);
  });
  test('the board is summoned whenever its rules say, and not announced', () => {
    const board = aMeeting({ body: 'board', summonedOn: '2026-04-13' });
    expect([summonsOf(board), announcementOf(board)]).toEqual(['in-time', undefined]);
    expect(summonsOf(aMeeting({ body: 'board' }))).toBe('missing');
    expect(askMeeting(board, announces('2026-04-01'), { actor: secretaryOfBoard })).toBe(
      'board_not_announced',
    );
    expect(lateNotice(board, '2026-04-14')).toBeUndefined();
  });
  test.each([
    ['in time', { summonedOn: '2026-04-07', announcedOn: '2026-04-07' }, '2026-04-13', undefined],
    ['not yet', {}, '2026-04-07', undefined],
    ['not in time', {}, '2026-04-08', 'KL 5:13, 5:15'],
    [
      'announced late',
      { summonedOn: '2026-04-07', announcedOn: '2026-04-08' },
      '2026-04-08',
      'KL 5:13–15, 5:52',
    ],
    [
      'summoned on the day',
      { summonedOn: '2026-04-14', announcedOn: '2026-04-07' },
      '2026-04-14',
      'KL 5:14–15, 5:52',
    ],
    [
      'announced on a Saturday',
      { date: '2026-04-13', summonedOn: '2026-04-02', announcedOn: '2026-04-11' },
      '2026-04-11',
      'KL 5:14–15; domain.md §7.1',
    ],
    [
      'announced on the Friday before',
      { date: '2026-04-13', summonedOn: '2026-04-02', announcedOn: '2026-04-10' },
      '2026-04-10',
      'KL 5:13–15, 5:52',
    ],
    [
      'announced on a Sunday',
      { date: '2026-04-13', summonedOn: '2026-04-02', announcedOn: '2026-04-12' },
      '2026-04-12',
      'KL 5:14–15, 5:52',
    ],
    ['cancelled', { status: 'Cancelled' as const }, '2026-04-13', undefined],
  ])('the product says what follows when the council is %s', (_, facts, today, rule) => {
    expect(lateNotice(aMeeting(facts), today)?.rule).toBe(rule);
  });
});

test.each([
  ['2026-05-11', 'planerat', 'avslutat'],
  ['2026-05-12', 'planerat', 'avslutat'],
  ['2026-05-13', 'genomfört', 'genomfört'],
])(
  'on %s a meeting of the twelfth stands as %s, ended as %s, and cancelled as ever',
  (today, planned, ended) => {
    const stands = (['Planned', 'Ended', 'Cancelled', undefined] as const).map((status) =>
      meetingStand({ status, date: '2026-05-12' }, today),
    );
    expect(stands).toEqual([planned, ended, 'inställt', planned]);
  },
);

describe('clocks', () => {
  const kinds = (record: Meeting) => clocksOfMeeting(record).map(({ kind, dueOn }) => `${kind} ${dueOn}`);
  test('ring the day after the last to summon and to announce, counted back out of holidays', () => {
    expect(kinds(aMeeting())).toEqual(['summons 2026-04-08', 'announcement 2026-04-08']);
    // Long Friday 3 April is in H.
    expect(kinds(aMeeting({ date: '2026-04-10' }))).toEqual([
      'summons 2026-04-03',
      'announcement 2026-04-03',
    ]);
  });
  test('stop when it is done, has rung, or there is nothing to warn of', () => {
    expect(kinds(aMeeting({ summonedOn: '2026-04-09' }))).toEqual(['announcement 2026-04-08']);
    expect(kinds(aMeeting({ announcedOn: '2026-04-09' }))).toEqual(['summons 2026-04-08']);
    const rung = meetingAfter(aMeeting(), meetingExamples.ring, { actor: actors.system });
    expect(kinds(rung)).toEqual(['announcement 2026-04-08']);
    expect(askMeeting(rung, meetingExamples.ring, { actor: actors.system })).toBe('wrong_status');
    for (const none of [
      aMeeting({ body: 'board' }),
      meetingIn.Ended,
      meetingIn.Cancelled,
      aMeeting({ plannedOn: '2026-04-14' }),
    ]) {
      expect(kinds(none)).toEqual([]);
    }
    expect(clocksOfMeeting(undefined)).toEqual([]);
    expect(kinds(aMeeting({ plannedOn: '2026-04-13' }))).toHaveLength(2);
  });
});

describe('the record', () => {
  test('an event that cannot follow is a broken log', () => {
    const planned = decideMeeting(undefined, meetingExamples.plan, aMeetingContext()) as MeetingEvent;
    const place = { meetingId: 'x', version: 2 };
    expect(() => evolveMeeting(aMeeting(), planned, place)).toThrow('planned twice');
    expect(() => evolveMeeting(undefined, { type: 'MeetingEnded' }, place)).toThrow('none');
    expect(() => evolveMeeting(meetingIn.Ended, { type: 'MeetingEnded' }, place)).toThrow('Ended');
    const late: MeetingEvent = { type: 'AttendanceRecorded', chair: 'm1', attendance: present('m1') };
    expect(evolveMeeting(meetingIn.Ended, late, place).chair).toBe('m1');
    expect(() => evolveMeeting(meetingIn.Cancelled, late, place)).toThrow('Cancelled');
  });

  const aDay = fc.integer({ min: -20, max: 20 }).map((days) => addDays('2026-04-14', days));
  const anAct = fc
    .record({
      name: fc.constantFrom(...names),
      today: aDay,
      on: aDay,
      actor: fc.option(fc.constantFrom(...roles), { nil: undefined }),
    })
    .map(({ name, today, on, actor }) => {
      const example = meetingExamples[name];
      const twist = Object.fromEntries(
        ['to', 'summonedOn', 'announcedOn', 'papersBy']
          .filter((key) => key in example)
          .map((key) => [key, on]),
      );
      const command = { ...example, ...twist } as MeetingCommand;
      return { command, today, actor: actors[actor ?? meetingRole(name)] };
    });

  test('every course of commands is followed by the record, and none throws', () => {
    fc.assert(
      fc.property(fc.array(anAct, { maxLength: 25 }), (acts) => {
        const events: MeetingEvent[] = [];
        let record: Meeting | undefined;
        for (const { command, today, actor } of acts) {
          const answer = decideMeeting(record, command, aMeetingContext({ today, actor }));
          if (isMeetingRefusal(answer)) continue;
          events.push(answer);
          record = evolveMeeting(record, answer, { meetingId: 'm', version: events.length });
        }
        expect(record?.version ?? 0).toBe(events.length);
      }),
    );
  });
  test('a cancelled meeting refuses everything', () => {
    fc.assert(
      fc.property(anAct, ({ command, today, actor }) => {
        const context = aMeetingContext({ today, actor });
        expect(isMeetingRefusal(decideMeeting(meetingIn.Cancelled, command, context))).toBe(true);
      }),
    );
  });
});
