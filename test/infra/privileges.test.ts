import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicKeyPrefix } from '../../lambdas/adapters/table.ts';
import { functions } from '../../lambdas/manifest.ts';
import { grantedCalls, statementsOf } from './support/granted-calls.ts';
import { type Resource, type Synthesized, synthesize } from './support/synthesize.ts';

let stack: Synthesized;
beforeAll(() => {
  stack = synthesize();
}, 300_000);
afterAll(() => stack.remove());

const actionsOf = (statement: { readonly Action: string | readonly string[] }) => [statement.Action].flat();

/** Most that a privilege of the manifest may ever be given; bundles.test.ts holds each function to what it uses. */
const ceilings = {
  papers:
    /^dynamodb:(GetItem|BatchGetItem|Query) (CASE|MINUTES|MEETING|PERSON|MEMBER|SESSION)#$|^dynamodb:Query (PROTECTED#|gsi1)$|^s3:(GetObject|PutObject) papers\/$|^s3:ListBucket$/,
  public: /^dynamodb:(GetItem|Query) PUBLIC#$/,
  workflow: /^dynamodb:\w+ CASE#$|^dynamodb:Query PUBLIC#$|^states:(SendTaskSuccess|StartExecution)$/,
  letters:
    /^dynamodb:\w+ CASE#$|^dynamodb:GetItem (MEMBER|ADDRESS)#$|^dynamodb:Query PROTECTED#$|^ses:SendRawEmail$/,
  'mail-events':
    /^dynamodb:(Get|Put|Update)Item CASE#$|^dynamodb:PutItem ADDRESS#$|^dynamodb:(Query|DeleteItem) SUBSCRIBER#$/,
  following: /^dynamodb:(GetItem|Query) PUBLIC#$|^dynamodb:\w+ SUBSCRIBER#$/,
  tick: /^dynamodb:\w+ (CASE|MINUTES|MEETING|MEMBER|PUBLIC|LAW)#$|^dynamodb:\w+ (SUBSCRIBER|DIGEST)#$|^dynamodb:GetItem (ADDRESS|PERSON)#$|^dynamodb:Query (PROTECTED#|gsi[12])$|^states:\w+$|^ses:SendRawEmail$/,
  reading: /^s3:(GetObject|GetObjectVersion|PutObject) intake\/$|^s3:ListBucket$/,
  office:
    /^dynamodb:\w+ [A-Z]+#$|^dynamodb:Query gsi1$|^states:(SendTaskSuccess|StartExecution)$|^s3:(GetObject|GetObjectVersion|PutObject) intake\/$|^s3:ListBucket$/,
} as const;

describe.each(functions)('$name', ({ name, privilege }) => {
  it(`stays below what ${privilege} may`, () => {
    const above = [...grantedCalls(stack, name)].filter((call) => !ceilings[privilege].test(call));
    expect(above).toEqual([]);
  });

  it('has no wildcard but X-Ray’s', () => {
    for (const statement of statementsOf(stack, name)) {
      const actions = actionsOf(statement);
      expect(actions.filter((action) => action.includes('*'))).toEqual([]);
      if (JSON.stringify(statement.Resource) === '"*"') {
        expect(actions).toEqual(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
      }
    }
  });

  it('reaches the table by its keys, the key through what it encrypts, and the log that is its own', () => {
    const isOfFiles = [...grantedCalls(stack, name)].some((call) => call.startsWith('s3:'));
    for (const { Action, Resource, Condition } of statementsOf(stack, name)) {
      const actions = [Action].flat();
      if (actions.some((action) => action.startsWith('kms:'))) {
        const service = String(Condition?.StringEquals?.['kms:ViaService']);
        expect(service).toMatch(/^(dynamodb|s3)\.eu-north-1\.amazonaws\.com$/);
        if (service.startsWith('s3')) expect(isOfFiles).toBe(true);
      }
      if (
        actions.some((action) => action.startsWith('dynamodb:')) &&
        !JSON.stringify(Resource).includes('/index/')
      ) {
        expect(Condition?.Null).toEqual({ 'dynamodb:LeadingKeys': 'false' });
      }
      if (actions.some((action) => action.startsWith('logs:'))) {
        expect(JSON.stringify(Resource)).toContain(`Functions${name.replaceAll('-', '')}Logs`);
      }
    }
  });

  it('may be assumed by Lambda only, and has no policy of AWS’s', () => {
    const [role] = stack
      .ofType('AWS::IAM::Role')
      .filter(([id]) => stack.pathOf(id).includes(`/${name}/Role/`));
    expect(JSON.stringify(role?.[1].Properties.AssumeRolePolicyDocument)).toContain('"lambda.amazonaws.com"');
    expect(role?.[1].Properties.ManagedPolicyArns).toBeUndefined();
  });
});

it('the public site reads what is public and nothing else', () => {
  expect([...grantedCalls(stack, 'public-site')].sort()).toEqual([
    `dynamodb:GetItem ${publicKeyPrefix}`,
    `dynamodb:Query ${publicKeyPrefix}`,
  ]);
});

it('following writes its own rows and no other, sends nothing and reads no list of addresses', () => {
  const granted = [...grantedCalls(stack, 'following')];
  const writing = granted.filter((call) => !/(GetItem|Query) PUBLIC#$/.test(call));
  expect(writing.every((call) => call.endsWith(' SUBSCRIBER#'))).toBe(true);
  expect(granted.filter((call) => /ses:|gsi|states:/.test(call))).toEqual([]);
});

it('letters leave from the organisation’s address only', () => {
  for (const { name } of functions) {
    for (const statement of statementsOf(stack, name)) {
      if (!actionsOf(statement).includes('ses:SendRawEmail')) continue;
      expect(statement.Condition?.StringEquals).toEqual({ 'ses:FromAddress': 'motioner@region.example' });
      expect(JSON.stringify(statement.Resource)).not.toContain('"*"');
    }
  }
});

it('nobody scans, and nobody touches the table itself', () => {
  const all = functions.flatMap(({ name }) => statementsOf(stack, name).flatMap(actionsOf));
  expect(all.filter((action) => /Scan|DeleteTable|UpdateTable|PartiQL|Export/.test(action))).toEqual([]);
});

it('the machine may call its own tasks and no other function', () => {
  const [policy] = stack
    .ofType('AWS::IAM::Policy')
    .filter(([id]) => stack.pathOf(id).includes('/Workflow/Role/'));
  const { Statement } = (policy as [string, Resource])[1].Properties.PolicyDocument as {
    Statement: { Action: string | string[]; Resource: unknown }[];
  };
  const [invoke] = Statement.filter((each) => actionsOf(each).includes('lambda:InvokeFunction'));
  const called = [...stack.functionIds]
    .filter(([id]) => JSON.stringify(invoke?.Resource).includes(`"${id}"`))
    .map(([, name]) => name);
  expect(called).toEqual(functions.filter((spec) => 'placeholder' in spec).map(({ name }) => name));
  expect(JSON.stringify(invoke?.Resource)).not.toContain('*');
});
