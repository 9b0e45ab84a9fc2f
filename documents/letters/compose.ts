import { type LetterContent, rows } from './content.ts';
import type { LetterFacts } from './facts.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import type { Sheet } from './sheet.ts';
import { subjectOf } from './subject.ts';
import { annulled, appealed } from './templates/appeal.ts';
import { boardDate, boardProposal } from './templates/board.ts';
import { consultationReminder, consultationRequest } from './templates/consultation.ts';
import { corrected } from './templates/correction.ts';
import { councilDate } from './templates/council.ts';
import { decided, extract, final } from './templates/decision.ts';
import { meetingChanged, postponed, referredBack, withdrawn } from './templates/detour.ts';
import { received, referred, registered, returned } from './templates/entry.ts';
import { consulted, lateReport } from './templates/preparation.ts';

/** Logged with every letter sent (domain.md §9). Raise it with any change of wording or markup. */
export const templateVersion = 6;

/** A letter in its three forms; the two bodies say the same. */
export interface ComposedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const contentOf = (facts: LetterFacts): LetterContent => {
  switch (facts.template) {
    case 'received':
      return received(facts);
    case 'registered':
      return registered(facts);
    case 'returned':
      return returned(facts);
    case 'referred':
      return referred(facts);
    case 'board-date':
      return boardDate(facts);
    case 'board-proposal':
      return boardProposal(facts);
    case 'council-date':
      return councilDate(facts);
    case 'decided':
      return decided(facts);
    case 'extract':
      return extract(facts);
    case 'final':
      return final(facts);
    case 'referred-back':
      return referredBack(facts);
    case 'postponed':
      return postponed(facts);
    case 'withdrawn':
      return withdrawn(facts);
    case 'appealed':
      return appealed(facts);
    case 'annulled':
      return annulled(facts);
    case 'consulted':
      return consulted(facts);
    case 'late-report':
      return lateReport(facts);
    case 'corrected':
      return corrected(facts);
    case 'meeting-changed':
      return meetingChanged(facts);
    case 'consultation-request':
      return consultationRequest(facts);
    case 'consultation-reminder':
      return consultationReminder(facts);
  }
};

/** Why this reader gets the letter: who signed the motion, or the party group of one who has left (domain.md §1.4). */
const footnotes = {
  signatory: 'Du får det här mejlet för att du har skrivit under motionen. Har du frågor? Svara på mejlet.',
  'party-group':
    'Ni får en kopia av det här mejlet för att någon i partigruppen som har skrivit under motionen har lämnat fullmäktige. Har ni frågor? Svara på mejlet.',
} as const;
export type LetterReader = keyof typeof footnotes;

/** Those who are asked have not signed anything (row 7). */
const toConsultee =
  'Ni får det här mejlet för att motionen är på remiss hos er. Har ni frågor? Svara på mejlet.';

const footnoteOf = ({ template }: LetterFacts, reader: LetterReader): string =>
  template === 'consultation-request' || template === 'consultation-reminder'
    ? toConsultee
    : footnotes[reader];

const sheetOf = (facts: LetterFacts, reader: LetterReader): Sheet => {
  const content = contentOf(facts);
  const which = rows(['Motion', facts.title], ['Diarienummer', facts.registrationNumber]);
  return {
    subject: subjectOf(facts.registrationNumber, content.label, facts.title),
    heading: content.heading,
    greeting: 'Hej!',
    sections: [
      { blocks: [which, ...content.happened] },
      { heading: 'Det här betyder det', blocks: content.means },
      { heading: 'Det här händer nu', blocks: content.next },
    ],
    link: {
      // The page does not exist until there is a number.
      label:
        facts.registrationNumber === undefined
          ? 'När motionen är registrerad kan du följa den här:'
          : 'Följ motionen i det offentliga registret:',
      address: facts.publicPage,
    },
    closing: ['Vänliga hälsningar', facts.organisation],
    footnote: footnoteOf(facts, reader),
  };
};

/**
 * Writes the letter. Pure: the same facts give the same letter, to the letter, so that what was sent can be
 * reproduced (domain.md §9).
 */
export const composeLetter = (facts: LetterFacts, reader: LetterReader = 'signatory'): ComposedLetter => {
  const sheet = sheetOf(facts, reader);
  return { subject: sheet.subject, text: renderText(sheet), html: renderHtml(sheet) };
};
