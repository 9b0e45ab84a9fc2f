import type { BroughtText } from '../../domain/brought-text.ts';
import type { CalendarDate, Instant } from '../../domain/calendar-date.ts';
import type { Clock } from '../../domain/clocks.ts';
import type { DocumentRef } from '../../domain/documents.ts';
import type { MotionEvent } from '../../domain/events.ts';
import type { PublicNewsKind } from '../../domain/following.ts';
import type { LetterTemplate } from '../../domain/letters.ts';
import type { Motion } from '../../domain/motion.ts';
import type { PublicDetails } from '../../domain/public-details.ts';
import type { PublicHappening } from '../../domain/public-history.ts';
import type { PublicMotion } from '../../domain/public-motion.ts';
import type { CaseLetters, LetterKey } from './case-letters.ts';
import type { Page, PageRequest } from './page.ts';
import type { Task } from './task.ts';

export type { Page, PageRequest, Task };

/** An event with its envelope, as it stands in the log. */
export interface RecordedEvent<E = MotionEvent> {
  readonly seq: number;
  readonly schemaVersion: 1;
  readonly event: E;
  /** Row of domain.md §11.1. */
  readonly row: string;
  readonly actor: { readonly personId: string };
  readonly commandId: string;
  /** The day it happened, e.g. when the board met. */
  readonly occurredOn: CalendarDate;
  /** When it was keyed in. */
  readonly recordedAt: Instant;
  /** Hash of the event before, 64 zeros for the first. */
  readonly previousHash: string;
  /** SHA-256 over the canonical JSON of all the above. */
  readonly hash: string;
}

/** What was answered to a command that was accepted; a repeat of the command gets it again. */
export interface StoredAnswer {
  readonly commandId: string;
  /** SHA-256 of the command, so that another command under the same id is noticed. */
  readonly commandHash: string;
  readonly version: number;
  readonly recordedAt: Instant;
}

/** A text kept apart from the events. Who may read it is asked of the record, not of the text (domain/permissions.ts). */
export interface StoredDocument {
  readonly ref: DocumentRef;
  readonly text: BroughtText;
  readonly salt: string;
  readonly recordedAt: Instant;
}

/** The place of the workflow: one row for each case that has left its movers' hands. */
export interface ExecutionState {
  readonly generation: number;
  /** Set while the execution of this generation is still to be started. */
  readonly startOwedAt?: Instant | undefined;
  readonly startedAt?: Instant | undefined;
  /** Failed executions since the last wait was opened. */
  readonly failures: number;
}

/** A step that waits on a task token. */
export interface OpenWait {
  readonly step: string;
  readonly openedAtVersion: number;
  readonly generation: number;
  readonly token: string;
}

/** A move the workflow must be told of: written with the event, cleared when the record shows it has passed. */
export interface Signal {
  /** The version that the move made. */
  readonly version: number;
  /** The step that was waiting before the move. */
  readonly step: string;
  readonly outcome: string;
  readonly owedAt?: Instant | undefined;
}

/** The present state of a case, read in one go and consistently. */
export interface CaseState {
  readonly motion: Motion;
  /** Hash of the last event. */
  readonly head: string;
  readonly execution?: ExecutionState | undefined;
  readonly wait?: OpenWait | undefined;
  /** Signals still owed, oldest first. */
  readonly owedSignals: readonly Signal[];
  readonly tasks: readonly Task[];
}

/** All that one accepted command writes, in one transaction conditional on `version` (architecture §5). */
export interface CaseChange {
  readonly before: CaseState | undefined;
  readonly after: Motion;
  readonly recorded: RecordedEvent;
  readonly answer: StoredAnswer;
  readonly document?: StoredDocument | undefined;
  /** Texts whose content is removed because the draft was never received (TF 2:13) or was weeded. */
  readonly weed: readonly string[];
  readonly letters: readonly { readonly template: LetterTemplate; readonly memberId: string }[];
  /**
   * Letters that are not to be sent any more: each is held, or nobody has tried to send it. The task that says that
   * letters are held stays until `releaseLetters` finds none.
   */
  readonly dropped: readonly Omit<LetterKey, 'caseId'>[];
  /** The move, when the workflow must be told. Absent for a motion that has just been received: it starts. */
  readonly signal?: Signal | undefined;
  /** Set when the execution of the case is to be started (its generation 1). */
  readonly start: boolean;
  readonly clocks: { readonly set: readonly Clock[]; readonly cancelled: readonly Clock[] };
  /** Tasks that a clock has opened or replaced, and the kinds of those that are moot; the step's goes with `signal`. */
  readonly tasks?: { readonly opened: readonly Task[]; readonly closed: readonly string[] } | undefined;
  /** Number taken in this transaction: the counter must not have moved, and the number must be new. */
  readonly number?:
    | {
        readonly registrationNumber: string;
        /** Absent when the number was typed from another registry. */
        readonly counter?:
          | {
              readonly scope: string;
              /** Where the counter stood, and stands afterwards. */
              readonly from: number;
              readonly sequence: number;
            }
          | undefined;
      }
    | undefined;
  /** The minutes the act stands in, unchanged since they were judged: it is entered in them, or taken out. */
  readonly minutes?:
    | {
        readonly minutesId: string;
        readonly paragraph: string;
        readonly version: number;
        readonly stands: boolean;
      }
    | undefined;
  /** The meeting the act was judged by, unchanged since; a case that is placed is entered on its agenda. */
  readonly meeting?:
    | { readonly meetingId: string; readonly version: number; readonly enters: boolean }
    | undefined;
  /** What is news to anyone, once the motion is registered. */
  readonly news: readonly PublicNewsKind[];
  /** The motion whose answer is to be shared, unchanged since it was judged: it may have joined another meanwhile. */
  readonly lead?: { readonly caseId: string; readonly version: number } | undefined;
  /** What the public may see after this; absent until the motion is registered. */
  readonly publicMotion?: PublicMotion | undefined;
  /** Its longer texts, when the change touches them. */
  readonly publicDetails?: PublicDetails | undefined;
  /** What the public is told has happened. */
  readonly publicHappening?: PublicHappening | undefined;
}

