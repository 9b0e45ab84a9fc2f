import { mayRead } from '../../../domain/permissions.ts';
import type { Actor } from '../../../domain/roles.ts';
import type { Casework } from '../../casework/dependencies.ts';
import { NotFound } from '../../failures.ts';
import type { CaseState } from '../../ports/case-store.ts';

/**
 * The case if the asker may see it.
 * @throws NotFound also when it exists and may not be seen
 */
export const visibleCase = async (
  { cases }: Pick<Casework, 'cases'>,
  caseId: string,
  actor: Actor,
): Promise<CaseState> => {
  const state = await cases.load(caseId);
  if (state === undefined || !mayRead(state.motion, actor)) throw new NotFound('case');
  return state;
};
