import {
  BorderStyle,
  HeadingLevel,
  type IBorderOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Row, Signer } from './content.ts';

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' };
const noBorders = { top: none, bottom: none, left: none, right: none };

/** In twentieths of a point: what is left of an A4 page between its margins. */
export const textWidth = { upright: 9070, wide: 14_000 };

const styled = (style: string, text: string) => new Paragraph({ style, text });

/** Cells side by side without lines, for what is laid out and is no table. */
const layout = (widths: readonly number[], lines: readonly (readonly Paragraph[])[][]): Table =>
  new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: lines.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                borders: noBorders,
                margins: { left: 0, right: 140, top: 40, bottom: 40 },
                children: [...children],
              }),
          ),
        }),
    ),
  });

const inLinesOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** The head of the paper: three facts side by side, each under its label. */
export const headTable = (head: readonly Row[], width: number): Table => {
  const across = Math.min(3, head.length);
  const cells = head.map(([label, value]) => [styled('Label', label), new Paragraph({ text: value })]);
  const empty = [new Paragraph({ text: '' })];
  const lines = inLinesOf(cells, across).map((line) => [
    ...line,
    ...Array.from({ length: across - line.length }, () => empty),
  ]);
  return layout(
    Array.from({ length: across }, () => Math.floor(width / across)),
    lines,
  );
};

const rowsTable = (all: readonly Row[], width: number): Table => {
  const first = Math.floor(width * 0.28);
  return layout(
    [first, width - first],
    all.map(([label, value]) => [[styled('RowLabel', label)], [styled('RowValue', value)]]),
  );
};

const signerCell = ({ name, title }: Signer): Paragraph[] => [
  new Paragraph({ style: 'Signature', children: [new TextRun(name ?? title)] }),
  ...(name === undefined ? [] : [new Paragraph({ text: title })]),
];

const signatureTable = (people: readonly Signer[], width: number): Table => {
  const cells = inLinesOf(people.map(signerCell), 2);
  const empty = [new Paragraph({ text: '' })];
  return layout(
    [Math.floor(width / 2), Math.floor(width / 2)],
    cells.map((line) => (line.length === 1 ? [...line, empty] : line)),
  );
};

const dataTable = (block: Extract<Block, { kind: 'table' }>, width: number): Table => {
  const shares = block.columns.reduce((sum, each) => sum + each.width, 0);
  const widths = block.columns.map((each) => Math.floor((each.width / shares) * width));
  const rowOf = (texts: readonly string[], style: string, tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: texts.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            borders: { top: none, left: none, right: none, bottom: thin },
            margins: { left: 0, right: 120, top: 60, bottom: 60 },
            children: [styled(style, text)],
          }),
      ),
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...noBorders, insideHorizontal: thin, insideVertical: none },
    rows: [
      rowOf(
        block.columns.map(({ heading }) => heading),
        'TableHeading',
        true,
      ),
      ...block.rows.map((cells) => rowOf(cells, 'TableText', false)),
    ],
  });
};

/** A table touches what follows it; an empty line of no height keeps them apart. */
const gap = () => new Paragraph({ style: 'Gap', text: '' });

/** One block in Word's own terms: headings are headings, lists are lists. */
export const docxBlock = (block: Block, width: number): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          text: block.text,
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ text: block.text })];
    case 'list':
      return block.items.map(
        (text) => new Paragraph({ text, style: 'ListText', numbering: { reference: 'bullets', level: 0 } }),
      );
    case 'points':
      return block.items.map((text) => styled('Point', text));
    case 'rows':
      return [rowsTable(block.rows, width), gap()];
    case 'table':
      return [dataTable(block, width), gap()];
    case 'quotation':
      return block.paragraphs.map((text) => styled('QuotedText', text));
    case 'signatures':
      return [
        ...(block.lead === undefined
          ? []
          : [new Paragraph({ text: block.lead, keepNext: true, spacing: { before: 480 } })]),
        signatureTable(block.people, width),
      ];
    case 'note':
      return block.lines.map(
        (text, index) => new Paragraph({ text, style: index === 0 ? 'NoteFirst' : 'Note' }),
      );
  }
};
