import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../domain/commands.ts';
import { hasOpenAppealBeside } from '../../domain/open-appeals.ts';
import { systemActor } from '../../domain/roles.ts';
import type { Act, Journey } from '../support/motion-builders.ts';
import { aCase, aJourney, by, judge, usual } from '../support/motion-builders.ts';
import { type ExampleName, examples } from '../support/motion-commands.ts';
import { sideWays } from '../support/motion-side-ways.ts';

const said = (verdict: ReturnType<typeof judge>) => (verdict.kind === 'refusal' ? verdict.code : verdict.row);
const follows = (name: Extract<ExampleName, `follow-minutes/${string}`>, more: object = {}): Act => {
  const { command } = examples[name];
  return by(systemActor, { ...command, ...more } as CommandOf<'follow-minutes'>);
};
const endOf = (journey: Journey, ...acts: Act[]) => aJourney(acts, journey).motion;

test.each(['Certified', 'AppealWindow', 'PresumedFinal', 'Final'] as const)(
  'an appeal is known from %s (row 25)',
  (status) => {
    expect(aCase(status, follows('follow-minutes/AppealRecorded')).motion).toMatchObject({
      status: 'Appealed',
      appealReceivedOn: '2026-07-01',
    });
  },
);

test.each(['upheld', 'dismissed', 'withdrawn'] as const)(
  '%s: the decision is final (rows 25b, 26)',
  (result) => {
    const final = endOf(aCase('Appealed'), follows(`follow-minutes/AppealClosed/${result}`));
    expect(final).toMatchObject({ status: 'Final', finalOn: '2026-07-18' });
    expect(final).not.toHaveProperty('appealReceivedOn');
  },
);

const annulled = follows('follow-minutes/AppealClosed/annulled');
const faulty = follows('follow-minutes/AppealClosed/unprepared');
const traces = ['decision', 'certifiedOn', 'postedOn', 'lastAppealDay', 'finalOn', 'appealReceivedOn'];
const isUndecided = (motion: Journey['motion']) => {
  for (const trace of traces) expect(motion).not.toHaveProperty(trace);
};

test('annulled: undecided again, with the board’s proposal (row 27, KL 13:8)', () => {
  const motion = endOf(aCase('Appealed'), annulled);
  expect(motion).toMatchObject({ status: 'CouncilReady', boardProposal: {}, cycle: 0 });
  isUndecided(motion);
});

test('annulled for a fault in the preparation: drafted anew', () => {
  const motion = endOf(aCase('Appealed'), faulty);
  expect(motion).toMatchObject({ status: 'Drafting', cycle: 1, answer: {}, officer: 'p-official' });
  if (motion?.status !== 'Drafting') throw new Error('is drafted anew');
  expect(motion.earlierAnswer).toEqual(motion.answer?.document);
  expect(motion).not.toHaveProperty('boardProposal');
  isUndecided(motion);
});

test.each([annulled, faulty])('annulled, never prepared: back in the register (KL 5:26)', (act) => {
  const motion = endOf(aJourney(sideWays['Appealed, never prepared']), act);
  expect(motion).toMatchObject({ status: 'Registered', registrationNumber: 'RS 115-2026' });
  isUndecided(motion);
});

test.each([annulled, faulty])('annulled, withdrawn: to be noted anew', (act) => {
  const motion = endOf(aJourney(sideWays['Appealed, withdrawn']), act);
  expect(motion).toMatchObject({ status: 'WithdrawalPending', officer: 'p-official' });
  isUndecided(motion);
});

test('a case follows only the minutes its present decision stands in', () => {
  const decided = aCase('Decided');
  const other = follows('follow-minutes/MinutesCertified', { minutesId: 'council-2026-07-28' });
  expect(said(judge(decided, other))).toBe('not_in_minutes');
  const anew = aJourney([annulled], aCase('Appealed'));
  expect(judge(anew, follows('follow-minutes/NoticePosted')).kind).toBe('refusal');
});

test.each(['AppealRecorded', 'AppealClosed/upheld'] as const)(
  'another case’s %s does not move this one',
  (name) => {
    const { command } = examples[`follow-minutes/${name}`];
    const happened = 'happened' in command ? { ...command.happened, caseId: 'case-2' } : {};
    const status = name === 'AppealRecorded' ? 'AppealWindow' : 'Appealed';
    expect(said(judge(aCase(status), follows(`follow-minutes/${name}`, { happened })))).toBe('wrong_status');
  },
);

test.each(['AppealWindow', 'PresumedFinal'] as const)(
  'KL 13:5 a notice found down from %s: the time starts again with a new one',
  (status) => {
    const down = aCase(status, follows('follow-minutes/NoticeFoundDown'));
    expect(down.motion).toMatchObject({ status: 'Certified', certifiedOn: '2026-06-25' });
    expect(down.motion).not.toHaveProperty('postedOn');
    expect(down.motion).not.toHaveProperty('finalOn');
    const happened = {
      type: 'NoticePosted',
      postedOn: '2026-07-10',
      lastAppealDay: '2026-07-31',
      finalOn: '2026-08-01',
    };
    expect(endOf(down, follows('follow-minutes/NoticePosted', { happened }))).toMatchObject({
      status: 'AppealWindow',
      finalOn: '2026-08-01',
    });
  },
);

