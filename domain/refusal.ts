import { deliberationRefusals } from './deliberation-refusals.ts';
import type { MeetingBody } from './meeting.ts';
import { meetingRefusals, type RefusalText } from './meeting-refusals.ts';
import { minutesRefusals } from './minutes-refusals.ts';
import { type Role, roleName } from './roles.ts';

/** Every "no" of the law: its Swedish sentence and the rule it rests on. `docs/errors.md` lists them; a test ties. */
export const refusals = {
  wrong_status: { rule: 'domain.md §11.1', sentence: 'Det går inte i det läge ärendet har nu.' },
  not_permitted: { rule: 'domain.md §11.1', sentence: 'Du får inte göra detta i det här ärendet.' },
  signatory_missing: {
    rule: 'KL 4:19, 5:22 p. 2',
    sentence:
      'Motionen saknar undertecknare. En motion väcks av minst en namngiven ledamot; ett parti kan inte väcka motion.',
  },
  clause_missing: {
    rule: 'domain.md §1.3',
    sentence: 'Motionen saknar att-sats. Skriv minst en att-sats med vad fullmäktige ska besluta.',
  },
  unknown_member: {
    rule: 'KL 4:19',
    sentence: 'En undertecknare finns inte i förtroendemannaregistret.',
  },
  not_eligible: {
    rule: 'KL 4:19, 4:22',
    sentence:
      'En undertecknare är inte ledamot i fullmäktige den dagen och tjänstgör inte heller som ersättare.',
  },
  signatory_dropped: {
    rule: 'domain.md §1.4',
    sentence: 'Den som har undertecknat en inkommen motion kan inte strykas, bara själv återta den.',
  },
  text_not_approved: {
    rule: 'KL 4:19; domain.md §11.1 rad 1',
    sentence: 'Alla undertecknare har inte godkänt den här texten.',
  },
  text_changed: {
    rule: 'domain.md §11.1 rad 1',
    sentence: 'Texten har ändrats sedan du läste den. Läs den nya texten och godkänn den.',
  },
  date_in_future: { rule: 'TF 2:9; OSL 5:2', sentence: 'Datumet ligger framåt i tiden.' },
  date_out_of_order: {
    rule: 'domain.md §11.3',
    sentence: 'Datumet stämmer inte med vad som redan har hänt.',
  },
  number_needed: {
    rule: 'OSL 5:2',
    sentence: 'Skriv diarienumret: i den här organisationen sätts det i ett annat diarium.',
  },
  number_not_accepted: {
    rule: 'OSL 5:2',
    sentence: 'Diarienumret följer inte registrets mönster, eller sätts av systemet självt.',
  },
  number_taken: { rule: 'OSL 5:2', sentence: 'Diarienumret är redan använt för ett annat ärende.' },
  referral_not_allowed: {
    rule: 'KL 5:72 p. 8',
    sentence: 'Enligt fullmäktiges arbetsordning remitteras motioner inte på det sättet.',
  },
  not_unanimous: {
    rule: 'KL 5:33',
    sentence: 'Ett oberett ärende får avgöras bara om alla närvarande är ense om det.',
  },
  no_quorum: {
    rule: 'KL 5:45',
    sentence: 'Organet är inte beslutfört: mer än hälften av ledamöterna måste vara närvarande.',
  },
  clauses_not_covered: {
    rule: 'domain.md §6.2',
    sentence: 'Varje att-sats ska ha precis ett utfall.',
  },
  answer_missing: { rule: 'domain.md §11.1 rad 9', sentence: 'Skriv ett svar först.' },
  disqualified: {
    rule: 'KL 7:4, 6:28–32',
    sentence: 'Den som är jävig får inte godkänna svaret. En annan med samma roll behöver göra det.',
  },
  not_an_official: {
    rule: 'domain.md §11.1 rad 6',
    sentence: 'Den som ska handlägga ärendet har inte rollen handläggare.',
  },
  not_summoned: {
    rule: 'KL 5:15',
    // The week of KL 5:15 is the council's; that the board is summoned first is our rule.
    inBoard: 'domain.md §11.1 rad 12',
    sentence: 'Kallelsen ska ha gått ut innan ärendet sätts upp på dagordningen.',
  },
  not_announced: {
    rule: 'KL 5:13, 5:52',
    sentence: 'Ärendet ska vara kungjort minst en vecka före fullmäktiges sammanträde.',
  },
  minority_too_small: {
    rule: 'KL 5:50',
    sentence: 'Minst en tredjedel av de närvarande ledamöterna måste begära det.',
  },
  more_than_present: {
    rule: 'KL 5:50',
    sentence: 'Fler står bakom begäran än de ledamöter som är närvarande. Rätta något av talen.',
  },
  minority_right_used: {
    rule: 'KL 5:50',
    sentence: 'Ärendet har redan en gång skjutits upp på en minoritets begäran. Nu krävs enkel majoritet.',
  },
  ...deliberationRefusals,
  // KL says nothing of withdrawal: who may is ours to say (domain.md §1.4).
  signatory_left: {
    rule: 'domain.md §1.4',
    sentence:
      'Den som har lämnat fullmäktige kan inte återta motionen. De undertecknare som sitter kvar kan återta den. Finns ingen kvar fortsätter ärendet, och fullmäktige beslutar om motionen.',
  },
  not_signatory: {
    rule: 'domain.md §1.4',
    sentence: 'Bara den som har undertecknat den inkomna motionen kan återta den.',
  },
  already_withdrawn: { rule: 'domain.md §1.4', sentence: 'Du har redan återtagit motionen.' },
  not_registered: {
    rule: 'OSL 5:1',
    sentence: 'Motionen är inkommen och ska registreras innan återtagandet kan anmälas i fullmäktige.',
  },
  invitation_not_valid: {
    rule: 'architecture.md §9',
    sentence:
      'Koden gäller inte. Den kan vara felskriven, redan använd eller för gammal. Be en administratör om en ny inbjudan.',
  },
  days_unchanged: { rule: 'OSL 5:2', sentence: 'Dagarna står redan så. Ange den dag som är fel.' },
  already_marked: {
    rule: 'OSL 5:5',
    sentence:
      'Ärendet är redan sekretessmarkerat. Ta bort markeringen först om den ska gälla en annan bestämmelse.',
  },
  not_marked: { rule: 'OSL 5:5', sentence: 'Ärendet är inte sekretessmarkerat.' },
  attendance_missing: {
    rule: 'KL 5:45, 6:27',
    sentence: 'Ange hur många som är närvarande, eller för närvaron på sammanträdet.',
  },
  attendance_differs: {
    rule: 'KL 5:66',
    sentence: 'Antalet närvarande stämmer inte med närvarolistan för sammanträdet.',
  },
  papers_late: {
    rule: 'arbetsordningen (KL 5:72)',
    inBoard: 'reglementet (KL 6:44)',
    sentence:
      'Sista dagen för handlingar till sammanträdet har passerat. Välj ett senare, eller ange att ärendet tas in ändå.',
  },
  requesters_missing: {
    rule: 'KL 5:50',
    sentence: 'Ange vilka ledamöter som begär att ärendet skjuts upp.',
  },
  no_minority_right: {
    rule: 'KL 6:33 2 st.',
    sentence: 'I styrelsen kan en minoritet inte skjuta upp ett ärende. Där krävs enkel majoritet.',
  },
  proposal_needed: {
    rule: 'KL 5:28',
    sentence: 'Styrelsen ska lägga fram ett förslag till beslut när ingen nämnd har gjort det.',
  },
  not_reported: {
    rule: 'KL 5:35 2 st.',
    sentence: 'En motion får avskrivas bara när fördröjningen är anmäld vid samma sammanträde.',
  },
  nothing_to_take_back: {
    rule: 'KL 5:69',
    sentence: 'Det finns ingen inmatning att ta tillbaka: något nytt har redan hänt i ärendet.',
  },
  council_meets: {
    rule: 'domain.md §1.4',
    sentence:
      'Fullmäktige har haft sammanträde i ärendet. Säg till fullmäktiges sekreterare, som kan ta ärendet av dagordningen om det inte är avgjort.',
  },
  statement_of_no_committee: {
    rule: 'KL 5:28, 6:38 p. 2',
    sentence: 'Remissen gick till en enhet, som inte är en nämnd och inte fattar nämndbeslut.',
  },
  clause_unknown: { rule: 'domain.md §1.4', sentence: 'Motionen har ingen sådan att-sats.' },
  withdraw_whole: {
    rule: 'domain.md §1.4',
    sentence: 'Då återstår ingen att-sats. Återta hela motionen i stället.',
  },
  withdrawn_first: {
    rule: 'domain.md §1.4',
    sentence:
      'Motionen var återtagen före sammanträdet, och det är återtagandet som står på dagordningen. För in att det är anmält i stället.',
  },
  not_all_withdrawn: {
    rule: 'domain.md §1.4',
    sentence: 'Någon som sitter i fullmäktige står kvar bakom motionen, eller ingen har återtagit den.',
  },
  consultee_unknown: {
    rule: 'KL 6:12',
    sentence: 'Remissinstansen finns inte i organisationens lista.',
  },
  consultation_unknown: { rule: 'KL 6:12', sentence: 'Det finns ingen öppen remiss med det numret.' },
  due_in_past: { rule: 'domain.md §3', sentence: 'Svarsdagen ska ligga framåt i tiden.' },
  statement_delegated: {
    rule: 'KL 6:38 p. 2',
    sentence:
      'En nämnds yttrande till fullmäktige är nämndens eget beslut och kan inte lämnas av en tjänsteperson.',
  },
  not_joinable: {
    rule: 'domain.md §3',
    sentence:
      'Motionerna kan inte beredas ihop. Båda ska vara under beredning, och ingen av dem får redan ingå i en annan samberedning.',
  },
  not_joint: { rule: 'domain.md §3', sentence: 'Motionen bereds inte ihop med någon annan.' },
  proposals_not_per_case: {
    rule: 'domain.md §3',
    sentence: 'Ange förslag för varje motion som bereds ihop, och bara för dem.',
  },
  import_incomplete: { rule: 'OSL 5:2', sentence: 'Uppgifter saknas för det läge som motionen förs in i.' },
  not_imported: {
    rule: 'OSL 5:1',
    sentence: 'Bara en motion som var öppen när systemet togs i bruk kan få tidigare beredning införd.',
  },
  no_email_address: {
    rule: 'domain.md §9',
    sentence: 'Det finns ingen e-postadress för dig. Be en administratör föra in den.',
  },
  ...minutesRefusals,
  ...meetingRefusals,
} as const satisfies Record<string, RefusalText>;

