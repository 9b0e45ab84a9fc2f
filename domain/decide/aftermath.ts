import { clocksOfMotion, mayWarnOfReport, reportClock } from '../clocks.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import { annulmentTarget } from '../evolve-aftermath.ts';
import type { MinutesEvent } from '../minutes-events.ts';
import type { Motion, MotionIn } from '../motion.ts';
import { refuse } from '../refusal.ts';
import { transitionOf } from '../transitions.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

type AppealClosed = Extract<MinutesEvent, { type: 'AppealClosed' }>;
type AftermathCommand = CommandOf<'follow-minutes' | 'follow-meeting' | 'ring-clock' | 'archive'>;

/** After the decision the case follows its minutes: rows 20–27; and row 31. */
export const decideAftermath = (
  record: Motion | undefined,
  command: AftermathCommand,
  context: Context,
): Verdict => {
  switch (command.type) {
    case 'archive':
      // What a court may still annul is not over (KL 13:8).
      return context.isAppealed === true ? refuse('appeal_open') : accept('31', { type: 'CaseArchived' });
    case 'ring-clock':
      return mayRing(record, command)
        ? accept('2c', { type: 'ClockRang', clock: command.clock, dueOn: command.dueOn })
        : refuse('wrong_status');
    case 'follow-meeting':
      return followMeeting(record, command);
    case 'follow-minutes':
      return follow(record, command, context);
  }
};

const mayRing = (record: Motion | undefined, { clock, dueOn }: CommandOf<'ring-clock'>): boolean =>
  clock === reportClock
    ? mayWarnOfReport(record, dueOn)
    : clocksOfMotion(record).some((each) => each.kind === clock && each.dueOn === dueOn);

const meetingRows = {
  MeetingMoved: { BoardAgenda: '12m', CouncilAgenda: '16m', WithdrawalPending: '28m' },
  MeetingCancelled: { BoardAgenda: '12x', CouncilAgenda: '16x', WithdrawalPending: '28x' },
  MeetingEnded: { BoardAgenda: '12e', CouncilAgenda: '16e', WithdrawalPending: '28e' },
} as const;

/** A case follows the meeting whose agenda it is on: moved with it, or back where it was to be placed from. */
const followMeeting = (
  record: Motion | undefined,
  { meetingId, happened }: CommandOf<'follow-meeting'>,
): Verdict =>
  judgeIn(record, ['BoardAgenda', 'CouncilAgenda', 'WithdrawalPending'], (onAgenda) => {
    const body = onAgenda.status === 'BoardAgenda' ? 'board' : 'council';
    if (onAgenda.meetingId !== meetingId) return refuse('not_on_agenda', { body });
    switch (happened.type) {
      case 'MeetingMoved':
      case 'MeetingCancelled':
      case 'MeetingEnded':
        return accept(meetingRows[happened.type][onAgenda.status], {
          type: 'MeetingFollowed',
          meetingId,
          happened,
        });
      default:
        return refuse('wrong_status');
    }
  });

/** Only the minutes in which the present decision stands move the case; a case decided anew has left the old ones. */
const follow = (
  record: Motion | undefined,
  { minutesId, happened }: CommandOf<'follow-minutes'>,
  context: Context,
): Verdict => {
  if (record === undefined) return refuse('not_in_minutes');
  const besideRow = rowBeside(record, minutesId, happened, context);
  if (besideRow !== undefined) {
    return accept(besideRow, { type: 'MinutesFollowed', minutesId, happened, beside: true });
  }
  if (!isDecidedIn(record, minutesId)) return refuse('not_in_minutes');
  const row = rowOf(record, happened, context);
  return row === undefined || !transitionOf(row).from.includes(record.status)
    ? refuse('wrong_status')
    : accept(row, { type: 'MinutesFollowed', minutesId, happened });
};

const isDecidedIn = (record: Motion, minutesId: string, paragraph?: string): boolean =>
  'decision' in record &&
  record.decision.at.minutesId === minutesId &&
  (paragraph === undefined || record.decision.at.paragraph === paragraph);

/**
 * What leaves the case where it is: the notice of a decision that is appealed (KL 8:12, 13:5), and an appeal of a
 * decision that did not end the case, which itself goes on (domain.md §11.1, last lines).
 */
const rowBeside = (
  record: Motion,
  minutesId: string,
  happened: MinutesEvent,
  { caseId }: Context,
): string | undefined => {
  switch (happened.type) {
    case 'NoticePosted':
      return record.status === 'Appealed' && isDecidedIn(record, minutesId) ? '21a' : undefined;
    case 'NoticeFoundDown':
      return record.status === 'Appealed' && isDecidedIn(record, minutesId) ? '22a' : undefined;
    case 'AppealRecorded':
    case 'AppealClosed': {
      const { paragraph } = happened;
      const isOther = paragraph !== undefined && !isDecidedIn(record, minutesId, paragraph);
      // What has no number has been before no council.
      const isRegistered = 'registrationNumber' in record && record.registrationNumber !== undefined;
      if (happened.caseId !== caseId || !isOther || !isRegistered) return undefined;
      if (happened.type === 'AppealRecorded') return '25d';
      return happened.outcome.result === 'annulled' ? '27d' : '26d';
    }
    default:
      return undefined;
  }
};

const rowOf = (record: Motion, happened: MinutesEvent, { caseId }: Context): string | undefined => {
  switch (happened.type) {
    case 'MinutesCertified':
      return '20';
    case 'NoticePosted':
      return '21';
    case 'NoticeFoundDown':
      // Its finality has been told: the time had not run out after all (KL 13:5 2 st.).
      return record.status === 'Final' ? '22f' : '22';
    case 'AppealWindowPassed':
      return '23';
    case 'NoAppealConfirmed':
      return '24';
    case 'AppealRecorded':
      if (happened.caseId !== caseId) return undefined;
      return record.status === 'Appealed' ? '25n' : '25';
    case 'AppealClosed':
      return happened.caseId === caseId && record.status === 'Appealed'
        ? closingRow(record, happened)
        : undefined;
    default:
      return undefined;
  }
};

const closingRow = (
  record: MotionIn<'Appealed'>,
  { outcome, open = 0, notice }: AppealClosed,
): string | undefined => {
  if (open > 0 && outcome.result !== 'annulled') return '25m';
  // Nothing is final that no notice stands for (KL 13:5).
  if (outcome.result !== 'annulled' && notice === undefined && record.finalOn === undefined) return undefined;
  if (outcome.result === 'upheld') return '26';
  if (outcome.result !== 'annulled') return '25b';
  const rows = { CouncilReady: '27', Drafting: '27p', Registered: '27u', WithdrawalPending: '27w' } as const;
  return rows[annulmentTarget(record, outcome.faultInPreparation)];
};
