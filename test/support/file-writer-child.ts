import { openDisk } from '../../local/files/disk.ts';

/** Writes one file after the other until it is killed, and says of each that is stored which version it became. */
const disk = openDisk(process.argv[2] ?? '');
for (let number = 0; ; number += 1) {
  const content = Buffer.alloc(200_000, String(number));
  process.send?.({ number, versionId: await disk.write('killed/paper.pdf', 'application/pdf', content) });
}
