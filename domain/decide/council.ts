import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import type { DeferralRequest } from '../events.ts';
import type { Motion, MotionIn } from '../motion.ts';
import { type ClauseDecision, caseOutcomeOf } from '../outcome.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { minorityThreshold } from '../voting.ts';
import { minutesPlaceOf, onAgendaFor, type Presence, presenceAt } from './at-meeting.ts';
import { coversEachClauseOnce } from './clauses.ts';
import { decisionRefusal, deferralRefusal, keptOf } from './dealt-with.ts';
import { writeOff } from './late.ts';
import { isAnnouncedFor, sittingOf, takenUpRefusal } from './sitting.ts';
import { unanimityRefusal } from './unanimity.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

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
          : accept('19', { type: 'CouncilDecided', ...decided, urgent: false });
      });
    default:
      return judgeIn(record, ['CouncilAgenda'], (onAgenda) => defer(onAgenda, command, context));
  }
};

/** Row 16: on the agenda of a meeting that may take the matter up. */
const placeOnAgenda = (
  ready: MotionIn<'CouncilReady'>,
  command: CommandOf<'place-on-council-agenda'>,
  context: Context,
): Verdict => {
  const sitting = sittingOf('council', command, context, ready.leftAgenda);
  if ('kind' in sitting) return sitting;
  // The council decides on what the board has prepared (KL 5:26, 5:28), so not before the board met.
  if (sitting.meetingDate < ready.boardProposal.at.meetingDate) return refuse('date_out_of_order');
  const basis = command.basis ?? 'announced';
  return (
    isAnnouncedFor(basis, sitting, context.today) ??
    accept('16', {
      type: 'PlacedOnCouncilAgenda',
      ...sitting,
      announcedOn: sitting.ownAnnouncement ?? sitting.announcedOn,
      basis,
    })
  );
};

/**
 * Whether a matter on the agenda may be decided now: all present have agreed that it be (KL 5:52), or it was announced
 * in time for the day on which it is taken up. A meeting that has been moved is announced anew (KL 5:13).
 */
const mayTakeUp = (
  { basis = 'announced', meetingId, ownAnnouncement, placedOn }: MotionIn<'CouncilAgenda'>,
  agreeing: number | undefined,
  { present }: Presence,
  { meeting, today }: Context,
): Refusal | undefined => {
  if (agreeing === present) return undefined;
  if (basis === 'unannounced') return refuse('not_unanimous', { rule: 'KL 5:52' });
  if (meetingId === undefined || meeting === undefined) return undefined;
  const { date: meetingDate, summonedOn, announcedOn } = meeting;
  if (summonedOn === undefined) return refuse('not_summoned');
  const sitting = { meetingDate, summonedOn, announcedOn, ownAnnouncement, placedOn };
  return isAnnouncedFor(basis, sitting, today);
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
  if (!coversEachClauseOnce(record, command.decisions)) return refuse('clauses_not_covered');
  const matter = { body: 'council', motion: record, given: command.deliberation, presence } as const;
  const disagreement = decisionRefusal(matter, command.decisions, context);
  if (disagreement !== undefined) return disagreement;
  return {
    ...keptOf(command.deliberation, context.document),
    at,
    present: presence.present,
    decisions: command.decisions,
    outcome: caseOutcomeOf(command.decisions),
    deviatesFromBoard: record.status === 'CouncilAgenda' && deviates(record, command.decisions),
  };
};

/** Where the board had no stand of its own, there is nothing to depart from. */
const deviates = (record: MotionIn<'CouncilAgenda'>, decisions: readonly ClauseDecision[]) =>
  record.boardProposal.proposals.length > 0 &&
  decisions.some(
    (each) =>
      record.boardProposal.proposals.find((proposal) => proposal.clause === each.clause)?.outcome !==
      each.outcome,
  );

/**
 * Rows 17–18. A third of those present may put the matter off once; when a minority has done so, the second time
 * takes a majority (KL 5:50 1 st.).
 * @returns the request with its numbers, as the minutes have it
 */
const requestOf = (
  record: MotionIn<'CouncilAgenda'>,
  request: CommandOf<'postpone-in-council'>['request'],
  { present, attendance }: Presence,
): DeferralRequest | Refusal => {
  if (request.by === 'majority') return { by: 'majority', present };
  if (record.minorityDeferralUsed) return refuse('minority_right_used');
  const { requestedBy } = request;
  if (attendance !== undefined && requestedBy === undefined) return refuse('requesters_missing');
  const named = requestedBy === undefined ? undefined : [...new Set(requestedBy)];
  if (attendance !== undefined && named?.some((each) => !attendance.present.includes(each))) {
    return refuse('voter_not_present', { rule: 'KL 5:50' });
  }
  const behind = named?.length ?? request.behind ?? 0;
  const needed = minorityThreshold(present);
  if (behind < needed || behind > present) {
    return refuse('minority_too_small', { detail: `Av ${present} närvarande krävs ${needed}.` });
  }
  return { by: 'minority', present, behind, ...(named === undefined ? {} : { requestedBy: named }) };
};

const defer = (
  record: MotionIn<'CouncilAgenda'>,
  command: CommandOf<'postpone-in-council' | 'refer-back-in-council'>,
  context: Context,
): Verdict => {
  const at = minutesPlaceOf(command, 'council', onAgendaFor(record), context);
  if ('kind' in at) return at;
  const { paragraph } = command;
  const presence = presenceAt('council', { paragraph, present: command.request.present }, context);
  if ('kind' in presence) return presence;
  const request = requestOf(record, command.request, presence);
  if ('kind' in request) return request;
  const given = command.deliberation;
  const matter = { body: 'council', motion: record, given, presence } as const;
  const kind = command.type === 'postpone-in-council' ? 'POSTPONE' : 'REFER_BACK';
  const refused = deferralRefusal(matter, { kind, request }, context);
  if (refused !== undefined) return refused;
  const kept = keptOf(given, context.document);
  return command.type === 'postpone-in-council'
    ? accept('17', { type: 'CouncilPostponed', at, request, ...kept })
    : accept('18', {
        type: 'CouncilReferredBack',
        at,
        request,
        reason: broughtDocument(context),
        ...kept,
      });
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
  const presence = presenceAt('council', command, context);
  if ('kind' in presence) return presence;
  const untimely = takenUpRefusal(command, at.meetingDate, presence, context);
  if (untimely !== undefined) return untimely;
  return accept('28b', { type: 'WithdrawalNoted', ...writeOff(pending, at), ground: 'withdrawal' });
};
