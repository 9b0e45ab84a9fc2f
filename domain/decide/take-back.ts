import type { Context } from '../context.ts';
import { closedRefusal } from '../minutes-closed.ts';
import type { Motion } from '../motion.ts';
import { named, refuse } from '../refusal.ts';
import { accept, type Verdict } from './verdict.ts';

/**
 * Row 19t: an act that was mis-keyed is taken back by the secretary of its body, and keyed in anew, until the first
 * certifier has signed the minutes (KL 5:69). After that the record is corrected by a note only.
 */
export const decideTakeBack = (record: Motion | undefined, { actor, minutes }: Context): Verdict => {
  const last = record !== undefined && 'lastAct' in record ? record.lastAct : undefined;
  if (last === undefined || minutes?.minutesId !== last.at.minutesId) return refuse('nothing_to_take_back');
  const secretary = minutes.body === 'council' ? 'council-secretary' : 'board-secretary';
  if (!actor.roles.includes(secretary)) {
    return refuse('not_permitted', { rule: 'KL 5:65', mayBeDoneBy: [named(secretary)] });
  }
  return closedRefusal(minutes) ?? accept('19t', { type: 'ActTakenBack', at: last.at });
};
