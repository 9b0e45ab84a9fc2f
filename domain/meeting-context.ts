import type { CalendarDate } from './calendar-date.ts';
import type { CertifierFacts } from './certifiers.ts';
import type { Member } from './members.ts';
import type { Organisation } from './organisation.ts';
import type { Actor } from './roles.ts';

/** What a decision on a meeting may know: all of it handed in. */
export interface MeetingContext extends CertifierFacts {
  readonly today: CalendarDate;
  readonly actor: Actor;
  readonly organisation: Pick<Organisation, 'seats' | 'remoteParticipation'>;
  /** The members that the command names, by id; unknown ones are absent. */
  readonly members: ReadonlyMap<string, Member>;
  /** Whether the minutes can still be written: not opened yet, or nobody has signed them (KL 5:69). */
  readonly minutesOpen: boolean;
  /** Whether something was decided at the meeting, as its minutes have it (KL 5:65–66). */
  readonly hasActs?: boolean | undefined;
}
