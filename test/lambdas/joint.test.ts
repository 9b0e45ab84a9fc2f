import { describe, expect, it } from 'vitest';
import { actTogether } from '../../lambdas/casework/act-together.ts';
import { Transient } from '../../lambdas/failures.ts';
import { by } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import {
  aBundle,
  type Bundle,
  everythingOf,
  jointAnswer,
  jointWay,
  sendTogether,
  statusesOf,
  toCouncilAgenda,
  together,
  versionsOf,
} from './joint-bundles.ts';
import { newCommandId } from './office-desk.ts';
import { aRealCase, letHappen, motionOf } from './real-cases.ts';

const numberOf = async ({ made }: Bundle, caseId: string) => {
  const motion = await motionOf(made, caseId);
  return 'registrationNumber' in motion ? motion.registrationNumber : undefined;
};

/** The office, where the nth commit from now breaks before it has written anything. */
const breakingAt = ({ made: { desk } }: Bundle, nth: number) => {
  let count = 0;
  return {
    ...desk,
    cases: {
      ...desk.cases,
      commit: async (change: Parameters<typeof desk.cases.commit>[0]) => {
        count += 1;
        if (count === nth) throw new Transient('out of reach');
        await desk.cases.commit(change);
      },
    },
  };
};

describe('one command to motions prepared together', () => {
  it('takes lead and followers the same way to the board, each with its own number, record and proposals', async () => {
    const bundle = await aBundle(2);
    const { made, cases, lead, followers } = bundle;
    for (const [subject, command, status] of jointWay(bundle)) {
      const { status: code, body } = await sendTogether(bundle, subject, command);
      expect([command.type, code, body]).toMatchObject([command.type, 200, {}]);
      const order = [...[...followers].sort(), lead];
      expect((body.cases as { caseId: string }[]).map((each) => each.caseId)).toEqual(order);
      expect(await statusesOf(bundle)).toEqual(cases.map(() => status));
    }
    const motions = await Promise.all(cases.map((each) => motionOf(made, each)));
    const numbers = motions.map((each) => 'registrationNumber' in each && each.registrationNumber);
    expect(new Set(numbers).size).toBe(3);
    const documents = await Promise.all(
      motions.map((each) => {
        const documentId = 'answer' in each ? (each.answer?.document.documentId ?? '') : '';
        return made.desk.cases.document(each.caseId, documentId);
      }),
    );
    expect(documents.map((each) => each?.text.content)).toEqual(
      cases.map(() => examples['write-answer'].command.answer),
    );
  });

  it('lets each motion have proposals of its own to one text', async () => {
    const bundle = await aBundle(1);
    const [lead = '', follower = ''] = bundle.cases;
    const own = [
      { clause: 1, outcome: 'REJECTED' },
      { clause: 2, outcome: 'REJECTED' },
    ];
    const command = { ...jointAnswer(bundle.cases), proposals: { [lead]: own.slice(1), [follower]: own } };
    expect((await sendTogether(bundle, 'p-official', command)).status).toBe(200);
    expect(await motionOf(bundle.made, lead)).toMatchObject({ answer: { proposals: own.slice(1) } });
    expect(await motionOf(bundle.made, follower)).toMatchObject({ answer: { proposals: own } });
  });

  it('is returned to all, and puts off all that are one matter on the agenda (domain.md §3)', async () => {
    const bundle = await aBundle(1);
    await together(bundle, 'Approval');
    await sendTogether(bundle, 'p-manager', examples['return-answer'].command);
    expect(await statusesOf(bundle)).toEqual(['Drafting', 'Drafting']);
    await together(bundle, 'BoardAgenda');
    await sendTogether(bundle, 'p-board-secretary', examples['postpone-in-board'].command);
    expect(await statusesOf(bundle)).toEqual(['BoardReady', 'BoardReady']);
    await sendTogether(bundle, 'p-board-secretary', examples['place-on-board-agenda'].command);
    await toCouncilAgenda(bundle);
    expect(await statusesOf(bundle)).toEqual(['CouncilAgenda', 'CouncilAgenda']);
    await sendTogether(bundle, 'p-council-secretary', examples['refer-back-in-council'].command);
    for (const caseId of bundle.cases) {
      expect(await motionOf(bundle.made, caseId)).toMatchObject({
        status: 'Drafting',
        cycle: 1,
        minorityDeferralUsed: true,
      });
    }
  });

  it('lets an approver who is disqualified say so for all', async () => {
    const bundle = await aBundle(1);
    await together(bundle, 'Approval');
    const { status } = await sendTogether(bundle, 'p-manager', { type: 'declare-disqualification' });
    expect(status).toBe(200);
    for (const caseId of bundle.cases) {
      expect(await motionOf(bundle.made, caseId)).toMatchObject({
        disqualified: [{ approver: 'p-manager' }],
      });
    }
  });

  it('is no way to decide, propose or withdraw: each motion has its own, and may lapse with the other', async () => {
    const bundle = await aBundle(1);
    for (const command of [examples.decide.command, examples.propose.command, { type: 'withdraw' }]) {
      expect((await sendTogether(bundle, 'p-council-secretary', command)).status).toBe(400);
    }
    await together(bundle, 'BoardAgenda');
    await toCouncilAgenda(bundle);
    const decisions = [1, 2].map((clause) => ({
      clause,
      outcome: 'LAPSED' as const,
      lapsedBy: 'another-motion' as const,
    }));
    const lapses = by(actors['council-secretary'], { ...examples.decide.command, decisions });
    const decides = by(actors['council-secretary'], examples.decide.command);
    await letHappen(bundle.made, bundle.followers[0] ?? '', decides);
    await letHappen(bundle.made, bundle.lead, lapses);
    expect(await statusesOf(bundle)).toEqual(['Decided', 'Decided']);
  });
});

