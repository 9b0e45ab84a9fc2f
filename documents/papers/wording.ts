import type { ClauseDecision, ClauseProposal, ClauseRef } from '../../domain/outcome.ts';
import { listed } from '../letters/words.ts';

type Outcome = ClauseDecision['outcome'];

/** What is decided, in the words that follow `att motionen` in Swedish minutes (domain.md §6.2). */
const verdict: Readonly<Record<Outcome, string>> = {
  GRANTED: 'bifalls',
  GRANTED_AMENDED: 'bifalls med ändring',
  REJECTED: 'avslås',
  ANSWERED: 'härmed anses besvarad',
  WRITTEN_OFF: 'avskrivs',
  LAPSED: 'förfaller',
};

/** Of several clauses. */
const verdictOfMany: Readonly<Record<Outcome, string>> = { ...verdict, ANSWERED: 'härmed anses besvarade' };

const order = (one: ClauseRef, other: ClauseRef) =>
  (one === 'whole' ? 0 : one) - (other === 'whole' ? 0 : other);

/** `att-sats 2`, `att-satserna 1 och 3`, or `motionen` for all of it. */
export const clausesNamed = (clauses: readonly ClauseRef[]): string => {
  const numbers = clauses.filter((each) => each !== 'whole').sort((one, other) => one - other);
  if (numbers.length === 0) return 'motionen';
  return numbers.length === 1 ? `att-sats ${numbers[0]}` : `att-satserna ${listed(numbers.map(String))}`;
};

/** The outcomes as points of a decision: one for the motion when its clauses agree, else one for each outcome. */
export const pointsOf = (
  outcomes: readonly (Pick<ClauseProposal, 'clause'> & { readonly outcome: Outcome })[],
): string[] => {
  const sorted = outcomes.toSorted((one, other) => order(one.clause, other.clause));
  const kinds = [...new Set(sorted.map(({ outcome }) => outcome))];
  const [only] = kinds;
  if (kinds.length === 1 && only !== undefined) return [`att motionen ${verdict[only]}.`];
  return kinds.map((outcome, index) => {
    const clauses = sorted.filter((each) => each.outcome === outcome).map(({ clause }) => clause);
    const verb = clauses.length > 1 ? verdictOfMany[outcome] : verdict[outcome];
    return `att ${clausesNamed(clauses)} ${verb}${index === kinds.length - 1 ? '.' : ','}`;
  });
};
