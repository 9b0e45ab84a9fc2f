import { type Attendance, attendanceAt } from '../../../../domain/attendance.ts';
import type { CalendarDate } from '../../../../domain/calendar-date.ts';
import { meetingSecretary } from '../../../../domain/decide-meeting.ts';
import type { MotionText } from '../../../../domain/documents.ts';
import type { Meeting, MeetingBody } from '../../../../domain/meeting.ts';
import { isOpen, type Minutes, minutesIdOf } from '../../../../domain/minutes.ts';
import { isIn, type Motion, type MotionIn } from '../../../../domain/motion.ts';
import { type ClauseRef, clausesToDecide } from '../../../../domain/outcome.ts';
import type { Actor } from '../../../../domain/roles.ts';
import { beforeWithdrawal } from '../../../../domain/withdrawn-on.ts';
import { type Filled, firstOf } from '../../../../web/forms/field.ts';
import { NotFound } from '../../../failures.ts';
import type { PagesDesk } from '../desk.ts';
import { peopleOfBody, type Seated, seatedById } from '../member-names.ts';
import { visibleCase } from '../visible-case.ts';

/** What can be done with a matter at a meeting, as a page for each. */
export const dealings = {
  board: ['propose', 'postpone-in-board', 'refer-back-in-board'],
  council: ['decide', 'postpone-in-council', 'refer-back-in-council'],
  'at-once': ['decide-at-once'],
  // What is withdrawn is noted in a form of its own.
  withdrawn: ['postpone-in-council'],
} as const;
export type Dealing = (typeof dealings)[keyof typeof dealings][number];

type Dealt =
  | MotionIn<'BoardAgenda' | 'CouncilAgenda' | 'Registered'>
  // On no agenda there is nothing to deal with.
  | (MotionIn<'WithdrawalPending'> & { readonly meetingDate: CalendarDate });

/** A matter before a body: the motion, the meeting and its minutes where they are kept, and who can take part. */
export interface Matter {
  /** As it is kept. */
  readonly record: Motion;
  /** As it was before the meeting: one that was withdrawn on the day, or later, may have been dealt with first. */
  readonly motion: Dealt;
  readonly text: MotionText | undefined;
  readonly body: MeetingBody;
  readonly acts: readonly Dealing[];
  readonly act: Dealing;
  readonly clauses: readonly ClauseRef[];
  readonly meeting: Meeting | undefined;
  readonly minutes: Minutes | undefined;
  readonly attendance: Attendance | undefined;
  readonly people: readonly Seated[];
  /** Whether it is prepared together with others. */
  readonly isJoint: boolean;
  readonly isSecretary: boolean;
}

const kinds = {
  BoardAgenda: 'board',
  CouncilAgenda: 'council',
  WithdrawalPending: 'withdrawn',
  Registered: 'at-once',
} as const satisfies Record<Dealt['status'], keyof typeof dealings>;

/** What is on an agenda, and what all present may decide unprepared. */
const isDealt = (motion: Motion): motion is Dealt =>
  isIn(motion, ['Registered']) ||
  (isIn(motion, ['BoardAgenda', 'CouncilAgenda', 'WithdrawalPending']) && motion.meetingDate !== undefined);

/** In which meeting the matter stands; an urgent one in that of the minutes that are chosen. */
const placeOf = async (desk: PagesDesk, motion: Dealt, filled: Filled) => {
  if (motion.status === 'Registered') {
    const minutes = (await desk.minutes.load(firstOf(filled, 'minutesId') || 'none'))?.minutes;
    const date = minutes?.meetingDate;
    const held = date === undefined ? [] : await desk.meetings.calendar(date, date);
    return {
      minutes,
      meeting: held.find(({ body, status }) => body === 'council' && status !== 'Cancelled'),
    };
  }
  const body = motion.status === 'BoardAgenda' ? 'board' : 'council';
  const [minutes, meeting] = await Promise.all([
    desk.minutes.load(minutesIdOf(body, motion.meetingDate)),
    motion.meetingId === undefined ? undefined : desk.meetings.load(motion.meetingId),
  ]);
  return { minutes: minutes?.minutes, meeting: meeting?.meeting };
};

