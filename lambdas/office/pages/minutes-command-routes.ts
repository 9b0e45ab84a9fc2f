import type { Context } from 'hono';
import { type CalendarDate, stockholmDate } from '../../../domain/calendar-date.ts';
import { possibleOnMinutes } from '../../../domain/decide-minutes.ts';
import type { Minutes } from '../../../domain/minutes.ts';
import { type MinutesPersonCommand, minutesPersonCommand } from '../../../domain/minutes-commands.ts';
import type { Actor } from '../../../domain/roles.ts';
import type { Filled } from '../../../web/forms/field.ts';
import { actOnMinutes, refusalOnMinutes } from '../../casework/act-on-minutes.ts';
import { NotFound } from '../../failures.ts';
import { type Effect, effectOnFollowers, noEffect } from './commands/effect.ts';
import { minutesForms } from './commands/minutes-forms.ts';
import { certifierChoices } from './commands/people-choices.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultsOfInput } from './faults.ts';
import { type AskedForm, answerForm, showForm } from './form-flow.ts';
import { minutesListPath, minutesPath } from './paths.ts';
import { caseLine, minutesNameOf, namedCases } from './record-names.ts';
import { personNames } from './shown-names.ts';
import { visibleMinutes } from './visible-record.ts';

/** The page of each command on minutes: certifying, posting, appeals, finality. The cases follow. */
export const addMinutesCommandRoutes = (app: PagesApp, desk: PagesDesk): void => {
  const path = '/kontor/protokoll/:minutesId/gor/:command';
  app.get(path, async (context) => showForm(context, desk, await askedOf(context, desk, undefined), []));
  app.post(path, async (context) =>
    answerForm(context, desk, await askedOf(context, desk, context.get('filled'))),
  );
};

const askedOf = async (
  context: Context<PageEnv>,
  desk: PagesDesk,
  filled: Filled | undefined,
): Promise<AskedForm<MinutesPersonCommand>> => {
  const actor = context.get('actor');
  const { minutes } = await visibleMinutes(desk, context.req.param('minutesId') ?? '', actor);
  const form = minutesForms.find(({ type }) => type === context.req.param('command'));
  if (form === undefined) throw new NotFound('command');
  const { minutesId } = minutes;
  const items = await desk.minutes.items(minutesId);
  const cases = (await namedCases(desk, [...new Set(items.map(({ caseId }) => caseId))])).map((each) => ({
    value: each.caseId,
    label: caseLine(each),
  }));
  const today = stockholmDate(desk.now());
  const certifiers =
    form.type === 'replace-certifier' ? await certifiersOf(desk, minutes, actor, today) : none;
  const facts = { minutes, cases, today, ...certifiers };
  const home = minutesPath(minutesId);
  return {
    form,
    fields: (await form.fields?.(facts)) ?? [],
    filled: filled ?? (await form.initial?.(facts)) ?? {},
    trail: [
      ['Protokoll', minutesListPath],
      [minutesNameOf(desk.organisation, minutes), home],
    ],
    home,
    afterwards: `${home}?gjort=protokoll.${form.type}`,
    version: minutes.version,
    mine: possibleOnMinutes(minutes, actor).find(({ command }) => command === form.type),
    parse: (value) => {
      const parsed = minutesPersonCommand.safeParse({
        type: form.type,
        ...(form.commandOf?.(value) ?? value),
      });
      return parsed.success ? { command: parsed.data } : { faults: faultsOfInput(parsed.error) };
    },
    refusal: (command, sending) => refusalOnMinutes(desk, { minutesId, command, actor, ...sending }),
    effect: (command) => effectOf(desk, minutes, command),
    act: (command, sending) => actOnMinutes(desk, { minutesId, command, actor, ...sending }),
  };
};

const none = { unsigned: [], replacements: [] };

const certifiersOf = async (
  desk: PagesDesk,
  { certifiers, signedBy }: Minutes,
  actor: Actor,
  today: CalendarDate,
) => {
  const [names, choices] = await Promise.all([
    personNames(desk, certifiers, actor),
    certifierChoices({ desk, today }),
  ]);
  const unsigned = certifiers.filter((each) => !signedBy.includes(each));
  return {
    unsigned: unsigned.map((value) => ({ value, label: names(value) })),
    replacements: choices.filter(({ value }) => !certifiers.includes(value)),
  };
};

/** What the cases follow; a signature that is not the last moves none of them. */
const followed = (
  { certifiers, signedBy, contests = [] }: Minutes,
  { type }: MinutesPersonCommand,
): string | undefined => {
  const noted = contests.filter(({ certifier }) => certifiers.includes(certifier)).length;
  const isLast = signedBy.length + noted + 1 >= certifiers.length;
  return {
    'open-minutes': undefined,
    'certify-minutes': isLast ? 'MinutesCertified' : undefined,
    'contest-minutes': isLast && signedBy.length > 0 ? 'MinutesCertified' : undefined,
    'replace-certifier': undefined,
    'post-notice': 'NoticePosted',
    'report-notice-down': 'NoticeFoundDown',
    'confirm-no-appeal': 'NoAppealConfirmed',
    'record-appeal': 'AppealRecorded',
    'close-appeal': 'AppealClosed',
  }[type];
};

const effectOf = async (
  desk: PagesDesk,
  minutes: Minutes,
  command: MinutesPersonCommand,
): Promise<Effect> => {
  const happened = followed(minutes, command);
  if (happened === undefined) return noEffect;
  const { minutesId } = minutes;
  const items = await desk.minutes.items(minutesId);
  const concerned = 'caseId' in command ? [command.caseId] : items.map(({ caseId }) => caseId);
  const motions = [...(await desk.cases.motions(concerned)).values()];
  // Only those whose present decision stands here follow.
  const decidedHere = motions.filter(
    (motion) => 'decision' in motion && motion.decision.at.minutesId === minutesId,
  );
  return effectOnFollowers(desk, decidedHere, happened);
};
