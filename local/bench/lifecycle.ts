import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { PersonCommand } from '../../domain/commands.ts';
import { roleHolders } from '../demo/town.ts';
import { demoPeople } from '../demo-people.ts';
import type { Desk } from './desk.ts';
import { aMotionText, anAnswerText } from './texts.ts';

/** What one lifecycle is given: its meetings, and who signs. */
export interface LifecyclePlan {
  readonly signatories: readonly string[];
  /** The board's meeting, whose minutes are open; many lifecycles share it. */
  readonly boardDay: string;
  /** The council's meeting, this lifecycle's own. */
  readonly councilDay: string;
}

/** Letters each signatory gets on this way (domain.md §11.4): from `received` to `final`. */
export const lettersPerSignatory = 9;
/** Commands of persons in one lifecycle, from the motion's coming in to its being final. */
export const commandsPerLifecycle = 18;

/** The first members of the demo region, all of one party. */
export const signatoriesOf = (number: number): readonly string[] =>
  demoPeople.flatMap(({ memberId }) => memberId ?? []).slice(0, number);

/** Everybody who acts or looks in a lifecycle. */
export const actors: readonly string[] = Object.values(roleHolders).flat();

/** Told what was measured, one by one. */
export interface Stopwatch {
  /** From a person's command until the case shows its next step. */
  nextStepVisible(milliseconds: number): void;
  /** From a person's command until its answer. */
  answered(milliseconds: number): void;
}

/** Lets the appeal time run out; resolves when the tick after it is done. */
export type PassWindow = (finalOn: string) => Promise<void>;

const view = z.object({
  motion: z.object({
    status: z.string(),
    certifiedOn: z.string().optional(),
    finalOn: z.string().optional(),
  }),
  tasks: z.array(z.object({ kind: z.string(), assignee: z.object({ role: z.string() }) })),
});
type View = z.infer<typeof view>;

const hasTask = (kind: string, role?: string) => (seen: View) =>
  seen.tasks.some((task) => task.kind === kind && (role === undefined || task.assignee.role === role));
const hasStatus = (status: string) => (seen: View) => seen.motion.status === status;

const { registrar, councilSecretary, boardSecretary, officer, manager, director, certifiers } = roleHolders;
const proposals = aMotionText.clauses.map((_, index) => ({
  clause: index + 1,
  outcome: 'ANSWERED' as const,
}));
const receivedOn = '2014-12-01';

/** Opens the minutes of a board meeting that lifecycles share. */
export const openBoardMinutes = (desk: Desk, boardDay: string) =>
  desk.actOnMinutes(boardSecretary, `board-${boardDay}`, {
    type: 'open-minutes',
    body: 'board',
    meetingDate: boardDay,
    certifiers: [...certifiers],
  });

const spacing = [0, 1, 2, 3, 5, 8];

/** Looks at the case as a person does who has its page open, until it shows what is waited for. */
const until = async (desk: Desk, caseId: string, shows: (seen: View) => boolean): Promise<View> => {
  const deadline = performance.now() + 60_000;
  for (let look = 0; performance.now() < deadline; look += 1) {
    if (look > 0) await pause(spacing[look] ?? 10);
    const seen = view.parse(await desk.get(registrar, `/api/cases/${caseId}`));
    if (shows(seen)) return seen;
  }
  throw new Error(`case ${caseId} does not go on`);
};

/** One motion from coming in to a final decision; each next command waits until the step before it is seen. */
export const runLifecycle = async (
  desk: Desk,
  { signatories, boardDay, councilDay }: LifecyclePlan,
  watch: Stopwatch,
  passWindow: PassWindow,
): Promise<string> => {
  let caseId = '';
  const timed = async (act: () => Promise<unknown>, shows?: (seen: View) => boolean) => {
    const startedAt = performance.now();
    await act();
    watch.answered(performance.now() - startedAt);
    if (shows === undefined) return undefined;
    const seen = await until(desk, caseId, shows);
    watch.nextStepVisible(performance.now() - startedAt);
    return seen;
  };
  const act = (subject: string, command: PersonCommand, shows?: (seen: View) => boolean) =>
    timed(() => desk.act(subject, caseId, command), shows);
  const minutesId = `council-${councilDay}`;
  const onMinutes = (
    subject: string,
    command: Parameters<Desk['actOnMinutes']>[2],
    shows?: (seen: View) => boolean,
  ) => timed(() => desk.actOnMinutes(subject, minutesId, command), shows);

  const motion: PersonCommand = {
    type: 'import-motion',
    text: aMotionText,
    signatories: [...signatories],
    receivedOn,
  };
  await timed(async () => {
    caseId = await desk.begin(registrar, motion);
  }, hasTask('AwaitRegistration'));
  await act(registrar, { type: 'register' }, hasTask('AwaitReferral'));
  const refer = { type: 'refer', by: 'council', announcedOn: receivedOn } as const;
  await act(councilSecretary, refer, hasTask('AwaitAssignment'));
  await act(boardSecretary, { type: 'assign', officer, unit: 'Staben' }, hasTask('AwaitDraftingStart'));
  await act(officer, { type: 'start-drafting' }, hasTask('AwaitAnswer'));
  await act(officer, { type: 'write-answer', answer: anAnswerText, proposals });
  await act(officer, { type: 'submit-answer' }, hasTask('AwaitApproval', 'manager'));
  await act(manager, { type: 'approve-answer' }, hasTask('AwaitApproval', 'director'));
  await act(director, { type: 'approve-answer' }, hasTask('AwaitBoardAgenda'));
  const onBoard = { type: 'place-on-board-agenda', meetingDate: boardDay, summonedOn: boardDay } as const;
  await act(boardSecretary, onBoard, hasTask('AwaitBoard'));
  const place = { minutesId: `board-${boardDay}`, paragraph: '§ 1' };
  await act(
    boardSecretary,
    { type: 'propose', ...place, present: 11, proposals },
    hasTask('AwaitCouncilAgenda'),
  );
  const summoned = { meetingDate: councilDay, summonedOn: receivedOn, announcedOn: receivedOn };
  await act(councilSecretary, { type: 'place-on-council-agenda', ...summoned }, hasTask('AwaitCouncil'));
  const opened = { type: 'open-minutes', body: 'council', meetingDate: councilDay } as const;
  await onMinutes(councilSecretary, { ...opened, certifiers: [...certifiers] });
  const decided = { minutesId, paragraph: '§ 1', decisions: proposals, present: 70 };
  await act(councilSecretary, { type: 'decide', ...decided }, hasTask('AwaitCertification'));
  await onMinutes(certifiers[0], { type: 'certify-minutes' });
  const certified = await onMinutes(certifiers[1], { type: 'certify-minutes' }, hasTask('AwaitNotice'));
  const postedOn = certified?.motion.certifiedOn ?? '';
  const posted = await onMinutes(
    councilSecretary,
    { type: 'post-notice', postedOn },
    hasStatus('AppealWindow'),
  );
  await passWindow(posted?.motion.finalOn ?? '');
  await until(desk, caseId, hasTask('AwaitFinality'));
  await onMinutes(registrar, { type: 'confirm-no-appeal' }, hasTask('AwaitArchiving'));
  return caseId;
};
