import type { MotionEvent } from './events.ts';

/**
 * Whether a decision of the case that did not end it is appealed, and the court has not said the last word (rows 25d,
 * 26d and 27d): the case itself goes on, so its record does not tell.
 */
export const hasOpenAppealBeside = (events: readonly MotionEvent[]): boolean => {
  const open = new Map<string, number>();
  for (const event of events) {
    if (event.type !== 'MinutesFollowed' || event.beside !== true) continue;
    const { happened, minutesId } = event;
    if (happened.type !== 'AppealRecorded' && happened.type !== 'AppealClosed') continue;
    const place = `${minutesId} ${happened.paragraph ?? ''}`;
    if (happened.type === 'AppealRecorded') open.set(place, happened.open ?? 1);
    else open.set(place, happened.outcome.result === 'annulled' ? 0 : (happened.open ?? 0));
  }
  return [...open.values()].some((count) => count > 0);
};
