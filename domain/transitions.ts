import type { CommandType } from './commands.ts';
import { consulted, joined } from './evolve-consultation.ts';
import type { LetterTemplate } from './letters.ts';
import type { MeetingEvent } from './meeting-events.ts';
import type { MinutesEvent } from './minutes-events.ts';
import { afterReceipt, type Status, undecided, withdrawable } from './motion.ts';
import type { Role } from './roles.ts';

/** How a person must stand to the case, besides holding a role. */
export type Relation = 'any' | 'author-group' | 'signatory' | 'officer' | 'approver';

/** Who may ask for a transition. */
export interface Permission {
  readonly role: Role | 'system';
  readonly relation: Relation;
}

/**
 * One row of domain.md §11.1. Permissions, buttons, letters and the workflow's branches derive from these rows; a
 * test proves that the state machine has a path for each, and no other.
 */
export interface Transition {
  /** Row number in domain.md §11.1. */
  readonly row: string;
  readonly command: CommandType;
  /** For `follow-minutes` and `follow-meeting`: what happened to them. */
  readonly follows?: MinutesEvent['type'] | MeetingEvent['type'];
  readonly from: readonly Status[];
  /** `earlier`: what the motion was before the act that is taken back. */
  readonly to: Status | 'same' | 'earlier';
  /** What the workflow is told; absent when the step does not change. */
  readonly outcome?: string;
  readonly by: readonly Permission[];
  /** Letters to the signatories. */
  readonly tells: readonly LetterTemplate[];
  /** The rule the row rests on. */
  readonly rule: string;
}

const may = (role: Role | 'system', relation: Relation = 'any'): Permission => ({ role, relation });
const authors = [may('member', 'author-group'), may('group-secretary', 'author-group')];
const signatories = [may('member', 'signatory')];
const officer = [may('official', 'officer')];
const approver = [may('manager', 'approver'), may('director', 'approver')];
const registrar = [may('registrar')];
const boardSecretary = [may('board-secretary')];
const councilSecretary = [may('council-secretary')];
const system = [may('system')];
const manager = [may('manager'), may('board-secretary')];
const receivers = [may('official', 'officer'), may('registrar')];
const noteTakers = [may('registrar'), may('board-secretary'), may('council-secretary')];
const officerOrSecretary = [may('official', 'officer'), may('board-secretary')];

// The rows are left as one line each: a table is read by its columns.
const beforeReceipt: readonly Transition[] = [
  { row: '0', command: 'start-draft', from: [], to: 'Draft', by: [may('member'), may('group-secretary')], tells: [], rule: 'KL 4:19, 4:33; TF 2:13' },
  { row: '0a', command: 'revise-text', from: ['Draft', 'Returned'], to: 'same', by: authors, tells: [], rule: 'domain.md §1.4' },
  { row: '0b', command: 'approve-text', from: ['Draft', 'Returned'], to: 'same', by: signatories, tells: [], rule: 'KL 4:19, 5:22 p. 2' },
  { row: '1', command: 'submit', from: ['Draft'], to: 'Received', outcome: 'submitted', by: authors, tells: ['received'], rule: 'KL 4:19, 5:22 p. 2' },
  { row: '1b', command: 'discard-draft', from: ['Draft'], to: 'Discarded', by: authors, tells: [], rule: 'TF 2:13' },
  { row: '1i', command: 'import-motion', from: [], to: 'Received', outcome: 'submitted', by: registrar, tells: ['received'], rule: 'TF 2:9; OSL 5:1' },
  { row: '1r', command: 'import-open-motion', from: [], to: 'Registered', outcome: 'submitted', by: registrar, tells: [], rule: 'OSL 5:1' },
  { row: '1f', command: 'import-open-motion', from: [], to: 'Referred', outcome: 'submitted', by: registrar, tells: [], rule: 'OSL 5:1' },
  { row: '1a', command: 'import-open-motion', from: [], to: 'Assigned', outcome: 'submitted', by: registrar, tells: [], rule: 'OSL 5:1' },
  { row: '1d', command: 'import-open-motion', from: [], to: 'Drafting', outcome: 'submitted', by: registrar, tells: [], rule: 'OSL 5:1' },
  { row: '1e', command: 'import-earlier-work', from: ['Drafting'], to: 'BoardReady', outcome: 'approved', by: registrar, tells: [], rule: 'OSL 5:1' },
  { row: '1c', command: 'import-earlier-work', from: ['Drafting'], to: 'CouncilReady', outcome: 'proposed', by: registrar, tells: [], rule: 'OSL 5:1; KL 5:28' },
];

