import type { MeetingEvent } from '../../domain/meeting-events.ts';
import { answer, board, council, person, proposals, system, text } from './asked.ts';

/** The kept meetings whose agendas the examples are on; ids stay when a meeting moves. */
export const BOARD_MEETING = 'board-2026-05-12';
export const COUNCIL_MEETING = 'council-2026-06-16';

const openMotion = {
  type: 'import-open-motion' as const,
  text,
  signatories: ['m-anna', 'm-bo'],
  registrationNumber: 'RS 12-2024',
  receivedOn: '2024-05-14',
  raisedOn: '2024-05-14',
};
const announced = { announcedOn: '2024-06-11' };
const officer = { officer: 'p-official', unit: 'Staben' };
const met = (meetingId: string, happened: MeetingEvent) =>
  system({ type: 'follow-meeting', meetingId, happened });
const moved = (from: string, to: string): MeetingEvent => ({ type: 'MeetingMoved', from, to });

/** Examples of what is asked while a motion is prepared, on paper, before the product, late, or taken back. */
export const widerExamples = {
  'import-open-motion#Registered': person('registrar', { ...openMotion, status: 'Registered' }),
  'import-open-motion#Referred': person('registrar', { ...openMotion, ...announced, status: 'Referred' }),
  'import-open-motion#Assigned': person('registrar', {
    ...openMotion,
    ...announced,
    ...officer,
    status: 'Assigned',
  }),
  'import-open-motion#Drafting': person('registrar', {
    ...openMotion,
    ...announced,
    ...officer,
    status: 'Drafting',
  }),
  'import-earlier-work#answered': person('registrar', { type: 'import-earlier-work', answer, proposals }),
  'import-earlier-work#proposed': person('registrar', {
    type: 'import-earlier-work',
    answer,
    proposals,
    boardProposal: { meetingDate: '2026-05-12', paragraph: '§ 12', proposals },
  }),
  'mark-secrecy': person('registrar', {
    type: 'mark-secrecy',
    provision: 'OSL 21 kap. 1 §',
    authority: 'regionfullmäktige',
  }),
  'lift-secrecy-mark': person('registrar', { type: 'lift-secrecy-mark' }),
  'add-note': person('registrar', { type: 'add-note', note: 'Anteckning-qvx: undertecknaren ringde.' }),
  'correct-days': person('registrar', {
    type: 'correct-days',
    receivedOn: '2026-01-09',
    note: 'Anteckning-qvx: fel dag stämplad.',
  }),
  'complete-on-paper': person('registrar', {
    type: 'complete-on-paper',
    text: { ...text, title: 'Titel-qvx på papper' },
    signatories: ['m-anna', 'm-bo'],
  }),
  reassign: person('manager', { type: 'reassign', officer: 'p-official', unit: 'Regionstaben' }),
  'declare-disqualification': person('manager', { type: 'declare-disqualification' }),
  'send-consultation': person('official', {
    type: 'send-consultation',
    recipient: 'n-trafik',
    dueOn: '2026-09-01',
    question: 'Fråga-qvx: vad kostar det?',
  }),
  'record-statement': person('registrar', {
    type: 'record-statement',
    consultationNo: 1,
    receivedOn: '2026-07-30',
    statement: 'Yttrande-qvx: för mycket.',
    maker: { by: 'committee', decidedOn: '2026-07-29', paragraph: '§ 7', proposes: true },
  }),
  'end-consultation': person('official', { type: 'end-consultation', consultationNo: 1, how: 'closed' }),
  'join-preparation': person('official', { type: 'join-preparation', lead: 'case-2' }),
  'leave-preparation': person('official', { type: 'leave-preparation' }),
  'forward-without-recommendation': person('board-secretary', {
    type: 'forward-without-recommendation',
    ...board,
  }),
  'report-late': person('council-secretary', {
    type: 'report-late',
    ...council,
    soFar: 'Läget-qvx: ett yttrande saknas.',
    plannedOn: '2026-11-17',
    proposal: 'continue',
  }),
  'write-off': person('council-secretary', {
    type: 'write-off',
    ...council,
    present: 60,
    announcedOn: '2026-06-09',
  }),
  'take-off-agenda#board': person('board-secretary', { type: 'take-off-agenda' }),
  'take-off-agenda': person('council-secretary', { type: 'take-off-agenda' }),
  'take-back-late-report': person('council-secretary', { type: 'take-back-late-report' }),
  'take-back-act': person('board-secretary', { type: 'take-back-act' }),
  'withdraw-clauses': person('member', { type: 'withdraw-clauses', clauses: [2] }),
  'complete-withdrawal': person('registrar', { type: 'complete-withdrawal' }),
  'ring-clock#one-year': system({ type: 'ring-clock', clock: 'one-year', dueOn: '2026-07-11' }),
  'ring-clock#consultation': system({ type: 'ring-clock', clock: 'consultation-1', dueOn: '2026-08-18' }),
  'ring-clock#approval': system({ type: 'ring-clock', clock: 'approval-0', dueOn: '2026-08-04' }),
  'follow-meeting/MeetingMoved#board': met(BOARD_MEETING, moved('2026-05-12', '2026-05-19')),
  'follow-meeting/MeetingMoved#council': met(COUNCIL_MEETING, moved('2026-06-16', '2026-06-23')),
  'follow-meeting/MeetingCancelled#board': met(BOARD_MEETING, { type: 'MeetingCancelled' }),
  'follow-meeting/MeetingCancelled#council': met(COUNCIL_MEETING, { type: 'MeetingCancelled' }),
  'follow-meeting/MeetingEnded#board': met(BOARD_MEETING, { type: 'MeetingEnded' }),
  'follow-meeting/MeetingEnded#council': met(COUNCIL_MEETING, { type: 'MeetingEnded' }),
  /** What happens to a meeting without moving its cases. */
  'follow-meeting/MeetingSummoned#board': met(BOARD_MEETING, {
    type: 'MeetingSummoned',
    summonedOn: '2026-05-04',
  }),
} as const;
