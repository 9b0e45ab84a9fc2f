import { deflateSync } from 'node:zlib';

/** A PDF written by hand, so that a test knows every byte of it. */
const assemble = (objects: readonly Buffer[]): Buffer => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe5\xe4\xf6\n', 'latin1')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(at);
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]));
  }
  const start = at;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  add(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
};

const stream = (dictionary: string, content: Buffer) =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);

const pagesOf = (count: number, first: number, step: number) =>
  Buffer.from(
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, index) => `${first + index * step} 0 R`).join(' ')}] >>`,
  );
const catalog = Buffer.from('<< /Type /Catalog /Pages 2 0 R >>');
const font = Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');

const shown = (lines: readonly string[]) => {
  const rows = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
  return Buffer.from(`BT /F1 11 Tf 14 TL 70 780 Td\n${rows}\nET`, 'latin1');
};

/** A PDF with text: one page for each list of lines. */
export const textPdf = (pages: readonly (readonly string[])[]): Buffer =>
  assemble([
    catalog,
    pagesOf(pages.length, 4, 2),
    font,
    ...pages.flatMap((lines, index) => [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      ),
      stream('', shown(lines)),
    ]),
  ]);

/** A PDF whose only page is a grey picture: what a scanner gives. */
export const scannedPdf = (picture: { width: number; height: number; data: Uint8Array }): Buffer =>
  assemble([
    catalog,
    pagesOf(1, 3, 1),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I1 5 0 R >> >> >>',
    ),
    stream('', Buffer.from('595 0 0 842 0 0 cm /I1 Do')),
    stream(
      `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
      deflateSync(picture.data),
    ),
  ]);

/** A page whose content unpacks to far more than it weighs. */
export const pdfBomb = (unpackedBytes: number): Buffer =>
  assemble([
    catalog,
    pagesOf(1, 3, 1),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>'),
    stream('/Filter /FlateDecode', deflateSync(Buffer.alloc(unpackedBytes, 0x20), { level: 1 })),
  ]);

/** Says that it is locked, with a key that no empty password opens. */
export const encryptedPdf = (): Buffer => {
  const hex = (byte: string) => byte.repeat(32);
  const plain = textPdf([['Hemlig']]).toString('latin1');
  const locked = `<< /Filter /Standard /V 1 /R 2 /P -44 /O <${hex('a7')}> /U <${hex('3c')}> >>`;
  const id = '/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]';
  return Buffer.from(plain.replace('/Root 1 0 R', `/Root 1 0 R /Encrypt ${locked} ${id}`), 'latin1');
};
