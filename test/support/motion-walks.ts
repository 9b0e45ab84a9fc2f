import fc from 'fast-check';
import { addDays } from '../../domain/calendar-date.ts';
import { broughtText, type Command, personCommand } from '../../domain/commands.ts';
import type { Context } from '../../domain/context.ts';
import type { Verdict } from '../../domain/decide/verdict.ts';
import { decide } from '../../domain/decide.ts';
import { type Motion, statuses } from '../../domain/motion.ts';
import type { Actor } from '../../domain/roles.ts';
import { aContext, aJourney, follow, type Journey, nowhere, ways } from './motion-builders.ts';
import { asked, type ExampleName, exampleFor, exampleNames } from './motion-commands.ts';
import { actors, aRegion, roles, strangers, theMember } from './motion-people.ts';
import { metInAny, sideWays } from './motion-side-ways.ts';

/** Random acts: any command by anyone on any day, or one that the law has a row for. */
const aDay = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2025-06-01', days)) },
  { weight: 1, arbitrary: fc.constantFrom('0000-01-01', '1970-01-01', '2024-02-29', '9999-12-31') },
);
const aCount = fc.integer({ min: 0, max: 160 });
const aClause = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant('whole' as const));
const aChoice = fc.constantFrom('GRANTED' as const, 'REJECTED' as const, 'ANSWERED' as const);
const decisions = fc.oneof(
  fc.tuple(aChoice, aChoice).map(([one, two]) => [
    { clause: 1, outcome: one },
    { clause: 2, outcome: two },
  ]),
  fc.array(fc.record({ clause: aClause, outcome: aChoice }), { maxLength: 4 }),
);
const someMembers = fc.uniqueArray(
  fc.constantFrom('m-anna', 'm-bo', 'm-left', 'm-idle', 'm-serving', 'm-nobody'),
);
const aRequest = fc.oneof(
  fc.record({ by: fc.constant('majority' as const), present: aCount }),
  fc.record({ by: fc.constant('minority' as const), present: aCount, behind: aCount }),
);
const aMinutesId = fc.constantFrom(
  'council-2026-06-16',
  'council-2026-07-28',
  'board-2026-05-12',
  'council-x',
);

/** Parts that a command may have; those it has are now and then replaced. */
const aTwist = fc.record(
  {
    signatories: someMembers,
    decisions,
    proposals: decisions,
    present: aCount,
    agreeing: aCount,
    request: aRequest,
    minutesId: aMinutesId,
    meetingDate: aDay,
    summonedOn: aDay,
    announcedOn: aDay,
    receivedOn: aDay,
    raisedOn: aDay,
    registrationNumber: fc.constantFrom('', 'RS 1-2025', 'RS 7'),
    by: fc.constantFrom('council', 'presidium'),
    officer: fc.constantFrom('p-official', 'p-registrar'),
    recipient: fc.constantFrom('n-vard', 'e-stab', 'n-okand'),
    dueOn: fc.oneof(aDay, fc.constant('2027-01-15')),
    consultationNo: fc.integer({ min: 1, max: 3 }),
    maker: fc.constantFrom(
      { by: 'official' as const },
      { by: 'committee' as const, decidedOn: '2026-07-01', paragraph: '§ 3', proposes: false },
    ),
    clauses: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
    lead: fc.constantFrom('case-1', 'case-2', 'case-3'),
    basis: fc.constantFrom('announced' as const, 'urgent' as const, 'unannounced' as const),
    plannedOn: aDay,
  },
  { requiredKeys: [] },
);

const someone = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...roles).map((role) => actors[role]) },
  { weight: 3, arbitrary: fc.constantFrom('m-anna', 'm-bo', 'm-left', 'm-idle', 'm-serving').map(theMember) },
  { weight: 1, arbitrary: fc.constantFrom<Actor>(...strangers) },
);
const aRegionOfSomeKind = fc.constantFrom(
  aRegion(),
  aRegion({
    registerMaster: 'registrar',
    referral: 'council',
    approvalChain: [{ role: 'director', title: 'direktör' }],
  }),
  aRegion({
    referral: 'presidium',
    seats: { council: 149, board: 15 },
    approvalChain: [
      { role: 'manager', title: 'enhetschef', deputy: 'director' },
      { role: 'manager', title: 'områdeschef' },
      { role: 'director', title: 'direktör', deputy: 'manager' },
    ],
  }),
);
const aSetting = fc.record({
  // No clock stands at the end of the calendar, whatever day is typed.
  today: aDay.map((day) => (day === '9999-12-31' ? '9998-12-31' : day)),
  organisation: aRegionOfSomeKind,
});
/** A usual setting more often than not, so that walks get somewhere. */
const facts: fc.Arbitrary<Partial<Context>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: aSetting },
);

