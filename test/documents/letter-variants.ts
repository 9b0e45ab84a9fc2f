import type { LetterTemplate } from '../../domain/letters.ts';
import { clauses, decisions } from './letter-samples.ts';

const [first, second, third] = clauses;
const wholly = (outcome: string) => ({ decisions: [{ clause: 'whole', outcome }], deviatesFromBoard: false });
const eachWrittenOff = {
  decisions: clauses.map((text, index) => ({ clause: index + 1, text, outcome: 'WRITTEN_OFF' })),
  deviatesFromBoard: false,
};
/** The second clause was withdrawn; of the others one is granted in other words, and the other falls with it. */
const outOfThree = {
  decisions: [
    { clause: 3, text: third, outcome: 'LAPSED', lapsedBy: 1 },
    { clause: 1, text: first, outcome: 'GRANTED_AMENDED' },
  ],
  withdrawnClauses: [{ clause: 2, text: second }],
  deviatesFromBoard: false,
};
const points = [
  { pointNo: 1, text: 'Regionen tar fram en handlingsplan före den 30 juni 2027.', clauses: [1, 3] },
  { pointNo: 2, text: 'Planen redovisas för regionfullmäktige.', clauses: [] },
];

/** What else a template can say: name of the golden file, template, and the facts that differ from its sample. */
export const letterVariants: readonly (readonly [string, LetterTemplate, Record<string, unknown>])[] = [
  [
    'received-again',
    'received',
    { registrationNumber: 'RS 12/2026', again: { enteredOn: '2026-03-20', onPaper: false } },
  ],
  [
    'received-on-paper',
    'received',
    { registrationNumber: 'RS 12/2026', again: { enteredOn: '2026-03-20', onPaper: true } },
  ],
  ['registered-withdrawn', 'registered', { withdrawn: true, decideBy: undefined }],
  ['registered-old', 'registered', { decideBy: undefined }],
  ['referred-old', 'referred', { referredBy: 'council', isAnnounced: true, decideBy: undefined }],
  ['consulted-another', 'consulted', { recipient: 'Region Exempels ekonomistab', another: true }],
  ['board-date-moved', 'board-date', { meetingDate: '2026-10-20', movedFrom: '2026-10-13' }],
  [
    'board-proposal-some-withdrawn',
    'board-proposal',
    {
      stand: {
        kind: 'proposes',
        proposals: outOfThree.decisions,
        withdrawnClauses: outOfThree.withdrawnClauses,
        points,
      },
    },
  ],
  [
    'board-proposal-forwarded',
    'board-proposal',
    { stand: { kind: 'forwards', committees: ['Folkhälsonämnden', 'Vårdnämnden'] } },
  ],
  ['board-proposal-forwarded-unnamed', 'board-proposal', { stand: { kind: 'forwards', committees: [] } }],
  ['council-date-moved', 'council-date', { meetingDate: '2026-12-01', movedFrom: '2026-11-24' }],
  ['council-date-forwarded', 'council-date', { forwarded: true }],
  ['council-date-urgent', 'council-date', { basis: 'urgent' }],
  ['council-date-unannounced', 'council-date', { basis: 'unannounced' }],
  ['council-date-withdrawn', 'council-date', { withdrawn: true }],
  ['council-date-withdrawn-moved', 'council-date', { withdrawn: true, movedFrom: '2026-11-17' }],
  ['council-date-withdrawn-unannounced', 'council-date', { withdrawn: true, basis: 'unannounced' }],
  ['meeting-changed-withdrawn-cancelled', 'meeting-changed', { withdrawn: true }],
  ['meeting-changed-withdrawn-not-reached', 'meeting-changed', { withdrawn: true, change: 'not-reached' }],
  ['meeting-changed-withdrawn-taken-off', 'meeting-changed', { withdrawn: true, change: 'taken-off' }],
  ['decided-withdrawn-too-late', 'decided', { withdrawnTooLate: true }],
  ['extract-withdrawn-too-late', 'extract', { withdrawnTooLate: true }],
  ['referred-back-withdrawn', 'referred-back', { withdrawn: true }],
  ['postponed-withdrawn', 'postponed', { withdrawn: true }],
  ['meeting-changed-not-reached', 'meeting-changed', { change: 'not-reached' }],
  ['meeting-changed-taken-off', 'meeting-changed', { change: 'taken-off' }],
  ['meeting-changed-board-cancelled', 'meeting-changed', { body: 'board' }],
  ['meeting-changed-board-not-reached', 'meeting-changed', { body: 'board', change: 'not-reached' }],
  ['decided-urgent', 'decided', { ...wholly('GRANTED'), urgent: true }],
  ['decided-some-withdrawn', 'decided', { ...outOfThree, points }],
  ['decided-late', 'decided', { ...eachWrittenOff, ground: 'late' }],
  ['decided-withdrawal', 'decided', { ...wholly('WRITTEN_OFF'), ground: 'withdrawal' }],
  ['extract-some-withdrawn', 'extract', { ...outOfThree, points }],
  ['extract-late', 'extract', { ...eachWrittenOff, ground: 'late' }],
  ['final-some-withdrawn', 'final', { ...outOfThree, points }],
  [
    'final-upheld',
    'final',
    { finality: { how: 'upheld', closedOn: '2027-05-17' }, decisions: [...decisions] },
  ],
  ['final-dismissed', 'final', { finality: { how: 'dismissed', closedOn: '2027-05-17' } }],
  ['final-appeal-withdrawn', 'final', { finality: { how: 'withdrawn', closedOn: '2027-05-17' } }],
  ['postponed-by-board', 'postponed', { by: { body: 'board' } }],
  ['late-report-write-off', 'late-report', { proposal: 'write-off', plannedOn: undefined }],
  ['corrected-board-proposal', 'corrected', { act: 'board-proposal', status: 'BoardAgenda' }],
  ['corrected-board-postponement', 'corrected', { act: 'board-postponement', status: 'BoardAgenda' }],
  ['corrected-board-referral-back', 'corrected', { act: 'board-referral-back', status: 'BoardAgenda' }],
  ['corrected-council-postponement', 'corrected', { act: 'council-postponement' }],
  ['corrected-council-referral-back', 'corrected', { act: 'council-referral-back' }],
  ['corrected-late-report', 'corrected', { act: 'late-report', status: 'Drafting' }],
  ['corrected-finality', 'corrected', { act: 'finality', status: 'Certified' }],
  ['corrected-wrong-day', 'corrected', { act: 'finality', status: 'Certified', wrongDay: true }],
  ['corrected-noted-withdrawal', 'corrected', { status: 'WithdrawalPending' }],
  ['withdrawn-none-left', 'withdrawn', { by: 'none-left', registrationNumber: undefined }],
  ['extract-as-word', 'extract', { attached: 'docx' }],
  ['extract-not-attached', 'extract', { attached: undefined }],
  ['extract-appealed', 'extract', { finalOn: undefined }],
  ['appealed-another', 'appealed', { another: true }],
  ['appealed-goes-on', 'appealed', { goesOn: true }],
  ['annulled-goes-on', 'annulled', { continuesIn: 'same' }],
  [
    'consultation-request-to-unit',
    'consultation-request',
    { recipient: 'ekonomistaben', recipientKind: 'unit' },
  ],
  ['consultation-reminder-today', 'consultation-reminder', { when: 'today' }],
  ['consultation-reminder-after', 'consultation-reminder', { when: 'after' }],
];
