import { defineConfig } from 'vitest/config';

/**
 * What `npm run mutation` runs against every mutant of the law: its example and table tests. The random walks and the
 * table of every status, command and role are left out: too slow for each of ten thousand mutants, and what only they
 * would find is not counted. The law has no state, so the files may share their modules.
 */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts'],
    exclude: ['test/domain/**/*.property.test.ts', 'test/domain/transitions.test.ts'],
    isolate: false,
    testTimeout: 60_000,
    reporters: ['dot'],
  },
});
