import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../domain/commands.ts';
import {
  aClaim,
  aDeliberation,
  aProposition,
  aRound,
  members,
  roll,
} from '../support/deliberation-builders.ts';
import { aCase, aJourney, by, judge, waysOf } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { joint } from '../support/motion-side-ways.ts';
import { said } from '../support/said.ts';

const secretary = actors['council-secretary'];
const decides = (more: Partial<CommandOf<'decide'>>) =>
  by(secretary, { ...examples.decide.command, ...more });
const atOnce = (more: Partial<CommandOf<'decide-at-once'>>) =>
  by(secretary, { ...examples['decide-at-once'].command, ...more });
const onAgenda = () => aCase('CouncilAgenda');
const minority = (present: number, behind: number) => ({ by: 'minority' as const, present, behind });

test('KL 5:67 p. 5 as many have voted as are present', () => {
  const voted = (yes: number, no: number) =>
    aDeliberation({
      claims: [aClaim(1, 'GRANT', { clauses: [1, 2] })],
      propositions: [aProposition([1], [aRound(1, null, 1, { ballots: roll(yes, no) })], [1, 2])],
    });
  const granted = [1, 2].map((clause) => ({ clause, outcome: 'GRANTED' as const }));
  const answers = [
    [36, 71],
    [71, 149],
    [71, 3],
    [71, 71],
  ].map(([present = 0, ballots = 0]) =>
    said(judge(onAgenda(), decides({ present, decisions: granted, deliberation: voted(ballots - 1, 1) }))),
  );
  expect(answers).toEqual(['voter_not_present', 'voter_not_present', 'voter_missing', '19']);
  const proposes = by(actors['board-secretary'], {
    ...examples.propose.command,
    present: 8,
    proposals: granted,
    deliberation: voted(14, 1),
  });
  expect(said(judge(aCase('BoardAgenda'), proposes))).toBe('voter_not_present');
});

test('KL 5:50 those who asked in the request are those who asked in the proposition', () => {
  const deferred = (minority: string[]) =>
    aDeliberation({
      claims: [aClaim(1, 'POSTPONE')],
      propositions: [aProposition([1], [aRound(1, null, 1, { minority })], 'deferral')],
    });
  const asked = (
    more: Partial<ReturnType<typeof minority>> & { requestedBy?: string[] },
    who = members(24),
  ) =>
    by(secretary, {
      ...examples['postpone-in-council'].command,
      request: { ...minority(71, 24), ...more },
      deliberation: deferred(who),
    });
  expect(said(judge(onAgenda(), asked({})))).toBe('17');
  expect(said(judge(onAgenda(), asked({ requestedBy: members(24) })))).toBe('17');
  expect(said(judge(onAgenda(), asked({ behind: 30 })))).toBe('minorities_differ');
  // More than half are a majority in both, or in neither.
  expect(said(judge(onAgenda(), asked({ behind: 36 }, members(36))))).toBe('17');
  expect(said(judge(onAgenda(), asked({ behind: 36 })))).toBe('outcome_not_carried');
  expect(said(judge(onAgenda(), asked({}, members(2))))).toBe('minority_too_small');
  expect(judge(onAgenda(), asked({ requestedBy: members(24, 2) }))).toMatchObject({
    code: 'minorities_differ',
    rule: 'KL 5:50',
  });
});

test('KL 5:33 nothing is decided at once when the roll or a reservation shows that not all agreed', () => {
  const voted = (yes: number, no: number, abstain = 0) =>
    aDeliberation({
      claims: [aClaim(1, 'GRANT', { clauses: [1, 2] }), aClaim(2, 'POSTPONE')],
      propositions: [
        // Whether to decide now is another question than what is decided.
        aProposition([2], [aRound(2, null, null, { ballots: roll(1, 59) })], 'deferral'),
        aProposition([1], [aRound(1, null, 1, { ballots: roll(yes, no, abstain) })], [1, 2]),
      ],
    });
  const granted = [1, 2].map((clause) => ({ clause, outcome: 'GRANTED' as const }));
  const decided = (deliberation: CommandOf<'decide-at-once'>['deliberation']) =>
    judge(aCase('Registered'), atOnce({ present: 60, agreeing: 60, decisions: granted, deliberation }));
  expect(said(decided(voted(60, 0)))).toBe('5b');
  expect(decided(voted(40, 20))).toMatchObject({ code: 'not_unanimous', rule: 'KL 5:33' });
  expect(said(decided(voted(59, 0, 1)))).toBe('not_unanimous');
  // Put in turn, what all turn down afterwards does not hide that they were split on what was carried.
  const inTurn = (ayes: number) =>
    aDeliberation({
      claims: [aClaim(1, 'GRANT', { clauses: [1, 2] }), aClaim(2, 'ANSWER', { clauses: [1, 2] })],
      propositions: [
        aProposition(
          [1, 2],
          [
            aRound(1, null, 1, { ballots: roll(ayes, 60 - ayes) }),
            aRound(2, null, null, { ballots: roll(0, 60) }),
          ],
          [1, 2],
        ),
      ],
    });
  expect([said(decided(inTurn(60))), said(decided(inTurn(40)))]).toEqual(['5b', 'not_unanimous']);
  const reservations = [{ memberId: 'm-2', announcedBeforeEnd: true }];
  expect(said(decided(aDeliberation({ claims: [], propositions: [], reservations })))).toBe('not_unanimous');
});

