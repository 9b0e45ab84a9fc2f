import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import { afterReceipt, type Motion } from '../motion.ts';
import { refuse } from '../refusal.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

type BesideCommand = CommandOf<'mark-secrecy' | 'lift-secrecy-mark' | 'add-note'>;

const keepsRegister = ({ actor }: Context) =>
  actor.roles.some((role) => ['registrar', 'board-secretary', 'council-secretary'].includes(role));

/**
 * What is written beside the case without moving it: rows 32–33. A secrecy mark warns that documents may hold secrets;
 * it decides nothing, so one may be set and lifted in any status (OSL 5:5).
 */
export const decideBeside = (record: Motion | undefined, command: BesideCommand, context: Context): Verdict =>
  judgeIn(record, afterReceipt, ({ secrecy }) => {
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
    }
  });
