import { defineConfig } from 'vitest/config';

/**
 * What `npm run mutation` runs against every mutant of the law: its example and table tests. The random walks and the
 * table of every status, command and role are left out: too slow for each of ten thousand mutants, and what only they
 * would find is not counted. The law has no state, so the files may share their modules.
 */
export default defineConfig({
  test: {
    // What comes in as a table, goes out as a letter and is shown to the public is tested at the door that does it.
    include: [
      'test/domain/**/*.test.ts',
      'test/lambdas/appeals.test.ts',
      'test/lambdas/at-once.test.ts',
      'test/lambdas/case-texts.test.ts',
      'test/lambdas/clocks.test.ts',
      'test/lambdas/consultation-letters.test.ts',
      'test/lambdas/digest.test.ts',
      'test/lambdas/following.test.ts',
      'test/lambdas/following-news.test.ts',
      'test/lambdas/following-pages.test.ts',
      'test/lambdas/import-members.test.ts',
      'test/lambdas/import-open-motions.test.ts',
      'test/lambdas/import-open-motions-report.test.ts',
      'test/lambdas/import-open-motions-wrong.test.ts',
      'test/lambdas/joint.test.ts',
      'test/lambdas/kept-private.test.ts',
      'test/lambdas/letter-facts.test.ts',
      'test/lambdas/letters.test.ts',
      'test/lambdas/letters-astray.test.ts',
      'test/lambdas/letters-dropped.test.ts',
      'test/lambdas/meeting-relay.test.ts',
      'test/lambdas/meetings.test.ts',
      'test/lambdas/protected-identity.test.ts',
      'test/lambdas/protected-in-texts.test.ts',
      'test/lambdas/public-details.test.ts',
      'test/lambdas/register-list.test.ts',
      'test/lambdas/register-snapshot.test.ts',
      'test/lambdas/relay.test.ts',
      'test/lambdas/secrecy.test.ts',
      'test/lambdas/year-clocks.test.ts',
    ],
    exclude: ['test/domain/**/*.property.test.ts', 'test/domain/transitions.test.ts'],
    isolate: false,
    testTimeout: 60_000,
    reporters: ['dot'],
  },
});
