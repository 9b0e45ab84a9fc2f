import { begun } from '../../../lambdas/office/contract.ts';
import { makeTown, roleHolders, type Town, yes } from '../../../local/demo/town.ts';
import {
  openMinutes,
  throughTheBoard,
  toTheCouncil,
  toTheDesk,
  untilFinal,
} from '../../../local/demo/way.ts';
import type { House } from './house.ts';

const today = '2026-02-02';
const unit = 'Staben hållbar utveckling';
const six = [
  'carlqvist-jessica',
  'ollila-katja',
  'von-wachenfeldt-malin',
  'ostman-rolf',
  'krantz-marie',
  'carlsson-margareta',
];
const proposals = [
  { clause: 1, outcome: 'GRANTED' as const },
  { clause: 2, outcome: 'ANSWERED' as const },
];
const answer = {
  title: 'Svar på motion om krafttag mot mäns våld mot kvinnor',
  sections: [
    { heading: 'Sammanfattning', text: 'Regionen har riktlinjer och utbildar personalen.' },
    {
      heading: 'Bedömning',
      text: 'Riktlinjerna gäller alla verksamheter.\n\nUtbildningen fortsätter under 2026.',
    },
  ],
};

const onPaper = async (town: Town, title: string, receivedOn: string, signatories = six.slice(0, 2)) => {
  const registrar = await town.person(roleHolders.registrar);
  const text = {
    title,
    body: 'Mäns våld mot kvinnor är ett stort samhällsproblem.\n\nRegionen möter de utsatta i vården.',
    clauses: [
      'regionen tar fram riktlinjer och rutiner för alla verksamheter',
      'regionen utbildar all personal',
    ],
  };
  const named = signatories.map((each) => `m-${each}`);
  const command = { type: 'import-motion' as const, text, signatories: named, receivedOn };
  return yes(await registrar.begin(command), begun).caseId;
};

/** One that is final, with everything a motion can have behind it. */
const finalCase = async (town: Town) => {
  await town.on('2025-09-02');
  const caseId = await onPaper(town, 'Krafttag mot mäns våld mot kvinnor', '2025-09-01', six);
  await toTheDesk(
    town,
    caseId,
    { registered: '2025-09-02', referred: '2025-09-16', assigned: '2025-09-18' },
    unit,
  );
  const days = {
    written: '2025-10-10',
    approved: '2025-10-14',
    boardSummons: '2025-10-28',
    board: '2025-11-04',
  };
  await throughTheBoard(town, caseId, days, answer, proposals, '§ 176');
  const minutesId = await toTheCouncil(town, caseId, { councilSummons: '2025-11-10', council: '2025-11-18' });
  await town.act(roleHolders.councilSecretary, caseId, {
    type: 'decide',
    minutesId,
    paragraph: '§ 121',
    present: 69,
    decisions: proposals,
  });
  const ends = {
    certified: '2025-11-25',
    posted: '2025-11-26',
    windowPassed: '2025-12-18',
    confirmed: '2025-12-19',
  };
  await untilFinal(town, minutesId, ends);
};

const planMeetings = async (town: Town) => {
  const meetings = [
    ['board', today, roleHolders.boardSecretary],
    ['board', '2026-03-31', roleHolders.boardSecretary],
    ['council', '2026-04-21', roleHolders.councilSecretary],
    ['council', '2026-06-16', roleHolders.councilSecretary],
  ] as const;
  for (const [body, date, secretary] of meetings) {
    await town.actOnMeeting(secretary, `${body}-${date}`, {
      type: 'plan-meeting',
      body,
      date,
      startsAt: '09:00',
    });
  }
  await town.actOnMeeting(roleHolders.boardSecretary, `board-${today}`, {
    type: 'summon',
    summonedOn: '2026-01-14',
  });
};

/** The answer is written and sent for approval; with `approved` it has been through the chain. */
const answered = async (town: Town, caseId: string, approved: boolean) => {
  await town.act(roleHolders.officer, caseId, { type: 'write-answer', answer, proposals });
  await town.act(roleHolders.officer, caseId, { type: 'submit-answer' });
  if (!approved) return;
  await town.act(roleHolders.manager, caseId, { type: 'approve-answer' });
  await town.act(roleHolders.director, caseId, { type: 'approve-answer' });
};

/** Cases at every kind of step, so that every page has something on it, and a clock on a day when the board meets. */
export const fillHouse = async ({ product, settle }: House): Promise<void> => {
  const town = makeTown(product);
  await finalCase(town);
  await town.on('2026-01-12');
  const returned = await onPaper(town, 'Fler cykelställ vid sjukhusen', '2026-01-09');
  await town.act(roleHolders.registrar, returned, { type: 'register' });
  await settle();
  await town.act(roleHolders.registrar, returned, {
    type: 'return-motion',
    provision: 'arbetsordningen 22 §',
    reason: 'Motionen rör två olika ämnen.',
  });
  const inApproval = await onPaper(town, 'Rättvisa resor i hela länet', '2026-01-09');
  const consulted = await onPaper(town, 'Trygga förlossningar', '2026-01-09');
  const ready = await onPaper(town, 'En blodbuss till landsbygden', '2026-01-09');
  const onAgenda = await onPaper(town, 'Fler vårdplatser i länet', '2026-01-09');
  for (const caseId of [inApproval, consulted, ready, onAgenda]) {
    await toTheDesk(
      town,
      caseId,
      { registered: '2026-01-12', referred: '2026-01-13', assigned: '2026-01-14' },
      unit,
    );
  }
  await town.act(roleHolders.officer, consulted, {
    type: 'send-consultation',
    recipient: 'halso-och-sjukvardsnamnden',
    dueOn: '2026-03-20',
    question: 'Hur ser nämnden på förslaget?',
  });
  await answered(town, inApproval, false);
  await answered(town, ready, true);
  await answered(town, onAgenda, true);
  await planMeetings(town);
  await town.act(roleHolders.boardSecretary, onAgenda, {
    type: 'place-on-board-agenda',
    meetingId: `board-${today}`,
  });
  await town.on(today);
  await openMinutes(town, 'board', today);
  await onPaper(town, 'Gratis mensskydd på ungdomsmottagningar', today);
  const mover = await town.person('hannes.lindgard');
  const text = { title: 'Lär för livet', body: 'En text på gång.', clauses: ['regionen inleder en dialog'] };
  yes(await mover.begin({ type: 'start-draft', text, signatories: ['m-lindgard-hannes'] }), begun);
  await settle();
};
