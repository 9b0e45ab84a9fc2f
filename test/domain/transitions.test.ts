import { describe, expect, test } from 'vitest';
import { evolve, movesStep } from '../../domain/evolve.ts';
import { type Status, statuses } from '../../domain/motion.ts';
import type { Actor } from '../../domain/roles.ts';
import { transitionOf, transitions } from '../../domain/transitions.ts';
import { expectedRows } from '../support/expected-rows.ts';
import { aCase, aJourney, type Journey, judge, nowhere, ways } from '../support/motion-builders.ts';
import { type ExampleName, exampleFor, exampleNames } from '../support/motion-commands.ts';
import { actors, roles, strangers } from '../support/motion-people.ts';
import { metInAny, sideWays } from '../support/motion-side-ways.ts';

interface Case {
  readonly name: string;
  readonly status: Status | '-';
  readonly journey: Journey;
}
const aNamed = (name: string, journey: Journey): Case => ({
  name,
  status: journey.motion?.status ?? '-',
  journey,
});
const cases: readonly Case[] = [
  aNamed('none', nowhere),
  ...statuses.map((status) => aNamed(status, aCase(status))),
  ...Object.entries({ ...sideWays, ...metInAny }).map(([name, acts]) => aNamed(name, aJourney(acts))),
];

/** What the law asks besides role and status, in words of the cases above: whether the example is let through. */
type Guard = (name: string, role: string, status: string) => boolean;
const has =
  (...words: string[]): Guard =>
  (name) =>
    words.some((word) => name.includes(word));
const not =
  (guard: Guard): Guard =>
  (...at) =>
    !guard(...at);

// The next approver is one role at a time; the deputy when that one is disqualified, or has been reminded in vain.
const turn: Guard = (name, role) => {
  if (has('reminded')(name, role, '')) return true;
  return (role === 'director') === has('at its last step', 'disqualified')(name, role, '');
};
const alone = has('left alone');
const boardActs = has('BoardReady, postponed', 'referred back by the board', 'CouncilReady, forwarded');
const councilActs = has(
  'CouncilReady, postponed',
  'WithdrawalPending, postponed',
  'sent back first',
  'referred back by the council',
);
// A withdrawn motion is on an agenda or not, in the same status.
const isPending = (status: string) => status === 'WithdrawalPending';
// What the council did before a withdrawal of the same day.
const dealtWithFirst: Guard = (name, _, status) => !isPending(status) || has('on the day')(name, '', '');
const onAgenda: Guard = (name, _, status) =>
  !isPending(status) || has('on an agenda', 'of a kept meeting', 'on the day')(name, '', '');
// An act stands until something else happens to the case; a report and a withdrawal by some leave it as it is.
const takesBack: Guard = (name, role, status) => {
  if (role === 'board-secretary') {
    return (
      boardActs(name, role, status) ||
      (status === 'CouncilReady' && !has('postponed', 'imported')(name, role, ''))
    );
  }
  return councilActs(name, role, status) || status === 'Decided';
};

// What does not say which decision is appealed is of the one that decided the case.
const isFollowed: Guard = (_, __, status) =>
  ['Certified', 'AppealWindow', 'PresumedFinal', 'Final', 'Appealed'].includes(status);
const isAppealed: Guard = (_, __, status) => status === 'Appealed';
// Nothing becomes final without a notice (KL 13:5).
const canBeFinal: Guard = (name, _, status) => status === 'Appealed' && !name.includes('notice down');

const keptCouncil = ['CouncilAgenda, of a kept meeting', 'WithdrawalPending, of a kept meeting'];

