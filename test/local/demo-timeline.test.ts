import { expect, test } from 'vitest';
import type { Observed } from '../../local/demo/check-story.ts';
import type { Expected } from '../../local/demo/stories.ts';
import { timelineOf } from '../../local/demo/timeline.ts';

test('the demo tells what happened, and which letters went out, in Swedish', () => {
  const happened = (version: number, event: object) => ({
    version,
    event,
    occurredOn: '2026-02-10',
    actor: { personId: 'system' },
  });
  const observed = {
    shown: { title: 'Fler bussar', registrationNumber: 'RS 1-2026' },
    view: { statusName: 'på styrelsens dagordning' },
    events: [
      happened(1, { type: 'PlacedOnBoardAgenda' }),
      happened(2, { type: 'ClockRang' }),
      happened(3, { type: 'CouncilPostponed' }),
      happened(4, { type: 'MinutesFollowed', happened: { type: 'MinutesContested' } }),
      happened(5, { type: 'MotionSubmitted', withheld: true }),
    ],
    letters: [{ version: 1, memberId: 'm-1', template: 'board-date' }],
    inbox: [],
  } as unknown as Observed;
  const told = timelineOf({ name: 'Ett ärende' } as Expected, observed);
  expect(told).toContain('Systemet: sätter upp på styrelsens dagordning');
  expect(told).toContain('brev (dag i styrelsen) till m-1');
  expect(told).toContain('Systemet: en bevakad dag har kommit');
  expect(told).toContain('Systemet: Fullmäktige bordlade motionen');
  expect(told).toContain('Systemet: En justerare godkänner inte protokollet');
  expect(told).not.toMatch(/ClockRang|Postponed|Contested|board-date/);
});
