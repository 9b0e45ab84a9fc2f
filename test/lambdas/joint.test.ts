import { describe, expect, it } from 'vitest';
import { actTogether } from '../../lambdas/casework/act-together.ts';
import { Transient } from '../../lambdas/failures.ts';
import { by, withdraws } from '../support/motion-builders.ts';
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

  it('is no way to decide, propose or withdraw: each motion has its own', async () => {
    const bundle = await aBundle(1);
    for (const command of [examples.decide.command, examples.propose.command, { type: 'withdraw' }]) {
      expect((await sendTogether(bundle, 'p-council-secretary', command)).status).toBe(400);
    }
  });
});

describe('a no', () => {
  it('to one is a no to all: nothing is written, and it says which and why', async () => {
    const bundle = await aBundle(2);
    const other = bundle.followers[1] ?? '';
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

describe('a case that moved in between', () => {
  it('is named, with what happened, when the caller has seen another version', async () => {
    const bundle = await aBundle(1);
    const follower = bundle.followers[0] ?? '';
    const [leadSeen = 0, seen = 0] = await versionsOf(bundle);
    await letHappen(bundle.made, follower, by(actors.official, examples['write-answer'].command));
    const before = await everythingOf(bundle);
    const { status, body } = await sendTogether(bundle, 'p-official', jointAnswer(bundle.cases), {
      expectedVersions: { [bundle.lead]: leadSeen, [follower]: seen },
    });
    expect([status, body.code, body.caseId]).toEqual([409, 'conflict', follower]);
    expect(body.detail).toContain(await numberOf(bundle, follower));
    expect(body.happened).toMatchObject([{ version: seen + 1, type: 'AnswerWritten' }]);
    expect(await everythingOf(bundle)).toBe(before);
  });

  it('is named when it has left the preparation', async () => {
    const bundle = await aBundle(2);
    const [, gone = ''] = bundle.followers;
    const seen = await versionsOf(bundle);
    await letHappen(bundle.made, gone, by(actors.official, { type: 'leave-preparation' }));
    const { status, body } = await sendTogether(
      bundle,
      'p-official',
      { type: 'submit-answer' },
      {
        expectedVersions: Object.fromEntries(bundle.cases.map((each, index) => [each, seen[index] ?? 0])),
      },
    );
    expect([status, body.code, body.caseId]).toEqual([409, 'conflict', gone]);
  });

  it('stops the command where it is, and says where it is done; the same command finishes it', async () => {
    const bundle = await aBundle(2);
    await sendTogether(bundle, 'p-official', jointAnswer(bundle.cases));
    const { desk } = bundle.made;
    // Between judgement and writing the lead is written to by another.
    let meddled = false;
    const commit: typeof desk.cases.commit = async (change) => {
      await desk.cases.commit(change);
      if (meddled) return;
      meddled = true;
      await letHappen(bundle.made, bundle.lead, by(actors.official, examples['write-answer'].command));
    };
    const meddling = { ...desk, cases: { ...desk.cases, commit } };
    const request = {
      lead: bundle.lead,
      commandId: newCommandId(),
      command: { type: 'submit-answer' as const },
      actor: actors.official,
    };
    const stopped = await actTogether(meddling, request);
    expect(stopped).toMatchObject({ kind: 'stopped', at: { caseId: bundle.lead }, no: { kind: 'moved' } });
    expect(stopped.kind === 'stopped' && stopped.done.map((each) => each.caseId)).toEqual(
      [...bundle.followers].sort(),
    );
    expect(await statusesOf(bundle)).toEqual(['Drafting', 'Approval', 'Approval']);
    expect(await actTogether(desk, request)).toMatchObject({ kind: 'done' });
    expect(await statusesOf(bundle)).toEqual(['Approval', 'Approval', 'Approval']);
  });
});

describe('a motion that drops out', () => {
  const withdrawn = async (bundle: Bundle, caseId: string) => {
    for (const member of ['m-anna', 'm-bo']) await letHappen(bundle.made, caseId, withdraws(member));
  };
  const late = ['report-late', 'write-off'] as const;
  const writtenOff = async (bundle: Bundle, caseId: string) => {
    for (const type of late) {
      await letHappen(bundle.made, caseId, by(actors['council-secretary'], examples[type].command));
    }
  };

  it.each([
    ['withdrawn', withdrawn, 'WithdrawalPending'],
    ['written off', writtenOff, 'Decided'],
  ] as const)(
    'is passed over when %s, follower or lead, and the others go on together',
    async (_, drop, status) => {
      for (const index of [1, 0]) {
        const bundle = await aBundle(2);
        const dropped = bundle.cases[index] ?? '';
        await drop(bundle, dropped);
        const rest = bundle.cases.filter((each) => each !== dropped);
        const { status: code, body } = await sendTogether(bundle, 'p-official', jointAnswer(rest));
        expect([code, body]).toMatchObject([200, { cases: [{}, {}] }]);
        await sendTogether(bundle, 'p-official', { type: 'submit-answer' });
        const expected = bundle.cases.map((each) => (each === dropped ? status : 'Approval'));
        expect(await statusesOf(bundle)).toEqual(expected);
      }
    },
  );

  it('leaves its followers free to leave, join another and be answered', async () => {
    const bundle = await aBundle(2);
    const [one = '', other = ''] = bundle.followers;
    await withdrawn(bundle, bundle.lead);
    await letHappen(bundle.made, one, by(actors.official, { type: 'leave-preparation' }));
    await letHappen(bundle.made, other, by(actors.official, { type: 'leave-preparation' }));
    await letHappen(bundle.made, other, by(actors.official, { type: 'join-preparation', lead: one }));
    const anew = { ...bundle, lead: one, cases: [one, other] };
    expect((await sendTogether(anew, 'p-official', jointAnswer([one, other]))).status).toBe(200);
  });

  it('leaves nothing to ask when all have', async () => {
    const bundle = await aBundle(1);
    for (const each of bundle.cases) await withdrawn(bundle, each);
    const { status, body } = await sendTogether(bundle, 'p-official', { type: 'submit-answer' });
    expect([status, body.code]).toEqual([409, 'wrong_status']);
  });
});
