import { expect } from 'vitest';
import type { z } from 'zod';
import {
  agreesWith,
  type DeclaredDecision,
  type Judgement,
  judgeDeliberation,
} from '../../domain/decide/deliberation.ts';
import type { DeliberationSetting } from '../../domain/decide/deliberation-setting.ts';
import { type Deliberation, deliberation } from '../../domain/deliberation.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ballot, VoteResult } from '../../domain/voting.ts';

type Given = z.input<typeof deliberation>;
export type GivenClaim = Given['claims'][number];
export type GivenRound = Given['propositions'][number]['rounds'][number];
export type GivenProposition = Given['propositions'][number];

/** Members m-1 … m-n. */
export const members = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, place) => `m-${from + place}`);

/** A roll of m-1, m-2 …: first those who vote yes, then no, then those who abstain. */
export const roll = (yes: number, no: number, abstain = 0): Ballot[] =>
  members(yes + no + abstain).map((memberId, place) => ({
    memberId,
    ballot: place < yes ? 'yes' : place < yes + no ? 'no' : 'abstain',
  }));

/** A claim on clause 1 by m-1 that stands. */
export const aClaim = (
  claimNo: number,
  kind: GivenClaim['kind'],
  facts: Partial<GivenClaim> = {},
): GivenClaim => ({
  claimNo,
  mover: 'm-1',
  kind,
  clauses: kind === 'REFER_BACK' || kind === 'POSTPONE' ? [] : [1],
  state: 'standing',
  ...(kind === 'AMEND' || kind === 'ADD' ? { text: `Lydelse ${claimNo}.` } : {}),
  ...facts,
});

/** Yes or no between two claims, by acclamation unless ballots are given. */
export const aRound = (
  yes: number | null,
  no: number | null,
  carried: number | null,
  facts: Partial<Extract<GivenRound, { kind: 'main' | 'counter' }>> = {},
): GivenRound => ({
  kind: 'main',
  yes,
  no,
  carried,
  method: facts.ballots === undefined ? 'acclamation' : 'recorded-vote',
  ...facts,
});

export const among = (carried: number | null): GivenRound => ({
  kind: 'among',
  method: 'acclamation',
  carried,
});

export const aProposition = (
  claims: number[],
  rounds: GivenRound[],
  about: GivenProposition['about'] = [1],
): GivenProposition => ({ about, claims, rounds });

/** Parsed by the production schema. The usual: the board's rejection is carried over a member's claim to grant. */
export const aDeliberation = (facts: Partial<Given> = {}): Deliberation =>
  deliberation.parse({
    claims: [aClaim(1, 'REJECT', { mover: 'board' }), aClaim(2, 'GRANT')],
    propositions: [aProposition([1, 2], [aRound(1, 2, 1)])],
    ...facts,
  });

/** A council of five with m-1 in the chair, that has one clause to decide. */
export const aSetting = (facts: Partial<DeliberationSetting> = {}): DeliberationSetting => ({
  body: 'council',
  clauses: [1],
  attendance: { present: members(5), disqualified: [], chair: 'm-1' },
  mayClaimWithoutVote: [],
  allows: { separateStatements: true, minuteNotes: true },
  ...facts,
});

/** As many present, m-1 in the chair. */
export const attendedBy = (count: number, disqualified: string[] = []): Partial<DeliberationSetting> => ({
  attendance: { present: members(count), disqualified, chair: 'm-1' },
});

const isRefusal = (answer: object): answer is Refusal => 'kind' in answer;

export const judge = (
  given: Partial<Given>,
  setting: Partial<DeliberationSetting> = {},
): Judgement | Refusal => judgeDeliberation(aDeliberation(given), aSetting(setting));

/** What came of it; a refusal is a mistake in the test. */
export const judged = (given: Partial<Given>, setting: Partial<DeliberationSetting> = {}): Judgement => {
  const answer = judge(given, setting);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer;
};

/** The code of the refusal, or what was decided. */
export const said = (answer: Judgement | Refusal | VoteResult | undefined): unknown => {
  if (answer === undefined) return 'agreed';
  if (isRefusal(answer)) return answer.code;
  return 'outcomes' in answer ? (answer.deferral ?? Object.fromEntries(answer.outcomes)) : answer.carried;
};

/** Whether the decisions are what was carried, given what was claimed. */
export const agreed = (
  given: Partial<Given>,
  setting: Partial<DeliberationSetting>,
  decisions: DeclaredDecision[],
) => {
  const { outcomes, fallen } = judged(given, setting);
  return said(agreesWith(outcomes, decisions, aDeliberation(given), fallen));
};

/** A refusal by this code that names this paragraph. */
export const expectRefused = (
  answer: Judgement | Refusal | VoteResult | undefined,
  code: string,
  rule: string,
) => {
  expect(answer).toMatchObject({ kind: 'refusal', code });
  if (answer !== undefined && isRefusal(answer)) expect(answer.rule).toContain(rule);
};
