import { z } from 'zod';
import type { Casework } from '../casework/dependencies.ts';
import { readCase } from '../casework/executions.ts';
import { taskHandler } from '../observability.ts';

const input = z.object({ caseId: z.string().min(1), generation: z.int().min(1) });

/** First state of the motion machine: where the record says that the case stands. */
export const makeHandler = (casework: Casework) => taskHandler(input, (given) => readCase(casework, given));
