import fc from 'fast-check';
import { addDays } from '../../domain/calendar-date.ts';
import { decideMinutes, type MinutesContext } from '../../domain/decide-minutes.ts';
import { evolveMinutes, type Minutes } from '../../domain/minutes.ts';
import type { MinutesCommand } from '../../domain/minutes-commands.ts';
import { minutesPersonCommand, minutesSystemCommand } from '../../domain/minutes-commands.ts';
import type { MinutesEvent } from '../../domain/minutes-events.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Actor, Role } from '../../domain/roles.ts';
import { aCase, CASE } from './motion-builders.ts';
import { actors, aRegion } from './motion-people.ts';

export const MINUTES = 'council-2026-06-16';
export const [ANNA, BO]: readonly [Actor, Actor] = [
  { personId: 'c-anna', roles: ['certifier'] },
  { personId: 'c-bo', roles: ['certifier'] },
];

const person = (command: object): MinutesCommand => minutesPersonCommand.parse(command);
const system = (command: object): MinutesCommand => minutesSystemCommand.parse(command);
const appeal = { caseId: CASE, court: 'Förvaltningsrätten' };

/** One command of each type, on the days of the usual course. */
export const minutesExamples = {
  open: person({
    type: 'open-minutes',
    body: 'council',
    meetingDate: '2026-06-16',
    certifiers: ['c-anna', 'c-bo', 'c-anna'],
  }),
  certify: person({ type: 'certify-minutes' }),
  contest: person({ type: 'contest-minutes', note: 'Paragraf 41 saknar ett yrkande.' }),
  replace: person({
    type: 'replace-certifier',
    certifier: 'c-bo',
    replacement: 'c-ove',
    reason: 'Sjuk.',
  }),
  post: person({ type: 'post-notice', postedOn: '2026-06-26', evidence: 'Sedd uppe varje dag.' }),
  down: person({ type: 'report-notice-down', foundDownOn: '2026-07-10' }),
  pass: system({ type: 'pass-appeal-window' }),
  confirm: person({ type: 'confirm-no-appeal' }),
  appeal: person({ type: 'record-appeal', ...appeal, receivedOn: '2026-07-01' }),
  close: person({ type: 'close-appeal', ...appeal, closedOn: '2026-07-20', outcome: { result: 'upheld' } }),
  ring: system({ type: 'ring-clock', clock: 'certification', dueOn: '2026-07-01' }),
  ringPosting: system({ type: 'ring-clock', clock: 'posting', dueOn: '2026-07-01' }),
};
export type MinutesExample = keyof typeof minutesExamples;

export const usualRole: Readonly<Record<MinutesExample, Role | 'system'>> = {
  open: 'council-secretary',
  certify: 'certifier',
  contest: 'certifier',
  replace: 'council-secretary',
  post: 'council-secretary',
  down: 'registrar',
  pass: 'system',
  confirm: 'registrar',
  appeal: 'registrar',
  close: 'registrar',
  ring: 'system',
  ringPosting: 'system',
};

export interface MinutesJourney {
  readonly minutes: Minutes | undefined;
  readonly events: readonly MinutesEvent[];
}
export interface MinutesAct {
  readonly command: MinutesCommand;
  readonly actor: Actor;
  readonly today?: string;
}

const decidedCase = aCase('AppealWindow').motion;
/** A case decided in the minutes, on which an appeal can be recorded. */
export const minutesContext = (actor: Actor, today = '2026-07-30'): MinutesContext => ({
  actor,
  today,
  motion: decidedCase,
  organisation: aRegion(),
});

export const isRefusal = (answer: MinutesEvent | Refusal): answer is Refusal => 'kind' in answer;

export const askMinutes = ({ minutes }: MinutesJourney, { command, actor, today }: MinutesAct) =>
  decideMinutes(minutes, command, minutesContext(actor, today));

export const followMinutes = (before: MinutesJourney, event: MinutesEvent): MinutesJourney => ({
  minutes: evolveMinutes(before.minutes, event, { minutesId: MINUTES, version: before.events.length + 1 }),
  events: [...before.events, event],
});

/** Folds acts through the law; a refused act is a mistake in the test. */
export const minutesAfter = (...acts: readonly MinutesAct[]): MinutesJourney =>
  acts.reduce<MinutesJourney>(
    (journey, act) => {
      const answer = askMinutes(journey, act);
      if (isRefusal(answer)) throw new Error(`${act.command.type}: ${answer.code}`);
      return followMinutes(journey, answer);
    },
    { minutes: undefined, events: [] },
  );

export const usually = (example: MinutesExample, today?: string): MinutesAct => ({
  command: minutesExamples[example],
  actor: actors[usualRole[example]],
  ...(today !== undefined && { today }),
});
const signs = (actor: Actor): MinutesAct => ({
  command: minutesExamples.certify,
  actor,
  today: '2026-06-25',
});

const opened = [usually('open')];
const certified = [...opened, signs(ANNA), signs(BO)];
const posted = [...certified, usually('post', '2026-06-26')];
const passed = [...posted, usually('pass')];
/** The usual way to each status. */
export const minutesWays = {
  Open: opened,
  Certified: certified,
  Posted: posted,
  WindowPassed: passed,
  Confirmed: [...passed, usually('confirm')],
} as const satisfies Record<Minutes['status'], readonly MinutesAct[]>;

const aDay = fc.integer({ min: 0, max: 90 }).map((days) => addDays('2026-06-10', days));
const names = Object.keys(minutesExamples) as MinutesExample[];
const aTwist = fc.record(
  {
    meetingDate: aDay,
    postedOn: aDay,
    foundDownOn: aDay,
    receivedOn: aDay,
    closedOn: aDay,
    caseId: fc.constantFrom(CASE, 'case-2'),
    outcome: fc.constantFrom(
      { result: 'dismissed' },
      { result: 'withdrawn' },
      { result: 'annulled', faultInPreparation: true },
    ),
    appealNo: fc.integer({ min: 1, max: 3 }),
    body: fc.constantFrom('council', 'board'),
  },
  { requiredKeys: [] },
);
const someone = (example: MinutesExample) =>
  example === 'certify' || example === 'contest'
    ? fc.constantFrom(ANNA, BO, actors.certifier)
    : fc.oneof(fc.constant(actors[usualRole[example]]), fc.constantFrom(...Object.values(actors)));

/** Any command, by the one whose it is or another, on any day. */
export const aMinutesAct: fc.Arbitrary<MinutesAct> = fc.constantFrom(...names).chain((example) =>
  fc
    .record({ actor: someone(example), today: aDay, twist: fc.oneof(fc.constant({}), aTwist) })
    .map(({ actor, today, twist }) => {
      const command = minutesExamples[example];
      const fits = Object.entries(twist).filter(
        ([key]) => key in command || (key === 'appealNo' && command.type === 'close-appeal'),
      );
      return { actor, today, command: { ...command, ...Object.fromEntries(fits) } as MinutesCommand };
    }),
);
export const aMinutesStart = fc.constantFrom<MinutesJourney>(
  { minutes: undefined, events: [] },
  ...Object.values(minutesWays).map((acts) => minutesAfter(...acts)),
  minutesAfter(...posted, usually('appeal')),
  minutesAfter(...passed, usually('appeal'), usually('appeal')),
);
