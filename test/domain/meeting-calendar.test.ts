import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stockholmTime } from '../../domain/calendar-date.ts';
import { parseCsv } from '../../domain/csv.ts';
import { parseCalendarEvents } from '../../domain/icalendar.ts';
import { bodyNamed, parseCalendarCsv, parseCalendarIcs } from '../../domain/meeting-calendar.ts';

const csv = (...lines: string[]) => lines.join('\r\n');
const ics = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const meetingsIn = (parsed: ReturnType<typeof parseCalendarCsv>) =>
  'rows' in parsed ? parsed.rows.map((each) => each.meeting) : parsed.problems;
const problemsIn = (parsed: ReturnType<typeof parseCalendarCsv>) =>
  'problems' in parsed ? parsed.problems.map(({ row, problem }) => `${row}: ${problem}`) : [];

describe('a table', () => {
  test('in Swedish, as a spreadsheet saves it', () => {
    const text = csv(
      '\uFEFFOrgan;Datum;Tid;Plats;Handlingar senast;Anmärkning',
      'Regionfullmäktige;2026-04-14;9.00;"Sessionssalen; plan 2";2026-04-01;',
      '',
      'Regionstyrelsen;2026-03-24;kl. 13:00;;;x',
    );
    expect(parseCalendarCsv(text)).toEqual({
      rows: [
        {
          row: 2,
          meeting: {
            body: 'council',
            date: '2026-04-14',
            startsAt: '09:00',
            place: 'Sessionssalen; plan 2',
            papersBy: '2026-04-01',
          },
        },
        { row: 4, meeting: { body: 'board', date: '2026-03-24', startsAt: '13:00' } },
      ],
    });
  });
  test('in English, with commas and columns in any order', () => {
    const text = csv('place,date,papersBy,body', 'Hall,2026-04-14,2026-04-14,council');
    expect(meetingsIn(parseCalendarCsv(text))).toEqual([
      { body: 'council', date: '2026-04-14', place: 'Hall', papersBy: '2026-04-14' },
    ]);
  });
  test('is judged row by row, and none is taken when one is wrong', () => {
    const text = csv(
      'organ,datum,tid,plats,handlingar senast',
      'Regionfullmäktige,2026-04-14,09:00,,',
      'Kulturnämnden,2026-04-14,,,',
      'Regionfullmäktige,14/4 2026,,,',
      'Regionfullmäktige,2026-02-30,,,',
      'Regionfullmäktige,2026-05-12,25:00,,',
      `Regionfullmäktige,2026-05-13,,${'x'.repeat(201)},`,
      'Regionfullmäktige,2026-05-14,,,i god tid',
      'Regionfullmäktige,2026-04-14,9:00,,',
    );
    expect(problemsIn(parseCalendarCsv(text))).toEqual([
      '3: Raden nämner varken fullmäktige eller styrelsen.',
      '4: Datumet går inte att läsa. Skriv det som 2026-04-14.',
      '5: Datumet går inte att läsa. Skriv det som 2026-04-14.',
      '6: Tiden går inte att läsa. Skriv den som 09:00.',
      '7: Platsen får ha högst 200 tecken.',
      '8: Sista dag för handlingar ska skrivas som 2026-04-01.',
      '9: Samma sammanträde står på en rad före.',
    ]);
  });
  test('tells what is wrong in the order of the rows', () => {
    const rows = ['board,2026-01-01', 'board,2026-01-01', 'Kulturnämnden,2026-01-01'];
    const told = problemsIn(parseCalendarCsv(csv('body,date', ...rows)));
    expect(told.map((each) => each.slice(0, 1))).toEqual(['3', '4']);
  });
  test.each([
    ['9.00', '09:00'],
    ['kl 9:00', '09:00'],
    ['kl.  13.30', '13:30'],
    ['KL. 13:30', '13:30'],
    ['9:00–12', undefined],
    ['ca 9:00', undefined],
    ['9', undefined],
  ])('has the time %j as %s', (time, startsAt) => {
    const parsed = parseCalendarCsv(csv('body,date,time', `board,2026-01-01,${time}`));
    const [meeting] = meetingsIn(parsed);
    expect(meeting && 'startsAt' in meeting ? meeting.startsAt : undefined).toBe(startsAt);
    expect(problemsIn(parsed)).toHaveLength(startsAt === undefined ? 1 : 0);
  });
  test('may have as many meetings as a year can, and no columns but those of body and day', () => {
    const day = (index: number) =>
      `board;${new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10)}`;
    const parsed = parseCalendarCsv(
      csv('organ;datum', ...Array.from({ length: 300 }, (_, index) => day(index))),
    );
    expect(meetingsIn(parsed)).toHaveLength(300);
    expect(meetingsIn(parsed)[0]).toEqual({ body: 'board', date: '2026-01-01' });
  });
  test('numbers the meetings of a body on one day', () => {
    const day = (body: string, time: string) => `${body},2026-04-14,${time}`;
    const rows = [
      day('council', '09:00'),
      day('board', '09:00'),
      day('council', '13:00'),
      day('council', ''),
    ];
    const meetings = meetingsIn(parseCalendarCsv(csv('body,date,time', ...rows)));
    expect(meetings.map((each) => 'ordinal' in each && each.ordinal)).toEqual([false, false, 2, 3]);
  });
  test.each([
    ['', '0: Kolumnerna organ och datum behövs.'],
    ['organ,datum', '0: Kalendern är tom.'],
    ['organ,plats\nx,y', '0: Kolumnerna organ och datum behövs.'],
    ['organ,datum\n"x,2026-01-01', '0: Ett citattecken avslutas aldrig, så raderna kan inte skiljas åt.'],
    [
      ['organ,datum', ...Array.from({ length: 301 }, () => 'board,2026-01-01')].join('\n'),
      '0: Högst 300 sammanträden åt gången.',
    ],
  ])('that is none is refused whole: %.20s', (text, problem) => {
    expect(problemsIn(parseCalendarCsv(text))).toEqual([problem]);
  });
});

