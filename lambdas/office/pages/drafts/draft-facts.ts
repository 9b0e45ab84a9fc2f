import { addYears, type CalendarDate, stockholmDate } from '../../../../domain/calendar-date.ts';
import { type Member, mayRaise } from '../../../../domain/members.ts';
import { isIn, type Motion, type MotionIn, workingText } from '../../../../domain/motion.ts';
import { nextReachable, type ReachableMeeting } from '../../../../domain/motion-rules.ts';
import { isAuthor } from '../../../../domain/permissions.ts';
import { calendarOf } from '../../../../domain/public-meeting.ts';
import type { Actor } from '../../../../domain/roles.ts';
import { servingOnDays } from '../../../casework/serving-days.ts';
import { NotFound } from '../../../failures.ts';
import type { PagesDesk } from '../desk.ts';
import { visibleCase } from '../visible-case.ts';
import type { WrittenDraft } from './draft-form.ts';

/** A draft, or a motion that came back to be completed, as its writers see it. */
export interface DraftFacts {
  readonly actor: Actor;
  readonly today: CalendarDate;
  /** Absent for a draft that is not saved yet. */
  readonly motion: MotionIn<'Draft' | 'Returned'> | undefined;
  readonly stored: WrittenDraft | undefined;
  /** Why it came back. */
  readonly returnedWith: string | undefined;
  /** Members of the council who may raise a motion today, and those who are named. */
  readonly members: ReadonlyMap<string, Member>;
  readonly meeting: ReachableMeeting | undefined;
}

/** Everybody in the register of members: some two hundred. */
const everyMember = async ({ people }: PagesDesk): Promise<Member[]> => {
  const found: Member[] = [];
  let cursor: string | undefined;
  do {
    const page = await people.members({ limit: 200, cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

/** The next meeting of the council at which a motion handed in today can be announced. */
export const nextMeeting = async (
  { meetings, organisation }: PagesDesk,
  today: CalendarDate,
): Promise<ReachableMeeting | undefined> => {
  const kept = await meetings.calendar(today, addYears(today, 2));
  return nextReachable(calendarOf(kept).council, today, organisation.motionRules);
};

const isDraft = (motion: Motion): motion is MotionIn<'Draft' | 'Returned'> =>
  isIn(motion, ['Draft', 'Returned']);

/** Whether the text of a motion is in its movers' hands, and the asker is one who writes it. */
export const isWritable = (motion: Motion, actor: Actor): boolean =>
  isDraft(motion) && isAuthor(motion, actor);

/**
 * What the page of a draft is made of.
 * @param caseId absent for a new one
 * @throws NotFound when there is none, or it is somebody else's: it is the movers' own until handed in (TF 2:13)
 */
export const draftFactsOf = async (
  desk: PagesDesk,
  actor: Actor,
  caseId: string | undefined,
): Promise<DraftFacts> => {
  const today = stockholmDate(desk.now());
  const state = caseId === undefined ? undefined : await visibleCase(desk, caseId, actor);
  const motion = state?.motion;
  if (motion !== undefined && !(isDraft(motion) && isAuthor(motion, actor))) throw new NotFound('draft');
  const [stored, returnedWith, everybody, meeting] = await Promise.all([
    motion && storedOf(desk, motion),
    motion && reasonOf(desk, motion),
    everyMember(desk),
    nextMeeting(desk, today),
  ]);
  const named = new Set(motion?.signatories.map(({ memberId }) => memberId));
  const all = await servingOnDays(desk, everybody, [today]);
  const shown = all.filter((each) => mayRaise(each, today) || named.has(each.memberId));
  const members = new Map(shown.map((each) => [each.memberId, each]));
  return { actor, today, motion, stored, returnedWith, members, meeting };
};

const storedOf = async ({ cases }: PagesDesk, motion: Motion): Promise<WrittenDraft | undefined> => {
  const found = (await cases.document(motion.caseId, workingText(motion).text.documentId))?.text;
  if (found?.kind !== 'motion') return undefined;
  return { text: found.content, signatories: motion.signatories.map(({ memberId }) => memberId) };
};

const reasonOf = async ({ cases }: PagesDesk, motion: Motion): Promise<string | undefined> => {
  if (motion.status !== 'Returned') return undefined;
  const found = (await cases.document(motion.caseId, motion.returnedWith.documentId))?.text;
  const reason = found?.kind === 'reason' ? found.content : 'Skälet finns inte kvar.';
  return `${reason}\n\n(${motion.provision})`;
};
