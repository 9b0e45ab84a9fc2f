import type { Instant } from '../../domain/calendar-date.ts';
import type { Invitation } from '../../domain/invitations.ts';
import type { Person } from '../../domain/people.ts';
import type { Page, PageRequest } from './case-store.ts';
import type { RegisterEntry } from './people-store.ts';

/** An entry of an invitation's log; the store numbers it. */
export type InvitationEntry = Omit<RegisterEntry, 'version'>;

/**
 * Invitations, each with what has happened to it in the append-only log.
 * @throws Conflict when the invitation is there already, or no longer open; Transient
 */
export interface InvitationStore {
  invite(invitation: Invitation, entry: InvitationEntry): Promise<void>;
  invitation(codeHash: string): Promise<Invitation | undefined>;
  /** The latest first. */
  invitations(page: PageRequest): Promise<Page<Invitation>>;
  revokeInvitation(codeHash: string, at: Instant, entry: InvitationEntry): Promise<void>;
  /**
   * Enters the person and closes the invitation in one go: of two who bring the same code, one.
   * @throws Conflict also when there is a person with the subject
   */
  useInvitation(codeHash: string, at: Instant, person: Person, entry: InvitationEntry): Promise<void>;
}
