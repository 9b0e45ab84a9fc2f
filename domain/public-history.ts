import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';
import type { MotionEvent } from './events.ts';
import type { MeetingEvent } from './meeting-events.ts';
import type { MinutesEvent } from './minutes-events.ts';
import type { Organisation } from './organisation.ts';
import { decisionWords } from './outcome.ts';
import { capitalised } from './public-state.ts';

/** One thing that has happened to a motion, as anyone may read it. It names no person. */
export const publicHappening = z.object({
  /** Its number among all events of the case; those of the preparation are not shown, so there are gaps. */
  seq: z.int(),
  on: calendarDate,
  /** The event's name, for programs. */
  type: z.string(),
  text: z.string(),
});
export type PublicHappening = z.infer<typeof publicHappening>;

type Names = Pick<Organisation, 'bodies' | 'consultees'>;

/**
 * What an event says to the public; undefined for what is the preparation's own: drafts of the answer, approvals, who
 * has the case (TF 2:12; domain.md §4.3), and for what only a person's name would tell.
 */
export const happeningText = (event: MotionEvent, names: Names): string | undefined =>
  entryText(event) ?? preparationText(event, names) ?? meetingText(event, names) ?? followedText(event);

const entryText = (event: MotionEvent): string | undefined => {
  switch (event.type) {
    case 'MotionRegistered':
      return `Registrerad som ${event.registrationNumber}.`;
    case 'OpenMotionImported':
      return 'Införd i det här registret. Det som hänt tidigare finns på papper.';
    case 'MotionReturned':
      return 'Återlämnad till undertecknarna för komplettering.';
    case 'MotionResubmitted':
    case 'MotionCompletedOnPaper':
      return 'Kompletterad och inlämnad på nytt.';
    case 'SignatoryWithdrew':
      return event.last ? undefined : 'En av undertecknarna har återtagit sitt namn.';
    case 'ClausesWithdrawn':
      return event.gone.length === 0 ? undefined : `Återtagna att-satser: ${event.gone.join(', ')}.`;
    case 'WithdrawalCompleted':
      return 'Undertecknarna har återtagit motionen.';
    case 'CaseArchived':
      return 'Ärendet är avslutat och arkiverat.';
    default:
      return undefined;
  }
};

const preparationText = (event: MotionEvent, { bodies, consultees }: Names): string | undefined => {
  const nameOf = (recipient: string) => consultees.find(({ id }) => id === recipient)?.name ?? recipient;
  switch (event.type) {
    case 'MotionReferred': {
      const by = event.by === 'council' ? bodies.council : 'presidiet';
      return `Remitterad till ${bodies.board} av ${by}.`;
    }
    case 'OfficerAssigned':
      return `${event.unit} har fått i uppdrag att bereda svaret.`;
    case 'OfficerReassigned':
      return `${event.unit} bereder svaret.`;
    case 'ConsultationSent':
      return `På remiss till ${nameOf(event.recipient)}, med svar senast ${event.dueOn}.`;
    case 'StatementReceived':
      return 'Ett yttrande har kommit in.';
    case 'ConsultationEnded':
      return event.how === 'declined'
        ? 'En remissinstans avstod från att yttra sig.'
        : 'En remiss avslutades.';
    default:
      return undefined;
  }
};

