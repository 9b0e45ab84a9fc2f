import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { makeFileReader } from '../../../documents/reading/file-reader.ts';
import { limits } from '../../../documents/reading/limits.ts';
import { readFile } from '../../../documents/reading/read-file.ts';
import { wordFile } from '../../support/files/make-docx.ts';
import { scannedPdf, textPdf } from '../../support/files/make-pdf.ts';
import { scanOf } from '../../support/files/make-scan.ts';

const motion = [
  'Motion: Lås på cykelställen vid Örebro sjukhus',
  'Till: Regionfullmäktige',
  '',
  'Cyklarna stjäls på nätterna, och personalen går hem i regnet.',
  '',
  'Vi föreslår därför:',
  '',
  'att regionen sätter lås på cykelställen',
  'att ställena får tak före hösten',
  '',
  'Åsa Öhman (V)',
];
const read = {
  kind: 'motion',
  title: 'Lås på cykelställen vid Örebro sjukhus',
  addressee: 'Regionfullmäktige',
  signatories: [{ name: 'Åsa Öhman', party: 'V' }],
  clauses: [
    { number: 1, text: 'regionen sätter lås på cykelställen' },
    { number: 2, text: 'ställena får tak före hösten' },
  ],
};

const fieldsOf = async (name: string, bytes: Uint8Array) => {
  const result = await readFile(name, bytes);
  if ('refused' in result) throw new Error(`${name} was refused: ${result.refused}`);
  return {
    ...result.paper.fields,
    by: result.file.by,
    pages: result.file.pages,
    ocr: result.file.ocrConfidence,
  };
};
const written = motion.join('\n');

describe('a text file', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(written)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${written}`)],
    ['UTF-16, the low byte first', Buffer.from(`\ufeff${written}`, 'utf16le')],
    ['UTF-16, the high byte first', Buffer.from(`\ufeff${written}`, 'utf16le').swap16()],
    ['Windows’ one-byte alphabet', Buffer.from(written, 'latin1')],
    ['lines ended as in Windows', Buffer.from(written.replaceAll('\n', '\r\n'))],
    ['letters put together of two signs', Buffer.from(written.normalize('NFD'))],
  ])('is read in %s', async (_, bytes) => {
    expect(await fieldsOf('motion.txt', bytes)).toMatchObject({ ...read, by: 'text' });
  });

  it('is read as an old Macintosh wrote it', async () => {
    const mac: Readonly<Record<string, number>> = { å: 0x8c, ä: 0x8a, ö: 0x9a, Å: 0x81, Ä: 0x80, Ö: 0x85 };
    const bytes = Buffer.from([...written].map((letter) => mac[letter] ?? letter.charCodeAt(0)));
    expect(await fieldsOf('motion.txt', bytes)).toMatchObject(read);
  });
});

describe('a Word file', () => {
  it('is read with its numbered points and its head', async () => {
    const bytes = await wordFile(
      [
        '# Motion: Lås på cykelställen vid Örebro sjukhus',
        'Till: Regionfullmäktige',
        'Cyklarna stjäls.',
        'Vi föreslår att:',
        '1. regionen sätter lås på cykelställen',
        '1. ställena får tak före hösten',
        'Åsa Öhman (V)',
      ],
      ['Örebro 2024-03-01'],
    );
    expect(await fieldsOf('motion.docx', bytes)).toMatchObject({ ...read, date: '2024-03-01', by: 'docx' });
  });
});

describe('a PDF', () => {
  it('is read over its pages, line by line', async () => {
    const pdf = textPdf([motion.slice(0, 6), motion.slice(6)]);
    expect(await fieldsOf('motion.pdf', pdf)).toMatchObject({ ...read, by: 'pdf', pages: 2 });
  });

  it('without text is drawn and read as a picture', async () => {
    const scan = await scanOf(textPdf([motion]), { specks: 400 });
    const fields = await fieldsOf('motion.pdf', scannedPdf(scan));
    expect(fields).toMatchObject({ ...read, by: 'ocr', pages: 1 });
    expect(fields.ocr).toBeGreaterThan(0.8);
  });
});

describe('a picture', () => {
  it('is read, and tells how far it has come', async () => {
    const png = encode({ ...(await scanOf(textPdf([motion]))), channels: 1, depth: 8 });
    const shares: number[] = [];
    const result = await readFile('motion.png', png, { onProgress: (share) => shares.push(share) });
    expect(result).toMatchObject({ file: { by: 'ocr' }, paper: { fields: read } });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
  });
});

it('reads one file after the other in threads that are ready, also after one that was refused', async () => {
  const reader = makeFileReader();
  await reader.prepare();
  expect(await reader.read('m.txt', Buffer.alloc(limits.fileBytes + 1))).toEqual({
    refused: 'file_too_large',
  });
  for (const time of [1, 2]) {
    const found = await reader.read('motion.txt', Buffer.from(motion.join('\n')));
    expect(found, String(time)).toMatchObject({ paper: { fields: read } });
    await reader.prepare();
  }
  expect(await reader.read('m.pdf', Buffer.from('Motion'))).toEqual({ refused: 'file_type_differs' });
  await reader.stop();
});
