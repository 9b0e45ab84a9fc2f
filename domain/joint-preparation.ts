import { z } from 'zod';
import type { CalendarDate } from './calendar-date.ts';
import { type CommandOf, type PersonCommand, personCommand } from './commands.ts';
import { answerText } from './documents.ts';
import { isIn, type Motion, undecided } from './motion.ts';
import { clauseProposal } from './outcome.ts';
import { type Refusal, refuse } from './refusal.ts';

type Option = (typeof personCommand.options)[number];
type OptionOf<T extends PersonCommand['type']> = Extract<Option, { shape: { type: z.ZodLiteral<T> } }>;

/** A person's command as it is asked of one case. */
const asOfOne = <T extends PersonCommand['type']>(type: T): OptionOf<T> => {
  const isIt = (option: Option): option is OptionOf<T> => option.shape.type.value === type;
  const found = personCommand.options.find(isIt);
  if (found === undefined) throw new Error(`no command ${type}`);
  return found;
};

/** One answer to several motions: its text is shared, what it proposes is each motion's own (domain.md §3). */
const writeJointAnswer = z.object({
  type: z.literal('write-answer'),
  answer: answerText,
  /** By case: every motion that shares the answer, and no other. */
  proposals: z.record(z.string(), z.array(clauseProposal).max(50)),
});

/**
 * What is asked of motions prepared together at once: the answer and its way to the meetings, and putting off, which
 * hits all that are one matter on the agenda (domain.md §3 [D]). Not decisions or withdrawals: each motion has its own.
 */
export const jointCommand = z.discriminatedUnion('type', [
  writeJointAnswer,
  asOfOne('submit-answer'),
  asOfOne('approve-answer'),
  asOfOne('return-answer'),
  asOfOne('declare-disqualification'),
  asOfOne('place-on-board-agenda'),
  asOfOne('postpone-in-board'),
  asOfOne('refer-back-in-board'),
  asOfOne('place-on-council-agenda'),
  asOfOne('postpone-in-council'),
  asOfOne('refer-back-in-council'),
]);
export type JointCommand = z.infer<typeof jointCommand>;

/** What a joint command asks of one of the motions. */
export const commandFor = (command: JointCommand, caseId: string): CommandOf<JointCommand['type']> =>
  command.type === 'write-answer' ? { ...command, proposals: command.proposals[caseId] ?? [] } : command;

/**
 * A joint answer says for every motion what it proposes, and for no other: one that has joined or left since it was
 * written would else get an answer without proposals, or somebody else's.
 * @param cases the motions that share the answer
 */
export const proposalsRefusal = (command: JointCommand, cases: readonly string[]): Refusal | undefined => {
  if (command.type !== 'write-answer') return undefined;
  const named = Object.keys(command.proposals);
  const isEach = cases.every((each) => named.includes(each)) && named.every((each) => cases.includes(each));
  return isEach ? undefined : refuse('proposals_not_per_case');
};

/**
 * Whether a motion still takes part when something is asked of all: one that is withdrawn, written off or decided has
 * dropped out, also if it is the one that led. The others go on, each able to leave as the law says (row 6k).
 */
export const takesPart = (
  record: Motion,
): record is Extract<Motion, { status: (typeof undecided)[number] }> => isIn(record, undecided);

/**
 * When the motions that are prepared together and not yet decided were raised: the earliest anniversary rules all of
 * them (KL 5:35; domain.md §11.3).
 */
export const raisedTogether = (bundle: readonly Motion[]): readonly CalendarDate[] =>
  bundle.flatMap((each) => (takesPart(each) ? [each.raisedOn] : []));
