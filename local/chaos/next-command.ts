import { addDays } from '../../domain/calendar-date.ts';
import type { PersonCommand } from '../../domain/commands.ts';
import type { Motion, MotionIn } from '../../domain/motion.ts';
import { isIn, withdrawable } from '../../domain/motion.ts';
import { clausesToDecide } from '../../domain/outcome.ts';
import { roleHolders } from '../demo/town.ts';
import { boardAct, councilAct } from './meeting-acts.ts';
import type { Asked, Now, OngoingCase } from './ongoing-case.ts';

const unit = 'Staben hållbar utveckling';
const by = (person: string, command: PersonCommand): Asked => ({ by: person, command });

/** What is done next in a case, by its plan and the time of the year; undefined when it waits. */
export const nextCommand = (it: OngoingCase, motion: Motion, now: Now): Asked | undefined =>
  withdrawal(it, motion) ?? step(it, motion, now);

const withdrawal = ({ plan }: OngoingCase, motion: Motion): Asked | undefined => {
  if (!isIn(motion, withdrawable)) return undefined;
  const hasBegun = motion.signatories.some((each) => each.withdrawnOn !== undefined);
  if (motion.status !== plan.withdrawnAt && !hasBegun) return undefined;
  const next = motion.signatories.find((each) => each.withdrawnOn === undefined);
  const mover = plan.movers.find(({ memberId }) => memberId === next?.memberId);
  return mover && by(mover.subject, { type: 'withdraw' });
};

const step = (it: OngoingCase, motion: Motion, now: Now): Asked | undefined => {
  const { plan } = it;
  switch (motion.status) {
    case 'Draft':
      return plan.isDiscarded ? by(it.author, { type: 'discard-draft' }) : signed(it, motion, 'submit');
    case 'Received':
      return plan.isRegisteredLate && now.phase === 'intake' ? undefined : register;
    case 'Registered':
      return referral(it, motion, now);
    case 'Returned':
      return signed(it, motion, 'resubmit');
    case 'Referred':
      return by(roleHolders.boardSecretary, { type: 'assign', officer: roleHolders.officer, unit });
    case 'Assigned':
      return by(roleHolders.officer, { type: 'start-drafting' });
    case 'Drafting':
      return drafting(it, motion);
    case 'Approval':
      return approval(it, motion);
    case 'BoardReady':
    case 'BoardAgenda':
      return boardAct(it, motion, now);
    case 'CouncilReady':
    case 'CouncilAgenda':
      return councilAct(it, motion, now);
    case 'WithdrawalPending':
      return noteWithdrawal(motion, now);
    case 'Final':
      return plan.isArchived && now.phase === 'closing'
        ? by(roleHolders.archivist, { type: 'archive' })
        : undefined;
    default:
      return undefined;
  }
};

const register = by(roleHolders.registrar, { type: 'register' });

/** Every signatory approves the text; then the first of them hands it in. */
const signed = (
  it: OngoingCase,
  motion: MotionIn<'Draft' | 'Returned'>,
  type: 'submit' | 'resubmit',
): Asked => {
  const missing = motion.signatories.find((each) => each.approvedHash !== motion.text.hash);
  const mover = it.plan.movers.find(({ memberId }) => memberId === missing?.memberId);
  return mover === undefined
    ? by(it.author, { type })
    : by(mover.subject, { type: 'approve-text', textHash: motion.text.hash });
};

const referral = (it: OngoingCase, motion: MotionIn<'Registered'>, now: Now): Asked | undefined => {
  const { plan } = it;
  if (plan.isReturned && it.once('returned')) {
    const provision = 'arbetsordningen 12 §';
    return by(roleHolders.registrar, {
      type: 'return-motion',
      provision,
      reason: 'Förslaget ska preciseras.',
    });
  }
  if (plan.isUrgent) {
    if (now.phase !== 'council') return undefined;
    return by(roleHolders.councilSecretary, {
      type: 'decide-at-once',
      minutesId: now.round.councilMinutes,
      paragraph: it.paragraph,
      decisions: clausesToDecide(motion).map((clause) => ({ clause, outcome: plan.outcome })),
      present: 69,
      agreeing: 69,
    });
  }
  return by(roleHolders.councilSecretary, { type: 'refer', by: 'presidium', announcedOn: now.day });
};

const drafting = (it: OngoingCase, motion: MotionIn<'Drafting'>): Asked => {
  if (it.once(`answer ${motion.cycle}`)) {
    const proposals = clausesToDecide(motion).map((clause) => ({
      clause,
      outcome: it.plan.outcome,
    }));
    const answer = {
      title: `Svar på motion ${it.plan.name}`,
      sections: [{ heading: 'Bedömning', text: 'Så.' }],
    };
    return by(roleHolders.officer, { type: 'write-answer', answer, proposals });
  }
  return by(roleHolders.officer, { type: 'submit-answer' });
};

const approval = (it: OngoingCase, motion: MotionIn<'Approval'>): Asked => {
  const approver = motion.approvalStep === 0 ? roleHolders.manager : roleHolders.director;
  return it.plan.isAnswerReturned && it.once('answer returned')
    ? by(approver, { type: 'return-answer', comment: 'Komplettera med kostnaden.' })
    : by(approver, { type: 'approve-answer' });
};

const noteWithdrawal = (motion: MotionIn<'WithdrawalPending'>, now: Now): Asked | undefined => {
  if (motion.registrationNumber === undefined) return register;
  if (now.phase !== 'council') return undefined;
  return by(roleHolders.councilSecretary, {
    type: 'note-withdrawal',
    minutesId: now.round.councilMinutes,
    paragraph: '§ 3',
    present: 69,
    announcedOn: addDays(now.day, -8),
  });
};
