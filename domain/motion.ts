import { z } from 'zod';
import { type CalendarDate, calendarDate } from './calendar-date.ts';
import { consultation } from './consultation.ts';
import { documentRef } from './documents.ts';
import {
  agendaBasis,
  dealtWith,
  deferralRequest,
  lateReportFacts,
  minutesPlace,
  secrecyMark,
} from './events.ts';
import { caseOutcome, clauseDecision, clauseProposal } from './outcome.ts';

/**
 * The record of a motion as a union by status: what a status needs is required by its type (domain.md §11.1).
 * Ids, dates, hashes and outcomes only; names and texts are items of their own.
 */
const signatory = z.object({
  memberId: z.string().min(1),
  /** Party as of signing (domain.md §1.4); absent in a draft. */
  party: z.string().optional(),
  /** Hash of the text the signatory has approved; absent until then, and after every revision. */
  approvedHash: z.string().optional(),
  withdrawnOn: calendarDate.optional(),
  /** Clauses this signatory has withdrawn; one that all remaining have withdrawn is out of the matter (§1.4). */
  withdrawnClauses: z.array(z.int().min(1)).optional(),
});
export type Signatory = z.infer<typeof signatory>;

const written = z.object({
  caseId: z.string().min(1),
  /** Number of accepted commands; rises by one with each. */
  version: z.int().min(1),
  /** The version at which the motion last changed its step. */
  movedAtVersion: z.int().min(1),
  /** Who may work with the private text; absent for a motion that came on paper. */
  author: z.string().optional(),
  partyGroup: z.string().optional(),
  text: documentRef,
  clauseCount: z.int().min(0),
  signatories: z.array(signatory),
  rungClocks: z.array(z.string()),
});

const received = written.extend({
  receivedOn: calendarDate,
  /** A warning that the documents may hold secrets, never a decision: it is tested at each request (OSL 5:5). */
  secrecy: secrecyMark.optional(),
  /** Clauses that all remaining signatories have withdrawn: nobody decides on them (domain.md §6.2). */
  withdrawnClauses: z.array(z.int().min(1)).optional(),
});

/**
 * An act of the board or the council whose minutes are still open: what the record was before it, so that an act that
 * was mis-keyed can be taken back until certification (KL 5:69; architecture §5).
 */
const lastAct = z.object({
  version: z.int().min(1),
  at: minutesPlace,
  before: z.record(z.string(), z.unknown()),
});

const registered = received.extend({
  registrationNumber: z.string(),
  registerYear: z.int(),
  raisedOn: calendarDate,
  /** Times the motion has been sent back to the drafting official. */
  cycle: z.int().min(0),
  minorityDeferralUsed: z.boolean(),
  lastDeferral: deferralRequest.optional(),
  /** Where the council's last deferral stands. */
  deferredAt: minutesPlace.optional(),
  /** The latest report to the council that the motion is not ready within the year (KL 5:35). */
  lateReport: lateReportFacts.optional(),
  /** Those before the latest, oldest first: one of them is the latest again when a report is taken back. */
  earlierReports: z.array(lateReportFacts).optional(),
  /** The motion whose answer this one shares, while they are prepared together. */
  jointWith: z.string().optional(),
  /** Set for a motion that was open when the product was taken into use: its earlier life is on paper. */
  importedOn: calendarDate.optional(),
  lastAct: lastAct.optional(),
});

/** A completed text that has not been handed in: the movers' own until then (TF 2:13); `text` is what came in. */
const revision = z.object({ text: documentRef, clauseCount: z.int().min(0) }).optional();

const referred = registered.extend({
  referredBy: z.enum(['council', 'presidium']),
  announcedOn: calendarDate,
  /** The day the presidium handed it over; the council does so at the meeting where it is announced. */
  referredOn: calendarDate.optional(),
});
/** Who has declared a disqualification, and at which step of the chain: it holds for the whole matter (KL 7:4, 6:30). */
const disqualified = z.array(z.object({ approver: z.string(), step: z.int().min(0) })).optional();

