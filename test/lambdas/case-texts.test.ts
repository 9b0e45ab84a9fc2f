import { beforeEach, describe, expect, it } from 'vitest';
import { caseView } from '../../lambdas/office/contract.ts';
import { aClaim, aDeliberation } from '../support/deliberation-builders.ts';
import { type Act, by, usual, waysOf } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { type MadeDesk, makeDesk, makeDoor, newCommandId } from './office-desk.ts';
import { caseIdOf, letHappen, openTheMinutes } from './real-cases.ts';

let made: MadeDesk;
let door: ReturnType<typeof makeDoor>;
beforeEach(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
  door = makeDoor(made.desk);
});

const aCaseBy = async (acts: readonly Act[]) => {
  const caseId = caseIdOf(newCommandId());
  for (const act of acts) await letHappen(made, caseId, act);
  return caseId;
};
const read = async (subject: string, caseId: string) =>
  caseView.parse((await door.get(subject, `/api/cases/${caseId}`)).body);

const preparers = ['p-official', 'p-manager', 'p-director', 'p-board-secretary', 'p-registrar', 'p-auditor'];
const others = ['p-member', 'p-other-member', 'p-group-secretary', 'p-council-secretary', 'p-archivist'];
const everybody = [...preparers, ...others];

const asked = usual('send-consultation');
const said = usual('record-statement');
const question = 'Fråga-qvx: vad kostar det?';
const statement = 'Yttrande-qvx: för mycket.';

describe('what the answer rests on (TF 2:12)', () => {
  it('is read in the preparation, and nowhere else until the board has proposed', async () => {
    const caseId = await aCaseBy(waysOf({ drafting: [asked, said] }).BoardAgenda);
    for (const subject of preparers) {
      const { consultations } = await read(subject, caseId);
      expect([subject, consultations]).toEqual([subject, [{ consultationNo: 1, question, statement }]]);
    }
    for (const subject of others) {
      const { body } = await door.get(subject, `/api/cases/${caseId}`);
      expect([subject, /Fråga|Yttrande/.exec(JSON.stringify(body))?.[0]]).toEqual([subject, undefined]);
      expect(body).not.toHaveProperty('consultations');
    }
  });

  it.each(['propose', 'forward-without-recommendation'] as const)(
    'is read by everybody after %s',
    async (propose) => {
      const way = waysOf({ drafting: [asked, said], propose: usual(propose) });
      const caseId = await aCaseBy(way.CouncilReady);
      for (const subject of everybody) {
        const { consultations } = await read(subject, caseId);
        expect([subject, consultations]).toEqual([subject, [{ consultationNo: 1, question, statement }]]);
      }
    },
  );

  it('is the question alone until a statement has come, each by its number', async () => {
    const again = by(actors.official, {
      ...examples['send-consultation'].command,
      recipient: 'n-vard',
      question: 'Andra frågan-qvx?',
    });
    const caseId = await aCaseBy([...waysOf({}).Drafting, asked, again]);
    const { consultations } = await read('p-official', caseId);
    expect(consultations).toEqual([
      { consultationNo: 1, question },
      { consultationNo: 2, question: 'Andra frågan-qvx?' },
    ]);
  });
});

it('shows everybody what the council was told of a late motion (KL 5:35)', async () => {
  const caseId = await aCaseBy([...waysOf({}).Drafting, usual('report-late')]);
  for (const subject of everybody) {
    expect((await read(subject, caseId)).lateReport).toBe('Läget-qvx: ett yttrande saknas.');
  }
});

describe('how a matter was dealt with', () => {
  const inMinutes = (body: string) =>
    aDeliberation({
      claims: [aClaim(1, 'AMEND', { mover: 'm-anna', state: 'withdrawn', text: `Yrkande-qvx, ${body}` })],
      propositions: [],
      points: [{ pointNo: 1, clauses: [1, 2], text: `Beslutspunkt-qvx, ${body}` }],
      reservations: [
        { memberId: 'm-bo', announcedBeforeEnd: true, text: `Reservation-qvx, ${body}` },
        { memberId: 'm-anna', announcedBeforeEnd: true },
      ],
      separateStatements: [{ memberId: 'm-bo', text: `Uttalande-qvx, ${body}` }],
      minuteNotes: [{ memberId: 'm-anna', text: `Anteckning-qvx, ${body}` }],
    });
  const textsIn = (body: string) => ({
    claims: [{ claimNo: 1, text: `Yrkande-qvx, ${body}` }],
    points: [{ pointNo: 1, text: `Beslutspunkt-qvx, ${body}` }],
    reservations: [{ memberId: 'm-bo', text: `Reservation-qvx, ${body}` }],
    separateStatements: [{ memberId: 'm-bo', text: `Uttalande-qvx, ${body}` }],
    minuteNotes: [{ memberId: 'm-anna', text: `Anteckning-qvx, ${body}` }],
  });
  const propose = by(actors['board-secretary'], {
    ...examples.propose.command,
    deliberation: inMinutes('styrelsen'),
  });
  const decide = by(actors['council-secretary'], {
    ...examples.decide.command,
    deliberation: inMinutes('fullmäktige'),
  });

  it('is read by everybody, of the board as soon as it has proposed (KL 6:35)', async () => {
    const caseId = await aCaseBy(waysOf({ propose }).CouncilReady);
    for (const subject of everybody) {
      const { boardTexts, councilTexts } = await read(subject, caseId);
      expect([subject, boardTexts, councilTexts]).toEqual([subject, textsIn('styrelsen'), undefined]);
    }
  });

  it('is read by everybody, of the council beside the board’s (KL 5:67)', async () => {
    const caseId = await aCaseBy(waysOf({ propose, decide }).Decided);
    for (const subject of everybody) {
      const { boardTexts, councilTexts } = await read(subject, caseId);
      expect([subject, boardTexts, councilTexts]).toEqual([
        subject,
        textsIn('styrelsen'),
        textsIn('fullmäktige'),
      ]);
    }
  });
});
