import { describe, expect, it } from 'vitest';
import { clockInputOf } from '../../domain/motion-clock.ts';
import { aMotion } from '../support/motion-builders.ts';
import { aRegion } from '../support/motion-people.ts';

const calendar = { council: ['2026-11-24'], board: ['2026-11-03'] };

describe('the clock of a record', () => {
  const facts = { today: '2026-07-30', calendar, organisation: aRegion() };
  it('asks by its status, approvals and agenda', () => {
    expect(clockInputOf(aMotion({ status: 'Received' }), facts)).toMatchObject({ raisedOn: '2026-01-12' });
    expect(clockInputOf(aMotion({ status: 'Approval' }), facts)).toMatchObject({ approvalSteps: 2 });
    const half = { ...aMotion({ status: 'Approval' }), approvalStep: 1 };
    expect(clockInputOf(half, { ...facts, since: '2026-07-28' })).toMatchObject({
      approvalSteps: 1,
      readyOn: '2026-08-02',
    });
    expect(clockInputOf(aMotion({ status: 'CouncilAgenda' }), facts)).toMatchObject({
      meetingDate: '2026-06-16',
      raisedOn: '2026-01-12',
    });
    const together = ['2025-11-01', '2026-01-12'];
    expect(clockInputOf(aMotion({ status: 'Drafting' }), { ...facts, together })?.raisedOn).toBe(together);
  });

  it('waits for the statements that have been asked for', () => {
    const document = aMotion({ status: 'Registered' }).text;
    const asked = (status: 'Sent' | 'Answered', dueOn: string, consultationNo: number) => ({
      consultationNo,
      recipient: 'hsn',
      sentOn: '2026-07-01',
      dueOn,
      question: document,
      status,
    });
    const record = {
      ...aMotion({ status: 'Drafting' }),
      status: 'Consulting' as const,
      consultations: [asked('Answered', '2026-12-24', 1), asked('Sent', '2026-10-30', 2)],
    };
    const ready = (since: string) => clockInputOf(record, { ...facts, since })?.readyOn;
    expect([ready('2026-06-01'), ready('2026-10-01')]).toEqual(['2026-10-30', '2026-11-30']);
  });

  it('has stopped when the council has decided, and for what has not been handed in', () => {
    for (const status of ['Draft', 'Discarded', 'Decided', 'Appealed', 'Final', 'Archived'] as const) {
      expect([status, clockInputOf(aMotion({ status }), facts)]).toEqual([status, undefined]);
    }
  });
});
