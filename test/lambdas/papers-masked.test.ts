import { beforeEach, expect, it } from 'vitest';
import { protectedName } from '../../domain/members.ts';
import { withheldText } from '../../domain/secrecy.ts';
import { actOnMeeting } from '../../lambdas/casework/act-on-meeting.ts';
import { actOnMinutes } from '../../lambdas/casework/act-on-minutes.ts';
import { saveMember } from '../../lambdas/casework/keep-registers.ts';
import { draftExtract } from '../../lambdas/casework/papers/extract.ts';
import type { kinds } from '../../lambdas/papers/contract.ts';
import { text } from '../support/asked.ts';
import { aClaim, aDeliberation, aProposition, aRound } from '../support/deliberation-builders.ts';
import {
  type Act,
  approves,
  by,
  COUNCIL_DAY,
  january,
  starts,
  usual,
  waysOf,
} from '../support/motion-builders.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { wordsOfHtml } from '../support/paper-texts.ts';
import { type MadeDesk, makeDesk, newCommandId } from './office-desk.ts';
import { makePaperRoom } from './papers-room.ts';
import { caseIdOf, letHappen, openTheMinutes } from './real-cases.ts';

type Kinds = typeof kinds;

/** Every paper there is, by whether it leaves the office as it is: a new one must be put here to compile. */
const goesOut: { readonly [S in keyof Kinds]: Readonly<Record<Kinds[S][number], boolean>> } = {
  cases: { answer: false, 'board-extract': false, 'council-extract': false, receipt: false },
  meetings: { agenda: true, announcement: true },
  minutes: { notice: true },
  reports: { 'open-motions': true, 'granted-motions': true },
};

const name = 'Namn Efternamnsson-anna';
const title = `Titel-qvx av ${name}`;
const said = 'ordalydelse-qvx';
const council = `council-${COUNCIL_DAY}`;
const secretary = actors['council-secretary'];

let made: MadeDesk;
let room: ReturnType<typeof makePaperRoom>;
let decided: string;
let open: string;

const happen = async (acts: readonly Act[]) => {
  const caseId = caseIdOf(newCommandId());
  for (const act of acts) await letHappen(made, caseId, act);
  return caseId;
};

const done = ({ kind, ...answer }: { kind: string }) => {
  if (kind !== 'done') throw new Error(JSON.stringify(answer));
};
const onMeeting = async (now: string, command: Parameters<typeof actOnMeeting>[1]['command']) => {
  made.clock.now = now;
  const asked = { meetingId: council, commandId: newCommandId(), command, actor: secretary };
  done(await actOnMeeting(made.desk, asked));
};

/** A motion that has been granted, with certified minutes, and one that is open. */
beforeEach(async () => {
  made = await makeDesk();
  room = makePaperRoom(made.desk);
  await openTheMinutes(made);
  await onMeeting('2026-05-01T10:00:00.000Z', { type: 'plan-meeting', body: 'council', date: COUNCIL_DAY });
  const noticed = '2026-06-01';
  await onMeeting(`${noticed}T10:00:00.000Z`, { type: 'summon', summonedOn: noticed });
  await onMeeting(`${noticed}T10:00:00.000Z`, { type: 'announce', announcedOn: noticed });
  const draft = [
    starts({ text: { ...text, title } }, january),
    approves('m-anna', january),
    approves('m-bo', january),
  ];
  const ways = waysOf({
    draft,
    council: by(secretary, {
      type: 'place-on-council-agenda',
      meetingDate: COUNCIL_DAY,
      summonedOn: noticed,
      announcedOn: noticed,
    }),
    decide: by(secretary, {
      ...examples.decide.command,
      decisions: ([1, 2] as const).map((clause) => ({ clause, outcome: 'GRANTED' as const })),
      deliberation: aDeliberation({
        claims: [
          aClaim(1, 'REJECT', { mover: 'board', clauses: [1, 2] }),
          aClaim(2, 'GRANT', { mover: 'm-anna', clauses: [1, 2], text: said }),
        ],
        propositions: [aProposition([1, 2], [aRound(1, 2, 2)], [1, 2])],
        points: [{ pointNo: 1, clauses: [1, 2], text: said }],
      }),
    }),
  });
  decided = await happen(ways.Decided);
  open = await happen(ways.Drafting);
  made.clock.now = '2026-07-01T10:00:00.000Z';
  for (const [actor, command] of [
    [actors.certifier, { type: 'certify-minutes' }],
    [secretary, { type: 'post-notice', postedOn: '2026-07-01' }],
  ] as const) {
    done(await actOnMinutes(made.desk, { minutesId: council, commandId: newCommandId(), command, actor }));
  }
});

