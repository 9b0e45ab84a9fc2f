import type { CalendarDate } from './calendar-date.ts';
import { isOfSameDecision, type Minutes } from './minutes.ts';
import type { MinutesCommand } from './minutes-commands.ts';
import type { MinutesEvent } from './minutes-events.ts';
import type { Motion } from './motion.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What is known of the case that an appeal names. */
interface AppealContext {
  readonly today: CalendarDate;
  readonly motion?: Motion | undefined;
  readonly paragraphs?: readonly string[] | undefined;
}
type Appeal = Minutes['appeals'][number];

const openAppeals = (record: Minutes, caseId: string) =>
  record.appeals.filter((each) => each.caseId === caseId && each.closed === undefined);

/**
 * The paragraph of the decision that is appealed. Every decision of the council can be (KL 13:2 p. 1), also one that
 * does not end the case: a postponement, a referral back, a late report. Where the case was decided in these minutes
 * and nothing else is said, it is that decision.
 */
const appealedParagraph = (
  record: Minutes,
  given: string | undefined,
  { motion, paragraphs = [] }: AppealContext,
): string | Refusal => {
  const decision = motion !== undefined && 'decision' in motion ? motion.decision.at : undefined;
  const decided = decision?.minutesId === record.minutesId ? decision.paragraph : undefined;
  const all = [...new Set([...(decided === undefined ? [] : [decided]), ...paragraphs])];
  const [only, ...others] = all;
  if (motion === undefined || only === undefined) return refuse('not_in_minutes');
  if (given !== undefined) return all.includes(given) ? given : refuse('not_in_minutes');
  if (decided !== undefined) return decided;
  return others.length === 0 ? only : refuse('paragraph_unclear', { detail: `Det är ${all.join(', ')}.` });
};

/**
 * Several may appeal the same decision (KL 13:1), each with a number of its own. Whether one came in time is the
 * court's to say (KL 13:6), so a late one is recorded too, and one that comes before the notice or while it is down
 * (KL 13:5). What has been annulled is gone.
 */
export const recordAppeal = (
  record: Minutes,
  command: Extract<MinutesCommand, { type: 'record-appeal' }>,
  context: AppealContext,
): MinutesEvent | Refusal => {
  if (record.body === 'board') return refuse('preparatory');
  if (command.receivedOn > context.today) return refuse('date_in_future', { rule: 'KL 13:5–6' });
  if (command.receivedOn < record.meetingDate) {
    return refuse('date_out_of_order', {
      rule: 'KL 13:2, 13:5',
      detail: `Beslutet fattades ${record.meetingDate}: det kan inte ha överklagats tidigare.`,
    });
  }
  const paragraph = appealedParagraph(record, command.paragraph, context);
  if (typeof paragraph !== 'string') return paragraph;
  const ofDecision = record.appeals.filter(
    (each) => each.caseId === command.caseId && isOfSameDecision(each, { paragraph }),
  );
  if (ofDecision.some((each) => each.closed?.outcome.result === 'annulled'))
    return refuse('decision_annulled');
  const open = ofDecision.filter((each) => each.closed === undefined);
  if (open.some((each) => isSameAppeal(each, command))) return refuse('appeal_known');
  if (context.motion?.status === 'Archived') return refuse('wrong_status');
  const { type: _, ...appeal } = command;
  return {
    type: 'AppealRecorded',
    ...appeal,
    appealNo: record.appeals.length + 1,
    open: open.length + 1,
    paragraph,
    meetingDate: record.meetingDate,
  };
};

/** Known by the number of the court; without one, two appeals may be two. */
const isSameAppeal = (known: Appeal, { court, courtCaseNumber }: Pick<Appeal, 'court' | 'courtCaseNumber'>) =>
  courtCaseNumber !== undefined && known.court === court && known.courtCaseNumber === courtCaseNumber;

/** How an appeal ended. The court may annul, never replace the decision (KL 13:8). */
export const closeAppeal = (
  record: Minutes,
  { caseId, appealNo, closedOn, outcome }: Extract<MinutesCommand, { type: 'close-appeal' }>,
  { today }: AppealContext,
): MinutesEvent | Refusal => {
  const open = openAppeals(record, caseId);
  if (appealNo === undefined && open.length > 1) return refuse('appeal_unclear');
  const appeal = open.find((each) => appealNo === undefined || each.appealNo === appealNo);
  if (appeal === undefined) return refuse('appeal_unknown');
  if (closedOn > today) return refuse('date_in_future', { rule: 'KL 13:8' });
  if (closedOn < appeal.receivedOn) {
    return refuse('date_out_of_order', {
      rule: 'KL 13:8',
      detail: `Överklagandet kom in ${appeal.receivedOn}.`,
    });
  }
  // Anyone else may still appeal while the time runs or the notice is down (KL 13:1, 13:5): nothing is final yet.
  const isOver = record.status === 'WindowPassed' || record.status === 'Confirmed';
  if (outcome.result !== 'annulled' && !isOver) return refuse('window_open');
  return {
    type: 'AppealClosed',
    caseId,
    appealNo: appeal.appealNo,
    paragraph: appeal.paragraph,
    meetingDate: record.meetingDate,
    closedOn,
    outcome,
    court: appeal.court,
    courtCaseNumber: appeal.courtCaseNumber,
    open: open.filter((each) => isOfSameDecision(each, appeal)).length - 1,
    notice: noticeOf(record),
  };
};

/** The notice as it stands when the appeal ends: it may have been posted again since the case left it. */
const noticeOf = (record: Minutes) => {
  if (!('finalOn' in record)) return undefined;
  const { postedOn, lastAppealDay, finalOn } = record;
  return { postedOn, lastAppealDay, finalOn };
};
