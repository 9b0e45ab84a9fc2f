import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clocksOfMotion } from '../../domain/clocks.ts';
import { decide } from '../../domain/decide.ts';
import { motionEvent } from '../../domain/events.ts';
import { fold, movesStep } from '../../domain/evolve.ts';
import { isIn, type Motion, motion, statuses, undecided } from '../../domain/motion.ts';
import type { Actor } from '../../domain/roles.ts';
import { transitionOf } from '../../domain/transitions.ts';
import { aCase, aContext, CASE, follow } from '../support/motion-builders.ts';
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

/** What is written beside a case: it goes on to be asked for after it is archived. */
const besideRows = ['32', '32l', '33'];

test.each([
  ['Archived', besideRows],
  ['Discarded', []],
] as const)('%s is where it ends: all is refused but %j', (status, allowed) => {
  const journey = aCase(status);
  fc.assert(
    fc.property(aStep, (step) => {
      const { command, context } = askedAt(journey.motion, step);
      const verdict = decide(journey.motion, command, context);
      if (verdict.kind === 'accepted') expect(allowed).toContain(verdict.row);
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

/** A day that was entered wrongly, and is corrected with a note of why. */
const corrects = (verdict: Visit['verdict']) => verdict.kind === 'accepted' && verdict.row === '34';

test('a number, once given, is kept, and the day it was raised unless it is corrected', () => {
  atEveryStep(({ before, after, verdict }) => {
    if (before.motion === undefined || !('registrationNumber' in before.motion)) return;
    expect(after.motion).toHaveProperty('registrationNumber', before.motion.registrationNumber);
    if (!corrects(verdict)) expect(after.motion).toHaveProperty('raisedOn', before.motion.raisedOn);
  });
});

/** Acts that stand in minutes. Typed by hand: the law has its own list. */
const minutedActs = '13 14 15 15f 17 18 19 5b 28b 28d 28k 28s 30'.split(' ');
const outcomesOf = (record: Motion | undefined) => [
  record !== undefined && 'boardProposal' in record ? record.boardProposal : undefined,
  record !== undefined && 'decision' in record ? record.decision : undefined,
  record !== undefined && 'lastDeferral' in record ? record.lastDeferral : undefined,
];

test('nothing but an act in minutes says what the board or the council has decided', () => {
  let acts = 0;
  // Undone by the act itself, by a court, or of a life before the product: none of these says anything new.
  const undoes = ['19t', '18', '27', '27p', '27u', '27w', '1c'];
  atEveryStep(({ before, after, verdict }) => {
    if (verdict.kind !== 'accepted' || undoes.includes(verdict.row)) return;
    if (!minutedActs.includes(verdict.row)) {
      expect(outcomesOf(after.motion)).toEqual(outcomesOf(before.motion));
      return;
    }
    acts += 1;
    expect(verdict.event).toMatchObject({ at: { minutesId: expect.any(String) as string } });
  });
  expect(acts).toBeGreaterThan(10);
});

/** A record apart from its place in the log. */
const factsOf = (record: Motion | undefined) => {
  if (record === undefined) return undefined;
  const { version: _, movedAtVersion: __, ...facts } = record;
  return { ...facts, lastAct: undefined };
};
const takesBack = { type: 'take-back-act' } as const;
const bothSecretaries: Actor = { personId: 'p-both', roles: ['board-secretary', 'council-secretary'] };

test('an act taken back gives the record before it; done again, it is as if done at once', () => {
  let taken = 0;
  atEveryStep(({ before, after, verdict, command, context }) => {
    if (verdict.kind !== 'accepted' || !minutedActs.includes(verdict.row)) return;
    const back = decide(after.motion, takesBack, aContext(takesBack, bothSecretaries, {}, after.motion));
    if (back.kind === 'refusal') throw new Error(back.code);
    const again = follow(after, back);
    expect(factsOf(again.motion)).toEqual(factsOf(before.motion));
    const anew = decide(again.motion, command, context);
    expect(anew).toEqual(verdict);
    if (anew.kind === 'accepted') expect(factsOf(follow(again, anew).motion)).toEqual(factsOf(after.motion));
    taken += 1;
  });
  expect(taken).toBeGreaterThan(10);
});

test('the one-year clock never starts again nor stops before the council has decided (KL 5:35)', () => {
  atEveryStep(({ before, after, verdict }) => {
    if (
      verdict.kind !== 'accepted' ||
      corrects(verdict) ||
      before.motion === undefined ||
      after.motion === undefined
    )
      return;
    if (!isIn(before.motion, undecided) || !isIn(after.motion, undecided) || verdict.row === '2c') return;
    const oneYear = (record: Motion) => clocksOfMotion(record).filter((each) => each.kind === 'one-year');
    expect(oneYear(after.motion)).toEqual(oneYear(before.motion));
  });
});
