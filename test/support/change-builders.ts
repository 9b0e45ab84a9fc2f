import { clocksOfMotion } from '../../domain/clocks.ts';
import type { MotionEvent } from '../../domain/events.ts';
import { evolve } from '../../domain/evolve.ts';
import type { PublicNewsKind } from '../../domain/following.ts';
import type { LetterTemplate } from '../../domain/letters.ts';
import { type Motion, motion } from '../../domain/motion.ts';
import { type PublicMotion, publicMotion } from '../../domain/public-motion.ts';
import { stepOf } from '../../domain/steps.ts';
import { chainEvent, chainStart } from '../../lambdas/event-chain.ts';
import type { CaseChange, CaseState, StoredDocument, Task } from '../../lambdas/ports/case-store.ts';

/** Changes as the office makes them, from events alone: for tests of what a store does with them. */

export const at = '2026-03-02T09:00:00.000Z';
let counted = 0;
export const newId = (prefix: string) => {
  counted += 1;
  return `${prefix}-${counted}-${process.hrtime.bigint()}`;
};

export const hash = (letter: string) => letter.repeat(64);
export const membersNamed = (count: number) => Array.from({ length: count }, (_, index) => `m-${index + 1}`);

export interface ChangeOptions {
  readonly at?: string;
  readonly commandId?: string;
  readonly tells?: readonly LetterTemplate[];
  readonly news?: readonly PublicNewsKind[];
  readonly document?: StoredDocument;
  readonly weed?: readonly string[];
  readonly number?: CaseChange['number'];
  readonly dropped?: CaseChange['dropped'];
  readonly lead?: CaseChange['lead'];
  readonly minutes?: CaseChange['minutes'];
  readonly meeting?: CaseChange['meeting'];
}

const clockChange = (before: Motion | undefined, after: Motion): CaseChange['clocks'] => {
  const had = clocksOfMotion(before);
  const has = clocksOfMotion(after);
  const missing = (from: typeof had, of: typeof had) =>
    of.filter((each) => !from.some((other) => other.kind === each.kind && other.dueOn === each.dueOn));
  return { set: missing(had, has), cancelled: missing(has, had) };
};

/** What one event writes. */
export const changeBy = (
  caseId: string,
  before: CaseState | undefined,
  event: MotionEvent,
  options: ChangeOptions = {},
): CaseChange => {
  const version = (before?.motion.version ?? 0) + 1;
  const after = evolve(before?.motion, event, { caseId, version });
  const recordedAt = options.at ?? at;
  const commandId = options.commandId ?? newId('command');
  const left = before === undefined ? undefined : stepOf[before.motion.status];
  const moved = after.movedAtVersion === version;
  return {
    before,
    after,
    recorded: chainEvent(before?.head ?? chainStart, {
      seq: version,
      schemaVersion: 1,
      event,
      row: 'test',
      actor: { personId: 'p-1' },
      commandId,
      occurredOn: recordedAt.slice(0, 10),
      recordedAt,
    }),
    answer: { commandId, commandHash: hash('c'), version, recordedAt },
    document: options.document,
    weed: options.weed ?? [],
    letters: (options.tells ?? []).flatMap((template) =>
      after.signatories.map(({ memberId }) => ({ template, memberId })),
    ),
    news: options.news ?? [],
    dropped: options.dropped ?? [],
    signal:
      moved && left !== undefined
        ? { version, step: left, outcome: event.type, owedAt: recordedAt }
        : undefined,
    start: left === undefined && stepOf[after.status] !== undefined,
    clocks: clockChange(before?.motion, after),
    number: options.number,
    lead: options.lead,
    minutes: options.minutes,
    meeting: options.meeting,
    publicMotion: aPublicMotion(after),
  };
};

const aPublicMotion = (after: Motion): PublicMotion | undefined =>
  'registrationNumber' in after && after.registrationNumber !== undefined
    ? publicMotion.parse({
        caseId: after.caseId,
        registrationNumber: after.registrationNumber,
        registerYear: after.registerYear,
        version: after.version,
        title: 'Fler cykelställ',
        body: 'Det saknas cykelställ.',
        clauses: [{ clauseNo: 1, text: 'att cykelställ sätts upp' }],
        movers: [],
        receivedOn: after.receivedOn,
        raisedOn: after.raisedOn,
        status: after.status,
      })
    : undefined;

export const aDocument = (documentId: string): StoredDocument => ({
  ref: { documentId, hash: hash('d') },
  text: {
    kind: 'motion',
    content: { title: 'Fler cykelställ', body: 'Det saknas.', clauses: ['att cykelställ sätts upp'] },
  },
  salt: 'ab12',
  recordedAt: at,
});

export const draftStarted = (signatories = ['m-1'], partyGroup = 'S', documentId = 'doc-1') =>
  ({
    type: 'DraftStarted',
    author: 'p-1',
    partyGroup,
    text: { documentId, hash: hash('d') },
    clauseCount: 1,
    signatories,
  }) satisfies MotionEvent;

export const submitted = (signatories = ['m-1'], party = 'S') =>
  ({
    type: 'MotionSubmitted',
    receivedOn: '2026-03-02',
    parties: signatories.map((memberId) => ({ memberId, party })),
  }) satisfies MotionEvent;

export const imported = (signatories = ['m-1'], party = 'S') =>
  ({
    type: 'MotionImported',
    text: { documentId: 'doc-1', hash: hash('d') },
    clauseCount: 1,
    receivedOn: '2026-03-02',
    signatories: signatories.map((memberId) => ({ memberId, party })),
  }) satisfies MotionEvent;

export const registered = (registrationNumber: string, registerYear = 2026) =>
  ({
    type: 'MotionRegistered',
    registrationNumber,
    registerYear,
    raisedOn: '2026-03-02',
  }) satisfies MotionEvent;

export const referred = {
  type: 'MotionReferred',
  by: 'council',
  announcedOn: '2026-03-02',
} satisfies MotionEvent;
export const returned = {
  type: 'MotionReturned',
  provision: '§ 5',
  reason: { documentId: 'doc-9', hash: hash('e') },
} satisfies MotionEvent;

export const aTask = (caseId: string, changes: Partial<Task> = {}): Task => ({
  caseId,
  kind: 'AwaitRegistration',
  assignee: { role: 'registrar' },
  dueOn: '2026-03-03',
  openedAt: at,
  ...changes,
});

/** The same motion at the end of its way. */
export const archived = (record: Motion): Motion =>
  motion.parse({
    ...record,
    status: 'Archived',
    decision: {
      at: { minutesId: 'minutes-1', paragraph: '§ 1', meetingDate: '2026-04-01' },
      decisions: [{ clause: 1, outcome: 'GRANTED' }],
      outcome: 'GRANTED',
      deviatesFromBoard: false,
    },
    certifiedOn: '2026-04-02',
    postedOn: '2026-04-03',
    lastAppealDay: '2026-04-24',
    finalOn: '2026-04-25',
  });
