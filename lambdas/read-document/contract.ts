import { z } from 'zod';

/** What EventBridge tells of a file that S3 has stored. */
export const storedEvent = z.object({
  detail: z.object({
    object: z.object({ key: z.string().min(1), 'version-id': z.string().min(1) }),
  }),
});
