import type { CalendarDate } from './calendar-date.ts';
import { type CommandOf, personCommand } from './commands.ts';
import { type ImportRow, problem } from './import-table.ts';
import { comparableName, type Member, partyOn } from './members.ts';
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
}

/** Turns a row into the commands that enter its motion, or tells what is wrong with it. Names are never guessed at. */
export const enteringCommands = (
  row: OpenMotionRow,
  known: KnownPeople,
): EnteringCommands | { readonly problems: readonly ImportRow[] } => {
  const movers = row.movers.map((written) => moverOf(written, row, known.members));
  const officer = officerOf(row, known.people);
  const problems = [...movers, officer].flatMap((each) => ('problem' in each ? [each.problem] : []));
  if (problems.length > 0) return { problems };
  const first = personCommand.safeParse(firstOf(row, idsOf(movers), idsOf([officer])[0])).data;
  if (first?.type !== 'import-open-motion') return { problems: [tooLong(row.row)] };
  if (!isAnswered(row)) return { row, first };
  const second = personCommand.safeParse(secondOf(row)).data;
  return second?.type === 'import-earlier-work' ? { row, first, second } : { problems: [tooLong(row.row)] };
};

const tooLong = (row: number) =>
  problem(
    row,
    'too_long',
    'Något på raden är för långt: en titel, en att-sats, en text eller antalet undertecknare.',
  );

const isAnswered = ({ enteredAt }: OpenMotionRow) =>
  enteredAt === 'BoardReady' || enteredAt === 'CouncilReady';

type Found = { readonly id: string | undefined } | { readonly problem: ImportRow };

const idsOf = (found: readonly Found[]): string[] =>
  found.flatMap((each) => ('id' in each && each.id !== undefined ? [each.id] : []));

/** A mover by id, or by a name that only one in the register has (domain.md §11.3: ask, never merge). */
const moverOf = (written: string, { row, raisedOn }: OpenMotionRow, members: readonly Member[]): Found => {
  if (members.some(({ memberId }) => memberId === written)) return { id: written };
  const namesakes = members.filter(({ name }) => comparableName(name) === comparableName(written));
  const [only, ...others] = namesakes;
  if (only === undefined) {
    const sentence = `”${written}” finns inte i förtroendemannaregistret. Ange ledamots-id, eller för in personen först.`;
    return { problem: problem(row, 'mover_unknown', sentence) };
  }
  if (others.length === 0) return { id: only.memberId };
  const which = namesakes.map((each) => described(each, raisedOn)).join(', ');
  return {
    problem: problem(row, 'mover_ambiguous', `Flera heter ”${written}”. Ange ledamots-id: ${which}.`),
  };
};

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
