import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../domain/commands.ts';
import type { Context } from '../../domain/context.ts';
import { type ClauseDecision, caseOutcomeOf } from '../../domain/outcome.ts';
import { aCase, aJourney, by, judge, openMinutes, withdraws } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors, aRegion, theMember } from '../support/motion-people.ts';

const seated = (council: number): Partial<Context> => ({
  organisation: aRegion({ seats: { council, board: 15 } }),
});
const secretary = actors['council-secretary'];
const said = (verdict: ReturnType<typeof judge>) => (verdict.kind === 'refusal' ? verdict.code : verdict.row);

const decides = (more: Partial<CommandOf<'decide'>>, facts: Partial<Context> = {}) =>
  by(secretary, { ...examples.decide.command, ...more }, facts);
const atOnce = (more: Partial<CommandOf<'decide-at-once'>>, facts: Partial<Context> = {}) =>
  by(secretary, { ...examples['decide-at-once'].command, ...more }, facts);
const postpones = (request: CommandOf<'postpone-in-council'>['request'], facts: Partial<Context> = {}) =>
  by(secretary, { ...examples['postpone-in-council'].command, request }, facts);
const remits = (request: CommandOf<'refer-back-in-council'>['request'], facts: Partial<Context> = {}) =>
  by(secretary, { ...examples['refer-back-in-council'].command, request }, facts);
const places = (more: Partial<CommandOf<'place-on-council-agenda'>>, facts: Partial<Context> = {}) =>
  by(secretary, { ...examples['place-on-council-agenda'].command, ...more }, facts);
const onAgenda = () => aCase('CouncilAgenda');
const majority = { by: 'majority' as const, present: 71 };
const minority = (present: number, behind: number) => ({ by: 'minority' as const, present, behind });

describe('KL 5:45 quorum: more than half of the members', () => {
  test.each([
    [71, 36],
    [101, 51],
    [149, 75],
    [70, 36],
  ])('of %i seats %i must be present', (seats, needed) => {
    expect(said(judge(onAgenda(), decides({ present: needed }, seated(seats))))).toBe('19');
    expect(said(judge(onAgenda(), decides({ present: needed - 1 }, seated(seats))))).toBe('no_quorum');
    expect(said(judge(onAgenda(), decides({ present: seats }, seated(seats))))).toBe('19');
    expect(said(judge(onAgenda(), decides({ present: seats + 1 }, seated(seats))))).toBe('no_quorum');
  });
  test('too few to count says that attendance tells who is disqualified (KL 5:46), too many does not', () => {
    const [few, many] = [35, 72].map((present) => judge(onAgenda(), decides({ present })));
    expect(few).toMatchObject({ detail: expect.stringMatching(/för in sammanträdets närvaro.*KL 5:46/) });
    expect(many).toMatchObject({ detail: expect.not.stringContaining('jäv') });
  });
});

describe('KL 5:50 a third of those present may put a matter off, once', () => {
  test.each([
    [71, 24],
    [70, 24],
    [101, 34],
    [149, 50],
  ])('of %i present it takes %i', (present, needed) => {
    const facts = seated(present === 70 ? 71 : present);
    expect(said(judge(onAgenda(), postpones(minority(present, needed), facts)))).toBe('17');
    expect(said(judge(onAgenda(), postpones(minority(present, needed - 1), facts)))).toBe(
      'minority_too_small',
    );
    expect(said(judge(onAgenda(), remits(minority(present, needed), facts)))).toBe('18');
    expect(said(judge(onAgenda(), remits(minority(present, needed - 1), facts)))).toBe('minority_too_small');
  });

  test('the refusal says how many it takes', () => {
    expect(judge(onAgenda(), postpones(minority(71, 23)))).toMatchObject({
      rule: 'KL 5:50',
      detail: expect.stringContaining('24') as string,
    });
  });

  test('more can neither be present than there are seats nor ask than are present', () => {
    expect(said(judge(onAgenda(), postpones(minority(72, 30))))).toBe('no_quorum');
    expect(said(judge(onAgenda(), postpones(minority(35, 30))))).toBe('no_quorum');
    expect(judge(onAgenda(), postpones(minority(60, 61)))).toMatchObject({
      code: 'more_than_present',
      detail: expect.stringMatching(/^Fler står bakom .*61 av 60\.$/) as string,
    });
  });

  const again = [by(secretary, examples['place-on-council-agenda'].command)];

  test('the second time needs a majority', () => {
    const second = aCase('CouncilAgenda', postpones(minority(71, 24)), ...again);
    expect(said(judge(second, postpones(minority(71, 35))))).toBe('minority_right_used');
    expect(said(judge(second, remits(minority(71, 35))))).toBe('minority_right_used');
    expect(said(judge(second, postpones(majority)))).toBe('17');
    expect(said(judge(second, remits(majority)))).toBe('18');
  });

  test("a majority's deferral leaves the minority's right intact", () => {
    const second = aCase('CouncilAgenda', postpones(majority), ...again);
    expect(second.motion).toMatchObject({ minorityDeferralUsed: false, lastDeferral: { by: 'majority' } });
    expect(said(judge(second, postpones(minority(71, 24))))).toBe('17');
  });

  test('more than half of those present are no minority, and use up no right (domain.md §6.1)', () => {
    const put = (behind: number) => aCase('CouncilAgenda', postpones(minority(71, behind))).motion;
    expect(put(36)).toMatchObject({
      minorityDeferralUsed: false,
      lastDeferral: { by: 'majority', present: 71, behind: 36 },
    });
    expect(put(35)).toMatchObject({
      minorityDeferralUsed: true,
      lastDeferral: { by: 'minority', behind: 35 },
    });
    const half = { ...minority(70, 35) };
    expect(aCase('CouncilAgenda', remits(half)).motion).toMatchObject({ minorityDeferralUsed: true });
    const second = aCase('CouncilAgenda', postpones(minority(71, 24)), ...again);
    expect(said(judge(second, remits(minority(71, 36))))).toBe('18');
  });

  test('a right that was used stays used after a majority has deferred too', () => {
    const third = aCase(
      'CouncilAgenda',
      postpones(minority(71, 24)),
      ...again,
      postpones(majority),
      ...again,
    );
    expect(said(judge(third, remits(minority(71, 24))))).toBe('minority_right_used');
  });

  test('a motion that was referred back is prepared again, from the answer it had', () => {
    const back = aCase('CouncilAgenda', remits(minority(71, 24)));
    expect(back.motion).toMatchObject({
      status: 'Drafting',
      cycle: 1,
      minorityDeferralUsed: true,
      answer: { proposals: examples['write-answer'].command.proposals },
    });
    if (back.motion?.status !== 'Drafting') throw new Error('is drafted anew');
    expect(back.motion.earlierAnswer).toEqual(back.motion.answer?.document);
    expect(back.motion).not.toHaveProperty('boardProposal');
  });
});

