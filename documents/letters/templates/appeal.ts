import { type Block, type LetterContent, rows, say } from '../content.ts';
import type { FactsOf } from '../facts.ts';
import { firstInSentence, genitive, inSentence } from '../words.ts';

/** Somebody has appealed, or somebody else too (KL 13:1). */
export const appealed = (facts: FactsOf<'appealed'>): LetterContent => ({
  label: facts.another ? 'Överklagad igen' : 'Överklagad',
  heading: facts.another ? 'Beslutet är överklagat en gång till' : 'Beslutet är överklagat',
  happened: [
    facts.another
      ? say(
          `Ytterligare ett överklagande av ${genitive(inSentence(facts.bodies.council))} beslut om motionen har kommit in.`,
        )
      : say(`${firstInSentence(genitive(facts.bodies.council))} beslut om motionen har överklagats.`),
    rows(
      ['Överklagandet kom in', facts.appealReceivedOn],
      ['Domstol', facts.court],
      ['Målnummer', facts.courtCaseNumber],
      ['Beslutet fattades', facts.meetingDate],
      ['Paragraf i protokollet', facts.paragraph],
    ),
  ],
  means: [
    say(
      'Domstolen prövar om beslutet är lagligt, inte om det är lämpligt.',
      'Den kan upphäva beslutet, men inte ändra det.',
    ),
    say(
      facts.another
        ? 'Det är inte säkert att beslutet står fast förrän alla överklaganden är avgjorda.'
        : 'Det är inte säkert att beslutet står fast förrän överklagandet är avgjort.',
    ),
  ],
  next: [
    say(
      'Domstolen bestämmer hur lång tid det tar.',
      facts.goesOn
        ? 'Under tiden fortsätter arbetet med motionen. Du får ett nytt mejl om beslutet upphävs.'
        : 'Du får ett nytt mejl när det är klart om beslutet står fast.',
    ),
  ],
});

/** Row 27: what an annulled motion returns to. */
const continuation = (facts: FactsOf<'annulled'>): Block => {
  const { council, board } = facts.bodies;
  const [where, when] = {
    CouncilReady: [
      `Motionen ska tas upp på nytt i ${inSentence(council)}.`,
      'Du får ett nytt mejl när dagen är bestämd.',
    ],
    Drafting: [
      `Motionen ska beredas på nytt. Sedan tar ${inSentence(board)} och ${inSentence(council)} upp den igen.`,
      'Du får ett nytt mejl när dagen är bestämd.',
    ],
    Registered: [
      `Motionen ska lämnas över till ${inSentence(board)} för beredning.`,
      'Du får ett nytt mejl när det är gjort.',
    ],
    WithdrawalPending: [
      `Återtagandet av motionen ska anmälas på nytt i ${inSentence(council)}.`,
      'Du får ett nytt mejl då.',
    ],
    same: ['Arbetet med motionen fortsätter där det är nu.', 'Du får ett nytt mejl när något händer.'],
  }[facts.continuesIn];
  return say(where, when);
};

/** The court has annulled the decision. */
export const annulled = (facts: FactsOf<'annulled'>): LetterContent => ({
  label: 'Beslutet upphävt',
  heading: 'Domstolen har upphävt beslutet',
  happened: [
    say(`${firstInSentence(genitive(facts.bodies.council))} beslut om motionen är upphävt.`),
    rows(
      ['Upphävt', facts.closedOn],
      ['Domstol', facts.court],
      ['Målnummer', facts.courtCaseNumber],
      ['Beslutet fattades', facts.meetingDate],
      ['Paragraf i protokollet', facts.paragraph],
    ),
  ],
  means: [
    say(
      facts.continuesIn === 'same'
        ? 'Beslutet gäller inte. Domstolen sätter inget annat beslut i stället.'
        : 'Beslutet gäller inte. Domstolen sätter inget annat beslut i stället, så ärendet är öppet igen.',
    ),
  ],
  next: [continuation(facts)],
});
