/**
 * A paper as data. HTML, DOCX and PDF are all drawn from the same blocks, so that they cannot say different things; how
 * a block looks is the renderer's to know. Every string is one line: what a line break meant is in the blocks.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Points of a decision, each beginning with `att`. */
  | { readonly kind: 'points'; readonly items: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    }
  /** A text in the words of whoever wrote it, by paragraphs. */
  | { readonly kind: 'quotation'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'signatures'; readonly lead?: string | undefined; readonly people: readonly Signer[] }
  /** Small print. */
  | { readonly kind: 'note'; readonly lines: readonly string[] };

/** A label and its value. */
export type Row = readonly [label: string, value: string];

export interface Column {
  readonly heading: string;
  /** Share of the width, against the other columns. */
  readonly width: number;
}

/** Who signs; the name is absent when nobody is known to hold the office. */
export interface Signer {
  readonly name?: string | undefined;
  readonly title: string;
}

export interface Paper {
  /** What sort of paper it is, e.g. `Tjänsteskrivelse`. */
  readonly sort: string;
  readonly organisation: string;
  readonly title: string;
  /** What stands at the top, as label and value. */
  readonly head: readonly Row[];
  readonly blocks: readonly Block[];
  /** A wide table lies on its side. */
  readonly isWide?: boolean | undefined;
  /** The day it is about; the only date in the file, so that the same paper is the same file. */
  readonly date: string;
}

/** Control characters, and those that turn the direction of writing: either can make a line read as another. */
const unwanted = /[\p{Cc}\p{Bidi_Control}]/gu;

/** Not in any print: parts of Unicode that mean nothing to another reader, and hyphens that no line breaks at. */
const meaningless = /[\p{Co}\p{Cn}\p{Cs}\u00ad]/gu;

/** A text on one line, in one spelling: a hyphen that does not break looks like any other, and is found as one. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(unwanted, '')
    .replace(meaningless, '')
    .replace(/[\u2010\u2011]/g, '-')
    .trim();

export const heading = (text: string, level: 1 | 2 = 1): Block => ({
  kind: 'heading',
  level,
  text: oneLine(text),
});

/** One paragraph of the sentences given; those that do not apply are left out. */
export const say = (...sentences: readonly (string | undefined)[]): Block => ({
  kind: 'paragraph',
  text: oneLine(sentences.filter((each) => each !== undefined).join(' ')),
});

/** Facts as label and value; those without a value are left out. */
export const rowsOf = (...all: readonly (readonly [label: string, value: string | undefined])[]): Row[] =>
  all.flatMap(([label, value]): Row[] =>
    value === undefined || value === '' ? [] : [[label, oneLine(value)]],
  );

export const rows = (...all: readonly (readonly [label: string, value: string | undefined])[]): Block => ({
  kind: 'rows',
  rows: rowsOf(...all),
});

export const list = (items: readonly string[]): Block => ({ kind: 'list', items: items.map(oneLine) });
export const points = (items: readonly string[]): Block => ({ kind: 'points', items: items.map(oneLine) });

/** Blocks under a heading, or nothing when there are none. */
export const section = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(title), ...blocks];

const textsOfBlock = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
    case 'points':
      return block.items;
    case 'rows':
      return block.rows.flat();
    case 'table':
      return [...block.columns.map(({ heading }) => heading), ...block.rows.flat()];
    case 'quotation':
      return block.paragraphs;
    case 'signatures':
      return [block.lead ?? '', ...block.people.flatMap(({ name, title }) => [name ?? '', title])];
    case 'note':
      return block.lines;
  }
};

/** Every text of a paper, in the order it is read. */
export const textsOf = (paper: Paper): readonly string[] =>
  [
    paper.organisation,
    paper.sort,
    ...paper.head.flat(),
    paper.title,
    ...paper.blocks.flatMap(textsOfBlock),
  ].filter((each) => each !== '');

type Rewrite = (text: string) => string;

const rewriteBlock = (block: Block, write: Rewrite): Block => {
  const all = (texts: readonly string[]) => texts.map(write);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: write(block.text) };
    case 'list':
    case 'points':
      return { ...block, items: all(block.items) };
    case 'rows':
      return { ...block, rows: block.rows.map(([label, value]): Row => [write(label), write(value)]) };
    case 'table':
      return { ...block, rows: block.rows.map(all) };
    case 'quotation':
      return { ...block, paragraphs: all(block.paragraphs) };
    case 'signatures':
      return {
        ...block,
        people: block.people.map(({ name, title }) => ({
          name: name === undefined ? undefined : write(name),
          title,
        })),
      };
    case 'note':
      return { ...block, lines: all(block.lines) };
  }
};

/** The paper with every text written anew. */
export const rewritten = (paper: Paper, write: Rewrite): Paper => ({
  ...paper,
  title: write(paper.title),
  head: paper.head.map(([label, value]): Row => [label, write(value)]),
  blocks: paper.blocks.map((each) => rewriteBlock(each, write)),
});
