import { describe, expect, it, test } from 'vitest';
import {
  decisionRefusal,
  deferralRefusal,
  keptOf,
  type Matter,
  settingOf,
} from '../../domain/decide/dealt-with.ts';
import { type Deliberation, factsOf } from '../../domain/deliberation.ts';
import type { DeferralRequest } from '../../domain/events.ts';
import { aClaim, aDeliberation, aProposition, aRound, members } from '../support/deliberation-builders.ts';
import { aContext, openMinutes } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors, aMember } from '../support/motion-people.ts';

const motion = { clauseCount: 2, minorityDeferralUsed: false };
const attendance = { present: members(5), disqualified: [], chair: 'm-1' };
const presence: Matter['presence'] = { present: 5, attendance };
const matter = (given: Deliberation | undefined, facts: Partial<Matter> = {}): Matter => ({
  body: 'council',
  motion,
  given,
  presence,
  ...facts,
});
const context = aContext(examples.decide.command, actors['council-secretary']);

/** The board’s rejection of both clauses is carried over a claim to grant. */
const rejected = aDeliberation({
  claims: [aClaim(1, 'REJECT', { mover: 'board', clauses: [1, 2] }), aClaim(2, 'GRANT', { clauses: [1, 2] })],
  propositions: [aProposition([1, 2], [aRound(1, 2, 1)], [1, 2])],
});
const both = (one: 'GRANTED' | 'REJECTED', other: 'GRANTED' | 'REJECTED' | 'LAPSED' = one) => [
  { clause: 1, outcome: one },
  { clause: 2, outcome: other, ...(other === 'LAPSED' ? { lapsedBy: 1 } : {}) },
];
const putOff = (kind: 'POSTPONE' | 'REFER_BACK', carried: 1 | null, more: object = {}) =>
  aDeliberation({
    claims: [aClaim(1, kind, kind === 'REFER_BACK' ? { text: 'Utred mer.' } : {})],
    propositions: [aProposition([1], [aRound(1, null, carried, more)], 'deferral')],
  });

describe('a decision is what was carried (KL 5:53–57, 5:67)', () => {
  const refusal = (given: Deliberation | undefined, decisions: Parameters<typeof decisionRefusal>[1]) =>
    decisionRefusal(matter(given), decisions, context)?.code;

  test('whatever is declared where nothing is noted of how it was come to', () => {
    expect(refusal(undefined, both('GRANTED'))).toBeUndefined();
    const reserved = aDeliberation({
      claims: [],
      propositions: [],
      reservations: [{ memberId: 'm-2', announcedBeforeEnd: true }],
    });
    expect(refusal(reserved, both('GRANTED'))).toBeUndefined();
  });

  test('and nothing else where it is noted', () => {
    expect(refusal(rejected, both('REJECTED'))).toBeUndefined();
    expect(refusal(rejected, both('GRANTED'))).toBe('outcome_not_carried');
    expect(refusal(rejected, both('REJECTED', 'GRANTED'))).toBe('outcome_not_carried');
  });

  test('a clause that lapses with another need not be put (domain.md §6.2)', () => {
    const onlyFirst = aDeliberation({
      claims: [
        aClaim(1, 'REJECT', { mover: 'board' }),
        aClaim(2, 'GRANT'),
        aClaim(3, 'GRANT', { clauses: [2] }),
      ],
      propositions: [aProposition([1, 2], [aRound(1, 2, 1)])],
    });
    expect(refusal(onlyFirst, both('REJECTED', 'LAPSED'))).toBeUndefined();
    expect(refusal(onlyFirst, both('REJECTED'))).toBe('claim_not_put');
  });

  test('not by what cannot have been', () => {
    const stranger = aDeliberation({
      claims: [aClaim(1, 'REJECT', { mover: 'm-9', clauses: [1, 2] })],
      propositions: [aProposition([1], [aRound(1, null, 1)], [1, 2])],
    });
    expect(refusal(stranger, both('REJECTED'))).toBe('mover_not_present');
  });
});

