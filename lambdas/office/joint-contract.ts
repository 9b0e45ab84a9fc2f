import { z } from '@hono/zod-openapi';
import { jointCommand } from '../../domain/joint-preparation.ts';
import { caseId, commandId, done } from './contract.ts';

/** Each case gets the command under an id of its own, made of this one: so it is somewhat shorter. */
const jointCommandId = commandId.regex(/^.{8,58}$/, 'a joint commandId is at most 58 letters');
export const jointRequest = z
  .object({
    commandId: jointCommandId,
    /** The versions the caller has seen, by case: a conflict if one has moved, unknown if it is not prepared with the others. */
    expectedVersions: z.record(caseId, z.int().min(0)).optional(),
    command: jointCommand,
  })
  .openapi('JointCommand');

/** What was done in each case: by its id, and the number that people know it by. */
export const doneTogether = z
  .object({ cases: z.array(done.extend({ caseId: z.string(), number: z.string() })) })
  .openapi('DoneTogether');
