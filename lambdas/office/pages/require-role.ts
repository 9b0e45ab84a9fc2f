import type { Actor, Role } from '../../../domain/roles.ts';
import { NotFound } from '../../failures.ts';

/**
 * Lets those on who hold one of the roles.
 * @throws NotFound for the others: what they may not see is not there
 */
export const requireRole = (actor: Actor, ...roles: readonly Role[]): void => {
  if (!roles.some((role) => actor.roles.includes(role))) throw new NotFound('page');
};
