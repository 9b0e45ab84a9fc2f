import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Workflow and HTTP tests start engines; a slow machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // V8 loses count of the pages of WebAssembly it protects, and ends the process, where threads come and go.
    execArgv: ['--no-memory-protection-keys'],
    reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
  },
});
