import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { meetingTransitions } from '../domain/decide-meeting.ts';
import { minutesTransitions } from '../domain/decide-minutes.ts';
import { refusals } from '../domain/refusal.ts';
import { roleName } from '../domain/roles.ts';
import { type Transition, transitions } from '../domain/transitions.ts';

/** A rule as the code enforces it: its source, what it says no with, and in which files. */
export interface Rule {
  readonly code: string;
  readonly source: string;
  readonly sentence: string;
  readonly files: readonly string[];
}

/** A statute and paragraph, the council's own rules, or the section of the specification that chose it. */
const knownSources =
  /^((KL|TF|FL|OSL) \d+:\d+|arkivlagen \(1990:782\)|lag \(1930:173\)|(domain|architecture)\.md §\d|arbetsordningen|reglementet)/;

/** Whether every part of a source names a paragraph. */
export const hasSource = (source: string): boolean =>
  source.length > 0 && source.split(/; /).every((part) => knownSources.test(part.trim()));

interface Source {
  readonly rule: string;
  readonly inBoard?: string;
}

/** What a rule rests on: in the board after the council's, where they differ. */
export const sourceOf = ({ rule, inBoard }: Source): string =>
  inBoard === undefined ? rule : `${rule}; ${inBoard} (styrelsen)`;

const lawFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return lawFiles(path);
    return path.endsWith('.ts') && !path.endsWith('refusal.ts') ? [path] : [];
  });

const texts = (folders: readonly string[]) =>
  folders.flatMap(lawFiles).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** Every refusal of the law, with the files that make it: those that name its code. */
export const rulesOfRefusals = (): Rule[] => {
  const files = texts(['domain', 'lambdas']);
  return Object.entries(refusals).map(([code, text]) => ({
    code,
    source: sourceOf(text),
    sentence: text.sentence,
    files: files.filter((file) => file.text.includes(`'${code}'`)).map(({ path }) => path),
  }));
};

const cells = (values: readonly string[]) =>
  `| ${values.map((each) => each.replaceAll('|', '\\|')).join(' | ')} |`;
const head = (names: readonly string[]) => [cells(names), cells(names.map(() => '---'))];

const refusalTable = () => [
  ...head(['Källa', 'Kod', 'Vad den säger', 'Var i koden']),
  ...rulesOfRefusals()
    .sort((one, other) => one.source.localeCompare(other.source, 'sv', { numeric: true }))
    .map(({ source, code, sentence, files }) =>
      cells([source, `\`${code}\``, sentence, files.map((each) => `\`${each}\``).join(', ')]),
    ),
];

const who = ({ by }: Transition) => [...new Set(by.map(({ role }) => roleName[role]))].join(', ');

const transitionTable = () => [
  ...head(['Rad', 'Källa', 'Kommando', 'Från', 'Till', 'Vem']),
  ...transitions.map((row) =>
    cells([
      row.row,
      row.rule,
      row.follows === undefined ? row.command : `${row.command} (${row.follows})`,
      row.from.length === 0 ? '–' : row.from.join(', '),
      row.to,
      who(row),
    ]),
  ),
];

interface Row extends Source {
  readonly from: readonly string[];
}

const rowsOf = <R extends Row>(
  rows: Readonly<Record<string, R>>,
  who: (row: R, command: string) => string,
) => [
  ...head(['Källa', 'Kommando', 'I läge', 'Vem']),
  ...Object.entries(rows).map(([command, row]) =>
    cells([sourceOf(row), command, row.from.length === 0 ? '–' : row.from.join(', '), who(row, command)]),
  ),
];

const bodies = ['council', 'board'] as const;
const minutesTable = () =>
  rowsOf(minutesTransitions, ({ by }) => [...new Set(bodies.map((body) => roleName[by(body)]))].join(', '));
const meetingTable = () =>
  rowsOf(meetingTransitions, (_, command) =>
    command === 'ring-clock' ? roleName.system : 'organets sekreterare',
  );

/** A computed day: the function, and the paragraph its comment names. */
const computed = (path: string): { name: string; says: string }[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:function|const) (\w+)/g,
    ),
  ].map(([, comment = '', name = '']) => ({
    name,
    says: comment
      .replaceAll(/^\s*\* ?/gm, ' ')
      .replaceAll(/\s+/g, ' ')
      .replace(/@throws.*$/, '')
      .trim(),
  }));

const computedFiles = [
  'domain/deadlines.ts',
  'domain/one-year-clock.ts',
  'domain/attendance.ts',
  'domain/voting.ts',
];

const computedTable = () => [
  ...head(['Funktion', 'Regel', 'Var i koden']),
  ...computedFiles.flatMap((path) =>
    computed(path).map(({ name, says }) => cells([`\`${name}\``, says, `\`${path}\``])),
  ),
];

/** `docs/rules.md`: everything the law enforces or computes, as it stands in the code. */
export const rulesDocument = (): string =>
  [
    '# The rules, as the code has them',
    '',
    'Written by `npm run rules` from `domain/`; a test fails when it is out of date, when a rule has no source or when',
    'nothing enforces it. KL is kommunallagen (2017:725), TF tryckfrihetsförordningen, OSL offentlighets- och',
    'sekretesslagen (2009:400); `domain.md` is the specification beside this repository, where a choice of ours is marked',
    '[D] and a practice [P].',
    '',
    '## What is refused',
    '',
    ...refusalTable(),
    '',
    '## What a case may do, and who',
    '',
    ...transitionTable(),
    '',
    '## Minutes',
    '',
    ...minutesTable(),
    '',
    '## Meetings',
    '',
    ...meetingTable(),
    '',
    '## What is computed',
    '',
    ...computedTable(),
    '',
  ].join('\n');
