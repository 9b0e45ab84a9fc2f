import type { Meeting } from '../../domain/meeting.ts';
import { type MoverName, moversLine } from '../../domain/mover-names.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { ClauseProposal } from '../../domain/outcome.ts';
import { firstInSentence, inSentence } from '../letters/words.ts';
import { type Block, heading, list, type Paper, points, rowsOf, say } from './content.ts';
import { pointsOf } from './wording.ts';

/** One matter on the agenda. */
export interface AgendaMatter {
  readonly registrationNumber: string;
  readonly title: string;
  readonly movers: readonly MoverName[];
  readonly clauses: readonly { readonly clauseNo: number; readonly text: string }[];
  /** What the board proposes to the council; absent on the board's own agenda, where the answer is still a draft. */
  readonly proposals?: readonly ClauseProposal[] | undefined;
  /** Announced for itself because it is urgent, or to be taken up unannounced (KL 5:14, 5:52). */
  readonly basis?: 'announced' | 'urgent' | 'unannounced' | undefined;
  readonly isPutOff?: boolean | undefined;
  /** The movers have withdrawn it: the council is told so, and writes it off. */
  readonly isWithdrawn?: boolean | undefined;
}

export interface AgendaFacts {
  readonly organisation: Organisation;
  readonly meeting: Meeting;
  readonly matters: readonly AgendaMatter[];
}

/** Why a matter is taken up that was not announced with the others. */
export const basisNote = {
  announced: undefined,
  urgent: 'Ärendet är brådskande och har tillkännagivits för sig (5 kap. 14 § kommunallagen).',
  unannounced:
    'Ärendet har inte tillkännagivits. Det tas upp om alla närvarande beslutar det (5 kap. 52 § kommunallagen).',
} as const;

/** What the motion wants, and what the board says to it. */
const askedAndProposed = ({ clauses, proposals }: AgendaMatter, { bodies }: Organisation): Block[] => [
  ...(clauses.length === 0 ? [] : [list(clauses.map(({ clauseNo, text }) => `${clauseNo}. ${text}`))]),
  ...(proposals === undefined
    ? []
    : proposals.length === 0
      ? [say(`${firstInSentence(bodies.board)} lämnar inget eget förslag.`)]
      : [
          say(`${firstInSentence(bodies.board)} föreslår ${inSentence(bodies.council)} besluta`),
          points(pointsOf(proposals)),
        ]),
];

const withdrawal = ({ bodies }: Organisation): Block[] => [
  say('Undertecknarna har återtagit motionen.'),
  say(`Återtagandet anmäls i ${inSentence(bodies.council)}, som avskriver motionen.`),
];

const matterBlocks = (matter: AgendaMatter, number: number, organisation: Organisation): Block[] => {
  const { title, registrationNumber, movers, basis = 'announced', isPutOff, isWithdrawn } = matter;
  return [
    heading(`${number}. ${title} (${registrationNumber})`),
    ...(movers.length === 0 ? [] : [say(`Motion från ${moversLine(movers)}.`)]),
    ...(isWithdrawn === true ? withdrawal(organisation) : askedAndProposed(matter, organisation)),
    ...(basisNote[basis] === undefined ? [] : [say(basisNote[basis])]),
    ...(isPutOff === true
      ? [say('Ärendet har bordlagts eller återremitterats vid ett tidigare sammanträde.')]
      : []),
  ];
};

/** The agenda of a meeting (föredragningslista), as the summons carries it (KL 5:15). */
export const agendaPaper = ({ organisation, meeting, matters }: AgendaFacts): Paper => {
  const body = firstInSentence(organisation.bodies[meeting.body]);
  const isCancelled = meeting.status === 'Cancelled';
  return {
    sort: isCancelled ? 'Föredragningslista, inställt' : 'Föredragningslista',
    organisation: organisation.name,
    title: `${body} ${meeting.date}`,
    date: meeting.date,
    head: rowsOf(
      ['Tid', [meeting.date, meeting.startsAt === undefined ? '' : `kl. ${meeting.startsAt}`].join(' ')],
      ['Plats', meeting.place],
      ['Kallelse', meeting.summonedOn],
    ),
    blocks: [
      ...(isCancelled ? [say('Sammanträdet är inställt.')] : []),
      ...(matters.length === 0 ? [say('Inga motioner står på dagordningen.')] : []),
      ...matters.flatMap((each, index) => matterBlocks(each, index + 1, organisation)),
    ],
  };
};
