import { firstInSentence } from '../letters/words.ts';
import { type AgendaFacts, type AgendaMatter, basisNote } from './agenda.ts';
import { type Block, heading, list, type Paper, rows, rowsOf, say } from './content.ts';

/** What is taken up unannounced has not been announced. */
const isAnnounced = ({ basis }: AgendaMatter) => basis !== 'unannounced';

const matterBlocks = (matters: readonly AgendaMatter[]): Block[] => {
  if (matters.length === 0) return [say('Inga motioner ska behandlas.')];
  return [
    heading('Motioner som ska behandlas'),
    list(
      matters.map(({ title, registrationNumber, basis = 'announced', isWithdrawn }) =>
        [
          `${title} (${registrationNumber}).`,
          isWithdrawn === true ? 'Motionen är återtagen, och återtagandet anmäls.' : undefined,
          basisNote[basis],
        ]
          .filter(Boolean)
          .join(' '),
      ),
    ),
    say('Andra ärenden vid sammanträdet kungörs för sig.'),
  ];
};

/** The announcement of a meeting of the council (kungörelse): time, place and what is to be taken up (KL 5:13–14). */
export const announcementPaper = ({ organisation, meeting, matters }: AgendaFacts): Paper => {
  const council = firstInSentence(organisation.bodies[meeting.body]);
  const isCancelled = meeting.status === 'Cancelled';
  return {
    sort: isCancelled ? 'Kungörelse, inställt' : 'Kungörelse',
    organisation: organisation.name,
    title: `${council} sammanträder ${meeting.date}`,
    date: meeting.announcedOn ?? meeting.date,
    head: rowsOf(['Kungörs', meeting.announcedOn ?? 'Ännu inte uppsatt']),
    blocks: [
      ...(isCancelled ? [say('Sammanträdet är inställt.')] : []),
      rows(
        ['Dag', meeting.date],
        ['Tid', meeting.startsAt === undefined ? 'Meddelas senare' : `kl. ${meeting.startsAt}`],
        ['Plats', meeting.place ?? 'Meddelas senare'],
      ),
      ...matterBlocks(matters.filter(isAnnounced)),
      say('Sammanträdet är offentligt (5 kap. 42 § kommunallagen).'),
    ],
  };
};
