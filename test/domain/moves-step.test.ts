import { describe, expect, it, test } from 'vitest';
import type { MotionEvent } from '../../domain/events.ts';
import { evolve, movesStep } from '../../domain/evolve.ts';
import type { MinutesEvent } from '../../domain/minutes-events.ts';
import type { Motion, MotionIn } from '../../domain/motion.ts';
import { aCase, aJourney, january, nowhere, usual } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { as } from '../support/row-case.ts';

const ref = { documentId: 'd', hash: '0'.repeat(64) };
const at = { minutesId: 'council-2026-06-16', paragraph: '§ 41', meetingDate: '2026-06-16' };
const withdrew = { type: 'SignatoryWithdrew', memberId: 'm-anna', withdrawnOn: '2026-05-01' } as const;
const stated = {
  type: 'StatementReceived',
  consultationNo: 1,
  statement: ref,
  receivedOn: '2026-03-01',
  maker: { by: 'official' },
} as const;
const ended = { type: 'ConsultationEnded', consultationNo: 1, how: 'closed' } as const;
const sent = {
  type: 'ConsultationSent',
  consultationNo: 1,
  recipient: 'n-vard',
  sentOn: '2026-03-01',
  dueOn: '2026-04-01',
  question: ref,
} as const;
const minutes = (happened: MinutesEvent, more: { beside?: true } = {}): MotionEvent => ({
  type: 'MinutesFollowed',
  minutesId: at.minutesId,
  happened,
  ...more,
});
const appealed = (open?: number): MinutesEvent => ({
  type: 'AppealRecorded',
  caseId: 'case-1',
  court: 'Förvaltningsrätten',
  receivedOn: '2026-07-01',
  ...(open === undefined ? {} : { open }),
});
const closed = (result: 'upheld' | 'annulled', open?: number): MinutesEvent => ({
  type: 'AppealClosed',
  caseId: 'case-1',
  court: 'Förvaltningsrätten',
  closedOn: '2026-07-20',
  outcome: result === 'upheld' ? { result } : { result, faultInPreparation: false },
  ...(open === undefined ? {} : { open }),
});

