import { statusName } from '../../../domain/status-names.ts';
import { type LetterContent, rows, say } from '../content.ts';
import type { TakenBackAct } from '../fact-shapes.ts';
import type { FactsOf } from '../facts.ts';
import { firstInSentence, genitive, inSentence } from '../words.ts';

/** What was told by mistake, inside a sentence. */
const toldOf = (act: TakenBackAct, { council, board }: FactsOf<'corrected'>['bodies']): string => {
  switch (act) {
    case 'board-postponement':
      return `att ${inSentence(board)} har skjutit upp motionen`;
    case 'board-referral-back':
      return `att ${inSentence(board)} har skickat tillbaka motionen för mer beredning`;
    case 'board-proposal':
      return `${genitive(inSentence(board))} ställningstagande till motionen`;
    case 'council-postponement':
      return `att ${inSentence(council)} har skjutit upp motionen`;
    case 'council-referral-back':
      return `att ${inSentence(council)} har skickat tillbaka motionen för mer beredning`;
    case 'council-decision':
      return `${genitive(inSentence(council))} beslut om motionen`;
    case 'finality':
      return 'att beslutet har fått laga kraft';
    case 'late-report':
      return `att motionen är anmäld som försenad i ${inSentence(council)}`;
  }
};

/**
 * An act or a late report was keyed in wrongly and taken back (rows 19t and 29t). The letter corrects our message, never the decision: nothing
 * has been decided anew, and FL 36 § does not apply.
 */
export const corrected = (facts: FactsOf<'corrected'>): LetterContent => {
  if (facts.act === 'finality') return facts.wrongDay === true ? wrongDay(facts) : notFinal(facts);
  const body = facts.act.startsWith('board-') ? facts.bodies.board : facts.bodies.council;
  return {
    label: 'Tidigare mejl gäller inte',
    heading: 'Ett tidigare mejl gäller inte',
    happened: [
      say(
        `Mejlet om ${toldOf(facts.act, facts.bodies)} gäller inte.`,
        'Uppgifterna var felaktigt införda hos oss, och vi har tagit bort dem.',
      ),
      rows(['Möte', facts.meetingDate], ['Paragraf som angavs', facts.paragraph]),
    ],
    means: [
      say(
        'Bortse från det mejlet. Felet är vårt. Det är protokollet från mötet som gäller.',
        `${firstInSentence(body)} har inte fattat något nytt beslut.`,
      ),
    ],
    next: [
      say('Motionen står nu i registret som den gjorde före felet:'),
      rows(['Läge', statusName[facts.status]]),
      say('Du får ett nytt mejl med rätt uppgifter, eller när något annat händer med motionen.'),
    ],
  };
};

/** The notice had come down while it was to be up, so the time for appeal has not run out (row 22f; KL 13:5 2 st.). */
const notFinal = (facts: FactsOf<'corrected'>): LetterContent => ({
  label: 'Beslutet har inte fått laga kraft',
  heading: 'Ett tidigare mejl gäller inte',
  happened: [
    say(
      `Mejlet om ${toldOf(facts.act, facts.bodies)} gäller inte.`,
      'Anslaget om beslutet satt inte uppe på anslagstavlan under hela tiden för att överklaga.',
    ),
    rows(['Möte', facts.meetingDate], ['Paragraf i protokollet', facts.paragraph]),
  ],
  means: [
    say(
      'Tiden för att överklaga har därför inte gått ut, och beslutet kan fortfarande överklagas.',
      `${firstInSentence(facts.bodies.council)} har inte fattat något nytt beslut.`,
    ),
  ],
  next: [
    say(
      'Anslaget sätts upp igen, och tiden räknas om.',
      'Då får du ett nytt mejl med sista dagen att överklaga.',
    ),
    rows(['Läge i registret', statusName[facts.status]]),
  ],
});

/**
 * The notice was up all the time, but the day it went up was entered wrongly (row 22f; KL 13:5). Whether the time has
 * run out is not known until the right day is entered: the letter claims neither.
 */
const wrongDay = (facts: FactsOf<'corrected'>): LetterContent => ({
  label: 'Tiden för att överklaga räknas om',
  heading: 'Ett tidigare mejl gäller inte',
  happened: [
    say(
      `Mejlet om ${toldOf(facts.act, facts.bodies)} gäller inte.`,
      'Dagen då anslaget sattes upp var felskriven hos oss, så tiden för att överklaga räknas om.',
    ),
    rows(['Möte', facts.meetingDate], ['Paragraf i protokollet', facts.paragraph]),
  ],
  means: [
    say(
      'Om tiden har gått ut vet vi först när den är omräknad.',
      `${firstInSentence(facts.bodies.council)} har inte fattat något nytt beslut.`,
    ),
  ],
  next: [
    say('Vi för in rätt dag.', 'Då får du ett nytt mejl med sista dagen att överklaga.'),
    rows(['Läge i registret', statusName[facts.status]]),
  ],
});
