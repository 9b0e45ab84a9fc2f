import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { addDays } from '../../domain/calendar-date.ts';
import { clocksOfMotion } from '../../domain/clocks.ts';
import { clockInputOf } from '../../domain/motion-clock.ts';
import { oneYearClock } from '../../domain/one-year-clock.ts';
import { rowsOfDomain } from '../support/domain-tables.ts';
import { ANNA, BO, minutesAfter, minutesExamples, minutesWays } from '../support/minutes-builders.ts';
import {
  aCase,
  aJourney,
  aKeptMeeting,
  approves,
  by,
  COUNCIL_DAY,
  judge,
  openMinutes,
  starts,
  TODAY,
  usual,
  ways,
  waysOf,
  withdraws,
} from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors, aMember, aRegion, register, theMember } from '../support/motion-people.ts';
import { forwarded, joint, kept, withLeaver } from '../support/motion-side-ways.ts';
import { as } from '../support/row-case.ts';
import { recordOf, said } from '../support/said.ts';

/** domain.md §11.3, row by row. Part of a case may be held by another layer: its test is named, and must exist. */
const heldBy = (file: string, name: string) => {
  expect(readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8')).toContain(`'${name}'`);
};
const decides = (outcomes: readonly ('GRANTED' | 'REJECTED' | 'ANSWERED')[], more: object = {}) =>
  as('council-secretary', {
    ...examples.decide.command,
    decisions: outcomes.map((outcome, index) => ({ clause: index + 1, outcome })),
    ...more,
  });
const minority = { by: 'minority' as const, present: 71, behind: 24 };
const postponesOn = (request: typeof minority | { by: 'majority'; present: number }) =>
  as('council-secretary', { ...examples['postpone-in-council'].command, request });

test('1 older than 365 days: raised 800 days ago it is carried to its end, and is over the year', () => {
  const raisedOn = addDays(TODAY, -800);
  const imported = as('registrar', {
    ...examples['import-open-motion#Drafting'].command,
    receivedOn: raisedOn,
    raisedOn,
    announcedOn: raisedOn,
  });
  const course = [
    imported,
    ...['write-answer', 'submit-answer', 'approve-answer'].map((each) => usual(each as 'write-answer')),
    as('director', { type: 'approve-answer' }),
  ];
  const ready = aJourney(course);
  const facts = { today: TODAY, calendar: { council: [COUNCIL_DAY], board: [] }, organisation: aRegion() };
  const input = clockInputOf(recordOf(ready), facts);
  if (input === undefined) throw new Error('the clock does not run');
  expect(oneYearClock(input)).toMatchObject({ raisedOn, overOneYear: true, signal: 'red' });
  const rest = [
    'place-on-board-agenda',
    'propose',
    'place-on-council-agenda',
    'decide',
    'follow-minutes/MinutesCertified',
    'follow-minutes/NoticePosted',
    'follow-minutes/AppealWindowPassed',
    'follow-minutes/NoAppealConfirmed',
    'archive',
  ] as const;
  expect(aJourney([...course, ...rest.map((each) => usual(each))]).motion).toMatchObject({
    status: 'Archived',
    raisedOn,
  });
  heldBy('test/workflows/recovery.test.ts', 'is handed over to a successor, and the case goes on to its end');
});

test('2 the council refers back: a new cycle, the answer kept, the reason attached, the clock goes on', () => {
  const before = aCase('CouncilAgenda');
  const back = aJourney([usual('refer-back-in-council')], before);
  expect(back.motion).toMatchObject({ status: 'Drafting', cycle: 1, returnedWith: {}, answer: {} });
  expect(clocksOfMotion(back.motion)).toEqual(clocksOfMotion(before.motion));
  expect(said(judge(back, usual('send-consultation')))).toBe('7');
  const again = aJourney([usual('write-answer'), usual('submit-answer')], back);
  expect(again.motion).toMatchObject({ cycle: 1, status: 'Approval' });
  heldBy(
    'test/lambdas/answer-drafts.test.ts',
    'stays known when the council refers back, while the new draft is not',
  );
});

test('3 a second minority attempt: refused with its reason, unless a majority is for it', () => {
  const again = aJourney([...ways.CouncilAgenda, postponesOn(minority), usual('place-on-council-agenda')]);
  expect(judge(again, postponesOn(minority))).toMatchObject({
    code: 'minority_right_used',
    rule: 'KL 5:50',
    detail: expect.stringContaining('enkel majoritet') as string,
  });
  expect(said(judge(again, postponesOn({ by: 'majority', present: 71 })))).toBe('17');
});

test('4 a joint answer: each its number, clauses, clock and decision; the earliest anniversary rules; it can be split', () => {
  const { registrationNumber, clauseCount, raisedOn } = recordOf(aCase('Drafting')) as never;
  const together = aJourney(waysOf(joint).Drafting);
  expect(together.motion).toMatchObject({ jointWith: 'case-2', registrationNumber, clauseCount, raisedOn });
  const facts = { today: '2026-03-01', calendar: { council: [], board: [] }, organisation: aRegion() };
  const input = clockInputOf(recordOf(together), { ...facts, together: [raisedOn, '2025-09-01'] });
  expect(input && oneYearClock(input)).toMatchObject({ raisedOn: '2025-09-01', anniversary: '2026-09-01' });
  expect(aJourney([usual('leave-preparation')], together).motion).not.toHaveProperty('jointWith');
  expect(aJourney(waysOf(joint).Decided).motion).toMatchObject({ jointWith: 'case-2', decision: {} });
  heldBy(
    'test/lambdas/joint.test.ts',
    'takes lead and followers the same way to the board, each with its own number, record and proposals',
  );
});

test('5 a signatory leaves: the motion stands with the name in it, and goes on without', () => {
  const stands = aJourney(waysOf(withLeaver).Decided);
  expect(stands.motion?.signatories).toMatchObject([
    { memberId: 'm-anna' },
    { memberId: 'm-left', party: 'Exempelpartiet' },
  ]);
  const earlier = aJourney(waysOf(withLeaver).Drafting);
  expect(said(judge(earlier, withdraws('m-left')))).toBe('signatory_left');
  expect(aJourney([withdraws('m-anna')], earlier).motion?.status).toBe('WithdrawalPending');
  heldBy('test/lambdas/letters.test.ts', 'after a hundred tries becomes the registrar’s');
});

test('6 clauses decided differently: an outcome each, MIXED for the case', () => {
  expect(aJourney([decides(['GRANTED', 'ANSWERED'])], aCase('CouncilAgenda')).motion).toMatchObject({
    decision: {
      outcome: 'MIXED',
      decisions: [
        { clause: 1, outcome: 'GRANTED' },
        { clause: 2, outcome: 'ANSWERED' },
      ],
    },
  });
});

test('7 the council departs from the board: the decision is that of its minutes, and says so', () => {
  const departs = aJourney([decides(['GRANTED', 'GRANTED'])], aCase('CouncilAgenda'));
  expect(departs.motion).toMatchObject({
    decision: { outcome: 'GRANTED', deviatesFromBoard: true, at: { minutesId: 'council-2026-06-16' } },
    boardProposal: { proposals: [{ outcome: 'ANSWERED' }, { outcome: 'REJECTED' }] },
  });
});

test('8 the board cannot agree: forwarded without recommendation, where a committee has proposed', () => {
  expect(judge(aCase('BoardAgenda'), usual('forward-without-recommendation'))).toMatchObject({
    code: 'proposal_needed',
    rule: 'KL 5:28',
  });
  const onward = aJourney(waysOf(forwarded).CouncilAgenda);
  expect(onward.motion).toMatchObject({ boardProposal: { proposals: [] } });
  // Where the board has no stand there is nothing to depart from.
  expect(aJourney([decides(['GRANTED', 'GRANTED'])], onward).motion).toMatchObject({
    decision: { deviatesFromBoard: false },
  });
});

test('9 an appeal: known, and the decision stands until a court says otherwise', () => {
  const appealed = aCase('Appealed');
  expect(appealed.motion).toMatchObject({ decision: { outcome: 'MIXED' }, appealReceivedOn: '2026-07-01' });
  expect(aJourney([usual('follow-minutes/AppealClosed/upheld')], appealed).motion?.status).toBe('Final');
  const annulled = aJourney([usual('follow-minutes/AppealClosed/annulled')], appealed);
  expect(annulled.motion).toMatchObject({ status: 'CouncilReady' });
  expect(said(judge(annulled, usual('place-on-council-agenda')))).toBe('16');
});

test('10 a body is renamed: no record or event holds its name', () => {
  const final = aCase('Archived');
  const { council, board } = aRegion().bodies;
  const written = JSON.stringify([final.motion, final.events]);
  for (const name of [council, board]) expect(written).not.toContain(name);
  expect(written).toContain('council-2026-06-16');
});

test('11 impossible dates are told at once, and stand when a note says why', () => {
  const before = { type: 'refer', by: 'council', announcedOn: '2026-01-05' } as const;
  const refer = as('council-secretary', before);
  const noted = as('council-secretary', { ...before, datesNote: 'Så står det i diariet.' });
  expect(aJourney([noted], aCase('Registered')).events.at(-1)).toMatchObject({ datesNote: {} });
  expect(judge(aCase('Registered'), refer)).toMatchObject({
    code: 'date_out_of_order',
    rule: 'domain.md §11.3',
  });
  const { command } = examples['import-open-motion#Referred'];
  const svenljunga = as('registrar', { ...command, announcedOn: addDays(command.receivedOn, -7) });
  const entered = aJourney([svenljunga]);
  expect(entered.motion?.status).toBe('Referred');
  expect(entered.events[0]).toMatchObject({ datesOdd: true });
  heldBy(
    'test/lambdas/import-open-motions-report.test.ts',
    'that the motion was announced before it came, and enters it as it stands',
  );
});

test('12 the same person spelt differently is never merged', () => {
  const people = [
    aMember({ memberId: 'm-syn1', name: 'Synnöve Nordström' }),
    aMember({ memberId: 'm-syn2', name: 'Synnöve Nordstrom' }),
    aMember({ memberId: 'm-syn3', name: 'Synnöve Nordström' }),
  ];
  const facts = { members: new Map([...register, ...people.map((each) => [each.memberId, each] as const)]) };
  const all = people.map((each) => each.memberId);
  const drafted = aJourney([starts({ signatories: all }, facts), approves('m-syn1', facts)]);
  const submits = by(theMember('m-syn1'), { type: 'submit' }, facts);
  expect(drafted.motion?.signatories.map((each) => each.memberId)).toEqual(all);
  expect(said(judge(drafted, submits))).toBe('text_not_approved');
  const approved = aJourney([approves('m-syn2', facts), approves('m-syn3', facts), submits], drafted);
  const one = aJourney([withdraws('m-syn1', facts)], approved);
  expect(one.motion?.signatories.filter((each) => each.withdrawnOn === undefined)).toHaveLength(2);
  expect(one.motion?.status).toBe('Received');
});

test('13 two certifiers, one contests: a note in the minutes, and each has a state of his or her own', () => {
  const signs = (actor: typeof ANNA) => ({ command: minutesExamples.certify, actor, today: '2026-06-25' });
  const contests = { command: minutesExamples.contest, actor: BO, today: '2026-06-24' };
  const note = { certifier: 'c-bo', contestedOn: '2026-06-24', note: 'Paragraf 41 saknar ett yrkande.' };
  const contested = minutesAfter(...minutesWays.Open, contests);
  expect(contested.minutes).toMatchObject({ status: 'Open', signedBy: [], contests: [note] });
  // The note keeps no decision from being announced (KL 5:69, 8:12), and stands when the other signs.
  const certified = minutesAfter(...minutesWays.Open, contests, signs(ANNA));
  expect(certified.minutes).toMatchObject({ status: 'Certified', signedBy: ['c-anna'], contests: [note] });
  expect(minutesAfter(...minutesWays.Open, signs(ANNA), contests).minutes).toEqual({
    ...certified.minutes,
    certifiedOn: '2026-06-24',
  });
  // One who signs after all has nothing against them; one who only contests has not certified them.
  const both = minutesAfter(...minutesWays.Open, contests, signs(BO), signs(ANNA));
  expect(both.minutes).toMatchObject({ status: 'Certified', signedBy: ['c-bo', 'c-anna'], contests: [] });
  const neither = minutesAfter(...minutesWays.Open, contests, { ...contests, actor: ANNA });
  expect(neither.minutes).toMatchObject({ status: 'Open', signedBy: [] });
  const half = {
    ...openMinutes('council', COUNCIL_DAY),
    certifiers: ['c-anna', 'c-bo'],
    signedBy: ['c-anna'],
  };
  expect(said(judge(aCase('CouncilAgenda'), usual('decide', { minutes: half })))).toBe('minutes_closed');
});

test('14 the meeting is inquorate from an item on: the items after it stay before the council', () => {
  const attendance = Array.from({ length: 40 }, (_, index) => ({
    memberId: `m-${index}`,
    as: 'member' as const,
    ...(index < 10 ? { toParagraph: 40 } : {}),
  }));
  const meeting = aKeptMeeting('council', COUNCIL_DAY, { chair: 'm-39', attendance });
  const onAgenda = aJourney(waysOf(kept).CouncilAgenda);
  const { present: _, ...command } = examples.decide.command;
  const at = (paragraph: string) => as('council-secretary', { ...command, paragraph }, { meeting });
  expect(said(judge(onAgenda, at('§ 40')))).toBe('19');
  expect(judge(onAgenda, at('§ 41'))).toMatchObject({ code: 'no_quorum', rule: 'KL 5:45–46' });
  const ended = as('system', {
    type: 'follow-meeting',
    meetingId: meeting.meetingId,
    happened: { type: 'MeetingEnded' },
  });
  expect(aJourney([ended], onAgenda).motion).toMatchObject({ status: 'CouncilReady', boardProposal: {} });
});

test('15 a duplicate submission has one effect', () => {
  const received = aCase('Received');
  expect(said(judge(received, by(actors.member, { type: 'submit' })))).toBe('wrong_status');
  heldBy(
    'test/lambdas/at-once.test.ts',
    'beginning with the same id begin one case; different people begin two',
  );
  heldBy(
    'test/lambdas/repeated-commands.property.test.ts',
    'has one effect and one answer, however often it is sent',
  );
  heldBy('test/lambdas/letters.test.ts', 'send each letter once');
});

test('every case of domain.md §11.3 has its test, in its order and by its name', () => {
  const titles = [...readFileSync(import.meta.filename, 'utf8').matchAll(/^test\('(\d+ .*)', \(/gm)];
  const cases = rowsOfDomain('### 11.3 Tricky cases').map(([name = '']) => name.toLowerCase());
  expect(cases.length).toBeGreaterThan(14);
  expect(titles).toHaveLength(cases.length);
  for (const [index, name] of cases.entries()) {
    const title = titles[index]?.[1]?.toLowerCase();
    for (const word of [String(index + 1), ...name.split(/\W+/u).slice(0, 2)]) expect(title).toContain(word);
  }
});
