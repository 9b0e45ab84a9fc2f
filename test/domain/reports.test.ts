import { describe, expect, it } from 'vitest';
import {
  grantedMotionColumns,
  grantedMotionsReport,
  isDecided,
} from '../../domain/granted-motions-report.ts';
import { stateOn } from '../../domain/motion-history.ts';
import { moverNames } from '../../domain/mover-names.ts';
import { openMotionColumns, openMotionsReport } from '../../domain/open-motions-report.ts';
import { writeCsv } from '../../domain/write-csv.ts';
import {
  aHistory,
  answered,
  assigned,
  decided,
  drafted,
  type Happened,
  onBoardAgenda,
  prepared,
  referred,
  registered,
  reportedLate,
} from '../support/history-builders.ts';
import { aMember, aRegion } from '../support/motion-people.ts';

const members = new Map(
  [aMember({ memberId: 'm-anna', name: 'Anna Ek' }), aMember({ memberId: 'm-bo', name: 'Bo Alm' })].map(
    (each) => [each.memberId, each],
  ),
);
const organisation = aRegion({
  consultees: [{ id: 'hsn', name: 'Hälso- och sjukvårdsnämnden', kind: 'committee' }],
});
const calendar = {
  council: ['2026-02-17', '2026-04-21', '2026-06-16', '2026-09-29', '2026-11-24', '2027-02-16'],
  board: ['2026-01-27', '2026-03-31', '2026-05-26', '2026-09-08', '2026-11-03', '2027-01-26'],
};
type Case = readonly [caseId: string, happened: readonly Happened[]];
const reportOn = (on: string, ...cases: readonly Case[]) =>
  openMotionsReport(
    cases.flatMap(([caseId, happened]) => {
      const state = stateOn(aHistory(happened, caseId), on);
      return state === undefined
        ? []
        : [{ ...state, title: `Om ${caseId}`, movers: moverNames(state.record, members) }];
    }),
    { on, calendar, organisation },
  );
const waitsOn = (on: string, ...happened: readonly Happened[]) => {
  const [row] = reportOn(on, ['c', happened]).motions;
  return [row?.state, row?.waitsFor];
};
const document = { documentId: 'd', hash: '0'.repeat(64) };

