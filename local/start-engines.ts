import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { signedInPath } from '../lambdas/office/pages/paths.ts';
import { filesName } from './backup/backup-file.ts';
import { demoPeople } from './demo-people.ts';
import { startDynamoDb } from './engines/dynamodb.ts';
import { startLetterSink } from './engines/letters.ts';
import { type FilesOptions, startFiles } from './files/engine.ts';
import type { StartOptions } from './options.ts';
import { prepareTable } from './prepare-table.ts';
import { startSignIn } from './sign-in/start-sign-in.ts';

export const tableName = 'besvarad';

const region = 'eu-north-1';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** How a client of the SDK reaches an engine. */
export const reach = (endpoint: string) => ({ region, endpoint, credentials });

/** Notes what has been started, so that it is stopped. */
export type Keep = <T extends { stop(): Promise<void> }>(each: T) => T;

interface EngineExtras {
  readonly sesEndpoint?: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly onEngineExit?: (reason: string) => void;
  readonly onStored?: FilesOptions['onStored'];
}

/** The table is made while the other engines start. */
const withTable = async <T extends { readonly endpoint: string }>(engine: T): Promise<T> => {
  await prepareTable({ ...reach(engine.endpoint), tableName });
  return engine;
};

/** Letters that go to somebody else's endpoint are read there. */
const elsewhere = (endpoint: string) => ({ endpoint, inboxUrl: endpoint });

/** Starts DynamoDB with its table, the files, the letter sink and the sign-in, all at once. */
export const startEngines = async (
  options: StartOptions & { readonly siteUrl: string },
  extras: EngineExtras,
  keep: Keep,
) => {
  mkdirSync(options.dataDirectory, { recursive: true });
  const onExit = extras.onEngineExit;
  const [dynamoDb, files, letters, signIn] = await Promise.all([
    startDynamoDb({
      databaseFile: join(options.dataDirectory, 'record.db'),
      environment: extras.environment ?? {},
      ...(onExit === undefined ? {} : { onExit }),
    })
      .then(keep)
      .then(withTable),
    startFiles({
      folder: join(options.dataDirectory, filesName),
      bucket: filesName,
      keys: credentials,
      onStored: extras.onStored,
    }).then(keep),
    extras.sesEndpoint === undefined ? startLetterSink().then(keep) : elsewhere(extras.sesEndpoint),
    startSignIn({
      people: demoPeople,
      redirectUris: [`${options.siteUrl}${signedInPath}`],
      keysFile: join(options.dataDirectory, 'sign-in-keys.json'),
    }).then(keep),
  ]);
  return { dynamoDb, files, letters, signIn };
};
