import { createHash } from 'node:crypto';
import { composeLetter, templateVersion } from '../../documents/letters/compose.ts';
import { stockholmDate } from '../../domain/calendar-date.ts';
import { consultationOf } from '../../domain/consultation-letters.ts';
import type { DocumentRef } from '../../domain/documents.ts';
import { evolve, fold } from '../../domain/evolve.ts';
import { consulteeOfRecipient, partyOfRecipient } from '../../domain/letter-recipients.ts';
import { retryAfter } from '../../domain/letter-times.ts';
import { isMarkedSecret } from '../../domain/secrecy.ts';
import { NotFound, Transient } from '../failures.ts';
import { type KeptLetter, type LetterKey, letterFailed, type OwedLetterRow } from '../ports/case-letters.ts';
import type { RecordedEvent, Task } from '../ports/case-store.ts';
import { type LetterAttachment, LetterRefused, type Mailer } from '../ports/mailer.ts';
import type { Casework } from './dependencies.ts';
import type { ExtractAttachment, ExtractOf } from './extract-attachment.ts';
import { letterAddressOf } from './letter-address.ts';
import { letterFactsOf } from './letter-facts.ts';
import { caseLetterId } from './letter-id.ts';
import { FactsMissing, pointsIn, quotableOf, remarkIn, withheldTexts } from './letter-occasion.ts';
import { heldTask } from './release-letters.ts';

/** Where letters go out. */
export interface LetterDesk {
  readonly mailer: Mailer;
  /**
   * The extract that goes with a letter of certified minutes; undefined when there is none. A desk without it leaves
   * such letters owed, for one that has it.
   */
  readonly extractOf?: ExtractOf;
}

/** How long a claim on a letter lasts; longer than any send, so that two never send the same letter. */
export const leaseSeconds = 120;
/** After this many tries in vain (some four days) a letter becomes the registrar's. */
const maxAttempts = 100;

/**
 * Sends the letters a case owes, each to one recipient. A failing letter never stops the others, nor the case: it is
 * owed again later, or becomes the registrar's task. SES has no idempotency key: a crash between sending and marking
 * is the only way a letter goes out twice (architecture §6).
 * @returns number of letters sent
 * @throws what the record threw when it could not be written; all letters have been tried then
 */
