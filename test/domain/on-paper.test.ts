import { describe, expect, it, test } from 'vitest';
import type { CommandOf } from '../../domain/commands.ts';
import type { Context } from '../../domain/context.ts';
import { aCase, aJourney, by, judge, nowhere, starts, usual } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors, aMember, aRegion, register } from '../support/motion-people.ts';
import { as } from '../support/row-case.ts';
import { said } from '../support/said.ts';

const changed = aMember({
  memberId: 'm-anna',
  terms: [{ from: '2018-10-15', office: 'member' }],
  parties: [
    { from: '2018-10-15', party: 'Första' },
    { from: '2026-01-12', party: 'Andra' },
    { from: '2026-02-01', party: 'Tredje' },
  ],
});
const members = new Map([...register, ['m-anna', changed] as const]);
const imports = (more: Partial<CommandOf<'import-motion'>>, facts: Partial<Context> = {}) =>
  as('registrar', { ...examples['import-motion'].command, ...more }, { members, ...facts });

describe('a motion that came on paper (TF 2:9)', () => {
  it('is received on its own day, with the parties of that day and each name once', () => {
    const { motion } = aJourney([imports({ signatories: ['m-anna', 'm-bo', 'm-anna'] })]);
    expect(motion).toMatchObject({
      status: 'Received',
      receivedOn: '2026-01-12',
      signatories: [
        { memberId: 'm-anna', party: 'Andra' },
        { memberId: 'm-bo', party: 'Exempelpartiet' },
      ],
    });
    const earlier = aJourney([imports({ receivedOn: '2026-01-11' })]).motion;
    expect(earlier?.signatories[0]).toMatchObject({ party: 'Första' });
  });

  it('is received today at the latest', () => {
    expect(said(judge(nowhere, imports({ receivedOn: '2026-07-30' })))).toBe('1i');
    expect(said(judge(nowhere, imports({ receivedOn: '2026-07-31' })))).toBe('date_in_future');
  });

  it('is completed by those who sign then, with the parties they have then', () => {
    const returned = aCase('Returned');
    const paper = { ...examples['complete-on-paper'].command, signatories: ['m-anna', 'm-bo', 'm-serving'] };
    const later = { members: new Map([...members, ['m-serving', { ...changed, memberId: 'm-serving' }]]) };
    const after = aJourney([as('registrar', paper, { ...later, today: '2026-02-01' })], returned).motion;
    expect(after?.signatories.map(({ party }) => party)).toEqual([
      'Exempelpartiet',
      'Exempelpartiet',
      'Tredje',
    ]);
    // Named in a revision and not signed, somebody may be left out of the paper.
    const revised = aJourney(
      [
        as(
          'member',
          { ...examples['revise-text'].command, signatories: ['m-anna', 'm-bo', 'm-serving'] },
          { today: '2026-01-12' },
        ),
      ],
      returned,
    );
    expect(said(judge(revised, as('registrar', examples['complete-on-paper'].command)))).toBe('4p');
  });
});

describe('the number of a motion where another registry is master (architecture §5)', () => {
  const organisation = aRegion({ registerMaster: 'registrar' });
  const numbered = (registrationNumber: string | undefined) =>
    judge(
      aCase('Received'),
      as('registrar', { type: 'register', registrationNumber }, { organisation, today: '2026-01-13' }),
    );
  test.each([
    [undefined, 'number_needed'],
    ['', 'number_needed'],
    ['115', 'number_not_accepted'],
    ['RS 115-2025', '2'],
  ])('%j: %s', (number, answer) => {
    expect(said(numbered(number))).toBe(answer);
  });

  test('may be of an earlier year, and keeps it (domain.md §2.2)', () => {
    expect(numbered('RS 115-2025')).toMatchObject({
      event: { registrationNumber: 'RS 115-2025', registerYear: 2025 },
    });
  });
});

describe('days that cannot be right (domain.md §11.3)', () => {
  const note = 'Är dagen ändå rätt: skriv en anteckning om varför.';
  const refers = (announcedOn: string, more: object = {}) =>
    as('council-secretary', { ...examples.refer.command, announcedOn, ...more });
  test('are refused until somebody says why they are so', () => {
    expect(judge(aCase('Registered'), refers('2026-01-11'))).toMatchObject({
      code: 'date_out_of_order',
      detail: expect.stringContaining(note) as string,
    });
    expect(said(judge(aCase('Registered'), refers('2026-01-11', { datesNote: 'Så står det.' })))).toBe('5');
    expect(said(judge(aCase('Registered'), refers('2026-01-12')))).toBe('5');
  });
});

describe('a draft', () => {
  test('of a member without a party group is the member’s own (KL 4:19)', () => {
    const { partyGroup: _, ...alone } = actors.member;
    const { motion } = aJourney([by(alone, examples['start-draft'].command)]);
    expect(motion).toMatchObject({ partyGroup: 'person:p-member' });
  });

  test('may lose a name that has signed nothing yet', () => {
    const draft = aJourney([starts({ signatories: ['m-anna', 'm-bo'] })]);
    const revises = as('member', { ...examples['revise-text'].command, signatories: ['m-anna'] });
    expect(aJourney([revises], draft).motion?.signatories).toHaveLength(1);
    expect(said(judge(aCase('Returned'), revises))).toBe('signatory_dropped');
    expect(said(judge(aCase('Draft'), usual('submit', { today: '2026-01-12' })))).toBe('1');
  });
});
