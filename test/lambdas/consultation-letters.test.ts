import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar-date.ts';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { tick } from '../../lambdas/casework/tick.ts';
import { type Act, by, TODAY } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { type MadeDesk, makeDesk, makeDoor } from './office-desk.ts';
import { aRealCase, letHappen, openTheMinutes } from './real-cases.ts';

const email = 'namnden@region.example';
const consultees = [
  { id: 'n-trafik', name: 'trafiknämnden', kind: 'committee' as const, email },
  { id: 'n-vard', name: 'vårdnämnden', kind: 'committee' as const },
];
let made: MadeDesk;
beforeEach(async () => {
  made = await makeDesk({ organisation: { consultees } });
  await openTheMinutes(made);
});

const dueOn = addDays(TODAY, 60);
const question = 'Fråga-qvx: vad anser nämnden?';
const asks = (recipient: string): Act =>
  by(actors.official, { type: 'send-consultation', recipient, dueOn, question });
const rowsTo = async (caseId: string, recipient: string) =>
  (await made.desk.cases.letters(caseId)).filter((each) => each.memberId === recipient);
const textOf = (letter: { text: string } | undefined) => letter?.text.replace(/\s+/g, ' ') ?? '';
const toNamnden = () => made.sent.filter(({ to }) => to === email);
/** What the tick does on a day. */
const tickOn = async (day: string) => {
  made.clock.now = `${day}T10:00:00.000Z`;
  expect(await tick(made.desk, { sweep: false })).toMatchObject({ failed: 0 });
};

describe('a consultation', () => {
  it('is sent to the one asked, with the question, the day and the registry (row 7)', async () => {
    const caseId = await aRealCase(made, 'Drafting', asks('n-trafik'));
    expect(await rowsTo(caseId, 'consultee:n-trafik')).toMatchObject([
      { template: 'consultation-request', state: 'owed' },
    ]);
    await sendLetters(made.desk, caseId);
    const [letter, ...more] = toNamnden();
    expect(more).toEqual([]);
    expect(letter?.subject).toMatch(/Remiss: /);
    for (const part of [question, dueOn, 'diariet@region.example', 'kan inte delegeras (6 kap. 38 §']) {
      expect(textOf(letter)).toContain(part);
    }
    expect(await rowsTo(caseId, 'consultee:n-trafik')).toMatchObject([{ state: 'sent', messageId: /./ }]);
  });

  it('is told the signatories without the question (domain.md §11.4)', async () => {
    const caseId = await aRealCase(made, 'Drafting', asks('n-trafik'));
    await sendLetters(made.desk, caseId);
    const told = made.sent.filter(({ to, text }) => to !== email && text.includes('remiss'));
    expect(told.map(({ to }) => to).sort()).toEqual(['m-anna@region.example', 'm-bo@region.example']);
    for (const each of told) expect(`${each.text}${each.html}`).not.toContain('Fråga-qvx');
  });

  it('to one without an address owes no letter', async () => {
    const caseId = await aRealCase(made, 'Drafting', asks('n-vard'));
    expect(await rowsTo(caseId, 'consultee:n-vard')).toEqual([]);
    await tickOn(dueOn);
    expect(await rowsTo(caseId, 'consultee:n-vard')).toEqual([]);
  });

  it('is a thread of its own for the one asked', async () => {
    const caseId = await aRealCase(made, 'Drafting', asks('n-trafik'));
    await sendLetters(made.desk, caseId);
    await tickOn(addDays(dueOn, -14));
    const at = made.sent.findIndex(({ to }) => to === email) + 1;
    expect(toNamnden().map(({ threadId }) => threadId)).toEqual([undefined, `message-${at}`]);
  });

  it('whose recipient has lost its address becomes the registrar’s task', async () => {
    const caseId = await aRealCase(made, 'Drafting', asks('n-trafik'));
    const organisation = { ...made.desk.organisation, consultees: [] };
    await sendLetters({ ...made.desk, organisation }, caseId);
    expect(await rowsTo(caseId, 'consultee:n-trafik')).toMatchObject([
      { state: 'failed', problem: 'NoAddress' },
    ]);
  });

  it('shows its letter to those of the preparation, and not to a signatory', async () => {
    const caseId = await aRealCase(made, 'Drafting', asks('n-trafik'));
    const door = makeDoor(made.desk);
    const seenBy = async (subject: string) =>
      ((await door.get(subject, `/api/cases/${caseId}/letters`)).body.items as { memberId: string }[]).map(
        (each) => each.memberId,
      );
    expect(await seenBy('p-official')).toContain('consultee:n-trafik');
    expect(await seenBy('p-member')).not.toContain('consultee:n-trafik');
  });
});

