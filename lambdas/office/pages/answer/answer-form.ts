import type { AnswerText } from '../../../../domain/documents.ts';
import type { Organisation } from '../../../../domain/organisation.ts';
import { type ClauseProposal, outcomeName, proposableOutcome } from '../../../../domain/outcome.ts';
import type { ClauseField, Filled } from '../../../../web/forms/field.ts';
import { firstOf } from '../../../../web/forms/field.ts';
import type { SectionField } from '../../../../web/office/answer-editor.tsx';

/** Names in the form: sections as two lists in step, an outcome for each clause of each motion. */
export const named = { title: 'rubrik', headings: 'avsnitt', texts: 'text', outcomes: 'utfall' } as const;

const comparable = (heading: string) => heading.normalize('NFC').trim().toLocaleLowerCase('sv');

type Section = AnswerText['sections'][number];

/**
 * The sections to write: those of the template in its order, each with what has been written for it, and those that the
 * official has added where the template leaves room for them (domain.md §4.1).
 */
export const sectionFields = (
  { papers }: Pick<Organisation, 'papers'>,
  written: readonly Section[],
  isRoomWanted: boolean,
): SectionField[] => {
  const parts = papers.answerParts;
  const own = parts.flatMap(({ part, heading }) =>
    part === 'written' && heading !== undefined ? [heading] : [],
  );
  const isOwn = ({ heading }: Section) => own.some((each) => comparable(each) === comparable(heading));
  const others = written.filter((each) => !isOwn(each) && `${each.heading}${each.text}` !== '');
  const room = isRoomWanted || others.length === 0 ? [{ heading: '', text: '' }] : [];
  const free = [...others, ...room].map((each): SectionField => ({ ...each, isFree: true }));
  const fields = parts.flatMap(({ part, heading, hint, need }): SectionField[] => {
    if (part === 'others') return free;
    if (part !== 'written' || heading === undefined) return [];
    const found = written.find((each) => comparable(each.heading) === comparable(heading));
    return [{ heading, text: found?.text ?? '', isFree: false, hint, isAsked: need === 'required' }];
  });
  return parts.some(({ part }) => part === 'others') ? fields : [...fields, ...free];
};

/** Sections as they were filled in, also those without text as yet. */
export const sectionsIn = (filled: Filled): Section[] => {
  const headings = filled[named.headings] ?? [];
  return (filled[named.texts] ?? []).map((text, index) => ({
    heading: (headings[index] ?? '').trim(),
    text: text.replace(/\r\n/g, '\n').trim(),
  }));
};

/** The outcomes that were chosen for one motion. */
export const proposalsIn = (
  filled: Filled,
  { caseId, clauses }: { readonly caseId: string; readonly clauses: readonly ClauseField[] },
): ClauseProposal[] =>
  clauses.flatMap(({ ref }) => {
    const chosen = proposableOutcome.safeParse(firstOf(filled, `${named.outcomes}.${caseId}.${ref}`));
    return chosen.success ? [{ clause: ref, outcome: chosen.data }] : [];
  });

/** The answer as it was filled in, not yet judged; sections without text are left out. */
export const answerIn = (filled: Filled): AnswerText => ({
  title: firstOf(filled, named.title).trim(),
  sections: sectionsIn(filled).filter(({ text }) => text !== ''),
});

/** A stored answer as the form holds it. */
export const filledWith = (
  answer: AnswerText,
  proposals: readonly (readonly [caseId: string, given: readonly ClauseProposal[]])[],
): Filled => ({
  [named.title]: [answer.title],
  [named.headings]: answer.sections.map(({ heading }) => heading),
  [named.texts]: answer.sections.map(({ text }) => text),
  ...Object.fromEntries(
    proposals.flatMap(([caseId, given]) =>
      given.map(({ clause, outcome }) => [`${named.outcomes}.${caseId}.${clause}`, [outcome]]),
    ),
  ),
});

/** An outcome in words; nothing where none is proposed. */
export const outcomeIn = (given: readonly ClauseProposal[], ref: ClauseField['ref']): string => {
  const found = given.find(({ clause }) => clause === ref);
  return found === undefined ? '' : outcomeName[found.outcome];
};
