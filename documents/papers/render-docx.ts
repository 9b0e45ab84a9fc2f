import {
  AlignmentType,
  Document,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Paper } from './content.ts';
import { docxBlock, headTable, textWidth } from './docx-parts.ts';
import { numbering, styles } from './docx-styles.ts';

const pageNumber = () =>
  new TextRun({
    size: 18,
    color: '595959',
    children: [PageNumber.CURRENT, ' (', PageNumber.TOTAL_PAGES, ')'],
  });

const documentOf = (paper: Paper): Document => {
  const width = paper.isWide === true ? textWidth.wide : textWidth.upright;
  const tabStops = [{ type: TabStopType.RIGHT, position: width }];
  return new Document({
    title: paper.title,
    creator: paper.organisation,
    lastModifiedBy: paper.organisation,
    styles,
    numbering,
    features: { updateFields: false },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            // The library turns the sides of a page that lies down.
            size: {
              width: 11_906,
              height: 16_838,
              orientation: paper.isWide === true ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: 1470, bottom: 1250, left: 1418, right: 1418, header: 620, footer: 500 },
          },
        },
        headers: {
          first: new Header({
            children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [pageNumber()] })],
          }),
          default: new Header({
            children: [
              new Paragraph({
                tabStops,
                children: [
                  new TextRun({ size: 18, color: '595959', text: `${paper.organisation}\t` }),
                  pageNumber(),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            style: 'Letterhead',
            tabStops,
            children: [
              new TextRun(paper.organisation),
              new TextRun({ text: `\t${paper.sort}`, bold: false }),
            ],
          }),
          ...(paper.head.length === 0 ? [] : [headTable(paper.head, width)]),
          new Paragraph({ heading: HeadingLevel.TITLE, text: paper.title }),
          ...paper.blocks.flatMap((block) => docxBlock(block, width)),
        ],
      },
    ],
  });
};

/**
 * The paper for Word. The library writes the time of day into it, in its properties and for each part of the archive;
 * both are set to the day of the paper, so that the same paper is the same file.
 */
export const renderDocx = async (paper: Paper): Promise<Uint8Array> => {
  const packed = await Packer.toBuffer(documentOf(paper));
  const parts = unzipSync(new Uint8Array(packed));
  const at = `${paper.date}T12:00:00Z`;
  const core = 'docProps/core.xml';
  const dated = strFromU8(parts[core] ?? new Uint8Array()).replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    `$1${at}`,
  );
  const all: Readonly<Record<string, Uint8Array>> = { ...parts, [core]: strToU8(dated) };
  const named = Object.fromEntries(
    Object.keys(all)
      .sort(byPlace)
      .map((name) => [name, all[name] ?? new Uint8Array()]),
  );
  // Archives know local time only: noon keeps the day wherever it is read, and 1980 is their first year.
  return zipSync(named, { level: 6, mtime: new Date(1980, 0, 1, 12) });
};

/** The list of parts comes first, by the standard's own advice; the others by name. */
const byPlace = (one: string, other: string): number =>
  Number(other === '[Content_Types].xml') - Number(one === '[Content_Types].xml') || (one < other ? -1 : 1);