describe('a matter put off is put off as it was carried (KL 5:50)', () => {
  const refusal = (
    given: Deliberation | undefined,
    kind: 'POSTPONE' | 'REFER_BACK',
    request: DeferralRequest = { by: 'majority', present: 5 },
  ) => deferralRefusal(matter(given), { kind, request }, context)?.code;
  const asMinority: DeferralRequest = { by: 'minority', present: 5, behind: 2, requestedBy: ['m-2', 'm-3'] };
  const byMinority = { minority: ['m-2', 'm-3'] };

  test.each<[string | undefined, string, Parameters<typeof refusal>]>([
    [undefined, 'nothing is noted', [undefined, 'POSTPONE']],
    [undefined, 'postponed by a majority', [putOff('POSTPONE', 1), 'POSTPONE']],
    [undefined, 'referred back by a majority', [putOff('REFER_BACK', 1), 'REFER_BACK']],
    [
      undefined,
      'referred back by a minority',
      [putOff('REFER_BACK', 1, byMinority), 'REFER_BACK', asMinority],
    ],
    ['outcome_not_carried', 'postponed, not referred back', [putOff('POSTPONE', 1), 'REFER_BACK']],
    ['outcome_not_carried', 'by a majority, not a minority', [putOff('POSTPONE', 1), 'POSTPONE', asMinority]],
    ['outcome_not_carried', 'by a minority, not a majority', [putOff('POSTPONE', 1, byMinority), 'POSTPONE']],
    ['outcome_not_carried', 'the deferral fell', [putOff('POSTPONE', null), 'POSTPONE']],
    ['minority_too_small', 'too few asked', [putOff('POSTPONE', 1, { minority: ['m-2'] }), 'POSTPONE']],
  ])('%s: %s', (code, _, given) => {
    expect(refusal(...given)).toBe(code);
  });

  test('what was put off is not decided', () => {
    const given = putOff('REFER_BACK', 1);
    expect(decisionRefusal(matter(given), both('REJECTED'), context)?.code).toBe('outcome_not_carried');
  });
});

describe('who may claim though not a member of the body (KL 5:39)', () => {
  const councillor = (memberId: string, from: string) =>
    aMember({ memberId, terms: [{ from, office: 'councillor' }] });
  const people = new Map(
    [
      councillor('m-full', '2022-10-15'),
      councillor('m-later', '2026-07-01'),
      aMember({ memberId: 'm-1' }),
    ].map((each) => [each.memberId, each]),
  );
  const setting = (facts: Partial<typeof context>) =>
    settingOf(matter(undefined), [], { ...context, members: people, ...facts }).mayClaimWithoutVote;

  test('the full-time councillors of the day of the meeting, or of today where it is not known', () => {
    expect(setting({ minutes: openMinutes('council', '2026-06-16'), today: '2026-07-30' })).toEqual([
      'm-full',
    ]);
    expect(setting({ minutes: undefined, today: '2026-06-30' })).toEqual(['m-full']);
    expect(setting({ minutes: undefined, today: '2026-07-01' })).toEqual(['m-full', 'm-later']);
  });
});

describe('what is kept of how a matter was dealt with', () => {
  const document = { documentId: 'd', hash: '0'.repeat(64) };
  const wordless = rejected;
  const worded = putOff('REFER_BACK', 1);

  it('is nothing where nothing is noted', () => {
    expect(keptOf(undefined, document)).toEqual({});
  });

  it('is the facts, and where the texts are when there are any', () => {
    expect(keptOf(wordless, document)).toEqual({ deliberation: factsOf(wordless) });
    expect(keptOf(worded, document)).toEqual({ deliberation: factsOf(worded), texts: document });
    expect(keptOf(worded, undefined)).toEqual({ deliberation: factsOf(worded) });
    expect(JSON.stringify(factsOf(worded))).not.toContain('Utred mer.');
  });
});
