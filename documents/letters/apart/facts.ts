import { z } from 'zod';
import { calendarDate } from '../../../domain/calendar-date.ts';
import { publicNewsKind } from '../../../domain/following.ts';
import { caseOutcome } from '../../../domain/outcome.ts';
import { line, webAddress } from '../fact-shapes.ts';

const bodies = z.object({ council: line, board: line });

/** Asks the owner of an address whether letters may come there. */
export const confirmationFacts = z.object({
  organisation: line,
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('motion'), registrationNumber: line, title: line }),
    z.object({ kind: z.literal('party'), party: line }),
    z.object({ kind: z.literal('all') }),
  ]),
  link: webAddress,
  hours: z.int().min(1),
});
export type ConfirmationFacts = z.infer<typeof confirmationFacts>;

/** What has happened to the motions somebody follows: never empty, and nothing that is not public. */
export const newsFacts = z.object({
  organisation: line,
  bodies,
  register: webAddress,
  endLink: webAddress,
  motions: z
    .array(
      z.object({
        registrationNumber: line,
        title: line,
        page: webAddress,
        outcome: caseOutcome.optional(),
        news: z.array(z.object({ on: calendarDate, kind: publicNewsKind })).min(1),
      }),
    )
    .min(1),
});
export type NewsFacts = z.infer<typeof newsFacts>;

/** What waits for an official: never empty. Titles only of motions that are public. */
export const digestFacts = z.object({
  organisation: line,
  on: calendarDate,
  office: webAddress,
  tasks: z
    .array(
      z.object({
        what: line,
        registrationNumber: line.optional(),
        title: line.optional(),
        dueOn: calendarDate,
      }),
    )
    .min(1),
  /** There are more than the letter lists. */
  more: z.boolean(),
});
export type DigestFacts = z.infer<typeof digestFacts>;
