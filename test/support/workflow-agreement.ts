import { minutesTransitions } from '../../domain/decide-minutes.ts';
import type { MinutesCommandType } from '../../domain/minutes-commands.ts';
import { type Status, statuses } from '../../domain/motion.ts';
import { type Awaited, stepOf } from '../../domain/steps.ts';
import type { Permission, Transition } from '../../domain/transitions.ts';
import { type Asl, isTell, isWait, ownChoice, waitsOf } from './workflow-asl.ts';

/** The outcomes that no row has: every wait must know them (architecture §4). */
const everywhere: Readonly<Record<string, string>> = { handover: 'HandOver', superseded: 'Superseded' };
/** Where the router goes besides the waits. */
const routerEnds = ['CaseClosed', 'Superseded'];

/** Whom each status waits for, written down apart from the machine. */
export const awaitedIn: Readonly<Partial<Record<Status, Awaited>>> = {
  Received: 'registrar',
  Registered: 'council-secretary',
  Returned: 'signatories',
  Referred: 'board-secretary',
  Assigned: 'officer',
  Drafting: 'officer',
  Consulting: 'officer',
  Approval: 'approver',
  BoardReady: 'board-secretary',
  BoardAgenda: 'board-secretary',
  CouncilReady: 'council-secretary',
  CouncilAgenda: 'council-secretary',
  WithdrawalPending: 'council-secretary',
  Decided: 'certifier',
  Certified: 'council-secretary',
  AppealWindow: 'nobody',
  PresumedFinal: 'registrar',
  Final: 'archivist',
  Appealed: 'registrar',
};

/** The command on minutes behind what a case follows: its role is whom the case waits for. */
const commandBehind: Partial<Record<string, MinutesCommandType>> = {
  MinutesCertified: 'certify-minutes',
  NoticePosted: 'post-notice',
  NoticeFoundDown: 'report-notice-down',
  AppealWindowPassed: 'pass-appeal-window',
  NoAppealConfirmed: 'confirm-no-appeal',
  AppealRecorded: 'record-appeal',
  AppealClosed: 'close-appeal',
};

const awaitedBy: Readonly<Partial<Record<Permission['role'], Awaited>>> = {
  registrar: 'registrar',
  'council-secretary': 'council-secretary',
  'board-secretary': 'board-secretary',
  certifier: 'certifier',
  archivist: 'archivist',
  official: 'officer',
  manager: 'approver',
  director: 'approver',
  member: 'signatories',
  'group-secretary': 'signatories',
  system: 'nobody',
};

const rolesOf = (row: Transition): readonly Permission['role'][] => {
  const behind = row.follows === undefined ? undefined : commandBehind[row.follows];
  return behind === undefined ? row.by.map((each) => each.role) : [minutesTransitions[behind].by('council')];
};

/** Everyone whose act moves a motion on from a status. A withdrawal can come at any time: nobody waits for it. */
const moversFrom = (status: Status, rows: readonly Transition[]): Set<Awaited | undefined> =>
  new Set(
    rows
      .filter((row) => row.from.includes(status) && row.outcome !== undefined && row.command !== 'withdraw')
      .flatMap((row) => rolesOf(row).map((role) => awaitedBy[role])),
  );

/** Where a branch leads: the letters it passes, then the state after them. */
const follow = (asl: Asl, from: string): { tells: readonly string[]; end: string } => {
  const tells: string[] = [];
  let name = from;
  for (let state = asl.States[name]; isTell(name, state) && !tells.includes(name); state = asl.States[name]) {
    tells.push(name);
    name = state.Next;
  }
  return { tells, end: name };
};

/** An act taken back leaves the case where the record says: the machine reads it, and sends what is owed, anew. */
const endOf = (asl: Asl, row: Transition, from: Status): string | undefined => {
  if (row.to === 'earlier') return asl.StartAt;
  const to = row.to === 'same' ? from : row.to;
  return to === 'Archived' ? 'CaseClosed' : stepOf[to];
};