export const sendLetters = async (casework: Casework & LetterDesk, caseId: string): Promise<number> => {
  const rows = await casework.cases.letters(caseId);
  const owed = rows.filter(
    (row) => row.state === 'owed' && isDue(casework, row) && mayBeSentBy(casework, row),
  );
  if (owed.length === 0) return 0;
  const events = await casework.cases.events(caseId);
  const thread = new Map(rows.flatMap((row) => threadStart(rows, row)));
  const faults: unknown[] = [];
  let sent = 0;
  for (const row of owed) {
    try {
      const messageId = await sendOne(casework, row, events, thread.get(row.memberId));
      if (messageId === undefined) continue;
      sent += 1;
      if (!thread.has(row.memberId)) thread.set(row.memberId, messageId);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
  return sent;
};

const mayBeSentBy = ({ extractOf }: LetterDesk, { template }: OwedLetterRow) =>
  template !== 'extract' || extractOf !== undefined;

/** One that another is sending just now need not be tried: it is leased, in real time. */
const isDue = ({ now, realNow }: Casework, { owedAt, leaseUntil }: OwedLetterRow) =>
  (owedAt === undefined || owedAt <= now()) && (leaseUntil === undefined || leaseUntil <= realNow());

/** One case is one thread for each reader: later letters answer the first that was sent. */
const threadStart = (rows: readonly OwedLetterRow[], row: OwedLetterRow): [string, string][] => {
  const first = rows.find((each) => each.memberId === row.memberId && each.messageId !== undefined);
  return first?.messageId === undefined ? [] : [[row.memberId, first.messageId]];
};

/** The record before and after the event of a version, so that a late letter says what was true then. */
const momentAt = (events: readonly RecordedEvent[], caseId: string, version: number) => {
  const recorded = events.find((each) => each.seq === version);
  if (recorded === undefined) throw new FactsMissing('event');
  const earlier = events.filter((each) => each.seq < version).map((each) => each.event);
  const before = fold(caseId, earlier);
  return { recorded, before, after: evolve(before, recorded.event, { caseId, version }) };
};

const sendOne = async (
  casework: Casework & LetterDesk,
  row: OwedLetterRow,
  events: readonly RecordedEvent[],
  threadId: string | undefined,
): Promise<string | undefined> => {
  const { cases, realNow } = casework;
  const key: LetterKey = row;
  const leasedAt = realNow();
  const leaseUntil = new Date(Date.parse(leasedAt) + leaseSeconds * 1000).toISOString();
  if (!(await cases.leaseLetter(key, leasedAt, leaseUntil))) return undefined;
  let messageId: string;
  let kept: KeptLetter;
  try {
    const { to, isProtected } = await letterAddressOf(casework, row.memberId);
    if (isProtected && row.released === undefined) {
      await cases.holdLetter(key, heldTask(casework, row.caseId));
      return undefined;
    }
    if (to === undefined) throw new LetterRefused('NoAddress');
    if ((await casework.addresses.stopOf(to)) !== undefined) throw new LetterRefused('AddressStopped');
    const extract = await extractFor(casework, row);
    const composed = await compose(casework, row, events, extract);
    const attachments = extract === undefined ? [] : [extract];
    kept = { templateVersion, ...composed, attachments: attachments.map(keptAttachment) };
    const letterId = caseLetterId(row);
    ({ messageId } = await casework.mailer.send({ to, ...composed, threadId, letterId, attachments }));
  } catch (error) {
    await giveUp(casework, row, error);
    return undefined;
  }
  await markSent(casework, key, messageId, kept);
  return messageId;
};

const extractFor = async ({ extractOf }: LetterDesk, { template, caseId, version }: OwedLetterRow) =>
  template === 'extract' ? await extractOf?.(caseId, version) : undefined;

const keptAttachment = ({ filename, content }: LetterAttachment) => ({
  filename,
  sha256: createHash('sha256').update(content).digest('hex'),
});

const marks = 3;

/**
 * The letter has gone, so that it cannot be marked is no failure of the letter. Left unmarked it stays leased, and goes
 * again when the lease has run out.
 */
const markSent = async (
  casework: Casework,
  key: LetterKey,
  messageId: string,
  kept: KeptLetter,
): Promise<void> => {
  const { cases, journal, now } = casework;
  for (let attempt = 1; attempt <= marks; attempt += 1) {
    try {
      return await cases.markLetterSent(key, messageId, now(), kept);
    } catch (error) {
      if (attempt < marks) continue;
      const { caseId, version, template } = key;
      const name = error instanceof Error ? error.name : 'unknown';
      journal.alarm('letter_sent_not_marked', { caseId, version, template, error: name });
    }
  }
};

const compose = async (
  { cases, people, organisation }: Casework,
  row: OwedLetterRow,
  events: readonly RecordedEvent[],
  extract: ExtractAttachment | undefined,
) => {
  const { recorded, before, after } = momentAt(events, row.caseId, row.version);
  const { event, occurredOn } = recorded;
  const textOf = async (ref: DocumentRef | undefined) =>
    ref === undefined ? undefined : (await cases.document(row.caseId, ref.documentId))?.text;
  const quotable = quotableOf(event, after);
  const asked =
    consulteeOfRecipient(row.memberId) === undefined ? undefined : consultationOf(event, after)?.question;
  const [protectedNames, text, remark, dealtWith, question] = await Promise.all([
    people.protectedNames(),
    textOf(after.text),
    textOf(quotable.remark),
    textOf(quotable.dealtWith),
    textOf(asked),
  ]);
  if (text?.kind !== 'motion') throw new NotFound('text');
  const said = {
    text: text.content,
    remark: remarkIn(remark),
    points: pointsIn(dealtWith),
    question: question?.kind === 'question' ? question.content : undefined,
  };
  const facts = letterFactsOf(row.template, {
    event,
    occurredOn,
    before,
    after,
    organisation,
    protectedNames,
    attached: extract?.format,
    ...(isMarkedSecret(
      fold(
        row.caseId,
        events.map((each) => each.event),
      ),
    )
      ? withheldTexts(said)
      : said),
  });
  return composeLetter(facts, partyOfRecipient(row.memberId) === undefined ? 'signatory' : 'party-group');
};

const giveUp = async (casework: Casework, row: OwedLetterRow, error: unknown) => {
  const { cases, journal, now } = casework;
  const problem =
    error instanceof LetterRefused ? error.code : error instanceof Error ? error.name : 'unknown';
  const { caseId, version, template, attempts } = row;
  const mayRetry = error instanceof Transient && attempts + 1 < maxAttempts;
  if (mayRetry) {
    const retryAt = retryAfter(now(), attempts);
    await cases.markLetterFailed(row, problem, { retryAt });
    journal.warn('letter_retried_later', { caseId, version, template, problem });
    return;
  }
  const openedAt = now();
  const task: Task = {
    caseId,
    kind: letterFailed,
    assignee: { role: 'registrar' },
    dueOn: stockholmDate(openedAt),
    openedAt,
  };
  await cases.markLetterFailed(row, problem, { task });
  journal.alarm('letter_failed', { caseId, version, template, problem });
};