const registration: readonly Transition[] = [
  { row: '2', command: 'register', from: ['Received'], to: 'Registered', outcome: 'registered', by: registrar, tells: ['registered'], rule: 'OSL 5:1–2' },
  { row: '2w', command: 'register', from: ['WithdrawalPending'], to: 'WithdrawalPending', outcome: 'registered', by: registrar, tells: ['registered'], rule: 'OSL 5:1–2' },
  { row: '2c', command: 'ring-clock', from: ['Received', 'WithdrawalPending', ...undecided], to: 'same', by: system, tells: [], rule: 'OSL 5:1; KL 5:35; domain.md §11.2' },
  { row: '3', command: 'return-motion', from: ['Registered'], to: 'Returned', outcome: 'returned', by: registrar, tells: ['returned'], rule: 'KL 5:72 p. 8' },
  { row: '4', command: 'resubmit', from: ['Returned'], to: 'Registered', outcome: 'resubmitted', by: authors, tells: ['received'], rule: 'KL 5:72 p. 8' },
  { row: '4p', command: 'complete-on-paper', from: ['Returned'], to: 'Registered', outcome: 'resubmitted', by: registrar, tells: ['received'], rule: 'KL 5:72 p. 8' },
  { row: '5', command: 'refer', from: ['Registered'], to: 'Referred', outcome: 'referred', by: councilSecretary, tells: ['referred'], rule: 'KL 5:26, 5:28' },
  { row: '5b', command: 'decide-at-once', from: ['Registered'], to: 'Decided', outcome: 'decided', by: councilSecretary, tells: ['decided'], rule: 'KL 5:33' },
];

const preparation: readonly Transition[] = [
  { row: '6', command: 'assign', from: ['Referred'], to: 'Assigned', outcome: 'assigned', by: boardSecretary, tells: [], rule: 'KL 6:13 p. 1' },
  { row: '6b', command: 'start-drafting', from: ['Assigned'], to: 'Drafting', outcome: 'started', by: officer, tells: [], rule: 'KL 5:26' },
  { row: '6c', command: 'reassign', from: ['Assigned', 'Drafting', 'Consulting', 'Approval'], to: 'same', outcome: 'reassigned', by: manager, tells: [], rule: 'KL 6:13 p. 1' },
  { row: '6j', command: 'join-preparation', from: ['Assigned', 'Drafting'], to: 'same', by: officerOrSecretary, tells: [], rule: 'KL 5:26; domain.md §3' },
  { row: '6k', command: 'leave-preparation', from: joined, to: 'same', by: officerOrSecretary, tells: [], rule: 'KL 5:26; domain.md §3' },
  { row: '7', command: 'send-consultation', from: ['Assigned', 'Drafting'], to: 'Consulting', outcome: 'consulted', by: officer, tells: ['consulted'], rule: 'KL 5:27, 6:12' },
  { row: '7b', command: 'send-consultation', from: ['Consulting'], to: 'same', by: officer, tells: ['consulted'], rule: 'KL 5:27, 6:12' },
  { row: '8a', command: 'record-statement', from: ['Consulting'], to: 'same', by: receivers, tells: [], rule: 'KL 6:38 p. 2' },
  { row: '8', command: 'record-statement', from: ['Consulting'], to: 'Drafting', outcome: 'answered', by: receivers, tells: [], rule: 'KL 6:38 p. 2' },
  { row: '8d', command: 'record-statement', from: consulted, to: 'same', by: receivers, tells: [], rule: 'OSL 5:1; KL 6:12' },
  { row: '8b', command: 'end-consultation', from: ['Consulting'], to: 'same', by: receivers, tells: [], rule: 'KL 6:12' },
  { row: '8c', command: 'end-consultation', from: ['Consulting'], to: 'Drafting', outcome: 'answered', by: receivers, tells: [], rule: 'KL 6:12' },
  { row: '9a', command: 'write-answer', from: ['Drafting', 'Consulting'], to: 'same', by: officer, tells: [], rule: 'TF 2:12' },
  { row: '9', command: 'submit-answer', from: ['Drafting'], to: 'Approval', outcome: 'submitted', by: officer, tells: [], rule: 'domain.md §4.2' },
  { row: '10', command: 'return-answer', from: ['Approval'], to: 'Drafting', outcome: 'returned', by: approver, tells: [], rule: 'domain.md §4.2' },
  { row: '10k', command: 'comment-answer', from: ['Approval'], to: 'same', by: [...approver, ...officer], tells: [], rule: 'domain.md §4.2; TF 2:12' },
  { row: '11a', command: 'approve-answer', from: ['Approval'], to: 'Approval', outcome: 'step-approved', by: approver, tells: [], rule: 'domain.md §4.2' },
  { row: '11', command: 'approve-answer', from: ['Approval'], to: 'BoardReady', outcome: 'approved', by: approver, tells: [], rule: 'domain.md §4.2' },
  { row: '11j', command: 'declare-disqualification', from: ['Approval'], to: 'same', by: approver, tells: [], rule: 'KL 7:4, 6:28–32' },
];