describe('names of bodies', () => {
  test.each([
    ['Regionfullmäktige', 'council'],
    ['Sammanträde regionfullmäktiges', 'council'],
    ['KOMMUNFULLMÄKTIGE 14 april', 'council'],
    ['Regionfullma\u0308ktige', 'council'],
    ['Regionstyrelsen', 'board'],
    ['regionstyrelse, möte 3', 'board'],
    ['board', 'board'],
    ['Regionstyrelsens arbetsutskott', undefined],
    ['Fullmäktiges presidium', undefined],
    ['Gruppmöte inför fullmäktige', undefined],
    ['Fullmäktige och styrelsen', undefined],
    ['Kulturnämnden', undefined],
    ['keyboard', undefined],
    ['boarding', undefined],
    ['councils', undefined],
    ['county-council', 'council'],
    ['subcouncil', undefined],
    ['fullmäktigesalen', undefined],
    ['styrelserummet', undefined],
    ['', undefined],
  ])('%s', (text, body) => {
    expect(bodyNamed(text)).toBe(body);
  });
});

describe('iCalendar', () => {
  const all = ics(
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Stockholm',
    'BEGIN:STANDARD',
    'DTSTART:19701025T030000',
    'END:STANDARD',
    'END:VTIMEZONE',
    ...event(
      'UID:1',
      'BEGIN:VALARM',
      'SUMMARY:Regionstyrelsen',
      'DTSTART:20200101T000000Z',
      'END:VALARM',
      'DTSTART;TZID=Europe/Stockholm:20260414T090000',
      'SUMMARY:Sammanträde region',
      ' fullmäktige',
      'LOCATION;LANGUAGE=sv:Salen\\, plan 2\\; hus B',
    ),
    ...event('DTSTART;VALUE=DATE:20260324', 'SUMMARY:Regionstyrelsen'),
    ...event('DTSTART:20260701T070000Z', 'SUMMARY:Regionfullmäktige', 'STATUS:confirmed'),
    ...event('DTSTART:20261231T233000Z', 'SUMMARY:Regionfullmäktige'),
    ...event('DTSTART:20260901T090000', 'SUMMARY:Regionstyrelsen', 'STATUS:CANCELLED', 'RRULE:FREQ=DAILY'),
    ...event('DTSTART;TZID="W. Europe Standard Time":20260902T083000', 'SUMMARY:Styrelsen'),
  );
  test('gives each event’s day and time in Sweden, and passes over what is cancelled', () => {
    expect(parseCalendarIcs(all)).toEqual({
      rows: [
        {
          row: 1,
          meeting: {
            body: 'council',
            date: '2026-04-14',
            startsAt: '09:00',
            place: 'Salen, plan 2; hus B',
          },
        },
        { row: 2, meeting: { body: 'board', date: '2026-03-24' } },
        { row: 3, meeting: { body: 'council', date: '2026-07-01', startsAt: '09:00' } },
        { row: 4, meeting: { body: 'council', date: '2027-01-01', startsAt: '00:30' } },
        { row: 6, meeting: { body: 'board', date: '2026-09-02', startsAt: '08:30' } },
      ],
    });
  });
  test('is judged event by event', () => {
    const text = ics(
      ...event('DTSTART;TZID=America/New_York:20260414T090000', 'SUMMARY:Fullmäktige'),
      ...event('SUMMARY:Fullmäktige'),
      ...event('DTSTART:20260414T990000Z', 'SUMMARY:Fullmäktige'),
      ...event('DTSTART:20260414', 'SUMMARY:Semester'),
    );
    const date = 'Datumet går inte att läsa. Skriv det som 2026-04-14.';
    expect(problemsIn(parseCalendarIcs(text))).toEqual([
      `1: ${date}`,
      `2: ${date}`,
      `3: ${date}`,
      '4: Raden nämner varken fullmäktige eller styrelsen.',
    ]);
  });
  test('wants each repeated meeting by itself', () => {
    const text = ics(...event('DTSTART:20260414', 'SUMMARY:Fullmäktige', 'RRULE:FREQ=MONTHLY'));
    expect(problemsIn(parseCalendarIcs(text))).toEqual([
      '1: Händelsen upprepas. Lägg in varje sammanträde för sig.',
    ]);
  });
  test.each([
    ['organ,datum\nboard,2026-01-01'],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR'],
    ['BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Fullmäktige'],
  ])('that breaks off or is none is refused whole', (text) => {
    expect(problemsIn(parseCalendarIcs(text))).toEqual([
      '0: Filen är ingen hel kalender i iCalendar-format.',
    ]);
  });
});

