import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../domain/commands.ts';
import type { Context } from '../../domain/context.ts';
import { aCase, aJourney, judge, nowhere, usual } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { aMember, aRegion, register } from '../support/motion-people.ts';
import { as } from '../support/row-case.ts';
import { said } from '../support/said.ts';

type Open = CommandOf<'import-open-motion'>;
const drafting: Open = examples['import-open-motion#Drafting'].command;
const imports = (more: Partial<Open>, facts: Partial<Context> = {}) =>
  as('registrar', { ...drafting, ...more }, facts);
const answer = (more: Partial<Open>, facts: Partial<Context> = {}) =>
  said(judge(nowhere, imports(more, facts)));

describe('an open motion is entered at its step (rows 1r–1d)', () => {
  test('with its real raised day, its number and the parties of that day', () => {
    const changed = aMember({
      memberId: 'm-anna',
      terms: [{ from: '2018-10-15', office: 'member' }],
      parties: [
        { from: '2018-10-15', party: 'Första' },
        { from: '2025-01-01', party: 'Andra' },
      ],
    });
    const members = new Map([...register, ['m-anna', changed] as const]);
    expect(aJourney([imports({}, { members })]).motion).toMatchObject({
      status: 'Drafting',
      registrationNumber: 'RS 12-2024',
      registerYear: 2024,
      receivedOn: '2024-05-14',
      raisedOn: '2024-05-14',
      importedOn: '2026-07-30',
      referredBy: 'council',
      officer: 'p-official',
      cycle: 0,
      minorityDeferralUsed: false,
      signatories: [{ memberId: 'm-anna', party: 'Första' }, { memberId: 'm-bo' }],
    });
  });
  test('a step says no more than it has reached', () => {
    const registered = aJourney([imports({ status: 'Registered' })]).motion;
    for (const fact of ['referredBy', 'announcedOn', 'officer', 'unit']) {
      expect(registered).not.toHaveProperty(fact);
    }
    expect(aJourney([imports({ status: 'Referred' })]).motion).not.toHaveProperty('officer');
  });
  test.each([
    ['raised in the future', { raisedOn: '2026-07-31' }, 'date_in_future'],
    ['announced in the future', { announcedOn: '2026-07-31' }, 'date_in_future'],
    ['never announced', { announcedOn: undefined }, 'import_incomplete'],
    ['without an official', { officer: undefined }, 'import_incomplete'],
    ['without a unit', { unit: undefined }, 'import_incomplete'],
    ['with one who is no official', { officer: 'p-registrar' }, 'not_an_official'],
    ['with a mover nobody knows', { signatories: ['m-nobody'] }, 'unknown_member'],
    ['under no number of the register', { registrationNumber: '??' }, 'number_not_accepted'],
    ['under a number of a year to come', { registrationNumber: 'RS 12-2027' }, 'number_not_accepted'],
  ] as const)('not %s', (_, more, code) => {
    expect(answer(more as Partial<Open>)).toBe(code);
  });
  test('but raised, announced and numbered today', () => {
    const now = { receivedOn: '2026-07-30', raisedOn: '2026-07-30', announcedOn: '2026-07-30' };
    expect(answer({ ...now, registrationNumber: 'RS 12-2026' })).toBe('1d');
  });
  test.each([
    ['Diarienumrets år, 2027, har inte börjat.', { registrationNumber: 'RS 12-2027' }],
    ['Anmäld dag saknas.', { announcedOn: undefined }],
    ['Handläggare och enhet saknas.', { unit: undefined }],
  ] as const)('and the refusal says: %s', (detail, more) => {
    expect(judge(nowhere, imports(more as Partial<Open>))).toMatchObject({
      detail: expect.stringContaining(detail) as string,
    });
  });
  test('flagged as announced early only where it says that it was announced', () => {
    const early = { status: 'Registered', announcedOn: '2024-05-13' } as const;
    expect(aJourney([imports(early)]).events[0]).not.toHaveProperty('datesOdd');
    const event = aJourney([imports({ status: 'Referred' })]).events[0];
    expect(event).toMatchObject({ referredBy: 'council', announcedOn: '2024-06-11' });
    expect(event).not.toHaveProperty('officer');
    expect(aJourney([imports({ status: 'Registered' })]).events[0]).not.toHaveProperty('referredBy');
  });
  test('under a number of this year', () => {
    expect(answer({ registrationNumber: 'RS 12-2026' })).toBe('1d');
  });
  test('announced or raised before it came, as the register has it: told, and not held up (domain.md §11.3)', () => {
    const odd = aJourney([imports({ announcedOn: '2024-05-13' })]);
    expect(odd.events[0]).toMatchObject({ announcedOn: '2024-05-13', datesOdd: true });
    expect(odd.motion).toMatchObject({ status: 'Drafting', announcedOn: '2024-05-13' });
    expect(aJourney([imports({ announcedOn: '2024-05-14' })]).events[0]).not.toHaveProperty('datesOdd');
    const raised = aJourney([imports({ raisedOn: '2024-05-13' })]);
    expect(raised.events[0]).toMatchObject({ raisedOn: '2024-05-13', datesOdd: true });
  });
  test('the right of a minority that was used before is used (KL 5:50)', () => {
    const used = imports({ minorityDeferralUsed: true });
    expect(aJourney([used]).motion).toMatchObject({ minorityDeferralUsed: true });
    const again = aJourney([
      used,
      as('registrar', examples['import-earlier-work#proposed'].command),
      usual('place-on-council-agenda'),
    ]);
    const request = { by: 'minority' as const, present: 71, behind: 24 };
    const postpones = as('council-secretary', { ...examples['postpone-in-council'].command, request });
    expect(said(judge(again, postpones))).toBe('minority_right_used');
    expect(aJourney([imports({ minorityDeferralUsed: false })]).motion?.status).toBe('Drafting');
  });
  test('the refusals say by which rule', () => {
    expect(judge(nowhere, imports({ announcedOn: undefined }))).toMatchObject({ rule: 'OSL 5:2' });
  });
  test('raised later than it came, where the council announces motions', () => {
    expect(aJourney([imports({ raisedOn: '2024-06-11' })]).motion).toMatchObject({ raisedOn: '2024-06-11' });
  });
  test('movers who have left since are entered as they are', () => {
    expect(answer({ signatories: ['m-left'] })).toBe('1d');
    expect(answer({ signatories: [] })).toBe('1d');
  });
  test('a number beyond the counter moves it, an earlier one does not', () => {
    const next = (sequence: number) => ({ nextNumber: { registrationNumber: '', sequence } });
    const event = (facts: Partial<Context>) => aJourney([imports({}, facts)]).events[0];
    expect(event(next(12))).toMatchObject({ registerSequence: 12 });
    expect(event(next(5))).toMatchObject({ registerSequence: 12 });
    expect(event(next(13))).toMatchObject({ registerSequence: undefined });
    expect(event({ nextNumber: undefined })).toMatchObject({ registerSequence: undefined });
  });
  test('goes on from there by the law as any other', () => {
    const usualCourse = aJourney([
      imports({}),
      usual('write-answer'),
      usual('submit-answer'),
      usual('approve-answer'),
      as('director', { type: 'approve-answer' }),
      usual('place-on-board-agenda'),
      usual('propose'),
      usual('place-on-council-agenda'),
      usual('decide'),
    ]);
    expect(usualCourse.motion?.status).toBe('Decided');
  });
});

