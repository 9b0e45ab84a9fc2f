import { beforeEach, describe, expect, it } from 'vitest';
import type { MeetingCommand } from '../../domain/meeting-commands.ts';
import type { MinutesCommand } from '../../domain/minutes-commands.ts';
import type { Actor } from '../../domain/roles.ts';
import { actOnMeeting } from '../../lambdas/casework/act-on-meeting.ts';
import { actOnMinutes } from '../../lambdas/casework/act-on-minutes.ts';
import { aClaim, aDeliberation, aProposition, aRound, roll } from '../support/deliberation-builders.ts';
import { type Act, BOARD_DAY, by, COUNCIL_DAY, usual, waysOf } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { wordsOfHtml } from '../support/paper-texts.ts';
import { type MadeDesk, makeDesk, newCommandId } from './office-desk.ts';
import { makePaperRoom } from './papers-room.ts';
import { aRealCase, caseIdOf, letHappen, openTheMinutes } from './real-cases.ts';

let made: MadeDesk;
let room: ReturnType<typeof makePaperRoom>;
beforeEach(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
  room = makePaperRoom(made.desk);
});

const aCaseBy = async (acts: readonly Act[]) => {
  const caseId = caseIdOf(newCommandId());
  for (const act of acts) await letHappen(made, caseId, act);
  return caseId;
};
const words = async (path: string) => wordsOfHtml(await room.page('p-auditor', path));
const ofCase = (caseId: string, kind: string) => words(`/api/cases/${caseId}/papers/${kind}.html`);

