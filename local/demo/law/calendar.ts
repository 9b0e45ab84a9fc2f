import { addDays } from '../../../domain/calendar-date.ts';

/** Each round: the board prepares what the council decides four weeks later. */
export const rounds = [
  { board: '2024-01-30', council: '2024-02-20' },
  { board: '2024-03-19', council: '2024-04-16' },
  { board: '2024-05-14', council: '2024-06-11' },
  { board: '2024-08-27', council: '2024-09-24' },
  { board: '2024-10-22', council: '2024-11-19' },
  { board: '2025-01-28', council: '2025-02-18' },
] as const;

/** The rounds of the year that is shown; the last one lies ahead when it ends. */
export const held = rounds.slice(0, 5);

const heading = 'organ;datum;tid;plats;handlingar senast';

/** The year's calendar of each body, as its secretary brings it in. */
export const calendars = {
  board: [
    heading,
    ...rounds.map(({ board }) => `regionstyrelsen;${board};09:00;Regionens hus;${addDays(board, -14)}`),
  ].join('\n'),
  council: [heading, ...rounds.map(({ council }) => `regionfullmäktige;${council};09:30;Konserthuset;`)].join(
    '\n',
  ),
};

/** The days of a round, counted from its meetings. */
export const daysOf = ({ board, council }: (typeof rounds)[number]) => ({
  received: addDays(board, -70),
  registered: addDays(board, -69),
  referred: addDays(board, -63),
  assigned: addDays(board, -56),
  written: addDays(board, -21),
  approved: addDays(board, -18),
  boardSummons: addDays(board, -14),
  board,
  boardCertified: addDays(board, 7),
  councilSummons: addDays(council, -11),
  council,
  councilCertified: addDays(council, 9),
  posted: addDays(council, 10),
});
export type RoundDays = ReturnType<typeof daysOf>;
