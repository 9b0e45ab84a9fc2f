import { z } from '@hono/zod-openapi';
import { calendarDate, instant } from '../../domain/calendar-date.ts';
import { beginningCommand, personCommand } from '../../domain/commands.ts';
import { answerText, motionText } from '../../domain/documents.ts';
import { motionEvent } from '../../domain/events.ts';
import { grantedMotionsView } from '../../domain/granted-motions-report.ts';
import { letterTemplate } from '../../domain/letters.ts';
import { member } from '../../domain/members.ts';
import { minutes } from '../../domain/minutes.ts';
import { minutesPersonCommand } from '../../domain/minutes-commands.ts';
import { motion } from '../../domain/motion.ts';
import { openMotionsView } from '../../domain/open-motions-report.ts';
import { person } from '../../domain/people.ts';
import { role } from '../../domain/roles.ts';
import { statisticsView } from '../../domain/statistics.ts';
import { caseTexts } from './case-texts-contract.ts';
import { oneYearView } from './year-contract.ts';

/**
 * The caller's id for a command: the same id again gets the same answer and has no second effect. A UUID is a good
 * one. Colons are kept for the system's own.
 */
export const commandId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,80}$/, 'commandId is 8 to 80 letters, digits, - or _')
  .openapi({ example: '4f9d1c9e-7d0f-4b63-9f3a-2b3c0c1f8f11' });

export const caseId = z.string().regex(/^c[0-9a-f]{20}$/);

export const beginRequest = z.object({ commandId, command: beginningCommand }).openapi('BeginCase');
/** A case is begun under an id of ours, never at an address that the caller has chosen. */
const [, , , ...onACase] = personCommand.options;
export const commandRequest = z
  .object({
    commandId,
    /** The version the caller has seen; if the case has moved since, the answer is a conflict that says how. */
    expectedVersion: z.int().min(0).optional(),
    command: z.discriminatedUnion('type', onACase),
  })
  .openapi('CaseCommand');
export const minutesRequest = z
  .object({ commandId, command: minutesPersonCommand })
  .openapi('MinutesCommand');

export const done = z.object({ version: z.int(), repeated: z.boolean() }).openapi('Done');
export const begun = done.extend({ caseId }).openapi('Begun');
export const opened = done.extend({ minutesId: z.string() }).openapi('Opened');

export const pageQuery = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.string().optional() });

export const task = z
  .object({
    caseId: z.string(),
    kind: z.string(),
    dueOn: calendarDate,
    openedAt: instant,
    assignee: z.object({
      role,
      personIds: z.array(z.string()).optional(),
      memberIds: z.array(z.string()).optional(),
    }),
  })
  .openapi('Task');

export const caseRow = z
  .object({
    caseId: z.string(),
    status: z.string(),
    statusName: z.string(),
    registrationNumber: z.string().optional(),
    version: z.int(),
  })
  .openapi('CaseRow');

const [, , , , , , , , , approval, boardReady, boardAgenda] = motion.options;
/** Until the board has proposed, the answer is a draft: left out for those who may not read it (TF 2:12). */
const shownMotion = z.union([
  motion,
  approval.omit({ answer: true }),
  boardReady.omit({ answer: true }),
  boardAgenda.omit({ answer: true }),
]);

export const caseView = z
  .object({
    motion: shownMotion,
    statusName: z.string(),
    text: motionText.optional(),
    answer: answerText.optional(),
    ...caseTexts,
    /** Why it came back, from the registrar, an approver, the board or the council. */
    returnedWith: z.string().optional(),
    tasks: z.array(task),
    /** The motion it is prepared together with, and shares the answer of; absent when it leads, or is alone. */
    jointWith: caseRow.optional(),
    /** The motions that are prepared together with this one, and share its answer. */
    followers: z.array(caseRow),
    /** What should be seen to in the joint preparation. */
    jointWarning: z.string().optional(),
    /** Absent when the council has nothing left to decide. */
    oneYear: oneYearView.optional(),
    /** Commands the asker may give now, by role, relation and status; the rule's own conditions come after. */
    may: z.array(z.string()),
  })
  .openapi('Case');

/** Events that tell of a draft: of the motion (TF 2:13) or of the answer (TF 2:12). */
export const withheldEvents = [
  'DraftStarted',
  'TextRevised',
  'TextApproved',
  'AnswerWritten',
  'EarlierWorkImported',
] as const;

export const eventView = z
  .object({
    version: z.int(),
    row: z.string(),
    occurredOn: calendarDate,
    recordedAt: instant,
    actor: z.object({ personId: z.string() }),
    /** A draft that the asker may not read is named and no more. */
    event: z.union([motionEvent, z.object({ type: z.enum(withheldEvents), withheld: z.literal(true) })]),
    schemaVersion: z.literal(1),
    commandId: z.string(),
    previousHash: z.string(),
    hash: z.string(),
  })
  .openapi('Event');

const letterAct = z.object({ by: z.string(), at: instant, reason: z.string() });

export const letterView = z
  .object({
    version: z.int(),
    memberId: z.string(),
    template: letterTemplate,
    state: z.enum(['owed', 'sent', 'failed', 'held', 'dropped']),
    attempts: z.int(),
    sentAt: instant.optional(),
    messageId: z.string().optional(),
    problem: z.string().optional(),
    /** Who approved a letter to a person of protected identity, for those who need to know. */
    released: letterAct.optional(),
    /** Whom it is to: a member, a party group, a committee or a unit. */
    recipient: z.string(),
    /** What has become of it since it was sent; absent until SES has said. */
    fate: z
      .object({
        kind: z.enum(['delivered', 'bounced', 'complained']),
        at: instant,
        code: z.string().optional(),
      })
      .optional(),
    /** Who had it sent again, each time. */
    resent: z.array(letterAct).optional(),
    /** Who saw to it in another way. */
    settled: letterAct.optional(),
  })
  .openapi('Letter');

/** A letter word for word as it was sent. */
export const keptLetterView = z
  .object({
    templateVersion: z.int(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    attachments: z.array(z.object({ filename: z.string(), sha256: z.string() })).optional(),
  })
  .openapi('KeptLetter');

export const minutesView = z
  .object({
    minutes,
    statusName: z.string(),
    items: z.array(z.object({ caseId: z.string(), paragraph: z.string() })),
  })
  .openapi('Minutes');

export const personView = z.object(person.shape).openapi('Person');
export const memberView = z.object(member.shape).openapi('Member');
export const eligibilityView = z
  .object({
    memberId: z.string(),
    on: calendarDate,
    may: z.boolean(),
    /** Where the answer is no: the paragraph, and why in Swedish. */
    rule: z.string().optional(),
    reason: z.string().optional(),
  })
  .openapi('Eligibility');
export const me = z
  .object({
    personId: z.string(),
    name: z.string(),
    roles: z.array(role),
    memberId: z.string().optional(),
    partyGroup: z.string().optional(),
    today: calendarDate,
  })
  .openapi('Me');
export const registerEntry = z
  .object({ version: z.int(), by: z.string(), at: instant, what: z.string() })
  .openapi('RegisterEntry');

export const openMotionsReport = z.object(openMotionsView.shape).openapi('OpenMotionsReport');
export const grantedMotionsReport = z.object(grantedMotionsView.shape).openapi('GrantedMotionsReport');
export const statisticsReport = z.object(statisticsView.shape).openapi('Statistics');
