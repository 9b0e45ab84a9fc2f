import { describe, expect, it, test } from 'vitest';
import { consultationLetters, consultationOf } from '../../domain/consultation-letters.ts';
import {
  consulteeOfRecipient,
  consulteeRecipient,
  partyOfRecipient,
  recipientsOf,
} from '../../domain/letter-recipients.ts';
import { nextMorning, nextWorkingMorning, retryAfter } from '../../domain/letter-times.ts';
import type { Member } from '../../domain/members.ts';
import type { Motion } from '../../domain/motion.ts';
import { aCase, aJourney, by, type Journey, usual } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors, aMember, aRegion, register } from '../support/motion-people.ts';

describe('who is told of what happens to a motion (domain.md §1.4)', () => {
  const signed = aCase('Registered').motion as Motion;
  const partyGroups = [{ party: 'Exempelpartiet', contact: 'gruppen@exempel.example' }];
  const ended: Member['terms'][number] = { from: '2022-10-15', to: '2026-03-31', office: 'member' };
  const leaves = (facts: Partial<Member> = {}) =>
    new Map([
      ...register,
      [
        'm-bo',
        aMember({
          memberId: 'm-bo',
          terms: [ended],
          ...facts,
        }),
      ] as const,
    ]);
  const told = (members: ReadonlyMap<string, Member>, today = '2026-05-01', groups = partyGroups) =>
    recipientsOf(signed, { members, today, partyGroups: groups as never });

  it('every signatory, also one who has withdrawn', () => {
    expect(told(register)).toEqual(['m-anna', 'm-bo']);
    const withdrawn = signed.signatories.map((each) => ({ ...each, withdrawnOn: '2026-04-01' }));
    const known = { members: register, today: '2026-05-01', partyGroups: [] };
    expect(recipientsOf({ ...signed, signatories: withdrawn } as Motion, known)).toEqual(['m-anna', 'm-bo']);
  });

  it('one who has left, and the contact of the party group as of signing', () => {
    const parties = [
      { from: '2022-10-15', party: 'Exempelpartiet' },
      { from: '2026-04-01', party: 'Andra' },
    ];
    const expected = ['m-anna', 'm-bo', 'party-group:Exempelpartiet'];
    expect(told(leaves({ parties }))).toEqual(expected);
    expect(told(leaves(), '2026-03-31')).toEqual(['m-anna', 'm-bo']);
  });

  it('no contact of a party that has none', () => {
    expect(told(leaves(), '2026-05-01', [])).toEqual(['m-anna', 'm-bo']);
    const others = [{ party: 'Andra', contact: 'andra@exempel.example' }];
    expect(told(leaves(), '2026-05-01', others)).toEqual(['m-anna', 'm-bo']);
  });

  it('each contact once, though several of the party have left', () => {
    const both = new Map([...leaves(), ['m-anna', aMember({ memberId: 'm-anna', terms: [ended] })] as const]);
    expect(told(both)).toEqual(['m-anna', 'm-bo', 'party-group:Exempelpartiet']);
  });

  it('not one who has left and declined, from the day of it; the group still is', () => {
    const declined = leaves({ noLettersFrom: '2026-05-01' });
    expect(told(declined, '2026-04-30')).toContain('m-bo');
    expect(told(declined, '2026-05-01')).toEqual(['m-anna', 'party-group:Exempelpartiet']);
    // Who is in office gets what concerns the office.
    const sitting = leaves({ terms: aMember({ memberId: 'm-bo' }).terms, noLettersFrom: '2026-01-01' });
    expect(told(sitting)).toEqual(['m-anna', 'm-bo']);
  });

  it('one whom the register does not know', () => {
    expect(told(new Map())).toEqual(['m-anna', 'm-bo']);
  });
});

test('a recipient is a member, a party group or one who is consulted', () => {
  expect(['m-anna', 'party-group:S', 'consultee:n-vard'].map(partyOfRecipient)).toEqual([
    undefined,
    'S',
    undefined,
  ]);
  expect(['m-anna', 'party-group:S', consulteeRecipient('n-vard')].map(consulteeOfRecipient)).toEqual([
    undefined,
    undefined,
    'n-vard',
  ]);
});

