import mammoth from 'mammoth';
import { htmlToText } from './html-to-text.ts';
import type { Limits } from './limits.ts';
import { type FileRefused, isRefused, refuseFile } from './refusals.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

/**
 * The text of a Word file. Its head comes first: templates keep unit, official and register number in the page's head,
 * which mammoth leaves out.
 */
export const readDocx = async (bytes: Uint8Array, limits: Limits): Promise<string | FileRefused> => {
  const entries = zipEntries(bytes, limits.unpackedBytes);
  if (isRefused(entries)) return entries;
  if (!entries.some(({ name }) => name === 'word/document.xml')) return refuseFile('file_type_unknown');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      // Pictures are not read, and would be written out as text.
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return [...headsOf(entries), htmlToText(value)].join('\n\n').normalize('NFC');
  } catch {
    return refuseFile('file_damaged');
  }
};

const headsOf = (entries: readonly ZipEntry[]): string[] => {
  const heads = entries
    .filter(({ name }) => /^word\/header\d*\.xml$/u.test(name))
    .map(({ content }) => textOfXml(Buffer.from(content).toString('utf8')))
    .filter((text) => text !== '');
  return [...new Set(heads)];
};

const textOfXml = (xml: string): string =>
  xml
    .replace(/<w:tab\/>|<\/w:tc>/gu, '\t')
    .replace(/<\/w:p>(?=<\/w:tc>)/gu, '')
    .replace(/<\/w:p>|<w:br\/>|<\/w:tr>/gu, '\n')
    .replace(/<[^>]+>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&')
    .replace(/[ \t]+\n/gu, '\n')
    .trim();