describe('KL 5:13 announced and 5:15 summoned at least a week before', () => {
  const ready = aCase('CouncilReady');
  test.each([
    ['2026-06-09', '2026-06-09', '16'],
    ['2026-06-10', '2026-06-09', 'not_summoned'],
    ['2026-06-09', '2026-06-10', 'not_announced'],
  ])('summoned %s, announced %s: %s', (summonedOn, announcedOn, answer) => {
    expect(said(judge(ready, places({ summonedOn, announcedOn })))).toBe(answer);
  });

  test('the council’s week is told where it is what is missing', () => {
    expect(judge(ready, places({ summonedOn: '2026-06-10' }))).toMatchObject({
      detail: expect.stringMatching(
        /sätts upp på dagordningen\. Till fullmäktige .* en vecka före/,
      ) as string,
    });
  });

  test('what is still to come has not been done', () => {
    const today = { today: '2026-06-07' };
    expect(said(judge(ready, places({ summonedOn: '2026-06-08' }, today)))).toBe('not_summoned');
    expect(said(judge(ready, places({ summonedOn: '2026-06-07', announcedOn: '2026-06-08' }, today)))).toBe(
      'not_announced',
    );
  });

  test('KL 5:28 the council does not meet on it before the board has', () => {
    const early = { meetingDate: '2026-05-11', summonedOn: '2026-05-01', announcedOn: '2026-05-01' };
    expect(judge(ready, places(early))).toMatchObject({ code: 'date_out_of_order', rule: 'KL 5:26, 5:28' });
  });
});

describe('KL 5:33 an unprepared matter', () => {
  const registered = aCase('Registered');
  test('is decided at once when all present agree', () => {
    expect(said(judge(registered, atOnce({ present: 60, agreeing: 60 })))).toBe('5b');
  });
  test.each([59, 61])('not when %i of 60 do', (agreeing) => {
    expect(judge(registered, atOnce({ present: 60, agreeing }))).toMatchObject({
      code: 'not_unanimous',
      rule: 'KL 5:33',
    });
  });
  test('nor without a quorum', () => {
    expect(said(judge(registered, atOnce({ present: 35, agreeing: 35 })))).toBe('no_quorum');
  });
  test('nor at a meeting before the motion came in', () => {
    const minutes = openMinutes('council', '2026-01-11');
    expect(judge(registered, atOnce({ minutesId: minutes.minutesId }, { minutes }))).toMatchObject({
      code: 'date_out_of_order',
      detail: expect.stringMatching(/ Det som ska behandlas fanns inte före 2026-01-12\.$/),
    });
  });
});

describe('the minutes a decision stands in (KL 5:65–66, 5:69)', () => {
  test.each([
    ['board-2026-05-12', 'minutes_of_other_meeting'],
    ['council-2026-07-28', 'minutes_of_other_meeting'],
    ['council-1999-01-01', 'minutes_unknown'],
  ])('%s: %s', (minutesId, code) => {
    expect(said(judge(onAgenda(), decides({ minutesId })))).toBe(code);
  });
  test('nothing is added to certified minutes', () => {
    const minutes = {
      ...openMinutes('council', '2026-06-16'),
      status: 'Certified',
      certifiedOn: '2026-06-20',
    };
    expect(said(judge(onAgenda(), decides({}, { minutes } as Partial<Context>)))).toBe('minutes_closed');
  });
});

