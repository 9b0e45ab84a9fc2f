import { clocksOfMotion } from '../clocks.ts';
import type { CommandOf } from '../commands.ts';
import type { Context } from '../context.ts';
import { annulmentTarget } from '../evolve-aftermath.ts';
import type { AppealResult, MinutesEvent } from '../minutes-events.ts';
import type { Motion, MotionIn } from '../motion.ts';
import { refuse } from '../refusal.ts';
import { accept, type Verdict } from './verdict.ts';

type AftermathCommand = CommandOf<'follow-minutes' | 'ring-clock' | 'archive'>;

/** After the decision the case follows its minutes: rows 20–27; and row 31. */
export const decideAftermath = (
  record: Motion | undefined,
  command: AftermathCommand,
  context: Context,
): Verdict => {
  switch (command.type) {
    case 'archive':
      return accept('31', { type: 'CaseArchived' });
    case 'ring-clock':
      return clocksOfMotion(record).some((clock) => clock.kind === command.clock)
        ? accept('2c', { type: 'ClockRang', clock: command.clock, dueOn: command.dueOn })
        : refuse('wrong_status');
    case 'follow-minutes':
      return follow(record, command, context);
  }
};

/** Only the minutes in which the present decision stands move the case; a case decided anew has left the old ones. */
const follow = (
  record: Motion | undefined,
  { minutesId, happened }: CommandOf<'follow-minutes'>,
  context: Context,
): Verdict => {
  const decision = record !== undefined && 'decision' in record ? record.decision : undefined;
  if (record === undefined || decision?.at.minutesId !== minutesId) return refuse('not_in_minutes');
  const row = rowOf(record, happened, context);
  return row === undefined
    ? refuse('wrong_status')
    : accept(row, { type: 'MinutesFollowed', minutesId, happened });
};

const rowOf = (record: Motion, happened: MinutesEvent, { caseId }: Context): string | undefined => {
  switch (happened.type) {
    case 'MinutesCertified':
      return '20';
    case 'NoticePosted':
      return '21';
    case 'NoticeFoundDown':
      return '22';
    case 'AppealWindowPassed':
      return '23';
    case 'NoAppealConfirmed':
      return '24';
    case 'AppealRecorded':
      return happened.caseId === caseId ? '25' : undefined;
    case 'AppealClosed':
      return happened.caseId === caseId && record.status === 'Appealed'
        ? closingRow(record, happened.outcome)
        : undefined;
    default:
      return undefined;
  }
};

const closingRow = (record: MotionIn<'Appealed'>, outcome: AppealResult): string => {
  if (outcome.result === 'upheld') return '26';
  if (outcome.result !== 'annulled') return '25b';
  const rows = { CouncilReady: '27', Drafting: '27p', Registered: '27u', WithdrawalPending: '27w' } as const;
  return rows[annulmentTarget(record, outcome.faultInPreparation)];
};
