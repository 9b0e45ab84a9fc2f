import { type ClauseBlock, clausesFrom } from './clause-block.ts';
import type { Found, PaperKind } from './reading.ts';
import { spelt } from './spelling.ts';
import type { WrittenText } from './written-text.ts';

/** Verbs by which something is asked for. "Syftet ska vara att:" asks for nothing (seed 004). */
const asks = '(?:yrka(?:r|s|t|nden?)?|föreslå(?:r|s)?|föreslagit|hemställ(?:er|a|s|t)|begär)';
const intro = spelt(
  `\\b${asks}\\b(?<between>[^.!?;]{0,220}?)(?:\\bat{1,2}\\b (?:\\p{L}*fullmäktige|regionen|kommunen|landstinget) beslutar?\\b\\s*(?:\\bat{1,2}\\b)?\\s*:?|\\bat{1,2}\\b\\s*:|:|\\bat{1,2}\\b|\\bpå\\b(?=\\s*(?:\\n|:|-|at))|(?=\\n\\s*(?:[-–•*]|\\d{1,2}[.)]|[a-h][.)])?\\s*at{1,2}\\b))`,
  'gd',
);
const headingOfClauses = spelt(
  '^(?:förslag till beslut|yrkanden?|att-satser|motionens (?:förslag|yrkanden?|att-satser)|hemställan|förslag i motionen)\\s*:?$',
  'g',
);
/** A body that proposes does not quote the motion: it proposes what is to become of it. */
const bodyProposes = spelt(
  '(?:styrelsen|nämnden|utskottet|beredningen|fullmäktige|direktören|förvaltningen|kansliet|staben|presidiet|ordföranden)(?: \\p{L}+){0,2}?\\s*(?![\\s\\S])',
);
const ofTheMotion = spelt('\\bmotion(?:en|ären|ärerna|ärernas)?\\b|\\bmotionär');

/**
 * The clauses (att-satser). In a motion they follow the last phrase that asks for something; in an answer only those
 * that it quotes from the motion are meant, and it may quote none (seeds 000, 001). Bullets of a purpose are none.
 */
export const findClauses = (
  paper: WrittenText,
  kind: PaperKind,
): Found<ClauseBlock['clauses']> | undefined => {
  if (kind !== 'motion' && kind !== 'answer') return undefined;
  const blocks = introsIn(paper.text, kind).flatMap((place) => {
    const block = clausesFrom(paper, place.end, place.hasAtt);
    return block === undefined ? [] : [{ ...block, isStrong: place.isStrong || block.isListed }];
  });
  const chosen = kind === 'motion' ? bestOfMotion(blocks) : blocks[0];
  if (chosen === undefined) return undefined;
  const { clauses, start, end, isListed } = chosen;
  return { value: clauses, start, end, confidence: isListed ? 0.9 : 0.7 };
};

/** The last list; without any, the last that runs on in the text. */
const bestOfMotion = <B extends ClauseBlock>(blocks: readonly B[]): B | undefined =>
  blocks.findLast((block) => block.isListed) ?? blocks.at(-1);

interface Intro {
  readonly end: number;
  readonly hasAtt: boolean;
  readonly isStrong: boolean;
}

const introsIn = (text: string, kind: PaperKind): Intro[] => {
  const found: (Intro & { start: number })[] = [];
  for (const match of text.matchAll(intro)) {
    // Of the same sentence: an addressee above it proposes nothing.
    const before = text
      .slice(Math.max(0, match.index - 60), match.index)
      .split(/\n\s*\n|[.!?:]\s/u)
      .at(-1);
    const sentence = `${text
      .slice(Math.max(0, match.index - 250), match.index)
      .split(/[.!?]\s/u)
      .at(-1)}${match[0]}`;
    if (bodyProposes.test(before ?? '')) continue;
    if (kind === 'answer' && !ofTheMotion.test(sentence)) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      hasAtt: /\bat{1,2}\s*:?\s*$/iu.test(match[0]),
      isStrong: /:\s*$/u.test(match[0]),
    });
  }
  for (const match of text.matchAll(headingOfClauses)) {
    const isOurs = kind === 'motion' || ofTheMotion.test(match[0]);
    if (isOurs)
      found.push({ start: match.index, end: match.index + match[0].length, hasAtt: false, isStrong: true });
  }
  return found.sort((one, other) => one.start - other.start);
};