/** Who is there at the paragraph; before it is known, everyone who was there at all. */
const peopleAt = async (
  desk: PagesDesk,
  body: MeetingBody,
  meeting: Meeting | undefined,
  attendance: Attendance | undefined,
  day: string,
): Promise<Seated[]> => {
  if (meeting?.attendance === undefined) return (await peopleOfBody(desk, body, day)).members;
  const ids = attendance?.present ?? meeting.attendance.map(({ memberId }) => memberId);
  return seatedById(desk, ids, day);
};

/**
 * Gathers a matter that is to be dealt with.
 * @throws NotFound when there is no such case or nothing to deal with, or it is not on the meeting named
 */
export const matterOf = async (
  desk: PagesDesk,
  asked: { caseId: string; meetingId: string | undefined; act: string; actor: Actor },
  filled: Filled,
  today: string,
): Promise<Matter> => {
  const { motion: record } = await visibleCase(desk, asked.caseId, asked.actor);
  const motion = beforeWithdrawal(record) ?? record;
  if (!isDealt(motion)) throw new NotFound('matter');
  const onAgenda = 'meetingId' in motion ? motion.meetingId : undefined;
  if (asked.meetingId !== undefined && asked.meetingId !== onAgenda) throw new NotFound('matter');
  const kind = kinds[motion.status];
  const body = kind === 'board' ? 'board' : 'council';
  const acts: readonly Dealing[] = dealings[kind];
  const { meeting, minutes } = await placeOf(desk, motion, filled);
  const { caseId } = motion;
  const paragraph = firstOf(filled, 'paragraph');
  const attendance =
    meeting === undefined || paragraph === '' ? undefined : attendanceAt(meeting, { paragraph, caseId });
  const stored = (await desk.cases.document(caseId, motion.text.documentId))?.text;
  return {
    record,
    motion,
    text: stored?.kind === 'motion' ? stored.content : undefined,
    body,
    acts,
    act: acts.find((each) => each === asked.act) ?? acts[0] ?? 'decide',
    clauses: clausesToDecide(motion),
    meeting,
    minutes: minutes !== undefined && isOpen(minutes) ? minutes : undefined,
    attendance,
    people: await peopleAt(desk, body, meeting, attendance, meeting?.date ?? minutes?.meetingDate ?? today),
    isJoint:
      motion.jointWith !== undefined || (await desk.cases.byLead(caseId, { limit: 1 })).items.length > 0,
    isSecretary: asked.actor.roles.includes(meetingSecretary(body)),
  };
};

/** What lies before the meeting: in the council the board's proposal, in the board the answer's. */
const proposalsBefore = ({ motion }: Matter) => {
  if (motion.status === 'CouncilAgenda') return motion.boardProposal.proposals;
  return motion.status === 'BoardAgenda' ? motion.answer.proposals : [];
};

const claimKinds = {
  GRANTED: 'GRANT',
  GRANTED_AMENDED: 'AMEND',
  REJECTED: 'REJECT',
  ANSWERED: 'ANSWER',
} as const;

/**
 * What the form begins with: the proposal before the meeting as claims, each put by acclamation. It is changed where
 * it went otherwise.
 */
export const initialOf = (matter: Matter): Filled => {
  if (matter.act !== 'decide' && matter.act !== 'propose') return { request: ['majority'] };
  const proposals = proposalsBefore(matter);
  const groups = Object.entries(claimKinds).flatMap(([outcome, kind]) => {
    const refs = proposals.filter((each) => each.outcome === outcome).map(({ clause }) => String(clause));
    return refs.length === 0 ? [] : [{ kind, refs }];
  });
  const filled = groups.map(({ kind, refs }, index): Filled => {
    const no = index + 1;
    return {
      [`y.${no}.kind`]: [kind],
      [`y.${no}.mover`]: ['board'],
      [`y.${no}.clauses`]: refs,
      [`p.${no}.r.1.yes`]: [String(no)],
      [`p.${no}.r.1.no`]: ['nej'],
      [`p.${no}.r.1.method`]: ['acclamation'],
    };
  });
  return Object.assign({}, ...filled);
};
