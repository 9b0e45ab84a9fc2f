import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { type Paper, textsOf } from '../../documents/papers/content.ts';

/** Words alone: where a line or a cell ends is layout, and so are the marks of a list. */
export const wordsOf = (text: string): string => text.replace(/[•\s]+/g, ' ').trim();

export const wordsOfPaper = (paper: Paper): string => wordsOf(textsOf(paper).join(' '));

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
};
const unescaped = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|apos|#39);/g, (each) => entities[each] ?? each);

/** What a browser shows of a page. */
export const wordsOfHtml = (page: string): string => {
  const body = page.slice(page.indexOf('<body>'));
  return wordsOf(unescaped(body.replace(/<[^>]+>/g, ' ')));
};

/** What stands in the text of a DOCX; running heads are in parts of their own. */
export const wordsOfDocx = (file: Uint8Array): string => {
  const document = strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
  const texts = document
    .replace(/<\/w:p>|<w:tab\/>/g, ' ')
    .match(/<w:t(?: [^>]*)?>[^<]*<\/w:t>| (?=<)/g)
    ?.map((each) => each.replace(/<[^>]+>/g, ''));
  return wordsOf(unescaped((texts ?? []).join('')));
};

/** What stands on the pages of a PDF, without the running heads: the organisation and `2 (3)`. */
export const wordsOfPdf = async (file: Uint8Array, organisation: string): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: false });
  const pages = text.map((page, index) => {
    const number = `${index + 1} (${text.length})`;
    const withoutNumber = wordsOf(page).replace(number, ' ');
    return index === 0 ? withoutNumber : withoutNumber.replace(organisation, ' ');
  });
  return wordsOf(pages.join(' '));
};
