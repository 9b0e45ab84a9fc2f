import { type CalendarDate, yearOf } from '../../domain/calendar-date.ts';
import type { Command, CommandOf } from '../../domain/commands.ts';
import type { Context } from '../../domain/context.ts';
import type { DocumentRef } from '../../domain/documents.ts';
import type { Meeting, MeetingBody } from '../../domain/meeting.ts';
import type { Member } from '../../domain/members.ts';
import type { Minutes } from '../../domain/minutes.ts';
import type { Motion } from '../../domain/motion.ts';
import { hasOpenAppealBeside } from '../../domain/open-appeals.ts';
import { type ClauseDecision, lapsesWithAnother } from '../../domain/outcome.ts';
import { rolesOn } from '../../domain/people.ts';
import { formatRegisterNumber, parseRegisterNumber } from '../../domain/register-number.ts';
import type { Actor } from '../../domain/roles.ts';
import type { Casework } from './dependencies.ts';
import { servingOnDays } from './serving-days.ts';

/** What is asked, by whom, of which case. */
export interface Asked {
  readonly caseId: string;
  readonly command: Command;
  readonly actor: Actor;
}

/** The register year and month whose counter gives the next number. */
export const counterScope = (organisation: Casework['organisation'], today: CalendarDate): string =>
  scopeOf(organisation, { year: yearOf(today), month: Number(today.slice(5, 7)) });

/** The counter of a number's own year, and month where the register counts by month. */
export const scopeOf = (
  { register }: Casework['organisation'],
  { year, month = 1 }: { readonly year: number; readonly month?: number | undefined },
): string => {
  const monthly = register.sequenceScope === 'month' ? `-${String(month).padStart(2, '0')}` : '';
  return [register.authority, register.registerCode, `${year}${monthly}`].join('#');
};

/** Looks up everything `decide` needs for this command, in parallel, and nothing else. */
export const gatherContext = async (
  casework: Casework,
  asked: Asked,
  record: Motion | undefined,
  document: DocumentRef | undefined,
  today: CalendarDate,
): Promise<Context> => {
  const { organisation } = casework;
  const [members, [minutes, meeting], nextNumber, officerRoles, lead, leads, isAppealed] = await Promise.all([
    membersFor(casework, asked, record, today),
    minutesFor(casework, asked.command, record).then(
      async (found) => [found, await meetingFor(casework, asked.command, found, record)] as const,
    ),
    nextNumberFor(casework, asked.command, today),
    officerRolesFor(casework, asked.command, today),
    leadFor(casework, asked.command),
    leadsOthers(casework, asked),
    isAppealedBeside(casework, asked),
  ]);
  return {
    caseId: asked.caseId,
    today,
    actor: asked.actor,
    organisation,
    members,
    document,
    minutes,
    meeting,
    nextNumber,
    officerRoles,
    lead,
    leads,
    isAppealed,
  };
};

const membersFor = async (
  casework: Casework,
  { command, actor }: Asked,
  record: Motion | undefined,
  today: CalendarDate,
): Promise<ReadonlyMap<string, Member>> => {
  const named = [
    ...(record?.signatories.map((each) => each.memberId) ?? []),
    ...('signatories' in command ? command.signatories : []),
    ...claimMovers(command),
    ...(actor.memberId === undefined ? [] : [actor.memberId]),
  ];
  const found = await casework.people.membersById([...new Set(named)]);
  if (!asksWhoMayRaise.includes(command.type)) return found;
  const receivedOn = record !== undefined && 'receivedOn' in record ? [record.receivedOn] : [];
  const serving = await servingOnDays(casework, [...found.values()], [today, ...receivedOn]);
  return new Map(serving.map((who) => [who.memberId, who]));
};

/** What is asked of whoever raises the motion, on the day of the act and on that of receipt (KL 4:19, 4:22). */
const asksWhoMayRaise: readonly Command['type'][] = [
  'approve-text',
  'submit',
  'resubmit',
  'refer',
  'decide-at-once',
];

/** Whether somebody may claim without a vote is asked of the member register (KL 5:39). */
const claimMovers = (command: Command): string[] =>
  'deliberation' in command
    ? (command.deliberation?.claims ?? []).map((each) => each.mover).filter((each) => each !== 'board')
    : [];

const minutesFor = async ({ minutes }: Casework, command: Command, record: Motion | undefined) => {
  const minutesId = minutesNamed(command, record);
  return minutesId === undefined ? undefined : (await minutes.load(minutesId))?.minutes;
};

