import type { AnswerText } from '../../domain/documents.ts';
import type { ClauseProposal } from '../../domain/outcome.ts';
import { roleHolders, type Town } from './town.ts';

/** Days of one round through preparation and board. */
export interface PreparationDays {
  readonly written: string;
  readonly approved: string;
  readonly boardSummons: string;
  readonly board: string;
}

/** Row 2–6b: from the register to the official's desk. */
export const toTheDesk = async (
  town: Town,
  caseId: string,
  days: { registered: string; referred: string; assigned: string },
  unit: string,
) => {
  await town.on(days.registered);
  await town.act(roleHolders.registrar, caseId, { type: 'register' });
  await town.on(days.referred);
  const announcedOn = days.referred;
  await town.act(roleHolders.councilSecretary, caseId, { type: 'refer', by: 'council', announcedOn });
  await town.on(days.assigned);
  await town.act(roleHolders.boardSecretary, caseId, { type: 'assign', officer: roleHolders.officer, unit });
  await town.act(roleHolders.officer, caseId, { type: 'start-drafting' });
};

/** Rows 9–15: the answer, its approval, and the board's proposal. */
export const throughTheBoard = async (
  town: Town,
  caseId: string,
  days: PreparationDays,
  answer: AnswerText,
  proposals: ClauseProposal[],
  paragraph: string,
) => {
  await town.on(days.written);
  await town.act(roleHolders.officer, caseId, { type: 'write-answer', answer, proposals });
  await town.act(roleHolders.officer, caseId, { type: 'submit-answer' });
  await town.on(days.approved);
  await town.act(roleHolders.manager, caseId, { type: 'approve-answer' });
  await town.act(roleHolders.director, caseId, { type: 'approve-answer' });
  await town.on(days.boardSummons);
  await town.act(roleHolders.boardSecretary, caseId, {
    type: 'place-on-board-agenda',
    meetingDate: days.board,
    summonedOn: days.boardSummons,
  });
  await town.on(days.board);
  const minutesId = await openMinutes(town, 'board', days.board);
  await town.act(roleHolders.boardSecretary, caseId, {
    type: 'propose',
    minutesId,
    paragraph,
    present: 11,
    proposals,
  });
  await certifyAndPost(town, 'board', minutesId, days.board);
};

/** The secretary opens the minutes of a meeting. @returns their id */
export const openMinutes = async (town: Town, body: 'board' | 'council', meetingDate: string) => {
  const minutesId = `${body}-${meetingDate}`;
  const secretary = body === 'board' ? roleHolders.boardSecretary : roleHolders.councilSecretary;
  const certifiers = [...roleHolders.certifiers];
  await town.actOnMinutes(secretary, minutesId, { type: 'open-minutes', body, meetingDate, certifiers });
  return minutesId;
};

/** Row 16: on the council's agenda, announced and summoned the same day; then the meeting day comes. */
export const toTheCouncil = async (
  town: Town,
  caseId: string,
  days: { councilSummons: string; council: string },
) => {
  const { councilSummons, council } = days;
  await town.on(councilSummons);
  await town.act(roleHolders.councilSecretary, caseId, {
    type: 'place-on-council-agenda',
    meetingDate: council,
    summonedOn: councilSummons,
    announcedOn: councilSummons,
  });
  await town.on(council);
  return openMinutes(town, 'council', council);
};

const certify = async (town: Town, minutesId: string) => {
  for (const certifier of roleHolders.certifiers) {
    await town.actOnMinutes(certifier, minutesId, { type: 'certify-minutes' });
  }
};

/** The certifiers sign, and the secretary posts it on the notice board the same day (KL 5:69, 8:12). */
export const certifyAndPost = async (
  town: Town,
  body: 'board' | 'council',
  minutesId: string,
  postedOn: string,
) => {
  await certify(town, minutesId);
  const secretary = body === 'board' ? roleHolders.boardSecretary : roleHolders.councilSecretary;
  await town.actOnMinutes(secretary, minutesId, { type: 'post-notice', postedOn });
};

/** Rows 20–24: certified, posted, the appeal time passes, the registrar confirms. */
export const untilFinal = async (
  town: Town,
  minutesId: string,
  days: { certified: string; posted: string; windowPassed: string; confirmed: string },
) => {
  await town.on(days.certified);
  await certify(town, minutesId);
  await town.on(days.posted);
  const { posted: postedOn } = days;
  await town.actOnMinutes(roleHolders.councilSecretary, minutesId, { type: 'post-notice', postedOn });
  await town.on(days.windowPassed);
  await town.on(days.confirmed);
  await town.actOnMinutes(roleHolders.registrar, minutesId, { type: 'confirm-no-appeal' });
};
