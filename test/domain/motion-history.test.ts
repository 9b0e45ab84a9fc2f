import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../../domain/calendar-date.ts';
import { movesStep } from '../../domain/evolve.ts';
import { isOpenMotion, mayHaveBeenOpenOn, stateOn } from '../../domain/motion-history.ts';
import { isMarkedSecret } from '../../domain/secrecy.ts';
import {
  aHistory,
  assigned,
  decided,
  drafted,
  type Happened,
  onCouncilAgenda,
  prepared,
  referred,
  registered,
  reportedLate,
  takenBack,
} from '../support/history-builders.ts';

const decision = decided('2026-05-19', ['GRANTED', 'REJECTED']);
const wholeCase = aHistory([...prepared('2026-01-12', { registeredOn: '2026-01-13' }), decision]);
const statusOn = (history: typeof wholeCase, on: string) => stateOn(history, on)?.record.status;

describe('a motion as it stood at the end of a day', () => {
  test.each([
    ['2026-01-11', undefined, undefined],
    ['2026-01-12', 'Received', '2026-01-12'],
    ['2026-01-13', 'Registered', '2026-01-13'],
    ['2026-01-20', 'Referred', '2026-01-20'],
    ['2026-02-01', 'Assigned', '2026-01-27'],
    ['2026-03-15', 'Drafting', '2026-02-02'],
    ['2026-03-16', 'Approval', '2026-03-16'],
    ['2026-04-13', 'BoardAgenda', '2026-04-01'],
    ['2026-04-14', 'CouncilReady', '2026-04-14'],
    ['2026-05-18', 'CouncilAgenda', '2026-05-04'],
    ['2026-05-19', 'Decided', '2026-05-19'],
    ['2030-01-01', 'Decided', '2026-05-19'],
  ])('%s: %s', (on, status, since) => {
    const state = stateOn(wholeCase, on);
    expect([state?.record.status, state?.since]).toEqual([status, since]);
  });

  it('goes by the day of the meeting, not by when its minutes were keyed in', () => {
    // Put on the agenda in the product only after the meeting: then it was on it by the meeting at the latest.
    const late = aHistory([
      ...prepared('2026-01-12').slice(0, -1),
      onCouncilAgenda('2026-05-25', '2026-05-19'),
      decision,
    ]);
    expect(statusOn(late, '2026-05-18')).toBe('CouncilReady');
    expect(statusOn(late, '2026-05-19')).toBe('Decided');
  });

  it('knows a late report from the day of its meeting, and lets it draw nothing with it', () => {
    const history = aHistory([
      ...registered('2026-01-12'),
      referred('2026-01-20'),
      assigned('2026-11-26'),
      drafted('2026-11-30'),
      // Keyed in when the minutes were, after the official had begun.
      reportedLate('2026-11-24', '2027-02-16'),
    ]);
    expect(stateOn(history, '2026-11-23')).toMatchObject({
      record: { status: 'Referred' },
      lateReport: undefined,
    });
    expect(stateOn(history, '2026-11-24')).toMatchObject({
      record: { status: 'Referred' },
      since: '2026-01-20',
      lateReport: { plannedOn: '2027-02-16', at: { meetingDate: '2026-11-24' } },
    });
    expect(statusOn(history, '2026-11-30')).toBe('Drafting');
  });

  it('is not moved on by what came beside the case and was keyed in later', () => {
    const all = prepared('2026-01-12');
    const question = { documentId: 'q', hash: '0'.repeat(64) };
    const asked = {
      consultationNo: 1,
      recipient: 'c-1',
      sentOn: '2026-02-03',
      dueOn: '2026-03-01',
      question,
    };
    const sent: Happened = ['2026-02-03', { type: 'ConsultationSent', ...asked, first: true }];
    const ended = { consultationNo: 1, how: 'closed', last: true } as const;
    const closed: Happened = ['2026-02-20', { type: 'ConsultationEnded', ...ended }];
    const came = { consultationNo: 1, statement: question, receivedOn: '2026-03-20', last: false };
    const history = aHistory([
      ...all.slice(0, 5),
      sent,
      closed,
      ...all.slice(5),
      ['2026-03-20', { type: 'StatementReceived', ...came, maker: { by: 'official' } }],
    ]);
    expect(statusOn(history, '2026-03-19')).toBe('Approval');
    expect(statusOn(history, '2026-03-20')).toBe('Approval');
    expect(statusOn(history, '2026-03-23')).toBe('BoardReady');
    expect(statusOn(history, '2030-01-01')).toBe('CouncilAgenda');
  });

  it('has a day that was corrected as it was all the time', () => {
    const note = { documentId: 'n', hash: '0'.repeat(64) };
    const corrected = {
      type: 'DaysCorrected',
      receivedOn: '2026-01-05',
      raisedOn: '2026-01-07',
      note,
    } as const;
    const history = aHistory([...prepared('2026-01-12'), ['2026-08-01', corrected]]);
    expect(stateOn(history, '2026-02-01')?.record).toMatchObject({
      status: 'Assigned',
      receivedOn: '2026-01-05',
      raisedOn: '2026-01-07',
    });
  });

  it('has a late report that was taken back as never made, and the one before as the latest', () => {
    const [first, second] = [
      reportedLate('2026-11-24', '2027-02-16'),
      reportedLate('2027-02-16', '2027-06-15'),
    ];
    const at = { minutesId: 'council-2027-02-16', meetingDate: '2027-02-16', paragraph: '§ 9' };
    const back = ['2027-02-20', { type: 'LateReportTakenBack', at }] as const;
    const history = aHistory([...registered('2026-01-12'), first, second, back]);
    expect(stateOn(history, '2027-02-17')).toMatchObject({ lateReport: { plannedOn: '2027-02-16' } });
    expect(stateOn(history, '2027-12-31')).toMatchObject({
      record: { status: 'Registered' },
      lateReport: { plannedOn: '2027-02-16' },
    });
    expect(history.motion).toMatchObject({ lateReport: { plannedOn: '2027-02-16' } });
    const none = aHistory([...registered('2026-01-12'), second, back]);
    expect(stateOn(none, '2027-12-31')).toMatchObject({ lateReport: undefined });
    expect(JSON.stringify(none.motion)).not.toContain('lateReport');
  });

  it('has what was mis-keyed and taken back as never done, and the right act from its own day', () => {
    const mended = decided('2026-05-19', ['REJECTED', 'REJECTED'], '§ 6');
    const history = aHistory([
      ...prepared('2026-01-12'),
      decision,
      takenBack('2026-05-21', decision),
      mended,
    ]);
    expect(stateOn(history, '2026-05-20')?.record).toMatchObject({ decision: { outcome: 'REJECTED' } });
    const undone = aHistory([...prepared('2026-01-12'), decision, takenBack('2026-05-21', decision)]);
    expect([statusOn(undone, '2026-05-18'), statusOn(undone, '2026-05-20')]).toEqual([
      'CouncilAgenda',
      'CouncilAgenda',
    ]);
  });

  it('was open before it was entered, when it was open on paper', () => {
    const { text } = wholeCase.motion;
    const entered: Happened = [
      '2026-09-01',
      {
        type: 'OpenMotionImported',
        text,
        clauseCount: 1,
        receivedOn: '2025-02-03',
        raisedOn: '2025-02-03',
        registrationNumber: 'RS 9-2025',
        registerYear: 2025,
        signatories: [{ memberId: 'm-anna', party: 'A' }],
        importedOn: '2026-09-01',
        referredBy: 'council',
        announcedOn: '2025-03-01',
        officer: 'p-official',
        unit: 'Staben',
        status: 'Drafting',
      } as Happened[1],
    ];
    const history = aHistory([entered]);
    expect(statusOn(history, '2025-02-02')).toBeUndefined();
    expect(statusOn(history, '2025-02-03')).toBe('Drafting');
  });

  it('has what stands beside its steps from the day of it', () => {
    const mark: Happened = [
      '2026-01-20',
      { type: 'SecrecyMarked', provision: 'OSL', markedOn: '2026-01-20', authority: 'RF' },
    ];
    const history = aHistory([...registered('2026-01-12'), mark, referred('2026-02-10')]);
    const isMarked = (on: string) => isMarkedSecret(stateOn(history, on)?.record);
    expect([isMarked('2026-01-19'), isMarked('2026-01-20')]).toEqual([false, true]);
  });

  it('never goes back as days pass, whatever was keyed in late', () => {
    const course = [...prepared('2026-01-12'), decision];
    const delays = fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 12, maxLength: 12 });
    const anOn = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2025-12-01', days));
    fc.assert(
      fc.property(delays, anOn, fc.nat(60), (moved, on, days) => {
        const history = aHistory(course.map(([day, event], at) => [addDays(day, moved[at] ?? 0), event]));
        const [before, after] = [stateOn(history, on), stateOn(history, addDays(on, days))];
        expect((before?.record.version ?? 0) <= (after?.record.version ?? 0)).toBe(true);
        // A step is there from its day; what stands beside one waits for it.
        const steps = history.events.filter(({ event, occurredOn }) => movesStep(event) && occurredOn <= on);
        expect((before?.record.version ?? 0) >= steps.length).toBe(true);
      }),
    );
  });
});

describe('whether it can have been open', () => {
  it('agrees with what its events say', () => {
    const histories = [
      wholeCase,
      aHistory(prepared('2026-01-12')),
      aHistory([...registered('2026-01-12'), referred('2026-01-20')]),
      aHistory(prepared('2026-01-12').slice(0, 7)),
    ];
    for (const history of histories) {
      for (let days = 0; days < 200; days += 1) {
        const on = addDays('2026-01-01', days);
        const state = stateOn(history, on);
        if (state !== undefined && isOpenMotion(state.record))
          expect([on, mayHaveBeenOpenOn(history.motion, on)]).toEqual([on, true]);
      }
      expect(mayHaveBeenOpenOn(history.motion, '2026-01-11')).toBe(false);
    }
    expect(mayHaveBeenOpenOn(wholeCase.motion, '2026-05-18')).toBe(true);
    expect(mayHaveBeenOpenOn(wholeCase.motion, '2026-05-19')).toBe(false);
  });

  it('is not before it has its number', () => {
    const received = stateOn(wholeCase, '2026-01-12')?.record;
    expect(received && isOpenMotion(received)).toBe(false);
  });
});
