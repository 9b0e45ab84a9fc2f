import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import type { MotionIn } from '../motion.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { pendingSince } from '../withdrawn-on.ts';
import type { Presence } from './at-meeting.ts';
import { isAnnouncedFor, type Sitting, sittingOf } from './sitting.ts';
import { accept, type Verdict } from './verdict.ts';

/** Rows 16 and 28p: on the agenda of a meeting that may take the matter up, a motion or that it has been withdrawn. */
export const placeOnAgenda = (
  ready: MotionIn<'CouncilReady' | 'WithdrawalPending'>,
  command: CommandOf<'place-on-council-agenda'>,
  context: Context,
): Verdict => {
  const sitting = sittingOf('council', command, context, ready.leftAgenda);
  if ('kind' in sitting) return sitting;
  const basis = command.basis ?? 'announced';
  return (
    mayComeUp(ready, sitting) ??
    isAnnouncedFor(basis, sitting, context.today) ??
    accept(ready.status === 'CouncilReady' ? '16' : '28p', {
      type: 'PlacedOnCouncilAgenda',
      ...sitting,
      announcedOn: sitting.ownAnnouncement ?? sitting.announcedOn,
      basis,
      ...(ready.status === 'WithdrawalPending' && !wasThereAsMotion(ready, sitting)
        ? { placedWithdrawn: true }
        : {}),
    })
  );
};

/** Back on the agenda it has come off, it is there as it was: as a motion, unless that was when it had been withdrawn. */
const wasThereAsMotion = ({ leftAgenda }: MotionIn<'WithdrawalPending'>, { meetingId }: Sitting): boolean =>
  meetingId !== undefined && leftAgenda?.meetingId === meetingId && leftAgenda.placedWithdrawn !== true;

/** The council decides on what the board has prepared (KL 5:26, 5:28), and notes what has been withdrawn: not before. */
const mayComeUp = (
  ready: MotionIn<'CouncilReady' | 'WithdrawalPending'>,
  sitting: Sitting,
): Refusal | undefined => {
  const { meetingDate } = sitting;
  if (ready.status === 'CouncilReady') {
    const boardMetOn = ready.boardProposal.at.meetingDate;
    return meetingDate < boardMetOn
      ? refuse('date_out_of_order', {
          rule: 'KL 5:26, 5:28',
          detail: `Styrelsen behandlade ärendet ${boardMetOn}.`,
        })
      : undefined;
  }
  if (ready.registrationNumber === undefined) return unregistered();
  if (ready.meetingDate !== undefined) return refuse('on_agenda_already');
  const since = pendingSince(ready);
  return wasThereAsMotion(ready, sitting) || meetingDate >= since
    ? undefined
    : refuse('date_out_of_order', {
        rule: 'domain.md §1.4',
        detail: `Motionen återtogs ${since}.`,
      });
};

/** A withdrawn motion has come in and is registered before the council deals with it (OSL 5:1). */
export const unregistered = (): Refusal => refuse('not_registered', { mayBeDoneBy: ['registrator'] });

/**
 * Whether a matter on the agenda may be decided now: all present have agreed that it be (KL 5:52), or it was announced
 * in time for the day on which it is taken up. A meeting that has been moved is announced anew (KL 5:13).
 */
export const mayTakeUp = (
  {
    basis = 'announced',
    meetingId,
    ownAnnouncement,
    placedOn,
  }: Pick<MotionIn<'CouncilAgenda'>, 'basis' | 'meetingId' | 'ownAnnouncement' | 'placedOn'>,
  agreeing: number | undefined,
  { present }: Presence,
  { meeting, today }: Context,
): Refusal | undefined => {
  if (agreeing === present) return undefined;
  if (basis === 'unannounced') return refuse('not_unanimous', { rule: 'KL 5:52' });
  if (meetingId === undefined || meeting === undefined) return undefined;
  const { date: meetingDate, summonedOn, announcedOn } = meeting;
  if (summonedOn === undefined) return refuse('not_summoned');
  const sitting = { meetingDate, summonedOn, announcedOn, ownAnnouncement, placedOn };
  return isAnnouncedFor(basis, sitting, today);
};
