import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseView, eventView } from '../../lambdas/office/contract.ts';
import { makePublicApp } from '../../lambdas/public-site/app.ts';
import { by, usual, waysOf } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors, theMember } from '../support/motion-people.ts';
import { makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import { aRealCase, caseIdOf, letHappen, openTheMinutes } from './real-cases.ts';
import { everyone } from './who-may.ts';

/** Who is in the preparation, the secretary it goes to, and the auditor (TF 2:12); the administrator sees no case. */
const preparers = [
  'p-official',
  'p-other-official',
  'p-manager',
  'p-director',
  'p-board-secretary',
  'p-registrar',
  'p-auditor',
];
const readers = everyone.filter((each) => !preparers.includes(each) && each !== 'p-administrator');

const answer = examples['write-answer'].command;
const early = {
  ...answer,
  answer: { title: 'Tidigt-qvx', sections: [{ heading: 'H', text: 'Förkastat-qvx' }] },
  proposals: [{ clause: 1, outcome: 'GRANTED' as const }],
};
const withdrawals = (['m-anna', 'm-bo'] as const).map((each) => by(theMember(each), { type: 'withdraw' }));
const returned = by(actors.manager, { type: 'return-answer', comment: 'Kommentar-qvx' });
const writeEarly = by(actors.official, early);
const writeAgain = by(actors.official, answer);

const undispatched = [
  ['Drafting', []],
  ['Drafting', [writeEarly]],
  ['Approval', []],
  ['Approval', [returned]],
  ['BoardReady', []],
  ['BoardAgenda', []],
  ['Approval', withdrawals],
  ['BoardAgenda', withdrawals],
] as const;

const aDesk = async () => {
  const made = await makeDesk();
  await openTheMinutes(made);
  return { made, door: makeDoor(made.desk) };
};

/** All that a person can be told of a case, as text. */
const allTold = async (
  { made, door }: Awaited<ReturnType<typeof aDesk>>,
  subject: string,
  caseId: string,
) => {
  const paths = ['', '/events', '/letters'].map((each) => `/api/cases/${caseId}${each}`);
  const answers = await Promise.all(paths.map((path) => door.get(subject, path)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const [view, events] = answers;
  caseView.parse(view?.body);
  z.array(eventView).parse(events?.body.items);
  const shown = await makePublicApp(made.desk).request(`/motioner/${caseId}.json`);
  return JSON.stringify(answers.map(({ body }) => body)) + (await shown.text());
};

const secret =
  /Svar\w*-qvx|Bedömning-qvx|Tidigt|Förkastat|Kommentar-qvx|REJECTED|"ANSWERED"|GRANTED|"proposals"/;

describe.each(undispatched)('a draft of the answer in %s %#', (status, more) => {
  it('is read in the preparation and nowhere else', async () => {
    const desk = await aDesk();
    const caseId = await aRealCase(desk.made, status, ...more);
    for (const subject of readers) {
      expect([subject, secret.exec(await allTold(desk, subject, caseId))?.[0]]).toEqual([subject, undefined]);
    }
    for (const subject of preparers) expect(await allTold(desk, subject, caseId)).toContain('proposals');
  });
});

describe('an answer the board has proposed on', () => {
  it('is read by everyone, and the drafts before it are not', async () => {
    const desk = await aDesk();
    const caseId = await aRealCase(desk.made, 'Drafting', writeEarly, writeAgain);
    const rest = [
      by(actors.official, { type: 'submit-answer' }),
      by(actors.manager, { type: 'approve-answer' }),
      by(actors.director, { type: 'approve-answer' }),
      by(actors['board-secretary'], examples['place-on-board-agenda'].command),
      by(actors['board-secretary'], examples.propose.command),
    ];
    for (const act of rest) await letHappen(desk.made, caseId, act);
    for (const subject of readers) {
      const told = await allTold(desk, subject, caseId);
      expect(told).toContain('Svarstext-qvx');
      expect(told).toContain('REJECTED');
      expect(told).not.toMatch(/Tidigt|Förkastat|GRANTED/);
    }
    expect(await allTold(desk, 'p-official', caseId)).toContain('GRANTED');
  });

  it('stays known when the council refers back, while the new draft is not', async () => {
    const desk = await aDesk();
    const referBack = by(actors['council-secretary'], examples['refer-back-in-council'].command);
    const caseId = await aRealCase(desk.made, 'CouncilAgenda', referBack, writeEarly);
    const told = await allTold(desk, 'p-other-member', caseId);
    expect(told).toContain('REJECTED');
    expect(told).toContain('Svarstext-qvx');
    expect(told).not.toMatch(/Tidigt|Förkastat|GRANTED/);
  });
});

/** An answer of before the product was taken into use, with which the registrar enters it. */
const anImported = async (
  { made }: Awaited<ReturnType<typeof aDesk>>,
  name: 'import-earlier-work#answered' | 'import-earlier-work#proposed',
) => {
  const caseId = caseIdOf(newCommandId());
  for (const each of ['import-open-motion#Drafting', name] as const) {
    await letHappen(made, caseId, by(actors.registrar, examples[each].command));
  }
  return caseId;
};

describe('an answer that came in with the open motions', () => {
  it('is a draft until the board has proposed', async () => {
    const desk = await aDesk();
    const caseId = await anImported(desk, 'import-earlier-work#answered');
    for (const subject of readers) {
      expect([subject, secret.exec(await allTold(desk, subject, caseId))?.[0]]).toEqual([subject, undefined]);
    }
    for (const subject of preparers) expect(await allTold(desk, subject, caseId)).toContain('REJECTED');
    await letHappen(desk.made, caseId, usual('place-on-board-agenda'));
    await letHappen(desk.made, caseId, usual('propose'));
    expect(await allTold(desk, 'p-other-member', caseId)).not.toContain('withheld');
  });

  it('is public from the first when the board had proposed before', async () => {
    const desk = await aDesk();
    const caseId = await anImported(desk, 'import-earlier-work#proposed');
    const told = await allTold(desk, 'p-other-member', caseId);
    expect(told).toContain('Svarstext-qvx');
    expect(told).not.toContain('withheld');
  });
});

describe('an answer the board has sent on without a stand of its own (KL 5:28)', () => {
  it('is as public in the log as in the case', async () => {
    const desk = await aDesk();
    const committee = [usual('send-consultation'), usual('record-statement')];
    const way = waysOf({ drafting: committee, propose: usual('forward-without-recommendation') });
    const caseId = caseIdOf(newCommandId());
    for (const act of way.CouncilReady) await letHappen(desk.made, caseId, act);
    const { body } = await desk.door.get('p-other-member', `/api/cases/${caseId}/events`);
    expect(JSON.stringify(body)).toContain('"proposals"');
    expect(JSON.stringify(body)).not.toContain('"AnswerWritten","withheld"');
    expect(await allTold(desk, 'p-other-member', caseId)).toContain('Svarstext-qvx');
  });
});

describe('letters', () => {
  it('are shown to a member only when they are his or her own', async () => {
    const desk = await aDesk();
    const caseId = await aRealCase(desk.made, 'Registered');
    const addressees = async (subject: string) => {
      const { body } = await desk.door.get(subject, `/api/cases/${caseId}/letters`);
      expect(JSON.stringify(body)).not.toContain('@');
      return [...new Set((body.items as { memberId: string }[]).map(({ memberId }) => memberId))].sort();
    };
    expect(await addressees('p-member')).toEqual(['m-anna']);
    expect(await addressees('p-m-bo')).toEqual(['m-bo']);
    for (const subject of ['p-other-member', 'p-group-secretary', 'p-certifier', 'p-archivist']) {
      expect(await addressees(subject)).toEqual([]);
    }
    expect(await addressees('p-registrar')).toEqual(['m-anna', 'm-bo']);
    expect(await addressees('p-auditor')).toEqual(['m-anna', 'm-bo']);
  });
});
