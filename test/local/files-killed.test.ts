import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDisk } from '../../local/files/disk.ts';

it('a process killed while it writes loses no file that it has acknowledged, and leaves no half one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'besvarad-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const stored = new Map<string, number>();
  for (let round = 0; round < 3; round += 1) {
    const child = fork(join(import.meta.dirname, '../support/file-writer-child.ts'), [folder]);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let told = 0;
    child.on('message', (message: { number: number; versionId: string }) => {
      stored.set(message.versionId, message.number);
      told += 1;
      if (told === 5 + round) child.kill('SIGKILL');
    });
    await ended;
  }
  const disk = openDisk(folder);
  expect(stored.size).toBeGreaterThanOrEqual(18);
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  for (const [versionId, number] of stored) {
    const read = await disk.read('killed/paper.pdf', versionId);
    expect(hash(read?.content ?? Buffer.alloc(0))).toBe(hash(Buffer.alloc(200_000, String(number))));
  }
  const next = await disk.write('killed/paper.pdf', 'application/pdf', Buffer.from('next'));
  expect((await disk.read('killed/paper.pdf'))?.versionId).toBe(next);
});