describe('the outcome is per clause (domain.md §6.2)', () => {
  const outcome = (...of: ('GRANTED' | 'REJECTED' | 'ANSWERED')[]) => ({
    decisions: of.map((each, index) => ({ clause: index + 1, outcome: each })),
  });
  const decisionOf = (more: Partial<CommandOf<'decide'>>) => aCase('CouncilAgenda', decides(more)).motion;

  test('clauses that agree give the case its outcome, others make it MIXED', () => {
    expect(decisionOf(outcome('ANSWERED', 'ANSWERED'))).toMatchObject({ decision: { outcome: 'ANSWERED' } });
    expect(decisionOf(outcome('GRANTED', 'REJECTED'))).toMatchObject({ decision: { outcome: 'MIXED' } });
    expect(decisionOf(outcome('ANSWERED', 'REJECTED'))).toMatchObject({ decision: { outcome: 'MIXED' } });
  });

  test('each clause exactly once', () => {
    const twice: ClauseDecision[] = [1, 1].map((clause) => ({ clause, outcome: 'GRANTED' }));
    const all = outcome('GRANTED', 'GRANTED', 'GRANTED');
    expect(said(judge(onAgenda(), decides(outcome('GRANTED'))))).toBe('clauses_not_covered');
    expect(said(judge(onAgenda(), decides(all)))).toBe('clause_not_in_matter');
    expect(
      said(judge(onAgenda(), decides({ decisions: twice as typeof examples.decide.command.decisions }))),
    ).toBe('clauses_not_covered');
  });

  test('a decision that departs from the board says so, clause by clause', () => {
    expect(decisionOf(outcome('ANSWERED', 'REJECTED'))).toMatchObject({
      decision: { deviatesFromBoard: false },
    });
    expect(decisionOf(outcome('REJECTED', 'ANSWERED'))).toMatchObject({
      decision: { deviatesFromBoard: true },
    });
    expect(decisionOf(outcome('ANSWERED', 'GRANTED'))).toMatchObject({
      decision: { deviatesFromBoard: true },
    });
  });

  test('a motion whose clauses are not known is decided as a whole', () => {
    const bare = { ...examples['import-motion'].command, text: { title: 'Titel', body: '', clauses: [] } };
    const imported = aJourney([
      by(actors.registrar, bare),
      by(actors.registrar, { type: 'register' }),
      atOnce({ decisions: [{ clause: 'whole', outcome: 'GRANTED' }] }),
    ]);
    expect(imported.motion).toMatchObject({ status: 'Decided', decision: { outcome: 'GRANTED' } });
  });

  test('a decision has at least one clause', () => {
    expect(() => caseOutcomeOf([])).toThrow(RangeError);
  });
});

test('a withdrawal is not noted at a meeting before it was made (row 28b)', () => {
  const late = aCase(
    'Registered',
    withdraws('m-anna', { today: '2026-05-01' }),
    withdraws('m-bo', { today: '2026-06-17' }),
  );
  expect(said(judge(late, by(secretary, examples['note-withdrawal'].command)))).toBe('date_out_of_order');
});

test('a withdrawal is noted on a matter announced at least the working day before (KL 5:13–14)', () => {
  const note = { ...examples['note-withdrawal'].command, announcedOn: '2026-06-16' };
  expect(said(judge(aCase('WithdrawalPending'), by(secretary, note)))).toBe('not_announced');
  // Unannounced, if all present decide so (KL 5:52).
  const agreed = { ...note, present: 60, agreeing: 60 };
  expect(said(judge(aCase('WithdrawalPending'), by(secretary, agreed)))).toBe('28b');
});

test('a motion is withdrawn until the council has decided, on its day too, and after it while nothing is keyed in (domain.md §1.4)', () => {
  const withdrawn = (today: string) => said(judge(aCase('CouncilAgenda'), withdraws('m-anna', { today })));
  expect(withdrawn('2026-06-16')).toBe('28a');
  // What it decided may not be keyed in yet; it is all the same (row 28d).
  expect(withdrawn('2026-06-17')).toBe('28a');
  const clauses = by(theMember('m-anna'), examples['withdraw-clauses'].command, { today: '2026-06-17' });
  expect(said(judge(aCase('CouncilAgenda'), clauses))).toBe('council_meets');
  expect(said(judge(aCase('Decided'), withdraws('m-anna', { today: '2026-06-16' })))).toBe('wrong_status');
});

test('a withdrawal is noted by a council that is quorate (KL 5:45)', () => {
  const note = { ...examples['note-withdrawal'].command, present: 35 };
  expect(said(judge(aCase('WithdrawalPending'), by(secretary, note)))).toBe('no_quorum');
});
