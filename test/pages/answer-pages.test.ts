import { beforeEach, describe, expect, it } from 'vitest';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, letHappen, motionOf, openTheMinutes } from '../lambdas/real-cases.ts';
import { by, usual } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { hiddenOf, makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

let made: MadeDesk;
let caseId: string;
let officer: Visitor;
const page = () => `/kontor/arenden/${caseId}/svar`;

const as = async (personId: string): Promise<Visitor> => {
  const visitor = makeVisitor(made.desk);
  await visitor.signIn(personId);
  return visitor;
};

beforeEach(async () => {
  made = await makeDesk();
  officer = await as('p-official');
  caseId = await aRealCase(made, 'Drafting');
});

const outcome = (ref: number) => `utfall.${caseId}.${ref}`;
const answer = (text: string) => ({
  rubrik: 'Svar om bussarna',
  avsnitt: ['Sammanfattning', 'Bedömning-qvx'],
  text: ['I korthet.', text],
  [outcome(1)]: 'GRANTED',
});
const storedAnswer = async () => {
  const motion = await motionOf(made, caseId);
  if (!('answer' in motion) || motion.answer === undefined) throw new Error('no answer');
  const stored = await made.desk.cases.document(caseId, motion.answer.document.documentId);
  return { text: stored?.text.content, proposals: motion.answer.proposals };
};

describe('the page of the answer', () => {
  it('shows the motion beside the answer, in the sections of the organisation', async () => {
    const { html } = await officer.get(page());
    expect(textOf(html)).toContain('Brödtext-qvx om bussarna.');
    expect(html).toContain('name="avsnitt" value="Sammanfattning"');
    expect(html).toContain('Svarstext-qvx');
    expect(html).toMatch(new RegExp(`name="${outcome(1)}"[\\s\\S]*?value="ANSWERED" selected`));
  });

  it('saves a version, and lists it', async () => {
    const saved = await officer.fillIn(page(), answer('Bussarna går redan oftare.'));
    expect(saved.path).toBe(`${page()}?gjort=write-answer`);
    expect(textOf(saved.html)).toContain('Svaret är sparat.');
    expect(textOf(saved.html)).toContain('sparade version 2');
    expect(await storedAnswer()).toEqual({
      text: {
        title: 'Svar om bussarna',
        sections: [
          { heading: 'Sammanfattning', text: 'I korthet.' },
          { heading: 'Bedömning-qvx', text: 'Bussarna går redan oftare.' },
        ],
      },
      proposals: [{ clause: 1, outcome: 'GRANTED' }],
    });
    const version = await officer.get(`${page()}/version/2`);
    expect(version.html).toMatch(/<del>.*Svarstext.*<\/del>/);
    expect(version.html).toMatch(/<ins>.*Bussarna.*<\/ins>/);
    expect(textOf(version.html)).toContain('Att-sats 2');
  });

  it('tells what the answer still lacks', async () => {
    const { html } = await officer.fillIn(page(), answer('Bussarna går redan oftare.'));
    const read = textOf(html);
    expect(read).toContain('Att-sats 1: bifall Tas upp i: Bedömning-qvx.');
    expect(read).toContain('Att-sats 2: förslag saknas Inget avsnitt tycks ta upp den.');
    expect(read).toContain('Ekonomiska konsekvenser: avsnittet saknas');
  });

  it('adds a section without losing what is written', async () => {
    const more = await officer.fillIn(page(), { ...answer('Halvskrivet.'), steg: 'lagg-till' });
    expect(more.html).toContain('Halvskrivet.');
    expect(more.html.match(/Eget avsnitt, text/g)).toHaveLength(2);
    expect(await storedAnswer()).toMatchObject({ text: { title: 'Svarstitel-qvx' } });
  });

  it('says beside the field what is missing, and keeps the rest', async () => {
    const refused = await officer.fillIn(page(), { ...answer('Står kvar.'), rubrik: '' });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('href="#f-rubrik"');
    expect(refused.html).toContain('Står kvar.');
  });
});

describe('two who write at once', () => {
  const begun = async () => hiddenOf((await officer.get(page())).html);

  it('are shown both texts, and the later can save on top', async () => {
    const hidden = await begun();
    await officer.fillIn(page(), answer('Den andres mening.'));
    const refused = await officer.send(page(), { ...hidden, ...answer('Min egen mening.') });
    expect(refused.status).toBe(409);
    expect(refused.html).toMatch(/<del>[\s\S]*andres[\s\S]*?<\/del>/);
    expect(refused.html).toMatch(/<ins>[\s\S]*egen[\s\S]*?<\/ins>/);
    expect(textOf(refused.html)).toContain('Personnamn-p-official sparade 2026-07-30');
    expect(refused.html).toMatch(/<textarea[^>]*>\nMin egen mening\.<\/textarea>/);
    expect(await storedAnswer()).toMatchObject({ text: { sections: [{}, { text: 'Den andres mening.' }] } });
    const onTop = await officer.send(page(), { ...hiddenOf(refused.html), ...answer('Båda meningarna.') });
    expect(textOf(onTop.html)).toContain('Svaret är sparat.');
    expect(await storedAnswer()).toMatchObject({ text: { sections: [{}, { text: 'Båda meningarna.' }] } });
  });

  it('are not troubled when the case has moved but not its answer', async () => {
    const hidden = await begun();
    await letHappen(made, caseId, usual('send-consultation'));
    const saved = await officer.send(page(), { ...hidden, ...answer('Skrivet under remissen.') });
    expect(textOf(saved.html)).toContain('Svaret är sparat.');
  });

  it('lose nothing by going back and saving another text', async () => {
    const hidden = await begun();
    await officer.send(page(), { ...hidden, ...answer('Första.') });
    const again = await officer.send(page(), { ...hidden, ...answer('Andra.') });
    expect(again.status).toBe(409);
    const saved = await officer.send(page(), { ...hiddenOf(again.html), ...answer('Andra.') });
    expect(textOf(saved.html)).toContain('Svaret är sparat.');
  });

  it('keep the text also when the case has gone on to approval', async () => {
    const hidden = await begun();
    await letHappen(made, caseId, usual('submit-answer'));
    const refused = await officer.send(page(), { ...hidden, ...answer('För sent.') });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('För sent.');
    expect(textOf(refused.html)).toContain('Det går när ärendet är: under beredning; på remiss.');
  });
});

describe('who reads the answer', () => {
  it('is the manager with the comments it got, and not the member before the board has proposed', async () => {
    await letHappen(made, caseId, usual('submit-answer'));
    await letHappen(made, caseId, usual('comment-answer'));
    await letHappen(made, caseId, usual('return-answer'));
    const manager = await (await as('p-manager')).get(page());
    expect(textOf(manager.html)).toContain('återlämnade svaret (områdeschef)');
    expect(textOf(manager.html)).toContain('Kommentar-qvx: kortare.');
    expect(textOf(manager.html)).toMatch(/kommenterade svaret .* Kommentar-qvx: bra\./);
    expect(manager.html).not.toContain('<textarea');
    const member = await as('p-member');
    const shown = await member.get(page());
    expect(textOf(shown.html)).toContain('Svaret bereds');
    expect(shown.html).not.toMatch(/Svarstext-qvx|Kommentar-qvx|besvarad/);
    expect((await member.get(`${page()}/version/1`)).status).toBe(404);
  });

  it('is also the member when the board has proposed', async () => {
    await openTheMinutes(made);
    caseId = await aRealCase(made, 'CouncilReady');
    const { html } = await (await as('p-member')).get(page());
    expect(html).toContain('Svarstext-qvx');
  });

  it('shows consultations with what was asked and said, and which are late', async () => {
    await letHappen(made, caseId, usual('send-consultation'));
    const asked = by(actors.official, {
      type: 'send-consultation',
      recipient: 'e-stab',
      dueOn: '2026-08-05',
      question: 'Kostnad-qvx?',
    });
    await letHappen(made, caseId, asked);
    made.clock.now = '2026-08-06T10:00:00.000Z';
    const read = textOf((await officer.get(page())).html);
    expect(read).toContain('ekonomistaben försenat');
    expect(read).toContain('Kostnad-qvx?');
    expect(read).toMatch(/trafiknämnden (inväntas|försenat)/);
  });

  it('is nobody without a draft of one’s own', async () => {
    const draft = await aRealCase(made, 'Draft');
    expect((await officer.get(`/kontor/arenden/${draft}/svar`)).status).toBe(404);
  });
});