describe('what was done before the product (rows 1e, 1c)', () => {
  const answered = examples['import-earlier-work#answered'].command;
  const proposed = examples['import-earlier-work#proposed'].command;
  const imported = aJourney([imports({})]);
  test('only of a motion that was imported, and not once it has been referred back', () => {
    expect(judge(aCase('Drafting'), as('registrar', answered))).toMatchObject({
      code: 'not_imported',
      rule: 'OSL 5:1',
    });
    const back = aJourney(
      [as('registrar', proposed), usual('place-on-council-agenda'), usual('refer-back-in-council')],
      imported,
    );
    expect(said(judge(back, as('registrar', answered)))).toBe('not_imported');
  });
  test('only where it was entered, before anybody has worked on it', () => {
    const assigned = aJourney([imports({ status: 'Assigned' }), usual('start-drafting')]);
    const written = aJourney([usual('write-answer')], imported);
    const returned = aJourney(
      [usual('submit-answer'), usual('return-answer')],
      aJourney([usual('write-answer')], imported),
    );
    const recent = { receivedOn: '2026-07-01', raisedOn: '2026-07-01', announcedOn: '2026-07-02' };
    const warned = { type: 'ring-clock', clock: 'one-year', dueOn: '2026-12-28' } as const;
    const rung = aJourney([imports(recent), as('system', warned, { today: '2026-12-28' })]);
    for (const [journey, verdict] of [
      [assigned, 'not_imported'],
      [written, 'not_imported'],
      [returned, 'not_imported'],
      [imported, '1c'],
    ] as const) {
      expect(said(judge(journey, as('registrar', proposed)))).toBe(verdict);
    }
    expect(said(judge(rung, as('registrar', answered)))).toBe('1e');
  });
  test('not of a board that met when the product was in use: it must have been asked there (KL 5:28)', () => {
    const later = { today: '2026-09-30' };
    const met = (meetingDate: string) =>
      as('registrar', { ...proposed, boardProposal: { ...proposed.boardProposal, meetingDate } }, later);
    expect(said(judge(imported, met('2026-07-30')))).toBe('1c');
    expect(said(judge(imported, met('2026-07-31')))).toBe('not_imported');
  });
  test('with an outcome for each clause, of the answer and of the board', () => {
    const one = [{ clause: 1, outcome: 'GRANTED' as const }];
    expect(said(judge(imported, as('registrar', { ...answered, proposals: one })))).toBe(
      'clauses_not_covered',
    );
    const boardProposal = { ...proposed.boardProposal, proposals: one };
    expect(said(judge(imported, as('registrar', { ...proposed, boardProposal })))).toBe(
      'clauses_not_covered',
    );
  });
  test('of a board that had met, after the motion came', () => {
    const met = (meetingDate: string) =>
      said(
        judge(
          imported,
          as('registrar', { ...proposed, boardProposal: { ...proposed.boardProposal, meetingDate } }),
        ),
      );
    expect(met('2026-07-31')).toBe('date_in_future');
    expect(met('2024-05-13')).toBe('date_out_of_order');
    expect(met('2024-05-14')).toBe('1c');
    expect(met('2026-07-30')).toBe('1c');
  });
  test('the council may decide on it, and departs from it where it does', () => {
    const decides = as('council-secretary', {
      ...examples.decide.command,
      decisions: [
        { clause: 1, outcome: 'GRANTED' },
        { clause: 2, outcome: 'REJECTED' },
      ],
    });
    const decided = aJourney(
      [as('registrar', proposed), usual('place-on-council-agenda'), decides],
      imported,
    );
    expect(decided.motion).toMatchObject({ decision: { deviatesFromBoard: true } });
  });
});

describe('a returned motion completed on paper (row 4p)', () => {
  const paper = examples['complete-on-paper'].command;
  test('by the registrar, with a clause, and by all who signed it', () => {
    const returned = aCase('Returned');
    const on = (more: Partial<CommandOf<'complete-on-paper'>>) =>
      said(judge(returned, as('registrar', { ...paper, ...more })));
    expect(on({})).toBe('4p');
    expect(on({ text: { ...paper.text, clauses: [] } })).toBe('clause_missing');
    expect(on({ signatories: ['m-anna'] })).toBe('signatory_dropped');
    expect(on({ signatories: ['m-anna', 'm-bo', 'm-nobody'] })).toBe('unknown_member');
    expect(said(judge(returned, as('member', paper)))).toBe('not_permitted');
  });
  test('a number is never accepted where the pattern says no, whoever is master', () => {
    const organisation = aRegion({ registerMaster: 'registrar' });
    expect(answer({ registrationNumber: '115' }, { organisation })).toBe('number_not_accepted');
  });
});
