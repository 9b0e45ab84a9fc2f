import { addDays } from '../../domain/calendar-date.ts';
import type { Minutes } from '../../domain/minutes.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { firstInSentence, genitive, inSentence } from '../letters/words.ts';
import { type Block, heading, type Paper, rows, rowsOf, say } from './content.ts';

type Certified = Exclude<Minutes, { status: 'Open' }>;

export interface NoticeFacts {
  readonly organisation: Organisation;
  readonly minutes: Certified;
  /** Paragraphs that motions stand under, with number and title. */
  readonly matters: readonly {
    readonly paragraph: string;
    readonly registrationNumber: string;
    readonly title: string;
  }[];
}

const appealBlocks = ({ organisation, minutes }: NoticeFacts): Block[] => {
  const { court = 'förvaltningsrätten', appealAddress } = organisation.papers;
  if (minutes.body === 'board') {
    return [
      say(
        `Det ${inSentence(organisation.bodies.board)} föreslår ${inSentence(organisation.bodies.council)} kan inte överklagas, eftersom det bara förbereder beslutet (13 kap. 2 § kommunallagen).`,
      ),
    ];
  }
  return [
    say(
      `Den som är medlem av ${organisation.name} kan få ett beslut prövat genom laglighetsprövning (13 kap. kommunallagen).`,
      `Överklagandet görs skriftligt till ${court}.`,
      appealAddress === undefined ? undefined : `Skicka det till ${appealAddress}.`,
    ),
    say(
      'Skriv vilket beslut som överklagas, varför det strider mot lag, och vilka omständigheter du åberopar.',
      'Domstolen kan bara upphäva beslutet, inte ersätta det med ett annat.',
    ),
    say(
      'Överklagandet ska ha kommit in inom tre veckor från den dag då det tillkännagavs på anslagstavlan att protokollet justerats.',
      'postedOn' in minutes ? `Sista dagen är ${minutes.lastAppealDay}.` : undefined,
    ),
  ];
};

/** The notice that minutes are certified (tillkännagivande, KL 8:12), and how to appeal. */
export const noticePaper = (facts: NoticeFacts): Paper => {
  const { organisation, minutes, matters } = facts;
  const body = organisation.bodies[minutes.body];
  const isPosted = 'postedOn' in minutes;
  return {
    sort: 'Anslag',
    organisation: organisation.name,
    title: `Justerat protokoll: ${inSentence(body)} ${minutes.meetingDate}`,
    date: isPosted ? minutes.postedOn : minutes.certifiedOn,
    head: rowsOf(
      ['Organ', firstInSentence(body)],
      ['Sammanträde', minutes.meetingDate],
      ['Justerat', minutes.certifiedOn],
    ),
    blocks: [
      say(
        `${firstInSentence(genitive(body))} protokoll från sammanträdet ${minutes.meetingDate} är justerat.`,
      ),
      rows(
        ['Anslaget sätts upp', isPosted ? minutes.postedOn : 'Ännu inte uppsatt'],
        ['Anslaget tas ner tidigast', isPosted ? addDays(minutes.lastAppealDay, 1) : undefined],
        ['Protokollet förvaras hos', organisation.papers.minutesKeptAt ?? organisation.name],
      ),
      ...(matters.length === 0
        ? []
        : [
            heading('Motioner i protokollet'),
            {
              kind: 'table' as const,
              columns: [
                { heading: 'Paragraf', width: 1 },
                { heading: 'Diarienummer', width: 1.5 },
                { heading: 'Rubrik', width: 5 },
              ],
              rows: matters.map((each) => [each.paragraph, each.registrationNumber, each.title]),
            },
          ]),
      heading('Hur man överklagar'),
      ...appealBlocks(facts),
    ],
  };
};
