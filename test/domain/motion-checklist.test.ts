import { describe, expect, it } from 'vitest';
import { type CheckedDraft, motionChecklist } from '../../domain/motion-checklist.ts';
import { handInBy, motionRules, nextReachable } from '../../domain/motion-rules.ts';
import { register } from '../support/motion-people.ts';

const rules = (given: object = {}) => motionRules.parse(given);
const hash = 'a'.repeat(64);
const draft = (facts: Partial<CheckedDraft> = {}): CheckedDraft => ({
  text: { title: 'Fler bussar', body: 'Det behövs.', clauses: ['att bussarna går oftare'] },
  textHash: hash,
  signatories: [{ memberId: 'm-anna', approvedHash: hash }],
  members: register,
  today: '2026-01-12',
  rules: rules(),
  ...facts,
});
const saidIn = (facts: Partial<CheckedDraft>, state: string) =>
  motionChecklist(draft(facts))
    .filter((each) => each.state === state)
    .map(({ says }) => says)
    .join(' ');

describe('the checklist of a motion', () => {
  it('asks for what the law asks for, and no more', () => {
    expect(saidIn({}, 'needed')).toBe('');
    expect(saidIn({ signatories: [] }, 'needed')).toMatch(/Välj minst en undertecknare/);
    const text = { title: 'Fler bussar', body: '', clauses: [] };
    expect(saidIn({ text }, 'needed')).toMatch(/Skriv minst en att-sats/);
    expect(saidIn({ signatories: [{ memberId: 'm-anna' }] }, 'needed')).toMatch(/En undertecknare har inte/);
    expect(saidIn({ textHash: 'b'.repeat(64) }, 'needed')).toMatch(/En undertecknare har inte/);
  });

  it('says why somebody may not raise a motion that day, by which rule', () => {
    const signatories = [{ memberId: 'm-idle', approvedHash: hash }];
    const found = motionChecklist(draft({ signatories })).find(({ rule }) => rule === 'KL 4:22');
    expect(found).toMatchObject({ state: 'needed' });
  });

  it('hints at the council’s own rules as they are configured', () => {
    const text = { title: 'T', body: 'Se bilaga 1.', clauses: ['bussarna går oftare'] };
    expect(saidIn({ text }, 'think')).toMatch(/bilagor tas inte emot/);
    expect(saidIn({ text }, 'think')).toMatch(/Att-sats 1 börjar inte med "att"/);
    const allowed = rules({ attachmentsAllowed: true, singleSubject: false });
    expect(saidIn({ text, rules: allowed }, 'think')).not.toMatch(/bilaga|ett enda ämne/);
  });

  it('hints to a serving substitute where only the meeting will do', () => {
    const signatories = [{ memberId: 'm-serving', approvedHash: hash }];
    expect(saidIn({ signatories }, 'think')).toMatch(/ersättare får lämna in/);
    expect(
      saidIn({ signatories, rules: rules({ substituteMayRaise: 'when-serving' }) }, 'think'),
    ).not.toMatch(/ersättare/);
  });

  it('asks whether many clauses are one subject', () => {
    const clauses = Array.from({ length: 7 }, (_, index) => `att sak ${index} görs`);
    const text = { title: 'T', body: 'Därför.', clauses };
    expect(saidIn({ text }, 'think')).toMatch(/7 att-satser: hör de ihop/);
  });
});

describe('the next meeting a motion can be announced at', () => {
  const meetings = ['2026-06-16', '2026-04-14', '2026-02-10'];

  it('is the next whose summons is not yet out', () => {
    expect(nextReachable(meetings, '2026-04-01', rules())).toMatchObject({
      meeting: '2026-04-14',
      by: '2026-04-07',
    });
    expect(nextReachable(meetings, '2026-04-08', rules())?.meeting).toBe('2026-06-16');
    expect(nextReachable(meetings, '2026-06-17', rules())).toBeUndefined();
  });

  it('follows the cut-off of the rules of procedure, in days or working days', () => {
    const dayBefore = rules({ cutoff: { days: 1, at: '12:00' } });
    expect(nextReachable(meetings, '2026-04-13', dayBefore)).toEqual({
      meeting: '2026-04-14',
      by: '2026-04-13',
      at: '12:00',
    });
    // Easter: 3 April is Good Friday, 6 April Easter Monday.
    const five = rules({ cutoff: { days: 5, counted: 'working-days' } });
    expect(handInBy('2026-04-10', five)).toBe('2026-04-01');
  });
});
