import { z } from 'zod';

/** SNS hands what it carries to Lambda as text in records. */
export const snsEvent = z.object({
  Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })).min(1),
});

const mail = z.object({
  messageId: z.string().min(1),
  /** One, since every letter of ours goes to one. */
  destination: z.array(z.string().min(1)).min(1),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
});
const timestamp = z.iso.datetime();

/** What SES publishes of a letter, as far as we ask for it (lib/mail.ts). */
export const sesEvent = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Delivery'), mail, delivery: z.object({ timestamp }) }),
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({
      bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
      bounceSubType: z.string().regex(/^\w{1,60}$/),
      timestamp,
    }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({
      complaintFeedbackType: z
        .string()
        .regex(/^[\w-]{1,60}$/)
        .nullish(),
      timestamp,
    }),
  }),
  /** SES took the letter and found a virus in it. */
  z.object({ eventType: z.literal('Reject'), mail: mail.extend({ timestamp }), reject: z.object({}) }),
]);
export type SesEvent = z.infer<typeof sesEvent>;
