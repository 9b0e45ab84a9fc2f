import { type CaseOutcome, type ClauseOutcome, caseOutcomeOf, outcomeName } from '../../domain/outcome.ts';
import { type Block, say } from './content.ts';
import type { ListedClause } from './facts.ts';

/**
 * The name of a body inside a sentence. Configuration may have it with a capital (`Regionfullmäktige`); a name of
 * several words may hold a proper noun and is left as it is, and so is an abbreviation.
 */
export const inSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}+$/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** The name of a body first in a sentence. */
export const firstInSentence = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Whose: Swedish adds no s to a name that ends in one. */
export const genitive = (name: string): string => (/[sxz]$/i.test(name) ? name : `${name}s`);

const meaning: Readonly<Record<ClauseOutcome, string>> = {
  GRANTED: 'Bifall är ett ja till det som motionen föreslår.',
  GRANTED_AMENDED: 'Bifall med ändring är ett ja, men med en annan lydelse än den som motionen har.',
  REJECTED: 'Avslag är ett nej till det som motionen föreslår.',
  ANSWERED:
    'Anses besvarad är varken ja eller nej. Fullmäktige tar inte ställning till det som motionen föreslår utan låter svaret räcka, till exempel för att det redan görs.',
  WRITTEN_OFF:
    'Avskrivs betyder att ärendet avslutas utan att fullmäktige tar ställning till det som motionen föreslår.',
  LAPSED: 'En att-sats förfaller när ett annat beslut redan har avgjort frågan.',
};

/** What the outcomes mean in plain words, each explained once. */
export const explain = (clauses: readonly ListedClause[]): Block[] =>
  [...new Set(clauses.map((each) => each.outcome))].map((outcome) => say(meaning[outcome]));

/** Every clause with its outcome. */
export const listClauses = (clauses: readonly ListedClause[]): Block => ({
  kind: 'items',
  items: clauses.map((each) =>
    each.clause === 'whole'
      ? { heading: `Motionen i sin helhet: ${outcomeName[each.outcome]}` }
      : { heading: `Att-sats ${each.clause}: ${outcomeName[each.outcome]}`, text: each.text },
  ),
});

/**
 * The decision in the words of a subject line. A mixed decision is not called "bifall i delar" there: its clauses
 * may be rejected and answered, with nothing granted.
 */
export const decisionLabel = (clauses: readonly ListedClause[]): string => {
  const outcome: CaseOutcome = caseOutcomeOf(clauses);
  return outcome === 'MIXED' ? 'Beslut per att-sats' : `Beslut, ${outcomeName[outcome]}`;
};

/** Said of a decision whose clauses went different ways. */
export const mixedNote = (clauses: readonly ListedClause[]): string | undefined =>
  caseOutcomeOf(clauses) === 'MIXED' ? 'Att-satserna fick olika beslut.' : undefined;

/** Whether any clause got a yes, so that something is to be carried out. */
export const grantsAnything = (clauses: readonly ListedClause[]): boolean =>
  clauses.some((each) => each.outcome === 'GRANTED' || each.outcome === 'GRANTED_AMENDED');