describe('a reminder', () => {
  it('goes out at −14, 0 and +7 days, each with what is true that day (domain.md §11.2)', async () => {
    const caseId = await aRealCase(made, 'Drafting', asks('n-trafik'));
    await sendLetters(made.desk, caseId);
    const days = [
      [-15, undefined],
      [-14, 'snart ha kommit in'],
      [-1, undefined],
      [0, 'kommit in i dag'],
      [6, undefined],
      [7, 'skulle ha kommit in'],
      [30, undefined],
    ] as const;
    let sent = toNamnden().length;
    for (const [offset, words] of days) {
      await tickOn(addDays(dueOn, offset));
      const letters = toNamnden().slice(sent);
      sent += letters.length;
      expect([offset, letters.length]).toEqual([offset, words === undefined ? 0 : 1]);
      if (words !== undefined) expect(textOf(letters[0])).toContain(words);
      if (words !== undefined) expect(textOf(letters[0])).toContain(question);
    }
  });

  it('is owed in the transaction of the ring, so that a crash loses neither', async () => {
    const caseId = await aRealCase(made, 'Drafting', asks('n-trafik'));
    await sendLetters(made.desk, caseId);
    const { cases } = made.desk;
    const seen: string[][] = [];
    const commit: typeof cases.commit = async (change) => {
      seen.push([change.recorded.event.type, ...change.letters.map((each) => each.template)]);
      await cases.commit(change);
    };
    made.clock.now = `${dueOn}T10:00:00.000Z`;
    await tick({ ...made.desk, cases: { ...cases, commit } }, { sweep: false });
    expect(seen.filter(([type]) => type === 'ClockRang')).toContainEqual(['ClockRang']);
    await tick({ ...made.desk, cases: { ...cases, commit } }, { sweep: false });
    expect(seen).toContainEqual(['ClockRang', 'consultation-reminder']);
  });

  it('is one, and the last, when several have become due together', async () => {
    const caseId = await aRealCase(made, 'Drafting', asks('n-trafik'));
    await sendLetters(made.desk, caseId);
    for (const _ of [1, 2, 3, 4]) await tickOn(addDays(dueOn, 20));
    expect(toNamnden().slice(1).map(textOf)).toEqual([expect.stringContaining('skulle ha kommit in')]);
  });

  it('goes to the one whose day it is', async () => {
    const addressed = consultees.map((each) => ({ ...each, email: `${each.id}@region.example` }));
    made = await makeDesk({ organisation: { consultees: addressed } });
    await openTheMinutes(made);
    const command = {
      ...examples['send-consultation'].command,
      recipient: 'n-vard',
      dueOn: addDays(dueOn, 5),
    };
    const caseId = await aRealCase(made, 'Drafting', asks('n-trafik'), by(actors.official, command));
    await sendLetters(made.desk, caseId);
    for (const _ of [1, 2]) await tickOn(addDays(dueOn, 5));
    const reminded = made.sent.filter(({ subject }) => subject.includes('Påminnelse'));
    expect(reminded.map((each) => [each.to, textOf(each).includes(addDays(dueOn, 5))])).toEqual([
      ['n-trafik@region.example', false],
      ['n-vard@region.example', true],
    ]);
  });

  it('does not go to one that has answered, nor of another’s question', async () => {
    made = await makeDesk({
      organisation: {
        consultees: consultees.map((each) => ({ ...each, email: `${each.id}@region.example` })),
      },
    });
    await openTheMinutes(made);
    const caseId = await aRealCase(made, 'Drafting', asks('n-trafik'), asks('n-vard'));
    const answered = examples['record-statement'].command;
    await letHappen(made, caseId, by(actors.official, { ...answered, receivedOn: TODAY, consultationNo: 1 }));
    await tickOn(dueOn);
    await tickOn(dueOn);
    const reminded = made.sent.filter(({ subject }) => subject.includes('Påminnelse'));
    expect(reminded.map(({ to }) => to)).toEqual(['n-vard@region.example']);
    expect(textOf(reminded[0])).toContain('vårdnämnden');
  });
});
