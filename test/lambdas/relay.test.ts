import { expect, it } from 'vitest';
import { actOnMinutes } from '../../lambdas/casework/act-on-minutes.ts';
import { relayMinutes } from '../../lambdas/casework/relay-minutes.ts';
import { Transient } from '../../lambdas/failures.ts';
import { actors } from '../support/motion-people.ts';
import { makeDesk } from './office-desk.ts';
import { aRealCase, motionOf, openTheMinutes } from './real-cases.ts';

it('one case that cannot follow its minutes does not hold up the others', async () => {
  const made = await makeDesk();
  await openTheMinutes(made);
  const broken = await aRealCase(made, 'Decided');
  const sound = await aRealCase(made, 'Decided');
  const record = await motionOf(made, broken);
  if (record.status !== 'Decided') throw new Error('not decided');
  const { minutesId } = record.decision.at;
  const { cases } = made.desk;
  const desk = {
    ...made.desk,
    cases: {
      ...cases,
      load: async (caseId: string) => {
        if (caseId === broken) throw new Transient('broken');
        return cases.load(caseId);
      },
    },
  };
  const command = { type: 'certify-minutes' as const };
  const request = { minutesId, commandId: 'certify-1', command, actor: actors.certifier };
  expect(await actOnMinutes(desk, request)).toMatchObject({ kind: 'done' });
  expect((await motionOf(made, sound)).status).toBe('Certified');
  expect((await motionOf(made, broken)).status).toBe('Decided');
  expect(await made.desk.minutes.owedRelays(minutesId)).toHaveLength(1);
  expect(made.journal).toContainEqual({
    level: 'warn',
    code: 'case_not_relayed',
    keys: { minutesId, caseId: broken, error: 'Transient' },
  });
  await relayMinutes(made.desk, minutesId);
  expect((await motionOf(made, broken)).status).toBe('Certified');
  expect(await made.desk.minutes.owedRelays(minutesId)).toEqual([]);
});
