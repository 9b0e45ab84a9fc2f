import type { CalendarDate } from './calendar-date.ts';
import type { CertifierFacts } from './certifiers.ts';
import type { Member } from './members.ts';
import type { Minutes } from './minutes.ts';
import type { Organisation } from './organisation.ts';
import type { Actor } from './roles.ts';

/** What a decision on a meeting may know: all of it handed in. */
export interface MeetingContext extends CertifierFacts {
  readonly today: CalendarDate;
  readonly actor: Actor;
  readonly organisation: Pick<Organisation, 'seats' | 'remoteParticipation'>;
  /** The members that the command names, by id; unknown ones are absent. */
  readonly members: ReadonlyMap<string, Member>;
  /** The whole member register, where somebody is said to serve on a seat that stands empty. */
  readonly register?: readonly Member[] | undefined;
  /** Its minutes, when they have been opened: what is noted of the meeting stands in them. */
  readonly minutes?: Minutes | undefined;
  /** Whether something was decided at the meeting, as its minutes have it (KL 5:65–66). */
  readonly hasActs?: boolean | undefined;
}
