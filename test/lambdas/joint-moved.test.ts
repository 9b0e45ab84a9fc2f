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
  sendTogether,
  statusesOf,
  versionsOf,
} from './joint-bundles.ts';
import { newCommandId } from './office-desk.ts';
import { aRealCase, caseIdOf, letHappen, motionOf } from './real-cases.ts';

const numberOf = async ({ made }: Bundle, caseId: string) => {
  const motion = await motionOf(made, caseId);
  return 'registrationNumber' in motion ? motion.registrationNumber : undefined;
};

/** The office, where the nth commit from now breaks before it has written anything. */
const _breakingAt = ({ made: { desk } }: Bundle, nth: number) => {
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

  it('is unknown, and named, when it has left the preparation', async () => {
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
    expect([status, body.code, body.caseId]).toEqual([404, 'not_found', gone]);
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

describe('a case outside the joint preparation', () => {
  const submitSeeing = (bundle: Bundle, caseId: string) =>
    sendTogether(bundle, 'p-official', { type: 'submit-answer' }, { expectedVersions: { [caseId]: 0 } });

  it('is unknown to a joint command, whether it is a draft (TF 2:13), another motion or nothing at all', async () => {
    const bundle = await aBundle(1);
    await sendTogether(bundle, 'p-official', jointAnswer(bundle.cases));
    const before = await everythingOf(bundle);
    const draft = await aRealCase(bundle.made, 'Draft');
    const outside = [draft, await aRealCase(bundle.made, 'Drafting'), caseIdOf('nothing')];
    const answers = await Promise.all(
      outside.map(async (caseId) =>
        JSON.stringify(await submitSeeing(bundle, caseId)).replaceAll(caseId, 'X'),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"status":404');
    expect(answers[0]).not.toMatch(/happened|DraftStarted/);
    expect(await everythingOf(bundle)).toBe(before);
  });

  it('is not told of with a bundle that the asker may not see', async () => {
    const bundle = await aBundle(1);
    const draft = await aRealCase(bundle.made, 'Draft');
    const unseen = [
      [bundle, 'p-administrator'],
      [{ ...bundle, lead: draft }, 'p-official'],
    ] as const;
    for (const [asked, subject] of unseen) {
      const { status, body } = await sendTogether(
        asked,
        subject,
        { type: 'submit-answer' },
        { expectedVersions: { [draft]: 0, [bundle.lead]: 0 } },
      );
      expect([status, body.code, body.caseId, body.happened]).toEqual([
        404,
        'not_found',
        undefined,
        undefined,
      ]);
    }
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
