import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import { isInOffice } from '../members.ts';
import { type Motion, type MotionIn, type Signatory, withdrawable } from '../motion.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

type Open = MotionIn<(typeof withdrawable)[number]>;
type WithdrawalCommand = CommandOf<'withdraw' | 'withdraw-clauses' | 'complete-withdrawal'>;

/** Withdrawal by some, by all, or of single clauses: rows 28, 28a, 28c and 28r (domain.md §1.4). */
export const decideWithdrawal = (
  record: Motion | undefined,
  command: WithdrawalCommand,
  context: Context,
): Verdict =>
  judgeIn(record, withdrawable, (open) => {
    // Until the council has decided (domain.md §1.4). What it decided before is keyed in all the same (row 28d).
    switch (command.type) {
      case 'withdraw':
        return withdraw(open, context);
      case 'withdraw-clauses':
        // After the meeting it may have decided on all of them; what it did is keyed in first.
        return open.status === 'CouncilAgenda' && open.meetingDate < context.today
          ? refuse('council_meets')
          : withdrawClauses(open, command, context);
      case 'complete-withdrawal':
        return complete(open, context);
    }
  });

/** One who was named in a revision that is not handed in has signed nothing. */
const signedOf = (open: Open) => open.signatories.filter((each) => each.party !== undefined);

const isSitting = (memberId: string, { members, today }: Context) => {
  const who = members.get(memberId);
  return who !== undefined && isInOffice(who, today);
};

/** Those who still stand behind the motion: who has left the council cannot keep it alive alone (domain.md §1.4). */
const behind = (open: Open, context: Context): Signatory[] =>
  signedOf(open).filter((each) => each.withdrawnOn === undefined && isSitting(each.memberId, context));

/** The signatory who asks: sitting, and not withdrawn. */
const ownOf = (open: Open, context: Context): Signatory | Refusal => {
  const memberId = context.actor.memberId ?? '';
  const own = signedOf(open).find((each) => each.memberId === memberId);
  if (own?.withdrawnOn !== undefined) return refuse('already_withdrawn');
  if (own === undefined) return refuse('not_signatory');
  return isSitting(memberId, context) ? own : refuse('signatory_left');
};

/** Row 28: withdrawn when all remaining signatories have withdrawn; until then the motion goes on (row 28a). */
const withdraw = (open: Open, context: Context): Verdict => {
  const own = ownOf(open, context);
  if ('kind' in own) return own;
  const { memberId } = own;
  const last = behind(open, context).every((each) => each.memberId === memberId);
  const withdrawnOn = context.today;
  return accept(last ? '28' : '28a', { type: 'SignatoryWithdrew', memberId, withdrawnOn, last });
};

/** Row 28c: a clause is out of the matter when nobody who remains stands behind it (domain.md §6.2). */
const withdrawClauses = (open: Open, command: CommandOf<'withdraw-clauses'>, context: Context): Verdict => {
  const own = ownOf(open, context);
  if ('kind' in own) return own;
  const already = own.withdrawnClauses ?? [];
  const clauses = [...new Set(command.clauses)].filter((each) => !already.includes(each));
  if (command.clauses.some((each) => each > open.clauseCount)) return refuse('clause_unknown');
  if (clauses.length === 0) return refuse('already_withdrawn');
  const others = behind(open, context).filter((each) => each.memberId !== own.memberId);
  const gone = clauses.filter((clause) =>
    others.every((each) => (each.withdrawnClauses ?? []).includes(clause)),
  );
  const isWhole = new Set([...(open.withdrawnClauses ?? []), ...gone]).size === open.clauseCount;
  if (isWhole) return refuse('withdraw_whole');
  return accept('28c', { type: 'ClausesWithdrawn', memberId: own.memberId, clauses, gone });
};

/** Row 28r: one withdrew, and the others have since left the council: nobody is left to complete it but the registrar. */
const complete = (open: Open, context: Context): Verdict => {
  const withdrew = signedOf(open).some((each) => each.withdrawnOn !== undefined);
  return withdrew && behind(open, context).length === 0
    ? accept('28r', { type: 'WithdrawalCompleted', completedOn: context.today })
    : refuse('not_all_withdrawn');
};
