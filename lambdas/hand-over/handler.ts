import { z } from 'zod';
import type { Casework } from '../casework/dependencies.ts';
import { handOver } from '../casework/executions.ts';
import { taskHandler } from '../observability.ts';

const input = z.object({ caseId: z.string().min(1), generation: z.int().min(1) });

/** Gives the case its next execution before this one grows too old. */
export const makeHandler = (casework: Casework) => taskHandler(input, (given) => handOver(casework, given));
