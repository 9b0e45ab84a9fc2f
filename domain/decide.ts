import type { Command } from './commands.ts';
import type { Context } from './context.ts';
import { decideAftermath } from './decide/aftermath.ts';
import { decideBeside } from './decide/beside.ts';
import { decideBoard } from './decide/board.ts';
import { decideConsultation } from './decide/consultation.ts';
import { decideCouncil } from './decide/council.ts';
import { decideLate } from './decide/late.ts';
import { decideMovers } from './decide/movers.ts';
import { decidePreparation } from './decide/preparation.ts';
import { decideRegistration } from './decide/registration.ts';
import { decideTakeBack } from './decide/take-back.ts';
import { decideTakeOff } from './decide/take-off.ts';
import type { Verdict } from './decide/verdict.ts';
import { decideWithdrawal } from './decide/withdrawals.ts';
import type { Motion } from './motion.ts';
import { permittedRows } from './permissions.ts';

/**
 * The law: judges one command on one motion. Role, status and relation first (the transition table), then the rule's
 * own conditions.
 * @param record the motion, undefined when the command begins a case
 * @returns the row of domain.md §11.1 and the event, or the refusal with its rule. Never throws for any command on
 *   any motion; the record is not touched.
 */
export const decide = (record: Motion | undefined, command: Command, context: Context): Verdict => {
  const rows = permittedRows(record, command, context);
  if ('kind' in rows) return rows;
  switch (command.type) {
    case 'start-draft':
    case 'revise-text':
    case 'approve-text':
    case 'discard-draft':
    case 'submit':
    case 'resubmit':
      return decideMovers(record, command, context);
    case 'withdraw':
    case 'withdraw-clauses':
    case 'complete-withdrawal':
      return decideWithdrawal(record, command, context);
    case 'import-motion':
    case 'import-open-motion':
    case 'import-earlier-work':
    case 'complete-on-paper':
    case 'register':
    case 'return-motion':
    case 'refer':
    case 'decide-at-once':
      return decideRegistration(record, command, context);
    case 'assign':
    case 'reassign':
    case 'declare-disqualification':
    case 'start-drafting':
    case 'write-answer':
    case 'submit-answer':
    case 'approve-answer':
    case 'return-answer':
    case 'comment-answer':
      return decidePreparation(record, command, context);
    case 'send-consultation':
    case 'record-statement':
    case 'end-consultation':
    case 'join-preparation':
    case 'leave-preparation':
      return decideConsultation(record, command, context);
    case 'report-late':
    case 'take-back-late-report':
    case 'write-off':
      return decideLate(record, command, context);
    case 'take-back-act':
      return decideTakeBack(record, context);
    case 'take-off-agenda':
      return decideTakeOff(record);
    case 'forward-without-recommendation':
    case 'place-on-board-agenda':
    case 'postpone-in-board':
    case 'refer-back-in-board':
    case 'propose':
      return decideBoard(record, command, context);
    case 'place-on-council-agenda':
    case 'postpone-in-council':
    case 'refer-back-in-council':
    case 'decide':
    case 'note-withdrawal':
      return decideCouncil(record, command, context);
    case 'mark-secrecy':
    case 'lift-secrecy-mark':
    case 'add-note':
    case 'correct-days':
      return decideBeside(record, command, context);
    case 'follow-minutes':
    case 'follow-meeting':
    case 'ring-clock':
    case 'archive':
      return decideAftermath(record, command, context);
  }
};
