import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import type { MinutesPlace } from '../events.ts';
import type { Motion, MotionIn } from '../motion.ts';
import { refuse } from '../refusal.ts';
import { minutesPlaceOf, onAgendaFor, type Presence, presenceAt } from './at-meeting.ts';
import { coverRefusal } from './clauses.ts';
import { decisionRefusal, deferralRefusal, keptOf } from './dealt-with.ts';
import { sittingOf } from './sitting.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

type BoardCommand = CommandOf<
  | 'place-on-board-agenda'
  | 'postpone-in-board'
  | 'refer-back-in-board'
  | 'propose'
  | 'forward-without-recommendation'
>;

/** The board in plenary: rows 12–15. Its proposal cannot be delegated (KL 6:38 p. 2) nor appealed (KL 13:2 p. 2). */
export const decideBoard = (record: Motion | undefined, command: BoardCommand, context: Context): Verdict => {
  if (command.type === 'place-on-board-agenda') {
    return judgeIn(record, ['BoardReady'], (ready) => placeOnAgenda(ready, command, context));
  }
  return judgeIn(record, ['BoardAgenda'], (onAgenda) => act(onAgenda, command, context));
};

const placeOnAgenda = (
  ready: MotionIn<'BoardReady'>,
  command: CommandOf<'place-on-board-agenda'>,
  context: Context,
): Verdict => {
  const sitting = sittingOf('board', command, context, ready.leftAgenda);
  if ('kind' in sitting) return sitting;
  const { announcedOn: _, ownAnnouncement: __, ...place } = sitting;
  return accept('12', { type: 'PlacedOnBoardAgenda', ...place });
};

const act = (
  record: MotionIn<'BoardAgenda'>,
  command: Exclude<BoardCommand, { type: 'place-on-board-agenda' }>,
  context: Context,
): Verdict => {
  const at = minutesPlaceOf(command, 'board', onAgendaFor(record), context);
  if ('kind' in at) return at;
  const presence = presenceAt('board', command, context);
  if ('kind' in presence) return presence;
  switch (command.type) {
    case 'postpone-in-board':
    case 'refer-back-in-board':
      // A third of those present can put a matter off in the council, never in the board (KL 6:33 2 st.).
      if (command.request?.by === 'minority') return refuse('no_minority_right');
      return defer(record, command, at, presence, context);
    case 'propose': {
      const { proposals, deliberation: given } = command;
      const matter = { body: 'board', motion: record, given, presence } as const;
      return (
        coverRefusal(record, proposals, 'board') ??
        decisionRefusal(matter, proposals, context) ??
        accept('15', { type: 'BoardProposed', at, proposals, ...keptOf(given, context.document) })
      );
    }
    case 'forward-without-recommendation':
      return hasCommitteeProposal(record)
        ? accept('15f', { type: 'BoardForwarded', at })
        : refuse('proposal_needed');
  }
};

const defer = (
  record: MotionIn<'BoardAgenda'>,
  command: CommandOf<'postpone-in-board' | 'refer-back-in-board'>,
  at: MinutesPlace,
  presence: Presence,
  context: Context,
): Verdict => {
  const given = command.deliberation;
  const matter = { body: 'board', motion: record, given, presence } as const;
  const kind = command.type === 'postpone-in-board' ? 'POSTPONE' : 'REFER_BACK';
  const refused = deferralRefusal(matter, { kind, request: { by: 'majority' } }, context);
  if (refused !== undefined) return refused;
  const kept = keptOf(given, context.document);
  return command.type === 'postpone-in-board'
    ? accept('13', { type: 'BoardPostponed', at, ...kept })
    : accept('14', { type: 'BoardReferredBack', at, reason: broughtDocument(context), ...kept });
};

/** The board must put a proposal forward if nobody else has (KL 5:28). */
const hasCommitteeProposal = ({ consultations }: MotionIn<'BoardAgenda'>) =>
  (consultations ?? []).some(
    ({ statement }) => statement?.maker.by === 'committee' && statement.maker.proposes,
  );
