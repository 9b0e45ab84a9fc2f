import { z } from 'zod';
import type { CalendarDate } from './calendar-date.ts';
import { dayIn, type ImportRow, problem, readTable, type TableRow, yesOrNo } from './import-table.ts';
import { bodyNamed } from './meeting-calendar.ts';
import { type Member, member } from './members.ts';

type Term = Member['terms'][number];

/** What one row says of a person: a term of office, and the party on a day. */
export interface MemberRow {
  readonly row: number;
  readonly memberId: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly term: Term;
  readonly party: Member['parties'][number];
  /** Undefined where the row does not say. */
  readonly protectedIdentity: boolean | undefined;
}

const columns = {
  memberId: { headings: ['ledamots-id', 'id'], needed: true },
  name: { headings: ['namn'], needed: true },
  email: { headings: ['e-post', 'epost'] },
  party: { headings: ['parti'], needed: true },
  office: { headings: ['uppdrag'], needed: true },
  body: { headings: ['organ'] },
  from: { headings: ['från', 'from'], needed: true },
  to: { headings: ['till', 'tom', 't.o.m.'] },
  partyFrom: { headings: ['parti från', 'parti from'] },
  protectedIdentity: { headings: ['skyddad', 'skyddade personuppgifter'] },
} as const;
type Field = keyof typeof columns;

/** Most rows in one import: a council of 149 with its substitutes, over some terms. */
const mostRows = 3000;

const offices: Readonly<Record<string, Term['office']>> = {
  ledamot: 'member',
  ersättare: 'substitute',
  regionråd: 'councillor',
};

/** Reads the rows of a table of members, each by itself; what is wrong is told row by row. */
export const readMemberRows = (
  content: string,
): { readonly rows: readonly MemberRow[] } | { readonly problems: readonly ImportRow[] } => {
  const table = readTable<Field>(content, columns, mostRows);
  if ('problems' in table) return table;
  const read = table.rows.map(readRow);
  const problems = read.flatMap((each) => ('problems' in each ? each.problems : []));
  return problems.length > 0
    ? { problems }
    : { rows: read.flatMap((each) => ('problems' in each ? [] : [each])) };
};

const unreadableDay = 'går inte att läsa. Skriv dagen som 2026-10-15.';

const readRow = ({ row, cell }: TableRow<Field>): MemberRow | { readonly problems: readonly ImportRow[] } => {
  const said = (field: Field) => cell(field).normalize('NFC').toLocaleLowerCase('sv');
  const problems: ImportRow[] = [];
  const wrong = (code: string, sentence: string) => void problems.push(problem(row, code, sentence));
  const memberId = member.shape.memberId.safeParse(cell('memberId')).data;
  if (memberId === undefined)
    wrong('id_unreadable', 'Ledamots-id behövs, med högst 80 tecken och inga blanksteg.');
  const name = member.shape.name.safeParse(cell('name')).data;
  if (name === undefined) wrong('name_missing', 'Namn behövs, med högst 200 tecken.');
  const email = z
    .email()
    .optional()
    .safeParse(cell('email') || undefined);
  if (!email.success) wrong('email_unreadable', 'E-postadressen går inte att läsa.');
  const office = offices[said('office')];
  if (office === undefined) wrong('office_unknown', 'Uppdraget ska vara ledamot, ersättare eller regionråd.');
  const body = said('body') === '' ? 'council' : bodyNamed(said('body'));
  if (body === undefined || (office === 'councillor' && body === 'board')) {
    wrong('body_unknown', 'Organ ska vara fullmäktige eller styrelsen; för ett regionråd lämnas det tomt.');
  }
  const from = neededDay(cell('from'));
  if (from === undefined) wrong('from_unreadable', `Från-dagen ${unreadableDay}`);
  const to = dayIn(cell('to'));
  if (to === 'unreadable') wrong('to_unreadable', `Till-dagen ${unreadableDay}`);
  else if (to !== undefined && from !== undefined && to < from) {
    wrong('to_before_from', 'Uppdraget slutar innan det börjar.');
  }
  const partyFrom = cell('partyFrom') === '' ? from : neededDay(cell('partyFrom'));
  if (cell('partyFrom') !== '' && partyFrom === undefined) {
    wrong('party_from_unreadable', `Dagen för partiet ${unreadableDay}`);
  }
  const party = cell('party');
  if (party === '' || party.length > 80) {
    wrong('party_missing', 'Parti behövs, med högst 80 tecken; skriv - för den som inte har något.');
  }
  const protectedIdentity = yesOrNo(cell('protectedIdentity'));
  if (protectedIdentity === 'unreadable') {
    wrong('protected_unreadable', 'Skriv ja eller nej, eller lämna tomt, i kolumnen skyddad.');
  }
  const isWhole = memberId !== undefined && name !== undefined && office !== undefined && body !== undefined;
  if (
    problems.length > 0 ||
    !isWhole ||
    from === undefined ||
    partyFrom === undefined ||
    to === 'unreadable' ||
    protectedIdentity === 'unreadable'
  ) {
    return { problems };
  }
  return {
    row,
    memberId,
    name,
    email: email.data,
    term: termOf({ office, body, from, to }),
    party: { from: partyFrom, party },
    protectedIdentity,
  };
};

const neededDay = (cell: string): CalendarDate | undefined => {
  const day = dayIn(cell);
  return day === 'unreadable' ? undefined : day;
};

/** A full-time councillor is so of the region, not of a body; a term of the council need not say so. */
const termOf = ({
  office,
  body,
  from,
  to,
}: {
  office: Term['office'];
  body: 'council' | 'board';
  from: CalendarDate;
  to: CalendarDate | undefined;
}): Term => ({
  from,
  ...(to === undefined ? {} : { to }),
  office,
  ...(body === 'board' ? { body } : {}),
});
