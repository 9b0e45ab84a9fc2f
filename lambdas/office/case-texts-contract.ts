import { z } from '@hono/zod-openapi';
import { deliberationTexts } from '../../domain/deliberation.ts';

/**
 * What was asked and said while the answer was prepared, with the number the record knows it by; a text that is no
 * longer kept is absent.
 */
export const consultationTexts = z
  .object({ consultationNo: z.int(), question: z.string().optional(), statement: z.string().optional() })
  .openapi('ConsultationTexts');

const dealtWithTexts = z.object(deliberationTexts.shape).openapi('DeliberationTexts');

/** The texts of a case beside the motion and its answer. */
export const caseTexts = {
  /** Absent for those who may not read drafts of the answer, until the board has proposed (TF 2:12). */
  consultations: z.array(consultationTexts).optional(),
  /** What the council was told had come out of the preparation so far (KL 5:35). */
  lateReport: z.string().optional(),
  /** Claims, points, reservations, statements and notes of the board's proposal (KL 6:35). */
  boardTexts: dealtWithTexts.optional(),
  /** The same of the council's decision (KL 5:67). */
  councilTexts: dealtWithTexts.optional(),
};
