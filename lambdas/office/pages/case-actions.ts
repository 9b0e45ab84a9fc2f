import type { PersonCommand } from '../../../domain/commands.ts';
import { jointCommand } from '../../../domain/joint-preparation.ts';
import type { Motion, MotionIn, Status } from '../../../domain/motion.ts';
import { possibleCommands } from '../../../domain/permissions.ts';
import type { Actor } from '../../../domain/roles.ts';
import { isMarkedSecret } from '../../../domain/secrecy.ts';
import { stepOf } from '../../../domain/steps.ts';
import { beforeWithdrawal } from '../../../domain/withdrawn-on.ts';
import type { CaseAction } from '../../../web/office/case-page.tsx';
import type { CaseState } from '../../ports/case-store.ts';
import { formOf } from './commands/all-forms.ts';
import type { PagesDesk } from './desk.ts';
import { commandPath, togetherPath } from './paths.ts';

const jointTypes: ReadonlySet<string> = new Set(jointCommand.options.map(({ shape }) => shape.type.value));

/** What is not the next step: shown after what is. */
const besides: readonly string[] = [
  'send-consultation',
  'record-statement',
  'end-consultation',
  'join-preparation',
  'leave-preparation',
  'reassign',
  'withdraw-clauses',
  'withdraw',
  'mark-secrecy',
  'lift-secrecy-mark',
  'add-note',
  'correct-days',
];

/** What the task of a status asks for. What is done in the minutes stands there. */
const askedIn: Partial<Record<Status, PersonCommand['type']>> = {
  Received: 'register',
  Registered: 'refer',
  Returned: 'resubmit',
  Referred: 'assign',
  Assigned: 'start-drafting',
  Drafting: 'write-answer',
  Consulting: 'record-statement',
  Approval: 'approve-answer',
  BoardReady: 'place-on-board-agenda',
  BoardAgenda: 'propose',
  CouncilReady: 'place-on-council-agenda',
  CouncilAgenda: 'decide',
  WithdrawalPending: 'note-withdrawal',
  Final: 'archive',
};

/** What the law would refuse whoever asked: nobody has been asked, it is prepared alone, or marked already or not. */
const isIdle = (command: string, motion: Motion): boolean => {
  if (motion.status === 'WithdrawalPending' && isIdleWithdrawn(command, motion)) return true;
  if (command === 'leave-preparation') return !('jointWith' in motion) || motion.jointWith === undefined;
  if (command === 'mark-secrecy') return isMarkedSecret(motion);
  if (command === 'lift-secrecy-mark') return !isMarkedSecret(motion);
  if (command !== 'record-statement') return false;
  return !('consultations' in motion) || (motion.consultations ?? []).length === 0;
};

/** A withdrawn motion is placed on an agenda once it has its number, and put off or taken off while it is on one. */
const isIdleWithdrawn = (command: string, motion: MotionIn<'WithdrawalPending'>): boolean => {
  const { meetingDate, registrationNumber, lastAct } = motion;
  switch (command) {
    case 'register':
      return registrationNumber !== undefined;
    case 'place-on-council-agenda':
      return meetingDate !== undefined || registrationNumber === undefined;
    case 'note-withdrawal':
      return registrationNumber === undefined;
    case 'postpone-in-council':
    case 'take-off-agenda':
      return meetingDate === undefined;
    case 'take-back-act':
      return lastAct === undefined;
    // What the council may have done before the withdrawal.
    case 'decide':
    case 'refer-back-in-council':
      return beforeWithdrawal(motion) === undefined;
    default:
      return false;
  }
};

/**
 * What can be done now: what this person may first, then what others may, with who that is. Where the motion leads a
 * joint preparation, what is asked of all at once is done in all at once.
 */
export const actionsOf = (
  { organisation }: Pick<PagesDesk, 'organisation'>,
  { motion, tasks }: Pick<CaseState, 'motion' | 'tasks'>,
  actor: Actor,
  isLeading: boolean,
): CaseAction[] => {
  const isOpen = tasks.some(({ kind }) => kind === stepOf[motion.status]);
  return possibleCommands(motion, actor, organisation.approvalChain)
    .filter(({ command }) => !isIdle(command, motion))
    .toSorted((one, other) => besides.indexOf(one.command) - besides.indexOf(other.command))
    .flatMap(({ command, isPermitted, mayBeDoneBy }) => {
      const form = formOf(command);
      if (form === undefined) return [];
      const path = isLeading && jointTypes.has(command) ? togetherPath : commandPath;
      const href = form.page?.(motion.caseId) ?? path(motion.caseId, command);
      const isAsked = isOpen && askedIn[motion.status] === command;
      return [{ label: form.label, href, isPermitted, mayBeDoneBy, isAsked }];
    });
};
