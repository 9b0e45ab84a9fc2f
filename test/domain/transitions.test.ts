import { describe, expect, test } from 'vitest';
import { evolve, movesStep } from '../../domain/evolve.ts';
import { type Status, statuses, withdrawable } from '../../domain/motion.ts';
import type { Actor } from '../../domain/roles.ts';
import { transitionOf, transitions } from '../../domain/transitions.ts';
import { expectedRows } from '../support/expected-rows.ts';
import {
  aCase,
  aJourney,
  type Journey,
  judge,
  nowhere,
  sideWays,
  TODAY,
  ways,
  withdraws,
} from '../support/motion-builders.ts';
import { type ExampleName, exampleFor, exampleNames } from '../support/motion-commands.ts';
import { actors, roles, strangers } from '../support/motion-people.ts';

interface Case {
  readonly name: string;
  readonly status: Status | '-';
  readonly journey: Journey;
}
const aNamed = (name: string, journey: Journey): Case => ({
  name,
  status: journey.motion?.status ?? '-',
  journey,
});
const cases: readonly Case[] = [
  aNamed('none', nowhere),
  ...statuses.map((status) => aNamed(status, aCase(status))),
  ...Object.entries(sideWays).map(([name, acts]) => aNamed(name, aJourney(acts))),
  ...withdrawable.map((status) =>
    aNamed(`${status}, all but one withdrawn`, aCase(status, withdraws('m-bo', { today: TODAY }))),
  ),
];

/** Guards that say no to an example although role and status say yes. */
const othersTurn = [
  'Approval director',
  'Approval, all but one withdrawn director',
  'Approval at its last step manager',
];
const guarded: Record<string, readonly string[]> = {
  // The next approver is one role at a time.
  'approve-answer': othersTurn,
  'return-answer': othersTurn,
  // Registered once; and what is noted must be registered.
  register: ['WithdrawalPending registrar'],
  'ring-clock': ['WithdrawalPending system'],
  'note-withdrawal': ['WithdrawalPending, unregistered council-secretary'],
};

const judgeExample = (example: ExampleName, { journey }: Case, actor: Actor) =>
  judge(journey, (record) => ({ command: exampleFor(example, record), actor }));

const rowsOf = (example: ExampleName, status: string) => {
  const [command, follows] = example.split('/');
  const key = follows === undefined ? command : `${command}/${follows}`;
  return expectedRows.filter((row) => row.command === key && row.from.includes(status));
};

test('the table is the one of domain.md §11.1', () => {
  const written = transitions.map((row) => ({
    row: row.row,
    command: row.follows === undefined ? row.command : `${row.command}/${row.follows}`,
    from: row.from.length === 0 ? ['-'] : [...row.from],
    to: row.to,
    by: row.by.map(({ role, relation }) => (relation === 'any' ? role : `${role}:${relation}`)),
  }));
  expect(written).toEqual(expectedRows);
});

describe('status × command × role', () => {
  test.each(exampleNames)('%s', (example) => {
    const surprises: string[] = [];
    for (const each of cases) {
      for (const role of roles) {
        const verdict = judgeExample(example, each, actors[role]);
        const rows = rowsOf(example, each.status).filter((row) =>
          row.by.some((who) => who.split(':')[0] === role),
        );
        const isRefusedByGuard = guarded[example]?.includes(`${each.name} ${role}`) ?? false;
        const where = `${each.name} ${role}`;
        if (verdict.kind === 'refusal') {
          if (rows.length > 0 && !isRefusedByGuard) surprises.push(`${where}: ${verdict.code}`);
        } else if (isRefusedByGuard || !rows.some((row) => row.row === verdict.row)) {
          surprises.push(`${where}: row ${verdict.row}`);
        }
      }
    }
    expect(surprises).toEqual([]);
  });

  test('no motion is moved by someone who stands in no relation to it', () => {
    const moved = cases.flatMap((each) =>
      strangers.flatMap((actor) =>
        exampleNames
          .filter((example) => example !== 'start-draft')
          .filter((example) => judgeExample(example, each, actor).kind === 'accepted')
          .map((example) => `${each.name} ${example} ${actor.personId}`),
      ),
    );
    expect(moved).toEqual([]);
  });
});

const accepted = cases.flatMap((each) =>
  exampleNames.flatMap((example) =>
    roles.flatMap((role) => {
      const verdict = judgeExample(example, each, actors[role]);
      return verdict.kind === 'accepted' ? [{ ...each, example, verdict }] : [];
    }),
  ),
);

test('every accepted act ends in the status of its row', () => {
  for (const { journey, verdict, name, example } of accepted) {
    const after = evolve(journey.motion, verdict.event, {
      caseId: 'case-1',
      version: journey.events.length + 1,
    });
    const { to } = transitionOf(verdict.row);
    expect(after.status, `${name} ${example}`).toBe(to === 'same' ? journey.motion?.status : to);
  }
});

test('the workflow is told exactly when the step moves', () => {
  for (const { verdict, name, example } of accepted) {
    const { outcome } = transitionOf(verdict.row);
    expect(outcome !== undefined, `${name} ${example}`).toBe(movesStep(verdict.event));
  }
});

test('every row is reached', () => {
  const reached = new Set(accepted.map(({ verdict }) => verdict.row));
  expect(transitions.map((row) => row.row).filter((row) => !reached.has(row))).toEqual([]);
});

test('one outcome of a step leads to one status', () => {
  for (const one of transitions) {
    for (const other of transitions) {
      const isSameWord = one.outcome !== undefined && one.outcome === other.outcome;
      const meets = one.from.some((status) => other.from.includes(status));
      if (isSameWord && meets) expect(one.to).toBe(other.to);
    }
  }
});

test('every way to a status is judged by the law, row for row', () => {
  expect(aJourney(ways.Final).rows).toEqual(
    '0 0b 0b 1 2 5 6 6b 9a 9 11a 11 12 15 16 19 20 21 23 24'.split(' '),
  );
});