const guards: Partial<Record<string, Guard>> = {
  'approve-answer': turn,
  'return-answer': turn,
  // The officer answers a comment whoever's turn it is.
  'comment-answer': (name, role, status) => role === 'official' || turn(name, role, status),
  'declare-disqualification': turn,
  // Registered once; and what is noted must be registered.
  register: (name, _, status) => status === 'Received' || has('unregistered')(name, '', ''),
  'note-withdrawal': not(has('unregistered')),
  'ring-clock': (name, _, status) => status === 'Received' || has('unregistered')(name, '', ''),
  'ring-clock#one-year': (name, _, status) =>
    !['Received', 'WithdrawalPending'].includes(status) && !has('imported')(name, '', ''),
  'ring-clock#consultation': (_, __, status) => status === 'Consulting',
  'ring-clock#approval': (name, _, status) =>
    status === 'Approval' && !has('last step', 'reminded')(name, '', ''),
  'import-earlier-work#answered': has('imported'),
  'import-earlier-work#proposed': has('imported'),
  'submit-answer': not(has('imported')),
  // Who has left the council holds nothing up, and can be asked no more; who has withdrawn has done so.
  resubmit: not(alone),
  'revise-text': not(alone),
  'complete-on-paper': not(alone),
  'place-on-council-agenda': (name, _, status) =>
    !isPending(status) ||
    !has('unregistered', 'on an agenda', 'of a kept meeting', 'on the day')(name, '', ''),
  'postpone-in-council': onAgenda,
  'take-off-agenda': onAgenda,
  'take-off-agenda#board': onAgenda,
  withdraw: not(alone),
  'withdraw-clauses': not(alone),
  'complete-withdrawal': alone,
  'join-preparation': not(has('joint')),
  'leave-preparation': has('joint'),
  'forward-without-recommendation': has('a committee proposes'),
  'write-off': has('reported late'),
  'take-back-late-report': has('reported late'),
  'record-statement': (name, _, status) =>
    status === 'Consulting' || has('no longer waited for')(name, '', ''),
  'take-back-act': takesBack,
  'mark-secrecy': not(has('marked as secret')),
  'lift-secrecy-mark': has('marked as secret'),
  decide: (name, role, status) =>
    !has('unannounced')(name, role, status) && dealtWithFirst(name, role, status),
  'refer-back-in-council': dealtWithFirst,
  'follow-minutes/AppealRecorded': isFollowed,
  'follow-minutes/AppealRecorded/another': isFollowed,
  'follow-minutes/AppealRecorded/of-a-deferral': not(has('unregistered')),
  'follow-minutes/AppealClosed/deferral-upheld': not(has('unregistered')),
  'follow-minutes/AppealClosed/deferral-annulled': not(has('unregistered')),
  'follow-minutes/AppealClosed/upheld': canBeFinal,
  'follow-minutes/AppealClosed/dismissed': canBeFinal,
  'follow-minutes/AppealClosed/withdrawn': canBeFinal,
  'follow-minutes/AppealClosed/annulled': isAppealed,
  'follow-minutes/AppealClosed/unprepared': isAppealed,
  'follow-minutes/AppealClosed/one-of-several': isAppealed,
  'follow-minutes/AppealClosed/annulled-for-all': isAppealed,
  'follow-meeting/MeetingMoved#board': has('BoardAgenda, of a kept meeting'),
  'follow-meeting/MeetingCancelled#board': has('BoardAgenda, of a kept meeting'),
  'follow-meeting/MeetingEnded#board': has('BoardAgenda, of a kept meeting'),
  'follow-meeting/MeetingMoved#council': has(...keptCouncil),
  'follow-meeting/MeetingCancelled#council': has(...keptCouncil),
  'follow-meeting/MeetingEnded#council': has(...keptCouncil),
};

const judgeExample = (example: ExampleName, { journey }: Case, actor: Actor) =>
  judge(journey, (record) => ({ command: exampleFor(example, record), actor }));

/** The command of an example and what it follows; what comes after is a variant. */
const keyOf = (example: ExampleName) => example.split('#')[0]?.split('/').slice(0, 2).join('/');

const rowsOf = (example: ExampleName, status: string) =>
  expectedRows.filter((row) => row.command === keyOf(example) && row.from.includes(status));

