import { z } from 'zod';
import type { Casework } from '../casework/dependencies.ts';
import { type LetterDesk, sendLetters } from '../casework/send-letters.ts';
import { taskHandler } from '../observability.ts';

const input = z.object({ caseId: z.string().min(1) });

/** Sends what is owed of a case. Invoked beside the case's way: a letter never holds up a motion. */
export const makeHandler = (casework: Casework & LetterDesk) =>
  taskHandler(input, ({ caseId }) => sendLetters(casework, caseId));
