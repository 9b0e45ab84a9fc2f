import { z } from 'zod';
import type { MinutesPersonCommand } from '../../domain/minutes-commands.ts';
import { motion } from '../../domain/motion.ts';
import { roleHolders } from '../demo/town.ts';
import { makeRound, type Phase, phases, type Round } from './calendar.ts';
import { carryCase, isFinished } from './carry-case.ts';
import type { Now, OngoingCase } from './ongoing-case.ts';
import type { Plan, RoundPlan } from './plan.ts';
import type { SteadfastOffice } from './steadfast-office.ts';

type Body = 'board' | 'council';
type MinutesAct = readonly [by: string, minutesId: string, command: MinutesPersonCommand];

const secretaryOf = { board: roleHolders.boardSecretary, council: roleHolders.councilSecretary } as const;
const minutesOf = (round: Round, body: Body) =>
  body === 'board' ? round.boardMinutes : round.councilMinutes;

const open = (round: Round, body: Body): MinutesAct => {
  const certifiers = [...roleHolders.certifiers];
  const meetingDate = round.days[body];
  return [secretaryOf[body], minutesOf(round, body), { type: 'open-minutes', body, meetingDate, certifiers }];
};

const certify = (round: Round, body: Body): MinutesAct[] =>
  roleHolders.certifiers.map((certifier) => [certifier, minutesOf(round, body), { type: 'certify-minutes' }]);

const post = (round: Round, body: Body, postedOn: string): MinutesAct => [
  secretaryOf[body],
  minutesOf(round, body),
  { type: 'post-notice', postedOn },
];

/** What is done with the minutes of a round before its cases act. */
const minutesActs = (round: Round, phase: Phase, plan: RoundPlan): MinutesAct[] => {
  const day = round.days[phase];
  const registrar = roleHolders.registrar;
  switch (phase) {
    case 'board':
    case 'council':
      return [open(round, phase)];
    case 'board-notice':
      return [...certify(round, 'board'), post(round, 'board', day)];
    case 'certification':
      return certify(round, 'council');
    case 'notice':
      return [post(round, 'council', day)];
    case 'notice-down': {
      const down: MinutesAct = [
        registrar,
        round.councilMinutes,
        { type: 'report-notice-down', foundDownOn: day },
      ];
      return plan.isNoticeFoundDown ? [down, post(round, 'council', day)] : [];
    }
    case 'confirmation':
      return [round.boardMinutes, round.councilMinutes].map((minutesId) => [
        registrar,
        minutesId,
        { type: 'confirm-no-appeal' },
      ]);
    default:
      return [];
  }
};

/** Runs an act for each, some at a time. */
const together = async <T>(items: readonly T[], atOnce: number, act: (item: T) => Promise<void>) => {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};

const view = z.object({ motion });

const isDone = async (office: SteadfastOffice, it: OngoingCase): Promise<boolean> => {
  if (it.caseId === undefined || it.isClosed) return it.isClosed;
  const { motion: record } = await office.read(roleHolders.registrar, `/api/cases/${it.caseId}`, view);
  return isFinished(it, record.status);
};

/** Takes all cases through one time of the year; those who act at once compete. */
export const carryPhase = async (
  office: SteadfastOffice,
  { round, plan, phase }: { round: Round; plan: RoundPlan; phase: Phase },
  cases: readonly OngoingCase[],
  concurrency: number,
): Promise<void> => {
  const now: Now = { phase, day: round.days[phase], round };
  await office.on(now.day);
  for (const [by, minutesId, command] of minutesActs(round, phase, plan)) {
    await office.actOnMinutes(by, minutesId, command);
  }
  await together(cases, concurrency, (it) => carryCase(office, it, now));
};

/** An appeal that is annulled can send a case round a few times; more than this and it goes nowhere. */
const roundsAtMost = 10;

/**
 * Takes all cases through the year, and the next, until nothing is left to do in any, or something was refused that no
 * plan foresees. @returns the last day
 */
export const carryYears = async (
  office: SteadfastOffice,
  plans: Plan,
  cases: readonly OngoingCase[],
  { concurrency, hasFault, from = 0 }: { concurrency: number; hasFault: () => boolean; from?: number },
): Promise<string> => {
  for (let index = from; ; index += 1) {
    const plan = plans.round(index);
    const round = makeRound(index, plan);
    for (const phase of phases) await carryPhase(office, { round, plan, phase }, cases, concurrency);
    const done = await Promise.all(cases.map((it) => isDone(office, it)));
    if (done.every(Boolean) || hasFault() || index + 1 === roundsAtMost) return round.days.closing;
  }
};
