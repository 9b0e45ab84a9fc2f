// First, since it must be said before anything loads the tracer.
import './without-tracing.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paperTemplate } from '../documents/papers/typst-template.ts';
import { makeRecordOn } from '../lambdas/adapters/dynamodb/record.ts';
import { makeTokenVerifier } from '../lambdas/adapters/jose-token-verifier.ts';
import { makeIdentityProvider } from '../lambdas/adapters/openid-identity-provider.ts';
import { makeTypstPress } from '../lambdas/adapters/typst-press.ts';
import type { Casework, Journal } from '../lambdas/casework/dependencies.ts';
import { makeExtracts } from '../lambdas/casework/extract-attachment.ts';
import type { LetterDesk } from '../lambdas/casework/send-letters.ts';
import { tick } from '../lambdas/casework/tick.ts';
import { makeFollowingApp } from '../lambdas/following/app.ts';
import { connect } from '../lambdas/live.ts';
import { connectFiles } from '../lambdas/live-files.ts';
import { machines } from '../lambdas/manifest.ts';
import { makeOffice } from '../lambdas/office/office.ts';
import { makePapersApp } from '../lambdas/papers/app.ts';
import type { FileStore } from '../lambdas/ports/file-store.ts';
import { makePublicSite } from '../lambdas/public-site/site.ts';
import { makeArrivals } from './arrivals.ts';
import { filesName } from './backup/backup-file.ts';
import { type BusinessClock, makeBusinessClock } from './business-clock.ts';
import type { startDynamoDb } from './engines/dynamodb.ts';
import { fileCalls } from './engines/file-calls.ts';
import { choosePort, loopback } from './engines/free-port.ts';
import { startLetterNews } from './engines/letter-news.ts';
import { localCalls } from './engines/local-calls.ts';
import { openRecordFile } from './engines/record-file.ts';
import { startRecordWriter } from './engines/record-writer.ts';
import { type EventFunctionName, eventFunctionNames, eventFunctions, fillPlaceholders } from './functions.ts';
import type { StartOptions } from './options.ts';
import { plainJournal } from './plain-journal.ts';
import { readOrganisation } from './read-organisation.ts';
import { seedDemoPeople } from './seed-demo-people.ts';
import { audience, officeClient } from './sign-in/token-audience.ts';
import { serveSite } from './site.ts';
import { type Keep, reach, startEngines, tableName } from './start-engines.ts';
import { type StepFunctionsOptions, startStepFunctions } from './step-functions/start-step-functions.ts';
import { startTicking } from './ticking.ts';

/** The whole product, running on this machine. */
export interface Besvarad {
  readonly siteUrl: string;
  readonly issuer: string;
  readonly inboxUrl: string;
  /** Where the letter sink answers, for reading letters back. */
  readonly lettersEndpoint: string;
  readonly clock: BusinessClock;
  readonly casework: Casework & LetterDesk;
  readonly files: FileStore;
  readonly stepFunctions: Awaited<ReturnType<typeof startStepFunctions>>;
  readonly tick: (sweep?: boolean) => ReturnType<typeof tick>;
  stop(): Promise<void>;
}

/** What tests add: faults, faster retries, letters to an endpoint of their own. */
export interface StartExtras {
  readonly stepFunctions?: Pick<StepFunctionsOptions, 'intercept' | 'retryDelay' | 'onLog'>;
  readonly sesEndpoint?: string;
  /** Puts something between the use cases and their services: other time for leases, a planted bug. */
  readonly around?: (live: Connected) => Connected;
  /** Puts something on the wire between a client and its service; returns the address to go by. */
  readonly reachBy?: (service: 'dynamoDb' | 'stepFunctions' | 'ses', endpoint: string) => string;
  readonly environment?: NodeJS.ProcessEnv;
  /** Where warnings and alarms go; to the terminal in plain lines when absent. */
  readonly journal?: Journal;
  /** Told when an engine ends by itself. */
  readonly onEngineExit?: (reason: string) => void;
}

type Connected = ReturnType<typeof connect>;

/**
 * Starts engines, handlers and site, creates what is missing, and enters every open case again: its execution went
 * with the process that ran it, and the record is the truth (architecture §8).
 * @throws UsageError, PortBusy, EngineMissing, DatabaseInUse: each a sentence for the person who starts it
 */
