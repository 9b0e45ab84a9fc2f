import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { MotionIn } from '../motion.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { beforeWithdrawal, pendingSince } from '../withdrawn-on.ts';
import { minutesPlaceOf, presenceAt } from './at-meeting.ts';
import { mayTakeUp, unregistered } from './council-agenda.ts';
import { writeOff } from './late.ts';
import { takenUpRefusal } from './sitting.ts';
import { accept, type Verdict } from './verdict.ts';

/**
 * Row 28b: on the agenda like any matter (KL 5:52), the council writes the withdrawn motion off. Where its agenda is
 * kept, that says when the matter was announced; where it is on none, the day is typed or all present agree.
 */
export const noteWithdrawal = (
  pending: MotionIn<'WithdrawalPending'>,
  command: CommandOf<'note-withdrawal'>,
  context: Context,
): Verdict => {
  if (pending.registrationNumber === undefined) return unregistered();
  const { meetingDate } = pending;
  const when = {
    ...(meetingDate && { meetingDate }),
    notBefore: pendingSince(pending),
    rule: 'domain.md §1.4',
  };
  const at = minutesPlaceOf(command, 'council', when, context);
  if ('kind' in at) return at;
  const presence = presenceAt('council', command, context);
  if ('kind' in presence) return presence;
  const untimely =
    meetingDate === undefined
      ? takenUpRefusal(command, at.meetingDate, presence, context)
      : mayTakeUp(pending, command.agreeing, presence, context);
  if (untimely !== undefined) return untimely;
  return accept('28b', { type: 'WithdrawalNoted', ...writeOff(pending, at), ground: 'withdrawal' });
};

/**
 * Rows 28d and 28k: the motion as the council dealt with it, though it has been withdrawn since, on the day or later.
 * What was withdrawn before the meeting stood on its agenda as that, and is noted.
 */
export const asDealtWith = (
  record: MotionIn<'CouncilAgenda' | 'WithdrawalPending'>,
): MotionIn<'CouncilAgenda'> | Refusal => {
  if (record.status === 'CouncilAgenda') return record;
  if (record.meetingDate === undefined) return refuse('not_on_agenda');
  return beforeWithdrawal(record) ?? refuse('withdrawn_first');
};
