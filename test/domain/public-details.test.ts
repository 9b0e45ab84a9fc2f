import { describe, expect, it } from 'vitest';
import { protectedName } from '../../domain/members.ts';
import type { Motion } from '../../domain/motion.ts';
import {
  type DetailTexts,
  documentsOfDetails,
  membersOfDetails,
  publicDetailsOf,
  sourcesOfDetails,
} from '../../domain/public-details.ts';
import { answer } from '../support/asked.ts';
import { aClaim, aDeliberation } from '../support/deliberation-builders.ts';
import { aCase, aJourney, by, TODAY, usual, waysOf } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors, aMember, register } from '../support/motion-people.ts';

/** What the board and the council were told by those who were not of one mind with them. */
const boardSaid = aDeliberation({
  claims: [aClaim(1, 'AMEND', { mover: 'm-anna', state: 'withdrawn', text: 'Yrkande.' })],
  propositions: [],
  reservations: [
    { memberId: 'm-anna', announcedBeforeEnd: true },
    { memberId: 'm-serving', announcedBeforeEnd: true, text: 'Reservation.', against: [2] },
  ],
  separateStatements: [{ memberId: 'm-bo', text: 'Uttalande.' }],
  minuteNotes: [{ memberId: 'm-anna', text: 'Anteckning.' }],
});
const councilSaid = aDeliberation({
  claims: [],
  propositions: [],
  reservations: [{ memberId: 'm-bo', announcedBeforeEnd: true, text: 'Reservation i fullmäktige.' }],
});
const propose = by(actors['board-secretary'], { ...examples.propose.command, deliberation: boardSaid });
const decide = by(actors['council-secretary'], { ...examples.decide.command, deliberation: councilSaid });
const spoken = waysOf({ propose, decide });
const motionOf = (acts: Parameters<typeof aJourney>[0]): Motion => {
  const { motion } = aJourney(acts);
  if (motion === undefined) throw new Error('no motion');
  return motion;
};
const proposed = motionOf(spoken.CouncilReady);
const decided = motionOf(spoken.Decided);
const board = 'boardProposal' in proposed ? proposed.boardProposal : undefined;
const council = 'decision' in decided ? decided.decision : undefined;
const answerRef = 'answer' in proposed ? proposed.answer?.document : undefined;

const texts: DetailTexts = {
  answer: (id) => (id === answerRef?.documentId ? answer : undefined),
  deliberation: (id) => {
    if (id === board?.texts?.documentId) {
      return {
        claims: [],
        points: [],
        reservations: [{ memberId: 'm-serving', text: 'Reservation av Bo Ek.' }],
        separateStatements: [{ memberId: 'm-bo', text: 'Uttalande.' }],
        minuteNotes: [],
      };
    }
    return undefined;
  },
};
const details = (record: Motion, members = register, names: readonly string[] = []) =>
  publicDetailsOf(record, texts, members, names);
const reserved = {
  body: 'board',
  kind: 'reservation',
  name: 'Namn Efternamnsson-serving',
  party: 'Exempelpartiet',
  against: [2],
  text: 'Reservation av Bo Ek.',
};
const silent = {
  body: 'board',
  kind: 'reservation',
  name: 'Namn Efternamnsson-anna',
  party: 'Exempelpartiet',
};
const stated = {
  body: 'board',
  kind: 'statement',
  name: 'Namn Efternamnsson-bo',
  party: 'Exempelpartiet',
  text: 'Uttalande.',
};

describe('the answer in the public view', () => {
  it('is a draft until the board has proposed, and public from then on (TF 2:12)', () => {
    for (const status of ['Registered', 'Drafting', 'BoardReady', 'BoardAgenda'] as const) {
      expect(details(motionOf(spoken[status]))).toEqual({ dissents: [] });
      expect(documentsOfDetails(motionOf(spoken[status]))).toEqual([]);
    }
    expect(details(proposed).answer).toEqual(answer);
    expect(details(decided).answer).toEqual(answer);
  });

  it('is public when the board sends it on without a stand of its own', () => {
    const drafting = [usual('send-consultation'), usual('record-statement')];
    const way = waysOf({ drafting, propose: usual('forward-without-recommendation') });
    const forwarded = motionOf(way.CouncilReady);
    const given = { ...texts, answer: () => answer };
    expect(publicDetailsOf(forwarded, given, register)).toEqual({ answer, dissents: [] });
  });

  it('stays as an earlier one when the council sends it back, whatever is written next (TF 2:10)', () => {
    const back = aCase('CouncilAgenda', usual('refer-back-in-council'));
    const given = { ...texts, answer: () => answer };
    const earlier = { answer: { ...answer, isEarlier: true }, dissents: [] };
    expect(publicDetailsOf(back.motion as Motion, given, register)).toEqual(earlier);
    const anew = aJourney([usual('write-answer')], back).motion as Motion;
    expect(publicDetailsOf(anew, given, register)).toEqual(earlier);
    expect(documentsOfDetails(anew)).toHaveLength(1);
  });

  it('is left out when its text is gone', () => {
    expect(publicDetailsOf(proposed, { ...texts, answer: () => undefined }, register).answer).toBeUndefined();
  });
});

