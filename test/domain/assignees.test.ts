import { describe, expect, test } from 'vitest';
import { statuses } from '../../domain/motion.ts';
import { type ApprovalStep, type Awaited, approverRoles, assigneeOf } from '../../domain/steps.ts';
import { aJourney, aMotion, withdraws } from '../support/motion-builders.ts';
import { sideWays } from '../support/motion-side-ways.ts';

const chain: readonly ApprovalStep[] = [{ role: 'manager', deputy: 'director' }, { role: 'director' }];
const signatories = ['m-anna', 'm-bo'];

describe('who the next task is for', () => {
  test.each<[Awaited, (typeof statuses)[number], object | undefined]>([
    ['nobody', 'AppealWindow', undefined],
    ['registrar', 'Received', { role: 'registrar' }],
    ['board-secretary', 'Referred', { role: 'board-secretary' }],
    ['certifier', 'Decided', { role: 'certifier' }],
    ['archivist', 'Final', { role: 'archivist' }],
    ['signatories', 'Returned', { role: 'member', memberIds: signatories }],
    ['officer', 'Drafting', { role: 'official', personIds: ['p-official'] }],
    ['officer', 'Referred', { role: 'board-secretary' }],
    ['approver', 'Approval', { role: 'manager' }],
    ['approver', 'Drafting', { role: 'director' }],
    ['council-secretary', 'Registered', { role: 'council-secretary' }],
    ['council-secretary', 'WithdrawalPending', { role: 'council-secretary' }],
  ])('%s, in %s', (awaited, status, assignee) => {
    expect(assigneeOf(aMotion({ status }), awaited, chain)).toEqual(assignee);
  });

  test('of the signatories only those who stand by the motion', () => {
    const one = aJourney([withdraws('m-bo')], {
      motion: aMotion({ status: 'Returned' }),
      events: [],
      rows: [],
    });
    expect(one.motion && assigneeOf(one.motion, 'signatories', chain)).toEqual({
      role: 'member',
      memberIds: ['m-anna'],
    });
  });

  test('a withdrawn motion that came in is registered first (OSL 5:1)', () => {
    const { motion } = aJourney(sideWays['WithdrawalPending, unregistered']);
    expect(motion && assigneeOf(motion, 'council-secretary', chain)).toEqual({ role: 'registrar' });
  });
});

describe('who may approve', () => {
  const rolesAt = (acts: keyof typeof sideWays) => {
    const { motion } = aJourney(sideWays[acts]);
    return motion && approverRoles(motion, chain);
  };
  test('the one of the step, with the deputy when that one cannot or has been reminded', () => {
    expect(approverRoles(aMotion({ status: 'Approval' }), chain)).toEqual(['manager']);
    expect(rolesAt('Approval, at its last step')).toEqual(['director']);
    expect(rolesAt('Approval, disqualified')).toEqual(['manager', 'director']);
    expect(rolesAt('Approval, reminded')).toEqual(['manager', 'director']);
  });
  test('nobody, but in approval', () => {
    for (const status of statuses.filter((each) => each !== 'Approval')) {
      expect(approverRoles(aMotion({ status }), chain), status).toEqual([]);
    }
  });
});
