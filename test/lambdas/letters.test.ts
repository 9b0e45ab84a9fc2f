import { beforeEach, describe, expect, it } from 'vitest';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { tick } from '../../lambdas/casework/tick.ts';
import { Transient } from '../../lambdas/failures.ts';
import type { OwedLetterRow } from '../../lambdas/ports/case-letters.ts';
import { LetterRefused, type OutgoingLetter } from '../../lambdas/ports/mailer.ts';
import { approves, by, starts } from '../support/motion-builders.ts';
import { actors, aMember } from '../support/motion-people.ts';
import { type Desk, type MadeDesk, makeDesk } from './office-desk.ts';
import { aRealCase, caseIdOf, letHappen } from './real-cases.ts';

let made: MadeDesk;
let caseId: string;
beforeEach(async () => {
  made = await makeDesk();
  caseId = await aRealCase(made, 'Received');
  made.clock.now = '2026-01-12T10:00:00.000Z';
  made.clock.realNow = made.clock.now;
});

const later = (seconds: number) => {
  for (const which of ['now', 'realNow'] as const) {
    made.clock[which] = new Date(Date.parse(made.clock[which]) + seconds * 1000).toISOString();
  }
};
const rows = () => made.desk.cases.letters(caseId);
const stateOf = (all: readonly OwedLetterRow[]) =>
  Object.fromEntries(all.map((row) => [row.memberId, row.state]));
const anna = 'm-anna@region.example';
const bo = 'm-bo@region.example';
const addressees = (letters: readonly OutgoingLetter[]) => letters.map(({ to }) => to);

/** A mailer that fails for one address. */
const failingFor = (address: string, error: Error): Desk => ({
  ...made.desk,
  mailer: {
    send: async (letter) => {
      if (letter.to === address) throw error;
      return made.desk.mailer.send(letter);
    },
  },
});
const tasks = async () => (await made.desk.cases.load(caseId))?.tasks ?? [];

describe('a letter that fails', () => {
  it('for now is owed again, later each time and never more than an hour, and the others go', async () => {
    const desk = failingFor(anna, new Transient('SES did not take the letter: Throttling'));
    const delays: number[] = [];
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      await sendLetters(desk, caseId);
      const [row] = (await rows()).filter(({ memberId }) => memberId === 'm-anna');
      expect(row).toMatchObject({ state: 'owed', attempts: attempt, problem: 'Transient' });
      const delay = Date.parse(row?.owedAt ?? '') - Date.parse(made.clock.now);
      delays.push(delay / 60_000);
      later(delay / 1000 - 1);
      expect(await sendLetters(desk, caseId)).toBe(0);
      expect((await rows()).find(({ memberId }) => memberId === 'm-anna')?.attempts).toBe(attempt);
      later(1);
    }
    expect(delays).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(addressees(made.sent)).toEqual([bo]);
    expect(await tasks()).toEqual([]);
    expect(await sendLetters(made.desk, caseId)).toBe(1);
    expect(addressees(made.sent)).toEqual([bo, anna]);
    expect(stateOf(await rows())).toEqual({ 'm-anna': 'sent', 'm-bo': 'sent' });
  });

  it.each([
    ['that is refused', new LetterRefused('MessageRejected'), 'MessageRejected'],
    ['by a defect', new Error('anna@region.example is odd'), 'Error'],
  ])('%s is the registrar’s, and the others go', async (_, error, code) => {
    expect(await sendLetters(failingFor(anna, error), caseId)).toBe(1);
    expect(stateOf(await rows())).toEqual({ 'm-anna': 'failed', 'm-bo': 'sent' });
    expect((await rows()).find(({ state }) => state === 'failed')).toMatchObject({ problem: code });
    const [task] = await tasks();
    expect(task).toEqual({
      caseId,
      kind: 'letter-failed',
      assignee: { role: 'registrar' },
      dueOn: '2026-01-12',
      openedAt: made.clock.now,
    });
    const { items } = await made.desk.cases.worklist({ role: 'registrar' }, {});
    expect(items.map(({ kind }) => kind)).toContain('letter-failed');
    expect(made.journal).toMatchObject([
      { level: 'alarm', code: 'letter_failed', keys: { caseId, problem: code } },
    ]);
    expect(JSON.stringify([made.journal, task, await rows()])).not.toContain('@');
    later(86_400);
    expect(await sendLetters(made.desk, caseId)).toBe(0);
  });

  it.each([
    [
      'has no address',
      async () => {
        const { email: _, ...rest } = aMember({ memberId: 'm-anna' });
        await made.desk.people.saveMember(rest, 2, {
          version: 2,
          by: 'test',
          at: made.clock.now,
          what: 'test',
        });
        return made.desk;
      },
    ],
    [
      'is no longer in the register',
      async () => {
        const member: Desk['people']['member'] = async (id) =>
          id === 'm-anna' ? undefined : made.desk.people.member(id);
        return { ...made.desk, people: { ...made.desk.people, member } };
      },
    ],
  ])('because the member %s is the registrar’s', async (_, prepare) => {
    expect(await sendLetters(await prepare(), caseId)).toBe(1);
    expect(stateOf(await rows())).toEqual({ 'm-anna': 'failed', 'm-bo': 'sent' });
    expect((await rows()).find(({ state }) => state === 'failed')).toMatchObject({ problem: 'NoAddress' });
    expect((await tasks()).map(({ kind }) => kind)).toEqual(['letter-failed']);
  });

  it('after a hundred tries becomes the registrar’s', async () => {
    const desk = failingFor(anna, new Transient('down'));
    for (let attempt = 1; attempt <= 100; attempt += 1) {
      await sendLetters(desk, caseId);
      later(3600);
    }
    expect(stateOf(await rows())['m-anna']).toBe('failed');
  });
});

