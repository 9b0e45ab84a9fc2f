import { describe, expect, test } from 'vitest';
import { clocksOfMotion } from '../../domain/clocks.ts';
import { permittedCommands } from '../../domain/permissions.ts';
import { approverRoles } from '../../domain/steps.ts';
import { aCase, aJourney, by, judge, usual } from '../support/motion-builders.ts';
import { actors, aRegion } from '../support/motion-people.ts';
import { sideWays } from '../support/motion-side-ways.ts';
import { as } from '../support/row-case.ts';
import { recordOf, said } from '../support/said.ts';

const chain = aRegion().approvalChain;
const approve = { type: 'approve-answer' as const };
const declares = usual('declare-disqualification');
const another = { personId: 'p-manager-2', roles: ['manager' as const] };
const inApproval = () => aCase('Approval');

describe('an approver who is disqualified (KL 7:4, 6:28–32)', () => {
  const disqualified = aJourney(sideWays['Approval, disqualified']);
  test('neither approves, returns nor declares it twice', () => {
    for (const type of ['approve-answer', 'declare-disqualification'] as const) {
      expect(judge(disqualified, as('manager', { type }))).toMatchObject({
        code: 'disqualified',
        rule: 'KL 7:4, 6:28–32',
      });
    }
    expect(said(judge(disqualified, usual('return-answer')))).toBe('disqualified');
  });
  test('is replaced by another of the same role, or by the deputy', () => {
    expect(said(judge(disqualified, by(another, approve)))).toBe('11a');
    expect(said(judge(disqualified, as('director', approve)))).toBe('11a');
    expect(said(judge(inApproval(), as('director', approve)))).toBe('not_permitted');
  });
  test('where no deputy is named, nobody else’s role may', () => {
    const organisation = aRegion({
      approvalChain: [
        { role: 'manager', title: 'chef' },
        { role: 'director', title: 'direktör' },
      ],
    });
    expect(said(judge(disqualified, as('director', approve, { organisation })))).toBe('not_permitted');
    expect(said(judge(disqualified, by(another, approve, { organisation })))).toBe('11a');
  });
  test('the deputy is offered what he or she may do', () => {
    expect(permittedCommands(recordOf(disqualified), actors.director, chain)).toContain('approve-answer');
    expect(permittedCommands(recordOf(inApproval()), actors.director, chain)).not.toContain('approve-answer');
  });
  test('takes no part in the matter at a later step either', () => {
    const both = { personId: 'p-both', roles: ['manager', 'director'] as const };
    const later = aJourney(
      [by(both, { type: 'declare-disqualification' }), by(another, approve)],
      inApproval(),
    );
    expect(later.motion).toMatchObject({ status: 'Approval', approvalStep: 1 });
    expect(said(judge(later, by(both, approve)))).toBe('disqualified');
  });
  test('opens the deputy’s turn at that step only', () => {
    const next = aJourney([declares, by(another, approve)], inApproval());
    expect(approverRoles(recordOf(next), chain)).toEqual(['director']);
    expect(said(judge(next, by(another, approve)))).toBe('not_permitted');
  });
  test('nor when the answer has been returned and comes again', () => {
    const again = aJourney(
      [declares, by(another, { type: 'return-answer', comment: 'Kortare.' }), usual('submit-answer')],
      inApproval(),
    );
    expect(again.motion).toMatchObject({ status: 'Approval', approvalStep: 0 });
    expect(said(judge(again, as('manager', approve)))).toBe('disqualified');
  });
});

describe('an approver who does not answer (domain.md §11.2 [D])', () => {
  test('is reminded once, on the day the step was given', () => {
    expect(clocksOfMotion(inApproval().motion)).toContainEqual({ kind: 'approval-0', dueOn: '2026-08-04' });
    const reminded = aJourney(sideWays['Approval, reminded']);
    expect(clocksOfMotion(reminded.motion).map((each) => each.kind)).toEqual(['one-year']);
    expect(approverRoles(recordOf(inApproval()), chain)).toEqual(['manager']);
    expect(approverRoles(recordOf(reminded), chain)).toEqual(['manager', 'director']);
  });
  test('after that the deputy may approve too, and the approver still may', () => {
    const reminded = aJourney(sideWays['Approval, reminded']);
    for (const role of ['manager', 'director'] as const) {
      expect(said(judge(reminded, as(role, approve)))).toBe('11a');
    }
  });
  test('a reminder of one step does not open the next', () => {
    const next = aJourney([...sideWays['Approval, reminded'], usual('approve-answer')]);
    expect(approverRoles(recordOf(next), chain)).toEqual(['director']);
    expect(clocksOfMotion(next.motion)).toContainEqual({ kind: 'approval-1', dueOn: '2026-08-04' });
  });
  test('nor of an earlier round, unless it falls on the same day', () => {
    const again = aJourney([
      ...sideWays['Approval, reminded'],
      usual('return-answer'),
      usual('submit-answer', { today: '2026-08-10' }),
    ]);
    expect(approverRoles(recordOf(again), chain)).toEqual(['manager']);
    expect(clocksOfMotion(again.motion)).toContainEqual({ kind: 'approval-0', dueOn: '2026-08-15' });
  });
});

describe('reassignment (row 6c)', () => {
  const facts = { officerRoles: ['official' as const] };
  test.each(['Assigned', 'Drafting', 'Consulting', 'Approval'] as const)(
    'in %s, and the old officer is out',
    (status) => {
      const handed = aCase(
        status,
        as('board-secretary', { type: 'reassign', officer: 'p-x3', unit: 'Ny enhet' }, facts),
      );
      expect(handed.motion).toMatchObject({ status, officer: 'p-x3', unit: 'Ny enhet' });
      const own = permittedCommands(recordOf(handed), actors.official, chain);
      expect(
        own.filter((each) => ['start-drafting', 'write-answer', 'send-consultation'].includes(each)),
      ).toEqual([]);
    },
  );
  test('to an official only', () => {
    expect(
      judge(
        aCase('Drafting'),
        as('manager', { type: 'reassign', officer: 'p-x3', unit: 'E' }, { officerRoles: ['registrar'] }),
      ),
    ).toMatchObject({ code: 'not_an_official' });
  });
  test('not by the officer', () => {
    expect(
      said(judge(aCase('Drafting'), as('official', { type: 'reassign', officer: 'p-x3', unit: 'E' }, facts))),
    ).toBe('not_permitted');
  });
});
