import { type Block, type LetterContent, quotation, rows, say } from '../content.ts';
import type { FactsOf } from '../facts.ts';
import { firstInSentence, inSentence } from '../words.ts';

/** Sent on consultation (rows 7 and 7b): to whom and until when; neither question nor draft (domain.md §11.4). */
export const consulted = (facts: FactsOf<'consulted'>): LetterContent => ({
  label: 'På remiss',
  heading: 'Motionen är på remiss',
  happened: [
    say(
      `Motionen har skickats på remiss${facts.another ? ' även' : ''} till ${inSentence(facts.recipient)}.`,
    ),
    rows(['Skickad', facts.sentOn], ['Svar senast', facts.dueOn]),
  ],
  means: [
    say(
      'Den som får en remiss kan lämna synpunkter på motionen i ett yttrande.',
      'Yttrandet blir en del av underlaget för svaret på motionen.',
    ),
  ],
  next: [
    say(
      'När remissen är avslutad arbetar handläggaren vidare med förslaget till svar.',
      `Du får ett nytt mejl när det är bestämt vilken dag ${inSentence(facts.bodies.board)} tar upp motionen.`,
    ),
  ],
});

/** Reported to the council as not ready within the year (row 29; KL 5:35). */
export const lateReport = (facts: FactsOf<'late-report'>): LetterContent => {
  const council = inSentence(facts.bodies.council);
  return {
    label: 'Anmäld som försenad',
    heading: 'Motionen är anmäld som försenad',
    happened: [
      say(
        `${firstInSentence(council)} har fått en anmälan om att motionen inte hinner beredas klart inom ett år från att den väcktes.`,
      ),
      rows(
        ['Räknas som väckt', facts.raisedOn],
        ['Möte', facts.meetingDate],
        ['Paragraf i protokollet', facts.paragraph],
      ),
      say('Det här har kommit fram hittills, enligt anmälan:'),
      quotation(facts.soFar),
    ],
    means: [
      say(
        `${firstInSentence(council)} ska få veta när en motion inte hinner beredas inom ett år (5 kap. 35 § kommunallagen).`,
        `Då får ${council} också avskriva motionen, det vill säga avsluta ärendet utan att ta ställning till den.`,
      ),
      say(
        facts.proposal === 'write-off'
          ? 'Förslaget i anmälan är att motionen avskrivs.'
          : 'Förslaget i anmälan är att arbetet med motionen fortsätter.',
        'Anmälan i sig avgör inte motionen.',
      ),
    ],
    next: [afterReport(facts), say('Du får ett nytt mejl när något nytt händer med motionen.')],
  };
};

const afterReport = ({ bodies, proposal, plannedOn }: FactsOf<'late-report'>): Block => {
  const council = inSentence(bodies.council);
  return say(
    proposal === 'write-off'
      ? `Om ${council} avskriver motionen får du ett mejl om beslutet. Annars fortsätter arbetet med den.`
      : `Arbetet med motionen fortsätter, om inte ${council} beslutar att avskriva den.`,
    plannedOn === undefined
      ? 'Anmälan anger ingen dag för beslut.'
      : `Enligt planen kan ${council} besluta om motionen ${plannedOn}, men dagen kan ändras.`,
  );
};
