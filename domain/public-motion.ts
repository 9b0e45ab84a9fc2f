import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';
import type { MotionText } from './documents.ts';
import { type Member, publicName } from './members.ts';
import { isIn, type Motion, referredOnOf } from './motion.ts';
import { caseOutcome, clauseDecision, clauseProposal } from './outcome.ts';
import { namesTakenOut, protectedNamesOf } from './protected-names.ts';
import { textOutside } from './secrecy.ts';
import { hasStoodBack } from './withdrawn-on.ts';

/**
 * What anyone may see of a motion: name and party of the movers, the text, and where it stands. No address, no
 * person of the administration, no draft, no name of a protected person (domain.md §9).
 */
export const publicMotion = z.object({
  caseId: z.string(),
  registrationNumber: z.string(),
  registerYear: z.int(),
  version: z.int(),
  title: z.string(),
  body: z.string(),
  clauses: z.array(z.object({ clauseNo: z.int(), text: z.string() })),
  movers: z.array(z.object({ name: z.string(), party: z.string(), withdrawn: z.boolean() })),
  receivedOn: calendarDate,
  raisedOn: calendarDate,
  status: z.string(),
  boardMeeting: calendarDate.optional(),
  councilMeeting: calendarDate.optional(),
  boardProposal: z
    .object({ meetingDate: calendarDate, paragraph: z.string(), proposals: z.array(clauseProposal) })
    .optional(),
  decision: z
    .object({
      meetingDate: calendarDate,
      paragraph: z.string(),
      outcome: caseOutcome,
      decisions: z.array(clauseDecision),
      deviatesFromBoard: z.boolean(),
    })
    .optional(),
  certifiedOn: calendarDate.optional(),
  postedOn: calendarDate.optional(),
  lastAppealDay: calendarDate.optional(),
  finalOn: calendarDate.optional(),
  // What follows came later: a row written before it has none of it.
  /** The unit that prepares the answer; never a person of it. */
  unit: z.string().optional(),
  /** When it was referred to the board; not when the presidium did so before the day was kept. */
  referredOn: calendarDate.optional(),
  /** Clauses that all remaining movers have withdrawn. */
  withdrawnClauses: z.array(z.int()).optional(),
  /** The report to the council that it is not ready within the year (KL 5:35). */
  lateReport: z.object({ meetingDate: calendarDate, plannedOn: calendarDate.optional() }).optional(),
  /** When it was put on the council's agenda, and announced by itself if it was (KL 5:13–14). */
  councilPlacedOn: calendarDate.optional(),
  councilAnnouncedOn: calendarDate.optional(),
  /** The meeting at which the council last put it off or sent it back. */
  deferredOn: calendarDate.optional(),
  /** Times it has been sent back to be answered anew. */
  cycle: z.int().optional(),
  /** Why title and text are not shown; absent when they are. */
  withheld: z.object({ reason: z.literal('secrecy-mark'), provision: z.string() }).optional(),
});
export type PublicMotion = z.infer<typeof publicMotion>;

/**
 * The public view of a motion; undefined until it is registered.
 * @param text the motion's text as received
 * @param members the members it names, by id; a mover who is no longer known is left out
 * @param names of others whose identity is protected, whom the text may name as well
 */
export const publicMotionOf = (
  record: Motion,
  text: MotionText,
  members: ReadonlyMap<string, Member>,
  names: readonly string[] = [],
): PublicMotion | undefined => {
  if (!('registrationNumber' in record) || record.registrationNumber === undefined) return undefined;
  const { registrationNumber, registerYear, raisedOn, secrecy } = record;
  const shown = textOutside(record, text);
  const write = namesTakenOut([...protectedNamesOf(members.values()), ...names]);
  return publicMotion.parse({
    caseId: record.caseId,
    registrationNumber,
    registerYear,
    raisedOn,
    version: record.version,
    title: write(shown.title),
    body: write(shown.body),
    clauses: shown.clauses.map((each, index) => ({ clauseNo: index + 1, text: write(each) })),
    movers: moversOf(record, members),
    receivedOn: record.receivedOn,
    status: record.status,
    boardMeeting: record.status === 'BoardAgenda' ? record.meetingDate : undefined,
    ...councilAgendaOf(record),
    boardProposal: proposalOf(record),
    decision: decisionOf(record),
    ...noticeOf(record),
    ...preparationOf(record),
    withheld: secrecy && { reason: 'secrecy-mark', provision: secrecy.provision },
  });
};

/** Also of a withdrawn motion: that it is, is noted at a meeting as any matter is taken up (row 28b). */
const councilAgendaOf = (record: Motion) => {
  if (!isIn(record, ['CouncilAgenda', 'WithdrawalPending'])) return {};
  const { meetingDate: councilMeeting, placedOn, ownAnnouncement } = record;
  return { councilMeeting, councilPlacedOn: placedOn, councilAnnouncedOn: ownAnnouncement };
};

const moversOf = (record: Motion, members: ReadonlyMap<string, Member>) =>
  record.signatories.flatMap((each) => {
    const who = members.get(each.memberId);
    // Who is named in a revision of a returned motion has not signed yet, and is not shown.
    return who === undefined || each.party === undefined
      ? []
      : [{ name: publicName(who), party: each.party, withdrawn: hasStoodBack(record, each) }];
  });

const proposalOf = (record: Motion) => {
  const proposal = 'boardProposal' in record ? record.boardProposal : undefined;
  return proposal === undefined
    ? undefined
    : {
        meetingDate: proposal.at.meetingDate,
        paragraph: proposal.at.paragraph,
        proposals: proposal.proposals,
      };
};

const decisionOf = (record: Motion) => {
  if (!('decision' in record)) return undefined;
  const { at, ...decision } = record.decision;
  return { ...decision, meetingDate: at.meetingDate, paragraph: at.paragraph };
};

const noticeOf = (record: Motion) => ({
  certifiedOn: 'certifiedOn' in record ? record.certifiedOn : undefined,
  postedOn: 'postedOn' in record ? record.postedOn : undefined,
  lastAppealDay: 'lastAppealDay' in record ? record.lastAppealDay : undefined,
  finalOn: 'finalOn' in record ? record.finalOn : undefined,
});

const preparationOf = (record: Motion) => ({
  unit: 'unit' in record ? record.unit : undefined,
  referredOn:
    'referredBy' in record && record.referredBy !== undefined
      ? referredOnOf(record.referredBy, record)
      : undefined,
  withdrawnClauses: 'withdrawnClauses' in record ? record.withdrawnClauses : undefined,
  lateReport: 'lateReport' in record ? lateReportOf(record.lateReport) : undefined,
  deferredOn: 'deferredAt' in record ? record.deferredAt?.meetingDate : undefined,
  cycle: 'cycle' in record && record.cycle ? record.cycle : undefined,
});

const lateReportOf = (report: Extract<Motion, { status: 'Registered' }>['lateReport']) =>
  report === undefined ? undefined : { meetingDate: report.at.meetingDate, plannedOn: report.plannedOn };
