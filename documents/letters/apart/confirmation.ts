import { say } from '../content.ts';
import type { Sheet } from '../sheet.ts';
import type { ConfirmationFacts } from './facts.ts';

const subjectWords = (about: ConfirmationFacts['about']): string => {
  switch (about.kind) {
    case 'motion':
      return `motionen ${about.registrationNumber}, ${about.title}`;
    case 'party':
      return `motioner från partiet ${about.party}`;
    case 'all':
      return 'alla motioner';
  }
};

/** Double opt-in: nothing more comes to an address whose owner has not said yes. */
export const confirmationSheet = ({ organisation, about, link, hours }: ConfirmationFacts): Sheet => ({
  subject: 'Bekräfta din prenumeration på motioner',
  heading: 'Vill du prenumerera?',
  greeting: 'Hej!',
  sections: [
    {
      blocks: [
        say(
          `Någon, troligen du, har bett oss mejla den här adressen när något händer med ${subjectWords(about)}.`,
        ),
      ],
    },
    {
      heading: 'Det här betyder det',
      blocks: [
        say(
          'Om du bekräftar får du högst ett mejl om dagen, och bara när något har hänt.',
          'Du kan sluta när du vill.',
        ),
        say('Vi sparar din adress så länge du prenumererar. När du slutar tas den bort.'),
      ],
    },
    {
      heading: 'Det här händer nu',
      blocks: [
        say(`Bekräfta på sidan nedan. Länken gäller i ${hours} timmar och kan användas en gång.`),
        say('Vill du inte prenumerera behöver du inte göra något. Då tas adressen bort.'),
      ],
    },
  ],
  link: { label: 'Bekräfta här:', address: link },
  closing: ['Vänliga hälsningar', organisation],
  footnote: 'Du får det här mejlet för att någon har angett adressen i det offentliga motionsregistret.',
});
