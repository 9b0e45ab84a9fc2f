import { addDays } from '../../../domain/calendar-date.ts';
import { begun } from '../../../lambdas/office/contract.ts';
import { roleHolders, type Town, yes } from '../town.ts';
import { motions, special } from './motions.ts';
import type { Schedule } from './schedule.ts';
import { type Refusals, tried } from './stories.ts';
import {
  allDays,
  answerTo,
  type Cases,
  caseOf,
  minutesIdOf,
  neverInTheYear,
  paragraphOf,
  receive,
} from './year.ts';

const { registrar, councilSecretary, officer, boardSecretary, manager, director } = roleHolders;
const motionOf = (no: number) => {
  const found = motions.find((each) => each.no === no);
  if (found === undefined) throw new Error(`there is no motion ${no}`);
  return found;
};
const roundDays = (index: number) => {
  const days = allDays[index];
  if (days === undefined) throw new Error(`there is no round ${index}`);
  return days;
};

/** One that was open when the product was taken into use: reported late, and written off two months later (KL 5:35). */
export const lateMotion = (town: Town, schedule: Schedule, cases: Cases, refusals: Refusals) => {
  const no = special.writtenOff;
  const { title, clauses, signatories } = motionOf(no);
  const id = () => caseOf(cases, no);
  const [first, second] = [roundDays(0), roundDays(1)];
  schedule.on('2023-11-16', async () => {
    const answer = await (await town.person(registrar)).begin({
      type: 'import-open-motion',
      text: { title, body: 'Från tiden före systemet.', clauses: [...clauses] },
      signatories: [...signatories],
      registrationNumber: 'RS 12/2023',
      receivedOn: '2023-03-20',
      raisedOn: '2023-03-20',
      status: 'Drafting',
      announcedOn: '2023-04-18',
      officer,
      unit: 'Staben',
    });
    cases.set(no, yes(answer, begun).caseId);
  });
  const report = (minutesId: string, proposal: 'continue' | 'write-off') =>
    town.act(councilSecretary, id(), {
      type: 'report-late',
      minutesId,
      paragraph: paragraphOf(no),
      soFar: 'Upphandlingen är överprövad och utredningen vilar.',
      ...(proposal === 'continue' ? { plannedOn: second.council } : {}),
      proposal,
    });
  schedule.on(first.council, () => report(minutesIdOf('council', first), 'continue'));
  schedule.on(second.council, async () => {
    const minutesId = minutesIdOf('council', second);
    const announcedOn = second.councilSummons;
    const writeOff = { type: 'write-off' as const, minutesId, paragraph: paragraphOf(no), announcedOn };
    await tried(town, refusals, id(), writeOff);
    await report(minutesId, 'write-off');
    await town.act(councilSecretary, id(), writeOff);
  });
};

/** Two motions, one answer: prepared together, each with its own number and decision (domain.md §3). */
export const jointAnswer = (town: Town, schedule: Schedule, cases: Cases) => {
  const [lead, follower] = [motionOf(special.jointLead), motionOf(special.jointFollower)];
  const days = roundDays(2);
  const together = async (subject: string, command: object, commandId: string) => {
    const path = `/api/cases/${caseOf(cases, lead.no)}/joint-commands`;
    const answer = await (await town.person(subject)).post(path, { commandId, command });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  };
  schedule.on(addDays(days.written, -5), () =>
    town.act(officer, caseOf(cases, follower.no), { type: 'join-preparation', lead: caseOf(cases, lead.no) }),
  );
  schedule.on(days.written, async () => {
    const proposals = {
      [caseOf(cases, lead.no)]: lead.proposals,
      [caseOf(cases, follower.no)]: follower.proposals,
    };
    await together(
      officer,
      { type: 'write-answer', answer: answerTo(lead), proposals },
      'joint-write-answer',
    );
    await together(officer, { type: 'submit-answer' }, 'joint-submit-answer');
  });
  schedule.on(days.approved, async () => {
    await together(manager, { type: 'approve-answer' }, 'joint-approve-manager');
    await together(director, { type: 'approve-answer' }, 'joint-approve-director');
  });
};

/** The court annuls a decision: the council decides anew (KL 13:8). */
export const annulledDecision = (town: Town, schedule: Schedule, cases: Cases) => {
  const minutesId = minutesIdOf('council', roundDays(2));
  const court = 'Förvaltningsrätten i Karlstad';
  const id = () => caseOf(cases, special.annulled);
  schedule.on('2024-07-01', () =>
    town.actOnMinutes(registrar, minutesId, {
      type: 'record-appeal',
      caseId: id(),
      receivedOn: '2024-06-28',
      court,
      courtCaseNumber: '3344-24',
    }),
  );
  schedule.on('2024-10-15', () =>
    town.actOnMinutes(registrar, minutesId, {
      type: 'close-appeal',
      caseId: id(),
      closedOn: '2024-10-14',
      outcome: { result: 'annulled', faultInPreparation: false },
    }),
  );
};

/** The notice is found down early: it is posted again, and the time runs anew (KL 13:5 2 st.). */
export const brokenNotice = (town: Town, schedule: Schedule): string => {
  const days = roundDays(3);
  const minutesId = minutesIdOf('council', days);
  const foundDownOn = addDays(days.posted, 9);
  const repostedOn = addDays(foundDownOn, 1);
  schedule.on(foundDownOn, () =>
    town.actOnMinutes(registrar, minutesId, { type: 'report-notice-down', foundDownOn }),
  );
  schedule.on(repostedOn, () =>
    town.actOnMinutes(councilSecretary, minutesId, { type: 'post-notice', postedOn: repostedOn }),
  );
  return repostedOn;
};

/** Those still open when the year ends, and one that its signatory withdraws (domain.md §1.4). */
export const lateComers = (town: Town, schedule: Schedule, cases: Cases) => {
  const last = roundDays(4);
  const days = { ...last, received: '2024-09-20', referred: '2024-10-01', assigned: '2024-10-08' };
  for (const no of [27, 29]) receive(town, schedule, cases, days, motionOf(no));
  const never = { ...days, referred: neverInTheYear, assigned: neverInTheYear };
  for (const no of [28, special.withdrawn]) receive(town, schedule, cases, never, motionOf(no));
  schedule.on('2024-11-01', async () => {
    const caseId = caseOf(cases, 27);
    const dueOn = '2025-01-15';
    for (const recipient of ['kollektivtrafiknamnden', 'ekonomistaben']) {
      const question = 'Vad anser ni om motionen?';
      await town.act(officer, caseId, { type: 'send-consultation', recipient, dueOn, question });
    }
  });
  schedule.on('2024-10-20', () =>
    town.act('hannes.lindgard', caseOf(cases, special.withdrawn), { type: 'withdraw' }),
  );
  schedule.on(last.council, () =>
    town.act(councilSecretary, caseOf(cases, special.withdrawn), {
      type: 'note-withdrawal',
      minutesId: minutesIdOf('council', last),
      paragraph: paragraphOf(special.withdrawn),
      announcedOn: last.councilSummons,
    }),
  );
  // Reassigned when the first official went on leave (row 6c).
  schedule.on('2024-10-10', () =>
    town.act(boardSecretary, caseOf(cases, 29), {
      type: 'reassign',
      officer: roleHolders.otherOfficer,
      unit: 'Hälso- och sjukvårdsstaben',
    }),
  );
};
