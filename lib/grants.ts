import type { FunctionName } from '../lambdas/manifest.ts';

/** DynamoDB actions on the table itself. A transaction needs the action of each of its writes. */
export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'BatchWriteItem';

/** S3 actions on files. A version that is named needs an action of its own. */
export type FileAction = 'GetObject' | 'GetObjectVersion' | 'PutObject';

export type WorkflowAction = 'StartExecution' | 'SendTaskSuccess' | 'ListExecutions';

/** What one function may do. A test compares it, both ways, with what the bundles did in the seed cases. */
export interface Grant {
  /** Beginning of the partition key → actions. */
  readonly table: Readonly<Record<string, readonly TableAction[]>>;
  /** Indexes it may query. */
  readonly indexes?: readonly ('gsi1' | 'gsi2')[];
  readonly workflow?: readonly WorkflowAction[];
  readonly sendsLetters?: boolean;
  /** Beginning of a file's key → actions. */
  readonly files?: Readonly<Record<string, readonly FileAction[]>>;
}

export const grants: Readonly<Record<FunctionName, Grant>> = {
  office: {
    table: {
      'CASE#': ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
      'MINUTES#': ['GetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
      'MEETING#': ['GetItem', 'Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'],
      'COUNTER#': ['GetItem', 'PutItem'],
      'NUMBER#': ['GetItem', 'PutItem'],
      'PERSON#': ['GetItem', 'Query', 'PutItem'],
      'MEMBER#': ['GetItem', 'BatchGetItem', 'Query', 'PutItem'],
      'PROTECTED#': ['Query', 'PutItem', 'DeleteItem'],
      'IMPORT#': ['Query', 'PutItem'],
      'INVITATION#': ['GetItem', 'PutItem'],
      'PUBLIC#': ['PutItem', 'DeleteItem'],
      'SESSION#': ['GetItem', 'PutItem', 'DeleteItem'],
      'ADDRESS#': ['DeleteItem'],
      'DIGEST#': ['PutItem', 'DeleteItem'],
    },
    indexes: ['gsi1'],
    workflow: ['StartExecution', 'SendTaskSuccess'],
    // A version is never read by the office itself, only by the address it gives for an original.
    files: { 'intake/': ['GetObject', 'GetObjectVersion', 'PutObject'] },
  },
  papers: {
    table: {
      'CASE#': ['GetItem', 'Query'],
      'MINUTES#': ['GetItem', 'Query'],
      'MEETING#': ['GetItem', 'Query'],
      'PERSON#': ['GetItem'],
      'MEMBER#': ['BatchGetItem'],
      'PROTECTED#': ['Query'],
      'SESSION#': ['GetItem'],
    },
    indexes: ['gsi1'],
    files: { 'papers/': ['GetObject', 'PutObject'] },
  },
  'public-site': { table: { 'PUBLIC#': ['GetItem', 'Query'] } },
  following: {
    table: {
      'PUBLIC#': ['GetItem', 'Query'],
      'SUBSCRIBER#': ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
    },
  },
  'read-case': { table: { 'CASE#': ['Query'] } },
  'open-wait': {
    table: {
      'CASE#': ['Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem', 'BatchWriteItem'],
      'PUBLIC#': ['Query'],
    },
    workflow: ['SendTaskSuccess'],
  },
  'send-letters': {
    table: {
      'CASE#': ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      'MEMBER#': ['GetItem'],
      'PROTECTED#': ['Query'],
      'ADDRESS#': ['GetItem'],
    },
    sendsLetters: true,
  },
  'hand-over': {
    table: { 'CASE#': ['GetItem', 'Query', 'UpdateItem', 'DeleteItem'] },
    workflow: ['StartExecution', 'SendTaskSuccess'],
  },
  'record-failure': { table: { 'CASE#': ['GetItem', 'Query', 'PutItem', 'UpdateItem'] } },
  tick: {
    table: {
      'CASE#': ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      'MINUTES#': ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      'MEETING#': ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      'MEMBER#': ['GetItem', 'BatchGetItem'],
      'PROTECTED#': ['Query'],
      'PUBLIC#': ['GetItem', 'Query', 'PutItem'],
      'LAW#': ['GetItem', 'PutItem'],
      'ADDRESS#': ['GetItem'],
      'SUBSCRIBER#': ['Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      'DIGEST#': ['UpdateItem'],
      'PERSON#': ['GetItem'],
    },
    indexes: ['gsi1', 'gsi2'],
    workflow: ['StartExecution', 'SendTaskSuccess', 'ListExecutions'],
    sendsLetters: true,
  },
  'read-document': { table: {}, files: { 'intake/': ['GetObject', 'GetObjectVersion', 'PutObject'] } },
  'mail-events': {
    table: {
      'CASE#': ['GetItem', 'PutItem', 'UpdateItem'],
      'ADDRESS#': ['PutItem'],
      'SUBSCRIBER#': ['Query', 'DeleteItem'],
    },
  },
};
