import { type CalendarDate, yearOf } from '../../domain/calendar-date.ts';
import type { Command } from '../../domain/commands.ts';
import type { Context } from '../../domain/context.ts';
import type { DocumentRef } from '../../domain/documents.ts';
import type { Member } from '../../domain/members.ts';
import type { Motion } from '../../domain/motion.ts';
import { rolesOn } from '../../domain/people.ts';
import { formatRegisterNumber } from '../../domain/register-number.ts';
import type { Actor } from '../../domain/roles.ts';
import type { Casework } from './dependencies.ts';

/** What is asked, by whom, of which case. */
export interface Asked {
  readonly caseId: string;
  readonly command: Command;
  readonly actor: Actor;
}

/** The register year and month whose counter gives the next number. */
export const counterScope = ({ register }: Casework['organisation'], today: CalendarDate): string =>
  [
    register.authority,
    register.registerCode,
    register.sequenceScope === 'month' ? today.slice(0, 7) : today.slice(0, 4),
  ].join('#');

/** Looks up everything `decide` needs for this command, in parallel, and nothing else. */
export const gatherContext = async (
  casework: Casework,
  asked: Asked,
  record: Motion | undefined,
  document: DocumentRef | undefined,
  today: CalendarDate,
): Promise<Context> => {
  const { organisation } = casework;
  const [members, minutes, nextNumber, officerRoles] = await Promise.all([
    membersFor(casework, asked, record),
    minutesFor(casework, asked.command),
    nextNumberFor(casework, asked.command, today),
    officerRolesFor(casework, asked.command, today),
  ]);
  return {
    caseId: asked.caseId,
    today,
    actor: asked.actor,
    organisation,
    approvalRoles: organisation.approvalChain.map((step) => step.role),
    members,
    document,
    minutes,
    nextNumber,
    officerRoles,
  };
};

const membersFor = (
  { people }: Casework,
  { command, actor }: Asked,
  record: Motion | undefined,
): Promise<ReadonlyMap<string, Member>> => {
  const named = [
    ...(record?.signatories.map((each) => each.memberId) ?? []),
    ...('signatories' in command ? command.signatories : []),
    ...(actor.memberId === undefined ? [] : [actor.memberId]),
  ];
  return people.membersById([...new Set(named)]);
};

const minutesFor = async ({ minutes }: Casework, command: Command) => {
  if (command.type === 'follow-minutes' || !('minutesId' in command)) return undefined;
  return (await minutes.load(command.minutesId))?.minutes;
};

const nextNumberFor = async ({ cases, organisation }: Casework, command: Command, today: CalendarDate) => {
  if (command.type !== 'register' || organisation.registerMaster === 'registrar') return undefined;
  const sequence = (await cases.lastSequence(counterScope(organisation, today))) + 1;
  const month = Number(today.slice(5, 7));
  const parts = { year: yearOf(today), month, sequence };
  return { sequence, registrationNumber: formatRegisterNumber(organisation.register, parts) };
};

const officerRolesFor = async ({ people }: Casework, command: Command, today: CalendarDate) => {
  if (command.type !== 'assign') return undefined;
  const officer = await people.person(command.officer);
  return officer === undefined ? [] : rolesOn(officer.value, today);
};
