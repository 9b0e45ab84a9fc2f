import { describe, expect, it, test } from 'vitest';
import {
  concerns,
  daysToTell,
  type FollowedSubject,
  followedSubject,
  newsAmong,
  subjectKey,
  withSubject,
} from '../../domain/following.ts';
import { letterTemplate } from '../../domain/letters.ts';

const motion: FollowedSubject = { kind: 'motion', caseId: 'case-1' };
const party: FollowedSubject = { kind: 'party', party: 'S' };
const all: FollowedSubject = { kind: 'all' };

describe('what anyone may follow', () => {
  it.each([
    [motion, 'motion:case-1'],
    [party, 'party:S'],
    [all, 'all'],
  ])('%j is known as %s', (subject, key) => {
    expect(subjectKey(subject)).toBe(key);
  });

  it('is held once, and a party is not the motion of its name', () => {
    expect(withSubject([motion], { ...motion })).toEqual([motion]);
    expect(withSubject([motion], party)).toEqual([motion, party]);
    expect(withSubject([motion], { kind: 'motion', caseId: 'case-2' })).toHaveLength(2);
    expect(withSubject([{ kind: 'party', party: 'case-1' }], motion)).toHaveLength(2);
    expect(withSubject([], all)).toEqual([all]);
  });

  it('has a name of some length', () => {
    const isOne = (given: object) => followedSubject.safeParse(given).success;
    expect(isOne({ kind: 'party', party: ' ' })).toBe(false);
    expect(isOne({ kind: 'party', party: 'x'.repeat(81) })).toBe(false);
    expect(isOne({ kind: 'motion', caseId: '' })).toBe(false);
    expect(isOne({ kind: 'motion', caseId: 'x'.repeat(81) })).toBe(false);
    expect(isOne({ kind: 'all' })).toBe(true);
  });

  it.each<[boolean, string, FollowedSubject[]]>([
    [true, 'all motions', [all]],
    [true, 'the motion', [motion]],
    [true, 'the party of one of its movers', [{ kind: 'party', party: 'V' }]],
    [true, 'another motion, and the party', [{ kind: 'motion', caseId: 'case-2' }, party]],
    [false, 'another motion', [{ kind: 'motion', caseId: 'case-2' }]],
    [false, 'another party', [{ kind: 'party', party: 'M' }]],
    [false, 'nothing', []],
  ])('concerns (%s) who follows %s', (is, _, subjects) => {
    const movers = [{ party: 'S' }, { party: 'V' }];
    expect(concerns(subjects, { caseId: 'case-1', movers })).toBe(is);
  });
});

test('public news is what signatories are told, but for what is between them and the registry', () => {
  const kept = new Set(newsAmong(letterTemplate.options));
  expect(letterTemplate.options.filter((each) => !kept.has(each as never))).toEqual([
    'received',
    'returned',
    'consultation-request',
    'consultation-reminder',
  ]);
});

describe('news is told once a day, when the day is over', () => {
  it.each([
    ['2026-06-15', '2026-06-17', ['2026-06-16']],
    ['2026-06-13', '2026-06-16', ['2026-06-14', '2026-06-15']],
    ['2026-06-15', '2026-06-16', []],
    ['2026-06-16', '2026-06-16', []],
    ['2026-06-20', '2026-06-16', []],
  ])('told through %s, on %s: of %j', (toldThrough, today, days) => {
    expect(daysToTell(toldThrough, today)).toEqual(days);
  });

  it('of no more than the 366 days before today', () => {
    const days = daysToTell('2020-01-01', '2026-06-16');
    expect([days.length, days[0], days.at(-1)]).toEqual([366, '2025-06-15', '2026-06-15']);
  });
});
