import { addDays } from '../../../domain/calendar-date.ts';
import { appealWindow } from '../../../domain/deadlines.ts';
import { begun } from '../../../lambdas/office/contract.ts';
import { roleHolders, type Town, yes } from '../town.ts';
import { openMinutes } from '../way.ts';
import { daysOf, held, type RoundDays } from './calendar.ts';
import { type LawMotion, motions, special } from './motions.ts';
import { board, chairOf } from './people.ts';
import type { Schedule } from './schedule.ts';
import { attendanceOn } from './votes.ts';

/** The case of each motion, once it has come in. */
export type Cases = Map<number, string>;

export const caseOf = (cases: Cases, no: number): string => {
  const caseId = cases.get(no);
  if (caseId === undefined) throw new Error(`motion ${no} has not come in`);
  return caseId;
};

/** The paragraph of a motion in the minutes. */
export const paragraphOf = (no: number): string => `§ ${100 + no}`;

/** A step that is not reached before the year ends. */
export const neverInTheYear = '9999-01-01';

const { registrar, councilSecretary, boardSecretary, officer, manager, director } = roleHolders;

/** Comes in on paper, gets its number, is announced and given to an official. */
export const receive = (town: Town, schedule: Schedule, cases: Cases, days: RoundDays, motion: LawMotion) => {
  const { no, title, clauses, signatories } = motion;
  const receivedOn = addDays(days.received, no % 5);
  schedule.on(receivedOn, async () => {
    const answer = await (await town.person(registrar)).begin({
      type: 'import-motion',
      text: { title, body: `Vi vill att regionen tar tag i detta. ${title}.`, clauses: [...clauses] },
      signatories: [...signatories],
      receivedOn,
    });
    const { caseId } = yes(answer, begun);
    cases.set(no, caseId);
    await town.act(registrar, caseId, { type: 'register' });
  });
  const act = (day: string, run: (caseId: string) => Promise<void>) =>
    schedule.on(day, () => run(caseOf(cases, no)));
  if (days.referred === neverInTheYear) return;
  act(days.referred, (caseId) =>
    town.act(councilSecretary, caseId, { type: 'refer', by: 'presidium', announcedOn: days.referred }),
  );
  act(days.assigned, async (caseId) => {
    await town.act(boardSecretary, caseId, { type: 'assign', officer, unit: 'Staben' });
    await town.act(officer, caseId, { type: 'start-drafting' });
  });
};

export const answerTo = ({ title }: LawMotion) => ({
  title: `Svar på ${title}`,
  sections: [{ heading: 'Bedömning', text: 'Frågan är utredd.' }],
});

/** The answer is written, approved and laid before the board. */
export const answer = (town: Town, schedule: Schedule, cases: Cases, days: RoundDays, motion: LawMotion) => {
  const id = () => caseOf(cases, motion.no);
  schedule.on(days.written, async () => {
    const proposals = [...motion.proposals];
    await town.act(officer, id(), { type: 'write-answer', answer: answerTo(motion), proposals });
    await town.act(officer, id(), { type: 'submit-answer' });
  });
  schedule.on(days.approved, async () => {
    await town.act(manager, id(), { type: 'approve-answer' });
    await town.act(director, id(), { type: 'approve-answer' });
  });
};

/** The board meets: summoned, its attendance kept, each matter proposed on, its minutes certified. */
export const boardMeeting = (
  town: Town,
  schedule: Schedule,
  cases: Cases,
  days: RoundDays,
  matters: readonly LawMotion[],
) => {
  const meetingId = `board-${days.board}`;
  schedule.on(days.boardSummons, async () => {
    await town.actOnMeeting(boardSecretary, meetingId, { type: 'summon', summonedOn: days.boardSummons });
    for (const { no } of matters) {
      await town.act(boardSecretary, caseOf(cases, no), { type: 'place-on-board-agenda', meetingId });
    }
  });
  schedule.on(days.board, async () => {
    await town.actOnMeeting(boardSecretary, meetingId, {
      type: 'record-attendance',
      chair: chairOf.board,
      attendance: board.map((memberId) => ({ memberId, as: 'member' })),
    });
    const minutesId = await openMinutes(town, 'board', days.board);
    for (const { no, proposals } of matters) {
      const paragraph = paragraphOf(no);
      const command = { type: 'propose' as const, minutesId, paragraph, proposals: [...proposals] };
      await town.act(boardSecretary, caseOf(cases, no), command);
    }
    await town.actOnMeeting(boardSecretary, meetingId, { type: 'end-meeting' });
  });
  schedule.on(days.boardCertified, () => certify(town, boardSecretary, minutesIdOf('board', days)));
};