describe('a crash between sending and marking', () => {
  /** The process ends, or the record is out of reach, when the letter to Anna has gone and is not marked. */
  const notMarking = (error: Error): Desk => ({
    ...made.desk,
    cases: {
      ...made.desk.cases,
      markLetterSent: async (key, ...rest) => {
        if (key.memberId === 'm-anna') throw error;
        return made.desk.cases.markLetterSent(key, ...rest);
      },
    },
  });

  it.each([new Transient('timeout'), new Error('defect')])(
    'repeats that letter and no other (%s)',
    async (error) => {
      await sendLetters(notMarking(error), caseId);
      expect(addressees(made.sent)).toEqual([anna, bo]);
      // It has gone: it is neither failed nor owed anew, but leased until its lease runs out.
      expect(stateOf(await rows())).toEqual({ 'm-anna': 'owed', 'm-bo': 'sent' });
      expect(await tasks()).toEqual([]);
      expect(made.journal).toMatchObject([{ level: 'alarm', code: 'letter_sent_not_marked' }]);
      await sendLetters(made.desk, caseId);
      later(119);
      await sendLetters(made.desk, caseId);
      expect(addressees(made.sent)).toEqual([anna, bo]);
      later(2);
      await sendLetters(made.desk, caseId);
      await sendLetters(made.desk, caseId);
      expect(addressees(made.sent)).toEqual([anna, bo, anna]);
      // Recognisable as the same: the key of the outbox is in its head.
      expect(made.sent[2]?.letterId).toBe(made.sent[0]?.letterId);
      expect(stateOf(await rows())).toEqual({ 'm-anna': 'sent', 'm-bo': 'sent' });
    },
  );

  it('is marked on a second try when the record hiccups once', async () => {
    let failures = 0;
    const markLetterSent: Desk['cases']['markLetterSent'] = async (...given) => {
      failures += 1;
      if (failures === 1) throw new Transient('hiccup');
      return made.desk.cases.markLetterSent(...given);
    };
    await sendLetters({ ...made.desk, cases: { ...made.desk.cases, markLetterSent } }, caseId);
    later(600);
    await sendLetters(made.desk, caseId);
    expect(addressees(made.sent)).toEqual([anna, bo]);
  });

  it('is mended by tick, also under a business clock that is far behind', async () => {
    made.clock.realNow = '2026-11-02T10:00:00.000Z';
    await sendLetters(notMarking(new Error('killed')), caseId);
    await tick(made.desk, { sweep: false });
    expect(addressees(made.sent)).toEqual([anna, bo]);
    made.clock.realNow = '2026-11-02T10:03:00.000Z';
    const report = await tick(made.desk, { sweep: false });
    expect(addressees(made.sent)).toEqual([anna, bo, anna]);
    expect(report.failed).toBe(0);
  });
});

