import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import type { DeferralRequest } from '../events.ts';
import type { MotionIn } from '../motion.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isMoreThanHalf, minorityThreshold } from '../voting.ts';
import { minutesPlaceOf, type Presence, presenceAt } from './at-meeting.ts';
import { deferralRefusal, keptOf } from './dealt-with.ts';
import { accept, type Verdict } from './verdict.ts';

type Deferrable = MotionIn<'CouncilAgenda' | 'WithdrawalPending'>;

/**
 * A third of those present may put the matter off once; when a minority has done so, the second time
 * takes a majority (KL 5:50 1 st.). More than half of them are one, and leave the minority's right intact (§6.1 [D]).
 * @returns the request with its numbers, as the minutes have it
 */
const requestOf = (
  record: Deferrable,
  request: CommandOf<'postpone-in-council'>['request'],
  { present, attendance }: Presence,
): DeferralRequest | Refusal => {
  if (request.by === 'majority') return { by: 'majority', present };
  const { requestedBy } = request;
  if (attendance !== undefined && requestedBy === undefined) return refuse('requesters_missing');
  const named = requestedBy === undefined ? undefined : [...new Set(requestedBy)];
  if (attendance !== undefined && named?.some((each) => !attendance.present.includes(each))) {
    return refuse('voter_not_present', { rule: 'KL 5:50' });
  }
  const behind = named?.length ?? request.behind ?? 0;
  const needed = minorityThreshold(present);
  const numbers = { present, behind, ...(named === undefined ? {} : { requestedBy: named }) };
  if (behind > present) {
    return refuse('more_than_present', { detail: `Det är ${behind} av ${present}.` });
  }
  if (isMoreThanHalf(behind, present)) return { by: 'majority', ...numbers };
  if (record.minorityDeferralUsed === true) return refuse('minority_right_used');
  if (behind < needed) {
    return refuse('minority_too_small', { detail: `Av ${present} närvarande krävs ${needed}.` });
  }
  return { by: 'minority', ...numbers };
};

/**
 * Rows 17–18, 28k and 28s: put off, or sent back with the reason. A motion that has been withdrawn since stays so: the
 * council had not decided.
 */
export const defer = (
  record: Deferrable,
  command: CommandOf<'postpone-in-council' | 'refer-back-in-council'>,
  context: Context,
): Verdict => {
  const { meetingDate, receivedOn: notBefore } = record;
  if (meetingDate === undefined) return refuse('not_on_agenda');
  const at = minutesPlaceOf(command, 'council', { meetingDate, notBefore }, context);
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
    ? accept(record.status === 'CouncilAgenda' ? '17' : '28s', {
        type: 'CouncilPostponed',
        at,
        request,
        ...kept,
      })
    : accept(record.status === 'CouncilAgenda' ? '18' : '28k', {
        type: 'CouncilReferredBack',
        at,
        request,
        reason: broughtDocument(context),
        ...kept,
      });
};
