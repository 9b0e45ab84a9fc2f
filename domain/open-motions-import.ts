import type { CalendarDate } from './calendar-date.ts';
import { type CommandOf, personCommand } from './commands.ts';
import { areDaysOdd } from './decide/imports.ts';
import type { MotionEvent } from './events.ts';
import { type ImportRow, problem, warning } from './import-table.ts';
import { comparableName, type Member, mayRaise, partyOn } from './members.ts';
import type { OpenMotionRow } from './open-motion-rows.ts';
import type { Person } from './people.ts';

/** Whom the rows can mean. */
export interface KnownPeople {
  readonly members: readonly Member[];
  readonly people: readonly Person[];
}

/** The commands that enter one motion at its step: the second where board or official have done their part. */
export interface EnteringCommands {
  readonly row: OpenMotionRow;
  readonly first: CommandOf<'import-open-motion'>;
  readonly second?: CommandOf<'import-earlier-work'>;
  /** What to look at in the row. */
  readonly told: readonly ImportRow[];
}

/**
 * Turns a row into the commands that enter its motion, or tells what is wrong with it. Names are never guessed at: one
 * that is taken for a person is told, to be looked at.
 */
export const enteringCommands = (
  row: OpenMotionRow,
  known: KnownPeople,
): EnteringCommands | { readonly problems: readonly ImportRow[] } => {
  const movers: Found[] = row.movers.map((written) => moverOf(written, row, known.members));
  const officer = officerOf(row, known.people);
  const problems = [...movers, officer].flatMap((each) => ('problem' in each ? [each.problem] : []));
  if (problems.length > 0) return { problems };
  const first = personCommand.safeParse(firstOf(row, idsOf(movers), idsOf([officer])[0])).data;
  if (first?.type !== 'import-open-motion') return { problems: [tooLong(row.row)] };
  const told = [...movers.flatMap(({ told = [] }) => told), ...datesTold(row)];
  if (!isAnswered(row)) return { row, first, told };
  const second = personCommand.safeParse(secondOf(row)).data;
  return second?.type === 'import-earlier-work'
    ? { row, first, second, told }
    : { problems: [tooLong(row.row)] };
};

const tooLong = (row: number) =>
  problem(
    row,
    'too_long',
    'Något på raden är för långt: en titel, en att-sats, en text eller antalet undertecknare.',
  );

const isAnswered = ({ enteredAt }: OpenMotionRow) =>
  enteredAt === 'BoardReady' || enteredAt === 'CouncilReady';

type Found = { readonly told?: readonly ImportRow[] } & (
  | { readonly id: string | undefined }
  | { readonly problem: ImportRow }
);

const idsOf = (found: readonly Found[]): string[] =>
  found.flatMap((each) => ('id' in each && each.id !== undefined ? [each.id] : []));

/**
 * A mover by id, or by a name that only one in the register has, who was in office when the motion was raised (KL 5:22
 * p. 2; domain.md §11.3: ask, never merge). Another may have had the name before.
 */
const moverOf = (written: string, { row, raisedOn }: OpenMotionRow, members: readonly Member[]): Found => {
  if (members.some(({ memberId }) => memberId === written)) return { id: written };
  const namesakes = members.filter(({ name }) => comparableName(name) === comparableName(written));
  const [only, ...others] = namesakes;
  if (only === undefined) {
    const sentence = `”${written}” finns inte i förtroendemannaregistret. Ange ledamots-id, eller för in personen först.`;
    return { problem: problem(row, 'mover_unknown', sentence) };
  }
  if (others.length === 0) return namedMover(written, only, { row, raisedOn });
  const which = namesakes.map((each) => described(each, raisedOn)).join(', ');
  return {
    problem: problem(row, 'mover_ambiguous', `Flera heter ”${written}”. Ange ledamots-id: ${which}.`),
  };
};