const board: readonly Transition[] = [
  { row: '12', command: 'place-on-board-agenda', from: ['BoardReady'], to: 'BoardAgenda', outcome: 'scheduled', by: boardSecretary, tells: ['board-date'], rule: 'KL 6:13 p. 1' },
  { row: '12m', command: 'follow-meeting', follows: 'MeetingMoved', from: ['BoardAgenda'], to: 'same', outcome: 'moved', by: system, tells: ['board-date'], rule: 'KL 6:23' },
  { row: '12x', command: 'follow-meeting', follows: 'MeetingCancelled', from: ['BoardAgenda'], to: 'BoardReady', outcome: 'not-dealt-with', by: system, tells: ['meeting-changed'], rule: 'KL 6:23' },
  { row: '12e', command: 'follow-meeting', follows: 'MeetingEnded', from: ['BoardAgenda'], to: 'BoardReady', outcome: 'not-dealt-with', by: system, tells: ['meeting-changed'], rule: 'KL 6:27' },
  { row: '12o', command: 'take-off-agenda', from: ['BoardAgenda'], to: 'BoardReady', outcome: 'not-dealt-with', by: boardSecretary, tells: ['meeting-changed'], rule: 'KL 6:27, 6:33' },
  { row: '13', command: 'postpone-in-board', from: ['BoardAgenda'], to: 'BoardReady', outcome: 'postponed', by: boardSecretary, tells: ['postponed'], rule: 'KL 6:33' },
  { row: '14', command: 'refer-back-in-board', from: ['BoardAgenda'], to: 'Drafting', outcome: 'referred-back', by: boardSecretary, tells: ['referred-back'], rule: 'KL 6:33' },
  { row: '15', command: 'propose', from: ['BoardAgenda'], to: 'CouncilReady', outcome: 'proposed', by: boardSecretary, tells: ['board-proposal'], rule: 'KL 5:28, 6:38 p. 2' },
  { row: '15f', command: 'forward-without-recommendation', from: ['BoardAgenda'], to: 'CouncilReady', outcome: 'proposed', by: boardSecretary, tells: ['board-proposal'], rule: 'KL 5:28' },
];

