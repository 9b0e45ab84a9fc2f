import { describe, expect, test } from 'vitest';
import { entryOf } from '../../lambdas/public-site/register/entry.ts';
import { perPage, pick, questionOf } from '../../lambdas/public-site/register/pick.ts';
import { registerAddress } from '../../web/public/register-question.ts';
import { aPublicDecision, aPublicMotion } from '../support/public-motions.ts';

const today = '2026-07-30';
const motions = [
  aPublicMotion({
    caseId: 'c1',
    registerYear: 2024,
    registrationNumber: 'RS 9/2024',
    title: 'Ökad kollektivtrafik på landsbygden',
    raisedOn: '2024-05-01',
    status: 'Final',
    decision: aPublicDecision('2025-02-18', 'ANSWERED'),
  }),
  aPublicMotion({
    caseId: 'c2',
    registerYear: 2025,
    registrationNumber: 'RS 10/2025',
    title: 'Cykelställ vid sjukhusen',
    raisedOn: '2025-07-29',
    status: 'Drafting',
    unit: 'Staben',
    movers: [
      { name: 'Bo Alm', party: 'V', withdrawn: false },
      { name: 'Åsa Öberg', party: 'S', withdrawn: false },
    ],
  }),
  aPublicMotion({
    caseId: 'c3',
    registrationNumber: 'RS 9/2026',
    title: 'Kol i mat',
    raisedOn: '2026-02-02',
    status: 'CouncilAgenda',
    councilMeeting: '2026-09-15',
  }),
  aPublicMotion({
    caseId: 'c4',
    registrationNumber: 'RS 10/2026',
    title: 'Köl till båten',
    status: 'BoardAgenda',
    boardMeeting: '2026-08-20',
    movers: [{ name: 'Skyddade personuppgifter', party: 'M', withdrawn: false }],
    clauses: [{ clauseNo: 1, text: 'att ambulanserna får fler sjuksköterskor' }],
  }),
  aPublicMotion({
    caseId: 'c5',
    registrationNumber: 'RS 100/2026',
    title: 'Ännu en bussmotion',
    status: 'AppealWindow',
    decision: aPublicDecision('2026-06-16', 'REJECTED'),
    lastAppealDay: '2026-08-07',
  }),
];
const entries = motions.map(entryOf).sort((one, other) => (one.order < other.order ? 1 : -1));

/** The numbers that an address shows, in order. */
const shownAt = (query: string): string[] =>
  pick({ entries }, questionOf(Object.fromEntries(new URLSearchParams(query))), today).shown.map(
    ({ registrationNumber }) => registrationNumber,
  );
const all = ['RS 100/2026', 'RS 10/2026', 'RS 9/2026', 'RS 10/2025', 'RS 9/2024'];

describe('the list by its address', () => {
  test.each([
    ['', all],
    ['sortera=aldst', all.toReversed()],
    ['sortera=nasta', ['RS 100/2026', 'RS 10/2026', 'RS 9/2026', 'RS 10/2025', 'RS 9/2024']],
    ['sortera=titel', ['RS 10/2025', 'RS 9/2026', 'RS 10/2026', 'RS 100/2026', 'RS 9/2024']],
    ['lage=oppna', ['RS 10/2026', 'RS 9/2026', 'RS 10/2025']],
    ['lage=bereds', ['RS 10/2025']],
    ['lage=styrelsen', ['RS 10/2026']],
    ['lage=fullmaktige', ['RS 9/2026']],
    ['lage=beslutad', ['RS 100/2026']],
    ['lage=avslutad', ['RS 9/2024']],
    ['lage=ny', []],
    ['parti=V', ['RS 10/2025']],
    ['parti=S', ['RS 100/2026', 'RS 9/2026', 'RS 10/2025', 'RS 9/2024']],
    ['ar=2026', ['RS 100/2026', 'RS 10/2026', 'RS 9/2026']],
    ['organ=styrelsen', ['RS 10/2026', 'RS 10/2025']],
    ['organ=fullmaktige', ['RS 100/2026', 'RS 9/2026', 'RS 9/2024']],
    ['forsenad=ja', ['RS 10/2025']],
    ['ar=2026&organ=fullmaktige&lage=oppna', ['RS 9/2026']],
    // What is asked wrongly is left out: an old link still shows a list.
    ['lage=nowhere&ar=x&sortera=&sida=-1&parti=', all],
    ['sida=99', all],
  ])('%s', (query, numbers) => {
    expect(shownAt(query)).toEqual(numbers);
  });
});

describe('the search', () => {
  test.each([
    ['kol', ['RS 9/2026']],
    ['köl', ['RS 10/2026']],
    ['KÖLEN', ['RS 10/2026']],
    ['cykel', ['RS 10/2025']],
    ['cykelställen', ['RS 10/2025']],
    ['sjukhus', ['RS 10/2025']],
    ['ambulans sjuksköterska', ['RS 10/2026']],
    ['ambulans cykel', []],
    ['Åsa Öberg', ['RS 10/2025']],
    ['asa oberg', []],
    ['RS 9/2026', ['RS 9/2026']],
    ['Skyddade', ['RS 10/2026']],
    ['bus', []],
    ['buss', ['RS 100/2026']],
    ['…', all],
  ])('%s', (words, numbers) => {
    expect(shownAt(`sok=${encodeURIComponent(words)}`)).toEqual(numbers);
  });
});

test('a page holds so many, and the address leads to the next', () => {
  const many = Array.from({ length: 60 }, (_, index) => entryOf(aPublicMotion({ caseId: `c${index + 1}` })));
  const asked = questionOf({ sida: '3', sok: 'motion' });
  const { found, pages, page, shown } = pick({ entries: many }, asked, today);
  expect([found, pages, page, shown.length]).toEqual([60, 3, 3, 60 - 2 * perPage]);
});

test('an address says what is asked and no more, and is read back', () => {
  const asked = questionOf({ sok: 'kö & l', lage: 'ny', parti: '-', ar: '2026', forsenad: 'ja', sida: '2' });
  const address = registerAddress(asked);
  expect(questionOf(Object.fromEntries(new URL(address, 'https://x.example').searchParams))).toEqual(asked);
  expect(registerAddress(questionOf({}))).toBe('/');
});
