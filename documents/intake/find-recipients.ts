import type { Found } from './reading.ts';
import { spelt } from './spelling.ts';
import { type Line, onOneLine, type WrittenText } from './written-text.ts';

const heading = spelt(
  '^(?:utdrag till|protokollsutdrag till|expedieras till|expediering|delges|beslutet (?:ska )?(?:skickas|expedieras|delges|sändas?) till|beslutet (?:ska )?(?:skickas|expedieras)|skickas till|kopia till|sändlista|för kännedom|mottagare)\\s*(?::|$)\\s*(.*)$',
);
const otherHeading = spelt(
  '^(?:bilag(?:a|or)|underskrift(?:er)?|beslutsunderlag|besvärshänvisning|i tjänsten|uppdrag:.*)\\s*:?$',
);

/** The help of a form that was never filled in; a template's words are nobody to send anything to (seed 002). */
const helpText = spelt(
  'organisation\\s*/\\s*person|ska skickas till\\.?$|^\\[.*\\]$|^<.*>$|klicka (?:eller tryck )?här|skriv (?:text )?här|ange (?:text|mottagare|namn)|^x{2,}$|^\\.{3,}$|^(?:namn|mottagare)$',
);

export interface Recipients {
  readonly found: Found<readonly string[]> | undefined;
  /** Where a form's help text still stands. */
  readonly template: { readonly start: number; readonly end: number } | undefined;
}

/** Those whom the decision is to be sent to: on the heading's own line, or a line each under it. */
export const findRecipients = ({ text, lines }: WrittenText): Recipients => {
  const at = lines.findIndex((line) => heading.test(line.text));
  const line = lines[at];
  if (line === undefined) return { found: undefined, template: undefined };
  const inline = heading.exec(line.text)?.[1] ?? '';
  const under = inline === '' ? linesUnder(lines, at) : [line];
  const first = under[0];
  const last = under.at(-1);
  if (first === undefined || last === undefined) return { found: undefined, template: undefined };
  const start = inline === '' ? first.start : line.end - inline.length;
  const written = inline === '' ? under.map((each) => each.text) : [inline];
  if (helpText.test(onOneLine(text.slice(start, last.end)))) {
    return { found: undefined, template: { start, end: last.end } };
  }
  const names = written.flatMap((each) => (inline === '' ? [each] : each.split(/,|;|(?<!-)\s+och\s+/u)));
  const value = names
    .map((name) =>
      name
        .replace(/^[-–—•*·]\s*/u, '')
        .replace(/[.,;]$/u, '')
        .trim(),
    )
    .filter((name) => name !== '');
  return { found: { value, start, end: last.end, confidence: 0.85 }, template: undefined };
};

/** Up to the first empty line that follows something, or another heading. */
const linesUnder = (lines: readonly Line[], at: number): Line[] => {
  const under: Line[] = [];
  for (const line of lines.slice(at + 1)) {
    if (line.text === '' && under.length > 0) break;
    if (line.text === '') continue;
    if (line.isMarkedHeading || otherHeading.test(line.text) || under.length === 30) break;
    under.push(line);
  }
  return under;
};
