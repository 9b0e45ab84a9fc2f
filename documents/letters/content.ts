/** A piece of a letter. Text and HTML are both drawn from the same pieces, so that they cannot say different things. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'quotation'; readonly text: string }
  | { readonly kind: 'link'; readonly label: string; readonly address: string };

/** A label and its value. */
export type Row = readonly [label: string, value: string];

/** A point of a decision, with the words it concerns when they are known. */
export interface Item {
  readonly heading: string;
  readonly text?: string | undefined;
}

/** What a template says, in the order people ask: what has happened, what does it mean, what comes next. */
export interface LetterContent {
  /** One or two words for the subject line. */
  readonly label: string;
  readonly heading: string;
  readonly happened: readonly Block[];
  readonly means: readonly Block[];
  readonly next: readonly Block[];
}

/** One paragraph of the sentences given; those that do not apply are left out. */
export const say = (...sentences: readonly (string | undefined)[]): Block => ({
  kind: 'paragraph',
  text: sentences.filter((each) => each !== undefined).join(' '),
});

/** Facts as label and value; those without a value are left out. */
export const rows = (...all: readonly (readonly [label: string, value: string | undefined])[]): Block => ({
  kind: 'rows',
  rows: all.flatMap(([label, value]): Row[] => (value === undefined ? [] : [[label, value]])),
});

/** A text in the words of whoever wrote it. */
export const quotation = (text: string): Block => ({ kind: 'quotation', text });

/** Control characters, and those that turn the direction of writing: either can make a line read as another. */
const unwanted = /[\p{Cc}\p{Bidi_Control}]/gu;

/** The text on one line, as headers, headings and paragraphs need it. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(unwanted, '').trim();

/** The lines of a text somebody wrote, blank ones left out. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map(oneLine)
    .filter((each) => each !== '');