const minutesNamed = (command: Command, record: Motion | undefined): string | undefined => {
  if (command.type === 'follow-minutes') return undefined;
  if (command.type === 'take-back-act') {
    return record !== undefined && 'lastAct' in record ? record.lastAct?.at.minutesId : undefined;
  }
  if (command.type === 'take-back-late-report') {
    return record !== undefined && 'lateReport' in record ? record.lateReport?.at.minutesId : undefined;
  }
  return 'minutesId' in command ? command.minutesId : undefined;
};

/** The meeting a matter is placed at, or was taken up at: that of the minutes' body and day, where it is kept. */
const meetingFor = async (
  { meetings }: Casework,
  command: Command,
  minutes: Minutes | undefined,
  record: Motion | undefined,
): Promise<Meeting | undefined> => {
  if (command.type === 'place-on-board-agenda' || command.type === 'place-on-council-agenda') {
    const { meetingId, meetingDate } = command;
    if (meetingId !== undefined) return (await meetings.load(meetingId))?.meeting;
    const body = command.type === 'place-on-board-agenda' ? 'board' : 'council';
    return meetingDate === undefined ? undefined : meetingOn(meetings, body, meetingDate);
  }
  if (minutes === undefined || !('paragraph' in command)) return undefined;
  const placedAt = record !== undefined && 'meetingId' in record ? record.meetingId : undefined;
  const placed = placedAt === undefined ? undefined : (await meetings.load(placedAt))?.meeting;
  return placed?.date === minutes.meetingDate && placed.body === minutes.body
    ? placed
    : meetingOn(meetings, minutes.body, minutes.meetingDate);
};

/** A cancelled meeting is found only when no other is held that day: the law then says that it is cancelled. */
const meetingOn = async (meetings: Casework['meetings'], body: MeetingBody, day: CalendarDate) => {
  const found = (await meetings.calendar(day, day)).filter((each) => each.body === body);
  return found.find((each) => each.status !== 'Cancelled') ?? found[0];
};

const leadFor = async ({ cases }: Casework, command: Command) =>
  command.type === 'join-preparation' ? (await cases.load(command.lead))?.motion : undefined;

/** Asked of who joins another, and of what lapses with another. */
const leadsOthers = async ({ cases }: Casework, { caseId, command }: Asked) =>
  (command.type === 'join-preparation' || outcomesIn(command).some(lapsesWithAnother)) &&
  (await cases.byLead(caseId, { limit: 1 })).items.length > 0;

const outcomesIn = (command: Command): readonly ClauseDecision[] => {
  if ('decisions' in command) return command.decisions;
  return command.type === 'propose' ? command.proposals : [];
};

const isAppealedBeside = async ({ cases }: Casework, { caseId, command }: Asked) =>
  command.type === 'archive'
    ? hasOpenAppealBeside((await cases.events(caseId)).map(({ event }) => event))
    : undefined;

const nextNumberFor = async ({ cases, organisation }: Casework, command: Command, today: CalendarDate) => {
  if (organisation.registerMaster === 'registrar') return undefined;
  if (command.type === 'import-open-motion') return numberAfterImport(cases, organisation, command);
  return command.type === 'register' ? nextRegisterNumber({ cases, organisation }, today) : undefined;
};

/** The number that the register would give now. It is nobody's until somebody registers. */
export const nextRegisterNumber = async (
  { cases, organisation }: Pick<Casework, 'cases' | 'organisation'>,
  today: CalendarDate,
) => {
  const sequence = (await cases.lastSequence(counterScope(organisation, today))) + 1;
  const month = Number(today.slice(5, 7));
  const parts = { year: yearOf(today), month, sequence };
  return { sequence, registrationNumber: formatRegisterNumber(organisation.register, parts) };
};

/** The number that is next in the year of an imported one: the import moves the counter if it has come further. */
const numberAfterImport = async (
  cases: Casework['cases'],
  organisation: Casework['organisation'],
  { registrationNumber }: CommandOf<'import-open-motion'>,
) => {
  const parts = parseRegisterNumber(organisation.register, registrationNumber);
  if (parts === undefined) return undefined;
  const sequence = (await cases.lastSequence(scopeOf(organisation, parts))) + 1;
  return { sequence, registrationNumber };
};

const officerRolesFor = async ({ people }: Casework, command: Command, today: CalendarDate) => {
  const named =
    command.type === 'assign' || command.type === 'reassign' || command.type === 'import-open-motion';
  if (!named || command.officer === undefined) return undefined;
  const officer = await people.person(command.officer);
  return officer === undefined ? [] : rolesOn(officer.value, today);
};
