import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import { afterReceipt, type Motion, type MotionIn } from '../motion.ts';
import { refuse } from '../refusal.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

type BesideCommand = CommandOf<'mark-secrecy' | 'lift-secrecy-mark' | 'add-note' | 'correct-days'>;

const keepsRegister = ({ actor }: Context) =>
  actor.roles.some((role) => ['registrar', 'board-secretary', 'council-secretary'].includes(role));

/**
 * What is written beside the case without moving it: rows 32–33. A secrecy mark warns that documents may hold secrets;
 * it decides nothing, so one may be set and lifted in any status (OSL 5:5).
 */
export const decideBeside = (record: Motion | undefined, command: BesideCommand, context: Context): Verdict =>
  judgeIn(record, afterReceipt, (received) => {
    const { secrecy } = received;
    switch (command.type) {
      case 'mark-secrecy': {
        const { provision, authority } = command;
        return secrecy === undefined
          ? accept('32', { type: 'SecrecyMarked', provision, authority, markedOn: context.today })
          : refuse('already_marked');
      }
      case 'lift-secrecy-mark':
        return secrecy === undefined ? refuse('not_marked') : accept('32l', { type: 'SecrecyMarkLifted' });
      case 'add-note':
        return accept(keepsRegister(context) ? '33' : '33o', {
          type: 'NoteAdded',
          note: broughtDocument(context),
        });
      case 'correct-days':
        return correctDays(received, command, context);
    }
  });

/**
 * Row 34: a day that was entered wrongly in the register is corrected with a note of why (OSL 5:2): the year of KL 5:35
 * runs from the right one. Odd days stand, since the note says why (domain.md §11.3).
 */
const correctDays = (
  record: MotionIn<(typeof afterReceipt)[number]>,
  command: CommandOf<'correct-days'>,
  context: Context,
): Verdict => {
  const before = {
    receivedOn: record.receivedOn,
    raisedOn: 'raisedOn' in record ? record.raisedOn : undefined,
  };
  const { receivedOn = before.receivedOn } = command;
  // Raised on receipt, it is raised on the right day of receipt.
  const follows = before.raisedOn === before.receivedOn ? receivedOn : before.raisedOn;
  const raisedOn = before.raisedOn && (command.raisedOn ?? follows);
  if ([command.receivedOn, command.raisedOn].some((day) => day !== undefined && day > context.today)) {
    return refuse('date_in_future');
  }
  if (receivedOn === before.receivedOn && raisedOn === before.raisedOn) return refuse('days_unchanged');
  return accept('34', { type: 'DaysCorrected', receivedOn, raisedOn, note: broughtDocument(context) });
};
