import { describe, expect, test } from 'vitest';
import { clocksOfMotion } from '../../domain/clocks.ts';
import { isOverdue, openConsultations, type StatementMaker } from '../../domain/consultation.ts';
import { aCase, aJourney, judge, TODAY, usual, ways, waysOf } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { joint, sideWays } from '../support/motion-side-ways.ts';
import { as } from '../support/row-case.ts';
import { recordOf, said } from '../support/said.ts';

const asks = examples['send-consultation'].command;
const answers = examples['record-statement'].command;
const official = { by: 'official' as const };
const send = (more: Partial<typeof asks>, today = TODAY) => as('official', { ...asks, ...more }, { today });
const answer = (more: object, today = TODAY) => as('registrar', { ...answers, ...more }, { today });

describe('a question to a committee or unit (KL 6:12)', () => {
  const drafting = aCase('Drafting');
  test('goes to one of the organisation’s list', () => {
    expect(judge(drafting, send({ recipient: 'n-okand' }))).toMatchObject({
      code: 'consultee_unknown',
      rule: 'KL 6:12',
    });
  });
  test('with a day to answer by that is ahead', () => {
    expect(said(judge(drafting, send({ dueOn: '2026-07-31' })))).toBe('7');
    expect(judge(drafting, send({ dueOn: TODAY }))).toMatchObject({
      code: 'due_in_past',
      rule: 'domain.md §3',
    });
  });
  test('several are out at once, each with its number; the answer can be written meanwhile', () => {
    const three = aCase('Consulting', send({ recipient: 'n-vard' }), send({ recipient: 'e-stab' }));
    expect(three.motion).toMatchObject({
      consultations: [
        { consultationNo: 1, recipient: 'n-trafik' },
        { consultationNo: 2, recipient: 'n-vard' },
        { consultationNo: 3, recipient: 'e-stab' },
      ],
    });
    expect(said(judge(three, usual('write-answer')))).toBe('9a');
    expect(said(judge(three, usual('submit-answer')))).toBe('wrong_status');
  });
});

describe('a statement (KL 6:38 p. 2)', () => {
  const out = aCase('Consulting');
  test('of a committee is its own decision, not an official’s', () => {
    expect(judge(out, answer({ maker: official }))).toMatchObject({
      code: 'statement_delegated',
      rule: 'KL 6:38 p. 2',
    });
  });
  test('of a unit may be an official’s', () => {
    const unit = aCase('Drafting', send({ recipient: 'e-stab' }));
    expect(said(judge(unit, answer({ maker: official })))).toBe('8');
  });
  test('has come in, after it was asked for, and after it was decided', () => {
    expect(said(judge(out, answer({ receivedOn: '2026-07-31' })))).toBe('date_in_future');
    expect(said(judge(out, answer({ receivedOn: '2026-07-29' })))).toBe('date_out_of_order');
    const decidedLater = { ...answers.maker, decidedOn: '2026-07-31' };
    expect(judge(out, answer({ maker: decidedLater }))).toMatchObject({
      code: 'date_out_of_order',
      rule: 'KL 6:38 p. 2',
    });
  });
  test('is recorded once, of one that is out', () => {
    const two = aJourney(sideWays['Consulting, two out']);
    expect(judge(two, answer({ consultationNo: 3 }))).toMatchObject({
      code: 'consultation_unknown',
      rule: 'KL 6:12',
    });
    const one = aJourney([answer({})], two);
    expect(said(judge(one, answer({})))).toBe('consultation_unknown');
    expect(said(judge(one, usual('end-consultation')))).toBe('consultation_unknown');
    const done = aJourney(
      [as('official', { ...examples['end-consultation'].command, consultationNo: 2 })],
      one,
    );
    expect(done.rows.slice(-2)).toEqual(['8a', '8c']);
    expect(done.motion).toMatchObject({
      status: 'Drafting',
      consultations: [{ status: 'Answered' }, { status: 'Closed' }],
    });
  });
  test('asked for before the drafting began, it begins with the last', () => {
    expect(aJourney([answer({})], aJourney(sideWays['Consulting, from assignment'])).motion?.status).toBe(
      'Drafting',
    );
  });
  test('stays with the motion through a referral back, and a new question gets the next number', () => {
    const back = aJourney([
      ...waysOf({ drafting: [usual('send-consultation'), usual('record-statement')] }).CouncilAgenda,
      usual('refer-back-in-council'),
      send({ recipient: 'n-vard' }),
    ]);
    expect(back.motion).toMatchObject({
      status: 'Consulting',
      cycle: 1,
      consultations: [
        { consultationNo: 1, status: 'Answered' },
        { consultationNo: 2, status: 'Sent' },
      ],
    });
  });
});

