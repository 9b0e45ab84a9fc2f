import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('a year of a council of 71 goes as the law has it (npm run demo -- law)', () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--import', './local/views.ts', 'local/demo/main.ts', 'law'],
    {
      encoding: 'utf8',
      timeout: 300_000,
    },
  );
  expect(stdout).toContain('Motionsbalans 2024-12-31');
  expect(stdout).toContain('Bifallna motioner 2024');
  expect(stdout.trim().split('\n').at(-1)).toMatch(/^[1-9]\d+ passed, 0 failed$/);
  expect(status).toBe(0);
}, 320_000);