/** The answer that the board's proposal rested on, when the matter came back after it: drawn up, and public (TF 2:10). */
const earlierAnswer = documentRef.optional();

const assigned = referred.extend({
  officer: z.string(),
  unit: z.string(),
  consultations: z.array(consultation).optional(),
  disqualified,
  earlierAnswer,
});
const answer = z.object({ document: documentRef, proposals: z.array(clauseProposal) });
const drafting = assigned.extend({ answer: answer.optional(), returnedWith: documentRef.optional() });
const answered = assigned.extend({ answer });
const inApproval = answered.extend({
  approvalStep: z.int().min(0),
  /** The day to remind the approver; when it has passed the deputy may approve too [D]. */
  remindOn: calendarDate.optional(),
});
const boardProposal = z.object({ ...dealtWith, at: minutesPlace, proposals: z.array(clauseProposal) });
const proposed = answered.extend({ boardProposal });

/** The meeting whose agenda the motion is on; its id where the product keeps the calendar. */
const sitting = {
  meetingDate: calendarDate,
  meetingId: z.string().optional(),
  /** When it was put on the agenda; absent for one that was put there before this was kept. */
  placedOn: calendarDate.optional(),
};

/** On the council's agenda: by which rule it is taken up, and when it was announced by itself if it was. */
const councilSitting = {
  ...sitting,
  ownAnnouncement: calendarDate.optional(),
  basis: agendaBasis.optional(),
};

/** It is the withdrawal that was put on the agenda: as a motion it has not been there (row 28p). */
const placedWithdrawn = z.literal(true).optional();

/** The kept agenda a motion has come off without being dealt with: what was announced with it was so (KL 5:13). */
const leftAgenda = z
  .object({
    meetingId: z.string(),
    meetingDate: calendarDate,
    placedOn: calendarDate.optional(),
    ownAnnouncement: calendarDate.optional(),
    placedWithdrawn,
  })
  .optional();

const decision = z.object({
  ...dealtWith,
  at: minutesPlace,
  decisions: z.array(clauseDecision),
  outcome: caseOutcome,
  deviatesFromBoard: z.boolean(),
  ground: z.enum(['withdrawal', 'late']).optional(),
  /** The motion was withdrawn when the council had decided: the decision stands (domain.md §1.4). */
  withdrawnTooLate: z.literal(true).optional(),
});

/** A decided motion keeps what it had reached; an urgent or withdrawn one may lack answer and proposal. */
const progress = {
  referredBy: z.enum(['council', 'presidium']).optional(),
  announcedOn: calendarDate.optional(),
  referredOn: calendarDate.optional(),
  officer: z.string().optional(),
  unit: z.string().optional(),
  consultations: z.array(consultation).optional(),
  disqualified,
  earlierAnswer,
  answer: answer.optional(),
  boardProposal: boardProposal.optional(),
};
const decided = registered.extend({ ...progress, decision });
const certified = decided.extend({ certifiedOn: calendarDate });
const notice = z.object({ postedOn: calendarDate, lastAppealDay: calendarDate, finalOn: calendarDate });
const posted = certified.extend(notice.shape);

/** A withdrawn motion keeps what it had reached, which may be no more than receipt. */
const withdrawn = received.extend({
  ...registered
    .pick({
      registrationNumber: true,
      registerYear: true,
      raisedOn: true,
      cycle: true,
      minorityDeferralUsed: true,
      lastDeferral: true,
      deferredAt: true,
      lateReport: true,
      earlierReports: true,
      jointWith: true,
      importedOn: true,
      lastAct: true,
    })
    .partial().shape,
  ...progress,
});

const status = <S extends string>(name: S) => ({ status: z.literal(name) });

