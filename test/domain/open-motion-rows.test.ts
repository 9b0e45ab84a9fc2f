import { describe, expect, it, test } from 'vitest';
import { readOpenMotionRows } from '../../domain/open-motion-rows.ts';
import { answered, type Cells, drafting, proposed, received, tableOf } from '../support/open-motion-cells.ts';

const rowOf = (cells: Cells) => {
  const read = readOpenMotionRows(tableOf(cells));
  return 'rows' in read ? read.rows[0] : undefined;
};
const told = (...rows: Cells[]) => {
  const read = readOpenMotionRows(tableOf(...rows));
  const all = 'problems' in read ? read.problems : read.told;
  return all.map(({ row, outcome, code }) => [row, outcome, code]);
};

describe('a row of an open motion', () => {
  it('says no more than its cells: what is left out is not known', () => {
    expect(rowOf(received)).toEqual({
      row: 2,
      registrationNumber: 'RS 7-2025',
      title: 'Fler bussar',
      body: '',
      movers: ['m-anna'],
      receivedOn: '2025-02-03',
      // Raised when it came, where nothing else is said (domain.md §1.2).
      raisedOn: '2025-02-03',
      enteredAt: 'Registered',
      announcedOn: undefined,
      officer: undefined,
      unit: undefined,
      clauses: [],
      proposals: [],
      answer: undefined,
      board: undefined,
      minorityDeferralUsed: false,
    });
  });

  it('says all that the board and the official have done', () => {
    const whole = { motionstext: 'Bussen är full.', väckt: '2025-02-18', svar: 'Det är den inte.' };
    expect(rowOf({ ...proposed, ...whole, minoritetsåterremiss: 'ja' })).toMatchObject({
      body: 'Bussen är full.',
      receivedOn: '2025-02-03',
      raisedOn: '2025-02-18',
      enteredAt: 'CouncilReady',
      announcedOn: '2025-02-18',
      officer: 'p-official',
      unit: 'Staben',
      clauses: ['fler turer', 'fler hållplatser'],
      proposals: [
        { clause: 1, outcome: 'REJECTED' },
        { clause: 2, outcome: 'ANSWERED' },
      ],
      answer: 'Det är den inte.',
      board: { meetingDate: '2026-05-12', paragraph: '§ 12' },
      minorityDeferralUsed: true,
    });
  });

  test.each([
    ['registrerad', received, 'Registered'],
    ['Remitterad', received, 'Referred'],
    ['remitterad  till styrelsen', received, 'Referred'],
    ['tilldelad', drafting, 'Assigned'],
    ['Tilldelad handläggare', drafting, 'Assigned'],
    ['under beredning', drafting, 'Drafting'],
    ['klar för styrelsen', answered, 'BoardReady'],
    ['klar för fullma\u0308ktige', proposed, 'CouncilReady'],
  ])('is entered at the step %j', (läge, cells, step) => {
    expect(rowOf({ ...cells, läge })?.enteredAt).toBe(step);
  });

  test.each(['m-anna|Bo Alm', 'm-anna; Bo Alm', 'm-anna, Bo Alm,', 'm-anna\n\n Bo Alm '])(
    'names its movers apart: %j',
    (motionärer) => {
      expect(rowOf({ ...received, motionärer })?.movers).toEqual(['m-anna', 'Bo Alm']);
    },
  );

  test.each(['fler turer, även natt|stopp', 'fler turer, även natt\nstopp'])(
    'may have a comma in a clause, as no clause ends with one: %j',
    (clauses) => {
      expect(rowOf({ ...received, 'att-satser': clauses })?.clauses).toEqual([
        'fler turer, även natt',
        'stopp',
      ]);
    },
  );

  test.each<[string, string, readonly unknown[]]>([
    ['ett|två', 'bifall', ['GRANTED', 'GRANTED']],
    ['ett|två', 'Bifall med  ändring, avslag', ['GRANTED_AMENDED', 'REJECTED']],
    ['ett|två', 'avslag\nanses besvarad', ['REJECTED', 'ANSWERED']],
    ['ett', 'besvarad', ['ANSWERED']],
  ])('has for the clauses %j the proposals %j', (clauses, förslag, outcomes) => {
    expect(rowOf({ ...answered, 'att-satser': clauses, förslag })?.proposals).toEqual(
      outcomes.map((outcome, index) => ({ clause: index + 1, outcome })),
    );
  });

  it('has a proposal for the whole where its clauses are not known', () => {
    expect(rowOf({ ...answered, 'att-satser': '', förslag: 'avslag' })?.proposals).toEqual([
      { clause: 'whole', outcome: 'REJECTED' },
    ]);
    expect(told({ ...answered, 'att-satser': '', förslag: 'avslag|bifall' })).toEqual([
      [2, 'problem', 'outcomes_differ'],
    ]);
  });

  it.each([
    ['ja', true],
    ['Nej', false],
    ['', false],
  ])('says %j of the minority’s right to put it off once (KL 5:50)', (minoritetsåterremiss, isUsed) => {
    expect(rowOf({ ...proposed, minoritetsåterremiss })?.minorityDeferralUsed).toBe(isUsed);
  });
});

