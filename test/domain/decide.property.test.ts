import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../domain/decide.ts';
import { motionEvent } from '../../domain/events.ts';
import { fold, movesStep } from '../../domain/evolve.ts';
import { type Motion, motion, statuses } from '../../domain/motion.ts';
import { transitionOf } from '../../domain/transitions.ts';
import { aCase, CASE, follow } from '../support/motion-builders.ts';
import { aStep, askedAt, aWalk, deepFreeze, secretsOf, type Visit, walk } from '../support/motion-walks.ts';

const runs = { numRuns: 250 };

const lastActOf = (record: Motion | undefined) =>
  record !== undefined && 'lastAct' in record ? record.lastAct : undefined;

/** Checks something at every step of many walks. A throw of the law is a failure of each of them. */
const atEveryStep = (see: (visit: Visit) => void) =>
  fc.assert(
    fc.property(aWalk, ({ start, steps }) => {
      walk(start, steps, see);
    }),
    runs,
  );

test('decide never throws, and its yes can always be applied', () => {
  let accepted = 0;
  let refused = 0;
  const seen = new Set<string>();
  atEveryStep(({ verdict, after }) => {
    if (verdict.kind === 'accepted') accepted += 1;
    else refused += 1;
    seen.add(after.motion?.status ?? 'none');
  });
  // The walks are worth something: they get everywhere, by yes and by no.
  expect(accepted).toBeGreaterThan(300);
  expect(refused).toBeGreaterThan(300);
  expect(statuses.filter((status) => seen.has(status)).length).toBeGreaterThan(18);
});

test('a refusal says why, by which rule, and changes nothing', () => {
  atEveryStep(({ before, verdict, after, command, context }) => {
    if (verdict.kind !== 'refusal') return;
    expect(after).toBe(before);
    expect(verdict.code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(verdict.detail).toMatch(/^[A-ZÅÄÖ].+\.$/s);
    expect(verdict.rule).not.toBe('');
    expect(Array.isArray(verdict.mayBeDoneBy)).toBe(true);
    expect(verdict).toEqual(decide(before.motion, command, context));
  });
});

test('a refusal for want of permission in an open status says who may', () => {
  atEveryStep(({ verdict, command }) => {
    if (verdict.kind !== 'refusal' || verdict.code !== 'not_permitted') return;
    if (command.type === 'follow-minutes' || command.type === 'follow-meeting') return;
    expect(verdict.mayBeDoneBy.length).toBeGreaterThan(0);
  });
});

test('the law does not touch the record it judges', () => {
  atEveryStep(({ before, command, context }) => {
    const picture = JSON.stringify(before.motion);
    decide(deepFreeze(before.motion), command, context);
    expect(JSON.stringify(before.motion)).toBe(picture);
  });
});

test.each(['Archived', 'Discarded'] as const)('%s refuses everything', (status) => {
  const journey = aCase(status);
  fc.assert(
    fc.property(aStep, (step) => {
      const { command, context } = askedAt(journey.motion, step);
      expect(decide(journey.motion, command, context).kind).toBe('refusal');
    }),
    { numRuns: 1000 },
  );
});

test('version rises by exactly one with each yes, and tells when the step last moved', () => {
  atEveryStep(({ before, verdict, after }) => {
    if (verdict.kind !== 'accepted') return;
    const was: Motion | undefined = before.motion;
    expect(after.motion?.version).toBe((was?.version ?? 0) + 1);
    const isFirst = was === undefined;
    const moved = isFirst || movesStep(verdict.event) ? after.motion?.version : was.movedAtVersion;
    expect(after.motion?.movedAtVersion).toBe(moved);
  });
});

test('a status changes only by a row that says so', () => {
  atEveryStep(({ before, verdict, after }) => {
    if (verdict.kind !== 'accepted') return;
    const { to, from } = transitionOf(verdict.row);
    const earlier = lastActOf(before.motion)?.before.status;
    const expected = to === 'same' ? before.motion?.status : to;
    expect(after.motion?.status).toBe(to === 'earlier' ? earlier : expected);
    if (before.motion !== undefined) expect(from).toContain(before.motion.status);
  });
});

test('folding the events rebuilds the motion exactly', () => {
  fc.assert(
    fc.property(aWalk, ({ start, steps }) => {
      const end = walk(start, steps, () => undefined);
      expect(fold(CASE, end.events)).toStrictEqual(end.motion);
      const stored: unknown[] = JSON.parse(JSON.stringify(end.events));
      expect(
        fold(
          CASE,
          stored.map((each) => motionEvent.parse(each)),
        ),
      ).toEqual(end.motion);
    }),
    runs,
  );
});

test('a record survives being stored', () => {
  atEveryStep(({ after }) => {
    if (after.motion === undefined) return;
    expect(motion.parse(JSON.parse(JSON.stringify(after.motion)))).toEqual(after.motion);
  });
});

test('events and records hold no names and no texts', () => {
  atEveryStep(({ before, command, context, verdict }) => {
    if (verdict.kind !== 'accepted') return;
    const written = JSON.stringify([verdict.event, follow(before, verdict).motion]);
    for (const secret of secretsOf(command, context)) expect(written).not.toContain(secret);
  });
});

test('what a decided motion rests on stands until it is taken back, or an appeal is won', () => {
  atEveryStep(({ before, after, verdict }) => {
    if (before.motion === undefined || !('decision' in before.motion) || verdict.kind !== 'accepted') return;
    if (['19t', '27', '27p', '27u', '27w'].includes(verdict.row)) {
      expect(after.motion).not.toHaveProperty('decision');
    } else {
      expect(after.motion).toHaveProperty('decision', before.motion.decision);
    }
  });
});

test('a number, once given, is kept', () => {
  atEveryStep(({ before, after }) => {
    if (before.motion === undefined || !('registrationNumber' in before.motion)) return;
    expect(after.motion).toHaveProperty('registrationNumber', before.motion.registrationNumber);
    expect(after.motion).toHaveProperty('raisedOn', before.motion.raisedOn);
  });
});
