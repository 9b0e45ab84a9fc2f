import type { CalendarDate } from './calendar-date.ts';
import { type Motion, type MotionIn, motion, type Signatory } from './motion.ts';

/** When the last of those who withdrew a motion did so. */
const withdrawnOnOf = ({ signatories, receivedOn }: MotionIn<'WithdrawalPending'>): CalendarDate =>
  signatories
    .flatMap((each) => each.withdrawnOn ?? [])
    .sort()
    .at(-1) ?? receivedOn;

/** The day the withdrawal was complete: by the last who withdrew, or by the registrar (row 28r). */
export const pendingSince = (record: MotionIn<'WithdrawalPending'>): CalendarDate =>
  record.completedOn ?? withdrawnOnOf(record);

/**
 * The motion as it stood on the council's agenda before it was withdrawn, where it may have been dealt with first: the
 * council can have decided, put it off or sent it back before the withdrawal of the same day, or of a later one
 * (domain.md §1.4: until the council has decided). Undefined where it was withdrawn before that meeting, or was not on
 * its agenda as a motion the board had prepared: one that was put there when it had been withdrawn (row 28p) was not.
 */
export const beforeWithdrawal = (record: Motion): MotionIn<'CouncilAgenda'> | undefined => {
  if (record.status !== 'WithdrawalPending' || record.meetingDate === undefined) return undefined;
  if (record.placedWithdrawn === true) return undefined;
  if (pendingSince(record) < record.meetingDate) return undefined;
  const { success, data } = motion.safeParse({ ...record, status: 'CouncilAgenda' });
  return success && data.status === 'CouncilAgenda' ? data : undefined;
};

/** Whether a signatory withdrew in time to stand back from the motion: what the council had decided by then stands. */
export const hasStoodBack = (record: Motion, { withdrawnOn }: Signatory): boolean =>
  withdrawnOn !== undefined && !isTooLate(record, withdrawnOn);

/** Whether a withdrawal came when the council had decided. */
export const isTooLate = (record: Motion, withdrawnOn: CalendarDate): boolean =>
  'decision' in record &&
  record.decision.withdrawnTooLate === true &&
  withdrawnOn >= record.decision.at.meetingDate;
