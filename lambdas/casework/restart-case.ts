import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import { NotFound } from '../failures.ts';
import type { Casework } from './dependencies.ts';
import { handOver } from './executions.ts';

/**
 * The registrar lets a stopped case go on, and letters that were given up go out again, when what stopped them has
 * been mended. Nothing that has happened to the motion changes.
 * @throws NotFound when there is no such case
 */
export const restartCase = async (
  casework: Casework,
  { caseId, actor }: { caseId: string; actor: Actor },
): Promise<{ kind: 'restarted' } | Refusal> => {
  if (!actor.roles.includes('registrar')) {
    return refuse('not_permitted', { rule: 'architecture.md §4', mayBeDoneBy: ['registrator'] });
  }
  const state = await casework.cases.load(caseId);
  if (state?.execution === undefined) throw new NotFound('case');
  await casework.cases.oweLettersAgain(caseId, casework.now());
  await handOver(casework, { caseId, generation: state.execution.generation });
  return { kind: 'restarted' };
};
