import type { MotionIn } from '../../domain/motion.ts';
import { clausesToDecide } from '../../domain/outcome.ts';
import { roleHolders } from '../demo/town.ts';
import type { Asked, Now, OngoingCase } from './ongoing-case.ts';

const outcomes = ({ plan }: OngoingCase, motion: MotionIn<'BoardAgenda' | 'CouncilAgenda'>) =>
  clausesToDecide(motion).map((clause) => ({ clause, outcome: plan.outcome }));

/** The board puts the case on its agenda, and at the meeting does what the plan says, the first time. */
export const boardAct = (
  it: OngoingCase,
  motion: MotionIn<'BoardReady' | 'BoardAgenda'>,
  { phase, day, round }: Now,
): Asked | undefined => {
  const by = roleHolders.boardSecretary;
  if (motion.status === 'BoardReady') {
    if (phase !== 'board-summons') return undefined;
    return {
      by,
      command: { type: 'place-on-board-agenda', meetingDate: round.days.board, summonedOn: day },
    };
  }
  if (phase !== 'board' || motion.meetingDate !== day) return undefined;
  const at = { minutesId: round.boardMinutes, paragraph: it.paragraph, present: 11 };
  const act = it.once('board') ? it.plan.board : 'propose';
  switch (act) {
    case 'postpone':
      return { by, command: { type: 'postpone-in-board', ...at } };
    case 'refer-back':
      return { by, command: { type: 'refer-back-in-board', ...at, reason: 'Kostnaden ska utredas.' } };
    case 'propose':
      return { by, command: { type: 'propose', ...at, proposals: outcomes(it, motion) } };
  }
};

/** The same for the council. */
export const councilAct = (
  it: OngoingCase,
  motion: MotionIn<'CouncilReady' | 'CouncilAgenda'>,
  { phase, day, round }: Now,
): Asked | undefined => {
  const by = roleHolders.councilSecretary;
  if (motion.status === 'CouncilReady') {
    if (phase !== 'council-summons') return undefined;
    const meetingDate = round.days.council;
    const summons = { meetingDate, summonedOn: day, announcedOn: day };
    return { by, command: { type: 'place-on-council-agenda', ...summons } };
  }
  if (phase !== 'council' || motion.meetingDate !== day) return undefined;
  const at = { minutesId: round.councilMinutes, paragraph: it.paragraph };
  const act = it.once('council') ? it.plan.council : 'decide';
  const request = { by: 'minority' as const, present: 69, behind: 23 };
  switch (act) {
    case 'postpone':
      return { by, command: { type: 'postpone-in-council', ...at, request } };
    case 'refer-back':
      return {
        by,
        command: { type: 'refer-back-in-council', ...at, request, reason: 'Frågan ska belysas mer.' },
      };
    case 'decide': {
      const decisions = outcomes(it, motion);
      return { by, command: { type: 'decide', ...at, decisions, present: 69 } };
    }
  }
};
