import type { Catcher, StateDefinition } from './definition.ts';
import type { Context, Interpret } from './interpreter.ts';
import type { Json } from './json.ts';

/** What a working state does between its input and its result. */
export type Doing =
  | {
      readonly kind: 'invoke';
      readonly waitsForToken: boolean;
      readonly timeoutSeconds: Interpret | undefined;
      readonly heartbeatSeconds: number | undefined;
    }
  | { readonly kind: 'parallel'; readonly branches: readonly CompiledStates[] }
  | {
      readonly kind: 'map';
      readonly items: Interpret | undefined;
      readonly select: Interpret | undefined;
      readonly iterator: CompiledStates;
      readonly concurrency: number;
    }
  | { readonly kind: 'wait'; readonly until: Interpret };

/** A working state: the way in (`undefined` when the input is taken as it is), the doing, the way out. */
export interface Work {
  readonly enter: Interpret | undefined;
  readonly doing: Doing;
  readonly leave: ((input: Json, result: Json, context: Context) => Promise<Json>) | undefined;
}

/** A catcher, and what it makes of the state's input. */
export interface CompiledCatcher {
  readonly errorEquals: Catcher['ErrorEquals'];
  readonly next: string;
  readonly interpret: Interpret;
}

interface Named {
  readonly name: string;
  readonly type: StateDefinition['Type'];
  readonly next: string | undefined;
}

/** Pass, Succeed and Fail: data flow only. */
export interface PlainStep extends Named {
  readonly kind: 'plain';
  readonly interpret: Interpret;
}

/** Choice: the interpreter gives `{next, output}`. */
export interface ChoiceStep extends Named {
  readonly kind: 'choice';
  readonly interpret: Interpret;
}

/** Task, Parallel, Map and Wait: something is done between the input's way and the result's. */
export interface WorkStep extends Named {
  readonly kind: 'work';
  readonly work: Work;
  readonly retriers: StateDefinition['Retry'];
  readonly catchers: readonly CompiledCatcher[];
}

export type Step = PlainStep | ChoiceStep | WorkStep;

/** The states of a machine or of a branch, each with interpreters of its own. */
export interface CompiledStates {
  readonly startAt: string;
  readonly steps: ReadonlyMap<string, Step>;
}
