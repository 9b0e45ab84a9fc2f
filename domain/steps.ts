import type { Motion, Status } from './motion.ts';
import type { Role } from './roles.ts';

/**
 * The step of the workflow that a motion stands at, by status: the name of the waiting state in
 * `state-machines/motion.asl.json`. A draft is the movers' own and has no step (TF 2:13).
 */
export const stepOf: Readonly<Record<Status, string | undefined>> = {
  Draft: undefined,
  Discarded: undefined,
  Received: 'AwaitRegistration',
  Registered: 'AwaitReferral',
  Returned: 'AwaitResubmission',
  Referred: 'AwaitAssignment',
  Assigned: 'AwaitDraftingStart',
  Drafting: 'AwaitAnswer',
  Approval: 'AwaitApproval',
  BoardReady: 'AwaitBoardAgenda',
  BoardAgenda: 'AwaitBoard',
  CouncilReady: 'AwaitCouncilAgenda',
  CouncilAgenda: 'AwaitCouncil',
  WithdrawalPending: 'AwaitWithdrawalNote',
  Decided: 'AwaitCertification',
  Certified: 'AwaitNotice',
  AppealWindow: 'WatchNotice',
  PresumedFinal: 'AwaitFinality',
  Final: 'AwaitArchiving',
  Appealed: 'AwaitJudgment',
  Archived: undefined,
};

/** Whom a step waits for: a role, one person of that role, or the signatories. `nobody` waits for time only. */
export type Awaited =
  | 'registrar'
  | 'council-secretary'
  | 'board-secretary'
  | 'certifier'
  | 'archivist'
  | 'signatories'
  | 'officer'
  | 'approver'
  | 'nobody';

/** Where a task lies: with everyone of a role, or with named people. */
export interface Assignee {
  readonly role: Role;
  readonly personIds?: readonly string[];
  readonly memberIds?: readonly string[];
}

/**
 * Who the next task is for. The workflow says whom it awaits; the record says who that is now.
 * @param approvalRoles the roles of the approval chain, in order (organisation configuration)
 */
export const assigneeOf = (
  record: Motion,
  awaited: Awaited,
  approvalRoles: readonly Role[],
): Assignee | undefined => {
  switch (awaited) {
    case 'nobody':
      return undefined;
    case 'signatories':
      return {
        role: 'member',
        memberIds: record.signatories.filter((each) => !each.withdrawnOn).map((each) => each.memberId),
      };
    case 'officer':
      return 'officer' in record && record.officer !== undefined
        ? { role: 'official', personIds: [record.officer] }
        : { role: 'board-secretary' };
    case 'approver':
      return { role: approverRole(record, approvalRoles) ?? 'director' };
    case 'council-secretary':
      // A withdrawn motion has come in and must be registered before the council can note it (OSL 5:1).
      return record.status === 'WithdrawalPending' && record.registrationNumber === undefined
        ? { role: 'registrar' }
        : { role: awaited };
    default:
      return { role: awaited };
  }
};

/** The role that approves the answer next; undefined outside the approval chain. */
export const approverRole = (record: Motion, approvalRoles: readonly Role[]): Role | undefined =>
  record.status === 'Approval' ? approvalRoles[record.approvalStep] : undefined;
