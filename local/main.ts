import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Before anything of the product is loaded: compiling it anew would be a third of a start.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/besvarad'));
await import('./views.ts');
await import('./run.ts');
