import { describe, expect, it, test } from 'vitest';
import { parseCalendarEvents, unescaped } from '../../domain/icalendar.ts';

const lines = (...all: string[]) => all.join('\r\n');
const calendar = (...all: string[]) => lines('BEGIN:VCALENDAR', ...all, 'END:VCALENDAR');
const read = (text: string) =>
  parseCalendarEvents(text)?.map((event) =>
    Object.fromEntries([...event].map(([name, { value }]) => [name, value])),
  );

describe('the events of a calendar (RFC 5545)', () => {
  it('are in their order, each with its own properties', () => {
    const text = calendar('BEGIN:VEVENT', 'SUMMARY:Ett', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2', 'END:VEVENT');
    expect(read(text)).toEqual([{ SUMMARY: 'Ett' }, { UID: '2' }]);
    expect(read(calendar())).toEqual([]);
  });

  it('have names in any case, and of several of a name the first', () => {
    expect(read(calendar('begin:vevent', 'summary:Ett', 'SUMMARY:Två', 'end:VEvent'))).toEqual([
      { SUMMARY: 'Ett' },
    ]);
  });

  it('have parameters, in quotes where they hold signs that part', () => {
    const text = calendar(
      'BEGIN:VEVENT',
      'DTSTART;tzid="W. Europe; Standard:Time";VALUE=DATE:20260414',
      'END:VEVENT',
    );
    expect(parseCalendarEvents(text)?.[0]?.get('DTSTART')).toEqual({
      value: '20260414',
      parameters: { TZID: 'W. Europe; Standard:Time', VALUE: 'DATE' },
    });
  });

  it('do not have what stands within a part of them, nor beside them', () => {
    const alarm = ['BEGIN:VALARM', 'SUMMARY:Larm', 'TRIGGER:-PT15M', 'END:VALARM'];
    const text = calendar('UID:hela', 'BEGIN:VEVENT', ...alarm, 'SUMMARY:Ett', 'END:VEVENT', 'UID:efter');
    expect(read(text)).toEqual([{ SUMMARY: 'Ett' }]);
  });

  it.each(['\r\n ', '\n ', '\r\n\t'])('go on where a line was broken by %j', (fold) => {
    expect(read(calendar('BEGIN:VEVENT', `SUMMARY:Region${fold}fullmäktige`, 'END:VEVENT'))).toEqual([
      { SUMMARY: 'Regionfullmäktige' },
    ]);
  });

  it('may end their lines either way, with blanks after them, empty lines between and a mark before', () => {
    const text = [
      'BEGIN:VCALENDAR',
      '',
      'BEGIN:VEVENT  ',
      'SUMMARY:\uFEFFEtt ',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    expect(read(`\uFEFF${text.join('\n')}\n`)).toEqual([{ SUMMARY: '\uFEFFEtt' }]);
    expect(read(`\r\n${calendar('BEGIN:VEVENT', 'END:VEVENT')}`)).toEqual([{}]);
  });

  it('may hold colons, and lines that say nothing', () => {
    const text = calendar('BEGIN:VEVENT', 'strunt', 'SUMMARY:Ett: två', 'END:VEVENT');
    expect(parseCalendarEvents(text)?.[0]?.get('SUMMARY')?.value).toBe('Ett: två');
  });
});

describe('a text that is no calendar', () => {
  test.each([
    ['nothing', ''],
    ['a table', 'organ;datum'],
    ['an event alone', lines('BEGIN:VEVENT', 'END:VEVENT')],
    ['one with something before it', lines('x', calendar())],
    ['one by a longer name', lines('BEGIN:VCALENDARIUM', 'END:VCALENDARIUM')],
    ['one that breaks off', lines('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VEVENT')],
    ['one whose event is not ended', lines('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VCALENDAR')],
  ])('is %s', (_, text) => {
    expect(parseCalendarEvents(text)).toBeUndefined();
  });
});

test.each([
  ['Salen\\, plan 2\\; hus B', 'Salen, plan 2; hus B'],
  ['ett\\ntvå\\Ntre', 'ett\ntvå\ntre'],
  ['snett\\\\streck', 'snett\\streck'],
  ['\\x', '\\x'],
])('%j is meant as %j', (written, meant) => {
  expect(unescaped(written)).toBe(meant);
});
