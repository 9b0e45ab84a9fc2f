import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';

/**
 * Lets Node read the views, which it cannot by itself: it strips types, but knows no JSX. All are written out in one go
 * by the same esbuild that makes the bundles, before the first is asked for. Loaded with `node --import`.
 */
const root = resolve(import.meta.dirname, '..');

const built = await build({
  absWorkingDir: root,
  entryPoints: globSync('web/**/*.tsx', { cwd: root }),
  outdir: 'web',
  outbase: 'web',
  format: 'esm',
  target: 'node24',
  sourcemap: 'inline',
  write: false,
  logLevel: 'error',
});
await stop();

const sources = new Map(
  built.outputFiles.map(({ path, text }) => [pathToFileURL(path.replace(/\.js$/, '.tsx')).href, text]),
);

registerHooks({
  load: (url, context, nextLoad) => {
    const source = sources.get(url);
    return source === undefined ? nextLoad(url, context) : { format: 'module', source, shortCircuit: true };
  },
});
