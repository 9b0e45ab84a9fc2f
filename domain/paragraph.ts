import { z } from 'zod';

/** A bare number is written as minutes write it: `41` is `§ 41`. */
const signed = (given: string): string => (/^\d/.test(given) ? `§ ${given}` : given);

/** Where in minutes something stands, e.g. "§ 41", also where only the number is keyed in (KL 5:65, 6:35). */
export const paragraph = z.string().trim().min(1).max(40).overwrite(signed);
