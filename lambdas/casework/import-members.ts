import type { ImportRow } from '../../domain/import-table.ts';
import { judgeMemberRows, type MemberImport } from '../../domain/member-import.ts';
import { type MemberRow, readMemberRows } from '../../domain/member-rows.ts';
import type { Member } from '../../domain/members.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Actor } from '../../domain/roles.ts';
import { hashOf } from '../event-chain.ts';
import { Conflict } from '../failures.ts';
import type { Versioned } from '../ports/people-store.ts';
import type { CommandIdReused } from './answer.ts';
import type { Casework } from './dependencies.ts';
import { everyone } from './everyone.ts';
import { saveMember } from './keep-registers.ts';

/** A table to bring in, with the caller's id for doing so. */
export interface TableImport {
  readonly commandId: string;
  readonly content: string;
  readonly actor: Actor;
}

/** What came of a table: every row, or every problem. */
export interface ImportReport {
  readonly kind: 'report';
  /** False when any row has a problem: then nothing was brought in. */
  readonly imported: boolean;
  readonly rows: readonly ImportRow[];
}

const tries = 5;

/**
 * Brings members, parties, terms and substitutes into the register from a table (domain.md §1.4). All rows are judged
 * before anybody is changed; each person is then saved with an entry in the log. The same table again changes nothing,
 * so that an import that broke off is sent again.
 * @throws Conflict when others keep changing the same people; Transient
 */
export const importMembers = async (
  casework: Casework,
  request: TableImport & { readonly dryRun?: boolean },
): Promise<ImportReport | Refusal | CommandIdReused> => {
  const { actor, content } = request;
  if (!actor.roles.includes('administrator')) {
    return refuse('not_permitted', { rule: 'architecture.md §9', mayBeDoneBy: ['administratör'] });
  }
  const read = readMemberRows(content);
  if ('problems' in read) return { kind: 'report', imported: false, rows: read.problems };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await bringIn(casework, request, read.rows);
    } catch (error) {
      // Somebody changed one of them meanwhile: what has been saved stays, and the rest is judged anew.
      if (!(error instanceof Conflict) || attempt === tries) throw error;
    }
  }
};

const bringIn = async (
  casework: Casework,
  { commandId, content, actor, dryRun = false }: TableImport & { readonly dryRun?: boolean },
  rows: readonly MemberRow[],
): Promise<ImportReport | CommandIdReused> => {
  const { people, now } = casework;
  const contentHash = hashOf({ content, by: actor.personId });
  const earlier = await people.memberImport(commandId);
  if (earlier !== undefined && earlier !== contentHash) return { kind: 'command-id-reused' };
  const found = await foundById(casework, rows);
  const judged = await judge(casework, rows, found);
  if ('problems' in judged) return { kind: 'report', imported: false, rows: judged.problems };
  if (dryRun) return { kind: 'report', imported: false, rows: judged.rows };
  if (earlier === undefined) {
    await people.noteMemberImport(commandId, contentHash, { by: actor.personId, at: now() });
  }
  for (const { after, kind } of judged.changes) {
    if (kind === 'unchanged') continue;
    await saveMember(casework, after, found.get(after.memberId)?.version ?? 0, actor);
  }
  return { kind: 'report', imported: true, rows: judged.rows };
};

const judge = async (
  { people }: Casework,
  rows: readonly MemberRow[],
  found: ReadonlyMap<string, Versioned<Member>>,
): Promise<MemberImport> => {
  const all = await everyone((page) => people.members(page));
  const known = new Map([...found].map(([memberId, { value }]) => [memberId, value]));
  return judgeMemberRows(rows, known, all);
};

const batchSize = 20;

const foundById = async (
  { people }: Casework,
  rows: readonly MemberRow[],
): Promise<ReadonlyMap<string, Versioned<Member>>> => {
  const memberIds = [...new Set(rows.map(({ memberId }) => memberId))];
  const found = new Map<string, Versioned<Member>>();
  for (let at = 0; at < memberIds.length; at += batchSize) {
    const batch = memberIds.slice(at, at + batchSize);
    const read = await Promise.all(batch.map((memberId) => people.member(memberId)));
    for (const each of read) if (each !== undefined) found.set(each.value.memberId, each);
  }
  return found;
};