describe('what a committee has proposed (KL 5:28)', () => {
  const forwards = usual('forward-without-recommendation');
  const withStatement = (recipient: string, maker: StatementMaker) =>
    aJourney(waysOf({ drafting: [send({ recipient }), answer({ maker })] }).BoardAgenda);
  test('lets the board forward without a stand of its own', () => {
    expect(said(judge(withStatement('n-vard', answers.maker), forwards))).toBe('15f');
  });
  test('not what it only commented on, nor what a unit wrote, nor what has not come', () => {
    const comments = { ...answers.maker, proposes: false };
    expect(judge(withStatement('n-vard', comments), forwards)).toMatchObject({
      code: 'proposal_needed',
      rule: 'KL 5:28',
    });
    expect(said(judge(withStatement('e-stab', official), forwards))).toBe('proposal_needed');
    const closed = waysOf({ drafting: [send({}), usual('end-consultation')] }).BoardAgenda;
    expect(said(judge(aJourney(closed), forwards))).toBe('proposal_needed');
  });
});

describe('its clock (domain.md §11.2: −14, 0, +7)', () => {
  const sentOn = '2026-03-02';
  const out = aCase('Drafting', send({ dueOn: '2026-04-15' }, sentOn));
  const due = (journey: typeof out) =>
    clocksOfMotion(journey.motion).find((each) => each.kind === 'consultation-1')?.dueOn;
  const rings = (dueOn: string) => as('system', { type: 'ring-clock', clock: 'consultation-1', dueOn });
  test('moves on as it rings, and then stands still', () => {
    const days = ['2026-04-01', '2026-04-15', '2026-04-22'];
    const last = days.reduce((journey, day) => {
      expect(due(journey)).toBe(day);
      return aJourney([rings(day)], journey);
    }, out);
    expect(due(last)).toBeUndefined();
    expect(last.motion?.status).toBe('Consulting');
  });
  test('does not ring before its day, nor out of turn', () => {
    for (const day of ['2026-04-02', '2026-04-15']) expect(said(judge(out, rings(day)))).toBe('wrong_status');
  });
  test('a short time has no reminder before it was sent', () => {
    expect(due(aCase('Drafting', send({ dueOn: '2026-03-09' }, sentOn)))).toBe('2026-03-09');
  });
  test('stops when the statement has come', () => {
    const two = aJourney([send({ recipient: 'n-vard', dueOn: '2026-05-04' }, sentOn), answer({})], out);
    expect(
      clocksOfMotion(two.motion)
        .map((each) => each.kind)
        .sort(),
    ).toEqual(['consultation-2', 'one-year']);
  });
  test('a day at the end of the calendar breaks nothing', () => {
    expect(due(aCase('Drafting', send({ dueOn: '9999-12-31' })))).toBe('9999-12-17');
  });
  test('overdue is what the day says, of what is still out', () => {
    const record = recordOf(out);
    const [sent] = openConsultations('consultations' in record ? record.consultations : []);
    if (sent === undefined) throw new Error('nothing is out');
    expect(isOverdue(sent, '2026-04-15')).toBe(false);
    expect(isOverdue(sent, '2026-04-16')).toBe(true);
    expect(isOverdue({ ...sent, status: 'Declined' }, '2026-04-16')).toBe(false);
  });
});

describe('joint preparation (domain.md §3)', () => {
  const joins = (facts = {}) => usual('join-preparation', facts);
  const lead = (record: object) => ({ ...recordOf(aCase('Drafting')), caseId: 'case-2', ...record }) as never;
  test.each([
    ['no such motion', { lead: undefined }],
    ['another than the one named', { lead: lead({ caseId: 'case-3' }) }],
    ['itself', { lead: lead({ caseId: 'case-1' }) }],
    ['one that is led itself', { lead: lead({ jointWith: 'case-3' }) }],
    ['one that is ready for the board', { lead: { ...recordOf(aCase('BoardReady')), caseId: 'case-2' } }],
    ['one that leads others', { leads: true }],
  ])('not with %s', (_, facts) => {
    expect(judge(aCase('Drafting'), joins(facts))).toMatchObject({
      code: 'not_joinable',
      rule: 'domain.md §3',
    });
  });
  test('not twice', () => {
    expect(said(judge(aJourney(waysOf(joint).Drafting), joins()))).toBe('not_joinable');
  });
  test.each(['Assigned', 'Drafting', 'Consulting', 'Approval', 'BoardReady'] as const)(
    'it can be split from %s, and keeps its own number, clauses and clock',
    (status) => {
      const together = aJourney(waysOf(joint)[status]);
      const alone = aJourney([usual('leave-preparation')], together);
      const { version: _, ...usualRecord } = recordOf(aJourney(ways[status]));
      expect(alone.motion).toMatchObject({ ...usualRecord, movedAtVersion: expect.any(Number) as number });
      expect(alone.motion).not.toHaveProperty('jointWith');
      expect(clocksOfMotion(together.motion)).toEqual(clocksOfMotion(aJourney(ways[status]).motion));
    },
  );
  test('not when the board has it', () => {
    expect(said(judge(aJourney(waysOf(joint).BoardAgenda), usual('leave-preparation')))).toBe('wrong_status');
    expect(judge(aCase('Drafting'), usual('leave-preparation'))).toMatchObject({ code: 'not_joint' });
  });
});
