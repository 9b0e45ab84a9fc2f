import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { Motion, MotionIn } from '../motion.ts';
import { caseOutcomeOf } from '../outcome.ts';
import { minutesPlaceOf, onAgendaFor, presenceAt } from './at-meeting.ts';
import { coverRefusal } from './clauses.ts';
import { mayTakeUp, placeOnAgenda } from './council-agenda.ts';
import { defer } from './council-deferral.ts';
import { asDealtWith, noteWithdrawal } from './council-withdrawn.ts';
import { judgeDecision, keptOf } from './dealt-with.ts';
import { departsFromBoard } from './departure.ts';
import { unanimityRefusal } from './unanimity.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

type CouncilCommand = CommandOf<
  'place-on-council-agenda' | 'postpone-in-council' | 'refer-back-in-council' | 'decide' | 'note-withdrawal'
>;

/** The council: rows 16–19, 28b, 28d, 28k, 28p and 28s. */
export const decideCouncil = (
  record: Motion | undefined,
  command: CouncilCommand,
  context: Context,
): Verdict => {
  switch (command.type) {
    case 'place-on-council-agenda':
      return judgeIn(record, ['CouncilReady', 'WithdrawalPending'], (ready) =>
        placeOnAgenda(ready, command, context),
      );
    case 'note-withdrawal':
      return judgeIn(record, ['WithdrawalPending'], (pending) => noteWithdrawal(pending, command, context));
    case 'decide':
      return judgeIn(record, ['CouncilAgenda', 'WithdrawalPending'], (motion) => {
        const onAgenda = asDealtWith(motion);
        const decided = 'kind' in onAgenda ? onAgenda : councilDecision(onAgenda, command, context);
        if ('kind' in decided) return decided;
        const event = { type: 'CouncilDecided', ...decided, urgent: false } as const;
        return motion.status === 'CouncilAgenda'
          ? accept('19', event)
          : accept('28d', { ...event, withdrawnTooLate: true });
      });
    case 'postpone-in-council':
      return judgeIn(record, ['CouncilAgenda', 'WithdrawalPending'], (motion) =>
        defer(motion, command, context),
      );
    case 'refer-back-in-council':
      return judgeIn(record, ['CouncilAgenda', 'WithdrawalPending'], (motion) => {
        const onAgenda = asDealtWith(motion);
        return 'kind' in onAgenda ? onAgenda : defer(motion, command, context);
      });
  }
};

/**
 * The facts of a decision: quorum (KL 5:45: more than half), every clause with one outcome, and whether it departs
 * from the board's proposal (domain.md §6.2).
 */
export const councilDecision = (
  record: MotionIn<'CouncilAgenda' | 'Registered'>,
  command: CommandOf<'decide' | 'decide-at-once'>,
  context: Context,
) => {
  const when = record.status === 'CouncilAgenda' ? onAgendaFor(record) : { notBefore: record.receivedOn };
  const at = minutesPlaceOf(command, 'council', when, context);
  if ('kind' in at) return at;
  const presence = presenceAt('council', command, context);
  if ('kind' in presence) return presence;
  const refused =
    record.status === 'Registered'
      ? unanimityRefusal(command, presence.present)
      : mayTakeUp(record, command.agreeing, presence, context);
  if (refused !== undefined) return refused;
  const uncovered = coverRefusal(record, command.decisions, 'council');
  if (uncovered !== undefined) return uncovered;
  const matter = { body: 'council', motion: record, given: command.deliberation, presence } as const;
  const judgement = judgeDecision(matter, command.decisions, context);
  if (judgement !== undefined && 'kind' in judgement) return judgement;
  return {
    ...keptOf(command.deliberation, context.document),
    at,
    present: presence.present,
    decisions: command.decisions,
    outcome: caseOutcomeOf(command.decisions),
    deviatesFromBoard:
      record.status === 'CouncilAgenda' &&
      departsFromBoard(record.boardProposal.proposals, {
        decisions: command.decisions,
        claims: command.deliberation?.claims ?? [],
        judgement,
      }),
  };
};