describe('domain.md §6.2 a decision with the outcome that the board proposed departs from it by its words', () => {
  const outcomes = (...of: ('GRANTED_AMENDED' | 'ANSWERED')[]) =>
    of.map((each, index) => ({ clause: index + 1, outcome: each }));
  const same = outcomes('GRANTED_AMENDED', 'ANSWERED');
  const amends = (mover: string, text: string) => aClaim(1, 'AMEND', { mover, text });
  const answers = aClaim(2, 'ANSWER', { mover: 'board', clauses: [2] });
  const adds = (mover: string) => aClaim(3, 'ADD', { mover, clauses: [], text: 'Styrelsen får i uppdrag.' });
  const put = [aProposition([1], [aRound(1, null, 1)], [1]), aProposition([2], [aRound(2, null, 2)], [2])];
  const added = (carried: number | null) => aProposition([3], [aRound(3, null, carried)], []);
  const departs = (given: Parameters<typeof aDeliberation>[0]) => {
    const deliberation = aDeliberation({ propositions: put, ...given });
    const proposed = aDeliberation({
      claims: [amends('m-1', 'var tionde minut'), answers],
      propositions: put,
    });
    const proposes = by(actors['board-secretary'], {
      ...examples.propose.command,
      proposals: outcomes('GRANTED_AMENDED', 'ANSWERED'),
      deliberation: proposed,
    });
    const { motion } = aJourney(
      [
        proposes,
        by(secretary, examples['place-on-council-agenda'].command),
        decides({ decisions: same, deliberation }),
      ],
      aCase('BoardAgenda'),
    );
    return motion?.status === 'Decided' && motion.decision.deviatesFromBoard;
  };
  const board = [amends('board', 'var tionde minut'), answers];
  const mine = [amends('m-1', 'en gång om dagen'), answers];
  test.each([
    ["the board's own words", { claims: board }, false],
    ["a member's words", { claims: mine }, true],
    [
      "a member's words that are the board's",
      { claims: [...board, { ...amends('m-1', 'var tionde minut'), claimNo: 4 }] },
      false,
    ],
    ["a member's addition", { claims: [...board, adds('m-1')], propositions: [...put, added(3)] }, true],
    [
      "a member's addition that fell",
      { claims: [...board, adds('m-1')], propositions: [...put, added(null)] },
      false,
    ],
    ["the board's addition", { claims: [...board, adds('board')], propositions: [...put, added(3)] }, false],
    [
      "the board's addition that fell",
      { claims: [...board, adds('board')], propositions: [...put, added(null)] },
      true,
    ],
  ])('%s', (_, given, expected) => expect(departs(given)).toBe(expected));
});

describe('domain.md §6.2 a motion that lapses with another', () => {
  const lapses = decides({
    decisions: [1, 2].map((clause) => ({
      clause,
      outcome: 'LAPSED' as const,
      lapsedBy: 'another-motion' as const,
    })),
  });
  test('was prepared together with it: this one follows the other', () => {
    const followed = aJourney([...waysOf(joint).CouncilAgenda, lapses]).motion;
    expect(followed).toMatchObject({ status: 'Decided', decision: { outcome: 'LAPSED' } });
  });
  test('or the other follows this one', () => {
    const asked = lapses(onAgenda().motion);
    const leading = (leads: boolean) => judge(onAgenda(), () => ({ ...asked, facts: { leads } }));
    expect(said(leading(true))).toBe('19');
    expect(leading(false)).toMatchObject({
      code: 'lapsed_without_cause',
      detail: expect.stringContaining('eller en annan motion i samma beredning'),
    });
  });
});
