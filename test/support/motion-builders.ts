import { createHash } from 'node:crypto';
import { broughtText, type Command, type CommandOf } from '../../domain/commands.ts';
import type { Context } from '../../domain/context.ts';
import type { Accepted, Verdict } from '../../domain/decide/verdict.ts';
import { decide } from '../../domain/decide.ts';
import { documentRef } from '../../domain/documents.ts';
import type { MotionEvent } from '../../domain/events.ts';
import { evolve } from '../../domain/evolve.ts';
import { type Motion, type MotionIn, type Status, workingText } from '../../domain/motion.ts';
import type { Actor } from '../../domain/roles.ts';
import { asked, examples } from './motion-commands.ts';
import { meetingOf, minutesOf } from './motion-meetings.ts';
import { actors, aRegion, register, theMember } from './motion-people.ts';

export { aKeptMeeting, BOARD_DAY, COUNCIL_DAY, openMinutes } from './motion-meetings.ts';

export const CASE = 'case-1';
/** A day after every meeting of the examples, so that all of them can be keyed in. */
export const TODAY = '2026-07-30';
/** The brought text as the use case stores it: apart, with a salted hash. */
const documentOf = (command: Command) => {
  const brought = broughtText(command);
  if (brought === undefined) return undefined;
  const hash = createHash('sha256')
    .update(`salt${JSON.stringify(brought.content)}`)
    .digest('hex');
  return documentRef.parse({ documentId: `doc-${hash.slice(0, 12)}`, hash });
};

const region = aRegion();

let lead: Motion | undefined;
/** The motion that leads a joint preparation: another case, under preparation. Made once, when it is asked for. */
const theLead = () => {
  const motion = lead ?? aJourney(ways.Drafting).motion;
  lead = motion && { ...motion, caseId: 'case-2' };
  return lead;
};

/** What `decide` is handed: everything the command needs is there, unless said otherwise. */
export const aContext = (
  command: Command,
  actor: Actor,
  facts: Partial<Context> = {},
  record?: Motion,
): Context => ({
  caseId: CASE,
  today: dayFor(command, record),
  actor,
  organisation: region,
  members: register,
  document: documentOf(command),
  minutes: minutesOf(command, record),
  meeting: meetingOf(command, record),
  nextNumber: { registrationNumber: 'RS 115-2026', sequence: 115 },
  officerRoles: 'officer' in command && command.officer === 'p-official' ? ['official'] : [],
  lead: command.type === 'join-preparation' ? theLead() : undefined,
  leads: false,
  ...facts,
});

/** Withdrawal is possible until the council meets (domain.md §1.4); everything else is keyed in afterwards. */
const dayFor = ({ type }: Command, record: Motion | undefined): string => {
  const isWithdrawal = type === 'withdraw' || type === 'withdraw-clauses' || type === 'complete-withdrawal';
  return isWithdrawal && record?.status === 'CouncilAgenda' ? '2026-06-10' : TODAY;
};

/** A case under way: its record and all that has happened to it. */
export interface Journey {
  readonly motion: Motion | undefined;
  readonly events: readonly MotionEvent[];
  readonly rows: readonly string[];
}
export const nowhere: Journey = { motion: undefined, events: [], rows: [] };

/** One act: who asks for what, given the record. */
export type Act = (record: Motion | undefined) => {
  readonly command: Command;
  readonly actor: Actor;
  readonly facts?: Partial<Context>;
};

export const judge = (journey: Journey, act: Act): Verdict => {
  const { command, actor, facts } = act(journey.motion);
  return decide(journey.motion, command, aContext(command, actor, facts, journey.motion));
};

export const follow = (journey: Journey, verdict: Accepted): Journey => ({
  motion: evolve(journey.motion, verdict.event, { caseId: CASE, version: journey.events.length + 1 }),
  events: [...journey.events, verdict.event],
  rows: [...journey.rows, verdict.row],
});

/** Folds acts through `decide`; a refused act is a mistake in the test. */
export const aJourney = (acts: readonly Act[], from: Journey = nowhere): Journey =>
  acts.reduce((journey, act) => {
    const verdict = judge(journey, act);
    if (verdict.kind === 'refusal')
      throw new Error(`${JSON.stringify(act(journey.motion))}: ${verdict.code}`);
    return follow(journey, verdict);
  }, from);

