import { z } from 'zod';
import { begun } from '../../lambdas/office/contract.ts';
import { readAnswerSeed, readMotionSeed } from './seed-documents.ts';
import { roleHolders, type Town, yes } from './town.ts';
import { certifyAndPost, throughTheBoard, toTheCouncil, toTheDesk, untilFinal } from './way.ts';

/** What a story must end in, to be checked against record and inbox. */
export interface Expected {
  readonly name: string;
  readonly caseId: string;
  readonly outcome: 'ANSWERED' | 'GRANTED';
  readonly deviatesFromBoard: boolean;
  readonly signatories: readonly string[];
  /** Templates each signatory gets, in order. */
  readonly letters: readonly string[];
  readonly certifiedOn: string;
  readonly postedOn: string;
  readonly lastAppealDay: string;
  readonly finalOn: string;
  /** Codes of the refusals met on the way, in order. */
  readonly refusals: readonly string[];
  readonly expectedRefusals: readonly string[];
}

const memberIds: Readonly<Record<string, string>> = {
  'Jessica Carlqvist': 'm-carlqvist-jessica',
  'Katja Ollila': 'm-ollila-katja',
  'Malin von Wachenfeldt': 'm-von-wachenfeldt-malin',
  'Rolf Östman': 'm-ostman-rolf',
  'Marie Krantz': 'm-krantz-marie',
  'Margareta Carlsson': 'm-carlsson-margareta',
};

const memberOf = (name: string) => {
  const memberId = memberIds[name];
  if (memberId === undefined) throw new Error('a mover of the seed is not in the demo register');
  return memberId;
};

/**
 * Seeds 000/001: six members of V, a motion whose clauses the answer never quotes, the real answer as the draft, and
 * the decision "motionen anses besvarad".
 */
export const answeredStory = async (town: Town): Promise<Expected> => {
  const seed = readAnswerSeed();
  if (!seed.isAnswered) throw new Error('the seed does not propose that the motion be considered answered');
  const proposals = [{ clause: 'whole' as const, outcome: 'ANSWERED' as const }];
  await town.on('2022-11-29');
  const registrar = await town.person(roleHolders.registrar);
  const { caseId } = yes(
    await registrar.begin({
      type: 'import-motion',
      text: { title: seed.title, body: '', clauses: [] },
      signatories: seed.movers.map((mover) => memberOf(mover.name)),
      receivedOn: '2022-11-28',
    }),
    begun,
  );
  const desk = { registered: '2022-11-29', referred: '2022-12-13', assigned: '2023-01-10' };
  await toTheDesk(town, caseId, desk, 'Staben hållbar utveckling');
  const days = {
    written: seed.answeredOn,
    approved: '2023-06-02',
    boardSummons: '2023-08-29',
    board: '2023-09-05',
  };
  await throughTheBoard(town, caseId, days, seed.answer, proposals, '§ 176');
  const minutesId = await toTheCouncil(town, caseId, {
    councilSummons: '2023-09-14',
    council: '2023-09-26',
  });
  await town.act(roleHolders.councilSecretary, caseId, {
    type: 'decide',
    minutesId,
    paragraph: '§ 121',
    present: 69,
    decisions: proposals,
  });
  const ends = {
    certified: '2023-10-05',
    posted: '2023-10-06',
    windowPassed: '2023-10-28',
    confirmed: '2023-10-30',
  };
  await untilFinal(town, minutesId, ends);
  return {
    name: 'Seed 000/001',
    caseId,
    outcome: 'ANSWERED',
    deviatesFromBoard: false,
    signatories: seed.movers.map((mover) => mover.name),
    letters: [
      'received',
      'registered',
      'referred',
      'board-date',
      'board-proposal',
      'council-date',
      'decided',
      'extract',
      'final',
    ],
    certifiedOn: ends.certified,
    postedOn: ends.posted,
    lastAppealDay: '2023-10-27',
    finalOn: '2023-10-28',
    refusals: [],
    expectedRefusals: [],
  };
};

const refusal = z.object({ code: z.string() });

