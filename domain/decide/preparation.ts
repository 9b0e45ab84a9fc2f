import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import type { Motion, MotionIn } from '../motion.ts';
import { clausesToDecide } from '../outcome.ts';
import { refuse } from '../refusal.ts';
import { coversEachClauseOnce } from './clauses.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

type PreparationCommand = CommandOf<
  'assign' | 'start-drafting' | 'write-answer' | 'submit-answer' | 'approve-answer' | 'return-answer'
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
    case 'start-drafting':
      return accept('6b', { type: 'DraftingStarted' });
    case 'write-answer':
      return judgeIn(record, ['Drafting'], (drafting) => writeAnswer(drafting, command, context));
    case 'submit-answer':
      return judgeIn(record, ['Drafting'], submitAnswer);
    case 'approve-answer':
      return judgeIn(record, ['Approval'], (approval) => {
        if (command.disqualified === true) return refuse('disqualified');
        const step = approval.approvalStep;
        const last = step >= context.approvalRoles.length - 1;
        return accept(last ? '11' : '11a', { type: 'AnswerApproved', step, last });
      });
    case 'return-answer':
      return judgeIn(record, ['Approval'], (approval) =>
        accept('10', {
          type: 'AnswerReturned',
          step: approval.approvalStep,
          comment: broughtDocument(context),
        }),
      );
  }
};

/** A draft may still lack proposals; those it has must be for clauses of the motion. */
const writeAnswer = (
  drafting: MotionIn<'Drafting'>,
  command: CommandOf<'write-answer'>,
  context: Context,
): Verdict => {
  const known = clausesToDecide(drafting.clauseCount);
  const named = command.proposals.map((each) => each.clause);
  if (new Set(named).size !== named.length || !named.every((each) => known.includes(each))) {
    return refuse('clauses_not_covered');
  }
  return accept('9a', {
    type: 'AnswerWritten',
    answer: broughtDocument(context),
    proposals: command.proposals,
  });
};

/** Row 9: each clause has a proposed outcome. */
const submitAnswer = (drafting: MotionIn<'Drafting'>): Verdict => {
  if (drafting.answer === undefined) return refuse('answer_missing');
  return coversEachClauseOnce(drafting.clauseCount, drafting.answer.proposals)
    ? accept('9', { type: 'AnswerSubmitted' })
    : refuse('clauses_not_covered');
};
