import { stockholmDate } from '../../domain/calendar-date.ts';
import type { Command } from '../../domain/commands.ts';
import type { Accepted } from '../../domain/decide/verdict.ts';
import { decide } from '../../domain/decide.ts';
import { evolve } from '../../domain/evolve.ts';
import { type ImportRow, inRowOrder, problem } from '../../domain/import-table.ts';
import type { Motion } from '../../domain/motion.ts';
import { type OpenMotionRow, readOpenMotionRows } from '../../domain/open-motion-rows.ts';
import {
  type EnteringCommands,
  enteringCommands,
  type KnownPeople,
  numberTold,
} from '../../domain/open-motions-import.ts';
import { type Refusal, refusals, refuse } from '../../domain/refusal.ts';
import { statusName } from '../../domain/status-names.ts';
import { hashOf } from '../event-chain.ts';
import { actOnCase, type CaseRequest, earlierAnswer } from './act-on-case.ts';
import type { CommandIdReused } from './answer.ts';
import type { Casework } from './dependencies.ts';
import { everyone } from './everyone.ts';
import { gatherContext } from './gather-context.ts';
import type { ImportReport, TableImport } from './import-members.ts';

/** A table of open motions to bring in, or only to judge. */
export interface OpenMotionsImport extends TableImport {
  readonly dryRun: boolean;
}

/** What enters one row's motion: the commands as they are asked for, each under an id made of the import's and the row. */
interface Entering {
  readonly row: OpenMotionRow;
  readonly caseId: string;
  readonly requests: readonly CaseRequest[];
}

/**
 * Enters motions that were open when the product was taken into use, each at its step with the day it was really
 * raised. Every row is judged by the law, with everything looked up, before any is entered; with one that has a problem
 * none is. A table whose import broke off is sent again under the same id: what was entered stays, the rest follows.
 * @throws Conflict, Transient as `actOnCase` does
 */
export const importOpenMotions = async (
  casework: Casework,
  request: OpenMotionsImport,
): Promise<ImportReport | Refusal | CommandIdReused> => {
  const { actor, content, dryRun } = request;
  if (!actor.roles.includes('registrar')) {
    return refuse('not_permitted', { rule: 'OSL 5:1', mayBeDoneBy: ['registrator'] });
  }
  const read = readOpenMotionRows(content);
  if ('problems' in read) return notImported(read.problems);
  const known = await knownPeople(casework);
  const made = read.rows.map((row) => enteringCommands(row, known));
  const unclear = made.flatMap((each) => ('problems' in each ? each.problems : []));
  if (unclear.length > 0) return notImported(unclear);
  const entering = made.flatMap((each) => ('first' in each ? [enteringOf(request, each)] : []));
  const told = [...read.told, ...made.flatMap((each) => ('told' in each ? each.told : []))];
  for (const each of entering) {
    const found = await judge(casework, each);
    if (found === 'reused') return { kind: 'command-id-reused' };
    told.push(...found);
  }
  const problems = told.filter(({ outcome }) => outcome === 'problem');
  if (problems.length > 0) return notImported(problems);
  if (dryRun) return notImported([...told, ...entering.map(mayBeEntered)]);
  return enterAll(casework, entering, told);
};

const notImported = (rows: readonly ImportRow[]): ImportReport => ({
  kind: 'report',
  imported: false,
  rows: inRowOrder(rows),
});

const knownPeople = async ({ people }: Casework): Promise<KnownPeople> => {
  const [members, persons] = await Promise.all([
    everyone((page) => people.members(page)),
    everyone((page) => people.people(page)),
  ]);
  return { members, people: persons };
};

const enteringOf = (
  { commandId, actor }: OpenMotionsImport,
  { row, first, second }: EnteringCommands,
): Entering => {
  const caseId = `c${hashOf(['open-motion', actor.personId, commandId, row.row]).slice(0, 20)}`;
  const commands: Command[] = second === undefined ? [first] : [first, second];
  const requests = commands.map((command, index) => ({
    caseId,
    commandId: `import:${commandId}:${row.row}:${index + 1}`,
    command,
    actor,
  }));
  return { row, caseId, requests };
};

/**
 * The first no that the row's commands would get, one upon the other, or what to look at; what has been done already is
 * not judged anew.
 */
const judge = async (casework: Casework, entering: Entering): Promise<readonly ImportRow[] | 'reused'> => {
  const { caseId, requests, row } = entering;
  let record = (await casework.cases.load(caseId))?.motion;
  const told: ImportRow[] = [];
  for (const request of requests) {
    const earlier = await earlierAnswer(casework, request);
    if (earlier?.kind === 'command-id-reused') return 'reused';
    if (earlier !== undefined) continue;
    const { verdict, next } = await verdictOn(casework, request, record);
    if (verdict.kind === 'refusal') return [problem(row.row, verdict.code, verdict.detail)];
    told.push(...numberTold(row.row, verdict.event, next));
    record = evolve(record, verdict.event, { caseId, version: (record?.version ?? 0) + 1 });
  }
  const holder = await casework.cases.caseNumbered(row.registrationNumber);
  return holder === undefined || holder === caseId
    ? told
    : [problem(row.row, 'number_taken', refusals.number_taken.sentence)];
};

const verdictOn = async (
  casework: Casework,
  request: CaseRequest,
  record: Motion | undefined,
): Promise<{ readonly verdict: Accepted | Refusal; readonly next: number | undefined }> => {
  // Nothing is stored while the rows are judged; the law needs to know only that a text was brought.
  const document = { documentId: request.commandId, hash: hashOf(request.command) };
  const today = stockholmDate(casework.now());
  const context = await gatherContext(casework, request, record, document, today);
  return { verdict: decide(record, request.command, context), next: context.nextNumber?.sequence };
};

const mayBeEntered = ({ row }: Entering): ImportRow => ({
  row: row.row,
  outcome: 'done',
  code: 'may_be_entered',
  sentence: `Kan föras in: ${statusName[row.enteredAt]}.`,
});

/** One that is refused after all, since something happened meanwhile, does not hold up the others. */
const enterAll = async (
  casework: Casework,
  entering: readonly Entering[],
  told: readonly ImportRow[],
): Promise<ImportReport | CommandIdReused> => {
  const rows: ImportRow[] = [];
  for (const each of entering) {
    const entered = await enter(casework, each);
    if (entered === 'reused') return { kind: 'command-id-reused' };
    rows.push(entered);
  }
  const imported = rows.every(({ outcome }) => outcome === 'done');
  return { kind: 'report', imported, rows: inRowOrder([...told, ...rows]) };
};

const enter = async (
  casework: Casework,
  { row, caseId, requests }: Entering,
): Promise<ImportRow | 'reused'> => {
  for (const request of requests) {
    const answer = await actOnCase(casework, request);
    if (answer.kind === 'command-id-reused') return 'reused';
    if (answer.kind === 'refusal') return problem(row.row, answer.code, answer.detail);
  }
  const sentence = `Förd in: ${statusName[row.enteredAt]}.`;
  return { row: row.row, outcome: 'done', code: 'entered', sentence, caseId };
};
