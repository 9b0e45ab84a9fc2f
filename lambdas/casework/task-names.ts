import { oneYearTask } from '../../domain/clock-tasks.ts';
import { reportClock } from '../../domain/clocks.ts';
import { letterFailed, letterHeld, letterReturned } from '../ports/case-letters.ts';
import { executionStopped } from '../ports/case-store.ts';

/** What is to be done, as somebody would say it: by the step of the workflow, or by the clock that rang. */
const names: Readonly<Record<string, string>> = {
  AwaitRegistration: 'Registrera motionen',
  AwaitReferral: 'Remittera motionen',
  AwaitResubmission: 'Komplettera motionen',
  AwaitAssignment: 'Utse handläggare',
  AwaitDraftingStart: 'Börja bereda',
  AwaitAnswer: 'Skriv svaret',
  AwaitStatements: 'Invänta remissvar',
  AwaitApproval: 'Godkänn svaret',
  AwaitBoardAgenda: 'Sätt upp i styrelsen',
  AwaitBoard: 'För in styrelsens beslut',
  AwaitCouncilAgenda: 'Sätt upp i fullmäktige',
  AwaitCouncil: 'För in fullmäktiges beslut',
  AwaitWithdrawalNote: 'Anmäl återtagandet',
  AwaitCertification: 'Justera protokollet',
  AwaitNotice: 'Anslå protokollet',
  WatchNotice: 'Bevaka anslaget',
  AwaitFinality: 'Bekräfta laga kraft',
  AwaitArchiving: 'Arkivera ärendet',
  AwaitJudgment: 'Bevaka överklagandet',
  [oneYearTask]: 'Motionens år går mot sitt slut',
  [reportClock]: 'Anmäl fördröjningen till styrelsen',
  [executionStopped]: 'Ärendet har stannat: starta om det',
  [letterFailed]: 'Brev gick inte fram',
  [letterReturned]: 'Brev kom tillbaka',
  [letterHeld]: 'Godkänn brev till skyddad person',
};

const families: readonly (readonly [prefix: string, name: string])[] = [
  ['consultation-', 'Remissen ska besvaras'],
  ['approval-', 'Godkänn svaret i stället för den ordinarie'],
];

/** The name of a task by its kind. */
export const taskName = (kind: string): string =>
  names[kind] ?? families.find(([prefix]) => kind.startsWith(prefix))?.[1] ?? 'Se till ärendet';
