import { z } from 'zod';
import type { Casework } from '../casework/dependencies.ts';
import type { LetterDesk } from '../casework/send-letters.ts';
import { tick } from '../casework/tick.ts';
import { taskHandler } from '../observability.ts';

const input = z.object({ sweep: z.boolean().default(false) });

/** What the schedule calls every few minutes, and with `sweep` every hour. */
export const makeHandler = (casework: Casework & LetterDesk) =>
  taskHandler(input, async (given) => {
    const report = await tick(casework, given);
    casework.journal.info('tick_completed', { ...report });
    return report;
  });
