import { stockholmDate } from '../../domain/calendar-date.ts';
import type { Clock } from '../../domain/clocks.ts';
import { linksOf, registerPlaceOf } from '../../lambdas/adapters/dynamodb/case-links.ts';
import { sortable } from '../../lambdas/adapters/dynamodb/sortable.ts';
import { Conflict } from '../../lambdas/failures.ts';
import { type CaseChange, NumberTaken } from '../../lambdas/ports/case-store.ts';
import { type CaseInMemory, copy, type Memory } from './in-memory-state.ts';

/** The same conditions as the transaction's, all checked before anything is written. */
const check = ({ cases, minutes, meetings, counters, numbers }: Memory, change: CaseChange) => {
  const { before, after, answer, recorded, number } = change;
  const kept = cases.get(after.caseId);
  const moved =
    kept?.motion.version !== before?.motion.version ||
    kept?.answers.has(answer.commandId) ||
    kept?.events.some((each) => each.seq === recorded.seq);
  const counterMoved =
    number?.counter !== undefined && (counters.get(number.counter.scope) ?? 0) !== number.counter.from;
  const closed =
    change.minutes !== undefined &&
    minutes.get(change.minutes.minutesId)?.minutes.version !== change.minutes.version;
  const meetingMoved =
    change.meeting !== undefined &&
    meetings.get(change.meeting.meetingId)?.meeting.version !== change.meeting.version;
  const leadMoved =
    change.lead !== undefined && cases.get(change.lead.caseId)?.motion.version !== change.lead.version;
  const letterTried = change.dropped.some((letter) => untried(kept, letter) === undefined);
  if (moved || counterMoved || closed || meetingMoved || leadMoved || letterTried)
    throw new Conflict('the record has moved');
  if (number !== undefined && numbers.has(number.registrationNumber)) throw new NumberTaken('taken');
  if (change.weed.some((id) => !kept?.documents.has(id))) throw new Error('a row that must be there is not');
};

const newCase = (change: CaseChange): CaseInMemory => ({
  motion: change.after,
  head: change.recorded.hash,
  signals: new Map(),
  moves: [],
  tasks: new Map(),
  events: [],
  answers: new Map(),
  documents: new Map(),
  letters: new Map(),
  keptLetters: new Map(),
  astray: new Map(),
  clocks: new Map(),
  links: new Map(),
});

export const setClocks = (
  kept: Map<string, string>,
  clocks: { set: readonly Clock[]; cancelled: readonly Clock[] },
) => {
  for (const { kind } of clocks.cancelled) kept.delete(kind);
  for (const { kind, dueOn } of clocks.set) kept.set(kind, dueOn);
};

export const commitInMemory = (memory: Memory, given: CaseChange): void => {
  const change = copy(given);
  check(memory, change);
  const { after, recorded, answer, document, signal } = change;
  const kept = memory.cases.get(after.caseId) ?? newCase(change);
  memory.cases.set(after.caseId, kept);
  kept.motion = after;
  kept.head = recorded.hash;
  kept.events.push(recorded);
  kept.answers.set(answer.commandId, answer);
  if (document !== undefined) kept.documents.set(document.ref.documentId, document);
  for (const documentId of change.weed) kept.documents.delete(documentId);
  if (change.start) kept.execution = { generation: 1, startOwedAt: recorded.recordedAt, failures: 0 };
  if (signal !== undefined) {
    const { owedAt, ...move } = signal;
    kept.moves.push(move);
    if (owedAt !== undefined) kept.signals.set(signal.version, signal);
    kept.tasks.delete(signal.step);
  }
  for (const kind of change.tasks?.closed ?? []) kept.tasks.delete(kind);
  for (const task of change.tasks?.opened ?? []) kept.tasks.set(task.kind, task);
  setClocks(kept.clocks, change.clocks);
  oweLetters(kept, change);
  for (const letter of change.dropped) dropLetter(kept, letter);
  link(kept, change);
  writeRegister(memory, change);
};

const oweLetters = (kept: CaseInMemory, { after, letters, recorded }: CaseChange) => {
  for (const { template, memberId } of letters) {
    const key = { caseId: after.caseId, version: after.version, memberId, template };
    const row = { ...key, state: 'owed' as const, attempts: 0, owedAt: recorded.recordedAt };
    kept.letters.set(JSON.stringify([key.version, memberId, template]), row);
  }
};

const untried = (
  kept: CaseInMemory | undefined,
  { version, memberId, template }: CaseChange['dropped'][number],
) => {
  const row = kept?.letters.get(JSON.stringify([version, memberId, template]));
  const isUntried = row?.state === 'held' || (row?.state === 'owed' && row.attempts === 0);
  return isUntried ? row : undefined;
};

const dropLetter = (kept: CaseInMemory, letter: CaseChange['dropped'][number]) => {
  const row = untried(kept, letter);
  if (row === undefined) return;
  const { owedAt: _, ...rest } = row;
  const { version, memberId, template } = letter;
  const name = JSON.stringify([version, memberId, template]);
  kept.letters.set(name, { ...rest, state: 'dropped' });
  kept.astray.delete(name);
};

const link = (kept: CaseInMemory, { after, recorded }: CaseChange) => {
  const has = linksOf(after);
  for (const each of kept.links.keys()) if (!has.includes(each)) kept.links.delete(each);
  for (const each of has) if (!kept.links.has(each)) kept.links.set(each, sortable(recorded.recordedAt));
};

const writeRegister = (memory: Memory, change: CaseChange) => {
  const { after, number, minutes, meeting, publicMotion } = change;
  if (number !== undefined) memory.numbers.set(number.registrationNumber, after.caseId);
  if (number?.counter !== undefined) memory.counters.set(number.counter.scope, number.counter.sequence);
  if (minutes !== undefined) {
    const { paragraph, stands } = minutes;
    const items = memory.minutes.get(minutes.minutesId)?.items;
    const key = JSON.stringify([after.caseId, paragraph]);
    if (stands) items?.set(key, { caseId: after.caseId, paragraph });
    else items?.delete(key);
  }
  if (meeting?.enters === true) memory.meetings.get(meeting.meetingId)?.items.add(after.caseId);
  const place = registerPlaceOf(after);
  if (publicMotion !== undefined && place !== undefined) {
    const details = change.publicDetails ?? memory.shown.get(after.caseId)?.details;
    memory.shown.set(after.caseId, { order: place.registerOrder, motion: publicMotion, details });
    const happened = memory.happened.get(after.caseId) ?? [];
    if (change.publicHappening !== undefined) happened.push(change.publicHappening);
    memory.happened.set(after.caseId, happened);
    const { caseId, version } = after;
    const recordedAt = sortable(change.recorded.recordedAt);
    for (const kind of change.news) {
      const row = { on: stockholmDate(recordedAt), caseId, version, kind };
      memory.news.push({ order: `${recordedAt}#${caseId}#${version}#${kind}`, row });
    }
  }
};
