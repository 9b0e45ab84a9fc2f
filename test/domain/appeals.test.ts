import { expect, test } from 'vitest';
import type { CommandOf } from '../../domain/commands.ts';
import { systemActor } from '../../domain/roles.ts';
import type { Act, Journey } from '../support/motion-builders.ts';
import { aCase, aJourney, by, judge } from '../support/motion-builders.ts';
import { type ExampleName, examples } from '../support/motion-commands.ts';
import { sideWays } from '../support/motion-side-ways.ts';

const said = (verdict: ReturnType<typeof judge>) => (verdict.kind === 'refusal' ? verdict.code : verdict.row);
const follows = (name: Extract<ExampleName, `follow-minutes/${string}`>, more: object = {}): Act => {
  const { command } = examples[name];
  return by(systemActor, { ...command, ...more } as CommandOf<'follow-minutes'>);
};
const after = (journey: Journey, ...acts: Act[]) => aJourney(acts, journey).motion;

test.each(['AppealWindow', 'PresumedFinal', 'Final'] as const)(
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
    const final = after(aCase('Appealed'), follows(`follow-minutes/AppealClosed/${result}`));
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
  const motion = after(aCase('Appealed'), annulled);
  expect(motion).toMatchObject({ status: 'CouncilReady', boardProposal: {}, cycle: 0 });
  isUndecided(motion);
});

test('annulled for a fault in the preparation: drafted anew', () => {
  const motion = after(aCase('Appealed'), faulty);
  expect(motion).toMatchObject({ status: 'Drafting', cycle: 1, answer: {}, officer: 'p-official' });
  expect(motion).not.toHaveProperty('boardProposal');
  isUndecided(motion);
});

test.each([annulled, faulty])('annulled, never prepared: back in the register (KL 5:26)', (act) => {
  const motion = after(aJourney(sideWays['Appealed, never prepared']), act);
  expect(motion).toMatchObject({ status: 'Registered', registrationNumber: 'RS 115-2026' });
  isUndecided(motion);
});

test.each([annulled, faulty])('annulled, withdrawn: to be noted anew', (act) => {
  const motion = after(aJourney(sideWays['Appealed, withdrawn']), act);
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
    expect(after(down, follows('follow-minutes/NoticePosted', { happened }))).toMatchObject({
      status: 'AppealWindow',
      finalOn: '2026-08-01',
    });
  },
);
