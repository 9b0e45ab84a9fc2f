import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { decode, encode } from '@jridgewell/sourcemap-codec';
import { buildSync } from 'esbuild';
import { z } from 'zod';
import { type CarriedPackage, type FunctionSpec, functions } from '../lambdas/manifest.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * CommonJS packages inside an ES module still call `require` and read `__filename`.
 * The names are ours alone, since a bundled module may declare the usual ones.
 */
const banner = [
  "import { createRequire as besvaradRequire } from 'node:module';",
  "import { fileURLToPath as besvaradPath } from 'node:url';",
  'const require = besvaradRequire(import.meta.url);',
  'const __filename = besvaradPath(import.meta.url);',
  "const __dirname = besvaradPath(new URL('.', import.meta.url));",
].join('');

/**
 * Bundles every function of the manifest in one go, with esbuild on this machine: no Docker, no network, and each
 * function once. Nothing is left out, the AWS SDK neither: what is tested is what runs, and Lambda's own SDK changes
 * without notice.
 * @returns the folder of each function's bundle, by name
 */
export const bundleFunctions = (outdir: string): Readonly<Record<string, string>> => {
  const folderOf = (name: string) => join(outdir, name);
  buildSync({
    absWorkingDir: root,
    entryPoints: functions.flatMap(({ name, entry, ...spec }) => [
      { in: entry, out: `${name}/index` },
      ...('worker' in spec ? [{ in: spec.worker, out: `${name}/worker` }] : []),
    ]),
    // What is carried is found by its name when it is asked for.
    external: functions.flatMap((spec) => ('carries' in spec ? spec.carries.map((each) => each.name) : [])),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    banner: { js: banner },
    legalComments: 'none',
    logLevel: 'error',
  });
  for (const spec of functions) carry(spec, folderOf(spec.name));
  for (const { name, ...spec } of functions) {
    keepOwnSources(join(folderOf(name), 'index.mjs.map'));
    if ('worker' in spec) keepOwnSources(join(folderOf(name), 'worker.mjs.map'));
  }
  return Object.fromEntries(functions.map(({ name }) => [name, folderOf(name)]));
};

const sourceMap = z.looseObject({ sources: z.array(z.string()), mappings: z.string() });

/**
 * Leaves only our own files in a source map: a trace is read by them, and the packages' part is four fifths of it. The
 * names go too, since the bundle keeps those of its functions.
 */
const keepOwnSources = (file: string): void => {
  const map = sourceMap.parse(JSON.parse(readFileSync(file, 'utf8')));
  const isOwn = map.sources.map((source) => !source.includes('node_modules/'));
  const mappings = decode(map.mappings).map((line) =>
    line.map((segment): typeof segment => {
      if (segment.length === 1) return segment;
      const [column, source, originalLine, originalColumn] = segment;
      return isOwn[source] === true ? [column, source, originalLine, originalColumn] : [column];
    }),
  );
  // Of what belongs to no file of ours only where it begins is of use.
  const thinned = mappings.map((line) =>
    line.filter((segment, index) => segment.length > 1 || line[index - 1]?.length !== 1),
  );
  writeFileSync(file, JSON.stringify({ ...map, names: [], mappings: encode(thinned) }));
};

/** Lays packages beside a bundle as they are, where Node finds them when they are asked for by name. */
const carry = ({ name, carries = [] }: FunctionSpec, folder: string): void => {
  for (const each of carries) {
    const from = join(root, 'node_modules', each.name);
    if (!existsSync(from)) {
      throw new Error(`${name} needs ${each.name}, which npm installs on the machine it runs on: Linux x64`);
    }
    for (const file of filesOf(each)) {
      cpSync(join(from, file), join(folder, 'node_modules', each.name, file), { recursive: true });
    }
  }
};

const filesOf = ({ files }: CarriedPackage): readonly string[] => files ?? ['.'];