/** A motion by status (domain.md §11.1): a status has what is known in it, and nothing else. */
export const motion = z.discriminatedUnion('status', [
  written.extend(status('Draft')),
  written.extend(status('Discarded')),
  received.extend(status('Received')),
  registered.extend(status('Registered')),
  registered.extend({ ...status('Returned'), provision: z.string(), returnedWith: documentRef, revision }),
  referred.extend(status('Referred')),
  assigned.extend(status('Assigned')),
  drafting.extend(status('Drafting')),
  drafting.extend(status('Consulting')),
  inApproval.extend(status('Approval')),
  answered.extend({ ...status('BoardReady'), leftAgenda }),
  answered.extend({ ...status('BoardAgenda'), ...sitting }),
  proposed.extend({ ...status('CouncilReady'), leftAgenda }),
  proposed.extend({
    ...status('CouncilAgenda'),
    ...councilSitting,
  }),
  withdrawn.extend({
    ...status('WithdrawalPending'),
    /** The council's agenda, where the withdrawal is to be noted at a meeting that is set (row 28b). */
    ...z.object(councilSitting).partial().shape,
    placedWithdrawn,
    leftAgenda,
    /** The day the registrar completed the withdrawal (row 28r). */
    completedOn: calendarDate.optional(),
  }),
  decided.extend(status('Decided')),
  certified.extend(status('Certified')),
  posted.extend(status('AppealWindow')),
  posted.extend(status('PresumedFinal')),
  posted.extend(status('Final')),
  certified.extend({
    ...status('Appealed'),
    /** The notice as it is posted; absent until it is, and while it is down (KL 13:5). */
    ...notice.partial().shape,
    appealReceivedOn: calendarDate,
    /** Appeals that are not closed; absent where only one has been noted. */
    openAppeals: z.int().min(1).optional(),
  }),
  posted.extend(status('Archived')),
]);
export type Motion = z.infer<typeof motion>;
/** Where a motion stands. */
export type Status = Motion['status'];
/** A motion in one of these statuses. */
export type MotionIn<S extends Status> = Extract<Motion, { status: S }>;

/** Every status, in the order a motion usually meets them. */
export const statuses: readonly Status[] = motion.options.map((option) => option.shape.status.value);

/** The statuses from which a motion can still be withdrawn (row 28): any from Received to CouncilAgenda. */
export const withdrawable = [
  'Received',
  'Registered',
  'Returned',
  'Referred',
  'Assigned',
  'Drafting',
  'Consulting',
  'Approval',
  'BoardReady',
  'BoardAgenda',
  'CouncilReady',
  'CouncilAgenda',
] as const satisfies readonly Status[];

/** The statuses of a registered motion that is not decided: where it can be reported late or written off (rows 29–30). */
export const undecided = [
  'Registered',
  'Returned',
  'Referred',
  'Assigned',
  'Drafting',
  'Consulting',
  'Approval',
  'BoardReady',
  'BoardAgenda',
  'CouncilReady',
  'CouncilAgenda',
] as const satisfies readonly Status[];

/** The statuses of a motion that has come in: from then on it is a public document, or may be a secret one (TF 2:4). */
export const afterReceipt = [
  ...withdrawable,
  'WithdrawalPending',
  'Decided',
  'Certified',
  'AppealWindow',
  'PresumedFinal',
  'Final',
  'Appealed',
  'Archived',
] as const satisfies readonly Status[];

/** The text the movers work with: that of the draft, or the revision of a returned motion. */
export const workingText = (record: Motion): { text: Motion['text']; clauseCount: number } =>
  record.status === 'Returned' && record.revision !== undefined ? record.revision : record;

/** The council refers at the meeting where a motion is announced; the presidium may do so before (domain.md §3). */
export const referredOnOf = (
  by: 'council' | 'presidium',
  {
    announcedOn,
    referredOn,
  }: { announcedOn?: CalendarDate | undefined; referredOn?: CalendarDate | undefined },
): CalendarDate | undefined => (by === 'council' ? announcedOn : referredOn);

/** The day of the meeting whose agenda the motion is on, if it is on one. */
export const agendaDayOf = (record: Motion): CalendarDate | undefined =>
  'meetingDate' in record ? record.meetingDate : undefined;

/** Narrows a motion to some statuses. */
export const isIn = <S extends Status>(record: Motion, wanted: readonly S[]): record is MotionIn<S> =>
  wanted.some((each) => each === record.status);