describe('what takes a motion to its next step, so that its workflow must be told', () => {
  test.each<[boolean, string, MotionEvent]>([
    [true, 'being received', { type: 'MotionSubmitted', receivedOn: '2026-01-12', parties: [] }],
    [true, 'going back for its text', { type: 'MotionReturned', provision: 'AO', reason: ref }],
    [true, 'a step of approval', { type: 'AnswerApproved', step: 0, last: false }],
    [true, 'the last signatory’s withdrawal', { ...withdrew, last: true }],
    [false, 'one signatory’s withdrawal', { ...withdrew, last: false }],
    [true, 'the last statement', { ...stated, last: true }],
    [false, 'a statement while others are waited for', { ...stated, last: false }],
    [true, 'the end of the last consultation', { ...ended, last: true }],
    [false, 'the end of one of several', { ...ended, last: false }],
    [true, 'the first consultation', { ...sent, first: true }],
    [false, 'another consultation', { ...sent, first: false }],
    [
      false,
      'a draft',
      { type: 'DraftStarted', author: 'p', partyGroup: 'g', text: ref, clauseCount: 1, signatories: [] },
    ],
    [false, 'a new wording', { type: 'TextRevised', text: ref, clauseCount: 1, signatories: [] }],
    [false, 'an approval of the text', { type: 'TextApproved', memberId: 'm-anna', textHash: ref.hash }],
    [false, 'discarding a draft', { type: 'DraftDiscarded' }],
    [false, 'a wording of the answer', { type: 'AnswerWritten', answer: ref, proposals: [] }],
    [false, 'a clock', { type: 'ClockRang', clock: 'one-year', dueOn: '2026-07-11' }],
    [false, 'joining another', { type: 'PreparationJoined', lead: 'case-2' }],
    [false, 'leaving it', { type: 'PreparationLeft', lead: 'case-2' }],
    [false, 'an approver who may not', { type: 'ApproverDisqualified', step: 0, approver: 'p' }],
    [false, 'a comment', { type: 'AnswerCommented', comment: ref }],
    [false, 'a late report (KL 5:35)', { type: 'ReportedLate', at, soFar: ref, proposal: 'continue' }],
    [false, 'taking that back', { type: 'LateReportTakenBack', at }],
    [false, 'clauses withdrawn', { type: 'ClausesWithdrawn', memberId: 'm-anna', clauses: [1], gone: [1] }],
    [
      false,
      'a mark of secrecy',
      { type: 'SecrecyMarked', provision: 'OSL', markedOn: '2026-05-01', authority: 'RF' },
    ],
    [false, 'lifting it', { type: 'SecrecyMarkLifted' }],
    [false, 'a note', { type: 'NoteAdded', note: ref }],
    [
      true,
      'certified minutes',
      minutes({ type: 'MinutesCertified', certifier: 'c', certifiedOn: '2026-06-25' }),
    ],
    [false, 'what goes on beside it', minutes(appealed(), { beside: true })],
    [true, 'an appeal', minutes(appealed())],
    [true, 'the first of several appeals', minutes(appealed(1))],
    [false, 'another appeal', minutes(appealed(2))],
    [true, 'the end of the appeal', minutes(closed('upheld'))],
    [true, 'the end of the last of several', minutes(closed('upheld', 0))],
    [false, 'the end of one while others are open', minutes(closed('upheld', 1))],
    // Annulled for one it is annulled for all (KL 13:8).
    [true, 'an annulment while others are open', minutes(closed('annulled', 1))],
  ])('%s: %s', (is, _, event) => {
    expect(movesStep(event)).toBe(is);
  });

  it('is remembered by the version at which it last moved', () => {
    const registered = aCase('Registered').motion as Motion;
    const place = { caseId: 'case-1', version: 9 };
    const noted = evolve(registered, { type: 'NoteAdded', note: ref }, place);
    expect([noted.version, noted.movedAtVersion]).toEqual([9, registered.movedAtVersion]);
    const back = { type: 'MotionReturned', provision: 'AO', reason: ref } as const;
    expect(evolve(registered, back, place).movedAtVersion).toBe(9);
  });
});

describe('the text of a returned motion (rows 3–4)', () => {
  const revised = { ...examples['revise-text'].command.text, clauses: ['ett', 'två', 'tre'] };
  const revises = as('member', { ...examples['revise-text'].command, text: revised }, january);
  const returned = aCase('Returned');
  const was = returned.motion as MotionIn<'Returned'>;

  it('stays as it came in, beside the new wording, until it is handed in again', () => {
    const after = aJourney([revises], returned).motion as MotionIn<'Returned'>;
    expect([after.text, after.clauseCount]).toEqual([was.text, was.clauseCount]);
    expect(after.revision?.clauseCount).toBe(3);
    expect(after.signatories.map((each) => each.approvedHash)).toEqual([undefined, undefined]);
  });

  it('is that of a draft at once', () => {
    const draft = aJourney([usual('start-draft', january), revises], nowhere).motion;
    expect(draft).toMatchObject({ status: 'Draft', clauseCount: 3 });
    expect(draft).not.toHaveProperty('revision');
  });

  it('is kept when it is handed in again as it was', () => {
    const again = aJourney([usual('resubmit', january)], returned).motion;
    expect(again).toMatchObject({ status: 'Registered', text: was.text, clauseCount: was.clauseCount });
  });

  it('is signed on paper by those who had signed it, with the party they had, and by others', () => {
    const signed = aJourney(
      [
        as(
          'registrar',
          { ...examples['complete-on-paper'].command, signatories: ['m-anna', 'm-bo', 'm-serving'] },
          january,
        ),
      ],
      returned,
    ).motion as MotionIn<'Registered'>;
    expect(signed.status).toBe('Registered');
    const [anna, , serving] = signed.signatories;
    expect(anna).toMatchObject({ ...was.signatories[0] });
    expect(serving).toMatchObject({ memberId: 'm-serving', party: 'Exempelpartiet' });
  });
});