describe('the report of open motions', () => {
  const old = registered('2025-02-03', { number: 'RS 9-2025' });
  const waiting: Case = ['old', [...old, referred('2025-03-01'), reportedLate('2026-02-17', '2026-06-16')]];
  const fresh: Case = ['fresh', registered('2026-05-04', { number: 'RS 10-2026' })];
  const older: Case = ['older', registered('2026-05-04', { number: 'RS 9-2026' })];
  const gone: Case = ['gone', [...prepared('2026-01-12'), decided('2026-05-19', ['GRANTED', 'REJECTED'])]];

  it('lists what was open that day, the oldest first, and counts what is over a year', () => {
    const report = reportOn('2026-06-01', fresh, gone, older, waiting);
    expect(report.motions.map((row) => row.caseId)).toEqual(['old', 'older', 'fresh']);
    expect([report.count, report.overOneYear]).toEqual([3, 1]);
    expect(reportOn('2026-05-18', fresh, gone).motions.map((row) => row.caseId)).toEqual(['gone', 'fresh']);
    expect(reportOn('2026-05-03', fresh, gone).count).toBe(1);
    expect(reportOn('2026-05-20', gone)).toMatchObject({ on: '2026-05-20', count: 0, motions: [] });
  });

  it('says of each number, title, movers, age, state, clock and late report', () => {
    const [row] = reportOn('2026-06-01', waiting).motions;
    expect(row).toEqual({
      caseId: 'old',
      registrationNumber: 'RS 9-2025',
      title: 'Om old',
      movers: [{ name: 'Anna Ek', party: 'A', withdrawn: false }],
      raisedOn: '2025-02-03',
      ageDays: 483,
      state: 'remitterad till styrelsen',
      waitsFor: 'handläggare ska utses',
      anniversary: '2026-02-03',
      // The calendar has no council meeting from 4 February 2025 to 3 February 2026.
      lastMeeting: undefined,
      daysLeft: -118,
      signal: 'red',
      // 1 June + 7 + 60 + 10 days = 17 August: papers for the board on 8 September are due on 25 August.
      estimatedDecisionOn: '2026-09-29',
      overOneYear: true,
      reportedLateOn: '2026-02-17',
      plannedOn: '2026-06-16',
      consultationsOut: [],
    });
    expect(reportOn('2026-02-16', waiting).motions[0]).toMatchObject({ reportedLateOn: undefined });
    expect(reportOn('2026-02-03', waiting).motions[0]).toMatchObject({ overOneYear: false, ageDays: 365 });
    expect(reportOn('2026-02-04', waiting).motions[0]).toMatchObject({ overOneYear: true });
    expect(reportOn('2026-06-01', fresh).motions[0]).toMatchObject({
      lastMeeting: '2027-02-16',
      daysLeft: 260,
      signal: 'green',
    });
  });

  it('says what it waits for, and why it has come back', () => {
    const steps = [referred('2026-01-20'), assigned('2026-01-27'), drafted('2026-02-02')];
    const start = registered('2026-01-12');
    expect(waitsOn('2026-01-19', ...start, ...steps)).toEqual(['registrerad', 'ska remitteras']);
    expect(waitsOn('2026-01-27', ...start, ...steps)).toEqual([
      'tilldelad handläggare',
      'beredningen ska börja, Staben',
    ]);
    expect(waitsOn('2026-02-02', ...start, ...steps)).toEqual(['under beredning', 'svar bereds, Staben']);
    const [, approving] = waitsOn('2026-03-16', ...start, ...steps, ...answered('2026-03-16'));
    expect(approving).toBe('svaret ska godkännas av områdeschef');
    const [, booked] = waitsOn('2026-04-02', ...prepared('2026-01-12'));
    expect(booked).toBe('behandlas i regionstyrelsen 2026-04-14');
    const [, ready] = waitsOn('2026-04-20', ...prepared('2026-01-12'));
    expect(ready).toBe('ska sättas upp i regionfullmäktige');
    const back: Happened = [
      '2026-05-19',
      {
        type: 'CouncilReferredBack',
        at: { minutesId: 'm', paragraph: '§ 3', meetingDate: '2026-05-19' },
        request: { by: 'minority', present: 71, behind: 24 },
        reason: document,
      },
    ];
    const [, returned] = waitsOn('2026-05-19', ...prepared('2026-01-12'), back);
    expect(returned).toBe(
      'svar bereds, Staben; har återremitterats; har skjutits upp på en minoritets begäran',
    );
    const again = [
      ...answered('2026-06-01'),
      ['2026-06-02', { type: 'AnswerApproved', step: 1, last: true }] as Happened,
      onBoardAgenda('2026-06-03', '2026-06-09'),
    ];
    const [, boarded] = waitsOn('2026-06-03', ...prepared('2026-01-12'), back, ...again);
    expect(boarded).toContain('behandlas i regionstyrelsen 2026-06-09; har återremitterats;');
  });

  it('names whose statement is awaited, and which are overdue', () => {
    const sent = (consultationNo: number, recipient: string, dueOn: string): Happened => [
      '2026-02-10',
      {
        type: 'ConsultationSent',
        consultationNo,
        recipient,
        sentOn: '2026-02-10',
        dueOn,
        question: document,
        first: consultationNo === 1,
      },
    ];
    const happened = [
      ...registered('2026-01-12'),
      referred('2026-01-20'),
      assigned('2026-01-27'),
      drafted('2026-02-02'),
      sent(1, 'hsn', '2026-03-10'),
      sent(2, 'Revisorerna', '2026-04-10'),
    ];
    const report = reportOn('2026-03-11', ['c', happened]);
    const [row] = report.motions;
    expect([row?.state, row?.waitsFor]).toEqual([
      'på remiss',
      'yttrande från Hälso- och sjukvårdsnämnden, Revisorerna',
    ]);
    expect(row?.consultationsOut).toEqual([
      { recipient: 'Hälso- och sjukvårdsnämnden', sentOn: '2026-02-10', dueOn: '2026-03-10', overdue: true },
      { recipient: 'Revisorerna', sentOn: '2026-02-10', dueOn: '2026-04-10', overdue: false },
    ]);
    const [, line] = writeCsv(openMotionColumns, report.motions).split('\r\n');
    expect(line).toContain('Hälso- och sjukvårdsnämnden 2026-03-10 (försenad), Revisorerna 2026-04-10');
  });

  it('gives motions prepared together the clock of the earliest, and each its own year', () => {
    const joined = (lead: string): Happened => ['2026-02-03', { type: 'PreparationJoined', lead }];
    const to = (raisedOn: string, number: string) => [
      ...registered(raisedOn, { number }),
      referred('2026-01-20'),
      assigned('2026-01-27'),
      drafted('2026-02-02'),
    ];
    const lead: Case = ['lead', to('2026-01-12', 'RS 2-2026')];
    const other: Case = ['other', [...to('2025-09-30', 'RS 1-2026'), joined('lead')]];
    const alone: Case = ['alone', to('2026-01-12', 'RS 3-2026')];
    const { motions } = reportOn('2026-03-02', lead, other, alone);
    expect(motions.map((row) => [row.caseId, row.lastMeeting, row.anniversary, row.waitsFor])).toEqual([
      ['other', '2026-09-29', '2026-09-30', 'svar bereds, Staben; bereds tillsammans med RS 2-2026'],
      ['lead', '2026-09-29', '2027-01-12', 'svar bereds, Staben; bereds tillsammans med RS 1-2026'],
      ['alone', '2026-11-24', '2027-01-12', 'svar bereds, Staben'],
    ]);
  });

  it('names a mover who has withdrawn, and one the register no longer holds', () => {
    const signed = ['m-anna', 'm-bo', 'm-gone'].map((memberId) => ({ memberId, party: 'S' }));
    const withdrew: Happened = [
      '2026-02-01',
      { type: 'SignatoryWithdrew', memberId: 'm-bo', withdrawnOn: '2026-02-01', last: false },
    ];
    const { motions } = reportOn('2026-03-01', ['c', [...registered('2026-01-12', { signed }), withdrew]]);
    expect(writeCsv(openMotionColumns, motions)).toContain(
      '"Anna Ek (S), Bo Alm (S, återtagit), uppgift saknas (S)"',
    );
  });

  it('is a table with a heading for each column', () => {
    const csv = writeCsv(openMotionColumns, reportOn('2026-06-01', waiting).motions).split('\r\n');
    expect(csv[0]?.split(';').length).toBe(openMotionColumns.length);
    expect(csv[1]).toBe(
      'RS 9-2025;Om old;Anna Ek (A);2025-02-03;483;remitterad till styrelsen;handläggare ska utses;' +
        '2026-02-03;;-118;röd;2026-09-29;ja;2026-02-17;2026-06-16;',
    );
  });
});

