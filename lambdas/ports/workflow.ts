/** What a step of the workflow is told: ids, version and outcome, never names or texts. */
export interface StepOutcome {
  readonly caseId: string;
  readonly generation: number;
  readonly version: number;
  readonly outcome: string;
}

/** The workflow engine, Step Functions. */
export interface Workflow {
  /** Starts the execution of a case's generation. A repeat is harmless: the name is the key. */
  start(caseId: string, generation: number): Promise<void>;
  /**
   * Completes a wait.
   * @returns `gone` on any token error: timed out, unknown or answered already; the record says what to do
   */
  complete(token: string, outcome: StepOutcome): Promise<'delivered' | 'gone'>;
  /** Names of running executions, as `executionName` gives them. */
  running(): Promise<ReadonlySet<string>>;
}

/** The name of a case's execution: closed names stay taken for 90 days, hence the generation (architecture §4). */
export const executionName = (caseId: string, generation: number): string => `${caseId}-g${generation}`;
