import { agreesWith } from '../../domain/decide/deliberation.ts';
import {
  aClaim,
  aDeliberation,
  aProposition,
  aRound,
  attendedBy,
  judge,
  judged,
  roll,
} from './deliberation-builders.ts';
import { absent, both, note, type Row, reserved, rounds, voted } from './impossible-claims.ts';

/** Two against two, and m-1 in the chair keeps out of it. */
const chairAbstains = roll(0, 0, 5).map((each, place) =>
  place === 0 ? each : { ...each, ballot: place < 3 ? ('yes' as const) : ('no' as const) },
);
export const impossibleRounds: Row[] = [
  ['a claim against itself', () => judge(rounds(aRound(1, 1, 1))), 'round_impossible', 'KL 5:53'],
  [
    'a claim that is not in the proposition',
    () => judge(rounds(aRound(1, 3, 1))),
    'round_impossible',
    'KL 5:53',
  ],
  [
    'a claim put against a plain no when the two have met',
    () => judge(rounds(aRound(1, 2, 1), aRound(1, null, 1))),
    'round_impossible',
    'KL 5:53',
  ],
  [
    'claims put against no in turn until there is one left',
    () => judge(rounds(aRound(1, null, null))),
    'rounds_incomplete',
    'KL 5:53',
  ],
  [
    'the same claim in turn twice',
    () => judge(rounds(aRound(1, null, null), aRound(1, null, 1))),
    'round_impossible',
    'KL 5:53',
  ],
  [
    'another claim than the one put in turn',
    () => judge(rounds(aRound(1, null, 2))),
    'carried_not_put',
    'KL 5:53',
  ],
  [
    'a second yes in turn, when the rest have fallen with the first',
    () => judge(rounds(aRound(1, null, 1), aRound(2, null, 2))),
    'round_impossible',
    'KL 5:53',
  ],
  [
    'the same, asked for by no',
    () => judge(rounds(aRound(2, null, 2), aRound(null, 1, 1))),
    'round_impossible',
    'KL 5:53',
  ],
  [
    'another outcome in turn than the count',
    () => judge(rounds(aRound(1, null, 1, { ballots: roll(2, 3) }), aRound(2, null, 2))),
    'carried_not_counted',
    'KL 5:55',
  ],
  [
    'a minority for an outcome in turn',
    () => judge(rounds(aRound(1, null, 1, { minority: ['m-1', 'm-2'] }))),
    'minority_only_defers',
    'KL 5:50',
  ],
  ['nothing against nothing', () => judge(rounds(aRound(null, null, null))), 'round_impossible', 'KL 5:53'],
  ['a round more', () => judge(rounds(aRound(1, 2, 1), aRound(1, 2, 1))), 'round_impossible', 'KL 5:53'],
  [
    'main round first, with a claim left',
    () =>
      judge({
        claims: [...both, aClaim(3, 'ANSWER')],
        propositions: [aProposition([1, 2, 3], [aRound(1, 2, 1)])],
      }),
    'rounds_incomplete',
    'KL 5:53',
  ],
  [
    'a claim left over',
    () =>
      judge({
        claims: [...both, aClaim(3, 'ANSWER')],
        propositions: [aProposition([1, 2, 3], [aRound(1, 2, 1, { kind: 'counter' })])],
      }),
    'rounds_incomplete',
    'KL 5:53',
  ],
  ['neither of the two', () => judge(rounds(aRound(1, 2, null))), 'carried_not_put', 'KL 5:53'],
  [
    'a claim that has fallen comes back',
    () =>
      judge({
        claims: [...both, aClaim(3, 'ANSWER')],
        propositions: [aProposition([1, 2, 3], [aRound(2, 3, 2, { kind: 'counter' }), aRound(1, 3, 1)])],
      }),
    'round_impossible',
    'KL 5:53',
  ],
  ['a secret ballot', () => judge(voted({ method: 'secret-ballot' })), 'secret_ballot', 'KL 5:54'],
  [
    'ballots by acclamation',
    () => judge(voted({ method: 'acclamation', ballots: roll(3, 2) })),
    'ballots_without_vote',
    'KL 5:53',
  ],
  [
    'a casting vote by acclamation',
    () => judge(voted({ castingVote: 'yes' })),
    'ballots_without_vote',
    'KL 5:53',
  ],
  [
    'a vote without ballots',
    () => judge(voted({ method: 'recorded-vote' })),
    'vote_without_ballots',
    'KL 5:67 p. 5',
  ],
  [
    'two ballots by one',
    () => judge(voted({ ballots: [...roll(3, 2), ...roll(1, 0)] })),
    'voted_twice',
    'KL 4:24',
  ],
  ['a voter who is not there', () => judge(voted({ ballots: roll(4, 2) })), 'voter_not_present', 'KL 4:22'],
  [
    'a voter who is disqualified',
    () => judge(voted({ ballots: roll(3, 2) }), attendedBy(5, ['m-5'])),
    'disqualified_took_part',
    'KL 5:47',
  ],
  ['a voter left out', () => judge(voted({ ballots: roll(3, 1) })), 'voter_missing', 'KL 5:67 p. 5'],
  [
    'a tie in which the chair abstained',
    () => judge(voted({ ballots: chairAbstains })),
    'chair_must_vote',
    'KL 4:25',
  ],
  [
    'the same in the board',
    () => judge(voted({ ballots: chairAbstains }), { body: 'board' }),
    'chair_must_vote',
    'KL 4:25',
  ],
  [
    'a tie in which the chair voted',
    () => judge(voted({ ballots: roll(2, 2) }), attendedBy(4)),
    'casting_vote_missing',
    'KL 5:56',
  ],
  [
    'no tie to break',
    () => judge(voted({ ballots: roll(3, 2), castingVote: 'yes' })),
    'casting_vote_without_tie',
    'KL 5:56',
  ],
  [
    'nobody to break a tie',
    () => judge(voted({ ballots: roll(2, 2), castingVote: 'yes' }), { attendance: undefined }),
    'chair_missing',
    'KL 5:56',
  ],
  [
    'another outcome than the count',
    () => judge(voted({ ballots: roll(2, 3) })),
    'carried_not_counted',
    'KL 5:55',
  ],
  [
    'another outcome than the casting vote',
    () => judge(voted({ ballots: roll(2, 2), castingVote: 'no' }), attendedBy(4)),
    'carried_not_counted',
    'KL 5:55',
  ],
];

