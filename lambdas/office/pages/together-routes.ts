import type { Context } from 'hono';
import { stockholmDate } from '../../../domain/calendar-date.ts';
import { type JointCommand, jointCommand, takesPart } from '../../../domain/joint-preparation.ts';
import type { Motion } from '../../../domain/motion.ts';
import { possibleCommands } from '../../../domain/permissions.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import type { Filled } from '../../../web/forms/field.ts';
import { refusalOnCase } from '../../casework/act-on-case.ts';
import { actTogether, type JointAnswer } from '../../casework/act-together.ts';
import type { Answer } from '../../casework/answer.ts';
import { followersOf } from '../../casework/bundle.ts';
import { Conflict, NotFound } from '../../failures.ts';
import { formOf } from './commands/all-forms.ts';
import type { FormFacts } from './commands/command-form.ts';
import { effectOf } from './commands/effect.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultsOfInput } from './faults.ts';
import { type AskedForm, answerForm, type Sending, showForm } from './form-flow.ts';
import { answerPath } from './paths.ts';
import { visibleCase } from './visible-case.ts';

type Pages = Context<PageEnv>;

/** The page of a command on motions that are prepared together: one form, done in all of them (domain.md §3). */
export const addTogetherRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const path = '/kontor/arenden/:caseId/tillsammans/:command';
  app.get(path, async (context) => showForm(context, desk, await askedOf(context, desk), []));
  app.post(path, async (context) =>
    answerForm(context, desk, await askedOf(context, desk, context.get('filled'))),
  );
};

const askedOf = async (context: Pages, desk: PagesDesk, given?: Filled): Promise<AskedForm<JointCommand>> => {
  const actor = context.get('actor');
  const { motion } = await visibleCase(desk, context.req.param('caseId') ?? '', actor);
  const type = context.req.param('command') ?? '';
  const form = formOf(type);
  const isJoint = jointCommand.options.some(({ shape }) => shape.type.value === type);
  if (form === undefined || form.page !== undefined || !isJoint) throw new NotFound('command');
  const followers = (await followersOf(desk.cases, motion.caseId)).filter(takesPart);
  const all = [motion, ...followers];
  const facts: FormFacts = { desk, motion, text: undefined, actor, today: stockholmDate(desk.now()) };
  const numbers = all.map(numberOf).join(', ');
  return {
    form: {
      ...form,
      lead: `${form.lead ?? ''} Det görs i alla som bereds ihop: ${numbers}.`.trim(),
      isRisky: true,
    },
    fields: (await form.fields?.(facts)) ?? [],
    filled: given ?? (await form.initial?.(facts)) ?? {},
    trail: [[numberOf(motion), answerPath(motion.caseId)]],
    home: answerPath(motion.caseId),
    afterwards: `${answerPath(motion.caseId)}?gjort=${type}`,
    version: motion.version,
    mine: possibleCommands(motion, actor, desk.organisation.approvalChain).find(
      ({ command }) => command === type,
    ),
    parse: (value) => {
      const parsed = jointCommand.safeParse({ type, ...(form.commandOf?.(value) ?? value) });
      return parsed.success ? { command: parsed.data } : { faults: faultsOfInput(parsed.error) };
    },
    refusal: (command, sending) => refusalInAny(desk, all, command, sending, facts),
    effect: () => effectOf(desk, motion, type),
    act: async (command, { commandId, expectedVersion }) => {
      const seen = expectedVersion === undefined ? {} : { [motion.caseId]: expectedVersion };
      const asked = { lead: motion.caseId, commandId, command, actor, expectedVersions: seen };
      return answerOf(await actTogether(desk, asked));
    },
  };
};

const numberOf = (motion: Motion): string =>
  ('registrationNumber' in motion ? motion.registrationNumber : undefined) ?? motion.caseId;

/** The first no of the law in any of them, named by its case; only the lead's version is one the person has seen. */
const refusalInAny = async (
  desk: PagesDesk,
  all: readonly Motion[],
  command: JointCommand,
  { commandId, expectedVersion }: Sending,
  { actor, motion }: FormFacts,
): Promise<Refusal | undefined> => {
  if (all.length === 1) return refuse('not_joint');
  if (command.type === 'write-answer') return refuse('proposals_not_per_case');
  for (const { caseId, ...each } of all) {
    const version = caseId === motion.caseId ? expectedVersion : each.version;
    const no = await refusalOnCase(desk, { caseId, command, actor, commandId, expectedVersion: version });
    const named = all.find((other) => other.caseId === caseId);
    if (no !== undefined)
      return { ...no, detail: `${named === undefined ? caseId : numberOf(named)}: ${no.detail}` };
  }
  return undefined;
};

const answerOf = (answer: JointAnswer): Answer => {
  if (answer.kind === 'done')
    return { kind: 'done', version: answer.cases[0]?.version ?? 0, repeated: false };
  const { at, no, done } = answer;
  if (no.kind === 'command-id-reused') return no;
  if (no.kind === 'moved') throw new Conflict('one of the motions has moved');
  if (no.kind === 'unknown') throw new NotFound('case');
  const sofar =
    done.length === 0
      ? ''
      : ` Gjort i ${done.map(({ number }) => number).join(', ')}; skicka igen för resten.`;
  return { ...no, detail: `${at.number}: ${no.detail}${sofar}` };
};
