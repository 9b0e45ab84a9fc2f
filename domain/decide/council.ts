import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import type { DeferralRequest, MinutesPlace } from '../events.ts';
import type { Motion, MotionIn } from '../motion.ts';
import { type ClauseDecision, caseOutcomeOf, clausesToDecide } from '../outcome.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { coversEachClauseOnce } from './clauses.ts';
import { minutesPlaceOf, onAgendaFor } from './meeting.ts';
import { accept, firstRefusal, judgeIn, type Verdict } from './verdict.ts';

type CouncilCommand = CommandOf<
  'place-on-council-agenda' | 'postpone-in-council' | 'refer-back-in-council' | 'decide' | 'note-withdrawal'
>;

/** The council: rows 16–19 and 28b. */
export const decideCouncil = (
  record: Motion | undefined,
  command: CouncilCommand,
  context: Context,
): Verdict => {
  switch (command.type) {
    case 'place-on-council-agenda':
      return judgeIn(record, ['CouncilReady'], (ready) => placeOnAgenda(ready, command, context));
    case 'note-withdrawal':
      return judgeIn(record, ['WithdrawalPending'], (pending) => noteWithdrawal(pending, command, context));
    case 'decide':
      return judgeIn(record, ['CouncilAgenda'], (onAgenda) => {
        const decided = councilDecision(onAgenda, command, context);
        return 'kind' in decided
          ? decided
          : accept('19', { type: 'CouncilDecided', ...decided, present: command.present, urgent: false });
      });
    default:
      return judgeIn(record, ['CouncilAgenda'], (onAgenda) => defer(onAgenda, command, context));
  }
};

/** Row 16: announced (KL 5:13) and summoned (KL 5:15) at least a week before the meeting. */
const placeOnAgenda = (
  ready: MotionIn<'CouncilReady'>,
  command: CommandOf<'place-on-council-agenda'>,
  context: Context,
): Verdict => {
  const { meetingDate, summonedOn, announcedOn } = command;
  // The council decides on what the board has prepared (KL 5:26, 5:28), so not before the board met.
  if (meetingDate < ready.boardProposal.at.meetingDate) return refuse('date_out_of_order');
  if (summonedOn > context.today || !isWeekBefore(summonedOn, meetingDate)) return refuse('not_summoned');
  if (announcedOn > context.today || !isWeekBefore(announcedOn, meetingDate)) return refuse('not_announced');
  return accept('16', { type: 'PlacedOnCouncilAgenda', meetingDate, summonedOn, announcedOn });
};

/** "Minst en vecka före" counts calendar days; that a clerk plans for a working day is not the statute's rule. */
const isWeekBefore = (day: CalendarDate, meetingDate: CalendarDate) => day <= addDays(meetingDate, -7);

/** More than half of the members (KL 5:45), and no more than there are. */
const isQuorate = (present: number, seats: number) => present > seats / 2 && present <= seats;

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
  const seats = context.organisation.seats.council;
  if (!isQuorate(command.present, seats)) return refuse('no_quorum');
  if (!coversEachClauseOnce(record.clauseCount, command.decisions)) return refuse('clauses_not_covered');
  return {
    at,
    decisions: command.decisions,
    outcome: caseOutcomeOf(command.decisions),
    deviatesFromBoard: record.status === 'CouncilAgenda' && deviates(record, command.decisions),
  };
};

const deviates = (record: MotionIn<'CouncilAgenda'>, decisions: readonly ClauseDecision[]) =>
  decisions.some(
    (each) =>
      record.boardProposal.proposals.find((proposal) => proposal.clause === each.clause)?.outcome !==
      each.outcome,
  );

/**
 * Rows 17–18. A third of those present may put the matter off once; when a minority has done so, the second time
 * takes a majority (KL 5:50 1 st.).
 */
const mayDefer = (
  record: MotionIn<'CouncilAgenda'>,
  request: DeferralRequest,
  context: Context,
): Refusal | undefined => {
  if (request.by === 'majority') return undefined;
  const { present, behind } = request;
  return firstRefusal(
    () => (isQuorate(present, context.organisation.seats.council) ? undefined : refuse('no_quorum')),
    () => (record.minorityDeferralUsed ? refuse('minority_right_used') : undefined),
    () =>
      behind < Math.ceil(present / 3) || behind > present
        ? refuse('minority_too_small', {
            detail: `Av ${present} närvarande krävs ${Math.ceil(present / 3)}.`,
          })
        : undefined,
  );
};

const defer = (
  record: MotionIn<'CouncilAgenda'>,
  command: CommandOf<'postpone-in-council' | 'refer-back-in-council'>,
  context: Context,
): Verdict => {
  const at = minutesPlaceOf(command, 'council', onAgendaFor(record), context);
  if ('kind' in at) return at;
  const { request } = command;
  const refused = mayDefer(record, request, context);
  if (refused !== undefined) return refused;
  return command.type === 'postpone-in-council'
    ? accept('17', { type: 'CouncilPostponed', at, request })
    : accept('18', { type: 'CouncilReferredBack', at, request, reason: broughtDocument(context) });
};

/** Row 28b: on the agenda like any matter (KL 5:52), the council writes the withdrawn motion off. */
const noteWithdrawal = (
  pending: MotionIn<'WithdrawalPending'>,
  command: CommandOf<'note-withdrawal'>,
  context: Context,
): Verdict => {
  if (pending.registrationNumber === undefined)
    return refuse('not_registered', { mayBeDoneBy: ['registrator'] });
  const withdrawnOn = pending.signatories.flatMap((each) => each.withdrawnOn ?? []).sort();
  const notBefore = withdrawnOn.at(-1) ?? pending.receivedOn;
  const at = minutesPlaceOf(command, 'council', { notBefore }, context);
  if ('kind' in at) return at;
  if (!isWeekBefore(command.announcedOn, at.meetingDate)) return refuse('not_announced');
  return accept('28b', { type: 'WithdrawalNoted', ...writeOff(pending.clauseCount, at) });
};

const writeOff = (clauseCount: number, at: MinutesPlace) => ({
  at,
  decisions: clausesToDecide(clauseCount).map((clause) => ({ clause, outcome: 'WRITTEN_OFF' as const })),
  outcome: 'WRITTEN_OFF' as const,
  deviatesFromBoard: false,
});
