import { z } from 'zod';
import { type CalendarDate, instant } from './calendar-date.ts';
import { type Person, person } from './people.ts';
import { role } from './roles.ts';

/**
 * An administrator's invitation: whoever signs in for the first time and brings its code is bound to it, once
 * (architecture §9). The code itself is not kept; who reads the record cannot use it.
 */
export const invitation = z.object({
  /** SHA-256 of the code. */
  codeHash: z.string().regex(/^[0-9a-f]{64}$/),
  name: person.shape.name,
  roles: z.array(role).min(1).max(12),
  memberId: person.shape.memberId,
  partyGroup: person.shape.partyGroup,
  unit: person.shape.unit,
  invitedBy: z.string().min(1),
  invitedAt: instant,
  /** Real time, as of sessions: the law's clock has no say over it. */
  expiresAt: instant,
  usedAt: instant.optional(),
  /** Who took it: the identity provider's subject. */
  usedBy: z.string().optional(),
  /** Set when an administrator has taken it back. */
  revokedAt: instant.optional(),
});
export type Invitation = z.infer<typeof invitation>;

/** An invitation can be used once, until it is revoked or has run out. */
export type InvitationState = 'open' | 'used' | 'revoked' | 'expired';

/** Where an invitation stands at an instant of real time. */
export const invitationState = (
  { usedAt, revokedAt, expiresAt }: Invitation,
  realNow: string,
): InvitationState => {
  if (usedAt !== undefined) return 'used';
  if (revokedAt !== undefined) return 'revoked';
  return expiresAt > realNow ? 'open' : 'expired';
};

/** The person that an invitation enters, with its roles from the day it is used. */
export const personInvited = (
  { name, roles, memberId, partyGroup, unit }: Invitation,
  subject: string,
  today: CalendarDate,
): Person => ({
  subject,
  name,
  roles: [...new Set(roles)].map((each) => ({ role: each, from: today })),
  memberId,
  partyGroup,
  unit,
});