/** A motion in a list: enough to show a row and to open the case. */
export interface CaseRow {
  readonly caseId: string;
  readonly motion: Motion;
}

export interface DueClock extends Clock {
  readonly subject:
    | { readonly caseId: string }
    | { readonly minutesId: string }
    | { readonly meetingId: string };
}

/**
 * The record of cases. Reads of one case are consistent; lists may lag by moments. Every write is conditional.
 * @throws Conflict when the record has moved; Transient when the service could not be reached or was busy.
 */
export interface CaseStore extends CaseLetters {
  load(caseId: string): Promise<CaseState | undefined>;
  answer(caseId: string, commandId: string): Promise<StoredAnswer | undefined>;
  /** @throws Conflict; NumberTaken when a typed number is already another case's. */
  commit(change: CaseChange): Promise<void>;
  events(caseId: string): Promise<readonly RecordedEvent[]>;
  document(caseId: string, documentId: string): Promise<StoredDocument | undefined>;
  lastSequence(scope: string): Promise<number>;

  /**
   * Opens a wait and its tasks, if the case still stands at the version of its last move and the generation is the
   * present one; resets the count of failures, closes a task that said the execution had stopped, and clears the
   * signals that have passed.
   * @param passed versions of signals
   * @returns false when the record has moved on
   */
  openWait(
    caseId: string,
    wait: OpenWait,
    tasks: readonly Task[],
    passed?: readonly number[],
  ): Promise<boolean>;
  /** The first move after a version, owed or not: what completes a wait that was overtaken. */
  moveAfter(caseId: string, version: number): Promise<Signal | undefined>;
  clearSignal(caseId: string, version: number): Promise<void>;
  /** Notes that the execution of this generation runs; no-op when another generation is present. */
  markStarted(caseId: string, generation: number, at: Instant): Promise<void>;
  /** Moves the case to its next execution, start owed. @returns the new generation, or the present one if it has moved already. */
  nextGeneration(caseId: string, from: number, owedAt: Instant): Promise<number>;
  /** Counts a failure of the execution; opens a task for the registrar when `task` is given. @returns failures so far */
  recordFailure(caseId: string, generation: number, task?: Task): Promise<number>;

  /** The case that has a register number; undefined when none has. */
  caseNumbered(registrationNumber: string): Promise<string | undefined>;
  /** Writes what the public may see of a motion anew. @returns false when the motion is no longer as it was read */
  publish(motion: Motion, publicMotion: PublicMotion, publicDetails?: PublicDetails): Promise<boolean>;

  /** The present motions of cases; unknown ones are absent. Read for lists: each may be a moment old. */
  motions(caseIds: readonly string[]): Promise<ReadonlyMap<string, Motion>>;
  worklist(
    of: { role: string; personId?: string; memberId?: string },
    page: PageRequest,
  ): Promise<Page<Task>>;
  register(year: number, page: PageRequest): Promise<Page<CaseRow>>;
  byParty(party: string, page: PageRequest): Promise<Page<CaseRow>>;
  bySignatory(memberId: string, page: PageRequest): Promise<Page<CaseRow>>;
  /** Motions on which the member has reserved or made a statement, as their public views name it. */
  byDissenter(memberId: string, page: PageRequest): Promise<Page<CaseRow>>;
  /** The motions that are prepared together with a lead and share its answer. */
  byLead(lead: string, page: PageRequest): Promise<Page<CaseRow>>;
  byPartyGroup(partyGroup: string, page: PageRequest): Promise<Page<CaseRow>>;
  /** Cases with a workflow, for the sweep that finds executions gone. */
  openExecutions(page: PageRequest): Promise<Page<{ caseId: string; execution: ExecutionState }>>;
  /** Open cases whose present execution was started before an instant (real time), for the handover. */
  executionsStartedBefore(at: Instant, page: PageRequest): Promise<Page<{ caseId: string }>>;
  /** Cases with an owed signal, start or letter that fell due, oldest first. */
  owed(
    kind: 'signal' | 'start' | 'letter',
    now: Instant,
    page: PageRequest,
  ): Promise<Page<{ caseId: string }>>;
}

/** Thrown by lists for a cursor that is not theirs: it came from the caller, so it is invalid input. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
}

/** Kind of the task that says the execution of a case has stopped; `openWait` closes it. */
export const executionStopped = 'execution-stopped';

/** Thrown by commit when a typed register number belongs to another case. */
export class NumberTaken extends Error {
  override readonly name = 'NumberTaken';
}
