import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { readConnections } from '../../../lambdas/config.ts';
import { connect } from '../../../lambdas/live.ts';
import { type FunctionName, functions } from '../../../lambdas/manifest.ts';
import { startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { startLetterSink } from '../../../local/engines/letters.ts';
import { startFiles } from '../../../local/files/engine.ts';
import { prepareTable } from '../../../local/prepare-table.ts';
import { seedDemoPeople } from '../../../local/seed-demo-people.ts';
import { startStepFunctions } from '../../../local/step-functions/start-step-functions.ts';
import { httpEvent, routeOf } from './http-event.ts';
import { type IdentityAtHome, identityAtHome } from './identity-at-home.ts';
import { resolveIntrinsics } from './intrinsics.ts';
import { type Bundle, type Endpoints, startBundle } from './start-bundle.ts';
import type { Synthesized } from './synthesize.ts';

const account = '000000000000';
const tableName = 'besvarad';
const filesBucket = 'files';
const region = 'eu-north-1';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Everything the template describes, on this machine: its bundles, its machine, its environment, its routes. */
export interface CloudAtHome {
  readonly siteUrl: string;
  readonly issuer: string;
  readonly lettersEndpoint: string;
  readonly endpoints: Endpoints;
  /** How the files are reached. */
  readonly files: {
    readonly region: string;
    readonly credentials: typeof credentials;
    readonly endpoint: string;
  };
  readonly casework: ReturnType<typeof connect>;
  readonly identity: IdentityAtHome;
  bundle(name: FunctionName): Bundle;
  tick(sweep?: boolean): Promise<unknown>;
  tokenFor(subject: string): Promise<string>;
  /** Milliseconds that the clock is off the real one. */
  clockOffset(): number;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** What the references of the template stand for here. */
const lookupIn = ({ functionIds, ofType }: Synthesized) => {
  const tables = ofType('AWS::DynamoDB::Table').map(([id]) => id);
  const buckets = ofType('AWS::S3::Bucket').map(([id]) => id);
  return (reference: string): string => {
    const name = functionIds.get(reference.replace(/\.Arn$/, ''));
    if (name !== undefined) return name;
    if (tables.includes(reference)) return tableName;
    if (buckets.includes(reference)) return filesBucket;
    if (reference === 'AWS::AccountId') return account;
    if (reference === 'AWS::Partition') return 'aws';
    return reference;
  };
};

/** Starts it. The clock begins on a day in the past, so that the seeds' own dates can be lived through. */
export const startCloudAtHome = async (stack: Synthesized): Promise<CloudAtHome> => {
  const directory = mkdtempSync(join(tmpdir(), 'besvarad-cloud-'));
  const databaseFile = join(directory, 'record.db');
  const [dynamoDb, letters, files] = await Promise.all([
    startDynamoDb({ databaseFile, environment: process.env }),
    startLetterSink(),
    startFiles({
      folder: join(directory, 'files'),
      bucket: filesBucket,
      keys: credentials,
      // As the template's rule asks: what is stored where a function reads is told to it.
      onStored: (event) => {
        for (const spec of functions) {
          const { key } = event.detail.object;
          if (!('reads' in spec) || !key.startsWith(spec.reads.prefix) || !key.endsWith(spec.reads.suffix))
            continue;
          void invoke(spec.name)(event).catch((error: unknown) => console.error(error));
        }
      },
    }),
  ]);
  const lookup = lookupIn(stack);
  const [machine] = stack.ofType('AWS::StepFunctions::StateMachine');
  if (machine === undefined) throw new Error('the template has no state machine');
  const properties = resolveIntrinsics(machine[1].Properties, lookup) as {
    StateMachineName: string;
    DefinitionString: string;
    DefinitionSubstitutions: Record<string, string>;
  };
  const definition = properties.DefinitionString.replace(
    /\$\{(\w+)\}/g,
    (_, name: string) => properties.DefinitionSubstitutions[name] ?? `no ${name}`,
  );
  const bundles = new Map<FunctionName, Bundle>();
  const clock = { offset: Date.parse('2022-11-01T08:00:00Z') - Date.now() };
  const bundle = (name: FunctionName): Bundle => {
    const found = bundles.get(name);
    if (found === undefined) throw new Error(`${name} is not started`);
    return found;
  };
  const invoke = (name: FunctionName) => (event: unknown) => bundle(name).invoke(event, clock.offset);
  const stepFunctions = await startStepFunctions({
    machines: { [properties.StateMachineName]: definition },
    functions: Object.fromEntries(functions.map(({ name }) => [name, invoke(name)])),
    retryDelay: (milliseconds) => Math.min(milliseconds, 50),
  });
  const endpoints = {
    dynamoDb: dynamoDb.endpoint,
    stepFunctions: stepFunctions.endpoint,
    ses: letters.endpoint,
    s3: files.endpoint,
  };
  await prepareTable({ region, credentials, endpoint: endpoints.dynamoDb, tableName });
  const keys = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const environmentOf = (name: FunctionName) => stack.environmentOf(name, lookup);
  const { OIDC_ISSUER = '', OIDC_AUDIENCE = '' } = environmentOf('office');
  const identity = identityAtHome({
    issuer: OIDC_ISSUER,
    clientId: OIDC_AUDIENCE,
    key: keys.privateKey,
    now: () => Date.now() + clock.offset,
  });
  const tokenFor = (subject: string) =>
    new SignJWT({ iss: OIDC_ISSUER, sub: subject, token_use: 'access', client_id: OIDC_AUDIENCE })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setExpirationTime('20y')
      .sign(keys.privateKey);
  const tick = (sweep = false) => invoke('tick')({ sweep });

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const json = (value: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (request.url?.startsWith('/identity/') === true) {
      return json(await identity.answer(request.url.slice('/identity'.length), body));
    }
    if (request.url === '/jwks') return json({ keys: [jwk] });
    if (request.url === '/token') {
      return json({ access_token: await tokenFor(new URLSearchParams(body).get('person') ?? '') });
    }
    if (request.url === '/local/clock') {
      const { today } = JSON.parse(body) as { today: string };
      // Leases go by this clock here: what is under way must end before months pass.
      await stepFunctions.idle();
      clock.offset = Date.parse(`${today}T08:00:00Z`) - Date.now();
      await tick();
      await stepFunctions.idle();
      return json({ today });
    }
    const route = routeOf(stack, request.method ?? '', request.url ?? '');
    if (route === undefined) return response.writeHead(404).end('{"message":"Not Found"}');
    const given = (await invoke(route.name)(httpEvent(request, body, route.key))) as {
      statusCode: number;
      headers?: Record<string, string>;
      cookies?: string[];
      body?: string;
      isBase64Encoded?: boolean;
    };
    const encoding = given.isBase64Encoded === true ? 'base64' : 'utf8';
    const headers = {
      ...given.headers,
      ...(given.cookies === undefined ? {} : { 'set-cookie': given.cookies }),
    };
    return response.writeHead(given.statusCode, headers).end(Buffer.from(given.body ?? '', encoding));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const siteUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  await Promise.all(
    functions.map(async ({ name, timeoutSeconds }) => {
      const overrides: Record<string, string> =
        name === 'office' || name === 'papers'
          ? { OIDC_JWKS_URI: `${siteUrl}/jwks`, ANSWERED_AT_HOME: `${OIDC_ISSUER} ${siteUrl}/identity` }
          : {};
      const given = environmentOf(name);
      // The sink takes letters as fast as they come.
      const unpaced = 'MAIL_PER_SECOND' in given ? { MAIL_PER_SECOND: '1000' } : {};
      const environment = { ...given, ...unpaced, ...overrides };
      bundles.set(
        name,
        await startBundle({ name, folder: stack.assetOf(name), timeoutSeconds, environment, endpoints }),
      );
    }),
  );
  const reach = (endpoint: string) => ({ region, credentials, endpoint });
  const casework = connect({
    ...readConnections({ ...environmentOf('tick'), AWS_REGION: region }),
    dynamoDb: reach(endpoints.dynamoDb),
    stepFunctions: reach(endpoints.stepFunctions),
    ses: reach(endpoints.ses),
  });
  await seedDemoPeople(casework);
  return {
    siteUrl,
    issuer: siteUrl,
    lettersEndpoint: letters.endpoint,
    endpoints,
    files: reach(endpoints.s3),
    casework,
    identity,
    bundle,
    tick,
    tokenFor,
    clockOffset: () => clock.offset,
    idle: () => stepFunctions.idle(),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await stepFunctions.stop();
      await Promise.all([...bundles.values()].map((each) => each.stop()));
      await Promise.all([dynamoDb.stop(), letters.stop(), files.stop()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
