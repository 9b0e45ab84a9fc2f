import type { CalendarDate } from './calendar-date.ts';
import type { Member } from './members.ts';
import type { MinutesStatus } from './minutes.ts';
import type { Organisation } from './organisation.ts';
import type { Actor } from './roles.ts';

/** What a decision on a meeting may know: all of it handed in. */
export interface MeetingContext {
  readonly today: CalendarDate;
  readonly actor: Actor;
  readonly organisation: Pick<Organisation, 'seats' | 'remoteParticipation'>;
  /** The members that the command names, by id; unknown ones are absent. */
  readonly members: ReadonlyMap<string, Member>;
  /** How far the minutes of the meeting have come; absent before they are opened. */
  readonly minutesStatus?: MinutesStatus | undefined;
}
