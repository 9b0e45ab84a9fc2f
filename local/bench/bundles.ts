import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { functions } from '../../lambdas/manifest.ts';

export interface BundleFigures {
  readonly name: string;
  readonly minifiedBytes: number;
  readonly zippedBytes: number;
  /** The quickest of several module loads, each in a new Node process: a busy machine only adds. */
  readonly loadMilliseconds: number;
}

const root = resolve(import.meta.dirname, '../..');

/** As lib/bundle.ts bundles for Lambda; development packages are run here, not imported. */
const esbuildOptions = [
  ...['--bundle', '--platform=node', '--target=node24', '--format=esm', '--minify', '--keep-names'],
  ...['--main-fields=module,main', '--legal-comments=none', '--log-level=error'],
];
const banner = [
  "import { createRequire as besvaradRequire } from 'node:module';",
  "import { fileURLToPath as besvaradPath } from 'node:url';",
  'const require = besvaradRequire(import.meta.url);',
  'const __filename = besvaradPath(import.meta.url);',
  "const __dirname = besvaradPath(new URL('.', import.meta.url));",
].join('');

/** The least a function with our clients can be: it constructs them and answers. */
const bareHandler = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
const clients = [DynamoDBDocumentClient.from(new DynamoDBClient({})), new SFNClient({}), new SESClient({})];
export const handler = async () => clients.length;
`;

const environment = {
  PATH: process.env.PATH,
  AWS_REGION: 'eu-north-1',
  TABLE_NAME: 'besvarad',
  STATE_MACHINE_ARN: 'arn:aws:states:eu-north-1:000000000000:stateMachine:motion',
  ORGANISATION: readFileSync(join(root, 'config/organisation.json'), 'utf8'),
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_JWKS_URI: 'https://issuer.example/jwks',
  OIDC_AUDIENCE: 'office',
  OIDC_CLIENT_ID: 'office',
  FILES_BUCKET: 'besvarad-files',
};

/** Bytes of a zip with this one file: local header, central directory and end record round the deflated data. */
const zippedSize = (content: Buffer, name: string) =>
  deflateRawSync(content, { level: 9 }).length + 30 + 46 + 22 + 2 * name.length;

const run = (file: string, args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(file, args, { cwd: root, env: environment, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} ${args[0]}: ${stderr}`);
  return stdout;
};

const bundle = (entry: string, outfile: string) =>
  run(join(root, 'node_modules/.bin/esbuild'), [
    ...[entry, ...esbuildOptions, `--outfile=${outfile}`, `--banner:js=${banner}`],
  ]);

const loadOnce = (file: string) =>
  Number(
    run(process.execPath, [
      ...['--input-type=module', '--eval'],
      `const from = performance.now(); await import('${file}'); console.log(performance.now() - from); process.exit(0);`,
    ]),
  );

/** Bundle size and load time of each function of the manifest, beside a bare handler with the same clients. */
export const measureBundles = (loads = 7): readonly BundleFigures[] => {
  const folder = mkdtempSync(join(tmpdir(), 'besvarad-bundles-'));
  // Inside the repository, so that its packages are found.
  const bareFolder = join(root, 'node_modules/.cache/besvarad-bench');
  mkdirSync(bareFolder, { recursive: true });
  const bare = join(bareFolder, 'bare.mjs');
  writeFileSync(bare, bareHandler);
  try {
    const bundles = [{ name: 'bare handler', entry: bare }, ...functions].map(({ name, entry }) => {
      const outfile = join(folder, `${name.replace(' ', '-')}.mjs`);
      bundle(entry, outfile);
      return { name, outfile, content: readFileSync(outfile), times: [] as number[] };
    });
    // In turn, so that a busy moment of the machine falls on all alike.
    for (let load = 0; load < loads; load += 1) {
      for (const { outfile, times } of bundles) times.push(loadOnce(outfile));
    }
    return bundles.map(({ name, content, times }) => ({
      name,
      minifiedBytes: content.length,
      zippedBytes: zippedSize(content, 'index.mjs'),
      loadMilliseconds: Math.min(...times),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(bareFolder, { recursive: true, force: true });
  }
};