describe('whatever text comes', () => {
  test('both readers answer, and never throw', () => {
    const pieces = fc.constantFrom(
      ...['BEGIN:VEVENT\n', 'END:VEVENT\n', 'BEGIN:VCALENDAR\n', 'END:VCALENDAR\n', 'DTSTART:20260230\n'],
      ...['organ,datum\n', '"', ';', ',', '\r\n', '\t', 'fullmäktige', '2026-04-14', ':', '\\'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const parsed of [parseCalendarCsv(text), parseCalendarIcs(text)]) {
          expect('rows' in parsed ? parsed.rows.length : parsed.problems.length).toBeGreaterThan(0);
        }
        parseCalendarEvents(text);
      }),
    );
  });
  test('a table that is written is read as it was', () => {
    const cell = fc
      .array(fc.constantFrom('a', 'ö', ',', ';', '"', '\n', '1'), { maxLength: 6 })
      .map((parts) => parts.join('').trim());
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, separator) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const text = [['one', 'two'], ...rows].map((row) => row.map(quote).join(separator)).join('\r\n');
          const kept = rows
            .map((cells, index) => ({ row: index + 2, cells }))
            .filter(({ cells }) => cells.some((each) => each !== ''));
          expect(parseCsv(text)).toEqual({ headings: ['one', 'two'], rows: kept });
        },
      ),
    );
  });
});

test('the time of day in Sweden, winter and summer', () => {
  expect(stockholmTime('2026-01-15T08:00:00Z')).toBe('09:00');
  expect(stockholmTime('2026-07-15T22:30:00Z')).toBe('00:30');
  expect(() => stockholmTime('2026-07-15T22:30:00')).toThrow(RangeError);
});