const council: readonly Transition[] = [
  { row: '16', command: 'place-on-council-agenda', from: ['CouncilReady'], to: 'CouncilAgenda', outcome: 'scheduled', by: councilSecretary, tells: ['council-date'], rule: 'KL 5:13, 5:15' },
  { row: '16m', command: 'follow-meeting', follows: 'MeetingMoved', from: ['CouncilAgenda'], to: 'same', outcome: 'moved', by: system, tells: ['council-date'], rule: 'KL 5:12–13' },
  { row: '16x', command: 'follow-meeting', follows: 'MeetingCancelled', from: ['CouncilAgenda'], to: 'CouncilReady', outcome: 'not-dealt-with', by: system, tells: ['meeting-changed'], rule: 'KL 5:12–13' },
  { row: '16e', command: 'follow-meeting', follows: 'MeetingEnded', from: ['CouncilAgenda'], to: 'CouncilReady', outcome: 'not-dealt-with', by: system, tells: ['meeting-changed'], rule: 'KL 5:45' },
  { row: '16o', command: 'take-off-agenda', from: ['CouncilAgenda'], to: 'CouncilReady', outcome: 'not-dealt-with', by: councilSecretary, tells: ['meeting-changed'], rule: 'KL 5:45, 5:52' },
  { row: '17', command: 'postpone-in-council', from: ['CouncilAgenda'], to: 'CouncilReady', outcome: 'postponed', by: councilSecretary, tells: ['postponed'], rule: 'KL 5:50' },
  { row: '18', command: 'refer-back-in-council', from: ['CouncilAgenda'], to: 'Drafting', outcome: 'referred-back', by: councilSecretary, tells: ['referred-back'], rule: 'KL 5:50' },
  { row: '19', command: 'decide', from: ['CouncilAgenda'], to: 'Decided', outcome: 'decided', by: councilSecretary, tells: ['decided'], rule: 'KL 5:23, 5:45' },
  { row: '19t', command: 'take-back-act', from: ['BoardReady', 'Drafting', 'CouncilReady', 'WithdrawalPending', 'Decided'], to: 'earlier', outcome: 'taken-back', by: [may('board-secretary'), may('council-secretary')], tells: ['corrected'], rule: 'KL 5:69' },
  { row: '28a', command: 'withdraw', from: withdrawable, to: 'same', by: signatories, tells: [], rule: 'domain.md §1.4' },
  { row: '28', command: 'withdraw', from: withdrawable, to: 'WithdrawalPending', outcome: 'withdrawn', by: signatories, tells: ['withdrawn'], rule: 'domain.md §1.4' },
  { row: '28c', command: 'withdraw-clauses', from: withdrawable, to: 'same', by: signatories, tells: [], rule: 'domain.md §1.4, 6.2' },
  { row: '28r', command: 'complete-withdrawal', from: withdrawable, to: 'WithdrawalPending', outcome: 'withdrawn', by: registrar, tells: ['withdrawn'], rule: 'domain.md §1.4' },
  { row: '28b', command: 'note-withdrawal', from: ['WithdrawalPending'], to: 'Decided', outcome: 'noted', by: councilSecretary, tells: ['decided'], rule: 'KL 5:52' },
  { row: '28p', command: 'place-on-council-agenda', from: ['WithdrawalPending'], to: 'WithdrawalPending', outcome: 'scheduled', by: councilSecretary, tells: ['council-date'], rule: 'KL 5:13, 5:15, 5:52' },
  { row: '28m', command: 'follow-meeting', follows: 'MeetingMoved', from: ['WithdrawalPending'], to: 'same', outcome: 'moved', by: system, tells: ['council-date'], rule: 'KL 5:12–13' },
  { row: '28x', command: 'follow-meeting', follows: 'MeetingCancelled', from: ['WithdrawalPending'], to: 'same', outcome: 'not-dealt-with', by: system, tells: ['meeting-changed'], rule: 'KL 5:12–13' },
  { row: '28e', command: 'follow-meeting', follows: 'MeetingEnded', from: ['WithdrawalPending'], to: 'same', outcome: 'not-dealt-with', by: system, tells: ['meeting-changed'], rule: 'KL 5:45' },
  { row: '28o', command: 'take-off-agenda', from: ['WithdrawalPending'], to: 'same', outcome: 'not-dealt-with', by: councilSecretary, tells: ['meeting-changed'], rule: 'KL 5:45, 5:52' },
  { row: '28s', command: 'postpone-in-council', from: ['WithdrawalPending'], to: 'same', outcome: 'postponed', by: councilSecretary, tells: ['postponed'], rule: 'KL 5:50' },
  { row: '28d', command: 'decide', from: ['WithdrawalPending'], to: 'Decided', outcome: 'decided', by: councilSecretary, tells: ['decided'], rule: 'KL 5:23, 5:45; domain.md §1.4' },
  { row: '28k', command: 'refer-back-in-council', from: ['WithdrawalPending'], to: 'same', outcome: 'referred-back', by: councilSecretary, tells: ['referred-back'], rule: 'KL 5:50; domain.md §1.4' },
  { row: '29', command: 'report-late', from: undecided, to: 'same', by: councilSecretary, tells: ['late-report'], rule: 'KL 5:35' },
  { row: '29t', command: 'take-back-late-report', from: undecided, to: 'same', by: councilSecretary, tells: ['corrected'], rule: 'KL 5:69' },
  { row: '30', command: 'write-off', from: undecided, to: 'Decided', outcome: 'written-off', by: councilSecretary, tells: ['decided'], rule: 'KL 5:35' },
];

