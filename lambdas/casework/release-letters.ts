import { stockholmDate } from '../../domain/calendar-date.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import { NotFound } from '../failures.ts';
import { type LetterKey, letterHeld } from '../ports/case-letters.ts';
import type { Task } from '../ports/case-store.ts';
import type { Casework } from './dependencies.ts';

/** The task that says a letter waits for a registrar's approval; it says of no one whom it is to. */
export const heldTask = ({ now }: Pick<Casework, 'now'>, caseId: string): Task => {
  const openedAt = now();
  return {
    caseId,
    kind: letterHeld,
    assignee: { role: 'registrar' },
    dueOn: stockholmDate(openedAt),
    openedAt,
  };
};

/** Letters of a case that a registrar lets go, and why. */
export interface Release {
  readonly caseId: string;
  readonly letters: readonly Omit<LetterKey, 'caseId'>[];
  readonly reason: string;
  readonly actor: Actor;
}

/**
 * The registrar approves letters to a person of protected identity, each by itself (domain.md §9). A repeat releases
 * nothing more.
 * @throws NotFound when there is no such case
 */
export const releaseLetters = async (
  casework: Casework,
  { caseId, letters, reason, actor }: Release,
): Promise<{ readonly kind: 'released'; readonly released: number } | Refusal> => {
  if (!actor.roles.includes('registrar')) {
    return refuse('not_permitted', { rule: 'domain.md §9', mayBeDoneBy: ['registrator'] });
  }
  if ((await casework.cases.load(caseId)) === undefined) throw new NotFound('case');
  const release = { by: actor.personId, at: casework.now(), reason };
  const task = heldTask(casework, caseId);
  const released = await casework.cases.releaseLetters(caseId, letters, release, task);
  return { kind: 'released', released };
};
