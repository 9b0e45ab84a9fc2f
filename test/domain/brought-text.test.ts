import { describe, expect, it, test } from 'vitest';
import { type BroughtText, reasonIn } from '../../domain/brought-text.ts';
import { broughtText, type Command } from '../../domain/commands.ts';
import { asked, type ExampleName, exampleNames } from '../support/motion-commands.ts';

/** Which kind of text each command brings, and where it stands in the command; the others bring none. */
const brings: Partial<Record<string, readonly [kind: BroughtText['kind'], member: string]>> = {
  'start-draft': ['motion', 'text'],
  'revise-text': ['motion', 'text'],
  'import-motion': ['motion', 'text'],
  'import-open-motion': ['motion', 'text'],
  'complete-on-paper': ['motion', 'text'],
  'write-answer': ['answer', 'answer'],
  'import-earlier-work': ['answer', 'answer'],
  'return-motion': ['reason', 'reason'],
  'refer-back-in-board': ['reason', 'reason'],
  'refer-back-in-council': ['reason', 'reason'],
  'add-note': ['note', 'note'],
  'correct-days': ['note', 'note'],
  'return-answer': ['comment', 'comment'],
  'comment-answer': ['comment', 'comment'],
  'send-consultation': ['question', 'question'],
  'record-statement': ['statement', 'statement'],
  'report-late': ['report', 'soFar'],
};

test.each(exampleNames)('%s: its text is kept apart from the events', (name: ExampleName) => {
  const { command } = asked(name);
  const [kind, member] = brings[command.type] ?? [];
  const expected =
    kind && member ? { kind, content: (command as Record<string, unknown>)[member] } : undefined;
  expect(broughtText(command)).toEqual(expected);
});

test('a referral may bring a note on its dates', () => {
  const { command } = asked('refer');
  const datesNote = 'Anmäld en vecka senare.';
  expect(broughtText({ ...command, datesNote } as typeof command)).toEqual({
    kind: 'note',
    content: datesNote,
  });
});

const nothing = { claims: [], points: [], reservations: [], separateStatements: [], minuteNotes: [] };
const reservation = { memberId: 'm-anna', text: 'Vi reserverar oss.' };
const withDeliberation = (name: ExampleName, more: object) =>
  broughtText({ ...asked(name).command, ...more } as Command);
const silent = { ...nothing, propositions: [] };
const written = { ...silent, reservations: [reservation] };
const texts = { ...nothing, reservations: [reservation] };

test.each([
  'propose',
  'decide',
  'decide-at-once',
  'write-off',
  'postpone-in-board',
  'postpone-in-council',
] as const)('%s brings the texts of its deliberation, if there are any', (name) => {
  expect(withDeliberation(name, { deliberation: written })).toEqual({ kind: 'deliberation', content: texts });
  expect(withDeliberation(name, { deliberation: silent })).toBeUndefined();
});

test.each(['refer-back-in-board', 'refer-back-in-council'] as const)(
  '%s keeps its reason beside the texts of its deliberation, or alone',
  (name) => {
    const reason = 'Mer underlag.';
    const brought = (deliberation: object) => withDeliberation(name, { reason, deliberation });
    expect(brought(written)).toEqual({ kind: 'deliberation', content: { ...texts, reason } });
    expect(brought(silent)).toEqual({ kind: 'reason', content: reason });
  },
);

describe('why a motion came back', () => {
  const texts = { claims: [], points: [], reservations: [], separateStatements: [], minuteNotes: [] };
  it.each<[string | undefined, BroughtText | undefined]>([
    ['Två ämnen.', { kind: 'reason', content: 'Två ämnen.' }],
    ['Utred mer.', { kind: 'deliberation', content: { ...texts, reason: 'Utred mer.' } }],
    [undefined, { kind: 'deliberation', content: texts }],
    [undefined, { kind: 'comment', content: 'Kortare.' }],
    [undefined, undefined],
  ])('is %j of %j', (reason, text) => {
    expect(reasonIn(text)).toBe(reason);
  });
});
