import { describe, expect, it } from 'vitest';
import {
  commandFor,
  jointCommand,
  proposalsRefusal,
  raisedTogether,
  takesPart,
} from '../../domain/joint-preparation.ts';
import { statuses } from '../../domain/motion.ts';
import { isOpenMotion } from '../../domain/motion-history.ts';
import { openMotionsReport } from '../../domain/open-motions-report.ts';
import { aMotion } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { aRegion } from '../support/motion-people.ts';

const { answer, proposals } = examples['write-answer'].command;
const joint = {
  type: 'write-answer' as const,
  answer,
  proposals: { one: proposals, other: proposals.slice(1) },
};

describe('a joint command', () => {
  it('is the answer, its way to the meetings, and putting off; nothing that each motion has of its own', () => {
    const types = jointCommand.options.map((each) => each.shape.type.value);
    expect([...types].sort()).toEqual([
      'approve-answer',
      'declare-disqualification',
      'place-on-board-agenda',
      'place-on-council-agenda',
      'postpone-in-board',
      'postpone-in-council',
      'refer-back-in-board',
      'refer-back-in-council',
      'return-answer',
      'submit-answer',
      'write-answer',
    ]);
  });

  it('is the same to each, but for what the answer proposes', () => {
    expect(commandFor(joint, 'one')).toEqual({ type: 'write-answer', answer, proposals });
    expect(commandFor(joint, 'other')).toEqual({
      type: 'write-answer',
      answer,
      proposals: proposals.slice(1),
    });
    const submit = { type: 'submit-answer' as const };
    expect(commandFor(submit, 'one')).toEqual(submit);
  });

  it.each([
    [['one', 'other'], undefined],
    [['other', 'one'], undefined],
    [['one'], 'proposals_not_per_case'],
    [['one', 'other', 'third'], 'proposals_not_per_case'],
    [['one', 'third'], 'proposals_not_per_case'],
  ])('names every motion and no other: %j', (cases, code) => {
    expect(proposalsRefusal(joint, cases)?.code).toBe(code);
    expect(proposalsRefusal({ type: 'submit-answer' }, cases)).toBeUndefined();
  });
});

describe('a motion prepared with others', () => {
  it('takes part from its registration until it is decided or withdrawn', () => {
    expect(statuses.filter((status) => takesPart(aMotion({ status })))).toEqual([
      'Registered',
      'Returned',
      'Referred',
      'Assigned',
      'Drafting',
      'Consulting',
      'Approval',
      'BoardReady',
      'BoardAgenda',
      'CouncilReady',
      'CouncilAgenda',
    ]);
  });

  it('has the year of the earliest that takes part (domain.md §11.3)', () => {
    const early = { ...aMotion({ status: 'Drafting' }), raisedOn: '2025-12-01' };
    const late = aMotion({ status: 'BoardReady' });
    const decided = { ...aMotion({ status: 'Decided' }), raisedOn: '2025-06-01' };
    expect(raisedTogether([late, early, decided])).toEqual(['2026-01-12', '2025-12-01']);
  });

  it('goes by its own year in the report when the earlier one is withdrawn', () => {
    const lead = { ...aMotion({ status: 'Drafting' }), caseId: 'c-lead' };
    const facts = { raisedOn: '2025-11-03', jointWith: 'c-lead', caseId: 'c-early' };
    const early = { ...aMotion({ status: 'Drafting' }), ...facts };
    const withdrawn = { ...aMotion({ status: 'WithdrawalPending' }), ...facts };
    const council = ['2026-10-27', '2027-01-12'];
    const lastOf = (other: typeof early | typeof withdrawn) => {
      const motions = [lead, other].map((record) => ({ record, title: 'Titel', movers: [] }));
      expect(motions.every(({ record }) => isOpenMotion(record))).toBe(true);
      const report = openMotionsReport(motions, {
        on: '2026-03-02',
        calendar: { council, board: [] },
        organisation: aRegion(),
      });
      return report.motions.map((each) => [each.caseId, each.lastMeeting]);
    };
    expect(lastOf(early)).toEqual([
      ['c-early', '2026-10-27'],
      ['c-lead', '2026-10-27'],
    ]);
    expect(lastOf(withdrawn)).toEqual([
      ['c-early', '2026-10-27'],
      ['c-lead', '2027-01-12'],
    ]);
  });
});
