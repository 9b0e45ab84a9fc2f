import type { CalendarDate } from './calendar-date.ts';
import { certifyBy, postBy } from './deadlines.ts';
import { type Status, statuses } from './motion.ts';
import type { Organisation } from './organisation.ts';
import { decisionWords } from './outcome.ts';
import type { PublicMotion } from './public-motion.ts';
import type { PublicYear } from './public-year.ts';

type Bodies = Organisation['bodies'];

/** What of a motion says where it stands. */
export type Standing = Pick<
  PublicMotion,
  'status' | 'unit' | 'boardMeeting' | 'councilMeeting' | 'certifiedOn' | 'lastAppealDay'
> & {
  readonly decision?:
    | Pick<NonNullable<PublicMotion['decision']>, 'meetingDate' | 'outcome' | 'decisions'>
    | undefined;
  readonly boardProposal?: { readonly meetingDate: CalendarDate; readonly hasStand: boolean } | undefined;
};

/** The status of a public view; a row of another version of the product may hold one that is not known. */
export const knownStatus = (status: string): Status | undefined => statuses.find((each) => each === status);

/** The first letter made great, as a sentence begins. */
export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);

/** The stages of a motion as the public picks among them. */
export const stages = {
  ny: { label: 'Nya', statuses: ['Registered', 'Returned'] },
  bereds: { label: 'Svar bereds', statuses: ['Referred', 'Assigned', 'Drafting', 'Consulting', 'Approval'] },
  styrelsen: { label: 'Hos styrelsen', statuses: ['BoardReady', 'BoardAgenda'] },
  fullmaktige: { label: 'Hos fullmäktige', statuses: ['CouncilReady', 'CouncilAgenda', 'WithdrawalPending'] },
  beslutad: {
    label: 'Beslutade, inte laga kraft',
    statuses: ['Decided', 'Certified', 'AppealWindow', 'PresumedFinal', 'Appealed'],
  },
  avslutad: { label: 'Avslutade', statuses: ['Final', 'Archived'] },
} as const satisfies Readonly<Record<string, { label: string; statuses: readonly Status[] }>>;
/** A stage by its name. */
export type Stage = keyof typeof stages;
/** The stages of a motion as the public is told, in order; also words in addresses. */
export const stageNames = ['ny', 'bereds', 'styrelsen', 'fullmaktige', 'beslutad', 'avslutad'] as const;

/** The stage of a motion; undefined for a status that is not known. */
export const stageOf = (status: string): Stage | undefined =>
  stageNames.find((stage) => stages[stage].statuses.some((each) => each === status));

/** The body whose turn it is, or was last: the board from referral until it has proposed, else the council. */
export const bodyOf = (status: string): 'council' | 'board' => {
  const stage = stageOf(status);
  return stage === 'bereds' || stage === 'styrelsen' ? 'board' : 'council';
};

/** Where a motion stands, in a few plain words. */
export const stateWords = ({ status, decision }: Standing): string => {
  const known = knownStatus(status);
  if (known === undefined) return status;
  const outcome = decision === undefined ? undefined : capitalised(decisionWords(decision));
  switch (known) {
    case 'Registered':
      return 'Registrerad';
    case 'Returned':
      return 'Kompletteras';
    case 'Referred':
    case 'Assigned':
    case 'Drafting':
    case 'Approval':
      return 'Svar bereds';
    case 'Consulting':
      return 'På remiss';
    case 'BoardReady':
    case 'BoardAgenda':
      return 'Hos styrelsen';
    case 'CouncilReady':
    case 'CouncilAgenda':
      return 'Hos fullmäktige';
    case 'WithdrawalPending':
      return 'Återtagen';
    case 'Appealed':
      return `${outcome}, överklagad`;
    default:
      return outcome ?? 'Beslutad';
  }
};

/** Where a motion stands, as sentences anyone understands. */
export const stateSentence = (motion: Standing, bodies: Bodies): string => {
  const { council, board } = bodies;
  const by = motion.unit === undefined ? '' : ` Svaret bereds av ${motion.unit}.`;
  switch (knownStatus(motion.status)) {
    case 'Registered':
      return `Motionen är registrerad och ska remitteras till ${board}.`;
    case 'Returned':
      return 'Motionen är återlämnad till undertecknarna för komplettering.';
    case 'Referred':
      return `Motionen är remitterad till ${board}, som ska utse vem som svarar.`;
    case 'Assigned':
    case 'Drafting':
    case 'Approval':
      return `Ett svar på motionen bereds.${by}`;
    case 'Consulting':
      return `Motionen är på remiss: nämnder eller enheter har fått frågan om ett yttrande.${by}`;
    case 'BoardReady':
      return `Svaret är klart och ska tas upp i ${board}.`;
    case 'BoardAgenda':
      return `Motionen tas upp i ${board} ${motion.boardMeeting ?? ''}.`;
    case 'CouncilReady':
      return `${proposedBy(motion, board)} Motionen ska tas upp i ${council}.`;
    case 'CouncilAgenda':
      return `${proposedBy(motion, board)} Motionen tas upp i ${council} ${motion.councilMeeting ?? ''}.`;
    case 'WithdrawalPending':
      return motion.councilMeeting === undefined
        ? `Undertecknarna har återtagit motionen. Det ska anmälas i ${council}.`
        : `Undertecknarna har återtagit motionen. Det anmäls i ${council} ${motion.councilMeeting}.`;
    default:
      return `${decidedBy(motion, council)} ${sinceDecision(motion)}`.trim();
  }
};