describe('those who were of another mind (KL 4:27)', () => {
  it('are told of with name and party, and nothing else of what was said', () => {
    expect(details(proposed).dissents).toEqual([silent, reserved, stated]);
    expect(membersOfDetails(proposed)).toEqual(['m-anna', 'm-serving', 'm-bo']);
  });

  it('are told of by body, in the order of the meetings, each once among those named', () => {
    const inCouncil = { body: 'council', kind: 'reservation', name: stated.name, party: 'Exempelpartiet' };
    expect(details(decided).dissents).toEqual([silent, reserved, stated, inCouncil]);
    expect(membersOfDetails(decided)).toEqual(['m-anna', 'm-serving', 'm-bo']);
  });

  it('have the party of the day of the meeting (domain.md §1.4)', () => {
    const parties = [
      { from: '2022-10-15', party: 'Första' },
      { from: '2026-05-13', party: 'Andra' },
    ];
    const members = new Map([...register, ['m-bo', aMember({ memberId: 'm-bo', parties })] as const]);
    expect(details(decided, members).dissents.map(({ body, party }) => [body, party])).toEqual([
      ['board', 'Exempelpartiet'],
      ['board', 'Exempelpartiet'],
      ['board', 'Första'],
      ['council', 'Andra'],
    ]);
  });

  it('are left out when nobody knows them any more, as is a text that is gone', () => {
    const members = new Map([...register].filter(([memberId]) => memberId !== 'm-bo'));
    expect(details(proposed, members).dissents).toEqual([silent, reserved]);
    const { text: _, ...without } = reserved;
    const gone = publicDetailsOf(proposed, { ...texts, deliberation: () => undefined }, members);
    expect(gone.dissents).toEqual([silent, without]);
  });

  it('are not known where nothing of the deliberation was noted', () => {
    const plain = aCase('Decided').motion as Motion;
    expect([details(plain).dissents, membersOfDetails(plain)]).toEqual([[], []]);
    expect(documentsOfDetails(plain)).toEqual([answerRef]);
  });
});

describe('who must not be named (domain.md §9; OSL 21:3)', () => {
  it('is hidden as the one who reserved, and in what others wrote', () => {
    const members = new Map([
      ...register,
      ['m-serving', aMember({ memberId: 'm-serving', name: 'Bo Ek', protectedIdentity: true })] as const,
    ]);
    expect(details(proposed, members).dissents[1]).toMatchObject({
      name: protectedName,
      party: 'Exempelpartiet',
      text: `Reservation av ${protectedName}.`,
    });
  });

  it('is hidden though not among those who took part', () => {
    expect(details(proposed, register, ['Bo Ek']).dissents[1]?.text).toBe(`Reservation av ${protectedName}.`);
    const written = { title: 'Svar till Bo Ek', sections: [{ heading: 'Bo Ek', text: 'Bo Ek skriver.' }] };
    const given = { ...texts, answer: () => written };
    expect(publicDetailsOf(proposed, given, register, ['Bo Ek']).answer).toEqual({
      title: `Svar till ${protectedName}`,
      sections: [{ heading: protectedName, text: `${protectedName} skriver.` }],
    });
  });
});

describe('the documents behind the details', () => {
  it('are the answer and what was said in board and council', () => {
    expect(documentsOfDetails(proposed)).toEqual([answerRef, board?.texts]);
    expect(documentsOfDetails(decided)).toEqual([answerRef, board?.texts, council?.texts]);
  });

  it('are none while the case is marked as possibly secret (OSL 5:5)', () => {
    const marked = aJourney([usual('mark-secrecy')], aJourney(spoken.CouncilReady)).motion as Motion;
    expect(documentsOfDetails(marked)).toEqual([]);
  });

  it('tell whether a change touches what is shown', () => {
    const sources = (...acts: Parameters<typeof aJourney>[0]) => sourcesOfDetails(motionOf(acts));
    expect(sourcesOfDetails(undefined)).toBe('');
    const noted = sources(...spoken.CouncilReady, usual('add-note', { today: TODAY }));
    expect(noted).toBe(sourcesOfDetails(proposed));
    expect(sources(...spoken.CouncilReady, usual('mark-secrecy'))).not.toBe(noted);
    expect(sourcesOfDetails(decided)).not.toBe(noted);
    // The same answer is shown as an earlier one when the council has sent it back.
    const agenda = sources(...spoken.CouncilAgenda);
    expect(sources(...spoken.CouncilAgenda, usual('refer-back-in-council'))).not.toBe(agenda);
  });
});