/** Where a motion can stand when a decision that did not end it is appealed. */
const beforeArchive: readonly Status[] = [...undecided, 'WithdrawalPending', 'Decided', 'Certified', 'AppealWindow', 'PresumedFinal', 'Final', 'Appealed'];

/** After the decision the case follows its minutes (domain.md §11.1, last lines). */
const aftermath: readonly Transition[] = [
  { row: '20', command: 'follow-minutes', follows: 'MinutesCertified', from: ['Decided'], to: 'Certified', outcome: 'certified', by: system, tells: [], rule: 'KL 5:69' },
  { row: '21', command: 'follow-minutes', follows: 'NoticePosted', from: ['Certified'], to: 'AppealWindow', outcome: 'posted', by: system, tells: ['extract'], rule: 'KL 8:12' },
  { row: '21a', command: 'follow-minutes', follows: 'NoticePosted', from: ['Appealed'], to: 'same', by: system, tells: ['extract'], rule: 'KL 8:12' },
  { row: '22', command: 'follow-minutes', follows: 'NoticeFoundDown', from: ['AppealWindow', 'PresumedFinal'], to: 'Certified', outcome: 'notice-down', by: system, tells: [], rule: 'KL 13:5' },
  { row: '22f', command: 'follow-minutes', follows: 'NoticeFoundDown', from: ['Final'], to: 'Certified', outcome: 'notice-down', by: system, tells: ['corrected'], rule: 'KL 13:5' },
  { row: '22a', command: 'follow-minutes', follows: 'NoticeFoundDown', from: ['Appealed'], to: 'same', by: system, tells: [], rule: 'KL 13:5' },
  { row: '23', command: 'follow-minutes', follows: 'AppealWindowPassed', from: ['AppealWindow'], to: 'PresumedFinal', outcome: 'window-passed', by: system, tells: [], rule: 'KL 13:5' },
  { row: '24', command: 'follow-minutes', follows: 'NoAppealConfirmed', from: ['PresumedFinal'], to: 'Final', outcome: 'final', by: system, tells: ['final'], rule: 'KL 13:5' },
  { row: '25', command: 'follow-minutes', follows: 'AppealRecorded', from: ['Certified', 'AppealWindow', 'PresumedFinal', 'Final'], to: 'Appealed', outcome: 'appealed', by: system, tells: ['appealed'], rule: 'KL 13:4–6' },
  { row: '25n', command: 'follow-minutes', follows: 'AppealRecorded', from: ['Appealed'], to: 'same', by: system, tells: ['appealed'], rule: 'KL 13:1, 13:4' },
  { row: '25d', command: 'follow-minutes', follows: 'AppealRecorded', from: beforeArchive, to: 'same', by: system, tells: ['appealed'], rule: 'KL 13:2 p. 1, 13:4' },
  { row: '25m', command: 'follow-minutes', follows: 'AppealClosed', from: ['Appealed'], to: 'same', by: system, tells: [], rule: 'KL 13:1, 13:4' },
  { row: '25b', command: 'follow-minutes', follows: 'AppealClosed', from: ['Appealed'], to: 'Final', outcome: 'dismissed', by: system, tells: ['final'], rule: 'KL 13:5–6' },
  { row: '26', command: 'follow-minutes', follows: 'AppealClosed', from: ['Appealed'], to: 'Final', outcome: 'upheld', by: system, tells: ['final'], rule: 'KL 13:8' },
  { row: '26d', command: 'follow-minutes', follows: 'AppealClosed', from: beforeArchive, to: 'same', by: system, tells: [], rule: 'KL 13:8' },
  { row: '27', command: 'follow-minutes', follows: 'AppealClosed', from: ['Appealed'], to: 'CouncilReady', outcome: 'annulled', by: system, tells: ['annulled'], rule: 'KL 13:8' },
  { row: '27d', command: 'follow-minutes', follows: 'AppealClosed', from: beforeArchive, to: 'same', by: system, tells: ['annulled'], rule: 'KL 13:8' },
  { row: '27p', command: 'follow-minutes', follows: 'AppealClosed', from: ['Appealed'], to: 'Drafting', outcome: 'annulled-in-preparation', by: system, tells: ['annulled'], rule: 'KL 13:8' },
  { row: '27u', command: 'follow-minutes', follows: 'AppealClosed', from: ['Appealed'], to: 'Registered', outcome: 'annulled-unprepared', by: system, tells: ['annulled'], rule: 'KL 5:26, 13:8' },
  { row: '27w', command: 'follow-minutes', follows: 'AppealClosed', from: ['Appealed'], to: 'WithdrawalPending', outcome: 'annulled-withdrawal', by: system, tells: ['annulled'], rule: 'KL 13:8' },
  { row: '31', command: 'archive', from: ['Final'], to: 'Archived', outcome: 'archived', by: [may('archivist')], tells: [], rule: 'arkivlagen (1990:782)' },
];

