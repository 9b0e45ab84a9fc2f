import { defineConfig } from 'vitest/config';

/**
 * What `npm run mutation` runs against every mutant of the law: its own example and table tests, and none of the
 * functions around it. The law is pure, so they reach it. The random walks and the table of every status, command and
 * role are left out: too slow for each of ten thousand mutants, and what only they would find is not counted. The files
 * may share their modules: what the law remembers, such as a year's holidays, is the same for all of them.
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
