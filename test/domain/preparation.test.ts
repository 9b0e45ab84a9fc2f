import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../domain/commands.ts';
import { aCase, aJourney, by, judge } from '../support/motion-builders.ts';
import { examples, text } from '../support/motion-commands.ts';
import { actors, aRegion, strangers } from '../support/motion-people.ts';

const said = (verdict: ReturnType<typeof judge>) => (verdict.kind === 'refusal' ? verdict.code : verdict.row);
const registrar = (command: Parameters<typeof by>[1], facts = {}) => by(actors.registrar, command, facts);

describe('registration (OSL 5:1–2)', () => {
  const received = aCase('Received');
  test('on the day of receipt unless the rules of procedure say another', () => {
    expect(aJourney([registrar({ type: 'register' })], received).motion).toMatchObject({
      raisedOn: '2026-01-12',
    });
    const announced = registrar({ type: 'register', raisedOn: '2026-02-10' });
    expect(aJourney([announced], received).motion).toMatchObject({ raisedOn: '2026-02-10' });
  });
  test('neither before receipt nor after today', () => {
    const on = (raisedOn: string) => registrar({ type: 'register', raisedOn }, { today: '2026-01-14' });
    expect(said(judge(received, on('2026-01-11')))).toBe('date_out_of_order');
    expect(said(judge(received, on('2026-01-15')))).toBe('date_in_future');
    expect(said(judge(received, on('2026-01-14')))).toBe('2');
  });
  test('a number is typed where another registry is master, and only there', () => {
    const typed = { organisation: aRegion({ registerMaster: 'registrar' }), nextNumber: undefined };
    const number = (registrationNumber?: string) =>
      registrar({ type: 'register', registrationNumber }, typed);
    expect(said(judge(received, number()))).toBe('number_needed');
    expect(said(judge(received, number('115')))).toBe('number_not_accepted');
    expect(aJourney([number('RS 9-2025')], received).motion).toMatchObject({
      registrationNumber: 'RS 9-2025',
      registerYear: 2025,
    });
    expect(said(judge(received, registrar({ type: 'register', registrationNumber: 'RS 1-2026' })))).toBe(
      'number_not_accepted',
    );
  });
  test('a faulty motion that came on paper is registered all the same (§1.3)', () => {
    const bare = { ...examples['import-motion'].command, text: { title: 'T', body: '', clauses: [] } };
    expect(aJourney([registrar(bare), registrar({ type: 'register' })]).motion?.status).toBe('Registered');
  });
  test('paper does not come from the future, nor from people unknown', () => {
    const paper = examples['import-motion'].command;
    const none = { motion: undefined, events: [], rows: [] };
    expect(said(judge(none, registrar({ ...paper, receivedOn: '2026-07-31' })))).toBe('date_in_future');
    expect(said(judge(none, registrar({ ...paper, signatories: ['m-nobody'] })))).toBe('unknown_member');
  });
});

describe('referral (row 5)', () => {
  const refer = (
    who: 'council' | 'presidium',
    rule: 'council' | 'presidium' | 'either',
    announcedOn = '2026-02-10',
  ) =>
    by(
      actors['council-secretary'],
      { type: 'refer', by: who, announcedOn },
      { organisation: aRegion({ referral: rule }), today: '2026-02-10' },
    );
  const answer = (...facts: Parameters<typeof refer>) => said(judge(aCase('Registered'), refer(...facts)));
  test('as the rules of procedure say', () => {
    expect(answer('council', 'either')).toBe('5');
    expect(answer('presidium', 'presidium')).toBe('5');
    expect(answer('presidium', 'council')).toBe('referral_not_allowed');
    expect(answer('council', 'presidium')).toBe('referral_not_allowed');
  });
  test('the presidium may hand over before the announcement, the council not', () => {
    expect(answer('presidium', 'either', '2026-03-10')).toBe('5');
    expect(answer('council', 'either', '2026-02-11')).toBe('date_in_future');
    expect(answer('presidium', 'either', '2026-01-11')).toBe('date_out_of_order');
  });
});

