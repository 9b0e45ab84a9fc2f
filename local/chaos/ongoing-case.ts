import type { PersonCommand } from '../../domain/commands.ts';
import type { Phase, Round } from './calendar.ts';
import type { CasePlan } from './plan.ts';

/** The time of the year at which something is asked. */
export interface Now {
  readonly phase: Phase;
  readonly day: string;
  readonly round: Round;
}

/** Somebody and what that person asks for. */
export interface Asked {
  readonly by: string;
  readonly command: PersonCommand;
}

/** A case on its way, as its driver remembers it. */
export interface OngoingCase {
  readonly plan: CasePlan;
  readonly paragraph: string;
  /** Who wrote the draft: the first mover. */
  readonly author: string;
  caseId: string | undefined;
  /** Its movers' own still: nobody else may see it. */
  isDraft: boolean;
  /** Nothing more is done in it: discarded, archived, or refused something that the plan had not foreseen. */
  isClosed: boolean;
  /** True the first time it is asked for a name. */
  once(name: string): boolean;
}

export const makeOngoingCase = (plan: CasePlan, index: number): OngoingCase => {
  const seen = new Set<string>();
  return {
    plan,
    paragraph: `§ ${index + 10}`,
    author: plan.movers[0]?.subject ?? '',
    caseId: undefined,
    isDraft: plan.entry === 'draft',
    isClosed: false,
    once: (name) => {
      const isFirst = !seen.has(name);
      seen.add(name);
      return isFirst;
    },
  };
};
