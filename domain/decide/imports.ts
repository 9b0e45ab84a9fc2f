import { type CalendarDate, yearOf } from '../calendar-date.ts';
import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import type { MotionEvent } from '../events.ts';
import { partyOn } from '../members.ts';
import { minutesIdOf } from '../minutes.ts';
import type { Motion, MotionIn } from '../motion.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isAcceptableTypedNumber, parseRegisterNumber } from '../register-number.ts';
import { coverRefusal } from './clauses.ts';
import { unknownMembers } from './movers.ts';
import { accept, firstRefusal, judgeIn, type Verdict } from './verdict.ts';

type Entered = Extract<MotionEvent, { type: 'OpenMotionImported' }>['status'];

const rowOf: Readonly<Record<Entered, string>> = {
  Registered: '1r',
  Referred: '1f',
  Assigned: '1a',
  Drafting: '1d',
};

/**
 * What was open when the product was taken into use: entered at its step under the number it has, with the day it
 * was really raised, so that its year runs from then (KL 5:35).
 */
export const importOpenMotion = (command: CommandOf<'import-open-motion'>, context: Context): Verdict => {
  const { status, receivedOn, raisedOn, announcedOn, officer, unit, registrationNumber } = command;
  const memberIds = [...new Set(command.signatories)];
  const refused = firstRefusal(
    () => (raisedOn > context.today ? refuse('date_in_future', { rule: 'domain.md §1.2' }) : undefined),
    () => unknownMembers(memberIds, context),
    () => reached(command, context),
    () => numberRefused(registrationNumber, context),
  );
  if (refused !== undefined) return refused;
  const parts = parseRegisterNumber(context.organisation.register, registrationNumber);
  return accept(rowOf[status], {
    type: 'OpenMotionImported',
    importedOn: context.today,
    text: broughtDocument(context),
    clauseCount: command.text.clauses.length,
    status,
    receivedOn,
    raisedOn,
    registrationNumber,
    registerYear: parts?.year ?? Number(raisedOn.slice(0, 4)),
    // A number above the counter moves it, so that the register does not give it out again.
    registerSequence:
      parts !== undefined && context.nextNumber !== undefined && parts.sequence >= context.nextNumber.sequence
        ? parts.sequence
        : undefined,
    signatories: memberIds.map((memberId) => {
      const who = context.members.get(memberId);
      return { memberId, party: who === undefined ? '-' : partyOn(who, raisedOn) };
    }),
    ...(status === 'Registered' ? {} : { referredBy: 'council' as const, announcedOn }),
    ...(status === 'Assigned' || status === 'Drafting' ? { officer, unit } : {}),
    ...(command.minorityDeferralUsed === true ? { minorityDeferralUsed: true as const } : {}),
    ...(areDaysOdd(command) ? { datesOdd: true as const } : {}),
  });
};

/** Raised or announced before it came, which cannot be: flagged, and never held up (domain.md §11.3). */
export const areDaysOdd = ({
  status,
  receivedOn,
  raisedOn,
  announcedOn = receivedOn,
}: {
  readonly status: string;
  readonly receivedOn: CalendarDate;
  readonly raisedOn: CalendarDate;
  readonly announcedOn?: CalendarDate | undefined;
}): boolean => raisedOn < receivedOn || (status !== 'Registered' && announcedOn < receivedOn);

/** The number is of the register's pattern, and of no year to come (OSL 5:2). */
const numberRefused = (
  number: string,
  { organisation: { register }, today }: Context,
): Refusal | undefined => {
  if (!isAcceptableTypedNumber(register, number)) return refuse('number_not_accepted');
  const year = parseRegisterNumber(register, number)?.year;
  return year !== undefined && year > yearOf(today)
    ? refuse('number_not_accepted', { detail: `Diarienumrets år, ${year}, har inte börjat.` })
    : undefined;
};

/** What the step presupposes: the day it was announced, and an official who has it. */
const reached = (
  { status, announcedOn, officer, unit }: CommandOf<'import-open-motion'>,
  { today, officerRoles }: Context,
): Refusal | undefined => {
  if (status === 'Registered') return undefined;
  if (announcedOn === undefined) return refuse('import_incomplete', { detail: 'Anmäld dag saknas.' });
  if (announcedOn > today) return refuse('date_in_future', { rule: 'domain.md §11.1 rad 5' });
  if (status === 'Referred') return undefined;
  if (officer === undefined || unit === undefined) {
    return refuse('import_incomplete', { detail: 'Handläggare och enhet saknas.' });
  }
  return officerRoles?.includes('official') ? undefined : refuse('not_an_official');
};

/**
 * Rows 1e and 1c: the answer that was ready, and what the board had proposed, before the product was taken into use.
 * Only of a motion as it was entered: once it is worked on here, approval and board are asked (KL 5:28, 6:38 p. 2).
 */
export const importEarlierWork = (
  record: Motion | undefined,
  command: CommandOf<'import-earlier-work'>,
  context: Context,
): Verdict =>
  judgeIn(record, ['Drafting'], (drafting) => {
    if (!isAsEntered(drafting)) return refuse('not_imported');
    const { proposals, boardProposal } = command;
    const answer = broughtDocument(context);
    const uncovered = coverRefusal(drafting, proposals, 'draft');
    if (uncovered !== undefined) return uncovered;
    if (boardProposal === undefined) {
      return accept('1e', { type: 'EarlierWorkImported', answer, proposals });
    }
    return (
      beforeImport(drafting, boardProposal, context) ??
      accept('1c', {
        type: 'EarlierWorkImported',
        answer,
        proposals,
        boardProposal: {
          proposals: boardProposal.proposals,
          at: {
            minutesId: minutesIdOf('board', boardProposal.meetingDate),
            meetingDate: boardProposal.meetingDate,
            paragraph: boardProposal.paragraph,
          },
        },
      })
    );
  });

/** Entered at drafting by the import, by its first event, with nothing moved or written since. */
const isAsEntered = ({ importedOn, movedAtVersion, answer }: MotionIn<'Drafting'>): boolean =>
  importedOn !== undefined && movedAtVersion === 1 && answer === undefined;

const beforeImport = (
  drafting: MotionIn<'Drafting'>,
  { meetingDate, proposals }: NonNullable<CommandOf<'import-earlier-work'>['boardProposal']>,
  { today }: Context,
): Refusal | undefined => {
  if (meetingDate > today) return refuse('date_in_future', { rule: 'KL 6:35' });
  if (drafting.importedOn === undefined || meetingDate > drafting.importedOn) return refuse('not_imported');
  if (meetingDate < drafting.receivedOn) return refuse('date_out_of_order');
  return coverRefusal(drafting, proposals, 'board');
};
