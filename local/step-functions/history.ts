/** One thing that happened in an execution; ids count from 1 without gaps. */
export interface HistoryEvent {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  /** As AWS names them: `TaskStateEntered`, `TaskScheduled`, `ExecutionSucceeded` … */
  readonly type: string;
  /** The state it happened in; absent for the execution's own start and end. */
  readonly state?: string;
  readonly error?: string;
  readonly cause?: string;
}

interface Told {
  readonly state?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** Writes down what happened. Inputs and outputs are left out: ten thousand waiting cases would hold them. */
export const note = (history: HistoryEvent[], type: string, told: Told = {}): void => {
  history.push({ id: history.length + 1, timestamp: Date.now(), type, ...told });
};

const taskDetails = { resourceType: 'lambda', resource: 'invoke' };

const detailsOf = (event: HistoryEvent): Record<string, unknown> => {
  const failure = { error: event.error, cause: event.cause };
  if (event.type.endsWith('StateEntered')) return { stateEnteredEventDetails: { name: event.state } };
  if (event.type.endsWith('StateExited')) return { stateExitedEventDetails: { name: event.state } };
  if (event.type.startsWith('Task')) {
    const key = `${event.type[0]?.toLowerCase()}${event.type.slice(1)}EventDetails`;
    return { [key]: { ...taskDetails, ...failure } };
  }
  if (event.type === 'ExecutionFailed') return { executionFailedEventDetails: failure };
  if (event.type === 'ExecutionAborted') return { executionAbortedEventDetails: failure };
  if (event.type === 'ExecutionTimedOut') return { executionTimedOutEventDetails: failure };
  return {};
};

/** The event as GetExecutionHistory tells it. */
export const toAwsEvent = (event: HistoryEvent): Record<string, unknown> => ({
  id: event.id,
  previousEventId: event.id - 1,
  timestamp: event.timestamp / 1000,
  type: event.type,
  ...detailsOf(event),
});