describe('the report of granted motions', () => {
  const text = { title: 'Tak', body: '', clauses: ['att ett', 'att två'] };
  const candidate = (caseId: string, day: string, ...outcomes: Parameters<typeof decided>[1]) => {
    const { motion } = aHistory([...prepared('2026-01-12'), decided(day, outcomes)], caseId);
    if (!isDecided(motion)) throw new Error('not decided');
    return { record: motion, text, movers: moverNames(motion, members) };
  };
  const all = [
    candidate('mixed', '2026-05-19', 'REJECTED', 'GRANTED_AMENDED'),
    candidate('granted', '2026-05-19', 'GRANTED', 'GRANTED'),
    candidate('amended', '2026-04-21', 'GRANTED_AMENDED', 'GRANTED_AMENDED'),
    candidate('answered', '2026-05-19', 'ANSWERED', 'ANSWERED'),
    candidate('half-no', '2026-05-19', 'ANSWERED', 'REJECTED'),
    candidate('lapsed', '2026-05-19', 'LAPSED', 'LAPSED'),
    candidate('late', '2026-06-16', 'GRANTED', 'GRANTED'),
  ];
  const ids = (from: string, to: string) =>
    grantedMotionsReport(all, from, to)
      .motions.map((row) => row.caseId)
      .sort();

  it('has what was granted in the span, in whole, amended or in part; what is answered is no yes', () => {
    expect(ids('2026-04-22', '2026-05-19')).toEqual(['granted', 'mixed']);
    expect(ids('2026-05-20', '2026-06-15')).toEqual([]);
    expect(ids('2026-04-21', '2026-06-16')).toEqual(['amended', 'granted', 'late', 'mixed']);
    expect(grantedMotionsReport(all, '2026-01-01', '2026-12-31').motions[0]?.caseId).toBe('amended');
  });

  it('shows of a motion granted in part what was granted, with day and paragraph', () => {
    const { motions, count } = grantedMotionsReport(all.slice(0, 1), '2026-01-01', '2026-12-31');
    expect(count).toBe(1);
    expect(motions[0]).toEqual({
      caseId: 'mixed',
      registrationNumber: 'RS 1-2026',
      title: 'Tak',
      movers: [{ name: 'Anna Ek', party: 'A', withdrawn: false }],
      raisedOn: '2026-01-12',
      decidedOn: '2026-05-19',
      paragraph: '§ 5',
      outcome: 'MIXED',
      outcomeName: 'bifall i delar',
      granted: [{ clause: 2, outcome: 'GRANTED_AMENDED', text: 'att två' }],
      deviatesFromBoard: false,
      state: 'beslutad',
    });
    expect(writeCsv(grantedMotionColumns, motions).split('\r\n')[1]).toBe(
      'RS 1-2026;Tak;Anna Ek (A);2026-01-12;2026-05-19;§ 5;bifall i delar;2. att två (bifall med ändring);nej;beslutad',
    );
  });

  it('is in the order of days and paragraphs, as numbers are read', () => {
    const at = (caseId: string, paragraph: string) => {
      const { motion } = aHistory(
        [...prepared('2026-01-12'), decided('2026-05-19', ['GRANTED', 'GRANTED'], paragraph)],
        caseId,
      );
      if (!isDecided(motion)) throw new Error('not decided');
      return { record: motion, text, movers: [] };
    };
    const rows = grantedMotionsReport(
      [at('ten', '§ 10'), at('nine', '§ 9')],
      '2026-05-19',
      '2026-05-19',
    ).motions;
    expect(rows.map(({ caseId }) => caseId)).toEqual(['nine', 'ten']);
  });

  it('tells of a motion granted as a whole, and of one whose text is gone', () => {
    const [one] = all.slice(1, 2);
    if (one === undefined) throw new Error('no motion');
    const decisions = [{ clause: 'whole' as const, outcome: 'GRANTED' as const }];
    const whole = { ...one, record: { ...one.record, decision: { ...one.record.decision, decisions } } };
    const column = grantedMotionColumns.find(({ heading }) => heading === 'Bifallet');
    const granted = [whole, { ...one, text: undefined }].map((each) => {
      const [row] = grantedMotionsReport([each], '2026-01-01', '2026-12-31').motions;
      return [row?.title, row && column?.value(row)];
    });
    expect(granted).toEqual([
      ['Tak', 'motionen (bifall)'],
      ['', '1. (bifall)\n2. (bifall)'],
    ]);
  });
});
