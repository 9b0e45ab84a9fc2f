import { type Block, linesOf, oneLine } from './content.ts';
import type { Sheet } from './sheet.ts';

const WIDTH = 72;

/** Folds at blanks. A word that is longer than the width stays whole: a broken address leads nowhere. */
const fold = (text: string, indent = ''): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line].join('\n');
};

const indented = (text: string): string =>
  linesOf(text)
    .map((each) => fold(each, '  '))
    .join('\n');

const renderBlock = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return fold(oneLine(block.text));
    case 'rows':
      return block.rows.map(([label, value]) => fold(oneLine(`${label}: ${value}`))).join('\n');
    case 'items':
      return block.items
        .map(({ heading, text }) =>
          text === undefined ? fold(oneLine(heading)) : `${fold(oneLine(heading))}\n${indented(text)}`,
        )
        .join('\n\n');
    case 'quotation':
      return indented(block.text);
    case 'link':
      return `${fold(oneLine(block.label))}\n${block.address}`;
  }
};

/** A heading, with a rule as long as its last line. */
const underlined = (heading: string): string =>
  `${heading}\n${'-'.repeat(heading.length - heading.lastIndexOf('\n') - 1)}`;

/** The letter as plain text, folded for any mail program. */
export const renderText = (sheet: Sheet): string => {
  const sections = sheet.sections.flatMap(({ heading, blocks }) => [
    ...(heading === undefined ? [] : [underlined(fold(oneLine(heading)))]),
    ...blocks.map(renderBlock),
  ]);
  return `${[
    oneLine(sheet.heading),
    sheet.greeting,
    ...sections,
    renderBlock({ kind: 'link', ...sheet.link }),
    sheet.closing.map((each) => fold(oneLine(each))).join('\n'),
    fold(sheet.footnote),
    ...(sheet.footlink === undefined ? [] : [renderBlock({ kind: 'link', ...sheet.footlink })]),
  ].join('\n\n')}\n`;
};
