import { describe, expect, test } from 'vitest';
import type { Context } from '../../domain/context.ts';
import { withdrawable } from '../../domain/motion.ts';
import { aCase, aJourney, approves, by, judge, starts, withdraws } from '../support/motion-builders.ts';
import { examples, text } from '../support/motion-commands.ts';
import { actors, aMember, register } from '../support/motion-people.ts';

const said = (verdict: ReturnType<typeof judge>) => (verdict.kind === 'refusal' ? verdict.code : verdict.row);
const submit = (facts: Partial<Context> = {}) => by(actors.member, { type: 'submit' }, facts);
const revises = (signatories: string[], more: object = {}) =>
  by(actors.member, { ...examples['revise-text'].command, signatories, text: { ...text, ...more } });
const resubmit = by(actors.member, { type: 'resubmit' });
const drafted = (...signatories: string[]) => aJourney([starts({ signatories }, { today: '2026-01-12' })]);

describe('KL 4:19 a motion is raised by members', () => {
  test('not by a party: a name is needed', () => {
    expect(judge(drafted(), submit())).toMatchObject({
      code: 'signatory_missing',
      rule: 'KL 4:19, 5:22 p. 2',
    });
  });
  test('with a clause', () => {
    const bare = aJourney([
      starts({ signatories: ['m-anna'], text: { ...text, clauses: [] } }),
      approves('m-anna'),
    ]);
    expect(said(judge(bare, submit()))).toBe('clause_missing');
  });
  test('not by one who has left', () => {
    const journey = aJourney([approves('m-left', { today: '2026-03-31' })], drafted('m-left'));
    expect(said(judge(journey, submit({ today: '2026-03-31' })))).toBe('1');
    expect(said(judge(journey, submit({ today: '2026-04-01' })))).toBe('not_eligible');
  });
  test('every named member has approved this very text', () => {
    const one = aJourney([approves('m-anna')], drafted('m-anna', 'm-bo'));
    expect(said(judge(one, submit()))).toBe('text_not_approved');
    const both = aJourney([approves('m-bo')], one);
    expect(said(judge(both, submit()))).toBe('1');
    const revised = aJourney([revises(['m-anna', 'm-bo'], { title: 'En annan titel' })], both);
    expect(said(judge(revised, submit()))).toBe('text_not_approved');
  });
  test('an approval names the text that was read', () => {
    const stale = by({ ...actors.member }, { type: 'approve-text', textHash: 'f'.repeat(64) });
    expect(said(judge(drafted('m-anna'), stale))).toBe('text_changed');
  });
  test('a name that is not in the register is refused at once', () => {
    expect(said(judge(drafted(), revises(['m-nobody'])))).toBe('unknown_member');
  });
});

describe('KL 4:22 a substitute', () => {
  test('raises a motion on a day he or she serves', () => {
    const serving = aJourney([approves('m-serving', { today: '2026-01-12' })], drafted('m-serving'));
    expect(said(judge(serving, submit({ today: '2026-01-13' })))).toBe('1');
    expect(said(judge(serving, submit({ today: '2026-01-14' })))).toBe('not_eligible');
  });
  test('not otherwise', () => {
    expect(said(judge(drafted('m-idle'), approves('m-idle')))).toBe('not_eligible');
  });
  test('completes on another day what he or she raised while serving', () => {
    const day = { today: '2026-01-12' };
    const returned = aJourney(
      [
        approves('m-serving', day),
        submit(day),
        by(actors.registrar, { type: 'register' }),
        by(actors.registrar, examples['return-motion'].command),
        revises(['m-serving'], { title: 'Rättad titel' }),
        approves('m-serving'),
      ],
      drafted('m-serving'),
    );
    expect(said(judge(returned, resubmit))).toBe('4');
  });
});