describe('a no', () => {
  it.each([0, 1, 2])('to one is a no to all, whichever it is (%i): nothing is written', async (index) => {
    const bundle = await aBundle(2);
    const other = bundle.cases[index] ?? '';
    await sendTogether(bundle, 'p-official', jointAnswer(bundle.cases));
    const consult = by(actors.official, examples['send-consultation'].command);
    await letHappen(bundle.made, other, consult);
    const before = await everythingOf(bundle);
    const { status, body } = await sendTogether(bundle, 'p-official', { type: 'submit-answer' });
    expect([status, body.code, body.caseId, body.doneIn]).toEqual([409, 'wrong_status', other, []]);
    expect(body.detail).toMatch(new RegExp(`^${await numberOf(bundle, other)}: `));
    expect(await everythingOf(bundle)).toBe(before);
  });

  it('is said to whoever stands in no relation to one of them', async () => {
    const bundle = await aBundle(1);
    const reassign = by(actors.manager, { type: 'reassign', officer: 'p-other-official', unit: 'Staben' });
    await letHappen(bundle.made, bundle.followers[0] ?? '', reassign);
    const before = await everythingOf(bundle);
    const { status, body } = await sendTogether(bundle, 'p-official', jointAnswer(bundle.cases));
    expect([status, body.code, body.caseId]).toEqual([403, 'not_permitted', bundle.followers[0]]);
    expect(await everythingOf(bundle)).toBe(before);
  });

  it('meets an answer that lacks proposals for one of them, or has them for another', async () => {
    const bundle = await aBundle(1);
    for (const named of [bundle.cases.slice(1), [...bundle.cases, 'c00000000000000000000']]) {
      const { status, body } = await sendTogether(bundle, 'p-official', jointAnswer(named));
      expect([status, body.code]).toEqual([409, 'proposals_not_per_case']);
    }
  });

  it('meets a motion that leads nobody, and one that does not exist is not found', async () => {
    const bundle = await aBundle(1);
    const alone = { ...bundle, lead: bundle.followers[0] ?? '' };
    const { status, body } = await sendTogether(alone, 'p-official', { type: 'submit-answer' });
    expect([status, body.code]).toEqual([409, 'not_joint']);
    const nowhere = { ...bundle, lead: 'c00000000000000000000' };
    expect((await sendTogether(nowhere, 'p-official', { type: 'submit-answer' })).status).toBe(404);
    expect((await sendTogether(bundle, 'p-administrator', { type: 'submit-answer' })).status).toBe(404);
    expect((await sendTogether(alone, 'p-administrator', { type: 'submit-answer' })).status).toBe(404);
  });
});