/** Beside the case, in every status after receipt: the step never moves. Not in domain.md §11.1. */
const beside: readonly Transition[] = [
  { row: '32', command: 'mark-secrecy', from: afterReceipt, to: 'same', by: registrar, tells: [], rule: 'OSL 5:5' },
  { row: '32l', command: 'lift-secrecy-mark', from: afterReceipt, to: 'same', by: registrar, tells: [], rule: 'OSL 5:5' },
  { row: '33', command: 'add-note', from: afterReceipt, to: 'same', by: noteTakers, tells: [], rule: 'OSL 5:1; TF 2:10' },
  { row: '34', command: 'correct-days', from: ['Received', ...undecided, 'WithdrawalPending'], to: 'same', by: registrar, tells: [], rule: 'OSL 5:2; KL 5:35' },
  { row: '33o', command: 'add-note', from: ['Assigned', ...consulted], to: 'same', by: officer, tells: [], rule: 'OSL 5:1; TF 2:10' },
];

/** Every row of domain.md §11.1, in its order. */
export const transitions: readonly Transition[] = [
  ...beforeReceipt,
  ...registration,
  ...preparation,
  ...board,
  ...council,
  ...aftermath,
  ...beside,
];

/**
 * A row by its number.
 * @throws Error when there is no such row: a mistake in our code, never in the input.
 */
export const transitionOf = (row: string): Transition => {
  const found = transitions.find((each) => each.row === row);
  if (found === undefined) throw new Error(`no transition row ${row}`);
  return found;
};
