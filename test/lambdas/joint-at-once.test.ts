import { expect, it } from 'vitest';
import { actOnCase } from '../../lambdas/casework/act-on-case.ts';
import { by } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { anOffice } from './joint-bundles.ts';
import { newCommandId } from './office-desk.ts';
import { aRealCase, letHappen, motionOf } from './real-cases.ts';

it('of two motions that join each other at the same instant one follows and one leads (domain.md §3)', async () => {
  const { made } = await anOffice();
  const [one, other] = [await aRealCase(made, 'Drafting'), await aRealCase(made, 'Drafting')];
  const { cases } = made.desk;
  let tried = 0;
  const desk = {
    ...made.desk,
    cases: {
      ...cases,
      commit: async (change: Parameters<typeof cases.commit>[0]) => {
        tried += 1;
        // The other has joined this one since it was judged.
        const joins = by(actors.official, { type: 'join-preparation', lead: one });
        if (tried === 1) await letHappen(made, other, joins);
        return cases.commit(change);
      },
    },
  };
  const command = { type: 'join-preparation' as const, lead: other };
  const request = { caseId: one, commandId: newCommandId(), command, actor: actors.official };
  expect(await actOnCase(desk, request)).toMatchObject({ kind: 'refusal', code: 'not_joinable' });
  expect(tried).toBe(1);
  expect(await motionOf(made, one)).not.toHaveProperty('jointWith');
  expect(await motionOf(made, other)).toMatchObject({ jointWith: one });
});