describe('a joint command that is repeated', () => {
  it('gives the same answer and changes nothing, also when one has gone on', async () => {
    const bundle = await aBundle(2);
    const commandId = newCommandId();
    const command = jointAnswer(bundle.cases);
    const first = await sendTogether(bundle, 'p-official', command, { commandId });
    await letHappen(bundle.made, bundle.lead, by(actors.official, { type: 'submit-answer' }));
    const before = await everythingOf(bundle);
    const again = await sendTogether(bundle, 'p-official', command, { commandId });
    const repeated = (first.body.cases as object[]).map((each) => ({ ...each, repeated: true }));
    expect([again.status, again.body]).toEqual([200, { cases: repeated }]);
    expect(await everythingOf(bundle)).toBe(before);
  });

  it('does not reach one that joined after it was done', async () => {
    const bundle = await aBundle(1);
    const commandId = newCommandId();
    const command = jointAnswer(bundle.cases);
    await sendTogether(bundle, 'p-official', command, { commandId });
    const joins = by(actors.official, { type: 'join-preparation', lead: bundle.lead });
    const late = await aRealCase(bundle.made, 'Drafting', joins);
    const all = { ...bundle, cases: [...bundle.cases, late] };
    const before = await everythingOf(all);
    const { status, body } = await sendTogether(bundle, 'p-official', command, { commandId });
    expect([status, body]).toMatchObject([200, { cases: [{ repeated: true }, { repeated: true }] }]);
    expect(await everythingOf(all)).toBe(before);
  });

  it.each([1, 2, 3])('finishes what broke off at the %i. case, once in each', async (nth) => {
    const bundle = await aBundle(2);
    await sendTogether(bundle, 'p-official', jointAnswer(bundle.cases));
    const before = await versionsOf(bundle);
    const commandId = newCommandId();
    const request = {
      lead: bundle.lead,
      commandId,
      command: { type: 'submit-answer' as const },
      actor: actors.official,
    };
    await expect(actTogether(breakingAt(bundle, nth), request)).rejects.toThrow(Transient);
    const statuses = await statusesOf(bundle);
    expect(statuses.filter((each) => each === 'Approval').length).toBe(nth - 1);
    // The lead comes last: while it has no answer, the command is not done.
    expect(statuses[0]).toBe('Drafting');
    const answer = await actTogether(bundle.made.desk, request);
    expect(answer).toMatchObject({ kind: 'done' });
    const repeated = answer.kind === 'done' && answer.cases.filter((each) => each.repeated).length;
    expect(repeated).toBe(nth - 1);
    expect(await statusesOf(bundle)).toEqual(['Approval', 'Approval', 'Approval']);
    expect(await versionsOf(bundle)).toEqual(before.map((each) => each + 1));
  });

  it('under an id that was used for another is refused', async () => {
    const bundle = await aBundle(1);
    const commandId = newCommandId();
    await sendTogether(bundle, 'p-official', jointAnswer(bundle.cases), { commandId });
    const { status, body } = await sendTogether(
      bundle,
      'p-official',
      { type: 'submit-answer' },
      { commandId },
    );
    expect([status, body.code]).toEqual([409, 'command_id_reused']);
    expect(await statusesOf(bundle)).toEqual(['Drafting', 'Drafting']);
  });

  it('is not stopped by what another try did while it was judged', async () => {
    const bundle = await aBundle(1);
    await sendTogether(bundle, 'p-official', jointAnswer(bundle.cases));
    const commandId = newCommandId();
    const command = { type: 'submit-answer' as const };
    await sendTogether(bundle, 'p-official', command, { commandId });
    const { desk } = bundle.made;
    // It looked for earlier answers before the other try had given any.
    let looks = 0;
    const answer: typeof desk.cases.answer = async (caseId, id) => {
      looks += 1;
      return looks <= bundle.cases.length ? undefined : desk.cases.answer(caseId, id);
    };
    const late = { ...desk, cases: { ...desk.cases, answer } };
    const request = { lead: bundle.lead, commandId, command, actor: actors.official };
    const given = await actTogether(late, request);
    expect(given).toMatchObject({ kind: 'done', cases: [{ repeated: true }, { repeated: true }] });
  });

  it('has one effect in each when sent several times at once', async () => {
    const bundle = await aBundle(2);
    const before = await versionsOf(bundle);
    const commandId = newCommandId();
    const command = jointAnswer(bundle.cases);
    const answers = await Promise.all(
      [1, 2, 3].map(() => sendTogether(bundle, 'p-official', command, { commandId })),
    );
    expect(answers.map((each) => each.status)).toEqual([200, 200, 200]);
    expect(await versionsOf(bundle)).toEqual(before.map((each) => each + 1));
  });
});
