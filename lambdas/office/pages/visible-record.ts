import { mayReadMeetings } from '../../../domain/permissions.ts';
import type { Actor } from '../../../domain/roles.ts';
import type { Casework } from '../../casework/dependencies.ts';
import { NotFound } from '../../failures.ts';
import type { MeetingState } from '../../ports/meeting-store.ts';
import type { MinutesState } from '../../ports/minutes-store.ts';

/**
 * The meeting if the asker may see it.
 * @throws NotFound also when it exists and may not be seen
 */
export const visibleMeeting = async (
  { meetings }: Pick<Casework, 'meetings'>,
  meetingId: string,
  actor: Actor,
): Promise<MeetingState> => {
  const state = await meetings.load(meetingId);
  if (state === undefined || !mayReadMeetings(actor)) throw new NotFound('meeting');
  return state;
};

/**
 * The minutes if the asker may see them.
 * @throws NotFound also when they exist and may not be seen
 */
export const visibleMinutes = async (
  { minutes }: Pick<Casework, 'minutes'>,
  minutesId: string,
  actor: Actor,
): Promise<MinutesState> => {
  const state = await minutes.load(minutesId);
  if (state === undefined || !mayReadMeetings(actor)) throw new NotFound('minutes');
  return state;
};

/** @throws NotFound for those who may not know of the meetings' work at all */
export const requireMeetingReader = (actor: Actor): void => {
  if (!mayReadMeetings(actor)) throw new NotFound('meetings');
};
