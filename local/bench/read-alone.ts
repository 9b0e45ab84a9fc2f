import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { makeFileReader } from '../../documents/reading/file-reader.ts';

/** Reads one file as the first and only thing a process does, and says what that took. Run by `intake.ts`. */
const [path = ''] = process.argv.slice(2);
const bytes = readFileSync(path);
const reader = makeFileReader();
const start = performance.now();
const read = await reader.read(basename(path), bytes);
const milliseconds = performance.now() - start;
await reader.stop();
if ('refused' in read) throw new Error(`${path} was refused: ${read.refused}`);
console.log(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
