import type { MotionEvent } from './events.ts';
import type { MeetingEvent } from './meeting-events.ts';
import type { MinutesEvent } from './minutes-events.ts';

type Named = Exclude<MotionEvent['type'], 'MinutesFollowed' | 'MeetingFollowed'>;

/** What has happened to a motion, in the words of the register. */
const eventNames: Readonly<Record<Named, string>> = {
  DraftStarted: 'Utkastet påbörjades',
  TextRevised: 'Texten ändrades',
  TextApproved: 'En undertecknare godkände texten',
  DraftDiscarded: 'Utkastet kasserades',
  MotionSubmitted: 'Motionen kom in',
  MotionImported: 'Motionen kom in på papper',
  MotionRegistered: 'Motionen registrerades',
  MotionReturned: 'Motionen återlämnades för komplettering',
  MotionResubmitted: 'Motionen kom in kompletterad',
  MotionCompletedOnPaper: 'Motionen kom in kompletterad på papper',
  MotionReferred: 'Motionen remitterades till styrelsen',
  OfficerAssigned: 'Handläggare utsågs',
  DraftingStarted: 'Beredningen började',
  AnswerWritten: 'Svaret skrevs',
  OfficerReassigned: 'Handläggaren byttes',
  ConsultationSent: 'Remiss skickades',
  StatementReceived: 'Remissvar kom in',
  ConsultationEnded: 'En remiss avslutades',
  PreparationJoined: 'Motionen började beredas ihop med en annan',
  PreparationLeft: 'Motionen lämnade samberedningen',
  AnswerSubmitted: 'Svaret lämnades för godkännande',
  AnswerApproved: 'Svaret godkändes',
  ApproverDisqualified: 'En godkännare anmälde jäv',
  AnswerReturned: 'Svaret lämnades tillbaka till handläggaren',
  AnswerCommented: 'Svaret kommenterades',
  PlacedOnBoardAgenda: 'Motionen sattes upp i styrelsen',
  BoardPostponed: 'Styrelsen bordlade motionen',
  BoardReferredBack: 'Styrelsen återremitterade motionen',
  BoardProposed: 'Styrelsen lade fram sitt förslag',
  BoardForwarded: 'Styrelsen lämnade motionen vidare utan eget förslag',
  PlacedOnCouncilAgenda: 'Motionen sattes upp i fullmäktige',
  CouncilPostponed: 'Fullmäktige bordlade motionen',
  CouncilReferredBack: 'Fullmäktige återremitterade motionen',
  CouncilDecided: 'Fullmäktige beslutade',
  SignatoryWithdrew: 'En undertecknare återtog motionen',
  WithdrawalCompleted: 'Återtagandet fullbordades',
  ClausesWithdrawn: 'Att-satser återtogs',
  WithdrawalNoted: 'Återtagandet anmäldes i fullmäktige',
  ReportedLate: 'Fördröjningen anmäldes i fullmäktige',
  CouncilWroteOff: 'Fullmäktige avskrev motionen',
  ActTakenBack: 'En felskriven åtgärd togs tillbaka',
  LateReportTakenBack: 'En felskriven anmälan om fördröjning togs tillbaka',
  TakenOffAgenda: 'Motionen togs av dagordningen',
  OpenMotionImported: 'Den öppna motionen fördes in',
  EarlierWorkImported: 'Tidigare beredning fördes in',
  ClockRang: 'En bevakad dag kom',
  CaseArchived: 'Ärendet arkiverades',
  SecrecyMarked: 'Ärendet sekretessmarkerades',
  SecrecyMarkLifted: 'Sekretessmarkeringen togs bort',
  DaysCorrected: 'En dag i registret rättades',
  NoteAdded: 'En tjänsteanteckning gjordes',
};

/** What has happened to the minutes, or the meeting, that a case follows. */
const followedNames: Readonly<Record<MinutesEvent['type'] | MeetingEvent['type'], string>> = {
  MinutesOpened: 'Protokollet påbörjades',
  MinutesSigned: 'En justerare skrev under protokollet',
  MinutesContested: 'En justerare godkänner inte protokollet',
  CertifierReplaced: 'En justerare byttes ut',
  MinutesCertified: 'Protokollet justerades',
  NoticePosted: 'Protokollet anslogs',
  NoticeFoundDown: 'Anslaget var nedtaget i förtid',
  AppealWindowPassed: 'Överklagandetiden gick ut',
  NoAppealConfirmed: 'Det bekräftades att ingen överklagat',
  AppealRecorded: 'Beslutet överklagades',
  AppealClosed: 'Ett överklagande avslutades',
  MeetingPlanned: 'Sammanträdet planerades',
  MeetingChanged: 'Uppgifter om sammanträdet ändrades',
  MeetingMoved: 'Sammanträdet flyttades',
  MeetingCancelled: 'Sammanträdet ställdes in',
  MeetingSummoned: 'Kallelsen gick ut',
  MeetingAnnounced: 'Sammanträdet kungjordes',
  AttendanceRecorded: 'Närvaron antecknades',
  DisqualificationDeclared: 'Jäv anmäldes',
  MeetingEnded: 'Sammanträdet avslutades',
  ClockRang: 'En bevakad dag kom',
};

/** The name of an event in Swedish, as a reader of the log would say it. */
export const eventName = (event: MotionEvent | { readonly type: Named }): string =>
  'withdrawnTooLate' in event && event.withdrawnTooLate === true
    ? `${eventNames[event.type]}, innan motionen återtogs: beslutet gäller`
    : plainName(event);

const plainName = (event: MotionEvent | { readonly type: Named }): string => {
  if (!('happened' in event)) return eventNames[event.type];
  const { happened } = event;
  // It was up all the time: nothing was taken down.
  return 'wrongDay' in happened && happened.wrongDay === true
    ? 'Dagen då anslaget sattes upp var felskriven'
    : followedNames[happened.type];
};
