import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { MeetingBody } from '../../domain/meeting.ts';
import { type MoverName, moversLine } from '../../domain/mover-names.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { ClauseDecision } from '../../domain/outcome.ts';
import { firstInSentence, inSentence, listed } from '../letters/words.ts';
import { type Block, heading, list, type Paper, points, rows, rowsOf, say, section } from './content.ts';
import { type DealtWith, deliberationBlocks } from './deliberation.ts';
import { pointsOf } from './wording.ts';

/** What came of the matter at the meeting. */
export type ExtractAct =
  | { readonly kind: 'proposed' | 'decided'; readonly outcomes: readonly ClauseDecision[] }
  | { readonly kind: 'withdrawal-noted' | 'written-off-late'; readonly outcomes: readonly ClauseDecision[] }
  | { readonly kind: 'forwarded' | 'postponed' }
  | { readonly kind: 'referred-back'; readonly reason?: string | undefined };

/** What an extract of the minutes is drawn from. */
export interface ExtractFacts {
  readonly organisation: Organisation;
  readonly body: MeetingBody;
  readonly meetingDate: CalendarDate;
  readonly paragraph: string;
  readonly registrationNumber: string;
  readonly title: string;
  readonly movers: readonly MoverName[];
  readonly clauses: readonly { readonly clauseNo: number; readonly text: string }[];
  readonly act: ExtractAct;
  readonly dealtWith?: DealtWith | undefined;
  /** The decision in the words of the minutes, where they were keyed in. */
  readonly worded: readonly string[];
  readonly deferredByMinority?: boolean | undefined;
  readonly deviatesFromBoard?: boolean | undefined;
  readonly urgent?: boolean | undefined;
  /** How many took part, where it is known, and who, where attendance is kept. */
  readonly present?: number | undefined;
  readonly serving: readonly string[];
  readonly disqualified: readonly string[];
  readonly chair?: string | undefined;
  readonly certifiers: readonly string[];
  readonly certifiedOn?: CalendarDate | undefined;
  readonly postedOn?: CalendarDate | undefined;
  readonly lastAppealDay?: CalendarDate | undefined;
}

const begins = (text: string) => (/^att\s/i.test(text) ? text : `att ${text}`);

const outcomePoints = (outcomes: readonly ClauseDecision[], worded: readonly string[]): Block =>
  points([...worded.map(begins), ...pointsOf(outcomes)]);

const decisionBlocks = (facts: ExtractFacts): Block[] => {
  const { organisation, body, act, worded } = facts;
  const { board, council } = organisation.bodies;
  const who = firstInSentence(organisation.bodies[body]);
  switch (act.kind) {
    case 'proposed':
      return [say(`${who} föreslår ${inSentence(council)} besluta`), outcomePoints(act.outcomes, worded)];
    case 'decided':
      return [say(`${who} beslutar`), outcomePoints(act.outcomes, worded)];
    case 'withdrawal-noted':
      return [
        say(`${who} noterar att motionen är återtagen och beslutar`),
        outcomePoints(act.outcomes, worded),
      ];
    case 'written-off-late':
      return [
        say(
          `Motionen har inte kunnat beredas inom ett år. Det har anmälts till ${inSentence(council)} (5 kap. 35 § kommunallagen).`,
        ),
        say(`${who} beslutar`),
        outcomePoints(act.outcomes, worded),
      ];
    case 'forwarded':
      return [say(`${firstInSentence(board)} lämnar ärendet till ${inSentence(council)} utan eget förslag.`)];
    case 'postponed':
      return [say(`${who} beslutar`), points([`att bordlägga ärendet${byMinority(facts)}.`])];
    case 'referred-back':
      return [
        say(`${who} beslutar`),
        points([`att återremittera ärendet${byMinority(facts)}.`]),
        ...(act.reason === undefined ? [] : [say(`Motivering: ${act.reason}`)]),
      ];
  }
};

const byMinority = ({ deferredByMinority }: ExtractFacts): string =>
  deferredByMinority === true
    ? ' på begäran av minst en tredjedel av de närvarande (5 kap. 50 § kommunallagen)'
    : '';

const matterBlocks = ({
  movers,
  title,
  clauses,
  organisation,
  body,
  urgent,
  deviatesFromBoard,
}: ExtractFacts): Block[] => [
  say(
    `${movers.length === 0 ? 'En motion har väckts' : `${moversLine(movers)} har väckt en motion`} med rubriken ”${title}”.`,
    urgent === true
      ? 'Ärendet är brådskande och avgörs utan beredning (5 kap. 33 § kommunallagen).'
      : undefined,
    body === 'council' && deviatesFromBoard === true
      ? `Beslutet är ett annat än det som ${inSentence(organisation.bodies.board)} föreslog.`
      : undefined,
  ),
  ...(clauses.length === 0 ? [] : [say('I motionen föreslås:')]),
  ...clauses.map(({ clauseNo, text }) => say(`${clauseNo}. ${text}`)),
];

const takingPartBlocks = ({ present, serving, disqualified }: ExtractFacts): Block[] => [
  ...(present === undefined
    ? []
    : [say(`${present} ledamöter och tjänstgörande ersättare deltar i beslutet.`)]),
  ...(serving.length === 0 ? [] : [list([serving.join(', ')])]),
  ...(disqualified.length === 0
    ? []
    : [say(`På grund av jäv deltar inte ${listed(disqualified)} i handläggningen.`)]),
];

const certificationBlock = ({
  chair,
  certifiers,
  certifiedOn,
  postedOn,
  lastAppealDay,
}: ExtractFacts): Block =>
  rows(
    ['Ordförande', chair],
    ['Justerare', certifiers.length === 0 ? undefined : listed(certifiers)],
    ['Justerat', certifiedOn ?? 'Protokollet är ännu inte justerat.'],
    ['Tillkännagivet på anslagstavlan', postedOn],
    ['Sista dag att överklaga', lastAppealDay],
  );

/** The extract of the minutes in one case (protokollsutdrag), with what the minutes must hold (KL 5:67, 6:35). */
export const extractPaper = (facts: ExtractFacts): Paper => {
  const { organisation, body, meetingDate, paragraph, registrationNumber, title, certifiedOn } = facts;
  return {
    sort: certifiedOn === undefined ? 'Protokollsutdrag, ej justerat' : 'Protokollsutdrag',
    organisation: organisation.name,
    title: `${paragraph} ${title}`,
    date: meetingDate,
    head: rowsOf(
      ['Organ', firstInSentence(organisation.bodies[body])],
      ['Sammanträde', meetingDate],
      ['Diarienummer', registrationNumber],
    ),
    blocks: [
      heading(facts.act.kind === 'proposed' ? 'Förslag till beslut' : 'Beslut'),
      ...decisionBlocks(facts),
      ...section('Ärendet', matterBlocks(facts)),
      ...(facts.dealtWith === undefined ? [] : deliberationBlocks(facts.dealtWith)),
      ...section('Deltagande', takingPartBlocks(facts)),
      ...sentToBlocks(facts),
      heading('Justering'),
      certificationBlock(facts),
    ],
  };
};

const sentToBlocks = ({ organisation, act, body }: ExtractFacts): Block[] => {
  const { decisionSentTo } = organisation.papers;
  const isSent = body === 'council' && (act.kind === 'decided' || act.kind === 'written-off-late');
  return isSent && decisionSentTo.length > 0 ? section('Beslutet skickas till', [list(decisionSentTo)]) : [];
};