const namedMover = (
  written: string,
  who: Member,
  { row, raisedOn }: Pick<OpenMotionRow, 'row' | 'raisedOn'>,
): Found => {
  if (!mayRaise(who, raisedOn)) {
    const sentence = `”${written}” (${who.memberId}) var inte i tjänst i fullmäktige ${raisedOn}. Ange ledamots-id, om det är rätt person.`;
    return { problem: problem(row, 'mover_not_in_office', sentence) };
  }
  const sentence = `”${written}” är ${described(who, raisedOn)} enligt namnet. Kontrollera att det är rätt person.`;
  return { id: who.memberId, told: [warning(row, 'mover_by_name', sentence)] };
};

/** Days that cannot be right are entered as the register has them, and told (domain.md §11.3). */
const datesTold = ({
  row,
  enteredAt: status,
  receivedOn,
  raisedOn,
  announcedOn,
}: OpenMotionRow): ImportRow[] => {
  if (!areDaysOdd({ status, receivedOn, raisedOn, announcedOn })) return [];
  const what = raisedOn < receivedOn ? `väcktes ${raisedOn}` : `anmäldes ${announcedOn}`;
  const sentence = `Motionen ${what}, innan den kom in ${receivedOn}. Dagarna förs in som de står; kontrollera dem mot diariet.`;
  return [warning(row, 'dates_odd', sentence)];
};

/** Numbers above the counter that are passed over without a question. */
const mostPassedOver = 1000;

/** Tells of a number that moves the counter far: it may be mistyped, and what is passed over is never given out. */
export const numberTold = (
  row: number,
  event: MotionEvent,
  next: number | undefined,
): readonly ImportRow[] =>
  event.type === 'OpenMotionImported' &&
  event.registerSequence !== undefined &&
  next !== undefined &&
  event.registerSequence - next > mostPassedOver
    ? [
        warning(
          row,
          'number_far_ahead',
          `${event.registrationNumber} ligger långt över årets senaste nummer (${next - 1}). Numren däremellan delas aldrig ut; kontrollera att det är rätt skrivet.`,
        ),
      ]
    : [];

const described = (who: Member, day: CalendarDate) => `${who.memberId} (${partyOn(who, day)})`;

const officerOf = ({ row, officer }: OpenMotionRow, people: readonly Person[]): Found => {
  if (officer === undefined) return { id: undefined };
  if (people.some(({ subject }) => subject === officer)) return { id: officer };
  const [only, ...others] = people.filter(({ name }) => comparableName(name) === comparableName(officer));
  if (only === undefined) {
    return { problem: problem(row, 'officer_unknown', `Handläggaren ”${officer}” är inte upplagd.`) };
  }
  if (others.length === 0) return { id: only.subject };
  const which = [only, ...others].map(({ subject }) => subject).join(', ');
  return {
    problem: problem(row, 'officer_ambiguous', `Flera heter ”${officer}”. Ange användarnamn: ${which}.`),
  };
};

const firstOf = (row: OpenMotionRow, signatories: readonly string[], officer: string | undefined) => {
  const { registrationNumber, title, body, clauses, receivedOn, raisedOn, announcedOn, unit } = row;
  return {
    type: 'import-open-motion',
    text: { title, body, clauses: [...clauses] },
    signatories: [...signatories],
    registrationNumber,
    receivedOn,
    raisedOn,
    status: isAnswered(row) ? 'Drafting' : row.enteredAt,
    ...(row.enteredAt === 'Registered' ? {} : { announcedOn }),
    officer,
    unit,
    ...(row.minorityDeferralUsed ? { minorityDeferralUsed: true } : {}),
  };
};

/** Said where the table does not hold the answer itself. */
const answerElsewhere = 'Svaret skrevs innan systemet togs i bruk och finns i diariet.';
const longestTitle = 500;

const secondOf = ({ title, answer = answerElsewhere, proposals, board }: OpenMotionRow) => ({
  type: 'import-earlier-work',
  answer: {
    title: `Svar på motion: ${title}`.slice(0, longestTitle),
    sections: [{ heading: '', text: answer }],
  },
  proposals: [...proposals],
  boardProposal: board === undefined ? undefined : { ...board, proposals: [...proposals] },
});
