import { describe, expect, test } from 'vitest';
import { statuses } from '../../domain/motion.ts';
import { stepOf } from '../../domain/steps.ts';
import { type Transition, transitions } from '../../domain/transitions.ts';
import { awaitedIn, faultsOfAgreement } from '../support/workflow-agreement.ts';
import { choicesOf, isTell, readAsl, tasksOf, waitsOf } from '../support/workflow-asl.ts';

const asl = readAsl();
const moving = transitions.filter((row) => row.outcome !== undefined);
/** Rows that are told to a wait, each from each status; the rows of receipt start the execution instead. */
const told = moving.flatMap((row) =>
  row.from.filter((from) => stepOf[from] !== undefined).map((from) => ({ row, from })),
);
/** Those whose branch no other row shares: two can lead to the same step, by different people. */
const alone = told.filter(
  ({ row, from }) =>
    !told.some((each) => each.row !== row && each.from === from && each.row.outcome === row.outcome),
);

describe('the machine and the table of transitions', () => {
  test('agree', () => expect(faultsOfAgreement(asl, transitions)).toEqual([]));

  test('have something to agree on', () => {
    expect(waitsOf(asl)).toHaveLength(19);
    expect(told).toHaveLength(107);
    expect(Object.keys(awaitedIn)).toHaveLength(waitsOf(asl).length);
    expect(statuses.filter((status) => stepOf[status] !== undefined).sort()).toEqual(
      Object.keys(awaitedIn).sort(),
    );
  });

  test('a row without an outcome leaves the case at its step', () => {
    const still = transitions.filter((row) => row.outcome === undefined);
    const stays = (row: Transition) =>
      row.from.every((from) => stepOf[from] === undefined || row.to === 'same');
    expect(still.filter((row) => !stays(row))).toEqual([]);
  });

  test('every Tell state is on the way of some outcome', () => {
    const targets = new Set(choicesOf(asl).flatMap(([, choice]) => choice.Choices.map((each) => each.Next)));
    const tells = tasksOf(asl).filter(([name, state]) => isTell(name, state));
    expect(tells.map(([name]) => name).filter((name) => !targets.has(name))).toEqual([]);
    for (const [, state] of tells) {
      // Beside the case's way: neither its failure nor its answer may touch the case.
      expect(state.Parameters).toMatchObject({
        InvocationType: 'Event',
        Payload: { 'caseId.$': '$.caseId' },
      });
      expect(state.Catch).toEqual([{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: state.Next }]);
    }
  });
});

describe('a disagreement is seen', () => {
  const branches = choicesOf(asl).flatMap(([name, choice]) =>
    choice.Choices.map((branch, index) => ({ name, index, outcome: branch.StringEquals })),
  );
  const choiceIn = (copy: typeof asl, name: string) => {
    const state = copy.States[name];
    if (state?.Type !== 'Choice') throw new Error(`${name} is no Choice`);
    return state;
  };

  test.each(branches)('without $outcome in $name', ({ name, index }) => {
    const copy = readAsl();
    choiceIn(copy, name).Choices.splice(index, 1);
    expect(faultsOfAgreement(copy, transitions)).not.toEqual([]);
  });

  /** Which Tell does not matter to the table, only that there is one, and where it leads. */
  const wayOf = (name: string) => {
    const state = asl.States[name];
    return isTell(name, state) ? `Tell, then ${state.Next}` : name;
  };

  test.each(branches)('with $outcome in $name led elsewhere', ({ name, index }) => {
    const copy = readAsl();
    const branch = choiceIn(copy, name).Choices[index];
    if (branch === undefined) throw new Error('no such branch');
    const right = wayOf(branch.Next);
    // One state for each way to go: which of several Tells that lead to the same is not told apart.
    const others = new Map(Object.keys(asl.States).map((each) => [wayOf(each), each]));
    others.delete(right);
    expect(others.size).toBeGreaterThan(20);
    for (const elsewhere of others.values()) {
      branch.Next = elsewhere;
      if (faultsOfAgreement(copy, transitions).length === 0) expect.fail(`to ${elsewhere}`);
    }
  });

  test.each(waitsOf(asl))('with an outcome of no row at %s', (wait) => {
    const copy = readAsl();
    const state = copy.States[wait];
    if (state?.Type !== 'Task') throw new Error(`${wait} is no task`);
    choiceIn(copy, state.Next).Choices.push({ Variable: '$.outcome', StringEquals: 'made-up', Next: wait });
    expect(faultsOfAgreement(copy, transitions)).toEqual([`${wait}: no row has made-up`]);
  });

  test.each(waitsOf(asl))('with %s awaiting somebody else', (wait, state) => {
    const copy = readAsl();
    const changed = copy.States[wait];
    if (changed?.Type !== 'Task') throw new Error(`${wait} is no task`);
    changed.Parameters.Payload.awaits = state.Parameters.Payload.awaits === 'nobody' ? 'registrar' : 'nobody';
    expect(faultsOfAgreement(copy, transitions)).not.toEqual([]);
  });

  test.each(alone)('without row $row.row from $from', ({ row, from }) => {
    const without = transitions.map((each) =>
      each === row ? { ...each, from: each.from.filter((status) => status !== from) } : each,
    );
    expect(faultsOfAgreement(asl, without)).not.toEqual([]);
  });

  test.each(moving.filter((row) => row.to !== 'earlier' && told.some((each) => each.row === row)))(
    'when row $row gains or loses its letters',
    (row) => {
      const tells = row.tells.length > 0 ? [] : (['received'] as const);
      const changed = transitions.map((each) => (each === row ? { ...each, tells } : each));
      expect(faultsOfAgreement(asl, changed)).not.toEqual([]);
    },
  );
});
