import type { PublicNewsKind } from '../../../domain/following.ts';
import { outcomeName } from '../../../domain/outcome.ts';
import { type Block, say } from '../content.ts';
import type { Sheet } from '../sheet.ts';
import { subjectOf } from '../subject.ts';
import { firstInSentence, inSentence } from '../words.ts';
import type { NewsFacts } from './facts.ts';

type Bodies = NewsFacts['bodies'];

/** What has happened, as anyone may know it. */
const sentences: { readonly [K in PublicNewsKind]: (bodies: Bodies) => string } = {
  registered: () => 'Motionen har registrerats.',
  referred: ({ board }) => `Motionen har lämnats över till ${inSentence(board)} för beredning.`,
  consulted: () => 'Motionen har skickats på remiss.',
  'board-date': ({ board }) => `Det är bestämt vilken dag ${inSentence(board)} tar upp motionen.`,
  'board-proposal': ({ board, council }) =>
    `${firstInSentence(board)} har behandlat motionen. Den går vidare till ${inSentence(council)}.`,
  'council-date': ({ council }) => `Det är bestämt vilken dag ${inSentence(council)} tar upp motionen.`,
  decided: ({ council }) => `${firstInSentence(council)} har beslutat om motionen.`,
  extract: () => 'Protokollet med beslutet är justerat, och ett anslag om det är uppsatt.',
  final: () => 'Beslutet har fått laga kraft. Det kan inte längre överklagas.',
  'referred-back': () => 'Motionen har skickats tillbaka för mer beredning.',
  postponed: () => 'Beslutet om motionen har skjutits upp.',
  withdrawn: () => 'Motionen är återtagen.',
  appealed: () => 'Beslutet om motionen har överklagats.',
  annulled: () => 'Domstolen har upphävt beslutet om motionen.',
  'late-report': ({ council }) =>
    `${firstInSentence(council)} har fått veta att motionen inte hinner beredas klart inom ett år.`,
  corrected: () => 'En uppgift om motionen har rättats i registret.',
  'meeting-changed': () => 'Motionen tas inte upp på det möte som var bestämt.',
};

const happened = ({ news, outcome }: NewsFacts['motions'][number], bodies: Bodies): readonly Block[] =>
  news.map(({ on, kind }) =>
    say(
      `${on}: ${sentences[kind](bodies)}`,
      kind === 'decided' && outcome !== undefined ? `Beslut: ${outcomeName[outcome]}.` : undefined,
    ),
  );

/** The news of a day, or of the days that could not be told. */
export const newsSheet = ({ organisation, bodies, register, endLink, motions }: NewsFacts): Sheet => {
  const [first, ...others] = motions;
  const isOne = first !== undefined && others.length === 0;
  return {
    subject: isOne
      ? subjectOf(first.registrationNumber, 'Nytt', first.title)
      : `Nytt om ${motions.length} motioner`,
    heading: isOne ? 'Det har hänt något med motionen' : `Det har hänt något med ${motions.length} motioner`,
    greeting: 'Hej!',
    sections: motions.map((motion) => ({
      heading: `${motion.registrationNumber} ${motion.title}`,
      blocks: [
        ...happened(motion, bodies),
        { kind: 'link' as const, label: 'Läs mer:', address: motion.page },
      ],
    })),
    link: { label: 'Alla motioner finns i det offentliga registret:', address: register },
    closing: ['Vänliga hälsningar', organisation],
    footnote: 'Du får det här mejlet för att du prenumererar på motioner.',
    footlink: { label: 'Sluta eller ändra prenumerationen:', address: endLink },
  };
};
