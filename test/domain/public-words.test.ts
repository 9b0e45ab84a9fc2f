import { expect, test } from 'vitest';
import { eventName } from '../../domain/event-names.ts';
import type { MotionEvent } from '../../domain/events.ts';
import { evolve } from '../../domain/evolve.ts';
import { happeningText } from '../../domain/public-history.ts';
import { publicMotionOf } from '../../domain/public-motion.ts';
import { nextStepOf, stageOf, standingOf, stateSentence, stateWords } from '../../domain/public-state.ts';
import { publicStepsOf } from '../../domain/public-steps.ts';
import { aCase, aJourney, by, type Journey, ways } from '../support/motion-builders.ts';
import { text } from '../support/motion-commands.ts';
import { actors, aRegion, register } from '../support/motion-people.ts';
import { metInAny, sideWays } from '../support/motion-side-ways.ts';

/**
 * What the public reads of a motion at every step, as it is written: `test/fixtures/public/*.txt` were read by people,
 * and a change of a word shows there (`npx vitest run -u` writes them anew).
 */
const organisation = aRegion();
const { bodies } = organisation;
const year = {
  anniversary: '2027-01-12',
  daysLeft: 200,
  overOneYear: false,
  estimatedDecision: '2026-11-24',
};

const marks = { done: 'x', present: '>', coming: ' ' };
const kinds = { estimated: ' (beräknat)', 'at-latest': ' (senast)', set: ' (bestämt)' };
const day = (on: string | undefined, how?: keyof typeof kinds) =>
  on === undefined ? '' : ` ${on}${how === undefined ? '' : kinds[how]}`;

/** One standing of a motion as the public meets it. */
const standing = ({ motion }: Journey): readonly string[] => {
  const shown = motion && publicMotionOf(motion, text, register);
  if (shown === undefined) return ['(inte registrerad: inget är offentligt)'];
  const { caseId: _, body: __, registrationNumber, title, clauses, ...facts } = shown;
  const where = standingOf(shown);
  const next = (known: typeof year | undefined) => nextStepOf(where, known, bodies);
  const said = (each: ReturnType<typeof next>) =>
    each === undefined ? 'inget' : each.what + day(each.on, each.how);
  return [
    `[${stageOf(shown.status)}] ${stateWords(where)}`,
    stateSentence(where, bodies),
    `Nästa: ${said(next(year))}; utan plan: ${said(next(undefined))}`,
    ...publicStepsOf(shown, year, bodies).map(
      (each) => `${marks[each.where]} ${each.label}${day(each.on, each.how)}`,
    ),
    ...publicStepsOf(shown, undefined, bodies)
      .filter(({ label }) => label === 'Regionfullmäktige')
      .map((each) => `utan plan: ${each.label}${day(each.on, each.how)}`),
    `${registrationNumber} ${title}: ${clauses.map((each) => each.text).join(' / ')}`,
    ...Object.entries(facts).flatMap(([fact, is]) =>
      is === undefined ? [] : [`${fact}: ${JSON.stringify(is)}`],
    ),
  ];
};

const happenings = (events: readonly MotionEvent[]): readonly string[] =>
  events.map(
    (event) => `${eventName(event)} | ${happeningText(event, organisation) ?? '(inte för allmänheten)'}`,
  );

const books = { ways, sideways: sideWays, met: metInAny };

test.each(Object.entries(books))('what the public reads: %s', async (name, journeys) => {
  const written = Object.entries(journeys).flatMap(([title, acts]) => {
    const journey = aJourney(acts);
    return [`# ${title}`, ...standing(journey), ''];
  });
  await expect(written.join('\n')).toMatchFileSnapshot(`../fixtures/public/${name}.txt`);
});

test('what the public reads of each event, and what the office calls it', async () => {
  const lines = Object.values(books)
    .flatMap((journeys) => Object.values(journeys))
    .flatMap((acts) => happenings(aJourney(acts).events));
  await expect([...new Set(lines)].sort().join('\n')).toMatchFileSnapshot('../fixtures/public/events.txt');
});

test('the day of a referral is that of whoever refers, not the day the motion is announced', () => {
  const refers = (referredBy: 'council' | 'presidium', announcedOn: string, today: string) =>
    by(actors['council-secretary'], { type: 'refer', by: referredBy, announcedOn }, { today });
  const shownAfter = (journey: Journey) =>
    journey.motion && publicMotionOf(journey.motion, text, register)?.referredOn;
  const open = aCase('Registered');
  const early = aJourney([refers('presidium', '2026-03-17', '2026-02-10')], open);
  expect(shownAfter(early)).toBe('2026-02-10');
  expect(shownAfter(aJourney([refers('council', '2026-02-10', '2026-02-12')], open))).toBe('2026-02-10');
  // Before the day was kept, the event held only the day of the announcement: no day is better than another's.
  const old = { type: 'MotionReferred', by: 'presidium', announcedOn: '2026-03-17' } as const;
  const record = evolve(open.motion, old, { caseId: 'c', version: 1 });
  expect(publicMotionOf(record, text, register)).toMatchObject({ status: 'Referred', referredOn: undefined });
});
