import { describe, expect, test } from 'vitest';
import { actsIn, type MinutedAct } from '../../domain/acts-in-minutes.ts';
import { decideMinutes } from '../../domain/decide-minutes.ts';
import type { DeliberationFacts } from '../../domain/deliberation.ts';
import type { DeferralRequest, MotionEvent } from '../../domain/events.ts';
import type { Meeting } from '../../domain/meeting.ts';
import {
  ANNA,
  MINUTES,
  minutesAfter,
  minutesContext,
  minutesExamples,
  minutesWays,
} from '../support/minutes-builders.ts';
import {
  aCase,
  aJourney,
  aKeptMeeting,
  BOARD_DAY,
  CASE,
  COUNCIL_DAY,
  usual,
} from '../support/motion-builders.ts';
import { as } from '../support/row-case.ts';

/** KL 5:66, 5:69: the attendance can be corrected after a decision, and what is signed must stand with it. */
const members = (count: number) => Array.from({ length: count }, (_, index) => `m-${index + 1}`);
const attended = (
  present: readonly string[],
  facts: Partial<Meeting> = {},
  body: Meeting['body'] = 'council',
) =>
  aKeptMeeting(body, body === 'board' ? BOARD_DAY : COUNCIL_DAY, {
    chair: 'm-1',
    attendance: present.map((memberId) => ({ memberId, as: 'member' as const })),
    ...facts,
  });
const said = (acts: readonly MinutedAct[], ...meetings: Meeting[]) => {
  const open = minutesAfter(...minutesWays.Open).minutes;
  const context = { ...minutesContext(ANNA), acts, meetings };
  const answer = decideMinutes(open, minutesExamples.certify, context);
  return 'kind' in answer ? answer : answer.type;
};

const decided: Extract<MotionEvent, { type: 'CouncilDecided' }> = {
  type: 'CouncilDecided',
  at: { minutesId: MINUTES, paragraph: '§ 41', meetingDate: COUNCIL_DAY },
  decisions: [{ clause: 'whole', outcome: 'GRANTED' }],
  outcome: 'GRANTED',
  deviatesFromBoard: false,
  present: 40,
  urgent: false,
};
const act = (more: object = {}): MinutedAct[] => [
  { caseId: CASE, act: { ...decided, ...more } as MinutedAct['act'] },
];
const putOff = (request: DeferralRequest): MinutedAct[] => [
  { caseId: CASE, act: { type: 'CouncilPostponed', at: decided.at, request } },
];
const vote = (yes: readonly string[], no: readonly string[], more: object = {}): DeliberationFacts => ({
  claims: [{ claimNo: 1, mover: 'm-2', kind: 'GRANT', clauses: ['whole'], state: 'standing' }],
  propositions: [
    {
      about: ['whole'],
      claims: [1],
      rounds: [
        {
          kind: 'main',
          yes: 1,
          no: null,
          method: 'recorded-vote',
          carried: 1,
          votes: { yes: [...yes], no: [...no], abstain: [] },
        },
      ],
    },
  ],
  reservations: [],
  separateStatements: [],
  minuteNotes: [],
  points: [],
  ...more,
});
const all = members(40);
const votes = vote(all.slice(0, 25), all.slice(25));

