import type { Command, SystemCommand } from '../../domain/commands.ts';
import { type Motion, workingText } from '../../domain/motion.ts';
import { type Asked, answer, board, council, person, proposals, system, text } from './asked.ts';
import { widerExamples } from './wider-commands.ts';

export { text };

const followed = (happened: unknown, minutesId = council.minutesId) =>
  system({ type: 'follow-minutes', minutesId, happened } as SystemCommand);
const appeal = { caseId: 'case-1', receivedOn: '2026-07-01', court: 'Förvaltningsrätten' };
const deferral = { paragraph: '§ 12', meetingDate: '2026-06-16' };
const closed = (outcome: object, more: object = {}) =>
  followed({
    type: 'AppealClosed',
    caseId: 'case-1',
    court: appeal.court,
    closedOn: '2026-07-20',
    outcome,
    ...more,
  });

/** An example of each command, which the case of `aMotion` can carry, and the role that asks for it. */
export const examples = {
  'start-draft': person('member', { type: 'start-draft', text, signatories: ['m-anna', 'm-bo'] }),
  'revise-text': person('member', {
    type: 'revise-text',
    text: { ...text, title: 'Titel-qvx, ny' },
    signatories: ['m-anna', 'm-bo'],
  }),
  'approve-text': person('member', { type: 'approve-text', textHash: '' }),
  'discard-draft': person('member', { type: 'discard-draft' }),
  submit: person('group-secretary', { type: 'submit' }),
  'import-motion': person('registrar', {
    type: 'import-motion',
    text,
    signatories: ['m-anna', 'm-bo'],
    receivedOn: '2026-01-12',
  }),
  register: person('registrar', { type: 'register' }),
  'return-motion': person('registrar', {
    type: 'return-motion',
    provision: 'arbetsordningen 12 §',
    reason: 'Skäl-qvx: två ämnen.',
  }),
  resubmit: person('member', { type: 'resubmit' }),
  refer: person('council-secretary', { type: 'refer', by: 'council', announcedOn: '2026-02-10' }),
  'decide-at-once': person('council-secretary', {
    type: 'decide-at-once',
    ...council,
    decisions: proposals,
    present: 71,
    agreeing: 71,
  }),
  assign: person('board-secretary', { type: 'assign', officer: 'p-official', unit: 'Staben' }),
  'start-drafting': person('official', { type: 'start-drafting' }),
  'write-answer': person('official', {
    type: 'write-answer',
    answer,
    proposals,
  }),
  'submit-answer': person('official', { type: 'submit-answer' }),
  'approve-answer': person('manager', { type: 'approve-answer' }),
  'return-answer': person('manager', { type: 'return-answer', comment: 'Kommentar-qvx: kortare.' }),
  'comment-answer': person('manager', { type: 'comment-answer', comment: 'Kommentar-qvx: bra.' }),
  'place-on-board-agenda': person('board-secretary', {
    type: 'place-on-board-agenda',
    meetingDate: '2026-05-12',
    summonedOn: '2026-05-05',
  }),
  'postpone-in-board': person('board-secretary', { type: 'postpone-in-board', ...board }),
  'refer-back-in-board': person('board-secretary', {
    type: 'refer-back-in-board',
    ...board,
    reason: 'Skäl-qvx från styrelsen.',
  }),
  propose: person('board-secretary', { type: 'propose', ...board, proposals }),
  'place-on-council-agenda': person('council-secretary', {
    type: 'place-on-council-agenda',
    meetingDate: '2026-06-16',
    summonedOn: '2026-06-08',
    announcedOn: '2026-06-09',
  }),
  'postpone-in-council': person('council-secretary', {
    type: 'postpone-in-council',
    ...council,
    request: { by: 'majority', present: 71 },
  }),
  'refer-back-in-council': person('council-secretary', {
    type: 'refer-back-in-council',
    ...council,
    request: { by: 'minority', present: 71, behind: 24 },
    reason: 'Skäl-qvx från fullmäktige.',
  }),
  decide: person('council-secretary', { type: 'decide', ...council, decisions: proposals, present: 36 }),
  withdraw: person('member', { type: 'withdraw' }),
  'note-withdrawal': person('council-secretary', {
    type: 'note-withdrawal',
    ...council,
    present: 36,
    announcedOn: '2026-06-09',
  }),
  archive: person('archivist', { type: 'archive' }),
  'ring-clock': system({ type: 'ring-clock', clock: 'registration', dueOn: '2026-01-14' }),
  'follow-minutes/MinutesCertified': followed({
    type: 'MinutesCertified',
    certifier: 'p-certifier',
    certifiedOn: '2026-06-25',
  }),
  'follow-minutes/NoticePosted': followed({
    type: 'NoticePosted',
    postedOn: '2026-06-26',
    lastAppealDay: '2026-07-17',
    finalOn: '2026-07-18',
  }),
  'follow-minutes/NoticeFoundDown': followed({ type: 'NoticeFoundDown', foundDownOn: '2026-07-10' }),
  'follow-minutes/AppealWindowPassed': followed({ type: 'AppealWindowPassed' }),
  'follow-minutes/NoAppealConfirmed': followed({ type: 'NoAppealConfirmed' }),
  'follow-minutes/AppealRecorded': followed({ type: 'AppealRecorded', ...appeal }),
  'follow-minutes/AppealRecorded/another': followed({
    type: 'AppealRecorded',
    ...appeal,
    receivedOn: '2026-07-02',
    appealNo: 2,
    open: 2,
  }),
  'follow-minutes/AppealClosed/upheld': closed({ result: 'upheld' }),
  'follow-minutes/AppealClosed/dismissed': closed({ result: 'dismissed' }),
  'follow-minutes/AppealClosed/withdrawn': closed({ result: 'withdrawn' }),
  'follow-minutes/AppealClosed/annulled': closed({ result: 'annulled', faultInPreparation: false }),
  'follow-minutes/AppealClosed/unprepared': closed({ result: 'annulled', faultInPreparation: true }),
  /** The first of several appeals comes to its end, and the others go on. */
  'follow-minutes/AppealClosed/one-of-several': closed({ result: 'dismissed' }, { appealNo: 1, open: 1 }),
  /** What is annulled is annulled for all who appealed. */
  'follow-minutes/AppealClosed/annulled-for-all': closed(
    { result: 'annulled', faultInPreparation: false },
    { appealNo: 1, open: 1 },
  ),
  /** Of a decision that did not end the case: the council had put it off at another paragraph. */
  'follow-minutes/AppealRecorded/of-a-deferral': followed({ type: 'AppealRecorded', ...appeal, ...deferral }),
  'follow-minutes/AppealClosed/deferral-upheld': closed({ result: 'upheld' }, deferral),
  'follow-minutes/AppealClosed/deferral-annulled': closed(
    { result: 'annulled', faultInPreparation: false },
    deferral,
  ),
  /** What happens to minutes without moving their cases. */
  'follow-minutes/MinutesSigned': followed({ type: 'MinutesSigned', certifier: 'p-certifier' }),
  ...widerExamples,
} as const satisfies Record<string, Asked>;

export type ExampleName = keyof typeof examples;
export const exampleNames = Object.keys(examples) as ExampleName[];
export const asked = (name: ExampleName): Asked => examples[name];

/** The example as it would be asked of a record: an approval names the text that was read. */
export const exampleFor = (name: ExampleName, record: Motion | undefined): Command => {
  const { command } = asked(name);
  return command.type === 'approve-text'
    ? { ...command, textHash: record === undefined ? '' : workingText(record).text.hash }
    : command;
};
