import type { Context } from '../context.ts';
import type { MinutesPlace } from '../events.ts';
import type { Minutes } from '../minutes.ts';
import { type Refusal, refuse } from '../refusal.ts';

/**
 * Where in the minutes an act stands. The minutes must be those of the body and day the matter was on the agenda
 * for, and not certified yet (KL 5:65–66, 5:69).
 */
export const minutesPlaceOf = (
  command: { readonly minutesId: string; readonly paragraph: string },
  body: Minutes['body'],
  meetingDate: string | undefined,
  { minutes }: Context,
): MinutesPlace | Refusal => {
  if (minutes === undefined || minutes.minutesId !== command.minutesId) return refuse('minutes_unknown');
  if (minutes.body !== body) return refuse('minutes_of_other_meeting');
  if (meetingDate !== undefined && minutes.meetingDate !== meetingDate) {
    return refuse('minutes_of_other_meeting');
  }
  if (minutes.status !== 'Open') return refuse('minutes_closed');
  return {
    minutesId: minutes.minutesId,
    paragraph: command.paragraph,
    meetingDate: minutes.meetingDate,
  };
};
