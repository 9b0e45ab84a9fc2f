import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldMinutes, minutes } from '../../domain/minutes.ts';
import { type MinutesEvent, minutesEvent } from '../../domain/minutes-events.ts';
import type { Refusal } from '../../domain/refusal.ts';
import {
  aMinutesAct,
  aMinutesStart,
  askMinutes,
  followMinutes,
  isRefusal,
  MINUTES,
  type MinutesAct,
  type MinutesJourney,
} from '../support/minutes-builders.ts';
import { deepFreeze } from '../support/motion-walks.ts';

interface Visit {
  readonly before: MinutesJourney;
  readonly act: MinutesAct;
  readonly answer: MinutesEvent | Refusal;
  readonly after: MinutesJourney;
}

const walk = (start: MinutesJourney, acts: readonly MinutesAct[], see: (visit: Visit) => void) =>
  acts.reduce((before, act) => {
    const answer = askMinutes(deepFreeze(before), deepFreeze(act));
    const after = isRefusal(answer) ? before : followMinutes(before, answer);
    see({ before, act, answer, after });
    return after;
  }, start);
const aWalk = fc.record({
  start: aMinutesStart,
  acts: fc.array(aMinutesAct, { maxLength: 30, size: 'max' }),
});
const atEveryStep = (see: (visit: Visit) => void) =>
  fc.assert(
    fc.property(aWalk, ({ start, acts }) => {
      walk(start, acts, see);
    }),
    { numRuns: 600 },
  );

test('decideMinutes never throws; a no has its reason; a yes is one version', () => {
  const seen = new Map<string, number>();
  atEveryStep(({ before, answer, after }) => {
    const kind = isRefusal(answer) ? 'refusal' : answer.type;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    if (isRefusal(answer)) {
      expect(answer.detail).toMatch(/^[A-ZÅÄÖ].+\.$/s);
      expect(answer.rule).not.toBe('');
      if (answer.code === 'not_permitted') expect(answer.mayBeDoneBy).toHaveLength(1);
      expect(after).toBe(before);
    } else {
      expect(after.minutes?.version).toBe((before.minutes?.version ?? 0) + 1);
    }
  });
  const kinds = minutesEvent.options.map((option) => option.shape.type.value);
  expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  expect(seen.get('refusal')).toBeGreaterThan(500);
});

test('folding rebuilds the minutes, and they survive being stored', () => {
  fc.assert(
    fc.property(aWalk, ({ start, acts }) => {
      const end = walk(start, acts, () => undefined);
      expect(foldMinutes(MINUTES, end.events)).toStrictEqual(end.minutes);
      const stored: unknown[] = JSON.parse(JSON.stringify(end.events));
      expect(
        foldMinutes(
          MINUTES,
          stored.map((each) => minutesEvent.parse(each)),
        ),
      ).toEqual(end.minutes);
      if (end.minutes !== undefined) {
        expect(minutes.parse(JSON.parse(JSON.stringify(end.minutes)))).toEqual(end.minutes);
      }
    }),
    { numRuns: 600 },
  );
});

test('KL 13:5 the time has never run out before its last day has, nor while the notice is down', () => {
  atEveryStep(({ before, act, answer }) => {
    if (isRefusal(answer) || answer.type !== 'AppealWindowPassed') return;
    expect(before.minutes).toMatchObject({ status: 'Posted' });
    const finalOn =
      before.minutes !== undefined && 'finalOn' in before.minutes ? before.minutes.finalOn : '9999';
    expect(act.today !== undefined && act.today >= finalOn).toBe(true);
  });
});

test('KL 13:5 2 st. a new notice starts a new time, never an old one', () => {
  atEveryStep(({ before, answer }) => {
    if (isRefusal(answer) || answer.type !== 'NoticePosted') return;
    for (const earlier of before.events) {
      if (earlier.type === 'NoticeFoundDown') {
        expect(answer.postedOn >= earlier.foundDownOn).toBe(true);
      }
      if (earlier.type === 'MinutesCertified') expect(answer.postedOn >= earlier.certifiedOn).toBe(true);
    }
  });
});

test('the clock decides nothing: it passes time and rings (KL 6:37–38)', () => {
  atEveryStep(({ act, answer }) => {
    if (isRefusal(answer) || !act.actor.roles.includes('system')) return;
    expect(['AppealWindowPassed', 'ClockRang']).toContain(answer.type);
  });
});

test('minutes are certified when all who were chosen have taken a stand, each once, and one has signed', () => {
  atEveryStep(({ after }) => {
    if (after.minutes === undefined) return;
    const { status, certifiers, signedBy, contests = [] } = after.minutes;
    const noted = contests.map(({ certifier }) => certifier);
    // The note of one who was replaced stands, and is waited for no more.
    const stated = [...signedBy, ...noted.filter((each) => certifiers.includes(each))];
    expect(new Set(stated).size).toBe(stated.length);
    expect(certifiers).toEqual(expect.arrayContaining(stated));
    expect(status === 'Open').toBe(stated.length < certifiers.length || signedBy.length === 0);
  });
});

test('appeals are numbered once each, and an event says how many are open with it', () => {
  let several = 0;
  atEveryStep(({ answer, after }) => {
    const appeals = after.minutes?.appeals ?? [];
    expect(appeals.map((each) => each.appealNo)).toEqual(appeals.map((_, index) => index + 1));
    if (isRefusal(answer) || (answer.type !== 'AppealRecorded' && answer.type !== 'AppealClosed')) return;
    const open = appeals.filter((each) => each.caseId === answer.caseId && each.closed === undefined);
    if (open.length > 1) several += 1;
    const isAnnulled = answer.type === 'AppealClosed' && answer.outcome.result === 'annulled';
    expect(open.length).toBe(isAnnulled ? 0 : answer.open);
  });
  expect(several).toBeGreaterThan(10);
});