describe('letters to those who are consulted (row 7; domain.md §11.2)', () => {
  const { consultees } = aRegion({
    consultees: [
      { id: 'n-trafik', name: 'trafiknämnden', kind: 'committee', email: 'trafik@region.example' },
      { id: 'n-vard', name: 'vårdnämnden', kind: 'committee' },
    ],
  });
  const sends = (recipient: string) =>
    by(actors.official, {
      ...examples['send-consultation'].command,
      recipient,
      dueOn: '2026-09-30',
    });
  const rings = (dueOn: string, clock = 'consultation-1') =>
    by(actors.system, { type: 'ring-clock', clock, dueOn }, { today: dueOn });
  const owed = ({ motion, events }: Journey, today = '2026-07-30') => {
    const event = events.at(-1);
    if (event === undefined) throw new Error('nothing has happened');
    return consultationLetters(event, motion as Motion, { consultees }, today);
  };
  const asked = aCase('Drafting', sends('n-trafik'));
  const reminder = [{ template: 'consultation-reminder', memberId: 'consultee:n-trafik' }];

  it('put the question, to each who is asked', () => {
    expect(owed(asked)).toEqual([{ template: 'consultation-request', memberId: 'consultee:n-trafik' }]);
    const second = aJourney([sends('n-vard')], asked);
    expect(consultationOf(second.events.at(-1) as never, second.motion as Motion)?.recipient).toBe('n-vard');
  });

  it('are the officer’s to send where there is no address, or no such committee any more', () => {
    expect(owed(aCase('Drafting', sends('n-vard')))).toEqual([]);
    expect(owed(aCase('Drafting', sends('e-stab')))).toEqual([]);
    const rung = aJourney([rings('2026-09-16')], aCase('Drafting', sends('n-vard')));
    expect(owed(rung, '2026-09-16')).toEqual([]);
  });

  it.each(['2026-09-16', '2026-09-30', '2026-10-07'])('remind on %s', (day) => {
    const days = ['2026-09-16', '2026-09-30', '2026-10-07'].filter((each) => each <= day);
    expect(
      owed(
        aJourney(
          days.map((each) => rings(each)),
          asked,
        ),
        day,
      ),
    ).toEqual(reminder);
  });

  it('remind once, when several days have passed together', () => {
    const first = aJourney([rings('2026-09-16')], asked);
    expect(owed(first, '2026-09-29')).toEqual(reminder);
    expect(owed(first, '2026-09-30')).toEqual([]);
    // Another consultation that is due rings for itself.
    const two = aJourney([sends('n-vard'), rings('2026-09-16', 'consultation-1')], asked);
    expect(owed(two, '2026-09-16')).toEqual(reminder);
  });

  it('are none of another clock, nor of what else happens, nor when the statement has come', () => {
    const year = by(
      actors.system,
      { type: 'ring-clock', clock: 'one-year', dueOn: '2026-07-11' },
      { today: '2026-07-30' },
    );
    expect(owed(aJourney([year], asked))).toEqual([]);
    expect(owed(aJourney([usual('add-note')], asked))).toEqual([]);
    const [sent] = asked.events.filter(({ type }) => type === 'ConsultationSent');
    const back = aJourney([usual('record-statement')], asked).motion as Motion;
    expect(consultationOf(sent as never, back)).toBeUndefined();
  });
});

describe('when letters go', () => {
  it.each([
    // Late in the evening in Sweden, the day is another by the world's clock.
    ['2026-06-16T21:59:00.000Z', '2026-06-17T04:30:00.000Z'],
    ['2026-06-16T22:00:00.000Z', '2026-06-18T04:30:00.000Z'],
    ['2026-12-31T12:00:00.000Z', '2027-01-01T04:30:00.000Z'],
  ])('news of %s is told %s', (now, morning) => {
    expect(nextMorning(now)).toBe(morning);
  });

  it.each([
    ['2026-06-16T12:00:00.000Z', '2026-06-17T04:30:00.000Z'],
    // Over midsummer’s eve, which is a Friday.
    ['2026-06-18T12:00:00.000Z', '2026-06-22T04:30:00.000Z'],
  ])('the tasks of %s are told %s, a working day', (now, morning) => {
    expect(nextWorkingMorning(now)).toBe(morning);
  });

  it.each([
    [0, '12:01'],
    [1, '12:02'],
    [3, '12:08'],
    [5, '12:32'],
    [6, '13:00'],
    [40, '13:00'],
  ])('after %i attempts it is tried again at %s', (attempts, at) => {
    expect(retryAfter('2026-06-16T12:00:00.000Z', attempts)).toBe(`2026-06-16T${at}:00.000Z`);
  });
});
