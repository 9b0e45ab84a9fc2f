import { beforeEach, describe, expect, it } from 'vitest';
import { protectedName } from '../../domain/members.ts';
import { saveMember } from '../../lambdas/casework/keep-registers.ts';
import { makePublicSite } from '../../lambdas/public-site/site.ts';
import { aClaim, aDeliberation } from '../support/deliberation-builders.ts';
import { type Act, by, usual, waysOf } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors, theMember } from '../support/motion-people.ts';
import { textOf } from '../support/page-visitor.ts';
import { type MadeDesk, makeDesk, newCommandId } from './office-desk.ts';
import { aRealCase, caseIdOf, letHappen, openTheMinutes } from './real-cases.ts';

let made: MadeDesk;
beforeEach(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
});

const aCaseBy = async (acts: readonly Act[]): Promise<string> => {
  const caseId = caseIdOf(newCommandId());
  for (const act of acts) await letHappen(made, caseId, act);
  return caseId;
};
const pageOf = async (caseId: string) =>
  textOf(await (await makePublicSite(made.desk).request(`/motioner/${caseId}`)).text());
const jsonOf = async (caseId: string) =>
  (await makePublicSite(made.desk).request(`/motioner/${caseId}.json`)).text();

const deliberation = aDeliberation({
  claims: [aClaim(1, 'AMEND', { mover: 'm-anna', state: 'withdrawn', text: 'Yrkande-qvx' })],
  propositions: [],
  reservations: [{ memberId: 'm-serving', announcedBeforeEnd: true, text: 'Reservation-qvx', against: [2] }],
  separateStatements: [{ memberId: 'm-bo', text: 'Uttalande-qvx' }],
  minuteNotes: [{ memberId: 'm-anna', text: 'Anteckning-qvx' }],
});
const propose = by(actors['board-secretary'], { ...examples.propose.command, deliberation });
const draft = /Bedömning-qvx|Svar\w*-qvx/;

describe('the answer', () => {
  it('is shown once the board has proposed, and until then is said to be a draft (TF 2:12)', async () => {
    const early = await aRealCase(made, 'BoardAgenda');
    expect(await pageOf(early)).toMatch(/Inget svar visas än.*Utkast är inte allmänna handlingar/);
    expect(await jsonOf(early)).not.toMatch(draft);
    const late = await aRealCase(made, 'CouncilReady');
    expect(await pageOf(late)).toMatch(draft);
    expect(await jsonOf(late)).toMatch(draft);
  });

  it('is shown when the board sends it on without a stand of its own', async () => {
    const drafting = [usual('send-consultation'), usual('record-statement')];
    const way = waysOf({ drafting, propose: usual('forward-without-recommendation') });
    const page = await pageOf(await aCaseBy(way.CouncilReady));
    expect(page).toMatch(draft);
    expect(page).toContain('har lämnat motionen vidare utan eget förslag');
  });

  it('stays when the council sends it back, as an earlier one, and the draft of the next is not shown', async () => {
    const caseId = await aRealCase(made, 'CouncilAgenda', usual('refer-back-in-council'));
    const sentBack = 'Det här svaret gäller inte längre. Ärendet bereds på nytt och får ett nytt svar.';
    expect(await pageOf(caseId)).toContain(sentBack);
    expect(await pageOf(caseId)).toMatch(draft);
    const answer = { title: 'Nytt svar', sections: [{ heading: '', text: 'Nytt-utkast' }] };
    await letHappen(made, caseId, by(actors.official, { ...examples['write-answer'].command, answer }));
    const [page, json] = [await pageOf(caseId), await jsonOf(caseId)];
    expect(page).toContain(sentBack);
    expect(page + json).toMatch(draft);
    expect(page + json).not.toMatch(/Skäl-qvx|Nytt-utkast/);
    expect(page).toContain('återremitterade motionen, § 41, på begäran av en tredjedel av de närvarande.');
    for (const act of ['report-late', 'write-off'] as const) await letHappen(made, caseId, usual(act));
    expect(await pageOf(caseId)).toContain('Det här svaret gällde inte längre när motionen avgjordes.');
  });

  it('stays when a motion that came back is withdrawn, and no new one is promised', async () => {
    const withdraws = ['m-anna', 'm-bo'].map((id) => by(theMember(id), { type: 'withdraw' }));
    const caseId = await aRealCase(made, 'CouncilAgenda', usual('refer-back-in-council'), ...withdraws);
    const page = await pageOf(caseId);
    expect(page).toMatch(draft);
    expect(page).toContain('Det här svaret lämnades till fullmäktige innan motionen återtogs.');
    expect(page).not.toContain('nytt svar');
  });

  it('stays when a court has found a fault in the preparation, and is not said to be sent back', async () => {
    const annulled = await aRealCase(made, 'Appealed', usual('follow-minutes/AppealClosed/unprepared'));
    const page = await pageOf(annulled);
    expect(page).toMatch(draft);
    expect(page).toContain('Det här svaret gäller inte längre. Ärendet bereds på nytt');
  });
});

describe('what was reserved', () => {
  it('is shown with name and party, against which clause, and nothing else of the deliberation', async () => {
    const caseId = await aCaseBy(waysOf({ propose }).CouncilReady);
    const page = await pageOf(caseId);
    expect(page).toMatch(
      /Reservation i regionstyrelsen ?: Namn Efternamnsson-serving \(Exempelpartiet\) ?, mot att-sats 2 Reservation-qvx/,
    );
    expect(page).toMatch(/Särskilt yttrande i regionstyrelsen ?: Namn Efternamnsson-bo/);
    expect(page + (await jsonOf(caseId))).not.toMatch(/Yrkande-qvx|Anteckning-qvx|m-serving|m-bo/);
  });

  it('loses the name of who gets a protected identity, though others have signed the motion', async () => {
    const caseId = await aCaseBy(waysOf({ propose }).CouncilReady);
    const found = await made.desk.people.member('m-serving');
    if (found === undefined) throw new Error('no such member');
    const member = { ...found.value, protectedIdentity: true };
    await saveMember(made.desk, member, found.version, actors.administrator);
    const told = (await pageOf(caseId)) + (await jsonOf(caseId));
    expect(told).not.toContain('serving');
    expect(told).toContain(`${protectedName} (Exempelpartiet)`);
    expect(told).toContain('Då visas inte namnet');
  });
});

it('what has happened is told in order, and nothing of the preparation or of a person', async () => {
  const caseId = await aRealCase(made, 'Final');
  const { history } = JSON.parse(await jsonOf(caseId)) as { history: { on: string; text: string }[] };
  expect(history.map(({ text }) => text)).toEqual([
    'Registrerad som RS 1-2026.',
    'Remitterad till regionstyrelsen av regionfullmäktige.',
    'Staben har fått i uppdrag att bereda svaret.',
    'Uppsatt på dagordningen för regionstyrelsen 2026-05-12.',
    'Regionstyrelsen lämnade sitt förslag, § 88.',
    'Uppsatt på dagordningen för regionfullmäktige 2026-06-16.',
    'Regionfullmäktige beslutade: olika beslut per att-sats, § 41.',
    'Protokollet justerades.',
    'Protokollet anslogs. Beslutet kan överklagas till och med 2026-07-17.',
    'Överklagandetiden gick ut.',
    'Beslutet har vunnit laga kraft.',
  ]);
  // Keyed in much later: the day is that of the council, as among the steps of its way.
  expect(history[1]?.on).toBe('2026-02-10');
  expect(JSON.stringify(history)).not.toMatch(/p-[a-z]|m-[a-z]|Namn|utkast/);
});