const ofDeferral = follows('follow-minutes/AppealRecorded/of-a-deferral');
const deferralAnnulled = follows('follow-minutes/AppealClosed/deferral-annulled');
const withHappened = (name: Extract<ExampleName, `follow-minutes/${string}`>, more: object): Act => {
  const { command } = examples[name];
  return follows(name, { happened: { ...('happened' in command ? command.happened : {}), ...more } });
};

describe('KL 13:5 an appeal while the notice is not up', () => {
  const down = aJourney([follows('follow-minutes/NoticeFoundDown')], aCase('AppealWindow'));
  const appealed = aJourney([follows('follow-minutes/AppealRecorded')], down);

  test('is known all the same, and the notice goes up again without letting the case go', () => {
    expect(appealed.motion).toMatchObject({ status: 'Appealed', certifiedOn: '2026-06-25' });
    expect(appealed.motion).not.toHaveProperty('postedOn');
    const posted = aJourney([follows('follow-minutes/NoticePosted')], appealed);
    expect(posted.motion).toMatchObject({ status: 'Appealed', finalOn: '2026-07-18' });
    expect(posted.motion?.movedAtVersion).toBe(appealed.motion?.movedAtVersion);
    const final = endOf(posted, follows('follow-minutes/AppealClosed/dismissed'));
    expect(final).toMatchObject({ status: 'Final', finalOn: '2026-07-18' });
  });

  test('ends with the notice that the minutes had when it was closed', () => {
    const notice = { postedOn: '2026-07-10', lastAppealDay: '2026-07-31', finalOn: '2026-08-01' };
    const closes = withHappened('follow-minutes/AppealClosed/upheld', { notice });
    expect(endOf(appealed, closes)).toMatchObject({ status: 'Final', ...notice });
  });

  test('annulled: undecided again', () => isUndecided(endOf(appealed, annulled)));
});

describe('KL 13:2 p. 1 an appeal of a council decision that did not end the case', () => {
  test.each(['CouncilReady', 'Drafting', 'Decided', 'Final', 'WithdrawalPending'] as const)(
    'leaves a case in %s where it is, when it comes and when it ends',
    (status) => {
      const before = aCase(status);
      const { motion } = aJourney([ofDeferral, deferralAnnulled], before);
      expect(motion).toMatchObject({ ...before.motion, version: expect.any(Number), lastAct: undefined });
      expect(motion?.version).toBe((before.motion?.version ?? 0) + 2);
    },
  );

  test('another case’s does not concern it', () => {
    const others = withHappened('follow-minutes/AppealRecorded/of-a-deferral', { caseId: 'case-2' });
    expect(said(judge(aCase('Drafting'), others))).toBe('not_in_minutes');
  });

  test('the decision of the case itself, named by its paragraph, is appealed as before', () => {
    const named = withHappened('follow-minutes/AppealRecorded', { paragraph: '§ 41' });
    expect(said(judge(aCase('AppealWindow'), named))).toBe('25');
    const closed = withHappened('follow-minutes/AppealClosed/annulled', { paragraph: '§ 41' });
    expect(said(judge(aCase('Appealed'), closed))).toBe('27');
  });

  test('KL 5:50, 13:8 a minority whose deferral is annulled has its right again', () => {
    const put = aCase('CouncilAgenda', usual('refer-back-in-council'));
    expect(put.motion).toMatchObject({ minorityDeferralUsed: true, deferredAt: { paragraph: '§ 41' } });
    const other = withHappened('follow-minutes/AppealClosed/deferral-annulled', { paragraph: '§ 40' });
    expect(endOf(put, other)).toMatchObject({ minorityDeferralUsed: true });
    const its = withHappened('follow-minutes/AppealClosed/deferral-annulled', { paragraph: '§ 41' });
    expect(endOf(put, its)).toMatchObject({ minorityDeferralUsed: false });
    const upheld = withHappened('follow-minutes/AppealClosed/deferral-upheld', { paragraph: '§ 41' });
    expect(endOf(put, upheld)).toMatchObject({ minorityDeferralUsed: true });
  });
});

test('KL 13:8 an appeal beside the case is open until each of its decision is closed', () => {
  const appealed = aCase('Final', usual('follow-minutes/AppealRecorded/of-a-deferral'));
  const isOpen = (...more: Act[]) => hasOpenAppealBeside(aJourney(more, appealed).events);
  expect(hasOpenAppealBeside(aCase('Appealed').events)).toBe(false);
  expect(isOpen()).toBe(true);
  expect(isOpen(usual('follow-minutes/AppealClosed/deferral-upheld'))).toBe(false);
  expect(isOpen(usual('follow-minutes/AppealClosed/deferral-annulled'))).toBe(false);
});
