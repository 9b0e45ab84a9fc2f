import { addDays } from '../../../domain/calendar-date.ts';
import { demoPeople } from '../../demo-people.ts';

/** A council of 71 and a board of 15, made up but for the demo people who sign in. */
const seats = { council: 71, board: 15 };
const firstNames = ['Agnes', 'Bertil', 'Cecilia', 'David', 'Elsa', 'Fredrik', 'Gunilla', 'Håkan', 'Ingrid'];
const lastNames = ['Alm', 'Berg', 'Dahl', 'Ek', 'Fors', 'Gran', 'Holm'];
const parties = ['S', 'M', 'SD', 'V', 'C', 'KD', 'MP', 'L'];

const elected = demoPeople.flatMap((each) =>
  each.memberId === undefined ? [] : [{ memberId: each.memberId, party: each.party ?? '-' }],
);

/** A signatory whose seat ends in the year (domain.md §1.4), and the day after the last. */
export const leaver = { memberId: 'm-201', lastDay: '2024-06-30', leftOn: addDays('2024-06-30', 1) };

const invented = Array.from({ length: seats.council - elected.length }, (_, index) => ({
  memberId: `m-${201 + index}`,
  name: `${firstNames[index % firstNames.length]} ${lastNames[Math.floor(index / firstNames.length)]}`,
  party: parties[index % parties.length] ?? 'S',
}));

/** Everyone of the council, in the order of the roll. */
export const council: readonly string[] = [...elected, ...invented].map((each) => each.memberId);
/** The board's members, all of them of the council too. */
export const board: readonly string[] = invented.slice(1, 1 + seats.board).map((each) => each.memberId);
export const chairOf = { council: council[12] ?? '', board: board[0] ?? '' };

const termFrom = '2022-10-15';
const line = (each: (typeof invented)[number], organ: string) => {
  const to = each.memberId === leaver.memberId ? leaver.lastDay : '';
  return [
    each.memberId,
    each.name,
    `${each.memberId}@region.example`,
    each.party,
    'ledamot',
    organ,
    termFrom,
    to,
  ].join(';');
};

/** The member register as an administrator brings it in. */
export const membersCsv = (): string =>
  [
    'ledamots-id;namn;e-post;parti;uppdrag;organ;från;till',
    ...invented.map((each) => line(each, 'fullmäktige')),
    ...invented.filter((each) => board.includes(each.memberId)).map((each) => line(each, 'styrelsen')),
  ].join('\n');
