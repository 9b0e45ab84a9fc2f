import { describe, expect, test } from 'vitest';
import {
  type Act,
  aJourney,
  judge,
  openMinutes,
  usual,
  ways,
  waysOf,
  withdraws,
} from '../support/motion-builders.ts';
import { exampleNames, examples } from '../support/motion-commands.ts';
import { forwarded, unannounced } from '../support/motion-side-ways.ts';
import { as } from '../support/row-case.ts';
import { recordOf, said } from '../support/said.ts';

const takeBack = { type: 'take-back-act' as const };
const boardTakesBack = as('board-secretary', takeBack);
const councilTakesBack = as('council-secretary', takeBack);
const minority = { by: 'minority' as const, present: 71, behind: 24 };
const { CouncilAgenda, BoardAgenda } = ways;

/** Every act that stands in minutes: from where, and whose it is. */
const acts: Readonly<Record<string, readonly [readonly Act[], Act, Act]>> = {
  'postponed by the board': [BoardAgenda, usual('postpone-in-board'), boardTakesBack],
  'referred back by the board': [BoardAgenda, usual('refer-back-in-board'), boardTakesBack],
  proposed: [BoardAgenda, usual('propose'), boardTakesBack],
  forwarded: [waysOf(forwarded).BoardAgenda, usual('forward-without-recommendation'), boardTakesBack],
  'postponed by the council': [CouncilAgenda, usual('postpone-in-council'), councilTakesBack],
  'postponed by a minority': [
    CouncilAgenda,
    as('council-secretary', { ...examples['postpone-in-council'].command, request: minority }),
    councilTakesBack,
  ],
  'referred back by the council': [CouncilAgenda, usual('refer-back-in-council'), councilTakesBack],
  decided: [CouncilAgenda, usual('decide'), councilTakesBack],
  'decided unannounced': [
    waysOf(unannounced).CouncilAgenda,
    unannounced.decide ?? usual('decide'),
    councilTakesBack,
  ],
  'decided at once': [ways.Registered, usual('decide-at-once'), councilTakesBack],
  'written off late': [[...ways.Drafting, usual('report-late')], usual('write-off'), councilTakesBack],
  'noted as withdrawn': [ways.WithdrawalPending, usual('note-withdrawal'), councilTakesBack],
};
const named = Object.entries(acts).map(([name, [from, act, back]]) => ({ name, from, act, back }));

/** The record apart from where it stands in the log. */
const facts = (journey: ReturnType<typeof aJourney>) => {
  const {
    version: _,
    movedAtVersion: __,
    lastAct: ___,
    ...rest
  } = recordOf(journey) as ReturnType<typeof recordOf> & { lastAct?: unknown };
  return rest;
};