describe('a row that is wrong', () => {
  test.each<[string, Cells, string]>([
    ['number_missing', { ...received, diarienummer: '' }, 'Diarienummer behövs.'],
    ['title_missing', { ...received, titel: '' }, 'Titel behövs.'],
    ['received_missing', { ...received, inkom: '', väckt: '2025-02-03' }, 'kom in behövs (OSL 5:2)'],
    ['day_unreadable', { ...received, inkom: '3 februari' }, 'kolumnen inkom går'],
    ['day_unreadable', { ...received, väckt: '2025-02-31' }, 'kolumnen väckt går'],
    ['day_unreadable', { ...drafting, anmäld: 'x' }, 'kolumnen anmäld går'],
    ['day_unreadable', { ...proposed, 'styrelsens datum': 'x' }, 'kolumnen styrelsens datum går'],
    ['status_unknown', { ...received, läge: 'på gång' }, 'Läget ska vara registrerad, remitterad,'],
    ['status_unknown', { ...received, läge: '' }, 'klar för styrelsen eller klar för fullmäktige.'],
    ['minority_unreadable', { ...received, minoritetsåterremiss: 'kanske' }, 'minoritetsåterremiss'],
    ['outcome_unknown', { ...answered, förslag: 'avskrivs' }, 'bifall med ändring, avslag eller besvarad'],
    ['outcome_unknown', { ...answered, förslag: 'avslag|kanske' }, 'Förslag ska vara'],
    ['outcomes_differ', { ...answered, förslag: 'bifall|avslag|bifall' }, 'ett för var och en'],
    ['officer_too_early', { ...received, handläggare: 'p-official' }, 'först när motionen är tilldelad'],
    ['officer_too_early', { ...received, läge: 'remitterad', enhet: 'Staben' }, 'Handläggare och enhet'],
    ['proposal_too_early', { ...drafting, förslag: 'bifall' }, 'först när motionen är klar för styrelsen'],
    ['proposal_too_early', { ...received, svar: 'Det görs.' }, 'Förslag och svar'],
    ['proposal_missing', { ...answered, förslag: '' }, 'Ange vad som föreslås.'],
    ['proposal_missing', { ...proposed, förslag: '' }, 'Ange vad som föreslås.'],
    ['board_too_early', { ...answered, 'styrelsens paragraf': '§ 3' }, 'bara när motionen är klar för full'],
    ['board_too_early', { ...answered, 'styrelsens datum': '2026-05-12' }, 'Styrelsens datum och paragraf'],
    ['board_missing', { ...proposed, 'styrelsens paragraf': '' }, '(KL 5:28)'],
    ['board_missing', { ...proposed, 'styrelsens datum': '' }, '(KL 5:28)'],
  ])('%s: %j', (code, cells, sentence) => {
    const read = readOpenMotionRows(tableOf({ ...received, diarienummer: 'RS 1-2025' }, cells));
    const problems = 'problems' in read ? read.problems : [];
    expect(problems).toMatchObject([{ row: 3, outcome: 'problem', code }]);
    expect(problems[0]?.sentence).toContain(sentence);
  });

  it('is told with all that is wrong, in the order of the rows', () => {
    const other = { ...received, diarienummer: '', titel: '' };
    expect(told(received, received, other)).toEqual([
      [3, 'problem', 'number_repeated'],
      [4, 'problem', 'number_missing'],
      [4, 'problem', 'title_missing'],
    ]);
    expect(told(other, { ...other, diarienummer: 'RS 8-2025' })).toEqual([
      [2, 'problem', 'number_missing'],
      [2, 'problem', 'title_missing'],
      [3, 'problem', 'title_missing'],
    ]);
  });

  it('whose number another row has: one number names one case (OSL 5:2)', () => {
    const second = { ...received, diarienummer: 'RS 8-2025' };
    expect(told(received, second, received, second)).toEqual([
      [4, 'problem', 'number_repeated'],
      [5, 'problem', 'number_repeated'],
    ]);
  });

  it('lets nothing of the others in, nor their warnings', () => {
    expect(told({ ...received, motionärer: '' }, { ...received, titel: '' })).toEqual([
      [3, 'problem', 'title_missing'],
      [3, 'problem', 'number_repeated'],
    ]);
  });
});

