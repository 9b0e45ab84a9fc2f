import type { MotionEvent } from './events.ts';

/** What a body did with a motion, as it stands in its minutes. */
export type Act = Extract<
  MotionEvent,
  {
    type:
      | 'BoardPostponed'
      | 'BoardReferredBack'
      | 'BoardProposed'
      | 'BoardForwarded'
      | 'CouncilPostponed'
      | 'CouncilReferredBack'
      | 'CouncilDecided'
      | 'CouncilWroteOff'
      | 'WithdrawalNoted';
  }
>;

/** An act and the case it is of. */
export interface MinutedAct {
  readonly caseId: string;
  readonly act: Act;
}

const isAct = (event: MotionEvent): event is Act => {
  switch (event.type) {
    case 'BoardPostponed':
    case 'BoardReferredBack':
    case 'BoardProposed':
    case 'BoardForwarded':
    case 'CouncilPostponed':
    case 'CouncilReferredBack':
    case 'CouncilDecided':
    case 'CouncilWroteOff':
    case 'WithdrawalNoted':
      return true;
    default:
      return false;
  }
};

/** The acts of a case that stand in some minutes; one that was taken back (KL 5:69) does not. */
export const actsIn = (
  minutesId: string,
  caseId: string,
  events: readonly MotionEvent[],
): readonly MinutedAct[] => {
  const standing: Act[] = [];
  for (const event of events) {
    // Only the last act can be taken back, and nothing of a body comes in between.
    if (event.type === 'ActTakenBack') standing.pop();
    else if (isAct(event)) standing.push(event);
  }
  return standing.filter(({ at }) => at.minutesId === minutesId).map((act) => ({ caseId, act }));
};
