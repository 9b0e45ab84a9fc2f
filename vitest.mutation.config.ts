import { defineConfig } from 'vitest/config';

/** What `npm run mutation` runs against every mutant of the law: its own tests, without the workflow. */
export default defineConfig({ test: { include: ['test/domain/**/*.test.ts'], reporters: ['dot'] } });
