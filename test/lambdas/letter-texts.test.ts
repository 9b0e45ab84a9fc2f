import { beforeEach, describe, expect, it } from 'vitest';
import type { Status } from '../../domain/motion.ts';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import type { OutgoingLetter } from '../../lambdas/ports/mailer.ts';
import { council } from '../support/asked.ts';
import { aClaim, aDeliberation, among, aProposition, aRound } from '../support/deliberation-builders.ts';
import { type Act, by, usual } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors, theMember } from '../support/motion-people.ts';
import { type MadeDesk, makeDesk } from './office-desk.ts';
import { aRealCase, openTheMinutes } from './real-cases.ts';

let made: MadeDesk;
beforeEach(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
});

const { clauses } = examples['start-draft'].command.text;
const on = (letter: OutgoingLetter | undefined) => (letter?.text ?? '').replace(/\s+/g, ' ');

/** What Anna is sent when the case has met the acts: all letters, oldest first. */
const toldAnna = async (status: Status, ...acts: readonly Act[]) => {
  const caseId = await aRealCase(made, status, ...acts);
  await sendLetters(made.desk, caseId);
  const rows = await made.desk.cases.letters(caseId);
  expect(rows.filter(({ state }) => state !== 'sent' && state !== 'dropped')).toEqual([]);
  return made.sent.filter(({ to }) => to === 'm-anna@region.example');
};

const withdrawsSecond = (memberId: string): Act =>
  by(theMember(memberId), { type: 'withdraw-clauses', clauses: [2] });
const first = { clause: 1, outcome: 'GRANTED_AMENDED' as const };
const amended = aDeliberation({
  claims: [
    aClaim(1, 'REJECT', { mover: 'board' }),
    aClaim(2, 'AMEND', { mover: 'm-bo', text: 'Yrkande-qvx.' }),
  ],
  propositions: [aProposition([1, 2], [aRound(1, 2, 2)])],
  reservations: [{ memberId: 'm-bo', text: 'Reservation-qvx.', announcedBeforeEnd: true }],
  points: [{ pointNo: 1, text: 'Turerna ses över före sommaren.', clauses: [1] }],
});
const decides = by(actors['council-secretary'], {
  ...examples.decide.command,
  decisions: [first],
  deliberation: amended,
});
const proposes = by(actors['board-secretary'], {
  ...examples.propose.command,
  proposals: [first],
  deliberation: amended,
});

describe('the texts a letter quotes', () => {
  it('are what the council was told of the delay', async () => {
    const letters = await toldAnna('Consulting', usual('report-late'));
    expect(letters.map(on).at(-1)).toContain('Läget-qvx: ett yttrande saknas.');
  });

  it('are the reason, also where it stands with how the matter was dealt with', async () => {
    const { reason } = examples['refer-back-in-board'].command;
    const back = by(actors['board-secretary'], {
      ...examples['refer-back-in-board'].command,
      deliberation: aDeliberation({
        claims: [aClaim(1, 'REFER_BACK', { text: 'Yrkande-qvx.' })],
        propositions: [aProposition([1], [among(1)], 'deferral')],
      }),
    });
    expect(on((await toldAnna('BoardAgenda', back)).at(-1))).toContain(reason);
  });

  it('are the points of the decision, from the board to the end', async () => {
    const letters = await toldAnna(
      'BoardAgenda',
      withdrawsSecond('m-anna'),
      withdrawsSecond('m-bo'),
      proposes,
      usual('place-on-council-agenda'),
      decides,
      usual('follow-minutes/MinutesCertified'),
      usual('follow-minutes/NoticePosted'),
      usual('follow-minutes/AppealWindowPassed'),
      usual('follow-minutes/NoAppealConfirmed'),
    );
    const stating = letters.map(on).filter((text) => text.includes('Att-sats 1: bifall med ändring'));
    expect(stating).toHaveLength(4);
    for (const text of stating) {
      expect(text).toContain('Punkt 1, om att-sats 1 Turerna ses över före sommaren.');
      expect(text).toContain(`Att-sats 2: återtagen ${clauses[1]}`);
      expect(text).not.toMatch(/Att-sats 2: (?!återtagen)/);
    }
  });
});

describe('what stays with us', () => {
  it('is every draft, question, claim and reservation, and who is behind them', async () => {
    const letters = await toldAnna(
      'Consulting',
      usual('record-statement'),
      usual('submit-answer'),
      by(actors.manager, { type: 'approve-answer' }),
      by(actors.director, { type: 'approve-answer' }),
      usual('place-on-board-agenda'),
      withdrawsSecond('m-anna'),
      withdrawsSecond('m-bo'),
      proposes,
      usual('place-on-council-agenda'),
      decides,
      by(actors['council-secretary'], { type: 'take-back-act' }),
    );
    // The decision was taken back before anybody had been told of it: its letters are dropped.
    expect(letters).toHaveLength(7);
    for (const { subject, text, html } of letters) {
      const said = `${subject} ${text} ${html}`;
      expect(said).not.toMatch(/(Fråga|Yttrande|Svarstitel|Svarstext|Bedömning|Yrkande|Reservation)-qvx/);
      expect(said).not.toMatch(/Efternamnsson|Personnamn|@region\.example|\bm-(anna|bo)\b/);
    }
  });
});

it('a mover who is written to is never named in a subject', async () => {
  const letters = await toldAnna('Final');
  expect(letters.length).toBeGreaterThan(6);
  for (const { subject } of letters) expect(subject).toMatch(/^(RS \d+-\d{4} )?[^:]+: Titel-qvx/);
});

it('KL 13:5, 13:8 a posting day entered wrongly is told as that, also where a court has made it final', async () => {
  const happened = { type: 'NoticeFoundDown', foundDownOn: '2026-07-28', wrongDay: true } as const;
  const found = by(actors.system, { type: 'follow-minutes', minutesId: council.minutesId, happened });
  const letters = await toldAnna('Appealed', usual('follow-minutes/AppealClosed/upheld'), found);
  const told = on(letters.at(-1));
  expect(told).toContain('Dagen då anslaget sattes upp var felskriven hos oss');
  expect(told).not.toMatch(/kan fortfarande överklagas|satt inte uppe|sätts upp igen/);
});