export const by =
  (actor: Actor, command: Command, facts: Partial<Context> = {}): Act =>
  () => ({ command, actor, facts });
/** The example command by the person whose row it is. */
export const usual = (type: keyof typeof examples, facts: Partial<Context> = {}): Act => {
  const { command, actor } = asked(type);
  return by(actors[actor], command, facts);
};
/** Approves the text as it stands. */
export const approves =
  (memberId: string, facts: Partial<Context> = {}): Act =>
  (record) => ({
    command: { type: 'approve-text', textHash: record === undefined ? '' : workingText(record).text.hash },
    actor: theMember(memberId),
    facts,
  });
export const withdraws = (memberId: string, facts: Partial<Context> = {}): Act =>
  by(theMember(memberId), { type: 'withdraw' }, facts);
export const starts = (command: Partial<CommandOf<'start-draft'>>, facts: Partial<Context> = {}): Act =>
  by(actors.member, { ...examples['start-draft'].command, ...command }, facts);

export const january = { today: '2026-01-12' };
const draft = [usual('start-draft', january), approves('m-anna', january), approves('m-bo', january)];

/** Where a case can take another course than the usual one, and ends in the same statuses. */
export interface Course {
  readonly draft?: readonly Act[];
  /** Acts on the assigned case, before the drafting starts. */
  readonly assigned?: readonly Act[];
  /** Acts while the answer is drafted. */
  readonly drafting?: readonly Act[];
  readonly board?: Act;
  readonly propose?: Act;
  readonly council?: Act;
  readonly decide?: Act;
}

export type Ways = Readonly<Record<Status, readonly Act[]>>;

/** The way to each status, on a course. */
export const waysOf = (course: Course): Ways => {
  const begun = course.draft ?? draft;
  const received = [...begun, usual('submit', january)];
  const registered = [...received, usual('register', january)];
  const assigned = [...registered, usual('refer'), usual('assign'), ...(course.assigned ?? [])];
  const drafting = [...assigned, usual('start-drafting'), usual('write-answer'), ...(course.drafting ?? [])];
  const approval = [...drafting, usual('submit-answer')];
  const boardReady = [
    ...approval,
    by(actors.manager, { type: 'approve-answer' }),
    by(actors.director, { type: 'approve-answer' }),
  ];
  const boardAgenda = [...boardReady, course.board ?? usual('place-on-board-agenda')];
  const councilReady = [...boardAgenda, course.propose ?? usual('propose')];
  const councilAgenda = [...councilReady, course.council ?? usual('place-on-council-agenda')];
  const decided = [...councilAgenda, course.decide ?? usual('decide')];
  const certified = [...decided, usual('follow-minutes/MinutesCertified')];
  const posted = [...certified, usual('follow-minutes/NoticePosted')];
  const passed = [...posted, usual('follow-minutes/AppealWindowPassed')];
  const final = [...passed, usual('follow-minutes/NoAppealConfirmed')];
  return {
    Draft: begun,
    Discarded: [...begun, usual('discard-draft')],
    Received: received,
    Registered: registered,
    Returned: [...registered, usual('return-motion', january)],
    Referred: [...registered, usual('refer')],
    Assigned: assigned,
    Drafting: drafting,
    Consulting: [...drafting, usual('send-consultation')],
    Approval: approval,
    BoardReady: boardReady,
    BoardAgenda: boardAgenda,
    CouncilReady: councilReady,
    CouncilAgenda: councilAgenda,
    WithdrawalPending: [
      ...registered,
      withdraws('m-anna', { today: '2026-05-01' }),
      withdraws('m-bo', { today: '2026-05-02' }),
    ],
    Decided: decided,
    Certified: certified,
    AppealWindow: posted,
    PresumedFinal: passed,
    Final: final,
    Appealed: [...posted, usual('follow-minutes/AppealRecorded')],
    Archived: [...final, usual('archive')],
  };
};

/** The usual way to each status. */
export const ways: Ways = waysOf({});

/** A case in a status, reached by real events. */
export const aCase = (status: Status, ...more: readonly Act[]): Journey =>
  aJourney([...ways[status], ...more]);

/** The record of a case in a status. */
export const aMotion = <S extends Status>({ status }: { status: S }): MotionIn<S> =>
  aCase(status).motion as MotionIn<S>;