describe('a row that is looked at, and entered', () => {
  it('has no mover: what has come in is registered all the same (domain.md §1.3)', () => {
    expect(told({ ...received, motionärer: '' })).toEqual([[2, 'warning', 'movers_missing']]);
    expect(rowOf({ ...received, motionärer: '' })?.movers).toEqual([]);
    expect(told(received)).toEqual([]);
  });

  it('was announced, but is entered before that step', () => {
    const cells = { ...received, anmäld: '2025-02-18' };
    expect(told(cells)).toEqual([[2, 'warning', 'announced_left_out']]);
    expect(told({ ...cells, läge: 'remitterad' })).toEqual([]);
  });
});

describe('the table as a whole', () => {
  test.each([
    ['dnr', 'text', 'undertecknare', 'inkommen', 'status', 'att-sats'],
    ['DIARIENUMMER', 'Motionstext', 'motionär', 'Inkom', 'La\u0308ge', 'Att-satser'],
  ])('may have the headings %s, %s, %s, %s, %s and %s', (...written) => {
    const [number, text, movers, came, status, clauses] = written;
    const content = `${number};titel;${text};${movers};${came};${status};${clauses}\nRS 7-2025;Bussar;Brev.;m-bo;2025-02-03;registrerad;ett`;
    const read = readOpenMotionRows(content);
    expect('rows' in read && read.rows).toMatchObject([
      { registrationNumber: 'RS 7-2025', body: 'Brev.', movers: ['m-bo'], clauses: ['ett'] },
    ]);
  });

  it('needs number, title, movers, the day it came, and the step', () => {
    const read = readOpenMotionRows('motionstext\nx');
    expect('problems' in read && read.problems.map(({ sentence }) => sentence)).toEqual(
      ['diarienummer', 'titel', 'motionärer', 'inkom', 'läge'].map((each) => `Kolumnen ${each} behövs.`),
    );
  });

  it('holds at most 200 motions', () => {
    const rows = Array.from({ length: 201 }, (_, index) => ({ ...received, diarienummer: `RS ${index}` }));
    expect(told(...rows)).toEqual([[0, 'problem', 'too_many_rows']]);
    const read = readOpenMotionRows(tableOf(...rows));
    expect('problems' in read && read.problems[0]?.sentence).toBe('Högst 200 rader åt gången.');
    expect(told(...rows.slice(1))).toEqual([]);
  });
});
