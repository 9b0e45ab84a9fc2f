import { Stack, Validations } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { z } from 'zod';
import type { Grant, TableAction } from './grants.ts';
import type { Mail } from './mail.ts';

/** What roles are about. The machine is named by ARN, since it names the functions in its turn. */
export interface Reachable {
  readonly table: Table;
  /** Of the originals and the papers. */
  readonly files: IBucket;
  /** To the table and the files. */
  readonly key: Key;
  readonly stateMachineArn: string;
  readonly mail: Mail;
}

const reading: readonly TableAction[] = ['GetItem', 'BatchGetItem', 'Query'];

/**
 * The role of one function: its own log, and its grant. `LeadingKeys` holds it to its partitions; that the condition
 * cannot be met by a request without keys is what `Null` is for.
 */
export const makeRole = (scope: Construct, logs: LogGroup, grant: Grant, reach: Reachable): Role => {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const statements = [
    new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logs.logGroupArn],
    }),
    ...tableStatements(grant, reach),
    ...(Object.keys(grant.table).length === 0 ? [] : [keyStatement(grant, reach)]),
    ...fileStatements(grant, reach),
    ...workflowStatements(grant, reach),
    ...(grant.sendsLetters === true ? [mailStatement(reach.mail)] : []),
  ];
  for (const statement of statements) role.addToPolicy(statement);
  explainFiles(role, grant, reach);
  return role;
};

const tableStatements = ({ table: actions, indexes = [] }: Grant, { table }: Reachable) => {
  const onTable = Object.entries(actions).map(
    ([prefix, allowed]) =>
      new PolicyStatement({
        actions: allowed.map((action) => `dynamodb:${action}`),
        resources: [table.tableArn],
        conditions: {
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}*`] },
          Null: { 'dynamodb:LeadingKeys': 'false' },
        },
      }),
  );
  if (indexes.length === 0) return onTable;
  const resources = indexes.map((index) => `${table.tableArn}/index/${index}`);
  return [...onTable, new PolicyStatement({ actions: ['dynamodb:Query'], resources })];
};

/** The table's key, and only through DynamoDB. */
const keyStatement = ({ table }: Grant, { key }: Reachable) => {
  const writes = Object.values(table).some((actions) => actions.some((action) => !reading.includes(action)));
  const writing = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];
  return new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:DescribeKey', ...(writes ? writing : [])],
    resources: [key.keyArn],
    conditions: {
      StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(key).region}.amazonaws.com` },
    },
  });
};

const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) });

/** Files have names of their own below what is granted: a star stands for those, and for nothing else. */
const explainFiles = (role: Role, { files = {} }: Grant, { files: bucket }: Reachable): void => {
  const arn: unknown = Stack.of(role).resolve(bucket.bucketArn);
  const [logicalId] = attribute.parse(arn)['Fn::GetAtt'];
  for (const prefix of Object.keys(files)) {
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${prefix}*]`,
      reason:
        'Files are named by what they are of and by their hash; the function is held to those below one beginning.',
    });
  }
};

/**
 * Files by the beginning of their keys, and the key only through S3. Nobody may delete. Whoever reads may list: without
 * it S3 says of a file that is not there that it is forbidden.
 */
const fileStatements = ({ files = {} }: Grant, { files: bucket, key }: Reachable) => {
  const onFiles = Object.entries(files).map(
    ([prefix, actions]) =>
      new PolicyStatement({
        actions: actions.map((action) => `s3:${action}`),
        resources: [bucket.arnForObjects(`${prefix}*`)],
      }),
  );
  if (onFiles.length === 0) return [];
  const writes = Object.values(files).some((actions) => actions.includes('PutObject'));
  const ofKey = new PolicyStatement({
    actions: ['kms:Decrypt', ...(writes ? ['kms:GenerateDataKey'] : [])],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `s3.${Stack.of(key).region}.amazonaws.com` } },
  });
  const reads = Object.values(files).some((actions) => actions.includes('GetObject'));
  const listing = new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] });
  return [...onFiles, ...(reads ? [listing] : []), ofKey];
};

const workflowStatements = ({ workflow = [] }: Grant, { stateMachineArn }: Reachable) =>
  workflow.length === 0
    ? []
    : [
        new PolicyStatement({
          actions: workflow.map((action) => `states:${action}`),
          resources: [stateMachineArn],
        }),
      ];

/** Only the organisation's own address, and only with the configuration set that reports bounces. */
const mailStatement = ({ identity, configurationSet, from }: Mail) =>
  new PolicyStatement({
    actions: ['ses:SendRawEmail'],
    resources: [
      identity.emailIdentityArn,
      Stack.of(identity).formatArn({
        service: 'ses',
        resource: 'configuration-set',
        resourceName: configurationSet.configurationSetName,
      }),
    ],
    conditions: { StringEquals: { 'ses:FromAddress': from } },
  });