const wild = fc.record({
  isWise: fc.constant(false),
  pick: fc.nat(),
  example: fc.constantFrom<ExampleName>(...exampleNames),
  actor: someone,
  twist: fc.oneof(fc.constant({}), aTwist),
  facts,
});
const wise = fc.record({
  isWise: fc.constant(true),
  pick: fc.nat(),
  example: fc.constantFrom<ExampleName>(...exampleNames),
  actor: someone,
  twist: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: aTwist }),
  facts,
});
export const aStep = fc.oneof({ weight: 1, arbitrary: wild }, { weight: 2, arbitrary: wise });
export type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never;

const starts: readonly Journey[] = [
  nowhere,
  ...statuses.map((status) => aJourney(ways[status])),
  ...Object.values({ ...sideWays, ...metInAny }).map((acts) => aJourney(acts)),
];
export const aStart = fc.constantFrom<Journey>(...starts);
export const aWalk = fc.record({ start: aStart, steps: fc.array(aStep, { maxLength: 25 }) });

/** Replaces what the command has of the twist, if the result is a command that the door would let in. */
const twisted = (command: Command, twist: object): Command => {
  const fits = ([key]: [string, unknown]) =>
    (key in command && !(key === 'by' && command.type !== 'refer')) ||
    (command.type === 'register' && (key === 'raisedOn' || key === 'registrationNumber'));
  const parsed = personCommand.safeParse({
    ...command,
    ...Object.fromEntries(Object.entries(twist).filter(fits)),
  });
  return parsed.success ? parsed.data : command;
};

const usualActs = exampleNames.map((example) => ({ example, actor: actors[asked(example).actor] }));
const otherActs = [
  { example: 'approve-answer', actor: actors.director },
  { example: 'return-answer', actor: actors.director },
  { example: 'approve-text', actor: theMember('m-bo') },
  { example: 'withdraw', actor: theMember('m-bo') },
  { example: 'withdraw-clauses', actor: theMember('m-bo') },
  { example: 'declare-disqualification', actor: actors.director },
  { example: 'take-back-act', actor: actors['council-secretary'] },
] as const;

/** The acts that the law accepts of the record as it stands, by the people who usually do them. */
const openTo = (record: Motion | undefined) =>
  [...usualActs, ...otherActs].filter(({ example, actor }) => {
    const command = exampleFor(example, record);
    return decide(record, command, aContext(command, actor, {}, record)).kind === 'accepted';
  });

const chosen = (record: Motion | undefined, step: Step) => {
  const open = step.isWise ? openTo(record) : [];
  return open.length === 0 ? step : (open[step.pick % open.length] ?? step);
};

/** What is asked at a step of a walk, and in what context. */
export const askedAt = (record: Motion | undefined, step: Step): { command: Command; context: Context } => {
  const { example, actor } = chosen(record, step);
  const command = twisted(exampleFor(example, record), step.twist);
  return { command, context: aContext(command, actor, step.facts, record) };
};

export interface Visit {
  readonly before: Journey;
  readonly after: Journey;
  readonly command: Command;
  readonly context: Context;
  readonly verdict: Verdict;
}

/** Walks, showing each step to `see`; what is handed to the law is frozen to the bottom. */
export const walk = (start: Journey, steps: readonly Step[], see: (visit: Visit) => void): Journey =>
  steps.reduce((before, step) => {
    const { command, context } = askedAt(before.motion, step);
    const verdict = decide(deepFreeze(before.motion), deepFreeze(command), context);
    const after = verdict.kind === 'accepted' ? follow(before, verdict) : before;
    see({ before, after, command, context, verdict });
    return after;
  }, start);

/** Freezes a value and everything in it: the law may not touch what it is handed. */
export const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
};

/** All strings of a text that a command brings, and the names in the member register. */
export const secretsOf = (command: Command, context: Context): string[] => {
  const brought = broughtText(command)?.content;
  const texts: string[] = [];
  JSON.stringify(brought, (_, value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  const people = [...context.members.values()].flatMap((each) => [each.name, each.email ?? each.name]);
  return [...texts, ...people];
};
