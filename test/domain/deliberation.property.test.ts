import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreesWith, type Judgement, judgeDeliberation } from '../../domain/decide/deliberation.ts';
import type { DeliberationSetting } from '../../domain/decide/deliberation-setting.ts';
import { type Deliberation, factsOf, textsOf } from '../../domain/deliberation.ts';
import { type ClauseDecision, clauseOutcome } from '../../domain/outcome.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ballot } from '../../domain/voting.ts';
import { anyDeliberation, anySetting, aProceeding } from '../support/deliberation-arbitraries.ts';
import {
  aClaim,
  aDeliberation,
  aProposition,
  aRound,
  aSetting,
  members,
} from '../support/deliberation-builders.ts';

const isRefusal = (answer: Judgement | Refusal): answer is Refusal => 'kind' in answer;
const codeOf = (given: Deliberation, setting: DeliberationSetting) => {
  const answer = judgeDeliberation(given, setting);
  return isRefusal(answer) ? answer.code : answer;
};

test('nothing that can be given makes the law throw; what is carried was claimed and stood', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(anyDeliberation, anySetting, (given, setting) => {
      const before = JSON.stringify([given, setting]);
      const answer = judgeDeliberation(given, setting);
      expect(JSON.stringify([given, setting])).toBe(before);
      const kind = isRefusal(answer) ? answer.code : 'judged';
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      factsOf(given);
      textsOf(given);
      if (isRefusal(answer)) {
        expect(answer.detail).toMatch(/^[A-ZÅÄÖ].+\.$/s);
        expect(answer.detail).not.toMatch(/\bm-\d/);
        return;
      }
      expect(answer.deferral === undefined || answer.outcomes.size === 0).toBe(true);
      for (const [clause, outcome] of answer.outcomes) {
        expect(setting.clauses).toContain(clause);
        const kinds = given.claims
          .filter((each) => each.state === 'standing' && each.clauses.includes(clause))
          .map((each) => each.kind);
        // A clause is also rejected by a no to the only claim to grant it.
        const wanted = { GRANTED: /GRANT/, REJECTED: /REJECT|GRANT|AMEND/, ANSWERED: /ANSWER/ } as const;
        if (outcome in wanted) expect(kinds.join()).toMatch(wanted[outcome as keyof typeof wanted]);
      }
    }),
    { numRuns: 3000 },
  );
  expect(seen.get('judged')).toBeGreaterThan(5);
  expect(seen.size).toBeGreaterThan(15);
});

test('whoever is left of the rounds is the outcome, and every vote is shown', () => {
  fc.assert(
    fc.property(aProceeding, ({ given, won, voted }) => {
      const answer = judgeDeliberation(given, aSetting());
      if (isRefusal(answer)) throw new Error(answer.code);
      const named = {
        GRANT: 'GRANTED',
        REJECT: 'REJECTED',
        ANSWER: 'ANSWERED',
        AMEND: 'GRANTED_AMENDED',
        WRITE_OFF: 'WRITTEN_OFF',
      };
      expect(answer.outcomes.get(1)).toBe(named[won as keyof typeof named]);
      expect(answer.votes).toHaveLength(voted);
      expect(answer.warnings).toEqual([]);
    }),
  );
});

test('what was carried is the only decision that agrees with it', () => {
  fc.assert(
    fc.property(fc.constantFrom('GRANT', 'REJECT', 'ANSWER', 'AMEND', 'WRITE_OFF'), (kind) => {
      const given = aDeliberation({
        claims: [aClaim(1, kind)],
        propositions: [aProposition([1], [aRound(1, null, 1)])],
      });
      const answer = judgeDeliberation(given, aSetting());
      if (isRefusal(answer)) throw new Error(answer.code);
      const agreeing = clauseOutcome.options.filter((outcome) => {
        const decision: ClauseDecision = { clause: 1, outcome };
        return agreesWith(answer.outcomes, [decision], given) === undefined;
      });
      expect(agreeing).toEqual([answer.outcomes.get(1)]);
    }),
  );
});

/** A vote between the board's rejection and a grant, by a council of as many as have ballots. */
const aVote = fc
  .array(fc.constantFrom('yes', 'no', 'abstain'), { minLength: 1, maxLength: 40 })
  .map((cast) => cast.map((each, place): Ballot => ({ memberId: `m-${place + 1}`, ballot: each })));
const judgeVote = (ballots: Ballot[], castingVote: 'yes' | 'no' | undefined, carried: number) =>
  codeOf(
    aDeliberation({
      propositions: [aProposition([1, 2], [aRound(1, 2, carried, { ballots, castingVote })])],
    }),
    aSetting({ attendance: { present: members(ballots.length), disqualified: [], chair: 'm-1' } }),
  );
const aCastingVote = fc.constantFrom('yes' as const, 'no' as const, undefined);

test('a count is never both ways: of two declared outcomes at most one stands', () => {
  fc.assert(
    fc.property(aVote, aCastingVote, (ballots, castingVote) => {
      const answers = [1, 2].map((carried) => judgeVote(ballots, castingVote, carried));
      const stood = answers.filter((each) => typeof each !== 'string');
      const counts = ['yes', 'no'].map((what) => ballots.filter((each) => each.ballot === what).length);
      const isTie = counts[0] === counts[1];
      expect(stood).toHaveLength(isTie === (castingVote !== undefined) ? 1 : 0);
    }),
  );
});

test('the order of the ballots does not change what is carried', () => {
  const shuffled = aVote.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, aCastingVote, ([all, other], castingVote) => {
      expect(judgeVote(other, castingVote, 1)).toEqual(judgeVote(all, castingVote, 1));
    }),
  );
});
