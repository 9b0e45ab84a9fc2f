import type { CalendarDate } from './calendar-date.ts';
import { certifyBy, postBy } from './deadlines.ts';
import { isOpenStatus } from './one-year-clock.ts';
import type { Organisation } from './organisation.ts';
import type { PublicMotion } from './public-motion.ts';
import { capitalised, knownStatus, stageOf } from './public-state.ts';
import type { PublicYear } from './public-year.ts';

/** One step of a motion's way, as the public sees it. */
export interface PublicStep {
  readonly label: string;
  readonly where: 'done' | 'present' | 'coming';
  readonly on?: CalendarDate | undefined;
  /** What kind of day: reckoned, or the last one by a rule. A done step's day is when it was done. */
  readonly how?: 'estimated' | 'at-latest' | undefined;
}

type Day = Pick<PublicStep, 'on' | 'how'>;

/** How far a motion has come, in steps done. A step that was passed over is done with. */
const doneBy = (status: string): number => {
  switch (knownStatus(status)) {
    case 'Registered':
    case 'Returned':
      return 1;
    case 'Decided':
      return 5;
    case 'Certified':
      return 6;
    case 'AppealWindow':
    case 'PresumedFinal':
    case 'Appealed':
      return 7;
    case 'Final':
    case 'Archived':
      return 9;
    default:
      return { bereds: 2, styrelsen: 3, fullmaktige: 4 }[String(stageOf(status))] ?? 0;
  }
};

/** The way of a motion as an ordered list, with the days known, set or reckoned (domain.md §11.1). */
export const publicStepsOf = (
  motion: PublicMotion,
  year: PublicYear | undefined,
  bodies: Organisation['bodies'],
): readonly PublicStep[] => {
  const done = doneBy(motion.status);
  const days: readonly (readonly [label: string, day: Day])[] = [
    ['Inlämnad och registrerad', { on: motion.receivedOn }],
    [`Remitterad till ${bodies.board}`, { on: motion.referredOn }],
    ['Svaret bereds', {}],
    [capitalised(bodies.board), boardDay(motion)],
    [capitalised(bodies.council), councilDay(motion, year)],
    ['Protokollet justeras', certificationDay(motion)],
    ['Protokollet anslås', noticeDay(motion)],
    ['Överklagandetiden går ut', { on: motion.lastAppealDay }],
    ['Laga kraft', finalDay(motion)],
  ];
  return days.map(([label, day], index) => ({
    label,
    ...day,
    where: index < done ? 'done' : index === done ? 'present' : 'coming',
  }));
};

const boardDay = ({ boardProposal, boardMeeting }: PublicMotion): Day => ({
  on: boardProposal?.meetingDate ?? boardMeeting,
});

const councilDay = ({ decision, councilMeeting }: PublicMotion, year: PublicYear | undefined): Day => {
  const set = decision?.meetingDate ?? councilMeeting;
  if (set !== undefined) return { on: set };
  return year?.estimatedDecision === undefined ? {} : { on: year.estimatedDecision, how: 'estimated' };
};

const certificationDay = ({ certifiedOn, decision }: PublicMotion): Day => {
  if (certifiedOn !== undefined) return { on: certifiedOn };
  return decision === undefined ? {} : { on: certifyBy(decision.meetingDate), how: 'at-latest' };
};

const noticeDay = ({ postedOn, certifiedOn }: PublicMotion): Day => {
  if (postedOn !== undefined) return { on: postedOn };
  return certifiedOn === undefined ? {} : { on: postBy(certifiedOn), how: 'at-latest' };
};

/** While somebody may appeal, or has, no day is promised (KL 13:5; domain.md §7.3). */
const finalDay = ({ status, finalOn }: PublicMotion): Day => {
  if (status === 'Appealed') return {};
  const isFinal = status === 'Final' || status === 'Archived';
  return isFinal || finalOn === undefined ? { on: finalOn } : { on: finalOn, how: 'estimated' };
};

/** Whether the council has still to decide on it. */
export const isUndecided = (status: string): boolean => {
  const known = knownStatus(status);
  return known !== undefined && isOpenStatus(known);
};
