import type { Context } from '../context.ts';
import type { MinutesPlace } from '../events.ts';
import type { Minutes } from '../minutes.ts';
import type { MotionIn } from '../motion.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** When a matter on an agenda may be dealt with: at that meeting. */
export const onAgendaFor = (record: MotionIn<'BoardAgenda' | 'CouncilAgenda'>) => ({
  meetingDate: record.meetingDate,
  notBefore: record.receivedOn,
});

/**
 * Where in the minutes an act stands. The minutes must be those of the body and day the matter was on the agenda
 * for, not certified yet (KL 5:65–66, 5:69), and of no meeting before the matter arose.
 */
export const minutesPlaceOf = (
  command: { readonly minutesId: string; readonly paragraph: string },
  body: Minutes['body'],
  when: { readonly meetingDate?: string; readonly notBefore: string },
  { minutes }: Context,
): MinutesPlace | Refusal => {
  if (minutes === undefined || minutes.minutesId !== command.minutesId) return refuse('minutes_unknown');
  if (minutes.body !== body) return refuse('minutes_of_other_meeting');
  if (when.meetingDate !== undefined && minutes.meetingDate !== when.meetingDate) {
    return refuse('minutes_of_other_meeting');
  }
  if (minutes.meetingDate < when.notBefore) return refuse('date_out_of_order');
  // What a certifier has signed is not added to.
  if (minutes.status !== 'Open' || minutes.signedBy.length > 0) return refuse('minutes_closed');
  return {
    minutesId: minutes.minutesId,
    paragraph: command.paragraph,
    meetingDate: minutes.meetingDate,
  };
};
