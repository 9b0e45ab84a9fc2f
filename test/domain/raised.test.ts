import { describe, expect, test } from 'vitest';
import { clocksOfMotion } from '../../domain/clocks.ts';
import { aCase, aJourney, judge, usual } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { aMember, aRegion, register } from '../support/motion-people.ts';
import { as } from '../support/row-case.ts';
import { said } from '../support/said.ts';

const onPaper = (signatories: string[], receivedOn = '2026-05-04') =>
  aJourney([
    as('registrar', { ...examples['import-motion'].command, signatories, receivedOn }),
    usual('register'),
  ]);
const announcedOn = '2026-05-19';
const refers = as('council-secretary', { ...examples.refer.command, announcedOn });

describe('a motion is raised by a member (KL 4:19, 5:22 p. 2)', () => {
  test.each([
    ['nobody', [], 'signatory_missing', 'KL 4:19, 5:22'],
    ['one who had left the council', ['m-left'], 'not_eligible', 'KL 4:19'],
    ['a substitute who did not serve', ['m-idle'], 'not_eligible', 'KL 4:22'],
  ])('a paper by %s is registered, and goes no further', (_, signatories, code, rule) => {
    const registered = onPaper(signatories);
    expect(registered.motion?.status).toBe('Registered');
    const detail: unknown = expect.stringContaining('Återlämna motionen för komplettering.');
    for (const act of [refers, usual('decide-at-once')]) {
      expect(judge(registered, act)).toMatchObject({ code, rule, detail });
    }
    expect(said(judge(registered, usual('return-motion')))).toBe('3');
  });

  test('one eligible signatory among others is enough', () => {
    expect(said(judge(onPaper(['m-left', 'm-anna']), refers))).toBe('5');
    expect(said(judge(onPaper(['m-left', 'm-anna']), usual('decide-at-once')))).toBe('5b');
  });

  test('it is asked of the day it came in, and of the day it is completed', () => {
    expect(said(judge(onPaper(['m-left'], '2026-03-30'), refers))).toBe('5');
    const served = aMember({
      memberId: 'm-idle',
      terms: [{ from: '2022-10-15', office: 'substitute' }],
      servingOn: ['2026-07-30'],
    });
    const members = new Map([...register, ['m-idle', served] as const]);
    const later = as('council-secretary', { ...examples.refer.command, announcedOn }, { members });
    expect(said(judge(onPaper(['m-idle']), later))).toBe('5');
  });

  test('what was open when the product was taken into use has been raised', () => {
    const imported = as('registrar', {
      ...examples['import-open-motion#Registered'].command,
      signatories: [],
    });
    expect(said(judge(aJourney([imported]), refers))).toBe('5');
  });
});

describe('the day it counts as raised (domain.md §1.2 raisedRule, §11.3)', () => {
  const received = aCase('Received');
  const registers = (more: object) => as('registrar', { ...examples.register.command, ...more });

  test('is that of receipt; a later one by the council’s own rules', () => {
    expect(aJourney([registers({})], received).motion).toMatchObject({ raisedOn: '2026-01-12' });
    const later = aJourney([registers({ raisedOn: '2026-02-10' })], received);
    expect(later.motion).toMatchObject({ raisedOn: '2026-02-10' });
  });

  test('one of them can be corrected while the other is a day to come', () => {
    const ahead = { by: 'presidium', announcedOn: '2026-09-15' } as const;
    const { motionRules } = aRegion({});
    const organisation = aRegion({ motionRules: { ...motionRules, raisedRule: 'announced' } });
    const act = as('council-secretary', { ...examples.refer.command, ...ahead }, { organisation });
    const corrected = aJourney([registers({}), act, usual('correct-days')], received);
    expect(corrected.motion).toMatchObject({ receivedOn: '2026-01-09', raisedOn: '2026-09-15' });
  });

  test('one before receipt is flagged, and stands with a note', () => {
    const raisedOn = '2026-01-11';
    expect(judge(received, registers({ raisedOn }))).toMatchObject({
      code: 'date_out_of_order',
      detail: expect.stringContaining('skriv en anteckning om varför') as unknown,
    });
    const noted = aJourney([registers({ raisedOn, datesNote: 'Lämnades vid mötet.' })], received);
    expect(noted.motion).toMatchObject({ raisedOn });
    expect(noted.events.at(-1)).toMatchObject({ type: 'MotionRegistered', datesNote: {} });
  });

  test.each([
    ['received', '2026-01-12', '2026-07-11'],
    ['announced', announcedOn, '2026-11-15'],
  ] as const)('%s: %s, and the year with it', (raisedRule, raisedOn, firstWarning) => {
    const { motionRules } = aRegion({});
    const organisation = aRegion({ motionRules: { ...motionRules, raisedRule } });
    const act = as('council-secretary', { ...examples.refer.command, announcedOn }, { organisation });
    const { motion } = aJourney([registers({}), act], received);
    expect(motion).toMatchObject({ raisedOn, announcedOn });
    expect(clocksOfMotion(motion)).toEqual([{ kind: 'one-year', dueOn: firstWarning }]);
  });
});