export const startBesvarad = async (options: StartOptions, extras: StartExtras = {}): Promise<Besvarad> => {
  const started: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const each of started.splice(0).reverse()) await each.stop();
  };
  const keep: Keep = (each) => {
    started.push(each);
    return each;
  };
  try {
    return { ...(await startAll(options, extras, keep)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** On every page: that this is no register of anybody's, and where the clock is. */
const banner = {
  text: 'Provmiljö på den här datorn.',
  link: { label: 'Flytta klockan, inkorg och rundtur', href: '/local' },
};

const startAll = async (
  options: StartOptions,
  extras: StartExtras,
  keep: Keep,
): Promise<Omit<Besvarad, 'stop'>> => {
  const sitePort = await choosePort(options.port);
  const siteUrl = `http://${loopback}:${sitePort}`;
  const organisation = { ...readOrganisation(options.configFile), publicUrl: siteUrl, banner };
  const arrivals = makeArrivals();
  const { dynamoDb, files, letters, signIn } = await startEngines(
    { ...options, siteUrl },
    { ...extras, onStored: arrivals.onStored },
    keep,
  );
  // After the engines, so that it stops before them.
  keep(arrivals);
  const late = lateFunctions();
  const definition = fillPlaceholders(readFileSync(machines.motion, 'utf8'));
  const stepFunctions = keep(
    await startStepFunctions({
      ...extras.stepFunctions,
      machines: { motion: definition },
      // test/workflows holds the file to the language; a start need not.
      checked: true,
      functions: late.functions,
    }),
  );
  // Letters that go to somebody else's endpoint are nobody's to tell of.
  const news =
    extras.sesEndpoint === undefined
      ? keep(await startLetterNews(letters.endpoint, late.call('mail-events')))
      : { endpoint: letters.endpoint, deliver: async () => undefined };
  const clock = makeBusinessClock(join(options.dataDirectory, 'clock.json'), options.clock);
  const { reachBy = (_, endpoint) => endpoint } = extras;
  // What a test puts on the wire stands between the SDK and its service, as on AWS.
  const direct =
    extras.reachBy === undefined
      ? { ...recordAt(dynamoDb, keep, extras.onEngineExit), workflow: stepFunctions.workflowOf('motion') }
      : {};
  const sdk = connect({
    organisation,
    tableName,
    stateMachineArn: stepFunctions.arnOf('motion'),
    dynamoDb: reach(reachBy('dynamoDb', dynamoDb.endpoint)),
    stepFunctions: reach(reachBy('stepFunctions', stepFunctions.endpoint)),
    ses: reach(reachBy('ses', news.endpoint)),
    now: clock.now,
    journal: extras.journal ?? plainJournal,
  });
  const connected = { ...sdk, ...direct };
  const around = extras.around?.(connected) ?? connected;
  const press = makeTypstPress(paperTemplate);
  const live = { ...around, extractOf: makeExtracts({ ...around, press }) };
  const fileStore = connectFiles({ bucket: filesName, s3: reach(files.endpoint) });
  arrivals.bind({ files: fileStore, journal: live.journal });
  late.bind(eventFunctions(live));
  await seedDemoPeople(live);
  const tokens = makeTokenVerifier({ issuer: signIn.issuer, jwksUri: `${signIn.issuer}/jwks`, audience });
  const identity = makeIdentityProvider({ issuer: signIn.issuer, clientId: officeClient });
  const apps = {
    office: makeOffice({ ...live, identity, files: fileStore }, tokens),
    papers: makePapersApp({ ...live, files: fileStore, press }, tokens),
    following: makeFollowingApp(live),
    'public-site': makePublicSite(live),
  };
  const ticking = keep(
    startTicking(async (sweep) => {
      await news.deliver();
      return tick(live, { sweep });
    }),
  );
  const addresses = { issuer: signIn.issuer, inbox: letters.inboxUrl };
  keep(await serveSite(apps, { addresses, organisation, clock, tick: () => ticking.tick() }, sitePort));
  return {
    siteUrl,
    issuer: signIn.issuer,
    inboxUrl: letters.inboxUrl,
    lettersEndpoint: letters.endpoint,
    clock,
    casework: live,
    files: fileStore,
    stepFunctions,
    tick: ticking.tick,
  };
};

/** The same stores as on AWS, with cheaper calls: in the engine's own file where it has one that we can read. */
const recordAt = (
  { endpoint, file }: Awaited<ReturnType<typeof startDynamoDb>>,
  keep: Keep,
  onExit: StartExtras['onEngineExit'],
) => {
  const opened = file && openRecordFile(file, tableName, { readOnly: true });
  if (file && opened) {
    keep({ stop: async () => opened.close() });
    const writer = keep(startRecordWriter({ file, tableName }, onExit));
    return makeRecordOn({ calls: fileCalls(opened, writer), tableName });
  }
  const calls = localCalls(endpoint);
  keep({ stop: async () => calls.close() });
  return makeRecordOn({ calls, tableName });
};

/** The machine names its functions before they exist: they call Step Functions, whose address comes first. */
const lateFunctions = () => {
  let bound: ReturnType<typeof eventFunctions> | undefined;
  const call = (name: EventFunctionName) => async (event: unknown) => {
    if (bound === undefined) throw new Error('functions are not bound yet');
    return await bound[name](event);
  };
  return {
    call,
    bind: (given: ReturnType<typeof eventFunctions>) => {
      bound = given;
    },
    functions: Object.fromEntries(eventFunctionNames.map((name) => [name, call(name)])),
  };
};
