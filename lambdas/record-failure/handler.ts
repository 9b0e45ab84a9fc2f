import { z } from 'zod';
import type { Casework } from '../casework/dependencies.ts';
import { recordFailure } from '../casework/executions.ts';
import { taskHandler } from '../observability.ts';

const input = z.object({
  caseId: z.string().min(1),
  generation: z.int().min(1),
  /** Name of the error; its cause stays in the log of the task that failed. */
  error: z.string(),
});

/** Last task of a failing execution: the case says so, and an alarm goes. */
export const makeHandler = (casework: Casework) =>
  taskHandler(input, (given) => recordFailure(casework, given));
