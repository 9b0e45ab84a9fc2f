import { beforeAll, describe, expect, it } from 'vitest';
import type { MeetingCommand } from '../../domain/meeting-commands.ts';
import type { MinutesPersonCommand } from '../../domain/minutes-commands.ts';
import { actOnMeeting } from '../../lambdas/casework/act-on-meeting.ts';
import { actOnMinutes } from '../../lambdas/casework/act-on-minutes.ts';
import { makePublicSite } from '../../lambdas/public-site/site.ts';
import { type MadeDesk, makeDesk, newCommandId } from '../lambdas/office-desk.ts';
import { aRealCase, openTheMinutes } from '../lambdas/real-cases.ts';
import { by, COUNCIL_DAY, usual } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { textOf } from '../support/page-visitor.ts';

let made: MadeDesk;
beforeAll(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
});

const on = (day: string) => {
  made.clock.now = `${day}T10:00:00.000Z`;
};
const open = async (path: string) => textOf(await (await makePublicSite(made.desk).request(path)).text());
const minutes = async (actor: keyof typeof actors, command: MinutesPersonCommand) => {
  const request = { minutesId: `council-${COUNCIL_DAY}`, commandId: newCommandId(), command };
  expect(await actOnMinutes(made.desk, { ...request, actor: actors[actor] })).toMatchObject({ kind: 'done' });
};
const meeting = async (meetingId: string, command: MeetingCommand) => {
  const actor = actors[meetingId.startsWith('board') ? 'board-secretary' : 'council-secretary'];
  const request = { meetingId, commandId: newCommandId(), command, actor };
  expect(await actOnMeeting(made.desk, request)).toMatchObject({ kind: 'done' });
};

describe('the notice board', () => {
  it('says nothing of minutes that can still be changed, then follows them day by day (KL 8:12, 13:5)', async () => {
    await aRealCase(made, 'Decided');
    await aRealCase(made, 'CouncilAgenda', usual('postpone-in-council'));
    on('2026-06-25');
    expect(await open('/anslagstavla')).toContain('Inget protokoll är anslaget just nu');
    await minutes('certifier', { type: 'certify-minutes' });
    expect(await open('/anslagstavla')).toMatch(
      /Protokoll från regionfullmäktige 2026-06-16 ?, justerat 2026-06-25 ?, anslås senast 2026-06-29/,
    );
    on('2026-06-26');
    await minutes('council-secretary', { type: 'post-notice', postedOn: '2026-06-26' });
    const up = await open('/anslagstavla');
    expect(up).toMatch(
      /Anslaget 2026-06-26 Tas ner tidigast 2026-07-18 Kan överklagas till och med 2026-07-17/,
    );
    expect(up).toMatch(/Motioner RS 1-2026 Titel-qvx om kollektivtrafik/);
    expect(up).toContain('Så överklagar du');
    on('2026-07-17');
    expect(await open('/anslagstavla')).toContain('Kan överklagas');
    on('2026-07-18');
    const down = await open('/anslagstavla');
    expect(down).toContain('Inget protokoll är anslaget just nu');
    expect(down).toMatch(/anslaget 2026-06-26 ?, kunde överklagas till och med 2026-07-17/);
  });

  it('says when a notice was found down too early, and that it is to be posted again', async () => {
    on('2026-07-10');
    await minutes('registrar', { type: 'report-notice-down', foundDownOn: '2026-07-09' });
    expect(await open('/anslagstavla')).toContain('togs ner för tidigt 2026-07-09');
  });
});

describe('the meetings', () => {
  it('shows both bodies, what is announced and cancelled, and the motions of a meeting', async () => {
    on('2026-07-20');
    await meeting('council-2026-09-15', {
      type: 'plan-meeting',
      body: 'council',
      date: '2026-09-15',
      startsAt: '09:30',
      place: 'Konserthuset',
    });
    await meeting('board-2026-09-01', { type: 'plan-meeting', body: 'board', date: '2026-09-01' });
    await meeting('board-2026-09-01', { type: 'cancel-meeting' });
    await meeting('council-2026-09-15', { type: 'announce', announcedOn: '2026-07-20' });
    const page = await open('/sammantraden?ar=2026');
    expect(page).toMatch(/2026-06-16 Regionfullmäktige – genomfört RS 1-2026 Titel-qvx/);
    expect(page).toMatch(/2026-09-01 Regionstyrelsen – inställt Inga motioner/);
    expect(page).toMatch(/2026-09-15 Regionfullmäktige kl\. 09:30, Konserthuset kungjort 2026-07-20/);
    expect(await open('/anslagstavla')).toMatch(
      /Regionfullmäktige sammanträder 2026-09-15 Tid kl\. 09:30 Plats Konserthuset Kungjort 2026-07-20/,
    );
    // What the council put off it dealt with that day, though it waits for another.
    expect(await open('/sammantraden?ar=2026')).toMatch(/2026-06-16 .* RS 2-2026 .*2026-09-15/);
    // At the meeting in June something was decided: it was held, whoever was there.
    await meeting('council-2026-06-16', { type: 'plan-meeting', body: 'council', date: '2026-06-16' });
    const cancels = { meetingId: 'council-2026-06-16', command: { type: 'cancel-meeting' as const } };
    const asked = { ...cancels, commandId: newCommandId(), actor: actors['council-secretary'] };
    expect(await actOnMeeting(made.desk, asked)).toMatchObject({ code: 'meeting_held' });
    // A motion is announced with a meeting when it is on its agenda that day (KL 5:13), or by itself.
    const announcedOf = async () => (await open('/anslagstavla')).split('Kungjort 2026-07-20')[1];
    expect(await announcedOf()).toMatch(/^ Motioner Inga motioner/);
    await meeting('council-2026-09-15', { type: 'summon', summonedOn: '2026-07-20' });
    const place = { type: 'place-on-council-agenda', meetingId: 'council-2026-09-15' } as const;
    const secretary = actors['council-secretary'];
    await aRealCase(made, 'CouncilReady', by(secretary, place, { today: '2026-07-20' }));
    const late = by(secretary, { ...place, basis: 'unannounced' }, { today: '2026-09-14' });
    await aRealCase(made, 'CouncilReady', late);
    expect(await announcedOf()).toMatch(/^ Motioner RS 3-2026 Titel-qvx om kollektivtrafik (?!RS 4-2026)/);
    expect(await open('/sammantraden?ar=2026')).toMatch(/2026-09-15 .* RS 3-2026 .* RS 4-2026/);
    expect(await open('/sammantraden?ar=2030')).toContain('Inga sammanträden är inlagda för 2030');
    expect(await open('/sammantraden?ar=x')).toContain('Sammanträden 2026');
  });
});
