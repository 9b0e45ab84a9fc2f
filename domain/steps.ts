import { rungMark } from './clocks.ts';
import type { Motion, MotionIn, Status } from './motion.ts';
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
  Consulting: 'AwaitStatements',
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

/** Where a task lies: with everyone of a role, and of others beside it, or with named people. */
export interface Assignee {
  readonly role: Role;
  readonly alsoRoles?: readonly Role[];
  readonly personIds?: readonly string[];
  readonly memberIds?: readonly string[];
}

/**
 * Who the next task is for. The workflow says whom it awaits; the record says who that is now.
 * @param chain the approval chain, in order (organisation configuration)
 */
export const assigneeOf = (
  record: Motion,
  awaited: Awaited,
  chain: readonly ApprovalStep[],
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
      return { role: approvalStepOf(record, chain)?.role ?? 'director' };
    case 'council-secretary':
      // A withdrawn motion has come in and must be registered before the council can note it (OSL 5:1).
      return record.status === 'WithdrawalPending' && record.registrationNumber === undefined
        ? { role: 'registrar' }
        : { role: awaited };
    default:
      return { role: awaited };
  }
};

/** One step of the approval chain: who approves, and who does when that person cannot [D]. */
export interface ApprovalStep {
  readonly role: Role;
  readonly deputy?: Role | undefined;
}

/** The step of the chain at which the answer stands; undefined outside the approval chain. */
const approvalStepOf = (record: Motion, chain: readonly ApprovalStep[]): ApprovalStep | undefined =>
  record.status === 'Approval' ? chain[record.approvalStep] : undefined;

/**
 * The roles that may approve the answer now: that of the step, and its deputy's when an approver is disqualified
 * (KL 7:4, 6:28–32) or has been reminded in vain (domain.md §11.2).
 */
export const approverRoles = (record: Motion, chain: readonly ApprovalStep[]): readonly Role[] => {
  const step = approvalStepOf(record, chain);
  if (step === undefined || record.status !== 'Approval') return [];
  const isReminded = record.rungClocks.some((mark) => mark === approvalMark(record));
  const isOpen =
    isReminded || record.disqualified?.some((each) => each.step === record.approvalStep) === true;
  return step.deputy !== undefined && isOpen ? [step.role, step.deputy] : [step.role];
};

const approvalMark = (record: MotionIn<'Approval'>): string | undefined =>
  record.remindOn === undefined ? undefined : rungMark(`approval-${record.approvalStep}`, record.remindOn);
