import { z } from 'zod';
import type { Casework } from '../casework/dependencies.ts';
import { openWait } from '../casework/open-wait.ts';
import { taskHandler } from '../observability.ts';

const input = z.object({
  caseId: z.string().min(1),
  generation: z.int().min(1),
  version: z.int().min(1),
  step: z.string().min(1),
  awaits: z.enum([
    'registrar',
    'council-secretary',
    'board-secretary',
    'certifier',
    'archivist',
    'signatories',
    'officer',
    'approver',
    'nobody',
  ]),
  token: z.string().min(1),
});

/** Every waiting state: stores the task token with the case and opens the task of whoever is awaited. */
export const makeHandler = (casework: Casework) => taskHandler(input, (given) => openWait(casework, given));
