import {
  type CaseOutcome,
  type ClauseOutcome,
  type ClauseRef,
  caseOutcomeOf,
  type LapseCause,
  outcomeName,
} from '../../domain/outcome.ts';
import { type Block, type Item, say } from './content.ts';
import type { DecisionPoint, ListedClause, Outcomes } from './fact-shapes.ts';

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

/** One, one and another, or one, another and a third. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`;

const meaning: Readonly<Record<ClauseOutcome, string>> = {
  GRANTED: 'Bifall är ett ja till det som motionen föreslår.',
  GRANTED_AMENDED:
    'Bifall med ändring är ett ja, men med en annan lydelse än den som motionen har. Lydelsen står i protokollet.',
  REJECTED: 'Avslag är ett nej till det som motionen föreslår.',
  ANSWERED:
    'Anses besvarad är varken ja eller nej. Fullmäktige tar inte ställning till det som motionen föreslår utan låter svaret räcka, till exempel för att det redan görs.',
  WRITTEN_OFF:
    'Avskrivs betyder att ärendet avslutas utan att fullmäktige tar ställning till det som motionen föreslår.',
  LAPSED: 'Förfaller betyder att frågan avgörs genom ett annat beslut och inte prövas för sig.',
};

/** In the order of the motion, whatever the order of the minutes. */
const inOrder = <C extends { readonly clause: ClauseRef }>(clauses: readonly C[]): C[] => {
  const place = ({ clause }: C) => (clause === 'whole' ? 0 : clause);
  return [...clauses].sort((one, other) => place(one) - place(other));
};

/** What the outcomes mean in plain words, each explained once. */
export const explain = (clauses: readonly ListedClause[]): Block[] =>
  [...new Set(inOrder(clauses).map((each) => each.outcome))].map((outcome) => say(meaning[outcome]));

const clauseName = (clause: ClauseRef): string =>
  clause === 'whole' ? 'Motionen i sin helhet' : `Att-sats ${clause}`;

const becauseOf = (lapsedBy: LapseCause | undefined): string => {
  if (lapsedBy === 'another-motion') return ' genom beslutet om en annan motion i samma beredning';
  return typeof lapsedBy === 'number' ? ` genom beslutet om att-sats ${lapsedBy}` : '';
};

const itemOf = (each: ListedClause): Item => {
  const outcome = outcomeName[each.outcome];
  const because = becauseOf(each.lapsedBy);
  if (each.clause === 'whole') return { heading: `${clauseName(each.clause)}: ${outcome}${because}` };
  return { heading: `${clauseName(each.clause)}: ${outcome}${because}`, text: each.text };
};

const pointHeading = ({ pointNo, clauses = [] }: DecisionPoint): string => {
  const answers = clauses.filter((each) => each !== 'whole').sort((one, other) => one - other);
  const about = answers.length === 1 ? 'att-sats' : 'att-satserna';
  return answers.length === 0
    ? `Punkt ${pointNo}`
    : `Punkt ${pointNo}, om ${about} ${listed(answers.map(String))}`;
};

/**
 * Every clause with its outcome; where the minutes word the decision in points, those words too, since an answer may
 * come with a decision that the motion did not word; and apart from them, what was withdrawn and is not decided on
 * (domain.md §6.2).
 * @param introduction says whose words the points are
 */
export const listOutcomes = (outcomes: Outcomes, introduction: string): Block[] => {
  const { decisions, points = [], withdrawnClauses = [] } = outcomes;
  const withdrawn = inOrder(withdrawnClauses).map(({ clause, text }) => ({
    heading: `${clauseName(clause)}: återtagen`,
    text,
  }));
  return [
    { kind: 'items', items: inOrder(decisions).map(itemOf) },
    ...introduced(
      introduction,
      points.map((each) => ({ heading: pointHeading(each), text: each.text })),
    ),
    ...introduced('Det här har undertecknarna tagit tillbaka. Därför prövas det inte:', withdrawn),
  ];
};

/** Items under a sentence, or nothing. */
const introduced = (introduction: string, items: readonly Item[]): Block[] =>
  items.length === 0 ? [] : [say(introduction), { kind: 'items', items }];

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
