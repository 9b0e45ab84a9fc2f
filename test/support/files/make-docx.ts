import { deflateRawSync } from 'node:zlib';
import { Document, Footer, Header, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';

/** A Word file as Word's own library writes it: paragraphs, `# ` a heading, `1. ` a numbered point, `- ` a bullet. */
export const wordFile = async (lines: readonly string[], head: readonly string[] = []): Promise<Buffer> => {
  const paragraphs = lines.map((line) => {
    if (line.startsWith('# ')) return new Paragraph({ text: line.slice(2), heading: HeadingLevel.HEADING_1 });
    if (line.startsWith('1. ')) {
      return new Paragraph({ text: line.slice(3), numbering: { reference: 'points', level: 0 } });
    }
    if (line.startsWith('- ')) return new Paragraph({ text: line.slice(2), bullet: { level: 0 } });
    return new Paragraph({ children: [new TextRun(line)] });
  });
  const document = new Document({
    numbering: {
      config: [{ reference: 'points', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }],
    },
    sections: [
      {
        headers: { default: new Header({ children: head.map((line) => new Paragraph(line)) }) },
        footers: { default: new Footer({ children: [new Paragraph('Sidfot')] }) },
        children: paragraphs,
      },
    ],
  });
  return Packer.toBuffer(document);
};

/** A Word file whose text unpacks to a thousand times what it weighs; its list may lie about how much that is. */
export const docxBomb = (unpackedBytes: number, saidBytes = unpackedBytes): Buffer => {
  const name = Buffer.from('word/document.xml');
  const packed = deflateRawSync(Buffer.alloc(unpackedBytes, 0x20), { level: 1 });
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(saidBytes, 8);
  const method = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
  const lengths = Buffer.from([name.length, 0, 0, 0]);
  const entry = Buffer.concat([Buffer.from('PK\x03\x04'), method, sizes, lengths, name, packed]);
  const rest = Buffer.alloc(14);
  const list = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), method, sizes, lengths, rest, name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(entry.length, 16);
  return Buffer.concat([entry, list, end]);
};
