import { describe, expect, test } from 'vitest';
import { deliberationRefusals } from '../../domain/deliberation-refusals.ts';
import { refusals } from '../../domain/refusal.ts';
import {
  aClaim,
  aProposition,
  aRound,
  expectRefused,
  judge,
  members,
  roll,
  said,
} from '../support/deliberation-builders.ts';
import {
  absent,
  both,
  impossibleClaims,
  impossiblePropositions,
  note,
  one,
  type Row,
  reserved,
  voted,
} from '../support/impossible-claims.ts';
import { impossibleMinorities } from '../support/impossible-minorities.ts';
import { impossibleDecisions, impossibleRemarks, impossibleRounds } from '../support/impossible-rounds.ts';

const table: readonly Row[] = [
  ...impossibleClaims,
  ...impossiblePropositions,
  ...impossibleRounds,
  ...impossibleMinorities,
  ...impossibleRemarks,
  ...impossibleDecisions,
];

describe('what cannot have been is refused by its paragraph', () => {
  test.each(table)('%s', (_, answer, code, rule) => expectRefused(answer(), code, rule));

  test('no other part of the law has taken a code of these', () => {
    expect(refusals).toMatchObject(deliberationRefusals);
  });
  test('every refusal of a deliberation is in the table', () => {
    const reached = new Set(table.map(([, , code]) => code));
    expect(Object.keys(deliberationRefusals).filter((code) => !reached.has(code))).toEqual([]);
  });
});

describe('what only looks wrong is not refused', () => {
  const grants = { 1: 'GRANTED' };
  test('the council has an unlawful claim put all the same (KL 5:57 2 st.)', () => {
    expect(said(judge(one('GRANT', { finding: 'unlawful' })))).toEqual(grants);
  });
  test('a refused claim stays in the minutes and is not put', () => {
    const refused = (finding: 'unlawful' | 'new-matter') =>
      judge({ claims: [...both, aClaim(3, 'AMEND', { state: 'refused', finding })] });
    expect([said(refused('unlawful')), said(refused('new-matter'))]).toEqual([
      { 1: 'REJECTED' },
      { 1: 'REJECTED' },
    ]);
  });
  test('a new matter may be put in the board: KL 6:33 does not apply 5:57', () => {
    expect(said(judge(one('GRANT', { finding: 'new-matter' }), { body: 'board' }))).toEqual(grants);
  });
  test('a full-time councillor without a vote claims in the council (KL 5:39)', () => {
    expect(said(judge(one('GRANT', { mover: absent }), { mayClaimWithoutVote: [absent] }))).toEqual(grants);
  });
  test('one who withdrew the claim may have left', () => {
    const left = aClaim(3, 'GRANT', { mover: absent, state: 'withdrawn' });
    expect(said(judge({ claims: [...both, left] }))).toEqual({ 1: 'REJECTED' });
  });
  test('where attendance is not kept, presence is the word of the minutes', () => {
    const setting = { attendance: undefined };
    const given = {
      chairedBy: absent,
      ...reserved({ memberId: absent }),
      ...one('GRANT', { mover: absent }),
    };
    expect(said(judge(given, setting))).toEqual(grants);
    expect(said(judge(voted({ ballots: roll(1, 0) }), setting))).toEqual({ 1: 'REJECTED' });
  });
  test('whoever led the matter breaks its tie, not the chair of the meeting', () => {
    const tie = { chairedBy: 'm-2', ...voted({ ballots: roll(1, 1, 2), castingVote: 'yes' }) };
    expect(said(judge(tie, { attendance: { present: members(4), disqualified: ['m-9'] } }))).toEqual({
      1: 'REJECTED',
    });
  });
  test('one who voted in one round and abstained in the next reserves; so does one who saw it by acclamation', () => {
    const three = (first: Parameters<typeof aRound>[3]) => ({
      claims: [...both, aClaim(3, 'ANSWER')],
      propositions: [
        aProposition(
          [1, 2, 3],
          [aRound(2, 3, 2, { kind: 'counter', ...first }), aRound(1, 2, 1, { ballots: roll(2, 1, 2) })],
        ),
      ],
      ...reserved({ memberId: 'm-5', against: [1] }),
    });
    expect(said(judge(three({ ballots: roll(5, 0) })))).toEqual({ 1: 'REJECTED' });
    expect(said(judge(three({})))).toEqual({ 1: 'REJECTED' });
    expect(said(judge(three({ ballots: roll(2, 1, 2) })))).toBe('reservation_without_part');
  });
  test('a reservation against one clause looks at the votes on that clause', () => {
    const given = {
      claims: [aClaim(1, 'REJECT', { clauses: [1, 2] })],
      propositions: [
        aProposition([1], [aRound(1, null, 1, { ballots: roll(3, 0, 2) })], [1]),
        aProposition([1], [aRound(1, null, 1, { ballots: roll(3, 2) })], [2]),
      ],
    };
    const by = (against: number[]) =>
      said(judge({ ...given, ...reserved({ memberId: 'm-5', against }) }, { clauses: [1, 2] }));
    expect(by([1])).toBe('reservation_without_part');
    expect(by([2])).toEqual({ 1: 'REJECTED', 2: 'REJECTED' });
  });
  test('a reservation where nothing was put to a vote', () => {
    expect(said(judge({ claims: [], propositions: [], ...reserved() }))).toEqual({});
  });
  test('statements and notes where the rules of procedure have them', () => {
    expect(said(judge({ separateStatements: note, minuteNotes: note }))).toEqual({ 1: 'REJECTED' });
  });
});
