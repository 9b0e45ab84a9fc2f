import type { AnswerText, MotionText } from '../../../../domain/documents.ts';
import { takesPart } from '../../../../domain/joint-preparation.ts';
import type { Motion } from '../../../../domain/motion.ts';
import type { ClauseProposal } from '../../../../domain/outcome.ts';
import { mayReadAnswerDraft, mayReadPreparation, permittedCommands } from '../../../../domain/permissions.ts';
import type { Actor } from '../../../../domain/roles.ts';
import type { ClauseField } from '../../../../web/forms/field.ts';
import type { CaseState, RecordedEvent } from '../../../ports/case-store.ts';
import { caseViewOf } from '../../case-view.ts';
import { clauseFieldsOf } from '../commands/command-form.ts';
import type { PagesDesk } from '../desk.ts';

/** One of the motions that an answer is to. */
export interface AnsweredMotion {
  readonly caseId: string;
  readonly name: string;
  readonly version: number;
  readonly clauses: readonly ClauseField[];
  readonly proposals: readonly ClauseProposal[];
}

/** What the page of an answer is made of, as its reader may know it. */
export interface AnswerFacts {
  readonly state: CaseState;
  readonly view: Awaited<ReturnType<typeof caseViewOf>>;
  readonly actor: Actor;
  /** The motion and, where it leads, those that follow it. */
  readonly motions: readonly AnsweredMotion[];
  readonly mayRead: boolean;
  readonly mayWrite: boolean;
  /** Empty for who may not read drafts. */
  readonly events: readonly RecordedEvent[];
  readonly stored: AnswerText | undefined;
  /** The id of the answer's document; empty when none is written. */
  readonly base: string;
}

const storedIn = (motion: Motion) => ('answer' in motion ? motion.answer : undefined);

const nameOf = (motion: Motion, text: MotionText | undefined): string => {
  const number = 'registrationNumber' in motion ? motion.registrationNumber : undefined;
  return [number, text?.title].filter(Boolean).join(' ') || motion.caseId;
};

const answeredMotion = async ({ cases }: PagesDesk, motion: Motion): Promise<AnsweredMotion> => {
  const found = (await cases.document(motion.caseId, motion.text.documentId))?.text;
  const text = found?.kind === 'motion' ? found.content : undefined;
  return {
    caseId: motion.caseId,
    name: nameOf(motion, text),
    version: motion.version,
    clauses: clauseFieldsOf({ motion, text }),
    proposals: storedIn(motion)?.proposals ?? [],
  };
};

/** Those that follow a motion and still take part; one that is led itself has none. */
const followersOf = async ({ cases }: PagesDesk, followers: readonly { readonly caseId: string }[]) => {
  const found = await cases.motions(followers.map(({ caseId }) => caseId));
  return [...found.values()].filter(takesPart).toSorted((one, other) => (one.caseId < other.caseId ? -1 : 1));
};

/** Whether the answer is written with another motion: one whose lead has dropped out goes on by itself (§11.3). */
const isLed = ({ jointWith, jointWarning }: AnswerFacts['view']): boolean =>
  jointWith !== undefined && jointWarning === undefined;

/** Gathers what the page shows of an answer to whoever asks. */
export const answerFactsOf = async (
  desk: PagesDesk,
  state: CaseState,
  actor: Actor,
): Promise<AnswerFacts> => {
  const { motion } = state;
  const view = await caseViewOf(desk, state, actor);
  const mayRead = mayReadPreparation(motion, actor);
  const [followers, events] = await Promise.all([
    mayRead ? followersOf(desk, view.followers) : [],
    mayReadAnswerDraft(actor) ? desk.cases.events(motion.caseId) : [],
  ]);
  const may = permittedCommands(motion, actor, desk.organisation.approvalChain);
  return {
    state,
    view,
    actor,
    motions: await Promise.all([motion, ...followers].map((each) => answeredMotion(desk, each))),
    mayRead,
    mayWrite: may.includes('write-answer') && !isLed(view),
    events,
    stored: view.answer,
    base: storedIn(motion)?.document.documentId ?? '',
  };
};
