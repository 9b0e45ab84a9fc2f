import type { Instant } from '../../../domain/calendar-date.ts';

/** An instant to the millisecond: instants of mixed precision do not sort as text, these do. */
export const sortable = (at: Instant): string => new Date(at).toISOString();

/** Bound just above every key that begins with this time or date, since facts in keys are parted by `#`. */
export const upTo = (time: string): string => `${time}$`;
