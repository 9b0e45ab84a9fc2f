import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ballot, countVote, entitledOf, minorityThreshold, tallyOf } from '../../domain/voting.ts';
import { expectRefused, members, roll, said } from '../support/deliberation-builders.ts';

const there = (count: number, disqualified: string[] = []) => ({
  attendance: { present: members(count), disqualified },
  chair: 'm-1',
});

describe('KL 5:50 a third of those present', () => {
  test.each([
    [71, 24],
    [70, 24],
    [101, 34],
    [149, 50],
    [69, 23],
    [1, 1],
  ])('of %i it takes %i', (present, needed) => expect(minorityThreshold(present)).toBe(needed));
});

describe('KL 5:55 simple majority, KL 5:56 casting vote', () => {
  test('81–66–2: those who abstain count on neither side', () => {
    expect(countVote({ ballots: roll(81, 66, 2) }, there(149))).toEqual({
      yes: 81,
      no: 66,
      abstain: 2,
      carried: 'yes',
      carriedBy: 'majority',
    });
  });
  test('a plurality of those who voted is enough, however many abstain', () => {
    expect(said(countVote({ ballots: roll(0, 1, 70) }, there(71)))).toBe('no');
  });
  test.each(['yes', 'no'] as const)("on a tie the chair's casting vote decides: %s", (castingVote) => {
    expect(countVote({ ballots: roll(35, 35), castingVote }, there(70))).toEqual({
      yes: 35,
      no: 35,
      abstain: 0,
      carried: castingVote,
      carriedBy: 'casting-vote',
    });
  });
  test('when all abstain the chair decides alone', () => {
    expect(said(countVote({ ballots: roll(0, 0, 3), castingVote: 'no' }, there(3)))).toBe('no');
  });
  test('a disqualified member is not missed from the roll', () => {
    expect(said(countVote({ ballots: roll(2, 1) }, there(4, ['m-4'])))).toBe('yes');
    expect(entitledOf({ present: members(4), disqualified: ['m-4', 'm-9'] })).toEqual(members(3));
  });
  test('where attendance is not kept, as many stand in the roll as are said to be present', () => {
    const among = (present: number) => said(countVote({ ballots: roll(2, 1, 2) }, { present }));
    expect([among(5), among(6), among(4)]).toEqual(['yes', 'voter_missing', 'voter_not_present']);
    expect(countVote({ ballots: roll(2, 1) }, { present: 71 })).toMatchObject({
      detail: expect.stringContaining('Det saknas 68.'),
    });
  });
  test('where nobody knows how many are present, the roll is what is given', () => {
    expect(said(countVote({ ballots: roll(2, 1) }, {}))).toBe('yes');
  });
});

describe('what cannot be', () => {
  const [one, two] = roll(2, 0);
  const chairAbstains: Ballot[] = [
    ...roll(0, 0, 1),
    ...roll(0, 2, 0).slice(1),
    { memberId: 'm-3', ballot: 'yes' },
  ];
  test.each([
    ['no ballots', countVote({ ballots: [] }, there(1)), 'vote_without_ballots', 'KL 5:67 p. 5'],
    [
      'two ballots by one',
      countVote({ ballots: [one, one] as Ballot[] }, there(1)),
      'voted_twice',
      'KL 4:24',
    ],
    [
      'someone who was not there',
      countVote({ ballots: roll(3, 0) }, there(2)),
      'voter_not_present',
      'KL 4:22',
    ],
    [
      'someone disqualified',
      countVote({ ballots: roll(3, 0) }, there(3, ['m-3'])),
      'disqualified_took_part',
      'KL 5:47',
    ],
    [
      'someone disqualified who has left',
      countVote({ ballots: roll(3, 0) }, there(2, ['m-3'])),
      'disqualified_took_part',
      '6:28–30',
    ],
    [
      'someone left out',
      countVote({ ballots: [two] as Ballot[] }, there(2)),
      'voter_missing',
      'KL 5:67 p. 5',
    ],
    [
      'a tie that nobody broke',
      countVote({ ballots: roll(1, 1) }, there(2)),
      'casting_vote_missing',
      'KL 5:56',
    ],
    [
      'a casting vote without a tie',
      countVote({ ballots: roll(2, 1), castingVote: 'yes' }, there(3)),
      'casting_vote_without_tie',
      'KL 5:56',
    ],
    [
      'a casting vote without a chair',
      countVote({ ballots: roll(1, 1), castingVote: 'yes' }, {}),
      'chair_missing',
      'KL 5:56',
    ],
    [
      'a tie in which the chair abstained',
      countVote({ ballots: chairAbstains }, there(3)),
      'chair_must_vote',
      'KL 4:25',
    ],
  ])('%s', (_, answer, code, rule) => expectRefused(answer, code, rule));

  test('how many are missing is said, not who', () => {
    const answer = countVote({ ballots: roll(2, 1) }, there(5));
    expect(answer).toMatchObject({ detail: expect.stringContaining('Det saknas 2.') });
    expect(JSON.stringify(answer)).not.toContain('m-');
  });
  test('a chair who abstained and then casts the vote has voted when it was needed (KL 4:25)', () => {
    expect(said(countVote({ ballots: chairAbstains, castingVote: 'yes' }, there(3)))).toBe('yes');
  });
});

describe('properties', () => {
  const ballots = fc
    .array(fc.constantFrom('yes', 'no', 'abstain'), { minLength: 1, maxLength: 149 })
    .map((cast) => cast.map((each, place): Ballot => ({ memberId: `m-${place + 1}`, ballot: each })));
  const castingVote = fc.constantFrom('yes' as const, 'no' as const, undefined);
  const who = (all: readonly Ballot[]) => there(all.length);

  test('a vote is decided one way, by the larger number or by a casting vote, or refused', () => {
    fc.assert(
      fc.property(ballots, castingVote, (all, casting) => {
        const tally = tallyOf(all);
        expect(tally.yes + tally.no + tally.abstain).toBe(all.length);
        const answer = countVote({ ballots: all, castingVote: casting }, who(all));
        if (tally.yes === tally.no) {
          if (casting === undefined) {
            expect(['casting_vote_missing', 'chair_must_vote']).toContain(said(answer));
          } else {
            expect(answer).toEqual({ ...tally, carried: casting, carriedBy: 'casting-vote' });
          }
        } else if (casting === undefined) {
          const carried = tally.yes > tally.no ? 'yes' : 'no';
          expect(answer).toEqual({ ...tally, carried, carriedBy: 'majority' });
        } else {
          expect(said(answer)).toBe('casting_vote_without_tie');
        }
      }),
    );
  });

  test('the order of the ballots changes nothing', () => {
    const shuffled = ballots.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, castingVote, ([all, other], casting) => {
        expect(countVote({ ballots: other, castingVote: casting }, who(all))).toEqual(
          countVote({ ballots: all, castingVote: casting }, who(all)),
        );
      }),
    );
  });

  test('one more yes never defeats what was carried by yes', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const more: Ballot[] = [...all, { memberId: 'm-more', ballot: 'yes' }];
        const count = (given: readonly Ballot[]) => countVote({ ballots: given }, {});
        if (said(count(all)) === 'yes') expect(said(count(more))).toBe('yes');
      }),
    );
  });
});
