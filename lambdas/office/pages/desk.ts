import type { Hono } from 'hono';
import type { Person } from '../../../domain/people.ts';
import type { Actor } from '../../../domain/roles.ts';
import type { Filled } from '../../../web/forms/field.ts';
import type { Casework } from '../../casework/dependencies.ts';
import type { FileStore } from '../../ports/file-store.ts';
import type { IdentityProvider } from '../../ports/identity-provider.ts';
import type { InvitationStore } from '../../ports/invitation-store.ts';
import type { Session, SessionStore } from '../../ports/session-store.ts';

/** What the pages of the office need beside the use cases: who people are, and that they still are. */
export interface PagesDesk extends Casework {
  readonly sessions: SessionStore;
  readonly identity: IdentityProvider;
  readonly invitations: InvitationStore;
  /** What has come in. */
  readonly files: FileStore;
}

/** What every signed-in page knows. */
export interface PageEnv {
  Variables: { actor: Actor; person: Person; session: Session; filled: Filled };
}

/** The pages while they are added. */
export type PagesApp = Hono<PageEnv>;
