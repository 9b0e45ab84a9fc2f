import { describe, expect, it, test } from 'vitest';
import type { MotionEvent } from '../../domain/events.ts';
import type { OpenMotionRow } from '../../domain/open-motion-rows.ts';
import { enteringCommands, type KnownPeople, numberTold } from '../../domain/open-motions-import.ts';
import { person } from '../../domain/people.ts';
import { aMember } from '../support/motion-people.ts';

const known: KnownPeople = {
  members: [
    aMember({ memberId: 'l-eva', name: 'Eva Ek' }),
    aMember({ memberId: 'l-bo', name: 'Bo Alm' }),
    aMember({ memberId: 'l-bo2', name: 'Bo  ALM', parties: [{ from: '2022-10-15', party: 'V' }] }),
    aMember({ memberId: 'l-new', name: 'Siv Berg', terms: [{ from: '2026-01-01', office: 'member' }] }),
    aMember({
      memberId: 'l-olle',
      name: 'Olle Ny',
      terms: [{ from: '2022-10-15', office: 'substitute' }],
      servingOn: ['2025-02-04'],
    }),
  ],
  people: [
    ['p-1', 'Lena Handläggare'],
    ['p-2', 'Per Ås'],
    ['p-3', 'per ås'],
  ].map(([subject, name]) => person.parse({ subject, name, roles: [] })),
};

const row: OpenMotionRow = {
  row: 4,
  registrationNumber: 'RS 7-2025',
  title: 'Fler bussar',
  body: 'Bussen är full.',
  movers: ['l-eva'],
  receivedOn: '2025-02-03',
  raisedOn: '2025-02-04',
  enteredAt: 'Drafting',
  announcedOn: '2025-02-18',
  officer: 'p-1',
  unit: 'Staben',
  clauses: ['fler turer', 'fler hållplatser'],
  proposals: [],
  answer: undefined,
  board: undefined,
  minorityDeferralUsed: false,
};
const proposals = [
  { clause: 1, outcome: 'REJECTED' },
  { clause: 2, outcome: 'ANSWERED' },
] as const;
const answered: Partial<OpenMotionRow> = { enteredAt: 'BoardReady', proposals, answer: 'Det är den inte.' };

const commandsOf = (more: Partial<OpenMotionRow>) => {
  const found = enteringCommands({ ...row, ...more }, known);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found;
};
const problemsOf = (more: Partial<OpenMotionRow>) => {
  const found = enteringCommands({ ...row, ...more }, known);
  return 'problems' in found ? found.problems : [];
};

describe('an open motion is entered by the commands of its step', () => {
  it('with its text, its number and its days', () => {
    expect(commandsOf({})).toEqual({
      row,
      told: [],
      first: {
        type: 'import-open-motion',
        text: { title: 'Fler bussar', body: 'Bussen är full.', clauses: ['fler turer', 'fler hållplatser'] },
        signatories: ['l-eva'],
        registrationNumber: 'RS 7-2025',
        receivedOn: '2025-02-03',
        raisedOn: '2025-02-04',
        status: 'Drafting',
        announcedOn: '2025-02-18',
        officer: 'p-1',
        unit: 'Staben',
      },
    });
  });

  test.each(['Registered', 'Referred', 'Assigned', 'Drafting'] as const)('at %s by one', (enteredAt) => {
    const { first, second } = commandsOf({ enteredAt });
    expect([first.status, second]).toEqual([enteredAt, undefined]);
    expect(first.announcedOn).toBe(enteredAt === 'Registered' ? undefined : '2025-02-18');
  });

  it('at the board by two: drafted, then answered', () => {
    const { first, second } = commandsOf(answered);
    expect(first.status).toBe('Drafting');
    expect(second).toEqual({
      type: 'import-earlier-work',
      answer: {
        title: 'Svar på motion: Fler bussar',
        sections: [{ heading: '', text: 'Det är den inte.' }],
      },
      proposals,
    });
  });

  it('at the council with what the board proposed, and where (KL 5:28)', () => {
    const board = { meetingDate: '2026-05-12', paragraph: '§ 12' };
    const { first, second } = commandsOf({ ...answered, enteredAt: 'CouncilReady', board });
    expect(first.status).toBe('Drafting');
    expect(second?.boardProposal).toEqual({ ...board, proposals });
  });

  it('says where the answer is that the table does not hold', () => {
    expect(commandsOf({ ...answered, answer: undefined }).second?.answer.sections[0]?.text).toBe(
      'Svaret skrevs innan systemet togs i bruk och finns i diariet.',
    );
  });

  it('cuts the title of the answer where the motion’s is as long as it may be', () => {
    const title = 'x'.repeat(500);
    expect(commandsOf({ ...answered, title }).second?.answer.title).toBe(
      `Svar på motion: ${title.slice(0, 484)}`,
    );
  });

  it('with the right that a minority has used (KL 5:50), said only where it was', () => {
    expect(commandsOf({ minorityDeferralUsed: true }).first.minorityDeferralUsed).toBe(true);
    expect(commandsOf({}).first).not.toHaveProperty('minorityDeferralUsed');
  });

  test.each<[string, Partial<OpenMotionRow>]>([
    ['a title', { title: 'x'.repeat(501) }],
    ['a unit, of one that is answered', { ...answered, unit: 'x'.repeat(201) }],
    [
      'the paragraph of the board',
      { ...answered, board: { meetingDate: '2026-05-12', paragraph: '§'.repeat(41) } },
    ],
  ])('not when %s is no such thing', (_, more) => {
    expect(problemsOf(more)).toMatchObject([{ row: 4, outcome: 'problem', code: 'too_long' }]);
    expect(problemsOf(more)[0]?.sentence).toContain('för långt');
  });
});