export const minutesIdOf = (body: 'board' | 'council', days: RoundDays): string => `${body}-${days[body]}`;

const certify = async (town: Town, secretary: string, minutesId: string) => {
  for (const certifier of roleHolders.certifiers) {
    await town.actOnMinutes(certifier, minutesId, { type: 'certify-minutes' });
  }
  if (secretary !== boardSecretary) return;
  const postedOn = minutesId.slice('board-'.length);
  await town.actOnMinutes(secretary, minutesId, { type: 'post-notice', postedOn: addDays(postedOn, 7) });
};

/** What the council does with a matter, on the day; without a story of its own it follows the board. */
export type CouncilAct = (given: { caseId: string; minutesId: string; day: string }) => Promise<unknown>;

/** The council meets: summoned and announced in time, its attendance kept, each matter dealt with. */
export const councilMeeting = (
  town: Town,
  schedule: Schedule,
  cases: Cases,
  days: RoundDays,
  matters: readonly LawMotion[],
  stories: ReadonlyMap<number, CouncilAct>,
) => {
  const meetingId = `council-${days.council}`;
  const notice = days.councilSummons;
  schedule.on(notice, async () => {
    await town.actOnMeeting(councilSecretary, meetingId, { type: 'summon', summonedOn: notice });
    await town.actOnMeeting(councilSecretary, meetingId, { type: 'announce', announcedOn: notice });
    for (const { no } of matters) {
      await town.act(councilSecretary, caseOf(cases, no), { type: 'place-on-council-agenda', meetingId });
    }
  });
  schedule.on(days.council, async () => {
    await town.actOnMeeting(councilSecretary, meetingId, attendanceOn(days.council));
    const minutesId = await openMinutes(town, 'council', days.council);
    for (const motion of matters) {
      const caseId = caseOf(cases, motion.no);
      const own = stories.get(motion.no);
      if (own !== undefined) {
        await own({ caseId, minutesId, day: days.council });
        continue;
      }
      await town.act(councilSecretary, caseId, {
        type: 'decide',
        minutesId,
        paragraph: paragraphOf(motion.no),
        decisions: [...motion.proposals],
      });
    }
  });
};

/** Certified, posted, the appeal time passes, the registrar confirms (KL 5:69, 8:12, 13:5). */
export const afterCouncil = (
  town: Town,
  schedule: Schedule,
  days: RoundDays,
  { confirmed = true, posted = days.posted }: { confirmed?: boolean; posted?: string } = {},
) => {
  const minutesId = minutesIdOf('council', days);
  schedule.on(days.council, () =>
    town.actOnMeeting(councilSecretary, `council-${days.council}`, { type: 'end-meeting' }),
  );
  schedule.on(days.councilCertified, () => certify(town, councilSecretary, minutesId));
  schedule.on(days.posted, () =>
    town.actOnMinutes(councilSecretary, minutesId, { type: 'post-notice', postedOn: days.posted }),
  );
  if (!confirmed) return;
  schedule.on(addDays(appealWindow(posted).finalOn, 1), () =>
    town.actOnMinutes(registrar, minutesId, { type: 'confirm-no-appeal' }),
  );
};

/** The matters of a round, in order; the one that is written off has a way of its own. */
export const mattersOf = (round: number): readonly LawMotion[] =>
  motions.filter((each) => each.round === round && each.no !== special.writtenOff);

export const allDays = held.map(daysOf);
