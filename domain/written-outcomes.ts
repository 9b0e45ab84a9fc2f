import type { ClauseProposal } from './outcome.ts';

const outcomeNamed: Readonly<Record<string, ClauseProposal['outcome']>> = {
  bifall: 'GRANTED',
  'bifall med ändring': 'GRANTED_AMENDED',
  avslag: 'REJECTED',
  besvarad: 'ANSWERED',
  'anses besvarad': 'ANSWERED',
};

/** What a cell says, however it is spelt. */
export const said = (cell: string) => cell.normalize('NFC').toLocaleLowerCase('sv').replace(/\s+/gu, ' ');

/** The parts of a cell that holds several. */
export const parts = (cell: string, separator: RegExp): string[] =>
  cell.split(separator).flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));

/** One outcome for every clause, or one for each in their order; for the whole when no clause is known. */
export const proposalsIn = (
  cell: string,
  clauseCount: number,
):
  | { readonly proposals: readonly ClauseProposal[] }
  | { readonly code: string; readonly sentence: string } => {
  const words = parts(cell, /[|,\n]/);
  const outcomes = words.flatMap((word) => outcomeNamed[said(word)] ?? []);
  if (outcomes.length < words.length) {
    return {
      code: 'outcome_unknown',
      sentence: 'Förslag ska vara bifall, bifall med ändring, avslag eller besvarad.',
    };
  }
  const [only] = outcomes;
  if (only === undefined) return { proposals: [] };
  if (clauseCount === 0 && outcomes.length === 1) return { proposals: [{ clause: 'whole', outcome: only }] };
  if (outcomes.length !== 1 && outcomes.length !== clauseCount) {
    return {
      code: 'outcomes_differ',
      sentence: 'Ange ett förslag för alla att-satser, eller ett för var och en.',
    };
  }
  const numbers = Array.from({ length: clauseCount }, (_, index) => index);
  return {
    proposals: numbers.map((index) => ({ clause: index + 1, outcome: outcomes[index] ?? only })),
  };
};
