import type { AnswerText } from './documents.ts';
import type { ClauseProposal } from './outcome.ts';
import type { AnswerPart, PartCondition } from './paper-settings.ts';

/** What the conditions of the parts are judged by. */
export interface AnswerFacts {
  readonly answer: AnswerText;
  readonly proposals: readonly ClauseProposal[];
  readonly clauseCount: number;
  readonly consultations: number;
}

type Section = AnswerText['sections'][number];

/** A part as it stands in one answer; `sections` holds what the official has written for it. */
export interface StandingPart {
  readonly part: AnswerPart;
  readonly sections: readonly Section[];
}

const comparable = (heading: string) => heading.normalize('NFC').trim().toLocaleLowerCase('sv');

const isWrittenAs = (part: AnswerPart, section: Section) =>
  part.part === 'written' && comparable(part.heading ?? '') === comparable(section.heading);

const holds = (when: PartCondition, { proposals, clauseCount, consultations }: AnswerFacts): boolean => {
  switch (when) {
    case 'clauses-known':
      return clauseCount > 0;
    case 'consulted':
      return consultations > 0;
    case 'granted':
      return proposals.some(({ outcome }) => outcome === 'GRANTED' || outcome === 'GRANTED_AMENDED');
  }
};

const isNeeded = (part: AnswerPart, facts: AnswerFacts): boolean =>
  part.need === 'required' ||
  (part.need === 'conditional' && part.when !== undefined && holds(part.when, facts));

const sectionsFor = (part: AnswerPart, parts: readonly AnswerPart[], { answer }: AnswerFacts) => {
  if (part.part === 'written') return answer.sections.filter((each) => isWrittenAs(part, each));
  if (part.part !== 'others') return [];
  return answer.sections.filter((section) => !parts.some((each) => isWrittenAs(each, section)));
};

/**
 * The parts of one answer in the order of the template (domain.md §4.1). A section that the official has written always
 * stands, whatever the template says; what is drawn from the record stands unless its condition does not hold.
 */
export const standingParts = (parts: readonly AnswerPart[], facts: AnswerFacts): readonly StandingPart[] => {
  const standing = parts.flatMap((part): StandingPart[] => {
    const sections = sectionsFor(part, parts, facts);
    const isOfficials = part.part === 'written' || part.part === 'others';
    const stands = isOfficials ? sections.length > 0 : part.need !== 'conditional' || isNeeded(part, facts);
    return stands ? [{ part, sections }] : [];
  });
  if (parts.some(({ part }) => part === 'others')) return standing;
  // A template without room for them does not make written sections vanish.
  const others: AnswerPart = { part: 'others', need: 'optional' };
  const left = sectionsFor(others, parts, facts);
  return left.length === 0 ? standing : [{ part: others, sections: left }, ...standing];
};

/** Headings of the sections that this answer should have and lacks. Said where it is written; nothing is refused for it. */
export const missingSections = (parts: readonly AnswerPart[], facts: AnswerFacts): readonly string[] =>
  parts.flatMap((part) =>
    part.part === 'written' &&
    part.heading !== undefined &&
    isNeeded(part, facts) &&
    sectionsFor(part, parts, facts).length === 0
      ? [part.heading]
      : [],
  );
