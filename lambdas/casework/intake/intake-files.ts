import { z } from 'zod';
import { paperFields } from '../../../documents/intake/reading.ts';
import { type FileRefusalCode, fileRefusals } from '../../../documents/reading/refusals.ts';
import { instant } from '../../../domain/calendar-date.ts';

/** One file that has come in, by an id of our own; a person chooses it, so nothing of its name is in its place. */
export const intakeId = z.string().regex(/^i[0-9a-f]{32}$/);

/** Where what belongs to it lies. The original is stored once by the browser, and never written by us. */
export const intakeKeys = (id: string) => ({
  original: `intake/${id}/original`,
  about: `intake/${id}/about.json`,
  progress: `intake/${id}/progress.json`,
  reading: `intake/${id}/reading.json`,
  begun: `intake/${id}/case.json`,
});

/** Where it is noted which case files of these very bytes have become. */
export const sameFileKey = (sha256: string) => `intake/of-sha256/${sha256}.json`;

/** The id in the place of an original; undefined for any other file. */
export const intakeOfKey = (key: string): string | undefined => {
  const id = /^intake\/(i[0-9a-f]{32})\/original$/u.exec(key)?.[1];
  return id;
};

/** Who brought what, told before the file itself. */
export const intakeAbout = z.object({
  fileName: z.string().min(1).max(200),
  contentType: z.string().min(1).max(100),
  size: z.int().min(1),
  by: z.string().min(1),
  at: instant,
});
export type IntakeAbout = z.infer<typeof intakeAbout>;

export const intakeProgress = z.object({ share: z.number().min(0).max(1), at: instant });

const codes = Object.keys(fileRefusals).filter((code): code is FileRefusalCode => code in fileRefusals);

/** The original as it is kept, byte for byte, and what the reading of it came to. */
export const intakeReading = z.object({
  original: z.object({ versionId: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int() }),
  at: instant,
  result: z.union([
    z.object({ refused: z.enum(codes) }),
    z.object({
      by: z.enum(['text', 'docx', 'pdf', 'ocr']),
      pages: z.int(),
      ocrConfidence: z.number().optional(),
      text: z.string(),
      body: z.string(),
      fields: paperFields,
      suggestions: z.array(
        z.object({ start: z.int(), end: z.int(), seen: z.string(), suggested: z.string() }),
      ),
    }),
  ]),
});
export type IntakeReading = z.infer<typeof intakeReading>;
