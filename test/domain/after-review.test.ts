import { expect, test } from 'vitest';
import type { CommandOf } from '../../domain/commands.ts';
import type { Context } from '../../domain/context.ts';
import { supersededDrafts } from '../../domain/superseded-drafts.ts';
import { aCase, aJourney, COUNCIL_DAY, judge, usual, ways, waysOf } from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { aKeptMeeting } from '../support/motion-meetings.ts';
import { forwarded, kept } from '../support/motion-side-ways.ts';
import { as } from '../support/row-case.ts';
import { said } from '../support/said.ts';

/** What a hostile reader of the law found, each as it would be met. */
const ended = (facts: object = {}) =>
  aKeptMeeting('council', COUNCIL_DAY, {
    status: 'Ended',
    summonedOn: '2026-06-08',
    announcedOn: '2026-06-08',
    ...facts,
  });
const places = (facts: Partial<Context>) =>
  as('council-secretary', { type: 'place-on-council-agenda', meetingDate: COUNCIL_DAY }, facts);

test('a meeting that was ended too soon takes its matters back while its minutes are written (KL 5:69)', () => {
  const planned = ended({ status: 'Planned' });
  const onAgenda = aJourney([
    ...ways.CouncilReady,
    places({ meeting: planned, today: '2026-06-08' }),
    usual('follow-meeting/MeetingEnded#council'),
  ]);
  const ready = aJourney([places({ meeting: ended(), today: '2026-06-20' })], onAgenda);
  expect(ready.motion).toMatchObject({ status: 'CouncilAgenda', placedOn: '2026-06-08' });
  const decides = as('council-secretary', examples.decide.command, { meeting: ended() });
  expect(said(judge(ready, decides))).toBe('19');
  expect(said(judge(onAgenda, places({ meeting: ended(), today: '2026-09-01' })))).toBe('16');
  // What was not on its agenda was not dealt with there; nor does another meeting that day have it.
  expect(said(judge(aCase('CouncilReady'), places({ meeting: ended(), today: '2026-06-20' })))).toBe(
    'meeting_over',
  );
  const other = ended({ meetingId: `council-${COUNCIL_DAY}-2` });
  expect(said(judge(onAgenda, places({ meeting: other, today: '2026-06-20' })))).toBe('meeting_over');
});

test('the answer that went on with a committee’s proposal is kept when the case is archived (TF 2:10)', () => {
  expect(supersededDrafts(aJourney(waysOf(forwarded).Archived).events)).toEqual([]);
});

test('a unit makes no committee statement, so the board must propose (KL 5:28)', () => {
  const consulting = aJourney([
    ...ways.Drafting,
    as('official', { ...examples['send-consultation'].command, recipient: 'e-stab' }),
  ]);
  const states = as('official', {
    ...examples['record-statement'].command,
    maker: { by: 'committee', decidedOn: '2026-07-30', paragraph: '§ 2', proposes: true },
  });
  expect(said(judge(consulting, states))).toBe('statement_of_no_committee');
});

test('what all present agree to decide may be decided, whatever was announced (KL 5:52)', () => {
  const placed = aJourney([
    ...ways.CouncilReady,
    places({ meeting: ended({ status: 'Planned' }), today: '2026-06-08' }),
  ]);
  const moved = { meeting: ended({ status: 'Planned', announcedOn: undefined }) };
  const decides = (more: object) => as('council-secretary', { ...examples.decide.command, ...more }, moved);
  expect(said(judge(placed, decides({ present: 60 })))).toBe('not_announced');
  expect(said(judge(placed, decides({ present: 60, agreeing: 59 })))).toBe('not_announced');
  expect(said(judge(placed, decides({ present: 60, agreeing: 60 })))).toBe('19');
});

test('an urgent matter is announced anew when its meeting is moved (KL 5:14)', () => {
  const meeting = ended({ status: 'Planned' });
  const urgent = as(
    'council-secretary',
    { type: 'place-on-council-agenda', meetingDate: COUNCIL_DAY, basis: 'urgent', announcedOn: '2026-06-15' },
    { meeting, today: '2026-06-15' },
  );
  const placed = aJourney([...ways.CouncilReady, urgent]);
  const decides = (facts: Partial<Context>) => as('council-secretary', examples.decide.command, facts);
  expect(said(judge(placed, decides({ meeting })))).toBe('19');
  const moved = aJourney(
    [
      as('system', {
        type: 'follow-meeting',
        meetingId: meeting.meetingId,
        happened: { type: 'MeetingMoved', from: COUNCIL_DAY, to: '2026-07-28' },
      }),
    ],
    placed,
  );
  const anew = ended({ status: 'Planned', date: '2026-07-28', announcedOn: undefined });
  const july = as(
    'council-secretary',
    { ...examples.decide.command, minutesId: 'council-2026-07-28' },
    { meeting: anew },
  );
  expect(said(judge(moved, july))).toBe('not_announced');
});

test('only a reservation noted says nothing of how the outcome was come to (KL 4:27)', () => {
  const deliberation = {
    claims: [],
    propositions: [],
    reservations: [{ memberId: 'm-bo', announcedBeforeEnd: true }],
    separateStatements: [],
    minuteNotes: [],
    points: [],
  };
  const decides = as('council-secretary', { ...examples.decide.command, deliberation });
  expect(said(judge(aCase('CouncilAgenda'), decides))).toBe('19');
});

test('a matter is taken off an agenda that typed days put it on, and can come again (domain.md §11.3)', () => {
  const off = aJourney([usual('take-off-agenda'), usual('place-on-council-agenda')], aCase('CouncilAgenda'));
  expect(off.motion).toMatchObject({ status: 'CouncilAgenda' });
});

test('that a meeting was announced says nothing of a withdrawal or a write-off (KL 5:13–14, 5:52)', () => {
  const meeting = ended({ status: 'Planned' });
  const withdrawn = aCase('WithdrawalPending');
  const { announcedOn: _, ...note } = examples['note-withdrawal'].command;
  const notes = (more: object) =>
    said(judge(withdrawn, as('council-secretary', { ...note, ...more }, { meeting })));
  expect(notes({})).toBe('not_announced');
  expect(notes({ announcedOn: '2026-06-10' })).toBe('not_announced');
  expect(notes({ announcedOn: '2026-06-09' })).toBe('28b');
  expect(notes({ announcedOn: '2026-06-16', urgent: true })).toBe('not_announced');
  expect(notes({ announcedOn: '2026-06-15', urgent: true })).toBe('28b');
  const { summonedOn: _s, ...unsummoned } = ended({ status: 'Planned' });
  const uncalled = as('council-secretary', examples['note-withdrawal'].command, { meeting: unsummoned });
  expect(said(judge(withdrawn, uncalled))).toBe('not_summoned');
  expect(notes({ agreeing: note.present })).toBe('28b');
  const writes = (more: object = {}) => {
    const {
      announcedOn: __,
      agreeing: ___,
      ...command
    } = { ...examples['write-off'].command, ...more } as CommandOf<'write-off'>;
    return as('council-secretary', command, { meeting });
  };
  const late = aCase('Drafting', usual('report-late'));
  expect(said(judge(late, writes()))).toBe('not_announced');
  // On the agenda the day it was announced, it was announced with it.
  const onAgenda = aJourney([...waysOf(kept).CouncilAgenda, usual('report-late')]);
  expect(said(judge(onAgenda, writes()))).toBe('30');
});