const pathOf = {
  cases: (kind: string) => `/api/cases/${decided}/papers/${kind}.html`,
  meetings: (kind: string) => `/api/meetings/${council}/papers/${kind}.html`,
  minutes: (kind: string) => `/api/minutes/${council}/papers/${kind}.html`,
  reports: (kind: string) =>
    `/api/reports/papers/${kind}.html${kind === 'granted-motions' ? '?from=2026-01-01&to=2026-06-30' : ''}`,
};

/** Every paper by its name, as a reader reads it. */
const readAll = async (): Promise<readonly { kind: string; isOut: boolean; words: string }[]> => {
  const all = Object.entries(goesOut).flatMap(([subject, of]) =>
    Object.entries(of).map(([kind, isOut]) => ({ kind, isOut, path: pathOf[subject as keyof Kinds](kind) })),
  );
  return Promise.all(
    all.map(async ({ path, ...each }) => ({
      ...each,
      words: wordsOfHtml(await room.page('p-auditor', path)),
    })),
  );
};

it('every paper names the motion; of a marked case those that leave the office do not, and the others carry the mark', async () => {
  const before = await readAll();
  expect(before.filter(({ words }) => !/qvx/i.test(words)).map(({ kind }) => kind)).toEqual([]);
  for (const caseId of [decided, open]) await letHappen(made, caseId, usual('mark-secrecy'));
  made.clock.now = '2026-07-02T10:00:00.000Z';
  const after = await readAll();
  const { provision } = examples['mark-secrecy'].command;
  for (const { kind, isOut, words } of after) {
    expect([kind, /qvx/i.test(words)]).toEqual([kind, !isOut]);
    expect([kind, words.includes(isOut ? withheldText : `Sekretessmarkering ${provision}, `)]).toEqual([
      kind,
      true,
    ]);
  }
});

it('the extract that goes with a letter shows of a marked case that it was decided, and no words', async () => {
  const extract = async () => {
    const { version } = (await made.desk.cases.load(decided))?.motion ?? { version: 0 };
    const request = { caseId: decided, version, actor: actors.auditor, goesOut: true };
    return JSON.stringify((await draftExtract(made.desk, request, 'council')).paper);
  };
  expect(await extract()).toContain(said);
  await letHappen(made, decided, usual('mark-secrecy'));
  const words = await extract();
  expect(/qvx/i.test(words)).toBe(false);
  expect(words).toContain(withheldText);
  expect(words).toContain('att motionen bifalls');
});

it('no paper names a person who has been protected since, also where the name was typed into the title', async () => {
  for (const { kind, words } of await readAll())
    expect([kind, words.includes(name)]).toEqual([kind, kind !== 'answer']);
  const found = await made.desk.people.member('m-anna');
  if (found === undefined) throw new Error('no such member');
  const hidden = { ...found.value, protectedIdentity: true };
  await saveMember(made.desk, hidden, found.version, actors.administrator);
  for (const { kind, words } of await readAll()) {
    expect([kind, words.includes(name)]).toEqual([kind, false]);
    if (kind !== 'answer') expect([kind, words.includes(protectedName)]).toEqual([kind, true]);
  }
});
