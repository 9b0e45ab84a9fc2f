import { z } from 'zod';
import { registerSeries } from './register-number.ts';
import { role } from './roles.ts';

const bodyName = z.string().trim().min(1).max(200);

/**
 * What differs between organisations (architecture §7). Rules of statute are not here: they are dated domain data.
 */
export const organisation = z.object({
  name: bodyName,
  bodies: z.object({ council: bodyName, board: bodyName }),
  /** Number of seats, for the quorum of KL 5:45 and 6:27. */
  seats: z.object({ council: z.int().min(1), board: z.int().min(1) }),
  register: registerSeries,
  /** `product`: numbers are allocated here. `registrar`: another registry is master and its number is typed. */
  registerMaster: z.enum(['product', 'registrar']).default('product'),
  /** Officials who approve the answer, in order (domain.md §4.2). */
  approvalChain: z.array(z.object({ role: role.extract(['manager', 'director']), title: bodyName })).min(1),
  /** Who hands a registered motion over for preparation (domain.md §3). */
  referral: z.enum(['council', 'presidium', 'either']).default('either'),
  mail: z.object({ from: z.email(), fromName: bodyName, replyTo: z.email() }),
  /** Address of the public register, for links in letters; no trailing slash. */
  publicUrl: z.url().transform((url) => url.replace(/\/$/, '')),
});
export type Organisation = z.infer<typeof organisation>;
