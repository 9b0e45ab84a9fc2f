import type { Instant } from '../../domain/calendar-date.ts';
import { type Clock, clocksOfMotion } from '../../domain/clocks.ts';
import { consultationLetters } from '../../domain/consultation-letters.ts';
import type { Context } from '../../domain/context.ts';
import type { Accepted } from '../../domain/decide/verdict.ts';
import type { MotionEvent } from '../../domain/events.ts';
import { evolve } from '../../domain/evolve.ts';
import { newsAmong } from '../../domain/following.ts';
import { recipientsOf } from '../../domain/letter-recipients.ts';
import type { Motion } from '../../domain/motion.ts';
import { occurredOnOf } from '../../domain/occurred-on.ts';
import { parseRegisterNumber } from '../../domain/register-number.ts';
import { stepOf } from '../../domain/steps.ts';
import { transitionOf } from '../../domain/transitions.ts';
import { chainEvent, chainStart } from '../event-chain.ts';
import type { CaseChange, CaseState, Signal, StoredDocument } from '../ports/case-store.ts';
import type { Casework } from './dependencies.ts';
import { counterScope, scopeOf } from './gather-context.ts';

/** The change without its public view and the tasks of its clocks, which need look-ups of their own. */
export type PlannedChange = Omit<CaseChange, 'publicMotion' | 'tasks'>;

/** Turns a verdict into all that is written for it; pure but for what is handed in. */
export const planChange = (
  { organisation }: Pick<Casework, 'organisation'>,
  before: CaseState | undefined,
  accepted: Accepted,
  context: Context,
  given: {
    commandId: string;
    commandHash: string;
    document: StoredDocument | undefined;
    /** Texts to weed besides the draft that the event itself replaces. */
    superseded: readonly string[];
    /** Letters of an act that is taken back, which nobody has tried to send. */
    unsent: CaseChange['dropped'];
    at: Instant;
  },
): PlannedChange => {
  const { event, row } = accepted;
  const version = (before?.motion.version ?? 0) + 1;
  const after = evolve(before?.motion, event, { caseId: context.caseId, version });
  const transition = transitionOf(row);
  return {
    before,
    after,
    recorded: chainEvent(before?.head ?? chainStart, {
      seq: version,
      schemaVersion: 1,
      event,
      row,
      actor: { personId: context.actor.personId },
      commandId: given.commandId,
      occurredOn: occurredOnOf(event, context.today, before?.motion),
      recordedAt: given.at,
    }),
    answer: {
      commandId: given.commandId,
      commandHash: given.commandHash,
      version,
      recordedAt: given.at,
    },
    document: given.document,
    weed: [...given.superseded, ...replacedDraft(before?.motion, event)],
    letters: [
      // Who has not been told of the act need not be told that it was taken back.
      ...lettersOf(transition.tells, after, organisation, context).filter(
        ({ memberId }) => !given.unsent.some((each) => each.memberId === memberId),
      ),
      ...consultationLetters(event, after, organisation, context.today),
    ],
    news: newsAmong(transition.tells),
    dropped: given.unsent,
    signal: signalOf(before?.motion, transition.outcome, version, given.at),
    start: transition.outcome !== undefined && stepBefore(before?.motion) === undefined,
    clocks: clockChange(clocksOfMotion(before?.motion), clocksOfMotion(after)),
    number: numberOf(event, organisation, context),
    minutes: minutesOf(event, after, context),
    meeting: meetingOf(event, context),
    lead: leadOf(event, context),
  };
};

/** A draft or revision that is rewritten or discarded was never received: its text goes, the hash stays (TF 2:13). */
const replacedDraft = (record: Motion | undefined, event: MotionEvent): string[] => {
  const isReplaced = event.type === 'TextRevised' || event.type === 'DraftDiscarded';
  if (!isReplaced || record === undefined) return [];
  if (record.status === 'Draft') return [record.text.documentId];
  return record.status === 'Returned' && record.revision !== undefined
    ? [record.revision.text.documentId]
    : [];
};