const meetingText = (event: MotionEvent, { bodies }: Names): string | undefined => {
  const board = capitalised(bodies.board);
  const council = capitalised(bodies.council);
  switch (event.type) {
    case 'PlacedOnBoardAgenda':
      return `Uppsatt på dagordningen för ${bodies.board} ${event.meetingDate}.`;
    case 'PlacedOnCouncilAgenda':
      return `Uppsatt på dagordningen för ${bodies.council} ${event.meetingDate}.`;
    case 'TakenOffAgenda':
      return `Togs inte upp vid sammanträdet ${event.meetingDate}.`;
    case 'BoardPostponed':
      return `${board} bordlade motionen, ${event.at.paragraph}.`;
    case 'BoardReferredBack':
      return `${board} återremitterade motionen, ${event.at.paragraph}.`;
    case 'BoardProposed':
      return `${board} lämnade sitt förslag, ${event.at.paragraph}.`;
    case 'BoardForwarded':
      return `${board} lämnade motionen vidare utan eget förslag, ${event.at.paragraph}.`;
    case 'CouncilPostponed':
      return `${council} bordlade motionen, ${event.at.paragraph}${onRequest(event.request.by)}.`;
    case 'CouncilReferredBack':
      return `${council} återremitterade motionen, ${event.at.paragraph}${onRequest(event.request.by)}.`;
    case 'CouncilDecided': {
      const tooLate = event.withdrawnTooLate === true ? ' Återtagandet kom efter beslutet, som gäller.' : '';
      return `${council} beslutade: ${decisionWords(event)}, ${event.at.paragraph}.${tooLate}`;
    }
    case 'CouncilWroteOff':
    case 'WithdrawalNoted':
      return `${council} beslutade: ${decisionWords(event)}, ${event.at.paragraph}.`;
    case 'ReportedLate':
      return `Redovisades för ${bodies.council} som inte klar inom ett år, ${event.at.paragraph}.`;
    case 'DaysCorrected':
      return event.raisedOn === undefined || event.raisedOn === event.receivedOn
        ? `Registret rättades: motionen kom in ${event.receivedOn}.`
        : `Registret rättades: motionen kom in ${event.receivedOn} och väcktes ${event.raisedOn}.`;
    case 'ActTakenBack':
    case 'LateReportTakenBack':
      return `Det som antecknats från sammanträdet ${event.at.meetingDate} var felskrivet och togs tillbaka innan protokollet justerades.`;
    default:
      return undefined;
  }
};

const onRequest = (by: 'majority' | 'minority') =>
  by === 'minority' ? ', på begäran av en tredjedel av de närvarande' : '';

const followedText = (event: MotionEvent): string | undefined => {
  if (event.type === 'MinutesFollowed') return minutesText(event.happened);
  return event.type === 'MeetingFollowed' ? movedText(event.happened) : undefined;
};

const movedText = (happened: MeetingEvent): string | undefined => {
  switch (happened.type) {
    case 'MeetingMoved':
      return `Sammanträdet flyttades från ${happened.from} till ${happened.to}.`;
    case 'MeetingCancelled':
      return 'Sammanträdet ställdes in.';
    case 'MeetingEnded':
      return 'Hann inte tas upp vid sammanträdet.';
    default:
      return undefined;
  }
};

const appealResults = {
  upheld: 'domstolen ändrade inte beslutet',
  dismissed: 'överklagandet avvisades',
  withdrawn: 'överklagandet återkallades',
  annulled: 'domstolen upphävde beslutet',
} as const;

const minutesText = (happened: MinutesEvent): string | undefined => {
  switch (happened.type) {
    case 'MinutesCertified':
      return 'Protokollet justerades.';
    case 'NoticePosted':
      return `Protokollet anslogs. Beslutet kan överklagas till och med ${happened.lastAppealDay}.`;
    case 'NoticeFoundDown':
      if (happened.wrongDay === true)
        return 'Dagen då anslaget sattes upp var felskriven. Överklagandetiden räknas om.';
      return 'Anslaget hade tagits ner för tidigt och ska sättas upp igen. Överklagandetiden räknas om.';
    case 'AppealWindowPassed':
      return 'Överklagandetiden gick ut.';
    case 'NoAppealConfirmed':
      return 'Beslutet har vunnit laga kraft.';
    case 'AppealRecorded':
      return `Beslutet överklagades till ${happened.court}.`;
    case 'AppealClosed':
      return `Överklagandet är prövat: ${appealResults[happened.outcome.result]}.`;
    default:
      return undefined;
  }
};
