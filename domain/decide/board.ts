import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import type { Motion, MotionIn } from '../motion.ts';
import { refuse } from '../refusal.ts';
import { coversEachClauseOnce } from './clauses.ts';
import { minutesPlaceOf, onAgendaFor } from './meeting.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

type BoardCommand = CommandOf<
  'place-on-board-agenda' | 'postpone-in-board' | 'refer-back-in-board' | 'propose'
>;

/** The board in plenary: rows 12–15. Its proposal cannot be delegated (KL 6:38 p. 2) nor appealed (KL 13:2 p. 2). */
export const decideBoard = (record: Motion | undefined, command: BoardCommand, context: Context): Verdict => {
  if (command.type === 'place-on-board-agenda') return placeOnAgenda(command, context);
  return judgeIn(record, ['BoardAgenda'], (onAgenda) => act(onAgenda, command, context));
};

const placeOnAgenda = (command: CommandOf<'place-on-board-agenda'>, context: Context): Verdict => {
  const { meetingDate, summonedOn } = command;
  if (summonedOn > context.today) return refuse('not_summoned');
  if (meetingDate < summonedOn) return refuse('date_out_of_order');
  return accept('12', { type: 'PlacedOnBoardAgenda', meetingDate, summonedOn });
};

const act = (
  record: MotionIn<'BoardAgenda'>,
  command: Exclude<BoardCommand, { type: 'place-on-board-agenda' }>,
  context: Context,
): Verdict => {
  const at = minutesPlaceOf(command, 'board', onAgendaFor(record), context);
  if ('kind' in at) return at;
  switch (command.type) {
    case 'postpone-in-board':
      return accept('13', { type: 'BoardPostponed', at });
    case 'refer-back-in-board':
      return accept('14', { type: 'BoardReferredBack', at, reason: broughtDocument(context) });
    case 'propose':
      return coversEachClauseOnce(record.clauseCount, command.proposals)
        ? accept('15', { type: 'BoardProposed', at, proposals: command.proposals })
        : refuse('clauses_not_covered');
  }
};
