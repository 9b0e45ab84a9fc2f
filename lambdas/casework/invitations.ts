import { stockholmDate } from '../../domain/calendar-date.ts';
import { type Invitation, invitationState, personInvited } from '../../domain/invitations.ts';
import { mayKeepRegisters } from '../../domain/permissions.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import { Conflict } from '../failures.ts';
import type { InvitationStore } from '../ports/invitation-store.ts';
import type { Casework } from './dependencies.ts';

type Desk = Pick<Casework, 'people' | 'now' | 'realNow'> & { readonly invitations: InvitationStore };

const daysValid = 14;

type Given = Pick<Invitation, 'codeHash' | 'name' | 'roles' | 'memberId' | 'partyGroup' | 'unit'>;

const notAdministrator = (actor: Actor): Refusal | undefined =>
  mayKeepRegisters(actor)
    ? undefined
    : refuse('not_permitted', { rule: 'architecture.md §9', mayBeDoneBy: ['administratör'] });

/** Invites somebody. Sent twice with the same code it is one invitation. */
export const invite = async (
  { invitations, now, realNow }: Desk,
  given: Given,
  actor: Actor,
): Promise<{ readonly kind: 'invited'; readonly invitation: Invitation } | Refusal> => {
  const refused = notAdministrator(actor);
  if (refused !== undefined) return refused;
  const earlier = await invitations.invitation(given.codeHash);
  if (earlier !== undefined) return { kind: 'invited', invitation: earlier };
  const at = now();
  const expiresAt = new Date(Date.parse(realNow()) + daysValid * 24 * 3600 * 1000).toISOString();
  const invitation: Invitation = { ...given, invitedBy: actor.personId, invitedAt: at, expiresAt };
  const what = `invited ${given.roles.join(' ')}`;
  await invitations.invite(invitation, { by: actor.personId, at, what });
  return { kind: 'invited', invitation };
};

/** Takes an invitation back that nobody has used. @throws Conflict when it is no longer open */
export const revokeInvitation = async (
  { invitations, now }: Desk,
  codeHash: string,
  actor: Actor,
): Promise<{ readonly kind: 'revoked' } | Refusal> => {
  const refused = notAdministrator(actor);
  if (refused !== undefined) return refused;
  const at = now();
  await invitations.revokeInvitation(codeHash, at, {
    by: actor.personId,
    at,
    what: 'invitation_revoked',
  });
  return { kind: 'revoked' };
};

/**
 * Enters whoever is signed in and brings a code: bound to the subject, once (architecture §9). Who is entered already
 * stays as he or she is.
 */
export const useInvitation = async (
  { invitations, people, now, realNow }: Desk,
  codeHash: string,
  subject: string,
): Promise<{ readonly kind: 'entered' } | Refusal> => {
  if ((await people.person(subject)) !== undefined) return { kind: 'entered' };
  const found = await invitations.invitation(codeHash);
  if (found === undefined || invitationState(found, realNow()) !== 'open')
    return refuse('invitation_not_valid');
  const at = now();
  const person = personInvited(found, subject, stockholmDate(at));
  const given = person.roles.map(({ role, from }) => `role_given ${role} ${from}`);
  const what = [`invited_by ${found.invitedBy}`, ...given].join('; ');
  try {
    await invitations.useInvitation(codeHash, at, person, { by: subject, at, what });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return refuse('invitation_not_valid');
  }
  return { kind: 'entered' };
};