describe('two senders at once', () => {
  it('send each letter once', async () => {
    const senders = Array.from({ length: 5 }, () => sendLetters(made.desk, caseId));
    const sent = await Promise.all(senders);
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(2);
    expect(addressees(made.sent).sort()).toEqual([anna, bo]);
    expect((await rows()).map(({ attempts }) => attempts)).toEqual([1, 1]);
  });
});

describe('a letter', () => {
  it('goes to one recipient and is signed with its key', async () => {
    await sendLetters(made.desk, caseId);
    expect(made.sent.map(({ letterId }) => letterId)).toEqual([
      `${caseId}#4#m-anna#received`,
      `${caseId}#4#m-bo#received`,
    ]);
    expect(made.sent.every(({ to }) => !to.includes(','))).toBe(true);
    expect(made.sent.every(({ threadId }) => threadId === undefined)).toBe(true);
  });

  it('is in the thread of the first one this reader got', async () => {
    await sendLetters(made.desk, caseId);
    await letHappen(made, caseId, by(actors.registrar, { type: 'register' }));
    await letHappen(
      made,
      caseId,
      by(actors['council-secretary'], { type: 'refer', by: 'council', announcedOn: '2026-02-10' }),
    );
    await sendLetters(made.desk, caseId);
    expect(made.sent.map(({ to, threadId }) => [to, threadId])).toEqual([
      [anna, undefined],
      [bo, undefined],
      [anna, 'message-1'],
      [bo, 'message-2'],
      [anna, 'message-1'],
      [bo, 'message-2'],
    ]);
  });

  it('threads also when both are sent in one go', async () => {
    await letHappen(made, caseId, by(actors.registrar, { type: 'register' }));
    await sendLetters(made.desk, caseId);
    const toAnna = made.sent.filter(({ to }) => to === anna);
    expect(toAnna.map(({ threadId }) => threadId)).toEqual([undefined, 'message-1']);
  });

  it('sent late says what was true at its event', async () => {
    const id = caseIdOf('late');
    caseId = id;
    const january = { today: '2026-01-12' };
    const first = { title: 'Första titeln', body: '', clauses: ['att ett'] };
    const second = { title: 'Andra titeln', body: '', clauses: ['att två'] };
    await letHappen(made, id, starts({ text: first, signatories: ['m-anna'] }, january));
    await letHappen(made, id, approves('m-anna', january));
    await letHappen(made, id, by(actors.member, { type: 'submit' }, january));
    await letHappen(made, id, by(actors.registrar, { type: 'register' }, january));
    const back = { type: 'return-motion' as const, provision: '12 §', reason: 'Två ämnen.' };
    await letHappen(made, id, by(actors.registrar, back, january));
    const revise = { type: 'revise-text' as const, text: second, signatories: ['m-anna'] };
    await letHappen(made, id, by(actors.member, revise, january));
    await letHappen(made, id, approves('m-anna', january));
    await letHappen(made, id, by(actors.member, { type: 'resubmit' }, january));
    made.clock.now = '2026-07-30T12:00:00.000Z';
    await sendLetters(made.desk, id);
    const told = made.sent.map(({ subject, text }) => ({ subject, text }));
    expect(told.map(({ subject }) => subject.includes('Första titeln'))).toEqual([true, true, true, false]);
    // The receipt was sent when the case had a number and a new text; it says neither.
    expect(told[0]?.text).not.toMatch(/RS \d+-2026|Andra/);
    expect(told[0]?.text).toContain('2026-01-12');
    expect(told[2]?.text).toContain('Två ämnen.');
    expect(told[3]?.subject).toContain('Andra titeln');
  });
});
