import { type FactsOf, type LetterFacts, letterFacts } from '../../documents/letters/facts.ts';
import type { LetterTemplate } from '../../domain/letters.ts';

const motion = {
  organisation: 'Region Exempel',
  bodies: { council: 'Regionfullmäktige', board: 'Regionstyrelsen' },
  title: 'Krafttag mot mäns våld mot kvinnor',
  publicPage: 'https://motioner.region.example/motioner/01JB2Q?spr=sv&vy=allt',
};
const numbered = { ...motion, registrationNumber: 'RS 12/2026' };
const boardMeeting = { meetingDate: '2026-10-13', paragraph: '§ 188' };
const councilMeeting = { meetingDate: '2026-11-24', paragraph: '§ 41' };
export const clauses = [
  'att regionen tar fram en handlingsplan mot mäns våld mot kvinnor tillsammans med kommunerna i länet',
  'att alla som arbetar inom hälso- och sjukvården utbildas i att ställa frågor om våld',
  'att arbetet följs upp varje år',
] as const;
export const decisions = [
  { clause: 1, text: clauses[0], outcome: 'GRANTED' },
  { clause: 2, text: clauses[1], outcome: 'ANSWERED' },
  { clause: 3, text: clauses[2], outcome: 'REJECTED' },
] as const;
const reason = 'Motionen saknar underskrift.\nDen saknar också att-satser.';

const asked = {
  ...numbered,
  recipient: 'Folkhälsonämnden',
  recipientKind: 'committee' as const,
  question: 'Vilka utbildningar finns redan?\nVad skulle en för alla anställda kosta?',
  sentOn: '2026-04-14',
  dueOn: '2026-06-12',
  replyTo: 'registrator@region.example',
};

const all: { readonly [T in LetterTemplate]: Omit<FactsOf<T>, 'template'> } = {
  received: { ...motion, receivedOn: '2026-03-02', textHash: '0f'.repeat(32) },
  registered: {
    ...numbered,
    receivedOn: '2026-03-02',
    raisedOn: '2026-03-10',
    decideBy: '2027-03-10',
    withdrawn: false,
  },
  returned: { ...numbered, returnedOn: '2026-03-04', provision: 'Arbetsordningen 27 §', reason },
  referred: {
    ...numbered,
    referredBy: 'presidium',
    announcedOn: '2026-03-10',
    isAnnounced: false,
    decideBy: '2027-03-10',
  },
  consulted: {
    ...numbered,
    recipient: 'Folkhälsonämnden',
    sentOn: '2026-04-14',
    dueOn: '2026-06-12',
    another: false,
  },
  'consultation-request': asked,
  'consultation-reminder': { ...asked, when: 'before' },
  'board-date': { ...numbered, meetingDate: '2026-10-13' },
  'board-proposal': {
    ...numbered,
    ...boardMeeting,
    stand: {
      kind: 'proposes',
      proposals: clauses.map((text, index) => ({ clause: index + 1, text, outcome: 'ANSWERED' as const })),
    },
  },
  'council-date': { ...numbered, meetingDate: '2026-11-24', basis: 'announced', forwarded: false },
  'meeting-changed': { ...numbered, meetingDate: '2026-11-24', body: 'council', change: 'cancelled' },
  decided: {
    ...numbered,
    ...councilMeeting,
    decisions: [...decisions],
    deviatesFromBoard: true,
    urgent: false,
  },
  extract: {
    ...numbered,
    ...councilMeeting,
    decisions: [...decisions],
    deviatesFromBoard: true,
    certifiedOn: '2026-12-02',
    postedOn: '2026-12-04',
    lastAppealDay: '2026-12-28',
    finalOn: '2026-12-29',
    attached: 'pdf',
  },
  final: {
    ...numbered,
    ...councilMeeting,
    decisions: [...decisions],
    finality: { how: 'no-appeal', finalOn: '2026-12-29' },
  },
  'referred-back': {
    ...numbered,
    ...councilMeeting,
    by: { body: 'council', request: 'minority' },
    reason: 'Kostnaderna ska redovisas per förvaltning.',
  },
  postponed: { ...numbered, ...councilMeeting, by: { body: 'council', request: 'majority' } },
  withdrawn: { ...numbered, withdrawnOn: '2026-09-01', by: 'all' },
  'late-report': {
    ...numbered,
    meetingDate: '2027-02-23',
    paragraph: '§ 12',
    raisedOn: '2026-03-10',
    soFar: 'Två nämnder har yttrat sig.\nKostnaden för utbildning utreds.',
    plannedOn: '2027-06-15',
    proposal: 'continue',
  },
  corrected: { ...numbered, ...councilMeeting, act: 'council-decision', status: 'CouncilAgenda' },
  appealed: {
    ...numbered,
    ...councilMeeting,
    appealReceivedOn: '2026-12-20',
    court: 'Förvaltningsrätten i Karlstad',
    courtCaseNumber: '5512-26',
    another: false,
    goesOn: false,
  },
  annulled: {
    ...numbered,
    ...councilMeeting,
    court: 'Förvaltningsrätten i Karlstad',
    courtCaseNumber: '5512-26',
    closedOn: '2027-05-17',
    continuesIn: 'CouncilReady',
  },
};

/** Facts for a template, parsed by the production schema; `changes` replace or add. */
export const aLetter = (template: LetterTemplate, changes: Record<string, unknown> = {}): LetterFacts =>
  letterFacts.parse({ template, ...all[template], ...changes });
