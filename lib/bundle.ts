import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { functions } from '../lambdas/manifest.ts';

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
    entryPoints: functions.map(({ name, entry }) => ({ in: entry, out: `${name}/index` })),
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
  return Object.fromEntries(functions.map(({ name }) => [name, folderOf(name)]));
};
