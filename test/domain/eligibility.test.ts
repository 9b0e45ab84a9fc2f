import { describe, expect, it, test } from 'vitest';
import { eligibilityOn, withServingDays } from '../../domain/eligibility.ts';
import type { AttendanceEntry } from '../../domain/meeting-events.ts';
import { comparableName, type Member, mayRaise, protectedName, publicName } from '../../domain/members.ts';
import { moverNames } from '../../domain/mover-names.ts';
import { publicMotionOf } from '../../domain/public-motion.ts';
import { aCase, aMotion, approves, by, judge, withdraws } from '../support/motion-builders.ts';
import { text } from '../support/motion-commands.ts';
import { actors, aMember, register } from '../support/motion-people.ts';

const who = (...terms: Member['terms']) => aMember({ memberId: 'm-1', terms, servingOn: ['2026-01-12'] });
const seat = { from: '2022-10-15', to: '2026-10-14', office: 'member' } as const;
const substitute = { from: '2022-10-15', office: 'substitute' } as const;

describe('who may raise a motion on a day, and why not', () => {
  test('KL 4:22 a substitute who served, by the list of a meeting of the council (KL 5:66)', () => {
    const serves = { memberId: 'm-1', as: 'substitute', servingFor: 'm-2' } as const;
    const mayAfter = (body: 'council' | 'board', ...attendance: AttendanceEntry[]) => {
      const listed = withServingDays(who(substitute), [{ body, date: '2026-06-16', attendance }]);
      return ['2026-01-12', '2026-06-16', '2026-06-17'].map((day) => mayRaise(listed, day));
    };
    expect(mayAfter('council', serves)).toEqual([true, true, false]);
    expect(mayAfter('council', { ...serves, memberId: 'm-3' })).toEqual([true, false, false]);
    expect(mayAfter('board', serves)).toEqual([true, false, false]);
    // As lists were kept before, which do not say whether she served.
    expect(mayAfter('council', { memberId: 'm-1', as: 'substitute' })).toEqual([true, false, false]);
  });

  test.each<[string, Member, string, string | true, string?]>([
    ['a sitting member, first day', who(seat), '2022-10-15', true],
    ['a sitting member, last day', who(seat), '2026-10-14', true],
    ['a serving substitute', who(substitute), '2026-01-12', true],
    ['a substitute who does not serve', who(substitute), '2026-01-13', 'KL 4:22', '2026-01-13'],
    ['one who has left', who(seat), '2026-10-15', 'KL 4:19', 'upphörde 2026-10-14'],
    [
      'the latest of two terms that ended',
      who({ ...seat, from: '2018-10-15', to: '2022-10-14' }, { ...seat, to: '2024-05-01' }),
      '2025-01-01',
      'KL 4:19',
      'upphörde 2024-05-01',
    ],
    ['one whose term has not begun', who(seat), '2022-10-14', 'KL 5:9', 'börjar först 2022-10-15'],
    [
      'one between two terms',
      who({ ...seat, to: '2024-01-31' }, { ...seat, from: '2025-02-01' }),
      '2024-06-01',
      'KL 4:19, 5:9',
      'upphörde 2024-01-31 och nästa börjar 2025-02-01',
    ],
    [
      'a councillor without a seat',
      who({ from: '2022-10-15', office: 'councillor' }),
      '2025-01-01',
      'KL 4:19, 5:39',
      'regionråd',
    ],
    [
      'a councillor who has left the seat',
      who({ ...seat, to: '2024-01-31' }, { from: '2022-10-15', office: 'councillor' }),
      '2025-01-01',
      'KL 4:19, 5:39',
      'regionråd',
    ],
    [
      'one of the board only',
      who({ ...seat, body: 'board' }),
      '2025-01-01',
      'KL 4:19',
      'inte har något uppdrag',
    ],
    [
      'one who has left the board',
      who({ ...seat, body: 'board', to: '2023-01-01' }),
      '2025-01-01',
      'KL 4:19',
      'inte har något uppdrag',
    ],
  ])('%s', (_, member, day, rule, says = '') => {
    const found = eligibilityOn(member, day);
    expect(found.may).toBe(mayRaise(member, day));
    if (rule === true) expect(found).toEqual({ may: true });
    else expect(found).toEqual({ may: false, rule, reason: expect.stringContaining(says) });
  });

  it('is said in the refusal, of the day and not of the person', () => {
    const refused = judge(aCase('Draft'), approves('m-anna', { today: '2026-10-15' }));
    expect(refused).toMatchObject({ kind: 'refusal', code: 'not_eligible', rule: 'KL 4:19' });
    expect(refused).toHaveProperty(
      'detail',
      'En undertecknare är inte ledamot i fullmäktige den dagen och tjänstgör inte heller som ersättare. Prövat för 2026-10-15: uppdraget i fullmäktige upphörde 2026-10-14.',
    );
    expect(JSON.stringify(refused)).not.toMatch(/anna|Efternamnsson/);
  });

  it('is said of submission and of withdrawal too', () => {
    const late = { today: '2026-10-15' };
    const acts = [
      [aCase('Draft'), by(actors.member, { type: 'submit' }, late), 'not_eligible', 'KL 4:19', '2026-10-14'],
      [aCase('Registered'), withdraws('m-anna', late), 'signatory_left', 'domain.md §1.4', ''],
    ] as const;
    for (const [journey, act, code, rule, left] of acts) {
      const refused = judge(journey, act);
      expect(refused).toMatchObject({ code, rule });
      expect(refused).toHaveProperty('detail', expect.stringContaining(left));
    }
  });
});

describe('a protected identity (domain.md §9)', () => {
  const anna = aMember({ memberId: 'm-anna', protectedIdentity: true });
  const members = new Map([...register, ['m-anna', anna]]);
  const open = aMotion({ status: 'Registered' });

  it('is not named to the public nor in reports; the party is', () => {
    const view = publicMotionOf(open, text, members);
    expect(view?.movers).toEqual([
      { name: protectedName, party: 'Exempelpartiet', withdrawn: false },
      { name: 'Namn Efternamnsson-bo', party: 'Exempelpartiet', withdrawn: false },
    ]);
    expect(moverNames(open, members).map(({ name }) => name)).toEqual([
      protectedName,
      'Namn Efternamnsson-bo',
    ]);
    expect(JSON.stringify([view, moverNames(open, members)])).not.toMatch(/Efternamnsson-anna|@|m-anna/);
  });

  it('is that of the person, not of the case, and ends', () => {
    expect(publicName({ ...anna, protectedIdentity: false })).toBe(anna.name);
    expect(publicName(aMember({ memberId: 'm-anna' }))).toBe(anna.name);
  });
});

test('names are compared as people read them', () => {
  expect(comparableName('  Åsa   Ek ')).toBe(comparableName('A\u030Asa ek'));
  expect(comparableName('Åsa Ek')).not.toBe(comparableName('Asa Ek'));
});