const minutesId = `council-${COUNCIL_DAY}`;
const onMinutes = async (actor: Actor, command: MinutesCommand) => {
  made.clock.now = '2026-07-01T10:00:00.000Z';
  const answer = await actOnMinutes(made.desk, { minutesId, commandId: newCommandId(), command, actor });
  if (answer.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
};

const onMeeting = async (actor: Actor, meetingId: string, command: MeetingCommand) => {
  const answer = await actOnMeeting(made.desk, { meetingId, commandId: newCommandId(), command, actor });
  if (answer.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
};

const anna = 'Namn Efternamnsson-anna (Exempelpartiet)';
const bo = 'Namn Efternamnsson-bo (Exempelpartiet)';

describe('the extract of the minutes (KL 5:67)', () => {
  const deliberation = aDeliberation({
    claims: [
      aClaim(1, 'REJECT', { mover: 'board', clauses: [1, 2] }),
      aClaim(2, 'GRANT', { mover: 'm-anna', clauses: [1, 2], text: 'Bussarna behövs.' }),
      aClaim(3, 'GRANT', { mover: 'm-bo', clauses: [1], state: 'withdrawn', text: 'Återtaget yrkande.' }),
    ],
    propositions: [
      aProposition(
        [1, 2],
        [
          aRound(1, 2, 1, {
            ballots: [
              { memberId: 'm-bo', ballot: 'yes' },
              { memberId: 'm-anna', ballot: 'no' },
              { memberId: 'm-idle', ballot: 'yes' },
              // As many as are present stand in the roll (KL 5:67 p. 5).
              ...roll(0, 0, 33),
            ],
          }),
        ],
        [1, 2],
      ),
    ],
    reservations: [{ memberId: 'm-anna', announcedBeforeEnd: true, text: 'Det är fel beslut.' }],
    separateStatements: [{ memberId: 'm-bo', text: 'Kostnaden borde ha räknats.' }],
    minuteNotes: [{ memberId: 'm-anna', text: 'Antecknas.' }],
    points: [{ pointNo: 1, clauses: [1, 2], text: 'avslå motionen med hänvisning till budgeten' }],
  });
  const decide = by(actors['council-secretary'], {
    ...examples.decide.command,
    decisions: [
      { clause: 1, outcome: 'REJECTED' },
      { clause: 2, outcome: 'REJECTED' },
    ],
    deliberation,
  });

  it('holds claims that stand, propositions, the vote by name, the decision, reservations and statements', async () => {
    const caseId = await aCaseBy(waysOf({ decide }).Decided);
    const text = await ofCase(caseId, 'council-extract');
    for (const part of [
      'Protokollsutdrag, ej justerat',
      'Regionfullmäktige beslutar att avslå motionen med hänvisning till budgeten att motionen avslås.',
      'Yrkande 1. Regionstyrelsen yrkar avslag på att-satserna 1 och 2.',
      `Yrkande 2. ${anna} yrkar bifall till att-satserna 1 och 2. Bussarna behövs.`,
      'Ordföranden ställer proposition i fråga om att-satserna 1 och 2 på yrkande 1 och 2.',
      'Omröstning begärs. Ja för yrkande 1, nej för yrkande 2. Resultat: 2 ja, 1 nej och 33 som avstår. Yrkande 1 har vunnit bifall.',
      `Nej (1): ${anna}`,
      `${anna} reserverar sig mot beslutet. Det är fel beslut.`,
      `Särskilda yttranden ${bo} Kostnaden borde ha räknats.`,
      `Protokollsanteckningar ${anna} Antecknas.`,
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Återtaget yrkande.');
  });

  it('says that the board has proposed, and does not decide', async () => {
    const caseId = await aRealCase(made, 'CouncilReady');
    const text = await ofCase(caseId, 'board-extract');
    expect(text).toContain('Regionstyrelsen föreslår regionfullmäktige besluta att');
    expect(text).not.toContain('Beslutet skickas till');
  });

  it('says why a matter came back, and of an act that was taken back nothing', async () => {
    const back = await aRealCase(made, 'CouncilAgenda', usual('refer-back-in-council'));
    expect(await ofCase(back, 'council-extract')).toContain('att återremittera ärendet');
    const { reason } = examples['refer-back-in-council'].command;
    expect(await ofCase(back, 'council-extract')).toContain(`Motivering: ${reason}`);
    const takeBack = by(actors['council-secretary'], examples['take-back-act'].command);
    const taken = await aRealCase(made, 'Decided', takeBack);
    const answer = await room.get('p-auditor', `/api/cases/${taken}/papers/council-extract.html`);
    expect(answer.status).toBe(404);
    expect(await ofCase(taken, 'board-extract')).toContain('föreslår');
  });

  it('says when the minutes were certified and posted, and until when one may appeal', async () => {
    const caseId = await aRealCase(made, 'Decided');
    expect(await ofCase(caseId, 'council-extract')).toContain('Protokollet är ännu inte justerat.');
    await onMinutes(actors.certifier, { type: 'certify-minutes' });
    await onMinutes(actors['council-secretary'], { type: 'post-notice', postedOn: '2026-07-01' });
    const text = await ofCase(caseId, 'council-extract');
    expect(text).not.toContain('ej justerat');
    expect(text).toContain(
      'Justerat 2026-07-01 Tillkännagivet på anslagstavlan 2026-07-01 Sista dag att överklaga 2026-07-22',
    );
  });
});

describe('the notice (KL 8:12)', () => {
  const notice = `/api/minutes/${minutesId}/papers/notice.html`;

  it('is there when the minutes are certified, and says what is in them and how to appeal', async () => {
    const caseId = await aRealCase(made, 'Decided');
    const number = (await made.desk.register.motion(caseId))?.registrationNumber;
    expect((await room.get('p-auditor', notice)).status).toBe(404);
    await onMinutes(actors.certifier, { type: 'certify-minutes' });
    expect(await words(notice)).toContain('Anslaget sätts upp Ännu inte uppsatt');
    await onMinutes(actors['council-secretary'], { type: 'post-notice', postedOn: '2026-07-01' });
    const text = await words(notice);
    expect(text).toContain(`§ 41 ${number}`);
    expect(text).toContain('Anslaget sätts upp 2026-07-01 Anslaget tas ner tidigast 2026-07-23');
    expect(text).toContain('Sista dagen är 2026-07-22.');
    expect(text).toContain('laglighetsprövning (13 kap. kommunallagen)');
  });
});

describe('the agenda (KL 5:15)', () => {
  it('has what is taken up, with what the board proposes, and nothing taken off; the announcement likewise', async () => {
    const secretary = actors['council-secretary'];
    const meetingId = `council-${COUNCIL_DAY}`;
    const plan = (command: MeetingCommand) => onMeeting(secretary, meetingId, command);
    made.clock.now = '2026-05-01T10:00:00.000Z';
    await plan({
      type: 'plan-meeting',
      body: 'council',
      date: COUNCIL_DAY,
      startsAt: '09:00',
      place: 'Salen',
    });
    made.clock.now = '2026-06-01T10:00:00.000Z';
    await plan({ type: 'summon', summonedOn: '2026-06-01' });
    await plan({ type: 'announce', announcedOn: '2026-06-01' });
    const place = by(secretary, {
      type: 'place-on-council-agenda',
      meetingDate: COUNCIL_DAY,
      summonedOn: '2026-06-01',
      announcedOn: '2026-06-01',
    });
    const there = await aRealCase(made, 'CouncilReady', place);
    const off = await aRealCase(made, 'CouncilReady', place, by(secretary, { type: 'take-off-agenda' }));
    const numbers = await Promise.all(
      [there, off].map(async (each) => (await made.desk.register.motion(each))?.registrationNumber),
    );
    const text = await words(`/api/meetings/${meetingId}/papers/agenda.html`);
    expect(text).toContain(`Tid ${COUNCIL_DAY} kl. 09:00 Plats Salen`);
    expect(text).toContain(`(${numbers[0]}) Motion från ${anna}, ${bo}.`);
    expect(text).toContain('Regionstyrelsen föreslår regionfullmäktige besluta att');
    expect(text).not.toContain(`(${numbers[1]})`);
    const announced = await words(`/api/meetings/${meetingId}/papers/announcement.html`);
    expect(announced).toContain(`Dag ${COUNCIL_DAY} Tid kl. 09:00 Plats Salen Motioner som ska behandlas`);
    expect(announced).toContain(`(${numbers[0]}).`);
    // What came on the agenda later was not announced with the meeting (KL 5:13).
    const later = by(secretary, {
      type: 'place-on-council-agenda',
      meetingDate: COUNCIL_DAY,
      basis: 'unannounced',
    });
    const unannounced = await aRealCase(made, 'CouncilReady', later);
    const number = (await made.desk.register.motion(unannounced))?.registrationNumber ?? '?';
    expect(await words(`/api/meetings/${meetingId}/papers/agenda.html`)).toContain(`(${number})`);
    expect(await words(`/api/meetings/${meetingId}/papers/announcement.html`)).not.toContain(`(${number})`);
    // That a motion is withdrawn is a matter as any (row 28p).
    const withdrawn = await aRealCase(made, 'WithdrawalPending', place);
    const whose = (await made.desk.register.motion(withdrawn))?.registrationNumber ?? '?';
    const named = `(${whose}) Motion från ${[anna, bo].join(', ').replaceAll(')', ', återtagit)')}. `;
    expect(await words(`/api/meetings/${meetingId}/papers/agenda.html`)).toContain(
      `${named}Undertecknarna har återtagit motionen. Återtagandet anmäls i regionfullmäktige`,
    );
    expect(await words(`/api/meetings/${meetingId}/papers/announcement.html`)).toContain(
      `(${whose}). Motionen är återtagen, och återtagandet anmäls.`,
    );
    // What the meeting put off was dealt with there, though it waits for another.
    const putOff = await aRealCase(made, 'CouncilReady', place, usual('postpone-in-council'));
    const its = (await made.desk.register.motion(putOff))?.registrationNumber ?? '?';
    expect(await words(`/api/meetings/${meetingId}/papers/agenda.html`)).toContain(`(${its})`);
    made.clock.now = '2026-05-01T10:00:00.000Z';
    const ofBoard = { type: 'plan-meeting', body: 'board', date: BOARD_DAY } as const;
    await onMeeting(actors['board-secretary'], `board-${BOARD_DAY}`, ofBoard);
    const boardPaper = (kind: string) => `/api/meetings/board-${BOARD_DAY}/papers/${kind}.html`;
    expect((await room.get('p-auditor', boardPaper('agenda'))).status).toBe(200);
    expect((await room.get('p-auditor', boardPaper('announcement'))).status).toBe(404);
  });
});

describe('the answer', () => {
  it('has its head, the clauses, who was consulted, the sections and the proposal, in the order of the template', async () => {
    const acts = [
      ...waysOf({ drafting: [usual('send-consultation'), usual('record-statement')] }).BoardReady,
    ];
    const caseId = await aCaseBy(acts);
    const text = await ofCase(caseId, 'answer');
    const order = [
      'Tjänsteskrivelse',
      'Datum',
      'Beteckning',
      'Motionens förslag 1. ',
      'Beredning ',
      'yttrande 20',
      'föreslår regionfullmäktige besluta att',
      'Framställt ur ärende',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('says that it is a draft while it is one', async () => {
    expect(await ofCase(await aRealCase(made, 'Approval'), 'answer')).toContain('Tjänsteskrivelse, utkast');
    expect(await ofCase(await aRealCase(made, 'BoardReady'), 'answer')).not.toContain('utkast');
  });
});

describe('the receipt', () => {
  it('says when the motion came, who signed it, and the hash of its text', async () => {
    const caseId = await aRealCase(made, 'Received');
    const record = (await made.desk.cases.load(caseId))?.motion;
    const text = await ofCase(caseId, 'receipt');
    expect(text).toContain(record?.text.hash);
    expect(text).toContain(`${anna}, ${bo}`);
    expect(text).toContain('Motionen är ännu inte registrerad.');
  });
});

describe('the reports', () => {
  it('have a row for each motion, or say that there is none', async () => {
    expect(await words('/api/reports/papers/open-motions.html')).toContain('Inga motioner är öppna.');
    await aRealCase(made, 'Drafting');
    const text = await words('/api/reports/papers/open-motions.html');
    expect(text).toContain('Under beredning.');
    expect(text).toContain('Öppna motioner 1');
    const granted = '/api/reports/papers/granted-motions.html?from=2026-01-01&to=2026-12-31';
    expect(await words(granted)).toContain('Inga motioner bifölls.');
  });
});
