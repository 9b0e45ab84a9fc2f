// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ElectroDB fills these templates
import { CustomAttributeType, Entity } from 'electrodb';
import type { Motion } from '../../../domain/motion.ts';
import type { Assignee } from '../../../domain/steps.ts';
import {
  count,
  inList,
  model,
  optionalCount,
  optionalText,
  ordinal,
  row,
  text,
  value,
  whenDue,
} from './model.ts';
import { rowNames } from './row.ts';

const ofCase = [['caseId'], 'CASE#${caseId}'] as const;

/** The present state of a case stands under this prefix, so that one query reads all of it. */
export const presentPrefix = 'NOW#';

/** The motion as it stands. `gsi1`: the register, by year and number. */
export const motionRow = new Entity(
  {
    model: model('motion'),
    attributes: {
      caseId: text,
      version: count,
      movedAtVersion: count,
      status: text,
      head: text,
      motion: value(CustomAttributeType<Motion>('any')),
      registerYear: optionalCount,
      registerOrder: optionalText,
    },
    indexes: {
      row: row(ofCase, [[], 'NOW#MOTION']),
      register: inList(
        [['registerYear'], 'REGISTER#${registerYear}'],
        [['registerOrder'], '${registerOrder}'],
      ),
    },
  } as const,
  rowNames,
);

/** Pages that list a case. A pointer: what it says is checked against the motion when the list is read. */
export const linkRow = new Entity(
  {
    model: model('link'),
    attributes: { caseId: text, link: text, since: text },
    indexes: {
      row: row(ofCase, [['link'], 'LINK#${link}']),
      list: inList([['link'], '${link}'], [['since', 'caseId'], '${since}#${caseId}']),
    },
  } as const,
  rowNames,
);

/**
 * The workflow's execution. `sweep` is set while the case is open, `sweepOrder` to when the execution was started;
 * `startOwedAt` is set while the start is owed.
 */
export const executionRow = new Entity(
  {
    model: model('execution'),
    attributes: {
      caseId: text,
      generation: count,
      startOwedAt: optionalText,
      startedAt: optionalText,
      failures: count,
      sweep: optionalText,
      sweepOrder: text,
    },
    indexes: {
      row: row(ofCase, [[], 'NOW#EXECUTION']),
      open: inList([['sweep'], '${sweep}'], [['sweepOrder', 'caseId'], '${sweepOrder}#${caseId}']),
      owed: whenDue([[], 'OWED#start'], [['startOwedAt', 'caseId'], '${startOwedAt}#${caseId}']),
    },
  } as const,
  rowNames,
);

/** The value of `sweep` of every open case: their list. */
export const openExecutions = 'OPEN-EXECUTIONS';
/** The value of `sweepOrder` until the execution is started: after every instant. */
export const notStarted = 'not-started';

export const waitRow = new Entity(
  {
    model: model('wait'),
    attributes: { caseId: text, step: text, openedAtVersion: count, generation: count, token: text },
    indexes: { row: row(ofCase, [[], 'NOW#WAIT']) },
  } as const,
  rowNames,
);

/** A move that the workflow has still to be told of. */
export const signalRow = new Entity(
  {
    model: model('signal'),
    attributes: { caseId: text, version: ordinal, step: text, outcome: text, owedAt: text },
    indexes: {
      row: row(ofCase, [['version'], 'NOW#SIGNAL#${version}']),
      owed: whenDue([[], 'OWED#signal'], [['owedAt', 'caseId', 'version'], '${owedAt}#${caseId}#${version}']),
    },
  } as const,
  rowNames,
);

/** The permanent record of a move. */
export const moveRow = new Entity(
  {
    model: model('move'),
    attributes: { caseId: text, version: ordinal, step: text, outcome: text },
    indexes: { row: row(ofCase, [['version'], 'MOVE#${version}']) },
  } as const,
  rowNames,
);

const worklistPlace = inList(
  [['worklist'], '${worklist}'],
  [['dueOn', 'caseId', 'kind'], '${dueOn}#${caseId}#${kind}'],
);

/** An open task. `worklist` is set when one list shows it; a task for several people is found by pointers. */
export const taskRow = new Entity(
  {
    model: model('task'),
    attributes: {
      caseId: text,
      kind: text,
      assignee: value(CustomAttributeType<Assignee>('any')),
      dueOn: text,
      openedAt: text,
      worklist: optionalText,
    },
    indexes: { row: row(ofCase, [['kind'], 'NOW#TASK#${kind}']), list: worklistPlace },
  } as const,
  rowNames,
);

/** A task in the worklist of one of several people. A pointer, checked against the task when the list is read. */
export const taskLinkRow = new Entity(
  {
    model: model('task-link'),
    attributes: { caseId: text, kind: text, dueOn: text, worklist: text },
    indexes: {
      row: row(ofCase, [['worklist', 'kind'], 'TASKLINK#${worklist}#${kind}']),
      list: worklistPlace,
    },
  } as const,
  rowNames,
);
