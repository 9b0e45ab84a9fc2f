import { z } from 'zod';

/** Reference to a text kept as an item of its own, so that it can be weeded or masked while the chain holds. */
export const documentRef = z.object({
  documentId: z.string().min(1),
  /** Salted SHA-256 of the content, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type DocumentRef = z.infer<typeof documentRef>;

/** Each letter and its accent in one: a text is found, compared and masked by what it says, not by how it was typed. */
const words = z.string().normalize('NFC').trim();
const line = words.min(1).max(500);
const prose = words.max(100_000);

/** Characters a text may have in all: a row of the record holds 400 kB, and a character may take two bytes or more. */
const longest = 120_000;
const isNotTooLong = (content: unknown) => JSON.stringify(content).length <= longest;
const tooLong = `Texten är för lång: högst ${longest} tecken sammanlagt.`;

/** The text of a motion as its movers wrote it (domain.md §1.3). Clauses are numbered by their place, from 1. */
export const motionText = z
  .object({
    title: line,
    body: prose,
    clauses: z.array(words.min(1).max(5_000)).max(50),
    /** The party's own series, e.g. "Jämlikhetsmotion 26"; never a register number. */
    series: line.optional(),
  })
  .refine(isNotTooLong, tooLong);
export type MotionText = z.infer<typeof motionText>;

/** The answer as sections with headings (domain.md §4.1: no section is refused for being absent). */
export const answerText = z
  .object({
    title: line,
    sections: z
      .array(z.object({ heading: words.max(500), text: prose.min(1) }))
      .min(1)
      .max(50),
  })
  .refine(isNotTooLong, tooLong);
export type AnswerText = z.infer<typeof answerText>;

/** A reason or comment of a few lines. */
export const remark = words.min(1).max(10_000);

/** What somebody who was asked has to say: as long as a text may be. */
export const statement = prose.min(1);
