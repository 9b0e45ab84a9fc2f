import { randomUUID } from 'node:crypto';
import { addDays } from '../../../domain/calendar-date.ts';
import type { Besvarad } from '../../start-besvarad.ts';
import { makeTown, roleHolders, type Town } from '../town.ts';
import { calendars } from './calendar.ts';
import { checksOf } from './checks.ts';
import { motions, special } from './motions.ts';
import { membersCsv } from './people.ts';
import { printReports } from './print-reports.ts';
import { makeSchedule } from './schedule.ts';
import { annulledDecision, brokenNotice, jointAnswer, lateComers, lateMotion } from './specials.ts';
import { firstStories, type Refusals, secondReferral } from './stories.ts';
import {
  afterCouncil,
  allDays,
  answer,
  boardMeeting,
  type Cases,
  councilMeeting,
  mattersOf,
  receive,
} from './year.ts';

/** The day the year is over and the reports are made. */
const yearEnd = '2024-12-31';

const bringIn = async (town: Town, subject: string, path: string, body: object) => {
  const result = await (await town.person(subject)).post(path, { commandId: randomUUID(), ...body });
  if (result.status !== 200) throw new Error(`${path}: ${result.status} ${JSON.stringify(result.body)}`);
};

/** The round in which the motion that a minority had referred back comes up again. */
const returnsInRound = 2;

/** Motions of earlier rounds that come back: referred back to the office, or annulled by the court. */
const returning = (round: number) => {
  const named = (...numbers: number[]) => motions.filter((each) => numbers.includes(each.no));
  if (round === returnsInRound) {
    return { board: named(special.minorityReferral), council: named(special.minorityReferral) };
  }
  return { board: [], council: round === 4 ? named(special.annulled) : [] };
};

/**
 * A year of a council of 71 with thirty motions, on a virtual clock and over HTTP: every rule of issue 5 that a year
 * meets. Ends with the reports, and the checks.
 */
export const liveTheYear = async (besvarad: Besvarad): Promise<{ passed: number; failed: number }> => {
  const town = makeTown(besvarad);
  await town.on('2023-11-15');
  await bringIn(town, 'samira.nordin', '/api/members/import', { content: membersCsv() });
  for (const [subject, content] of [
    [roleHolders.boardSecretary, calendars.board],
    [roleHolders.councilSecretary, calendars.council],
  ] as const) {
    await bringIn(town, subject, '/api/meetings/import', { format: 'csv', content });
  }
  const schedule = makeSchedule(town);
  const cases: Cases = new Map();
  const refusals: Refusals = [];
  const first = firstStories(town, refusals);
  const again = new Map([...first, [special.minorityReferral, secondReferral(town, refusals)]]);
  const isJoint = (no: number) => no === special.jointLead || no === special.jointFollower;
  const repostedOn = addDays(allDays[3]?.posted ?? '', 10);
  for (const [round, days] of allDays.entries()) {
    const matters = mattersOf(round);
    for (const motion of matters) {
      receive(town, schedule, cases, days, motion);
      if (!isJoint(motion.no)) answer(town, schedule, cases, days, motion);
    }
    if (round === 2) jointAnswer(town, schedule, cases);
    const { board, council } = returning(round);
    for (const motion of board) answer(town, schedule, cases, days, motion);
    boardMeeting(town, schedule, cases, days, [...matters, ...board]);
    const stories = round === returnsInRound ? again : first;
    councilMeeting(town, schedule, cases, days, [...matters, ...council], stories);
  }
  lateMotion(town, schedule, cases, refusals);
  lateComers(town, schedule, cases);
  for (const [round, days] of allDays.entries()) {
    afterCouncil(town, schedule, days, round === 3 ? { posted: repostedOn } : {});
  }
  annulledDecision(town, schedule, cases);
  brokenNotice(town, schedule);
  await schedule.run();
  await town.on(yearEnd);
  await besvarad.stepFunctions.idle();
  await printReports(town, yearEnd);
  return checksOf(town, cases, { refusals, repostedOn, yearEnd });
};