const abstained = { ...voted({ ballots: roll(2, 1, 2) }) };
export const impossibleRemarks: Row[] = [
  [
    'reserved too late',
    () => judge(reserved({ announcedBeforeEnd: false })),
    'reservation_too_late',
    'KL 4:27',
  ],
  [
    'reserved from outside',
    () => judge(reserved({ memberId: absent })),
    'reservation_without_part',
    'KL 4:27',
  ],
  [
    'reserved by a full-time councillor without a vote',
    () => judge(reserved({ memberId: absent }), { mayClaimWithoutVote: [absent] }),
    'reservation_without_part',
    'KL 4:27',
  ],
  [
    'reserved by one who abstained',
    () => judge({ ...abstained, ...reserved({ memberId: 'm-5' }) }),
    'reservation_without_part',
    'KL 4:27',
  ],
  [
    'reserved by one disqualified',
    () => judge(reserved(), attendedBy(5, ['m-2'])),
    'disqualified_took_part',
    '6:28–30',
  ],
  [
    'reserved against another clause',
    () => judge(reserved({ against: [2] })),
    'clause_not_in_matter',
    'KL 5:52',
  ],
  [
    'a decision point for another clause',
    () => judge({ points: [{ pointNo: 1, text: 'Så beslutas.', clauses: [2] }] }),
    'clause_not_in_matter',
    'KL 5:52',
  ],
  [
    'a separate statement where there are none',
    () => judge({ separateStatements: note }, { allows: { separateStatements: false, minuteNotes: true } }),
    'separate_statement_not_allowed',
    'KL 5:71',
  ],
  [
    'a minute note where there are none',
    () => judge({ minuteNotes: note }, { allows: { separateStatements: true, minuteNotes: false } }),
    'minute_note_not_allowed',
    'KL 5:71',
  ],
];

const carried = judged({}).outcomes;
export const impossibleDecisions: Row[] = [
  [
    'a decision nobody carried',
    () => agreesWith(carried, [{ clause: 1, outcome: 'GRANTED' }], undefined),
    'outcome_not_carried',
    'KL 5:67 p. 4',
  ],
  [
    'a decision on a clause that was not put',
    () => agreesWith(carried, [{ clause: 2, outcome: 'REJECTED' }], undefined),
    'outcome_not_carried',
    'KL 5:67 p. 4',
  ],
  [
    'a carried outcome left out',
    () => agreesWith(carried, [], undefined),
    'clauses_not_covered',
    'domain.md §6.2',
  ],
  [
    'lapsed by itself',
    () => agreesWith(undefined, [{ clause: 1, outcome: 'LAPSED', lapsedBy: 1 }], undefined),
    'lapsed_without_cause',
    'domain.md §6.2',
  ],
  [
    'amended without words',
    () => agreesWith(undefined, [{ clause: 1, outcome: 'GRANTED_AMENDED' }], aDeliberation()),
    'amended_without_text',
    'KL 5:67 p. 4',
  ],
  [
    'amended by a withdrawn claim',
    () =>
      agreesWith(
        undefined,
        [{ clause: 1, outcome: 'GRANTED_AMENDED' }],
        aDeliberation({ claims: [aClaim(1, 'AMEND', { state: 'withdrawn' })] }),
      ),
    'amended_without_text',
    'domain.md §6.2',
  ],
];
