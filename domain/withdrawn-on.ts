import type { CalendarDate } from './calendar-date.ts';
import type { MotionIn } from './motion.ts';

/** The day a motion was withdrawn: when the last of those who withdrew it did so. */
export const withdrawnOnOf = ({ signatories, receivedOn }: MotionIn<'WithdrawalPending'>): CalendarDate =>
  signatories
    .flatMap((each) => each.withdrawnOn ?? [])
    .sort()
    .at(-1) ?? receivedOn;
