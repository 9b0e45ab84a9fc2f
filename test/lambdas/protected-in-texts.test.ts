import { beforeEach, describe, expect, it } from 'vitest';
import { protectedName } from '../../domain/members.ts';
import { askToFollow } from '../../lambdas/casework/follow.ts';
import { saveMember } from '../../lambdas/casework/keep-registers.ts';
import { readOpenMotions } from '../../lambdas/casework/reports.ts';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { tick } from '../../lambdas/casework/tick.ts';
import { makePublicSite } from '../../lambdas/public-site/site.ts';
import { text } from '../support/asked.ts';
import { aDeliberation } from '../support/deliberation-builders.ts';
import { approves, by, january, starts, usual, waysOf } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { type MadeDesk, makeDesk, newCommandId } from './office-desk.ts';
import { makePaperRoom } from './papers-room.ts';
import { caseIdOf, letHappen, openTheMinutes } from './real-cases.ts';

let made: MadeDesk;
beforeEach(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
});

/** Who has nothing to do with the motion, but is named in every text of it. */
const outsider = 'm-idle';
const name = 'Åsa Qvxberg';
const typed = `${name.normalize('NFD')}, Qvxberg, Åsa och Å. Qvxberg`;
const named = /qvxberg/i;

const change = async (facts: object) => {
  const found = await made.desk.people.member(outsider);
  if (found === undefined) throw new Error('no such member');
  await saveMember(made.desk, { ...found.value, name, ...facts }, found.version, actors.administrator);
};
const protect = (protectedIdentity: boolean) => change({ protectedIdentity });

const deliberation = aDeliberation({
  claims: [],
  propositions: [],
  reservations: [{ memberId: 'm-serving', announcedBeforeEnd: true, text: `Reservation av ${typed}` }],
  separateStatements: [{ memberId: 'm-bo', text: `Yttrande av ${typed}` }],
});
const ways = waysOf({
  draft: [
    starts(
      { text: { ...text, title: `Motion av ${typed}`, body: `Text av ${typed}`, clauses: [typed, typed] } },
      january,
    ),
    approves('m-anna', january),
    approves('m-bo', january),
  ],
  drafting: [
    usual('send-consultation'),
    usual('record-statement'),
    by(actors.official, {
      ...examples['write-answer'].command,
      answer: { title: `Svar till ${typed}`, sections: [{ heading: `Om ${typed}`, text: `Till ${typed}` }] },
    }),
  ],
  propose: by(actors['board-secretary'], { ...examples.propose.command, deliberation }),
});
const aCase = async (status: keyof typeof ways) => {
  const caseId = caseIdOf(newCommandId());
  for (const act of ways[status]) await letHappen(made, caseId, act);
  return caseId;
};
/** All that anyone may read of the motion. */
const publicOf = async (caseId: string) => {
  const site = makePublicSite(made.desk);
  const paths = [`/motioner/${caseId}`, `/motioner/${caseId}.json`, '/motioner.json?ar=2026', '/motioner'];
  const pages = await Promise.all(paths.map(async (path) => (await site.request(path)).text()));
  return pages.join('\n').normalize('NFC');
};
const runTick = async () => {
  made.clock.realNow = new Date(Date.parse(made.clock.realNow) + 61_000).toISOString();
  return tick(
    { ...made.desk, clocks: { ...made.desk.clocks, due: async () => ({ items: [] }) } },
    { sweep: false },
  );
};
const letters = () =>
  made.sent.map(({ subject, text: words, html }) => `${subject}\n${words}\n${html}`).join('\n');

describe('somebody whose identity is protected, named in texts by others', () => {
  it('is named nowhere outside the office: pages, data, letters, news, reports, papers', async () => {
    await protect(true);
    const caseId = await aCase('CouncilReady');
    const told = await publicOf(caseId);
    expect(told.match(new RegExp(protectedName, 'g'))?.length).toBeGreaterThan(20);
    expect(told).not.toMatch(named);
    await letHappen(made, caseId, usual('place-on-council-agenda'));
    const back = { ...examples['refer-back-in-council'].command, reason: `Skäl: ${typed}` };
    await letHappen(made, caseId, by(actors['council-secretary'], back));
    await sendLetters(made.desk, caseId);
    expect(made.sent.map(({ subject }) => subject)).toContainEqual(expect.stringContaining(protectedName));
    expect(letters()).toContain(`Skäl: ${protectedName}`);
    expect(letters().normalize('NFC')).not.toMatch(named);
    const report = await readOpenMotions(made.desk, '2026-06-01');
    expect(report.motions[0]?.title).toContain(protectedName);
    expect(JSON.stringify(report)).not.toMatch(named);
    const receipt = await makePaperRoom(made.desk).page(
      'p-auditor',
      `/api/cases/${caseId}/papers/receipt.html`,
    );
    expect(receipt).toContain(protectedName);
    expect(receipt).not.toMatch(named);
  });

  it('vanishes from what is shown already when the protection begins, and is there again when it ends', async () => {
    await change({});
    const caseId = await aCase('CouncilReady');
    expect(await publicOf(caseId)).toMatch(named);
    await protect(true);
    await runTick();
    const hidden = await publicOf(caseId);
    expect(hidden).not.toMatch(named);
    await protect(false);
    const other = await made.desk.people.member('m-bo');
    if (other === undefined) throw new Error('no such member');
    await saveMember(made.desk, { ...other.value, name: 'Bo Ny' }, other.version, actors.administrator);
    let walks = 0;
    const { heads } = made.desk.register;
    made.desk.register.heads = () => {
      walks += 1;
      return heads();
    };
    expect((await runTick()).relays).toBe(2);
    expect(walks).toBe(1);
    const shown = await publicOf(caseId);
    expect(shown).toMatch(named);
    expect(shown).not.toContain(protectedName);
  });

  it('is not named to those who follow the motion', async () => {
    await protect(true);
    const caseId = await aCase('Registered');
    const email = 'lasare@hemma.example';
    await askToFollow(made.desk, { email, subject: { kind: 'motion', caseId } });
    await runTick();
    expect(made.sent.filter(({ to }) => to === email)).toHaveLength(1);
    expect(letters()).toContain(protectedName);
    expect(letters().normalize('NFC')).not.toMatch(named);
  });
});