describe('drafting (rows 6–9)', () => {
  test('the officer is an official', () => {
    const assign = { type: 'assign', officer: 'p-registrar', unit: 'Staben' } as const;
    expect(said(judge(aCase('Referred'), by(actors['board-secretary'], assign)))).toBe('not_an_official');
  });
  test('only the assigned officer writes, and the refusal says so', () => {
    const [, , other] = strangers;
    if (other === undefined) throw new Error('no such stranger');
    expect(judge(aCase('Assigned'), by(other, { type: 'start-drafting' }))).toMatchObject({
      code: 'not_permitted',
      mayBeDoneBy: ['handläggare som är tilldelad ärendet'],
    });
  });
  const started = aCase('Assigned', by(actors.official, { type: 'start-drafting' }));
  const writes = (...proposals: CommandOf<'write-answer'>['proposals']) =>
    by(actors.official, { ...examples['write-answer'].command, proposals });
  const submits = by(actors.official, { type: 'submit-answer' });
  test('row 9: an answer with a proposal for each clause', () => {
    expect(said(judge(started, submits))).toBe('answer_missing');
    const half = aJourney([writes({ clause: 2, outcome: 'ANSWERED' })], started);
    expect(said(judge(half, submits))).toBe('clauses_not_covered');
    expect(said(judge(aJourney([writes(...examples.propose.command.proposals)], half), submits))).toBe('9');
  });
  test.each([3, 'whole'] as const)('no proposal for clause %s, which the motion does not have', (clause) => {
    expect(said(judge(started, writes({ clause, outcome: 'GRANTED' })))).toBe('clause_not_in_matter');
  });
});

describe('the approval chain (rows 10–11)', () => {
  const chains: ('manager' | 'director')[][] = [
    ['director'],
    ['manager', 'director'],
    ['manager', 'manager', 'director'],
  ];
  test.each(chains.map((chain) => [chain.length, chain] as const))('of %i steps', (_, chain) => {
    const approvalChain = chain.map((role) => ({ role, title: 'chef' }));
    const facts = { organisation: aRegion({ approvalChain }) };
    const approves = (role: 'manager' | 'director') => by(actors[role], { type: 'approve-answer' }, facts);
    const all = aCase('Approval', ...chain.map(approves));
    expect(all.motion?.status).toBe('BoardReady');
    expect(all.rows.slice(-chain.length)).toEqual([...chain.slice(1).map(() => '11a'), '11']);

    const untilLast = aCase('Approval', ...chain.slice(0, -1).map(approves));
    const last = chain.at(-1) ?? 'director';
    const returned = aJourney([by(actors[last], examples['return-answer'].command, facts)], untilLast);
    expect(returned.motion).toMatchObject({ status: 'Drafting', returnedWith: {}, answer: {} });
    expect(returned.motion).not.toHaveProperty('approvalStep');

    const again = aJourney([by(actors.official, { type: 'submit-answer' })], returned);
    expect(again.motion).toMatchObject({ status: 'Approval', approvalStep: 0 });
    expect(again.motion).not.toHaveProperty('returnedWith');
    expect(aJourney(chain.map(approves), again).motion?.status).toBe('BoardReady');
  });
});

describe('the board (rows 12–15)', () => {
  const secretary = actors['board-secretary'];
  const places = (more: object, facts = {}) =>
    by(secretary, { ...examples['place-on-board-agenda'].command, ...more }, facts);
  test('row 12: summoned before the meeting, and already', () => {
    const ready = aCase('BoardReady');
    expect(said(judge(ready, places({ summonedOn: '2026-05-12' })))).toBe('12');
    expect(said(judge(ready, places({ summonedOn: '2026-05-13' })))).toBe('date_out_of_order');
    expect(said(judge(ready, places({}, { today: '2026-05-04' })))).toBe('not_summoned');
  });
  test('row 15: a proposal for each clause', () => {
    const half = { ...examples.propose.command, proposals: [{ clause: 1, outcome: 'GRANTED' as const }] };
    expect(said(judge(aCase('BoardAgenda'), by(secretary, half)))).toBe('clauses_not_covered');
  });
  test('row 14: referred back, the answer is kept and the reason attached', () => {
    const back = aCase('BoardAgenda', by(secretary, examples['refer-back-in-board'].command));
    expect(back.motion).toMatchObject({ status: 'Drafting', cycle: 1, returnedWith: {}, answer: {} });
  });
  test('row 13: postponed, it waits for another agenda', () => {
    const later = aCase('BoardAgenda', by(secretary, examples['postpone-in-board'].command));
    expect(later.motion?.status).toBe('BoardReady');
    expect(later.motion).not.toHaveProperty('meetingDate');
  });
});

test('the texts of the examples are the ones looked for in events', () => {
  expect(JSON.stringify(text)).toContain('qvx');
});

test('a paper motion with no legible signatory is received and registered all the same (§1.3, OSL 5:1)', () => {
  const paper = registrar({ ...examples['import-motion'].command, signatories: [] });
  const received = aJourney([paper]);
  expect(received.motion).toMatchObject({ status: 'Received', signatories: [] });
  expect(aJourney([registrar({ type: 'register' })], received).motion?.status).toBe('Registered');
});