const minutesOf = (event: MotionEvent, after: Motion, { minutes }: Context): CaseChange['minutes'] => {
  if (!('at' in event) || minutes === undefined) return undefined;
  const { minutesId, paragraph } = event.at;
  return { minutesId, paragraph, version: minutes.version, stands: standsIn(event, after) };
};

/** An act that is taken back is in the minutes no more, unless something else stands at its paragraph (KL 5:35). */
const standsIn = (event: Extract<MotionEvent, { at: object }>, after: Motion): boolean => {
  if (event.type !== 'ActTakenBack' && event.type !== 'LateReportTakenBack') return true;
  const places = [
    'lateReport' in after ? after.lateReport?.at : undefined,
    'boardProposal' in after ? after.boardProposal?.at : undefined,
  ];
  return places.some((at) => at?.minutesId === event.at.minutesId && at.paragraph === event.at.paragraph);
};

/** Placed or dealt with at a meeting that the product keeps: it is as it was judged, and knows whom it is to deal with. */
const meetingOf = (event: MotionEvent, { meeting }: Context): CaseChange['meeting'] => {
  const enters = event.type === 'PlacedOnBoardAgenda' || event.type === 'PlacedOnCouncilAgenda';
  if (meeting === undefined || (!enters && !('at' in event))) return undefined;
  return { meetingId: meeting.meetingId, version: meeting.version, enters };
};

const leadOf = (event: MotionEvent, { lead }: Context): CaseChange['lead'] =>
  event.type !== 'PreparationJoined' || lead === undefined
    ? undefined
    : { caseId: lead.caseId, version: lead.version };

/** The state of the case as the change leaves it; undefined where only the record can say. */
export const stateAfter = ({ before, after, recorded, signal }: PlannedChange): CaseState | undefined =>
  before === undefined || signal === undefined
    ? undefined
    : { ...before, motion: after, head: recorded.hash, owedSignals: [...before.owedSignals, signal] };

const stepBefore = (record: Motion | undefined) => (record === undefined ? undefined : stepOf[record.status]);

const signalOf = (
  record: Motion | undefined,
  outcome: string | undefined,
  version: number,
  owedAt: Instant,
): Signal | undefined => {
  const step = stepBefore(record);
  return step === undefined || outcome === undefined ? undefined : { version, step, outcome, owedAt };
};

const lettersOf = (
  tells: ReturnType<typeof transitionOf>['tells'],
  after: Motion,
  { partyGroups }: Casework['organisation'],
  { members, today }: Context,
) => {
  const recipients = recipientsOf(after, { members, today, partyGroups });
  return tells.flatMap((template) => recipients.map((memberId) => ({ template, memberId })));
};

/** Clocks to set and to cancel when the record goes from one set to another. */
export const clockChange = (before: readonly Clock[], after: readonly Clock[]) => {
  const missingIn = (others: readonly Clock[]) => (clock: Clock) =>
    !others.some((other) => other.kind === clock.kind && other.dueOn === clock.dueOn);
  return { set: after.filter(missingIn(before)), cancelled: before.filter(missingIn(after)) };
};

const numberOf = (
  event: MotionEvent,
  organisation: Casework['organisation'],
  { today, nextNumber }: Context,
): CaseChange['number'] => {
  if (event.type !== 'MotionRegistered' && event.type !== 'OpenMotionImported') return undefined;
  const { registrationNumber, registerSequence: sequence } = event;
  if (sequence === undefined || nextNumber === undefined) return { registrationNumber };
  const parts = parseRegisterNumber(organisation.register, registrationNumber);
  const scope =
    event.type === 'MotionRegistered' || parts === undefined
      ? counterScope(organisation, today)
      : scopeOf(organisation, parts);
  return { registrationNumber, counter: { scope, from: nextNumber.sequence - 1, sequence } };
};