describe('a returned motion (rows 3–4)', () => {
  test('keeps its number and its raising day', () => {
    const before = aCase('Returned').motion;
    expect(aCase('Returned', resubmit).motion).toMatchObject({
      status: 'Registered',
      registrationNumber: 'RS 115-2026',
      raisedOn: '2026-01-12',
      text: before?.text,
    });
  });
  test('keeps those who signed it; a revision drops their approval, not their party or withdrawal', () => {
    const returned = aCase('Returned', withdraws('m-bo'));
    expect(said(judge(returned, revises(['m-anna'])))).toBe('signatory_dropped');
    const revised = aJourney([revises(['m-bo', 'm-anna', 'm-idle'])], returned);
    expect(revised.motion?.signatories).toEqual([
      { memberId: 'm-bo', party: 'Exempelpartiet', withdrawnOn: '2026-07-30' },
      { memberId: 'm-anna', party: 'Exempelpartiet' },
      { memberId: 'm-idle' },
    ]);
  });
  test('is not held up by one who has withdrawn', () => {
    const steps = [withdraws('m-bo'), revises(['m-anna', 'm-bo'], { title: 'Ny' }), approves('m-anna')];
    expect(said(judge(aCase('Returned', ...steps), resubmit))).toBe('4');
  });
  test('is not held up by one who has left the council, who stays named with the party as of signing', () => {
    const january = { today: '2026-01-12' };
    const returned = aJourney(
      [
        approves('m-left', january),
        approves('m-anna', january),
        submit(january),
        by(actors.registrar, { type: 'register' }),
        by(actors.registrar, examples['return-motion'].command),
        revises(['m-left', 'm-anna'], { title: 'Rättad' }),
        approves('m-anna'),
        resubmit,
      ],
      drafted('m-left', 'm-anna'),
    );
    expect(returned.motion).toMatchObject({
      status: 'Registered',
      signatories: [{ memberId: 'm-left', party: 'Exempelpartiet' }, { memberId: 'm-anna' }],
    });
  });
  test('is held up by a new name that has not approved', () => {
    expect(said(judge(aCase('Returned', revises(['m-anna', 'm-bo']), approves('m-anna')), resubmit))).toBe(
      'text_not_approved',
    );
  });
});

describe('row 28 withdrawal', () => {
  test.each(withdrawable)('from %s: by some it goes on, by all it is pending', (status) => {
    const some = aCase(status, withdraws('m-anna'));
    expect(some.motion).toMatchObject({
      status,
      signatories: [{ withdrawnOn: status === 'CouncilAgenda' ? '2026-06-10' : '2026-07-30' }, {}],
    });
    expect(said(judge(some, withdraws('m-anna')))).toBe('already_withdrawn');
    const all = aJourney([withdraws('m-bo')], some);
    expect(all.motion?.status).toBe('WithdrawalPending');
    expect(all.rows.slice(-2)).toEqual(['28a', '28']);
  });

  const withLeaver = () => {
    const day = { today: '2026-01-12' };
    return aJourney(
      [approves('m-left', day), approves('m-anna', day), approves('m-bo', day), submit(day)],
      drafted('m-left', 'm-anna', 'm-bo'),
    );
  };
  test('one who has left the council can neither withdraw it nor keep it alive', () => {
    expect(said(judge(withLeaver(), withdraws('m-left')))).toBe('signatory_left');
    const all = aJourney([withdraws('m-anna'), withdraws('m-bo')], withLeaver());
    expect(all.motion?.status).toBe('WithdrawalPending');
    expect(all.motion?.signatories).toHaveLength(3);
  });
  test('before leaving, the same person had to be asked', () => {
    const march = { today: '2026-03-31' };
    const some = aJourney([withdraws('m-anna', march), withdraws('m-bo', march)], withLeaver());
    expect(some.motion?.status).toBe('Received');
    expect(said(judge(some, withdraws('m-left', march)))).toBe('28');
  });
  test('an unregistered one is registered before the council notes it (row 2w)', () => {
    const pending = aCase(
      'Received',
      withdraws('m-anna', { today: '2026-01-13' }),
      withdraws('m-bo', { today: '2026-01-13' }),
    );
    const note = by(actors['council-secretary'], examples['note-withdrawal'].command);
    expect(judge(pending, note)).toMatchObject({ code: 'not_registered', mayBeDoneBy: ['registrator'] });
    const noted = aJourney([by(actors.registrar, { type: 'register' }), note], pending);
    expect(noted.motion).toMatchObject({
      status: 'Decided',
      registrationNumber: 'RS 115-2026',
      decision: { outcome: 'WRITTEN_OFF', deviatesFromBoard: false },
    });
  });
});

test('the party is that of the day of signing (domain.md §1.4)', () => {
  const changes = aMember({
    memberId: 'm-anna',
    parties: [
      { from: '2026-06-01', party: 'Andra' },
      { from: '2022-10-15', party: 'Första' },
    ],
  });
  const members = new Map([...register, ['m-anna', changes] as const]);
  const facts = { today: '2026-05-31', members };
  const journey = aJourney([approves('m-anna', facts), submit(facts)], drafted('m-anna'));
  expect(journey.motion?.signatories).toMatchObject([{ party: 'Första' }]);
});

test('one named in a revision who has signed nothing neither withdraws nor holds a withdrawal up', () => {
  const named = aCase('Returned', revises(['m-anna', 'm-bo', 'm-idle']));
  expect(said(judge(named, withdraws('m-idle')))).toBe('not_signatory');
  const withdrawn = aJourney([withdraws('m-anna'), withdraws('m-bo')], named);
  expect(withdrawn.motion?.status).toBe('WithdrawalPending');
  expect(withdrawn.motion?.signatories.map((each) => each.memberId)).toEqual(['m-anna', 'm-bo']);
});
