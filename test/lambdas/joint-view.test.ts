import { describe, expect, it } from 'vitest';
import { by, withdraws } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { aBundle, anOffice, type Bundle, together } from './joint-bundles.ts';
import { newCommandId } from './office-desk.ts';
import { aRealCase, letHappen } from './real-cases.ts';

const viewOf = async ({ door }: Pick<Bundle, 'door'>, caseId: string, subject = 'p-member') =>
  (await door.get(subject, `/api/cases/${caseId}`)).body;
const caseIds = (rows: unknown) => (rows as { caseId: string }[]).map((each) => each.caseId);

describe('the view of a case', () => {
  it('shows every reader with whom it is prepared, from the lead and from its followers', async () => {
    const bundle = await aBundle(2);
    const [first = ''] = bundle.followers;
    for (const subject of ['p-member', 'p-registrar', 'p-auditor']) {
      const lead = await viewOf(bundle, bundle.lead, subject);
      expect(lead).not.toHaveProperty('jointWith');
      expect(caseIds(lead.followers)).toEqual([...bundle.followers].sort());
      const follower = await viewOf(bundle, first, subject);
      expect(follower).toMatchObject({
        jointWith: { caseId: bundle.lead, status: 'Drafting' },
        followers: [],
      });
      expect(lead).not.toHaveProperty('jointWarning');
    }
  });

  it('shows nobody beside a motion that is prepared alone, and no year of a draft', async () => {
    const { made, door } = await anOffice();
    const alone = await viewOf({ door }, await aRealCase(made, 'Drafting'));
    expect(alone).toMatchObject({ followers: [], oneYear: { raisedOn: '2026-01-12' } });
    expect(alone).not.toHaveProperty('jointWith');
    const draft = await viewOf({ door }, await aRealCase(made, 'Draft'));
    expect(draft.followers).toEqual([]);
    expect(draft).not.toHaveProperty('oneYear');
  });

  it('lets a motion that has left go its own way, with its answer', async () => {
    const bundle = await aBundle(2);
    const [gone = '', kept = ''] = bundle.followers;
    await together(bundle, 'BoardReady');
    await letHappen(bundle.made, gone, by(actors.official, { type: 'leave-preparation' }));
    expect(caseIds((await viewOf(bundle, bundle.lead)).followers)).toEqual([kept]);
    const alone = await viewOf(bundle, gone, 'p-official');
    expect(alone).toMatchObject({ followers: [], answer: { title: 'Svarstitel-qvx' } });
    expect(alone).not.toHaveProperty('jointWith');
  });

  it('warns those who are left when the lead has dropped out', async () => {
    const bundle = await aBundle(2);
    const [one = ''] = bundle.followers;
    for (const member of ['m-anna', 'm-bo']) await letHappen(bundle.made, bundle.lead, withdraws(member));
    const follower = await viewOf(bundle, one);
    expect(follower.jointWarning).toMatch(/återtagen eller avgjord.*lämna samberedningen/);
    expect(follower).toMatchObject({ jointWith: { status: 'WithdrawalPending' } });
    expect(await viewOf(bundle, bundle.lead)).not.toHaveProperty('jointWarning');
  });
});

describe('the year of motions prepared together', () => {
  /** A follower that came in before or after the lead, and a council that meets. */
  const aBundleOf = async (leadRaised: string, followerRaised: string) => {
    const { made, door } = await anOffice();
    for (const date of ['2027-01-05', '2027-01-19', '2027-02-02']) {
      await door.ask('p-council-secretary', 'POST', `/api/meetings/council-${date}/commands`, {
        commandId: newCommandId(),
        command: { type: 'plan-meeting', body: 'council', date },
      });
    }
    const raised = async (day: string) => {
      const caseId = await aRealCase(made, 'Received');
      const acts = [
        by(actors.registrar, { type: 'register', raisedOn: day }, { today: day }),
        by(actors['council-secretary'], { type: 'refer', by: 'council', announcedOn: '2026-02-17' }),
        by(actors['board-secretary'], { type: 'assign', officer: 'p-official', unit: 'Staben' }),
      ];
      for (const act of acts) await letHappen(made, caseId, act);
      return caseId;
    };
    const lead = await raised(leadRaised);
    const follower = await raised(followerRaised);
    await letHappen(made, follower, by(actors.official, { type: 'join-preparation', lead }));
    return { made, door, lead, follower };
  };

  it.each([
    ['2026-01-19', '2026-01-12'],
    ['2026-01-12', '2026-01-19'],
  ])('is that of the one raised first, whichever leads (%s, %s; domain.md §11.3)', async (lead, follower) => {
    const bundle = await aBundleOf(lead, follower);
    for (const caseId of [bundle.lead, bundle.follower]) {
      const { oneYear } = await viewOf(bundle, caseId);
      expect(oneYear).toMatchObject({
        raisedOn: '2026-01-12',
        anniversary: '2027-01-12',
        lastMeeting: '2027-01-05',
      });
    }
    await letHappen(bundle.made, bundle.follower, by(actors.official, { type: 'leave-preparation' }));
    const later = lead === '2026-01-19' ? bundle.lead : bundle.follower;
    expect((await viewOf(bundle, later)).oneYear).toMatchObject({
      raisedOn: '2026-01-19',
      lastMeeting: '2027-01-19',
    });
  });

  it('no longer counts one that is withdrawn', async () => {
    const bundle = await aBundleOf('2026-01-19', '2026-01-12');
    for (const member of ['m-anna', 'm-bo']) await letHappen(bundle.made, bundle.follower, withdraws(member));
    expect((await viewOf(bundle, bundle.lead)).oneYear).toMatchObject({ raisedOn: '2026-01-19' });
    expect(await viewOf(bundle, bundle.follower)).not.toHaveProperty('oneYear');
  });
});
