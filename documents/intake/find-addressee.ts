import type { Found } from './reading.ts';
import { spelt } from './spelling.ts';
import type { WrittenText } from './written-text.ts';

const body = '(?:(?:region|landstings|kommun)(?:fullmäktige|styrelsen)|\\p{L}+nämnden)';
const forms = [
  spelt(`^(?:ställd )?till:?\\s+(?<body>${body}(?: i \\p{L}.{0,60})?)\\.?$`, 'd'),
  spelt(`^motion till:?\\s+(?<body>${body}(?: i \\p{Lu}[\\p{L} -]{0,40})?)`, 'd'),
  spelt(`^(?:ställd )?till:?\\s*\\n\\s*(?<body>${body})`, 'd'),
];
const headLines = 40;

/** Whom the paper is written to, as it says itself: "Till: Regionfullmäktige", "Motion till landstingsfullmäktige". */
export const findAddressee = ({ text, lines }: WrittenText): Found<string> | undefined => {
  const headEnd = lines.slice(0, headLines).at(-1)?.end ?? 0;
  for (const form of forms) {
    const found = form.exec(text.slice(0, headEnd));
    const [start, end] = found?.indices?.groups?.body ?? [];
    if (start !== undefined && end !== undefined) {
      return { value: text.slice(start, end).replace(/\s+/gu, ' ').trim(), start, end, confidence: 0.95 };
    }
  }
  return undefined;
};
