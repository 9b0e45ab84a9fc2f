/**
 * What an OCR that knows no Swedish makes of a sign: one or two signs seen, what was written, and how unlikely that
 * is, as a negative logarithm, before the document itself has told.
 */
export interface Change {
  readonly seen: string;
  readonly written: string;
  readonly cost: number;
}

const change = (seen: string, written: string, cost: number): Change[] =>
  [...written].map((letter) => ({ seen, written: letter, cost }));

const odd = ['4', '&', '#', '6', '0', '9', 'q'];

/** Signs that are seldom or never found in a Swedish word: to leave one costs. */
export const keepCost = (sign: string): number =>
  /[éèáàâêëíóòôú]/u.test(sign) ? 6 : odd.includes(sign) ? 9 : 0;

export const changes: readonly Change[] = [
  ...change('a', 'åä', 2),
  ...change('o', 'ö', 1.8),
  ...change('e', 'ö', 6.5),
  ...change('e', 'åä', 7),
  ...change('i', 'ä', 5.5),
  ...change('i', 'å', 6.5),
  ...change('d', 'öåä', 5.5),
  ...change('é', 'åäö', 1.2),
  ...change('è', 'åäö', 1.2),
  ...['á', 'à', 'â'].flatMap((seen) => change(seen, 'åä', 1)),
  ...['ó', 'ò', 'ô'].flatMap((seen) => change(seen, 'ö', 1)),
  ...['4', '&', '#', 'q'].flatMap((seen) => change(seen, 'åä', 1.5)),
  ...['6', '0', '9'].flatMap((seen) => change(seen, 'ö', 1.5)),
  ...['éa', 'aé', 'éi', 'ié', 'éd', 'dé', 'éé', '4&', '&4', 'é&', '&é'].flatMap((seen) =>
    change(seen, 'åä', 2.5),
  ),
  ...['éo', 'oé', 'éd', '6o'].flatMap((seen) => change(seen, 'ö', 3)),
  ...['ii', 'ai', 'ia', 'id', 'di', 'ad', 'da', 'ae'].flatMap((seen) => change(seen, 'åä', 7)),
  { seen: '1', written: 'l', cost: 2 },
  { seen: '0', written: 'o', cost: 3 },
  { seen: '|', written: 'i', cost: 1 },
  { seen: '|', written: 'l', cost: 2 },
  { seen: 'l', written: 'i', cost: 7 },
];
