import { addDays } from '../calendar-date.ts';
import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import type { Motion, MotionIn } from '../motion.ts';
import { refuse } from '../refusal.ts';
import { coverRefusal, strangerRefusal } from './clauses.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

type PreparationCommand = CommandOf<
  | 'assign'
  | 'reassign'
  | 'start-drafting'
  | 'write-answer'
  | 'submit-answer'
  | 'approve-answer'
  | 'declare-disqualification'
  | 'return-answer'
  | 'comment-answer'
>;

/** The official's draft and its approval: rows 6, 6b and 9–11. Approvals are internal steps (domain.md §0.5). */
export const decidePreparation = (
  record: Motion | undefined,
  command: PreparationCommand,
  context: Context,
): Verdict => {
  switch (command.type) {
    case 'assign':
      return context.officerRoles?.includes('official')
        ? accept('6', { type: 'OfficerAssigned', officer: command.officer, unit: command.unit })
        : refuse('not_an_official');
    case 'reassign':
      return context.officerRoles?.includes('official')
        ? accept('6c', { type: 'OfficerReassigned', officer: command.officer, unit: command.unit })
        : refuse('not_an_official');
    case 'start-drafting':
      return accept('6b', { type: 'DraftingStarted' });
    case 'write-answer':
      return judgeIn(record, ['Drafting', 'Consulting'], (drafting) =>
        writeAnswer(drafting, command, context),
      );
    case 'submit-answer':
      return judgeIn(record, ['Drafting'], (drafting) => submitAnswer(drafting, context));
    case 'approve-answer':
      return asApprover(record, context, (approval) => {
        const step = approval.approvalStep;
        const last = step >= context.organisation.approvalChain.length - 1;
        return last
          ? accept('11', { type: 'AnswerApproved', step, last })
          : accept('11a', { type: 'AnswerApproved', step, last, remindOn: remindOn(context) });
      });
    case 'declare-disqualification':
      return asApprover(record, context, ({ approvalStep: step }) =>
        accept('11j', { type: 'ApproverDisqualified', step, approver: context.actor.personId }),
      );
    case 'return-answer':
      return asApprover(record, context, ({ approvalStep: step }) =>
        accept('10', { type: 'AnswerReturned', step, comment: broughtDocument(context) }),
      );
    case 'comment-answer':
      return asApprover(record, context, () =>
        accept('10k', { type: 'AnswerCommented', comment: broughtDocument(context) }),
      );
  }
};

/** An approver who is disqualified takes no part in the matter, at any step: the deputy does (KL 7:4, 6:28–32). */
const asApprover = (
  record: Motion | undefined,
  { actor }: Context,
  judge: (approval: MotionIn<'Approval'>) => Verdict,
): Verdict =>
  judgeIn(record, ['Approval'], (approval) =>
    approval.disqualified?.some((each) => each.approver === actor.personId)
      ? refuse('disqualified')
      : judge(approval),
  );

/** The day the approver is reminded; after it the deputy may approve too [D] (domain.md §11.2). */
const remindOn = ({ today, organisation }: Context) =>
  addDays(today, organisation.planning.approvalDaysPerStep);

/** A draft may still lack proposals; those it has must be for clauses of the motion. */
const writeAnswer = (
  drafting: MotionIn<'Drafting' | 'Consulting'>,
  command: CommandOf<'write-answer'>,
  context: Context,
): Verdict => {
  const { proposals } = command;
  const stranger = strangerRefusal(drafting, proposals, 'draft');
  if (stranger !== undefined) return stranger;
  const isOnce = new Set(proposals.map((each) => each.clause)).size === proposals.length;
  return isOnce
    ? accept('9a', { type: 'AnswerWritten', answer: broughtDocument(context), proposals })
    : refuse('clauses_not_covered', { rule: 'domain.md §11.1 rad 9' });
};

/** Row 9: each clause has a proposed outcome. */
const submitAnswer = (drafting: MotionIn<'Drafting'>, context: Context): Verdict => {
  if (drafting.answer === undefined) return refuse('answer_missing');
  return (
    coverRefusal(drafting, drafting.answer.proposals, 'draft') ??
    accept('9', { type: 'AnswerSubmitted', remindOn: remindOn(context) })
  );
};
