const headings = [
  'diarienummer',
  'titel',
  'motionstext',
  'motionärer',
  'inkom',
  'väckt',
  'läge',
  'anmäld',
  'handläggare',
  'enhet',
  'att-satser',
  'förslag',
  'svar',
  'styrelsens datum',
  'styrelsens paragraf',
  'minoritetsåterremiss',
] as const;
/** What a row says; the cells left out are empty. */
export type Cells = Partial<Record<(typeof headings)[number], string>>;
export const received: Cells = {
  diarienummer: 'RS 7-2025',
  titel: 'Fler bussar',
  motionärer: 'm-anna',
  inkom: '2025-02-03',
  läge: 'registrerad',
};
export const drafting: Cells = {
  ...received,
  läge: 'under beredning',
  anmäld: '2025-02-18',
  handläggare: 'p-official',
  enhet: 'Staben',
  'att-satser': 'fler turer|fler hållplatser',
};
export const answered: Cells = { ...drafting, läge: 'klar för styrelsen', förslag: 'avslag|besvarad' };
export const proposed: Cells = {
  ...answered,
  läge: 'klar för fullmäktige',
  'styrelsens datum': '2026-05-12',
  'styrelsens paragraf': '§ 12',
};
export const tableOf = (...rows: Cells[]) =>
  [headings, ...rows.map((row) => headings.map((each) => row[each] ?? ''))]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
    .join('\r\n');
