import { defineConfig } from 'vitest/config';

/**
 * What `npm run mutation` runs against every mutant of the law: its own example and table tests. Those with random
 * walks are left out: they are slow for each of ten thousand mutants, and what only they would find is not counted.
 */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts'],
    exclude: ['test/domain/**/*.property.test.ts'],
    testTimeout: 60_000,
    reporters: ['dot'],
  },
});