describe('the minutes are not signed while an act does not stand with the attendance', () => {
  test('as it was judged, it stands', () => {
    expect(said(act(), attended(all))).toBe('MinutesSigned');
    expect(said(act({ deliberation: votes }), attended(all))).toBe('MinutesSigned');
    expect(said(act())).toBe('MinutesSigned');
  });

  test('too few were there after all (KL 5:45)', () => {
    const noted = act({ present: 35 });
    expect(said(noted, attended(members(35)))).toMatchObject({
      code: 'attendance_contradicts',
      rule: 'KL 5:69; KL 5:45–46',
      detail: expect.stringContaining('§ 41: Organet är inte beslutfört'),
    });
  });

  test('another number than the decision was noted with (KL 5:66)', () => {
    expect(said(act(), attended(members(41)))).toMatchObject({ rule: 'KL 5:69; KL 5:66' });
  });

  test('one who voted was not there, or one who was there did not vote (KL 5:67 p. 5)', () => {
    const swapped = [...members(39), 'm-99'];
    expect(said(act({ deliberation: votes }), attended(swapped))).toMatchObject({
      code: 'attendance_contradicts',
      rule: expect.stringContaining('KL 5:'),
    });
    const short = act({ deliberation: vote(all.slice(0, 25), all.slice(25, 39)) });
    expect(said(short, attended(all))).toMatchObject({ code: 'attendance_contradicts' });
  });

  test('one is disqualified who voted (KL 5:47)', () => {
    const disqualifications = [{ caseId: CASE, memberId: 'm-3' }];
    const noted = act({ present: 39, deliberation: votes });
    expect(said(noted, attended(all, { disqualifications }))).toMatchObject({
      code: 'attendance_contradicts',
    });
  });

  test('one who led, claimed or reserved had left (KL 4:27, 5:53)', () => {
    const noVotes = { propositions: [] };
    const left = (memberId: string) =>
      attended(
        [...all, 'm-41'].filter((each) => each !== memberId),
        {
          attendance: [...all, 'm-41'].map((each) => ({
            memberId: each,
            as: 'member' as const,
            ...(each === memberId ? { toParagraph: 12 } : {}),
          })),
        },
      );
    const noted = (more: object) => act({ deliberation: vote([], [], { ...noVotes, ...more }) });
    const reserves = noted({ reservations: [{ memberId: 'm-5' }] });
    expect(said(reserves, left('m-41'))).toBe('MinutesSigned');
    expect(said(reserves, left('m-5'))).toMatchObject({ rule: 'KL 5:69; KL 4:27' });
    expect(said(noted({ chairedBy: 'm-6' }), left('m-6'))).toMatchObject({ code: 'attendance_contradicts' });
    expect(said(noted({}), left('m-2'))).toMatchObject({ code: 'attendance_contradicts' });
    // A full-time councillor who is no member claims without being on the list (KL 5:39).
    const councillor = { claimNo: 1, mover: 'r-1', kind: 'GRANT', clauses: ['whole'], state: 'standing' };
    expect(said(noted({ claims: [councillor] }), left('m-41'))).toBe('MinutesSigned');
  });

  test('the minority that put it off was not there, or is a third no longer (KL 5:50)', () => {
    const asked = (present: number, behind: number) =>
      putOff({ by: 'minority', present, behind, requestedBy: members(behind) });
    expect(said(asked(39, 13), attended(members(39)))).toBe('MinutesSigned');
    expect(said(asked(39, 13), attended(members(40)))).toMatchObject({ rule: 'KL 5:69; KL 5:50' });
    const without = attended(members(45).slice(6));
    expect(said(asked(39, 13), without)).toMatchObject({ rule: 'KL 5:69; KL 5:50' });
  });

  test('a minority that was counted and not named is judged by its number', () => {
    const counted = (behind: number) => putOff({ by: 'minority', present: 71, behind });
    expect(said(counted(24), attended(members(71)))).toBe('MinutesSigned');
    expect(said(counted(23), attended(members(71)))).toMatchObject({ rule: 'KL 5:69; KL 5:50' });
    expect(said(counted(24), attended(members(70)))).toMatchObject({ rule: 'KL 5:69; KL 5:66' });
  });

  test('a majority that put it off was of another number (KL 5:66)', () => {
    const majority = putOff({ by: 'majority', present: 71 });
    expect(said(majority, attended(members(71)))).toBe('MinutesSigned');
    expect(said(majority, attended(members(70)))).toMatchObject({ rule: 'KL 5:69; KL 5:66' });
    expect(said(putOff({ by: 'majority' }), attended(members(70)))).toBe('MinutesSigned');
  });

  test('a minority named in the round is judged as one named in the request', () => {
    const asked = (minority: readonly string[]) =>
      act({
        deliberation: vote([], [], {
          claims: [],
          propositions: [
            {
              about: 'deferral',
              claims: [1],
              rounds: [{ kind: 'main', yes: 1, no: null, method: 'acclamation', carried: 1, minority }],
            },
          ],
        }),
      });
    expect(said(asked(members(14)), attended(all))).toBe('MinutesSigned');
    expect(said(asked(members(13)), attended(all))).toMatchObject({ rule: 'KL 5:69; KL 5:50' });
    expect(said(asked([...members(13), 'm-99']), attended(all))).toMatchObject({ rule: 'KL 5:69; KL 5:50' });
  });

  test('those who abstained were there, and are counted (KL 4:25)', () => {
    const abstains = (abstain: readonly string[]) => {
      const facts = vote(all.slice(0, 25), all.slice(25, 39));
      const [put] = facts.propositions;
      const [round] = put?.rounds ?? [];
      const votes = { yes: all.slice(0, 25), no: all.slice(25, 39), abstain };
      return act({ deliberation: { ...facts, propositions: [{ ...put, rounds: [{ ...round, votes }] }] } });
    };
    expect(said(abstains(['m-40']), attended(all))).toBe('MinutesSigned');
    expect(said(abstains([]), attended(all))).toMatchObject({ code: 'attendance_contradicts' });
  });

  test('a claim that was withdrawn, or is the board’s, needs nobody there', () => {
    const claims = (mover: string, state: 'standing' | 'withdrawn') =>
      act({
        deliberation: vote([], [], {
          claims: [{ claimNo: 1, mover, kind: 'GRANT', clauses: ['whole'], state }],
          propositions: [],
        }),
      });
    const gone = attended(all, {
      attendance: [...all, 'm-41'].map((each) => ({
        memberId: each,
        as: 'member' as const,
        ...(each === 'm-41' ? { toParagraph: 12 } : {}),
      })),
    });
    expect(said(claims('m-41', 'withdrawn'), gone)).toBe('MinutesSigned');
    expect(said(claims('board', 'standing'), gone)).toBe('MinutesSigned');
    expect(said(claims('m-41', 'standing'), gone)).toMatchObject({ code: 'attendance_contradicts' });
  });

  test('of two meetings on the day, at least one must bear it', () => {
    expect(said(act(), attended(members(41)), attended(all))).toBe('MinutesSigned');
  });
});

describe('the acts that stand in minutes', () => {
  const actsOf = (journey: ReturnType<typeof aCase>, minutesId = MINUTES) =>
    actsIn(minutesId, CASE, journey.events).map((each) => each.act.type);
  const takesBack = as('council-secretary', { type: 'take-back-act' });

  test('are those of the case there, and not those taken back', () => {
    expect(actsOf(aCase('Decided'))).toEqual(['CouncilDecided']);
    expect(actsOf(aCase('Decided'), 'board-2026-05-12')).toEqual(['BoardProposed']);
    const back = aJourney([takesBack], aCase('Decided'));
    expect(actsOf(back)).toEqual([]);
    expect(actsOf(back, 'board-2026-05-12')).toEqual(['BoardProposed']);
    expect(actsOf(aJourney([usual('decide')], back))).toEqual(['CouncilDecided']);
  });
});
