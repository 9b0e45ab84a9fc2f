import { headingBlock } from './heading-block.ts';
import { isPersonName } from './names.ts';
import { partyNamed } from './parties.ts';
import type { Found, PaperKind } from './reading.ts';
import { spelt } from './spelling.ts';
import { datesIn } from './swedish-dates.ts';
import { type Line, onOneLine, type WrittenText } from './written-text.ts';

/** What the heading of a paper says: what it is about, whose motion it is, and the series' own number. */
export interface Heading {
  readonly title?: Found<string>;
  readonly series?: Found<string>;
  /** The names in "Svar på motion från …", "Motion av …". */
  readonly movers?: Found<string>;
}

const about = '(?:om|angående|ang\\.?|gällande|rörande|avseende|kring|beträffande)';
const by = '(?:från|av)';
const quote = '["”“»«\'’]';

/** Forms of a heading, by what must begin its line; the most telling first. */
const forms: readonly { readonly begins: RegExp; readonly whole: RegExp; readonly confidence: number }[] = [
  {
    begins: spelt(
      '^(?:(?:svar på|yttrande över|yttrande på|tjänsteskrivelse svar på|angående)\\b(?=.*motion)|motionssvar)',
    ),
    whole: spelt(
      `motion(?:en|er|ssvar)?(?<series>\\s+(?:nr\\.? )?\\d[\\d/:-]*)?,?(?:\\s+${by} (?<movers>.+?))?\\s*(?:\\s${about} |[:–—-] |${quote})(?<title>.+)$`,
      'sd',
    ),
    confidence: 0.95,
  },
  {
    begins: spelt('^\\p{L}*motion(?:en)?\\s+(?:nr\\.?\\s*)?\\d'),
    whole: spelt(
      `^(?<series>\\p{L}*motion(?:en)?\\s+(?:nr\\.?\\s*)?\\d{1,4}(?:[-/:]\\d{2,4})?)\\s*(?:${by} (?<movers>[^.:]+?(?:m\\.?\\s?fl\\.?)?[^.:]*?)\\s*)?(?:[:.,–—-]\\s*|\\s${about} )(?<title>.+)$`,
      'sd',
    ),
    confidence: 0.9,
  },
  {
    begins: spelt(`^\\p{L}*motion ${by} `),
    whole: spelt(
      `^\\p{L}*motion ${by} (?<movers>.+?)\\s*(?:\\s${about} |[:–—] ?|${quote})(?<title>.+)$`,
      'sd',
    ),
    confidence: 0.9,
  },
  {
    begins: spelt('^motion\\s*[:–—-]\\s*\\S'),
    whole: spelt('^motion\\s*[:–—-]\\s*(?<title>.+)$', 'sd'),
    confidence: 0.95,
  },
  {
    begins: spelt(`^motion ${about} \\S`),
    whole: spelt(`^motion ${about} (?<title>.+)$`, 'sd'),
    confidence: 0.95,
  },
  {
    begins: spelt('^(?:ang\\.?|angående|ärende|rubrik|titel|ämne|motionens titel)\\s*:?\\s+\\S'),
    whole: spelt(
      '^(?:ang\\.?|angående|ärende|rubrik|titel|ämne|motionens titel)\\s*:?\\s+(?<title>.+)$',
      'sd',
    ),
    confidence: 0.9,
  },
];

const headLines = 40;
/** Lines of a head that are not what the paper is about. */
const noTitle = spelt(
  '^(?:till:?\\b.*|motion|motion till\\b.*|svar på motion|.*@.*|tjänsteställe.*|datum.*|beteckning.*|(?:dnr|diarie(?:nummer|nr)).*|handläggare.*|sida .*|e-post.*|inkom.*)$',
);