test('the table is the one of domain.md §11.1', () => {
  const written = transitions.map((row) => ({
    row: row.row,
    command: row.follows === undefined ? row.command : `${row.command}/${row.follows}`,
    from: row.from.length === 0 ? ['-'] : [...row.from],
    to: row.to,
    by: row.by.map(({ role, relation }) => (relation === 'any' ? role : `${role}:${relation}`)),
  }));
  expect(written).toEqual(expectedRows);
});

describe('status × command × role', () => {
  test.each(exampleNames)('%s', (example) => {
    const surprises: string[] = [];
    for (const each of cases) {
      for (const role of roles) {
        const verdict = judgeExample(example, each, actors[role]);
        const rows = rowsOf(example, each.status).filter((row) =>
          row.by.some((who) => who.split(':')[0] === role),
        );
        const isRefusedByGuard = guards[example]?.(each.name, role, each.status) === false;
        const where = `${each.name} ${role}`;
        if (verdict.kind === 'refusal') {
          if (rows.length > 0 && !isRefusedByGuard) surprises.push(`${where}: ${verdict.code}`);
        } else if (isRefusedByGuard || !rows.some((row) => row.row === verdict.row)) {
          surprises.push(`${where}: row ${verdict.row}`);
        }
      }
    }
    expect(surprises).toEqual([]);
  });

  test('no motion is moved by someone who stands in no relation to it', () => {
    const moved = cases.flatMap((each) =>
      strangers.flatMap((actor) =>
        exampleNames
          .filter((example) => example !== 'start-draft')
          .filter((example) => judgeExample(example, each, actor).kind === 'accepted')
          .map((example) => `${each.name} ${example} ${actor.personId}`),
      ),
    );
    expect(moved).toEqual([]);
  });
});

const accepted = cases.flatMap((each) =>
  exampleNames.flatMap((example) =>
    roles.flatMap((role) => {
      const verdict = judgeExample(example, each, actors[role]);
      return verdict.kind === 'accepted' ? [{ ...each, example, verdict }] : [];
    }),
  ),
);

test('every accepted act ends in the status of its row', () => {
  for (const { journey, verdict, name, example } of accepted) {
    const after = evolve(journey.motion, verdict.event, {
      caseId: 'case-1',
      version: journey.events.length + 1,
    });
    const { to } = transitionOf(verdict.row);
    const expected = to === 'same' ? journey.motion?.status : to;
    const earlier =
      journey.motion !== undefined && 'lastAct' in journey.motion ? journey.motion.lastAct : undefined;
    expect(after.status, `${name} ${example}`).toBe(to === 'earlier' ? earlier?.before.status : expected);
  }
});

/** Minutes count the open appeals: their second finds the case appealed, their first does not. */
const isCountedRight = ({ example, status }: { example: ExampleName; status: string }) =>
  !example.startsWith('follow-minutes/AppealRecorded') ||
  example.endsWith('another') === (status === 'Appealed');

test('the workflow is told exactly when the step moves', () => {
  for (const { verdict, name, example } of accepted.filter(isCountedRight)) {
    const { outcome } = transitionOf(verdict.row);
    expect(outcome !== undefined, `${name} ${example}`).toBe(movesStep(verdict.event));
  }
});

test('every row is reached', () => {
  const reached = new Set(accepted.map(({ verdict }) => verdict.row));
  expect(transitions.map((row) => row.row).filter((row) => !reached.has(row))).toEqual([]);
});

test('one outcome of a step leads to one status', () => {
  for (const one of transitions) {
    for (const other of transitions) {
      const isSameWord = one.outcome !== undefined && one.outcome === other.outcome;
      const meets = one.from.some((status) => other.from.includes(status));
      if (isSameWord && meets) expect(one.to).toBe(other.to);
    }
  }
});

test('every way to a status is judged by the law, row for row', () => {
  expect(aJourney(ways.Final).rows).toEqual(
    '0 0b 0b 1 2 5 6 6b 9a 9 11a 11 12 15 16 19 20 21 23 24'.split(' '),
  );
});
