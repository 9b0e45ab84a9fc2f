import { type Item, say } from '../content.ts';
import type { Sheet } from '../sheet.ts';
import type { DigestFacts } from './facts.ts';

const itemOf =
  (today: string) =>
  ({ what, registrationNumber, title, dueOn }: DigestFacts['tasks'][number]): Item => ({
    heading: `${what}, ${dueOn < today ? 'skulle ha varit klart' : 'senast'} ${dueOn}`,
    text: [registrationNumber ?? 'Ej registrerad motion', title]
      .filter((each) => each !== undefined)
      .join(' '),
  });

/** What waits for somebody at the beginning of a working day. */
export const digestSheet = ({ organisation, on, office, tasks, more }: DigestFacts): Sheet => {
  const count = more ? `Minst ${tasks.length}` : String(tasks.length);
  const noun = tasks.length === 1 ? 'uppgift' : 'uppgifter';
  return {
    subject: `${count} ${noun} om motioner, ${on}`,
    heading: `${count} ${noun} väntar på dig`,
    greeting: 'Hej!',
    sections: [
      {
        blocks: [
          { kind: 'items', items: tasks.map(itemOf(on)) },
          ...(more ? [say('Det finns fler. Alla står under Mitt arbete.')] : []),
        ],
      },
    ],
    link: { label: 'Mitt arbete:', address: office },
    closing: ['Vänliga hälsningar', organisation],
    footnote:
      'Du får det här mejlet varje arbetsdag då något väntar på dig, för att du har valt det. Du slutar under ditt namn i Besvarad.',
  };
};