/**
 * Seed 004: a motion of S that names nobody. Refused until a member has signed and approved it; referred back once by
 * the council on a minority's request; then granted.
 */
export const grantedStory = async (town: Town): Promise<Expected> => {
  const text = readMotionSeed();
  const secretary = await town.person('albin.rosenkvist');
  const mover = await town.person('hannes.lindgard');
  const proposals = [{ clause: 1, outcome: 'GRANTED' as const }];
  const refusals: string[] = [];
  const trySubmit = async (caseId: string) => {
    const answer = await secretary.act(caseId, { type: 'submit' });
    refusals.push(refusal.parse(answer.body).code);
  };
  await town.on('2023-11-06');
  const { caseId } = yes(await secretary.begin({ type: 'start-draft', text, signatories: [] }), begun);
  await trySubmit(caseId);
  const signatories = ['m-lindgard-hannes'];
  await town.act(secretary.subject, caseId, { type: 'revise-text', text, signatories });
  await trySubmit(caseId);
  const draft = yes(
    await mover.get(`/api/cases/${caseId}`),
    z.object({ motion: z.object({ text: z.object({ hash: z.string() }) }) }),
  );
  await town.act(mover.subject, caseId, { type: 'approve-text', textHash: draft.motion.text.hash });
  await town.act(secretary.subject, caseId, { type: 'submit' });
  const desk = { registered: '2023-11-07', referred: '2023-11-21', assigned: '2023-12-04' };
  await toTheDesk(town, caseId, desk, 'Staben hållbar utveckling');
  const answer = {
    title: 'Svar på motion om en regional överenskommelse för kvinnofrid',
    sections: [{ heading: 'Bedömning', text: 'Regionen bör bjuda in länets kommuner till en dialog.' }],
  };
  const first = {
    written: '2024-01-15',
    approved: '2024-01-18',
    boardSummons: '2024-01-30',
    board: '2024-02-06',
  };
  await throughTheBoard(town, caseId, first, answer, proposals, '§ 12');
  const deferredIn = await toTheCouncil(town, caseId, {
    councilSummons: '2024-02-12',
    council: '2024-02-20',
  });
  await town.act(roleHolders.councilSecretary, caseId, {
    type: 'refer-back-in-council',
    minutesId: deferredIn,
    paragraph: '§ 9',
    request: { by: 'minority', present: 69, behind: 23 },
    reason: 'Kostnaden för en överenskommelse ska redovisas innan beslut fattas.',
  });
  await certifyAndPost(town, 'council', deferredIn, '2024-02-20');
  const costed = {
    ...answer,
    sections: [...answer.sections, { heading: 'Ekonomi', text: 'Dialogen ryms i befintlig budget.' }],
  };
  const second = {
    written: '2024-03-11',
    approved: '2024-03-14',
    boardSummons: '2024-03-26',
    board: '2024-04-03',
  };
  await throughTheBoard(town, caseId, second, costed, proposals, '§ 48');
  const minutesId = await toTheCouncil(town, caseId, {
    councilSummons: '2024-04-08',
    council: '2024-04-16',
  });
  await town.act(roleHolders.councilSecretary, caseId, {
    type: 'decide',
    minutesId,
    paragraph: '§ 31',
    present: 70,
    decisions: proposals,
  });
  const ends = {
    certified: '2024-04-25',
    posted: '2024-04-26',
    windowPassed: '2024-05-18',
    confirmed: '2024-05-20',
  };
  await untilFinal(town, minutesId, ends);
  return {
    name: 'Seed 004',
    caseId,
    outcome: 'GRANTED',
    deviatesFromBoard: false,
    signatories: ['Hannes Lindgård'],
    letters: [
      'received',
      'registered',
      'referred',
      'board-date',
      'board-proposal',
      'council-date',
      'referred-back',
      'board-date',
      'board-proposal',
      'council-date',
      'decided',
      'extract',
      'final',
    ],
    certifiedOn: ends.certified,
    postedOn: ends.posted,
    lastAppealDay: '2024-05-17',
    finalOn: '2024-05-18',
    refusals,
    expectedRefusals: ['signatory_missing', 'text_not_approved'],
  };
};
