import type { CalendarDate } from './calendar-date.ts';
import type { DocumentRef } from './documents.ts';
import type { Meeting } from './meeting.ts';
import type { Member } from './members.ts';
import type { Minutes } from './minutes.ts';
import type { Motion } from './motion.ts';
import type { Organisation } from './organisation.ts';
import type { Actor, Role } from './roles.ts';

/** What `decide` may know besides the record and the command: all of it handed in, none of it looked up. */
export interface Context {
  readonly caseId: string;
  /** The day of the act in Europe/Stockholm. */
  readonly today: CalendarDate;
  readonly actor: Actor;
  readonly organisation: Pick<
    Organisation,
    | 'seats'
    | 'register'
    | 'registerMaster'
    | 'referral'
    | 'approvalChain'
    | 'consultees'
    | 'planning'
    | 'motionRules'
    | 'minutes'
  >;
  /** The members that the case or the command names, by id; unknown ones are absent. */
  readonly members: ReadonlyMap<string, Member>;
  /** The text the command brings, stored apart. */
  readonly document?: DocumentRef | undefined;
  /** The minutes the command names, if they exist. */
  readonly minutes?: Minutes | undefined;
  /** The number the register would give next; absent where another registry is master. */
  readonly nextNumber?: { readonly registrationNumber: string; readonly sequence: number } | undefined;
  /** Roles of the official that `assign` names. */
  readonly officerRoles?: readonly Role[] | undefined;
  /** The motion whose answer is to be shared, when the command names one. */
  readonly lead?: Motion | undefined;
  /** Whether other motions share this one's answer. */
  readonly leads?: boolean | undefined;
  /** Whether a decision of the case that did not end it is appealed and not tried, where that is asked. */
  readonly isAppealed?: boolean | undefined;
  /** The meeting that the command or the record names, where the product keeps the calendar. */
  readonly meeting?: Meeting | undefined;
}

/**
 * The text a command brings.
 * @throws Error when the caller has not stored it: a defect of ours, never of the input.
 */
export const broughtDocument = (context: Context): DocumentRef => {
  if (context.document === undefined) throw new Error('the text of the command was not handed to decide');
  return context.document;
};
