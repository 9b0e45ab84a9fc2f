import type { Found, PaperKind } from './reading.ts';
import { spelt } from './spelling.ts';
import type { WrittenText } from './written-text.ts';

interface Sign {
  readonly kind: Exclude<PaperKind, 'unknown'>;
  readonly pattern: RegExp;
  /** Weight where it heads the paper, and weight where it stands further in. */
  readonly heading: number;
  readonly within: number;
}

/** What tells the kinds apart. A heading outweighs what the text speaks of: a motion may ask for an agreement. */
const signs: readonly Sign[] = [
  { kind: 'answer', pattern: spelt('^.{0,40}\\bsvar på (?:en )?motion'), heading: 6, within: 1 },
  {
    kind: 'answer',
    pattern: spelt('^motionssvar|^yttrande (?:över|på|angående|om) motion'),
    heading: 6,
    within: 1,
  },
  {
    kind: 'answer',
    pattern: spelt('(?:styrelsen|nämnden|utskottet) föreslår\\b[^.]{0,80}\\bbeslut'),
    heading: 2,
    within: 2,
  },
  {
    kind: 'answer',
    pattern: spelt('\\bmotionen\\b[^.]{0,40}\\b(?:besvarad|bifalls|avslås|avslas)'),
    heading: 2,
    within: 2,
  },
  { kind: 'answer', pattern: spelt('tjänsteskrivelse|tjänsteutlåtande'), heading: 2, within: 0 },
  { kind: 'motion', pattern: spelt('^(?:\\p{L}*motion)(?: |:|$|-)'), heading: 4, within: 1 },
  {
    kind: 'motion',
    pattern: spelt('^motion till|^till:? (?:region|landstings|kommun)fullmäktige'),
    heading: 3,
    within: 1,
  },
  {
    kind: 'motion',
    pattern: spelt(
      '(?:undertecknad(?:e)?|\\bjag|\\bvi)\\b[^.]{0,60}\\b(?:yrkar|föreslår|föreslå|hemställer)|(?:yrkar|föreslår|hemställer)\\b[^.]{0,40}(?:undertecknad(?:e)?|\\bjag|\\bvi)\\b',
    ),
    heading: 3,
    within: 3,
  },
  {
    kind: 'director-decision',
    pattern: spelt(
      '^(?:regiondirektörens|landstingsdirektörens|kommundirektörens|förvaltningschefens) beslut|^delegationsbeslut|^tjänstemannabeslut',
    ),
    heading: 6,
    within: 5,
  },
  { kind: 'director-decision', pattern: spelt('^beslut (?:angående|om|avseende)'), heading: 3, within: 0 },
  { kind: 'director-decision', pattern: spelt('i tjänsten'), heading: 1, within: 1 },
  {
    kind: 'agreement',
    pattern: spelt('^(?:\\p{L}*)?(?:överenskommelse|avtal|avsiktsförklaring)(?: |$)'),
    heading: 5,
    within: 1,
  },
  {
    kind: 'agreement',
    pattern: spelt('(?:överenskommelsen|avtalet)\\b[^.]{0,300}\\bgäller\\b'),
    heading: 2,
    within: 3,
  },
];

/** Minutes tell what became of a motion and are none of the kinds. */
const minutes = spelt('^(?:sammanträdes)?protokoll(?:sutdrag)?\\b(?!.{0,40}(?:till|skickas))');
const nothing = { value: 'unknown' as const, start: 0, end: 0, confidence: 0 };

/** Lines that are taken as the head of the paper. */
const headLines = 12;

/** Tells what a paper is; `unknown` when nothing says so clearly. */
export const findKind = ({ text, lines }: WrittenText): Found<PaperKind> => {
  const head = lines.filter((line) => line.text !== '').slice(0, headLines);
  const headEnd = head.at(-1)?.end ?? 0;
  const scores = new Map<PaperKind, { score: number; start: number; end: number }>();
  for (const { kind, pattern, heading, within } of signs) {
    const place = placeOf(pattern, text, head);
    if (place === undefined) continue;
    const weight = place.start < headEnd ? heading : within;
    const soFar = scores.get(kind) ?? { score: 0, ...place };
    scores.set(kind, { ...soFar, score: soFar.score + weight });
  }
  if (head.some((line) => minutes.test(line.text))) return nothing;
  const [first, second] = [...scores].sort(([, one], [, other]) => other.score - one.score);
  if (first === undefined || first[1].score < 3 || first[1].score === second?.[1].score) return nothing;
  const [kind, { score, start, end }] = first;
  const margin = score - (second?.[1].score ?? 0);
  return { value: kind, start, end, confidence: Math.min(0.99, 0.5 + margin / 14) };
};

/** Looked for line by line in the head, where marks of headings are already taken off, and then in the whole. */
const placeOf = (
  pattern: RegExp,
  text: string,
  head: WrittenText['lines'],
): { start: number; end: number } | undefined => {
  for (const line of head) {
    const found = pattern.exec(line.text);
    if (found !== null)
      return { start: line.start + found.index, end: line.start + found.index + found[0].length };
  }
  const found = pattern.exec(text);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
};
