import { isPersonName, personName } from './names.ts';
import type { Found } from './reading.ts';
import { spelt } from './spelling.ts';
import { datesIn } from './swedish-dates.ts';
import { type Line, nextWritten, onOneLine, type WrittenText } from './written-text.ts';

/** The head of an official's paper: unit, officer and what stands as its designation. */
export interface Header {
  readonly unit?: Found<string>;
  readonly officer?: Found<string>;
  /** What stands under "Beteckning"; in seed 000 it is words and no number. */
  readonly reference?: Found<string>;
}

const columns = spelt('^tjänsteställe,?\\s*handläggare\\b.*$');
const unitWord = spelt(
  '(?:avdelning(?:en)?|förvaltning(?:en)?|staben?|kansli(?:et)?|enhet(?:en)?|sekretariat(?:et)?|kontoret|sektion(?:en)?|utveckling)$|^(?:stab(?:en)?|avdelning(?:en)?|område|enhet(?:en)?|förvaltning(?:en)?|kansli(?:et)?)\\b',
);
const labels = {
  officer: spelt('^(?:handläggare|ansvarig handläggare|kontaktperson)\\s*:\\s*(.*)$'),
  unit: spelt('^(?:tjänsteställe|förvaltning|avdelning|enhet|organisation)\\s*:\\s*(.*)$'),
  reference: spelt('^(?:beteckning)\\s*:\\s*(.*)$'),
};
/** Where the head can stand. */
const headLines = 25;

/**
 * Reads unit and officer from the head: three columns that a text flattens to one line or to a line each, labels, or
 * a unit on lines of its own with a name under it (seed 002).
 */
export const findHeader = (paper: WrittenText): Header => {
  const at = paper.lines.slice(0, headLines).findIndex((line) => columns.test(line.text));
  if (at !== -1) return fromColumns(paper, at);
  return { ...fromStandingAlone(paper), ...fromLabels(paper) };
};

const placed = (line: Line, part: string, confidence: number): Found<string> | undefined => {
  const value = part.trim().replace(/[,;]$/u, '');
  const at = line.text.indexOf(value);
  return value === '' || at === -1
    ? undefined
    : { value, start: line.start + at, end: line.start + at + value.length, confidence };
};

/** `<unit>, <officer> <date> <designation>`, on the next line or divided over the next ones. */
const fromColumns = (paper: WrittenText, at: number): Header => {
  const index = nextWritten(paper, at + 1);
  const line = paper.lines[index];
  if (line === undefined) return {};
  const [date] = datesIn(line.text);
  const before =
    date === undefined ? (line.text.split(/\t| {3,}/u)[0] ?? '') : line.text.slice(0, date.start);
  const after = date === undefined ? '' : line.text.slice(date.end);
  const comma = before.lastIndexOf(',');
  const unit = placed(line, comma === -1 ? before : before.slice(0, comma), 0.9);
  const officer = comma === -1 ? undefined : placed(line, before.slice(comma + 1), 0.9);
  const reference = placed(line, after, 0.9);
  return {
    ...(unit === undefined ? {} : { unit }),
    ...(officer !== undefined && isPersonName(officer.value) ? { officer } : {}),
    ...(reference === undefined ? {} : { reference }),
  };
};

const fromLabels = ({ lines }: WrittenText): Header => {
  const found: Record<string, Found<string>> = {};
  for (const [index, line] of lines.slice(0, headLines).entries()) {
    for (const [name, pattern] of Object.entries(labels)) {
      const inline = pattern.exec(line.text)?.[1];
      if (inline === undefined || found[name] !== undefined) continue;
      const holder = inline === '' ? lines[index + 1] : line;
      const value = holder && placed(holder, inline === '' ? holder.text : inline, 0.9);
      if (value !== undefined) found[name] = name === 'officer' ? onlyTheName(value) : value;
    }
  }
  return found;
};

/** A title or a telephone number may follow the name. */
const onlyTheName = (found: Found<string>): Found<string> => {
  const name = new RegExp(`^${personName}`, 'u').exec(found.value)?.[0];
  return name === undefined ? found : { ...found, value: name, end: found.start + name.length };
};

/** Lines that end as the name of a unit, and a person's name right after. */
const fromStandingAlone = (paper: WrittenText): Header => {
  const head = paper.lines.slice(0, headLines);
  for (const [index, line] of head.entries()) {
    const officer = line.text;
    const last = head[index - 1];
    const first = head[index - 2];
    if (last === undefined || last.text === '' || !isPersonName(officer) || !unitWord.test(last.text))
      continue;
    const isDivided = first !== undefined && first.text !== '' && /^\p{Ll}/u.test(last.text);
    const from = isDivided ? first : last;
    return {
      unit: {
        value: onOneLine(paper.text.slice(from.start, last.end)),
        start: from.start,
        end: last.end,
        confidence: 0.8,
      },
      officer: { value: officer, start: line.start, end: line.end, confidence: 0.8 },
    };
  }
  return {};
};