describe('an act that is taken back (row 19t, KL 5:69)', () => {
  test.each(named)('$name: gives exactly the record before', ({ from, act, back }) => {
    const before = aJourney(from);
    const after = aJourney([act, back], before);
    expect(facts(after)).toEqual(facts(before));
    expect(after.motion?.version).toBe((before.motion?.version ?? 0) + 2);
    expect(after.motion?.movedAtVersion).toBe(after.motion?.version);
  });

  test.each(named)(
    '$name: and keyed in anew it is as if it had been right at once',
    ({ from, act, back }) => {
      expect(facts(aJourney([...from, act, back, act]))).toEqual(facts(aJourney([...from, act])));
    },
  );

  test.each(named)('$name: not by the other body’s secretary', ({ from, act, back }) => {
    const other = back === boardTakesBack ? councilTakesBack : boardTakesBack;
    const mayBeDoneBy = [back === boardTakesBack ? 'styrelsens sekreterare' : 'fullmäktiges sekreterare'];
    expect(judge(aJourney([...from, act]), other)).toMatchObject({
      code: 'not_permitted',
      rule: 'KL 5:65',
      mayBeDoneBy,
    });
  });

  test('only once: there is nothing behind it', () => {
    const back = aJourney([...ways.Decided, councilTakesBack]);
    expect(said(judge(back, councilTakesBack))).toBe('wrong_status');
    const board = aJourney([
      ...ways.CouncilReady,
      boardTakesBack,
      usual('postpone-in-board'),
      boardTakesBack,
    ]);
    expect(board.motion?.status).toBe('BoardAgenda');
  });

  const minutes = openMinutes('council', '2026-06-16');
  test.each([
    ['one of two has signed', { ...minutes, certifiers: ['c-a', 'c-b'], signedBy: ['c-a'] }],
    [
      'certified',
      { ...minutes, status: 'Certified' as const, certifiedOn: '2026-06-20', signedBy: ['p-certifier'] },
    ],
  ])('not when the minutes are signed: %s', (_, signed) => {
    expect(
      judge(aJourney(ways.Decided), as('council-secretary', takeBack, { minutes: signed })),
    ).toMatchObject({
      code: 'minutes_closed',
      rule: 'KL 5:69',
    });
  });

  test('not when something has come after', () => {
    const placed = aJourney([...ways.CouncilReady, withdraws('m-bo')]);
    expect(said(judge(placed, boardTakesBack))).toBe('19t');
    const again = aJourney([
      ...ways.CouncilAgenda,
      usual('postpone-in-council'),
      usual('place-on-council-agenda'),
    ]);
    expect(said(judge(again, councilTakesBack))).toBe('wrong_status');
    const decidedAnew = aJourney([councilTakesBack, usual('take-off-agenda')], aJourney(ways.Decided));
    expect(judge(decidedAnew, councilTakesBack)).toMatchObject({
      code: 'nothing_to_take_back',
      rule: 'KL 5:69',
    });
    // A clause that one mover withdraws stands beside the act, and stays when it is taken back.
    const clauses = aJourney([...ways.CouncilReady, usual('withdraw-clauses'), boardTakesBack]);
    expect(clauses.motion).toMatchObject({
      status: 'BoardAgenda',
      signatories: [{ withdrawnClauses: [2] }, {}],
    });
    const never = aJourney([...ways.Drafting]);
    expect(said(judge(never, boardTakesBack))).toBe('nothing_to_take_back');
  });

  test('after work on the next draft, which leaves the officer who has it now', () => {
    const referred = aJourney([...ways.CouncilAgenda, usual('refer-back-in-council')]);
    const other = { type: 'reassign' as const, officer: 'p-other', unit: 'Enheten' };
    const reassigned = as('board-secretary', other, { officerRoles: ['official'] });
    const back = aJourney([usual('write-answer'), reassigned, councilTakesBack], referred);
    const before = facts(aJourney(ways.CouncilAgenda));
    expect(facts(back)).toEqual({ ...before, officer: 'p-other', unit: 'Enheten' });
  });

  test('a day of the register that was corrected meanwhile stays corrected', () => {
    const back = aJourney([
      ...ways.CouncilAgenda,
      usual('postpone-in-council'),
      usual('correct-days'),
      councilTakesBack,
    ]);
    expect(back.motion).toMatchObject({ status: 'CouncilAgenda', receivedOn: '2026-01-09' });
  });

  test('after it has come off the agenda it was put on meanwhile', () => {
    const placed = aJourney(ways.CouncilAgenda);
    expect(said(judge(placed, boardTakesBack))).toBe('wrong_status');
    const off = aJourney([usual('take-off-agenda'), boardTakesBack], placed);
    expect(facts(off)).toEqual(facts(aJourney(ways.BoardAgenda)));
  });

  test('what happens beside it stays: a clock that rang, a withdrawal by one, a late report', () => {
    const back = aJourney([
      ...ways.CouncilReady,
      usual('ring-clock#one-year'),
      withdraws('m-bo'),
      usual('report-late'),
      boardTakesBack,
    ]);
    expect(back.motion).toMatchObject({
      status: 'BoardAgenda',
      rungClocks: ['one-year@2026-07-11'],
      signatories: [{ memberId: 'm-anna' }, { memberId: 'm-bo', withdrawnOn: '2026-07-30' }],
      lateReport: { proposal: 'continue' },
    });
  });

  test('an unused right of the minority is given back with the postponement', () => {
    const [from, act, back] = acts['postponed by a minority'] ?? [[], usual('decide'), usual('decide')];
    const taken = aJourney([...from, act, back]);
    expect(taken.motion).toMatchObject({ minorityDeferralUsed: false });
    expect(said(judge(taken, act))).toBe('17');
  });

  test('every act of a body is among these', () => {
    const bodies = exampleNames.filter((name) => {
      const { command, actor } = examples[name];
      return 'paragraph' in command && actor.endsWith('-secretary') && name !== 'report-late';
    });
    const tried = new Set(named.map(({ act }) => act(undefined).command.type));
    expect(bodies.filter((name) => !tried.has(examples[name].command.type))).toEqual([]);
  });
});
