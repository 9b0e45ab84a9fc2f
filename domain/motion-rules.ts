import { z } from 'zod';
import { councilAgendaBy } from './back-planning.ts';
import { addDays, type CalendarDate } from './calendar-date.ts';
import { workingDayBefore } from './deadlines.ts';

const provision = z.string().trim().min(1).max(200);

/**
 * What the council's own rules of procedure ask of a motion's form (domain.md §1.2): local, so configuration (KL 5:72
 * p. 8). They make hints while a motion is written; nothing is refused for them, since the law has no such rule and the
 * registrar judges (§1.3).
 */
export const motionRules = z.object({
  /** Where the rules stand, as a hint cites them: `arbetsordningen 22 §`. */
  provision: provision.default('fullmäktiges arbetsordning'),
  /** When a motion counts as raised: handed in, which is the strictest, or announced at a meeting. */
  raisedRule: z.enum(['received', 'announced']).default('received'),
  /** How a motion is signed: approved by each who is signed in, or by hand on paper. */
  signature: z.enum(['in-service', 'handwritten']).default('in-service'),
  /** Where it may be handed in. */
  submissionChannel: z.enum(['either', 'registry', 'meeting']).default('either'),
  /** The council tries whether the form rules are met before the motion is presented to it. */
  admissibilityCheck: z.boolean().default(false),
  /** A matter outside what the council may decide can be rejected at once (KL 5:26, 5:33 hold all the same). */
  competenceCheck: z.boolean().default(false),
  /** A motion is about one subject only. */
  singleSubject: z.boolean().default(true),
  attachmentsAllowed: z.boolean().default(false),
  /** How long before a meeting a motion must be in to be announced at it; absent: in time for the summons. */
  cutoff: z
    .object({
      days: z.int().min(0).max(60),
      counted: z.enum(['days', 'working-days']).default('days'),
      at: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .optional(),
    })
    .optional(),
  /** Whether a substitute may raise motions on a day he or she serves (KL 4:22), or only hand them in at the meeting. */
  substituteMayRaise: z.enum(['when-serving', 'at-meeting']).default('at-meeting'),
  /** Most clauses before a motion is likely to be about more than one subject. */
  manyClauses: z.int().min(2).max(50).default(6),
});
export type MotionRules = z.infer<typeof motionRules>;

/** The last day to hand in a motion that is to be announced at a meeting of the council. */
export const handInBy = (meeting: CalendarDate, { cutoff }: MotionRules): CalendarDate => {
  if (cutoff === undefined) return councilAgendaBy(meeting);
  if (cutoff.counted === 'days') return addDays(meeting, -cutoff.days);
  return Array.from({ length: cutoff.days }).reduce<CalendarDate>((day) => workingDayBefore(day), meeting);
};

/** A meeting that a motion can be announced at, and the last day to hand it in. */
export interface ReachableMeeting {
  readonly meeting: CalendarDate;
  readonly by: CalendarDate;
  readonly at?: string | undefined;
}

/** The next meeting of the council that a motion handed in today can be announced at; undefined when none is planned. */
export const nextReachable = (
  council: readonly CalendarDate[],
  today: CalendarDate,
  rules: MotionRules,
): ReachableMeeting | undefined =>
  council
    .filter((meeting) => meeting >= today)
    .toSorted()
    .map((meeting) => ({ meeting, by: handInBy(meeting, rules), at: rules.cutoff?.at }))
    .find(({ by }) => by >= today);
