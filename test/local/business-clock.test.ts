import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeBusinessClock } from '../../local/business-clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'besvarad-clock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('goes on where it was after a restart, unless another day is asked for', () => {
  const file = join(folder, 'clock.json');
  makeBusinessClock(file).moveTo('2031-05-06');
  expect(makeBusinessClock(file).now()).toContain('2031-05-06');
  expect(makeBusinessClock(file, '2032-01-02').now()).toContain('2032-01-02');
  writeFileSync(file, '{');
  expect(makeBusinessClock(file).now().slice(0, 4)).toBe(new Date().toISOString().slice(0, 4));
});
