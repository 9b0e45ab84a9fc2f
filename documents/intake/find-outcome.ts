import type { Found, PaperKind, PaperOutcome } from './reading.ts';
import { spelt } from './spelling.ts';

/** How decisions are worded (domain.md §6.2), the more particular first. `besvarad` is neither yes nor no. */
const wordings: readonly { readonly outcome: PaperOutcome | 'referred_back'; readonly pattern: RegExp }[] = [
  { outcome: 'referred_back', pattern: spelt('\\båterremitter') },
  {
    outcome: 'mixed',
    pattern: spelt('(?:\\bdelvis\\b[^.]{0,40}\\bbifall|\\bbifall\\p{L}*\\b[^.]{0,25}\\b(?:delvis|i delar))'),
  },
  { outcome: 'answered', pattern: spelt('\\bbesvara[dt](?:e|a)?\\b') },
  {
    outcome: 'rejected',
    pattern: spelt(
      '\\bavslå(?:s|r)?\\b|\\bavslag\\b|\\binte (?:bifalla|anta)\\b|\\b(?:bifalla|antas) (?:inte|ej)\\b',
    ),
  },
  {
    outcome: 'granted_amended',
    pattern: spelt(
      '\\b(?:bifall\\p{L}*|anta(?:s|r)?)\\b[^.]{0,80}\\b(?:ändring\\p{L}*|tillägg\\p{L}*|lydelse)\\b',
    ),
  },
  { outcome: 'granted', pattern: spelt('\\bbifall(?:a|as|es|s|en)?\\b|\\bbifölls\\b|\\banta(?:s|r)?\\b') },
  { outcome: 'written_off', pattern: spelt('\\bavskriv(?:a|as|s|er)\\b') },
  { outcome: 'lapsed', pattern: spelt('\\bförfall(?:a|er|it)\\b') },
];

/** Where a decision is proposed or taken, the one taken first and the council's before the board's. */
const places: readonly { readonly pattern: RegExp; readonly confidence: number }[] = [
  {
    pattern: spelt('\\b\\p{L}*fullmäktige (?:beslutar|beslutade|har beslutat|beslöt)\\b(?! enligt)', 'g'),
    confidence: 0.95,
  },
  {
    pattern: spelt(
      '\\b(?:styrelsen|\\p{L}+styrelsen|\\p{L}+nämnden|utskottet|\\p{L}+utskottet) (?:föreslår|föreslog|beslutar föreslå|beslutar att föreslå|beslutade föreslå)\\b[^.]{0,60}?(?:\\bbesluta\\b|\\bbeslut\\b|(?=\\batt\\b))',
      'g',
    ),
    confidence: 0.95,
  },
  {
    pattern: spelt(
      '^(?:förslag till (?:beslut|beslut i fullmäktige|regionfullmäktiges beslut)|beslut|\\p{L}+fullmäktiges beslut|\\p{L}+styrelsens förslag(?: till beslut)?)\\s*:?$',
      'g',
    ),
    confidence: 0.9,
  },
  {
    pattern: spelt('\\b(?:föreslås|föreslår|föreslog)\\b(?=[^.]{0,120}\\bmotionen\\b)', 'g'),
    confidence: 0.8,
  },
  {
    pattern: spelt(
      '\\bmotionen (?=(?:anses |är )?(?:härmed |därmed )?(?:anses |är )?(?:härmed |därmed )?(?:besvarad|bifalls|avslås|avskrivs|antas))',
      'g',
    ),
    confidence: 0.75,
  },
];

export interface Outcome {
  readonly found: Found<PaperOutcome> | undefined;
  readonly referredBack: boolean;
}

/**
 * The outcome proposed or taken in the matter, `mixed` when the clauses differ. A motion has none yet, and a decision
 * on something else than a motion none of these. What someone claims or reserves is no outcome.
 */
export const findOutcome = (text: string, kind: PaperKind): Outcome => {
  if (kind !== 'answer' && kind !== 'unknown') return { found: undefined, referredBack: false };
  let referredBack = false;
  for (const { pattern, confidence } of places) {
    for (const place of [...text.matchAll(pattern)].reverse()) {
      const start = place.index + place[0].length;
      const block = decisionBlock(text, start);
      const outcomes = outcomesIn(block);
      referredBack ||= outcomes.includes('referred_back');
      const ofClauses = outcomes.filter((outcome) => outcome !== 'referred_back');
      const [first] = ofClauses;
      if (first === undefined) continue;
      const value = ofClauses.every((outcome) => outcome === first) ? first : 'mixed';
      return {
        found: { value, start: place.index, end: start + block.trimEnd().length, confidence },
        referredBack,
      };
    }
  }
  return { found: undefined, referredBack };
};

/** To the end of the points: a paragraph that is no point, or another's claim. */
const decisionBlock = (text: string, start: number): string => {
  const rest = text.slice(start, start + 2000);
  const stop = rest.search(
    spelt(
      '\\n\\s*\\n(?!\\s*(?:[-–•*]|\\d+[.)])?\\s*(?:att?\\b|motionen\\b))|(?:\\breserver|\\byrkar\\b|\\byrkanden?\\b|särskilt yttrande)',
    ),
  );
  // The first points may come after an empty line.
  const leading = /^[\s:]*/u.exec(rest)?.[0].length ?? 0;
  if (stop === -1) return rest;
  if (stop >= leading) return rest.slice(0, stop);
  const second = rest.slice(leading).search(/\n\s*\n(?!\s*(?:[-–•*]|\d+[.)])?\s*att?\s)/u);
  return second === -1 ? rest : rest.slice(0, leading + second);
};

const aboutMotion = spelt(
  '\\bmotion|\\bärende|att-sats|\\byrkande|\\bförslag|\\bpunkt|\\b(?:första|andra|tredje|fjärde|femte)\\b|\\bden\\b|\\bi övrigt\\b',
);

/** One outcome for each point that says what becomes of the motion or a clause of it. */
const outcomesIn = (block: string): (PaperOutcome | 'referred_back')[] =>
  block
    .split(/(?:^|[\s,;])(?:\d+[.)]\s*)?att?\s+|\.\s+(?=[a-zåäöé])|,\s+(?=(?:och|samt|men|medan)\s)/iu)
    .filter((point) => aboutMotion.test(point))
    .flatMap((point) => wordings.find(({ pattern }) => pattern.test(point))?.outcome ?? []);
