import type { AnswerText } from './documents.ts';
import type { ClauseProposal, ClauseRef } from './outcome.ts';

/** A clause of the motion with its words, as far as they are known. */
export interface ClauseToAnswer {
  readonly ref: ClauseRef;
  readonly text?: string | undefined;
}

/** What the answer says to one clause: whether it proposes anything, and where it seems to deal with it. */
export interface ClauseAnswered {
  readonly ref: ClauseRef;
  readonly hasOutcome: boolean;
  /** Places of the sections that seem to deal with the clause, from 0. */
  readonly passages: readonly number[];
}

/** Words that a motion and its answer share whatever they are about. */
const common = new Set([
  'att',
  'alla',
  'eller',
  'efter',
  'från',
  'fullmäktige',
  'inom',
  'kunna',
  'också',
  'region',
  'regionen',
  'regionens',
  'regionfullmäktige',
  'regionstyrelsen',
  'samt',
  'skall',
  'snarast',
  'såväl',
  'under',
  'uppdrag',
  'uppdra',
  'ger',
  'utan',
  'utreda',
  'vilka',
  'vilken',
  'över',
]);

/** Swedish words bend at their end: five letters tell most of them. */
const stemLength = 5;
const shortestWord = 4;

const stemsOf = (text: string): Set<string> =>
  new Set(
    (
      text
        .normalize('NFC')
        .toLocaleLowerCase('sv')
        .match(/\p{L}+/gu) ?? []
    )
      .filter((word) => word.length >= shortestWord && !common.has(word))
      .map((word) => word.slice(0, stemLength)),
  );

const namesClause = (text: string, ref: ClauseRef) =>
  new RegExp(`(att-sats(en)?|yrkande(t)?|punkt(en)?|förslag(et)?)\\s+(nr\\s+)?${ref}(?!\\d)`, 'iu').test(
    text,
  );

/** Half of what the clause is about is spoken of, or a good deal of a long one. */
const speaksOf = (text: string, clause: ReadonlySet<string>): boolean => {
  if (clause.size === 0) return false;
  const said = stemsOf(text);
  const shared = [...clause].filter((stem) => said.has(stem)).length;
  return shared >= Math.min(4, Math.ceil(clause.size / 2));
};

/**
 * Whether each clause of the motion has a proposed outcome and some passage of the answer (domain.md §4.1 [D]). The
 * passage is a hint, found by words: it asks the official to look, and refuses nothing.
 */
export const checkAnswer = (
  clauses: readonly ClauseToAnswer[],
  sections: AnswerText['sections'],
  proposals: readonly ClauseProposal[],
): ClauseAnswered[] =>
  clauses.map(({ ref, text }) => {
    const stems = stemsOf(text ?? '');
    const passages = sections.flatMap(({ heading, text: said }, index) => {
      const whole = `${heading}\n${said}`;
      const isAbout = ref === 'whole' || namesClause(whole, ref) || speaksOf(whole, stems);
      return isAbout ? [index] : [];
    });
    return { ref, hasOutcome: proposals.some(({ clause }) => clause === ref), passages };
  });