/** Reads the heading: a form that says itself what it is, else a line that stands as one. */
export const findHeading = (paper: WrittenText, kind: PaperKind): Heading => {
  const head = paper.lines.slice(0, headLines);
  for (const { begins, whole, confidence } of forms) {
    const at = head.findIndex((line) => begins.test(line.text));
    const heading = at === -1 ? undefined : inForm(paper, at, whole, confidence);
    if (heading?.title !== undefined) return heading;
  }
  const line = standingAlone(head, kind);
  if (line === undefined) return {};
  const block = headingBlock(paper, paper.lines.indexOf(line));
  return { title: shown(paper.text, block.start, block.end, line.isMarkedHeading ? 0.8 : 0.6) };
};

const inForm = (paper: WrittenText, at: number, whole: RegExp, confidence: number): Heading => {
  const block = headingBlock(paper, at, (soFar) => whole.exec(soFar)?.groups?.title === undefined);
  const found = whole.exec(paper.text.slice(block.start, block.end));
  const place = (name: string, sure: number) => {
    const [start, end] = found?.indices?.groups?.[name] ?? [];
    return start === undefined || end === undefined
      ? undefined
      : shown(paper.text, block.start + start, block.start + end, sure);
  };
  const title = place('title', confidence);
  const series = place('series', 0.9);
  const movers = place('movers', confidence);
  const split = title === undefined || movers !== undefined ? undefined : moversLast(paper.text, title);
  return {
    ...(title === undefined ? {} : { title: split?.title ?? title }),
    ...(series === undefined ? {} : { series: { ...series, value: inSmallLetters(series.value) } }),
    ...(movers === undefined ? {} : { movers }),
    ...(split === undefined ? {} : { movers: split.movers }),
  };
};

/** `Svar på motion om bussar från Anna Ek (S)`: the names may come last. */
const moversLast = (
  text: string,
  title: Found<string>,
): { title: Found<string>; movers: Found<string> } | undefined => {
  const written = text.slice(title.start, title.end);
  const found = spelt(
    `^(?<title>.+?)${quote}?,?\\s+(?:${by}|väckt av) (?<movers>\\p{Lu}.*\\(.*)$`,
    'sd',
  ).exec(written);
  const [, titleEnd] = found?.indices?.groups?.title ?? [];
  const [moversStart] = found?.indices?.groups?.movers ?? [];
  if (titleEnd === undefined || moversStart === undefined || !/^\p{Lu}/u.test(written.slice(moversStart)))
    return undefined;
  return {
    title: shown(text, title.start, title.start + titleEnd, title.confidence),
    movers: shown(text, title.start + moversStart, title.end, title.confidence),
  };
};

const shown = (text: string, start: number, end: number, confidence: number): Found<string> => {
  const written = text.slice(start, end);
  const opening = /^[\s"”“»«'’]*/u.exec(written)?.[0].length ?? 0;
  const closing = /[\s"”“»«'’]*\.?\s*$/u.exec(written.slice(opening))?.[0].length ?? 0;
  return {
    value: onOneLine(written.slice(opening, written.length - closing)),
    start: start + opening,
    end: end - closing,
    confidence,
  };
};

const inSmallLetters = (series: string): string =>
  series === series.toLocaleUpperCase('sv')
    ? series.charAt(0) + series.slice(1).toLocaleLowerCase('sv')
    : series.charAt(0).toLocaleUpperCase('sv') + series.slice(1);

/** The first heading of the mark-up, else the first line of words that is nothing else. */
const standingAlone = (head: readonly Line[], kind: PaperKind): Line | undefined => {
  const marked = head.find((line) => line.isMarkedHeading && isTitle(line));
  if (marked !== undefined) return marked;
  const at = head.findIndex((line) => spelt('^motion(?: till\\b.*)?$').test(line.text));
  const rest = head.slice(at + 1);
  const found = rest.find(isTitle);
  return kind === 'unknown' && at === -1 && found !== undefined && found.text.length > 120
    ? undefined
    : found;
};

const isTitle = ({ text }: Line): boolean =>
  /\p{L}{3,}.*\p{L}{3,}/u.test(text) &&
  !noTitle.test(text) &&
  !isPersonName(text) &&
  partyNamed(text) === undefined &&
  (datesIn(text)[0] === undefined || text.length > 30) &&
  !/^\P{L}/u.test(text);