const proposedBy = ({ boardProposal }: Standing, board: string): string =>
  boardProposal?.hasStand === false
    ? `${capitalised(board)} har lämnat motionen vidare utan eget förslag.`
    : `${capitalised(board)} har lämnat sitt förslag.`;

const decidedBy = ({ decision }: Standing, council: string): string =>
  decision === undefined
    ? ''
    : `${capitalised(council)} beslutade ${decision.meetingDate}: ${decisionWords(decision)}.`;

const sinceDecision = ({ status, lastAppealDay }: Standing): string => {
  switch (status) {
    case 'Decided':
      return 'Protokollet är inte justerat än.';
    case 'Certified':
      return 'Protokollet är justerat och ska anslås.';
    case 'AppealWindow':
      return `Beslutet kan överklagas till och med ${lastAppealDay ?? ''}.`;
    case 'PresumedFinal':
      return 'Överklagandetiden har gått ut. Det ska bekräftas att ingen har överklagat.';
    case 'Appealed':
      return 'Beslutet är överklagat och prövas av domstol.';
    case 'Final':
      return 'Beslutet har vunnit laga kraft.';
    case 'Archived':
      return 'Beslutet har vunnit laga kraft och ärendet är avslutat.';
    default:
      return '';
  }
};

/** What happens next with a motion, and when: a set day, one that is reckoned, or a last day. */
export interface NextStep {
  readonly what: string;
  readonly on?: CalendarDate | undefined;
  readonly how?: 'set' | 'estimated' | 'at-latest' | undefined;
}

/** The next thing that happens; undefined when nothing more will. */
export const nextStepOf = (
  motion: Standing,
  year: PublicYear | undefined,
  { council, board }: Bodies,
): NextStep | undefined => {
  const { decision } = motion;
  const atCouncil = (what: string): NextStep =>
    year?.estimatedDecision === undefined ? { what } : { what, on: year.estimatedDecision, how: 'estimated' };
  switch (knownStatus(motion.status)) {
    case 'Registered':
      return { what: `Remitteras till ${board}` };
    case 'Returned':
      return { what: 'Undertecknarna kompletterar' };
    case 'Referred':
      return { what: 'Handläggare utses' };
    case 'Assigned':
    case 'Drafting':
    case 'Consulting':
    case 'Approval':
    case 'BoardReady':
      return { what: `Tas upp i ${board}` };
    case 'BoardAgenda':
      return { what: `Tas upp i ${board}`, on: motion.boardMeeting, how: 'set' };
    case 'CouncilReady':
      return atCouncil(`Tas upp i ${council}`);
    case 'CouncilAgenda':
      return { what: `Tas upp i ${council}`, on: motion.councilMeeting, how: 'set' };
    case 'WithdrawalPending':
      return motion.councilMeeting === undefined
        ? { what: `Anmäls i ${council}` }
        : { what: `Anmäls i ${council}`, on: motion.councilMeeting, how: 'set' };
    case 'Decided':
      return {
        what: 'Protokollet justeras',
        on: decision && certifyBy(decision.meetingDate),
        how: 'at-latest',
      };
    case 'Certified':
      return {
        what: 'Protokollet anslås',
        on: motion.certifiedOn && postBy(motion.certifiedOn),
        how: 'at-latest',
      };
    case 'AppealWindow':
      return { what: 'Sista dag att överklaga', on: motion.lastAppealDay, how: 'set' };
    case 'PresumedFinal':
      return { what: 'Laga kraft bekräftas' };
    case 'Appealed':
      return { what: 'Domstolen prövar' };
    default:
      return undefined;
  }
};

/** What of a public view says where it stands. */
export const standingOf = ({ boardProposal, ...motion }: PublicMotion): Standing => ({
  ...motion,
  boardProposal: boardProposal && {
    meetingDate: boardProposal.meetingDate,
    hasStand: boardProposal.proposals.length > 0,
  },
});
