import { expect, test } from 'vitest';
import { clocksOfMotion } from '../../domain/clocks.ts';
import type { Motion } from '../../domain/motion.ts';
import { isOpenStatus } from '../../domain/one-year-clock.ts';
import { possibleCommands } from '../../domain/permissions.ts';
import { stepOf } from '../../domain/steps.ts';
import { dueOnOf } from '../../domain/task.ts';
import { waitsFor } from '../../domain/waits-for.ts';
import { aJourney, ways } from '../support/motion-builders.ts';
import { actors, aRegion } from '../support/motion-people.ts';
import { metInAny, sideWays } from '../support/motion-side-ways.ts';

/**
 * What the office is shown of a case at every step: what it waits for and until when, which clocks run, what can be
 * done and by whom. `test/fixtures/office/*.txt` were read by people (`npx vitest run -u` writes them anew).
 */
const organisation = aRegion();
const { approvalChain: chain } = organisation;
const today = '2026-07-30';
const plan = {
  organisation,
  calendar: {
    board: ['2026-08-25', '2026-10-06', '2026-11-10', '2027-01-26'],
    council: ['2026-09-15', '2026-11-24', '2027-02-16'],
  },
};

const done = (motion: Motion) =>
  possibleCommands(motion, actors.registrar, chain).map(
    ({ command, isPermitted, mayBeDoneBy }) =>
      `- ${command}${isPermitted ? ' *' : ''}: ${mayBeDoneBy.join(', ')}`,
  );

const shown = (motion: Motion | undefined): readonly string[] => {
  if (motion === undefined) return [];
  const isOpen = isOpenStatus(motion.status) && 'registrationNumber' in motion;
  return [
    `steg ${stepOf[motion.status] ?? '(inget)'}; klart ${dueOnOf(motion, today, plan)}, utan kalender ${dueOnOf(motion, today)}`,
    ...(isOpen ? [`väntar: ${waitsFor(motion as never, organisation, ['RS 9-2026'], '2026-01-01')}`] : []),
    ...clocksOfMotion(motion).map(({ kind, dueOn }) => `klocka ${kind} ${dueOn}`),
    ...done(motion),
  ];
};

test.each(Object.entries({ ways, sideways: sideWays, met: metInAny }))(
  'what the office is shown: %s',
  async (name, journeys) => {
    const written = Object.entries(journeys).flatMap(([title, acts]) => [
      `# ${title}`,
      ...shown(aJourney(acts).motion),
      '',
    ]);
    await expect(written.join('\n')).toMatchFileSnapshot(`../fixtures/office/${name}.txt`);
  },
);
