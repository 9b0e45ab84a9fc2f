import { judgeMemberRows } from '../../domain/member-import.ts';
import { readMemberRows } from '../../domain/member-rows.ts';
import type { Member } from '../../domain/members.ts';

export const headings = [
  'ledamots-id',
  'namn',
  'e-post',
  'parti',
  'uppdrag',
  'organ',
  'från',
  'till',
  'parti från',
  'skyddad',
] as const;
/** What a row says; the cells left out are those of `usual`. */
export type Cells = Partial<Record<(typeof headings)[number], string>>;
const usual: Cells = {
  'ledamots-id': 'l-1',
  namn: 'Eva Ek',
  parti: 'S',
  uppdrag: 'ledamot',
  från: '2022-10-15',
};
export const tableOf = (...rows: Cells[]) =>
  [headings, ...rows.map((row) => headings.map((each) => ({ ...usual, ...row })[each] ?? ''))]
    .map((cells) => cells.join(';'))
    .join('\n');

/** Reads a table of members and judges it against a register. */
export const judged = (content: string, register: readonly Member[] = []) => {
  const read = readMemberRows(content);
  if ('problems' in read) return read;
  return judgeMemberRows(read.rows, new Map(register.map((each) => [each.memberId, each])), register);
};
export const problemsOf = (...given: Parameters<typeof judged>) => {
  const found = judged(...given);
  return 'problems' in found ? found.problems.map(({ row, code }) => `${row} ${code}`) : [];
};