const faultsOfRow = (asl: Asl, row: Transition, from: Status): string[] => {
  const wait = stepOf[from];
  // From a draft, or from nothing, the motion is received: the execution starts and the router takes it.
  if (wait === undefined) return [];
  const at = `row ${row.row} from ${from}`;
  const branches = ownChoice(asl, wait)?.Choices.filter((each) => each.StringEquals === row.outcome) ?? [];
  const [branch, ...others] = branches;
  if (branch === undefined) return [`${at}: ${wait} knows no ${row.outcome}`];
  const { tells, end } = follow(asl, branch.Next);
  const expectedTells = row.tells.length > 0 && row.to !== 'earlier' ? 1 : 0;
  return [
    ...(others.length > 0 ? [`${at}: ${wait} knows ${row.outcome} twice`] : []),
    ...(end === endOf(asl, row, from) ? [] : [`${at}: leads to ${end}, not to ${endOf(asl, row, from)}`]),
    ...(tells.length === expectedTells ? [] : [`${at}: passes ${tells.length} Tell states`]),
  ];
};

const faultsOfWait = (asl: Asl, wait: string, rows: readonly Transition[]): string[] => {
  const choice = ownChoice(asl, wait);
  const state = asl.States[wait];
  const status = statuses.find((each) => stepOf[each] === wait);
  if (choice === undefined || !isWait(state)) return [`${wait} has no Choice of its own`];
  if (status === undefined) return [`${wait} is the step of no status`];
  const { step, awaits } = state.Parameters.Payload;
  const known = choice.Choices.filter((each) => !(each.StringEquals in everywhere));
  const outcomes = rows.filter((row) => row.from.includes(status)).map((row) => row.outcome);
  return [
    ...(step === wait ? [] : [`${wait} calls itself ${step}`]),
    ...(choice.Choices.every((each) => each.Variable === '$.outcome') ? [] : [`${wait} tests another field`]),
    ...known
      .filter((each) => !outcomes.includes(each.StringEquals))
      .map((each) => `${wait}: no row has ${each.StringEquals}`),
    ...Object.entries(everywhere)
      .filter(([outcome, next]) => !choice.Choices.some((e) => e.StringEquals === outcome && e.Next === next))
      .map(([outcome]) => `${wait} does not know ${outcome}`),
    ...(awaits === awaitedIn[status] ? [] : [`${wait} awaits ${awaits}, not ${awaitedIn[status]}`]),
    ...(moversFrom(status, rows).has(awaitedIn[status]) ? [] : [`${wait}: ${awaits} can move nothing`]),
  ];
};

const faultsOfRouter = (asl: Asl): string[] => {
  const router = asl.States.RouteToStep;
  if (router?.Type !== 'Choice') return ['there is no router'];
  const wanted = [...waitsOf(asl).map(([name]) => name), ...routerEnds];
  const reached = router.Choices.map((each) => each.StringEquals);
  const read = asl.States[asl.StartAt];
  const { end } = { end: read?.Type === 'Task' ? asl.States[read.Next] : undefined };
  return [
    ...(end?.Type === 'Task' && end.Next === 'RouteToStep' ? [] : ['the start does not lead to the router']),
    ...router.Choices.filter((e) => e.Variable !== '$.step' || e.Next !== e.StringEquals).map(
      (each) => `the router leads ${each.StringEquals} to ${each.Next}`,
    ),
    ...wanted.filter((each) => !reached.includes(each)).map((each) => `the router does not know ${each}`),
    ...reached.filter((each) => !wanted.includes(each)).map((each) => `the router knows ${each}`),
  ];
};

/**
 * What the machine and the table of transitions do not agree on, both ways; empty when they do. Each wait is judged by
 * its own Choice: the router reaches everything, so going by it would prove nothing (architecture §4).
 */
export const faultsOfAgreement = (asl: Asl, rows: readonly Transition[]): string[] => {
  const moving = rows.filter((row) => row.outcome !== undefined);
  const steps = statuses.flatMap((status) => stepOf[status] ?? []);
  return [
    ...moving.flatMap((row) => row.from.flatMap((from) => faultsOfRow(asl, row, from))),
    ...waitsOf(asl).flatMap(([wait]) => faultsOfWait(asl, wait, moving)),
    ...steps.filter((step) => !isWait(asl.States[step])).map((step) => `${step} is no waiting state`),
    ...faultsOfRouter(asl),
  ];
};
