import { beforeEach, describe, expect, it } from 'vitest';
import type { MinutesCommand } from '../../domain/minutes-commands.ts';
import { systemActor } from '../../domain/roles.ts';
import { actOnMinutes } from '../../lambdas/casework/act-on-minutes.ts';
import { tick } from '../../lambdas/casework/tick.ts';
import { actors } from '../support/motion-people.ts';
import { type MadeDesk, makeDesk } from './office-desk.ts';

const minutesId = 'council-2026-03-10';
let made: MadeDesk;
let commands = 0;

const on = (day: string) => {
  made.clock.now = `${day}T10:00:00.000Z`;
};
const act = async (role: keyof typeof actors, command: MinutesCommand) => {
  commands += 1;
  const actor = actors[role] ?? systemActor;
  const request = { minutesId, commandId: `command-${commands}`, command, actor };
  expect(await actOnMinutes(made.desk, request)).toMatchObject({ kind: 'done' });
};
const ticks = () => tick(made.desk, { sweep: false });
const status = async () => (await made.desk.minutes.load(minutesId))?.minutes.status;
const alarms = () =>
  made.journal.filter((line) => line.code === 'deadline_passed').map((line) => line.keys.clock);

beforeEach(async () => {
  made = await makeDesk();
  on('2026-03-12');
  const certifiers = [actors.certifier.personId];
  const opening = { body: 'council', meetingDate: '2026-03-10', certifiers } as const;
  await act('council-secretary', { type: 'open-minutes', ...opening });
  await act('certifier', { type: 'certify-minutes' });
});

describe('a notice that came down and was posted again', () => {
  it('has an appeal window that passes, also when it ends on the same day as the first (KL 13:5)', async () => {
    on('2026-03-13');
    await act('council-secretary', { type: 'post-notice', postedOn: '2026-03-13' });
    on('2026-04-08');
    await ticks();
    expect(await status()).toBe('WindowPassed');
    await act('registrar', { type: 'report-notice-down', foundDownOn: '2026-03-14' });
    // Easter moves the last day of both windows to 7 April.
    const evidence = 'Sedd uppe varje dag.';
    await act('council-secretary', { type: 'post-notice', postedOn: '2026-03-16', evidence });
    expect(await ticks()).toMatchObject({ clocks: 1, failed: 0 });
    expect(await status()).toBe('WindowPassed');
    expect(await ticks()).toMatchObject({ clocks: 0, failed: 0 });
  });

  it('is watched again, and alarms once', async () => {
    on('2026-03-20');
    await ticks();
    await act('council-secretary', { type: 'post-notice', postedOn: '2026-03-20' });
    await act('registrar', { type: 'report-notice-down', foundDownOn: '2026-03-20' });
    await ticks();
    expect(alarms()).toEqual(['posting']);
    on('2026-03-25');
    await ticks();
    await ticks();
    expect(alarms()).toEqual(['posting', 'posting']);
  });
});
