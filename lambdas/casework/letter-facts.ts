import { type LetterFacts, letterFacts } from '../../documents/letters/facts.ts';
import type { LetterTemplate } from '../../domain/letters.ts';
import { namedOn } from '../../domain/organisation.ts';
import { consultationFacts } from './consultation-letters.ts';
import { decisionFacts } from './letter-facts-of-decisions.ts';
import { entryFacts } from './letter-facts-of-entry.ts';
import { meetingFacts } from './letter-facts-of-meetings.ts';
import { type FactFinders, type LetterOccasion, withoutProtected } from './letter-occasion.ts';

const finders: FactFinders<LetterTemplate> = {
  ...entryFacts,
  ...consultationFacts,
  ...meetingFacts,
  ...decisionFacts,
};

/**
 * The facts of a letter, from the record as it stood at its event: a letter that is sent late says what was true then.
 * No person is among them but the reader, who is not named either (domain.md §9), and where somebody has typed the name
 * of one whose identity is protected it is taken out.
 * @throws FactsMissing when the event does not carry what the template says
 */
export const letterFactsOf = (template: LetterTemplate, given: LetterOccasion): LetterFacts => {
  const occasion = withoutProtected(given);
  const { organisation, after, text } = occasion;
  return letterFacts.parse({
    template,
    organisation: organisation.name,
    bodies: namedOn(organisation, occasion.occurredOn).bodies,
    title: text.title,
    publicPage: `${organisation.publicUrl}/motioner/${after.caseId}`,
    ...finders[template](occasion),
  });
};