describe('a mover (domain.md §11.3: ask, never merge)', () => {
  it('is taken by id without a question, whether in office or not', () => {
    const { first, told } = commandsOf({ movers: ['l-bo2', 'l-new'] });
    expect([first.signatories, told]).toEqual([['l-bo2', 'l-new'], []]);
  });

  it('is taken by a name that only one has, and told', () => {
    const { first, told } = commandsOf({ movers: ['eva  ek', 'l-bo'] });
    expect(first.signatories).toEqual(['l-eva', 'l-bo']);
    expect(told).toEqual([
      {
        row: 4,
        outcome: 'warning',
        code: 'mover_by_name',
        sentence: '”eva  ek” är l-eva (Exempelpartiet) enligt namnet. Kontrollera att det är rätt person.',
      },
    ]);
  });

  test.each<[string, string, string]>([
    ['mover_unknown', 'Ingen Alls', '”Ingen Alls” finns inte i förtroendemannaregistret.'],
    [
      'mover_ambiguous',
      'bo alm',
      'Flera heter ”bo alm”. Ange ledamots-id: l-bo (Exempelpartiet), l-bo2 (V).',
    ],
    [
      'mover_not_in_office',
      'Siv Berg',
      '”Siv Berg” (l-new) var inte i tjänst i fullmäktige 2025-02-04. Ange ledamots-id, om det är rätt person.',
    ],
  ])('is asked for: %s', (code, written, sentence) => {
    const problems = problemsOf({ movers: ['l-eva', written] });
    expect(problems).toMatchObject([{ row: 4, outcome: 'problem', code }]);
    expect(problems[0]?.sentence).toContain(sentence);
  });

  it('who is a substitute must have served on the day it was raised (KL 4:22)', () => {
    expect(commandsOf({ movers: ['Olle Ny'] }).first.signatories).toEqual(['l-olle']);
    expect(problemsOf({ movers: ['Olle Ny'], raisedOn: '2025-02-05' })).toMatchObject([
      { code: 'mover_not_in_office' },
    ]);
  });

  it('may be missing', () => {
    expect(commandsOf({ movers: [] }).first.signatories).toEqual([]);
  });
});

describe('an officer', () => {
  it.each([
    ['p-2', 'p-2'],
    ['lena handläggare', 'p-1'],
    [undefined, undefined],
  ])('%j is %j', (officer, subject) => {
    expect(commandsOf({ officer }).first.officer).toBe(subject);
  });

  it.each([
    ['officer_unknown', 'Ingen', 'Handläggaren ”Ingen” är inte upplagd.'],
    ['officer_ambiguous', 'Per Ås', 'Flera heter ”Per Ås”. Ange användarnamn: p-2, p-3.'],
  ])('is asked for: %s', (code, officer, sentence) => {
    expect(problemsOf({ officer })).toEqual([{ row: 4, outcome: 'problem', code, sentence }]);
  });

  it('is told together with the movers', () => {
    const codes = problemsOf({ movers: ['Ingen', 'Bo Alm'], officer: 'Ingen' }).map(({ code }) => code);
    expect(codes).toEqual(['mover_unknown', 'mover_ambiguous', 'officer_unknown']);
  });
});

describe('what is looked at, and does not stop the row (domain.md §11.3)', () => {
  it('a motion announced before it came', () => {
    const [told] = commandsOf({ announcedOn: '2025-02-02' }).told;
    expect(told).toMatchObject({ row: 4, outcome: 'warning', code: 'dates_odd' });
    expect(told?.sentence).toContain('anmäldes 2025-02-02, innan den kom in 2025-02-03.');
    expect(commandsOf({ announcedOn: '2025-02-03' }).told).toEqual([]);
    expect(commandsOf({ announcedOn: '2025-02-02', enteredAt: 'Registered' }).told).toEqual([]);
  });

  const imported = {
    type: 'OpenMotionImported',
    registrationNumber: 'RS 1015-2026',
    registerSequence: 1015,
  } as unknown as MotionEvent;

  it('a number that passes over more than a thousand', () => {
    expect(numberTold(4, imported, 15)).toEqual([]);
    expect(numberTold(4, imported, 14)).toEqual([
      {
        row: 4,
        outcome: 'warning',
        code: 'number_far_ahead',
        sentence:
          'RS 1015-2026 ligger långt över årets senaste nummer (13). Numren däremellan delas aldrig ut; kontrollera att det är rätt skrivet.',
      },
    ]);
  });

  it('no number that leaves the counter where it is', () => {
    expect(numberTold(4, imported, undefined)).toEqual([]);
    expect(numberTold(4, { ...imported, registerSequence: undefined } as MotionEvent, 1)).toEqual([]);
    expect(
      numberTold(4, { type: 'MotionRegistered', registerSequence: 1015 } as unknown as MotionEvent, 1),
    ).toEqual([]);
  });
});
