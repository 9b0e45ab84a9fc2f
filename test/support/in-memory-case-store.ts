import {
  dissenterLink,
  groupLink,
  jointLink,
  partyLink,
  registerPlaceOf,
  signatoryLink,
} from '../../lambdas/adapters/dynamodb/case-links.ts';
import { sortable } from '../../lambdas/adapters/dynamodb/sortable.ts';
import { worklistsFor, worklistsOf } from '../../lambdas/adapters/dynamodb/worklists.ts';
import type { CaseStore, PageRequest } from '../../lambdas/ports/case-store.ts';
import { commitInMemory } from './in-memory-commit.ts';
import { inMemoryLetters } from './in-memory-letters.ts';
import { type CaseInMemory, copy, type Memory, pageOf } from './in-memory-state.ts';
import { inMemoryWorkflow } from './in-memory-workflow.ts';

/** The case store without an engine: the same answers, conflicts and order of lists. */
export const inMemoryCases = (memory: Memory): CaseStore => ({
  ...reads(memory),
  ...inMemoryWorkflow(memory),
  ...inMemoryLetters(memory),
  ...lists(memory),
  commit: async (change) => commitInMemory(memory, change),
});

const bySeq = (one: { version: number }, other: { version: number }) => one.version - other.version;

const reads = ({ cases, counters, numbers, shown }: Memory) =>
  ({
    load: async (caseId) => {
      const kept = cases.get(caseId);
      if (kept === undefined) return undefined;
      const { motion, head, execution, wait, signals, tasks } = kept;
      const owedSignals = [...signals.values()].sort(bySeq);
      return copy({ motion, head, execution, wait, owedSignals, tasks: [...tasks.values()] });
    },
    answer: async (caseId, commandId) => copy(cases.get(caseId)?.answers.get(commandId)),
    events: async (caseId) => copy(cases.get(caseId)?.events ?? []),
    document: async (caseId, documentId) => copy(cases.get(caseId)?.documents.get(documentId)),
    lastSequence: async (scope) => counters.get(scope) ?? 0,
    motions: async (caseIds) =>
      new Map(
        caseIds.flatMap((caseId) => {
          const kept = cases.get(caseId);
          return kept === undefined ? [] : [[caseId, copy(kept.motion)]];
        }),
      ),
    caseNumbered: async (registrationNumber) => numbers.get(registrationNumber),
    publish: async (motion, publicMotion, publicDetails) => {
      const place = registerPlaceOf(motion);
      if (place === undefined || cases.get(motion.caseId)?.motion.version !== motion.version) return false;
      const details = copy(publicDetails) ?? shown.get(motion.caseId)?.details;
      shown.set(motion.caseId, { order: place.registerOrder, motion: copy(publicMotion), details });
      return true;
    },
  }) satisfies Partial<CaseStore>;

const lists = ({ cases }: Memory) => {
  const linked = (link: string, page: PageRequest) =>
    pageOf(
      link,
      rowsOf(cases, (kept) => linkRow(kept, link)),
      page,
      'down',
    );
  return {
    worklist: async (who, page) => {
      const mine = worklistsFor(who);
      const rows = rowsOf(cases, (kept) =>
        [...kept.tasks.values()]
          .filter((task) => worklistsOf(task.assignee).some((each) => mine.includes(each)))
          .map((task) => ({ order: `${task.dueOn}#${task.caseId}#${task.kind}`, row: task })),
      );
      return pageOf(mine.join('|'), rows, page);
    },
    register: async (year, page) => {
      const rows = rowsOf(cases, ({ motion }) => {
        const place = registerPlaceOf(motion);
        const row = { caseId: motion.caseId, motion };
        return place?.registerYear === year ? [{ order: place.registerOrder, row }] : [];
      });
      return pageOf(`REGISTER#${year}`, rows, page);
    },
    byParty: async (party, page) => linked(partyLink(party), page),
    byLead: async (lead, page) => linked(jointLink(lead), page),
    bySignatory: async (memberId, page) => linked(signatoryLink(memberId), page),
    byDissenter: async (memberId, page) => linked(dissenterLink(memberId), page),
    byPartyGroup: async (partyGroup, page) => linked(groupLink(partyGroup), page),
    openExecutions: async (page) => pageOf('OPEN-EXECUTIONS', rowsOf(cases, openExecution), page),
    executionsStartedBefore: async (at, page) => {
      const open = rowsOf(cases, openExecution).filter(({ order }) => order < sortable(at));
      return pageOf('OPEN-EXECUTIONS', open, page);
    },
    owed: async (kind, now, page) => {
      const due = rowsOf(cases, (kept) =>
        owedBy(kept, kind)
          .filter((time) => sortable(time) <= sortable(now))
          .map((time) => ({
            order: `${sortable(time)}#${kept.motion.caseId}`,
            row: { caseId: kept.motion.caseId },
          })),
      );
      const unique = [...new Map(due.map((each) => [each.order, each])).values()];
      return pageOf(`OWED#${kind}`, unique, page);
    },
  } satisfies Partial<CaseStore>;
};

const rowsOf = <T>(
  cases: Memory['cases'],
  rows: (kept: CaseInMemory) => readonly { order: string; row: T }[],
) => [...cases.values()].flatMap(rows);

const linkRow = ({ motion, links }: CaseInMemory, link: string) => {
  const since = links.get(link);
  const row = { caseId: motion.caseId, motion };
  return since === undefined ? [] : [{ order: `${since}#${motion.caseId}`, row }];
};

const openExecution = ({ motion, execution }: CaseInMemory) => {
  if (execution === undefined || motion.status === 'Archived') return [];
  const { caseId } = motion;
  const started = execution.startedAt === undefined ? 'not-started' : sortable(execution.startedAt);
  return [{ order: `${started}#${caseId}`, row: { caseId, execution } }];
};

const owedBy = (kept: CaseInMemory, kind: Parameters<CaseStore['owed']>[0]): string[] => {
  if (kind === 'start') return kept.execution?.startOwedAt === undefined ? [] : [kept.execution.startOwedAt];
  if (kind === 'signal') return [...kept.signals.values()].flatMap(({ owedAt }) => owedAt ?? []);
  return [...kept.letters.values()].flatMap(({ state, owedAt, leaseUntil }) =>
    state === 'owed' ? (leaseUntil ?? owedAt ?? []) : [],
  );
};
