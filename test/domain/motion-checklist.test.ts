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

  it.each([
    [{ signature: 'handwritten' }, /undertecknas för hand/],
    [{ submissionChannel: 'meeting' }, /lämnas in vid fullmäktiges sammanträde/],
    [{ submissionChannel: 'registry' }, /lämnas in till registratorn/],
    [{ admissibilityCheck: true }, /prövar att formkraven är uppfyllda/],
    [{ competenceCheck: true }, /något som fullmäktige får besluta om/],
  ])('says how it is handed in here, where the rules say so: %j', (given, says) => {
    expect(saidIn({}, 'think')).not.toMatch(says);
    expect(saidIn({ rules: rules(given) }, 'think')).toMatch(says);
    expect(saidIn({ rules: rules(given) }, 'needed')).toBe('');
  });

  it('says of each thing the law asks for that it is done, or what is missing and by which rule', () => {
    const lines = (facts: Partial<CheckedDraft>) =>
      motionChecklist(draft(facts))
        .filter(({ state }) => state !== 'think')
        .map(({ state, says, rule }) => [state, says, rule].filter((each) => each !== undefined).join(' | '));
    expect(lines({})).toEqual([
      'done | Minst en ledamot står som undertecknare.',
      'done | Motionen har minst en att-sats.',
      'done | Alla undertecknare har godkänt den här texten.',
    ]);
    const text = { title: 'Fler bussar', body: 'Det behövs.', clauses: [] };
    const withdrawn = [{ memberId: 'm-anna', approvedHash: hash, withdrawnOn: '2026-01-11' }];
    expect(lines({ text, signatories: withdrawn })).toEqual([
      'needed | Välj minst en undertecknare. En motion väcks av en ledamot, inte av en partigrupp. | KL 4:19',
      'needed | Skriv minst en att-sats: det som fullmäktige ska besluta. | KL 5:22',
    ]);
    const three = ['m-anna', 'm-bo', 'm-unknown'].map((memberId) => ({ memberId }));
    expect(lines({ signatories: three })).toEqual([
      'done | Minst en ledamot står som undertecknare.',
      'done | Motionen har minst en att-sats.',
      'needed | 3 undertecknare har inte godkänt den här texten än. | KL 4:19',
    ]);
  });

  it('hints at what words can tell, and at nothing else', () => {
    const hints = (facts: Partial<CheckedDraft>) =>
      motionChecklist(draft({ rules: rules({ singleSubject: false }), ...facts })).filter(
        ({ state }) => state === 'think',
      );
    const written = (body: string, ...clauses: string[]) => ({ text: { title: 'T', body, clauses } });
    expect(hints({})).toEqual([]);
    expect(hints(written('Det bilade och fogades.', 'att det görs'))).toEqual([]);
    for (const word of [
      'bilaga',
      'Bilagan',
      'bilagor',
      'bilagorna',
      'bilagd',
      'bilagt',
      'bifogas',
      'bifogade',
    ]) {
      expect(hints(written(`Se ${word} här.`, 'att det görs')), word).toHaveLength(1);
      expect(hints(written('Därför.', `att ${word} läses`)), word).toHaveLength(1);
    }
    expect(hints(written('Därför.', 'bussarna går', 'Att tågen går', 'attityder ändras'))).toMatchObject([
      { says: 'Att-sats 1, 3 börjar inte med "att". Den läses efter "fullmäktige beslutar".' },
    ]);
    expect(hints(written('', 'att det görs'))).toMatchObject([
      { says: 'Motionen har ingen motivering. Läsaren vill veta varför.' },
    ]);
    const { provision: rule } = rules();
    expect(hints(written('', 'att det görs'))[0]?.rule).toBe(rule);
    const elected = [{ memberId: 'm-anna', approvedHash: hash }];
    expect(hints({ signatories: elected })).toEqual([]);
  });

  it('asks whether few clauses are one subject, in other words than whether many are', () => {
    const clauses = (count: number) => Array.from({ length: count }, (_, index) => `att sak ${index} görs`);
    const asked = (count: number) =>
      saidIn({ text: { title: 'T', body: 'B', clauses: clauses(count) } }, 'think');
    const { manyClauses } = rules();
    expect(asked(manyClauses)).toBe('En motion ska gälla ett enda ämne. Dela upp den om den gäller flera.');
    expect(asked(manyClauses + 1)).toBe(
      `En motion ska gälla ett enda ämne. Den här har ${manyClauses + 1} att-satser: hör de ihop?`,
    );
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
