import { createHash } from 'node:crypto';
import { broughtText, type Command, type CommandOf } from '../../domain/commands.ts';
import type { Context } from '../../domain/context.ts';
import type { Accepted, Verdict } from '../../domain/decide/verdict.ts';
import { decide } from '../../domain/decide.ts';
import { documentRef } from '../../domain/documents.ts';
import type { MotionEvent } from '../../domain/events.ts';
import { evolve } from '../../domain/evolve.ts';
import { type Minutes, minutes } from '../../domain/minutes.ts';
import { type Motion, type MotionIn, type Status, workingText } from '../../domain/motion.ts';
import type { Actor } from '../../domain/roles.ts';
import { asked, examples } from './motion-commands.ts';
import { actors, aRegion, register, theMember } from './motion-people.ts';

export const CASE = 'case-1';
/** A day after every meeting of the examples, so that all of them can be keyed in. */
export const TODAY = '2026-07-30';
export const BOARD_DAY = '2026-05-12';
export const COUNCIL_DAY = '2026-06-16';

/** Open minutes of a body's meeting, parsed by the production schema. */
export const openMinutes = (body: Minutes['body'], meetingDate: string): Minutes =>
  minutes.parse({
    status: 'Open',
    minutesId: `${body}-${meetingDate}`,
    version: 1,
    body,
    meetingDate,
    certifiers: ['p-certifier'],
    signedBy: [],
    rungClocks: [],
    appeals: [],
  });

const book = new Map(
  [
    openMinutes('board', BOARD_DAY),
    openMinutes('council', COUNCIL_DAY),
    openMinutes('council', '2026-07-28'),
  ].map((each) => [each.minutesId, each]),
);

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

/** What `decide` is handed: everything the command needs is there, unless said otherwise. */
export const aContext = (command: Command, actor: Actor, facts: Partial<Context> = {}): Context => ({
  caseId: CASE,
  today: TODAY,
  actor,
  organisation: region,
  members: register,
  document: documentOf(command),
  minutes: 'minutesId' in command ? book.get(command.minutesId) : undefined,
  nextNumber: { registrationNumber: 'RS 115-2026', sequence: 115 },
  officerRoles: command.type === 'assign' && command.officer === 'p-official' ? ['official'] : [],
  ...facts,
});

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
  return decide(journey.motion, command, aContext(command, actor, facts));
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
const usual = (type: keyof typeof examples, facts: Partial<Context> = {}): Act => {
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

const january = { today: '2026-01-12' };
const draft = [usual('start-draft', january), approves('m-anna', january), approves('m-bo', january)];
const received = [...draft, usual('submit', january)];
const registered = [...received, usual('register', january)];
const assigned = [...registered, usual('refer'), usual('assign')];
const drafting = [...assigned, usual('start-drafting'), usual('write-answer')];
const approval = [...drafting, usual('submit-answer')];
const boardReady = [
  ...approval,
  by(actors.manager, { type: 'approve-answer' }),
  by(actors.director, { type: 'approve-answer' }),
];
const boardAgenda = [...boardReady, usual('place-on-board-agenda')];
const councilReady = [...boardAgenda, usual('propose')];
const councilAgenda = [...councilReady, usual('place-on-council-agenda')];
const decided = [...councilAgenda, usual('decide')];
const certified = [...decided, usual('follow-minutes/MinutesCertified')];
const posted = [...certified, usual('follow-minutes/NoticePosted')];
const passed = [...posted, usual('follow-minutes/AppealWindowPassed')];
const final = [...passed, usual('follow-minutes/NoAppealConfirmed')];
const appeal = usual('follow-minutes/AppealRecorded');
const noticed = (acts: readonly Act[]) => [
  ...acts,
  usual('follow-minutes/MinutesCertified'),
  usual('follow-minutes/NoticePosted'),
];

/** The usual way to each status. */
export const ways: Readonly<Record<Status, readonly Act[]>> = {
  Draft: draft,
  Discarded: [...draft, usual('discard-draft')],
  Received: received,
  Registered: registered,
  Returned: [...registered, usual('return-motion', january)],
  Referred: [...registered, usual('refer')],
  Assigned: assigned,
  Drafting: drafting,
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
  Appealed: [...posted, appeal],
  Archived: [...final, usual('archive')],
};

/** Other ways to the same statuses, where the law looks at how the motion came there. */
export const sideWays = {
  'Approval at its last step': [...approval, by(actors.manager, { type: 'approve-answer' })],
  'WithdrawalPending, unregistered': [
    ...received,
    withdraws('m-anna', { today: '2026-05-01' }),
    withdraws('m-bo', { today: '2026-05-02' }),
  ],
  'Appealed, never prepared': [...noticed([...registered, usual('decide-at-once')]), appeal],
  'Appealed, withdrawn': [
    ...noticed([
      ...councilReady,
      withdraws('m-anna', { today: '2026-05-20' }),
      withdraws('m-bo', { today: '2026-05-20' }),
      usual('note-withdrawal'),
    ]),
    appeal,
  ],
} satisfies Record<string, readonly Act[]>;

/** A case in a status, reached by real events. */
export const aCase = (status: Status, ...more: readonly Act[]): Journey =>
  aJourney([...ways[status], ...more]);

/** The record of a case in a status. */
export const aMotion = <S extends Status>({ status }: { status: S }): MotionIn<S> =>
  aCase(status).motion as MotionIn<S>;
