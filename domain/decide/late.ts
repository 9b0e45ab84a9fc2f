import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import type { MinutesPlace } from '../events.ts';
import { closedRefusal } from '../minutes-closed.ts';
import { type Motion, type MotionIn, undecided } from '../motion.ts';
import { clausesToDecide } from '../outcome.ts';
import { refuse } from '../refusal.ts';
import { minutesPlaceOf, presenceAt } from './at-meeting.ts';
import { decisionRefusal, keptOf } from './dealt-with.ts';
import { takenUpRefusal } from './sitting.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

type Undecided = MotionIn<(typeof undecided)[number]>;
type LateCommand = CommandOf<'report-late' | 'take-back-late-report' | 'write-off'>;

/** The motion that is not ready within the year (KL 5:35): rows 29 and 30. */
export const decideLate = (record: Motion | undefined, command: LateCommand, context: Context): Verdict =>
  judgeIn(record, undecided, (open) => {
    switch (command.type) {
      case 'report-late':
        return reportLate(open, command, context);
      case 'take-back-late-report':
        return takeBackReport(open, context);
      case 'write-off':
        return writeOffLate(open, command, context);
    }
  });

/** Row 29: the delay, and what has come out of the preparation, is told to the council. The case goes on. */
const reportLate = (open: Undecided, command: CommandOf<'report-late'>, context: Context): Verdict => {
  const at = minutesPlaceOf(command, 'council', { notBefore: open.receivedOn }, context);
  if ('kind' in at) return at;
  // A council that is too few may not handle a matter at all (KL 5:45); who was there is known where it is kept.
  const presence =
    context.meeting?.attendance === undefined ? undefined : presenceAt('council', command, context);
  if (presence !== undefined && 'kind' in presence) return presence;
  const { plannedOn, proposal } = command;
  if (plannedOn !== undefined && plannedOn < at.meetingDate) {
    return refuse('date_out_of_order', {
      rule: 'domain.md §3',
      detail: 'Beslutet kan inte planeras till före anmälan.',
    });
  }
  return accept('29', { type: 'ReportedLate', at, soFar: broughtDocument(context), plannedOn, proposal });
};

/** Row 29t: a report keyed on the wrong case is taken back until the first certifier has signed (KL 5:69). */
const takeBackReport = ({ lateReport }: Undecided, { minutes }: Context): Verdict => {
  if (lateReport === undefined || minutes?.minutesId !== lateReport.at.minutesId) {
    return refuse('nothing_to_take_back');
  }
  return closedRefusal(minutes) ?? accept('29t', { type: 'LateReportTakenBack', at: lateReport.at });
};

/** Row 30: "får då avskriva": only when the report is before the same meeting (KL 5:35 2 st.). */
const writeOffLate = (open: Undecided, command: CommandOf<'write-off'>, context: Context): Verdict => {
  const at = minutesPlaceOf(command, 'council', { notBefore: open.receivedOn }, context);
  if ('kind' in at) return at;
  if (open.lateReport?.at.minutesId !== at.minutesId) return refuse('not_reported');
  const presence = presenceAt('council', command, context);
  if ('kind' in presence) return presence;
  const untimely = takenUpRefusal(
    command,
    at.meetingDate,
    presence,
    context,
    open.status === 'CouncilAgenda' ? open : undefined,
  );
  if (untimely !== undefined) return untimely;
  const { present } = presence;
  const { deliberation: given } = command;
  // The report holds the board's latest proposal (domain.md §6.2).
  const deviatesFromBoard = open.lateReport.proposal !== 'write-off';
  const decision = { ...writeOff(open, at), deviatesFromBoard };
  const matter = { body: 'council', motion: open, given, presence } as const;
  return (
    decisionRefusal(matter, decision.decisions, context) ??
    accept('30', {
      type: 'CouncilWroteOff',
      ...decision,
      ...keptOf(given, context.document),
      present,
      ground: 'late',
    })
  );
};

/** The whole motion written off: withdrawn (domain.md §1.4), or reported late (KL 5:35). What is withdrawn departs from nothing. */
export const writeOff = (motion: Parameters<typeof clausesToDecide>[0], at: MinutesPlace) => ({
  at,
  decisions: clausesToDecide(motion).map((clause) => ({ clause, outcome: 'WRITTEN_OFF' as const })),
  outcome: 'WRITTEN_OFF' as const,
  deviatesFromBoard: false,
});