/** The name of a no. */
export type RefusalCode = keyof typeof refusals;

/** A rule's no. A value, never an exception; the record is unchanged. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly code: RefusalCode;
  /** A Swedish sentence for the person who asked. */
  readonly detail: string;
  /** The rule it rests on. */
  readonly rule: string;
  /** Who may do it, in Swedish; empty when nobody may in this status. */
  readonly mayBeDoneBy: readonly string[];
}

/** Builds a refusal; `detail` is appended to the sentence and must not name a person. */
export const refuse = (
  code: RefusalCode,
  more?: { body?: MeetingBody; detail?: string; rule?: string; mayBeDoneBy?: readonly string[] },
): Refusal => ({
  kind: 'refusal',
  code,
  detail: more?.detail === undefined ? refusals[code].sentence : `${refusals[code].sentence} ${more.detail}`,
  rule: more?.rule ?? ruleFor(code, more?.body),
  mayBeDoneBy: more?.mayBeDoneBy ?? [],
});

const ruleFor = (code: RefusalCode, body: MeetingBody | undefined): string => {
  const { rule, inBoard }: RefusalText = refusals[code];
  return body === 'board' && inBoard !== undefined ? inBoard : rule;
};

/** The role as a refusal names it. */
export const named = (role: Role | 'system'): string => roleName[role];
