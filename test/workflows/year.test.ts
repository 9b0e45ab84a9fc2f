import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../domain/calendar-date.ts';
import { type MeetingPersonCommand, meetingPersonCommand } from '../../domain/meeting-commands.ts';
import { actOnMeeting } from '../../lambdas/casework/act-on-meeting.ts';
import { roleHolders } from '../../local/demo/town.ts';
import { writeSpineCase } from '../support/spine-cases.ts';
import { actorOf, go, journeyOf, receive } from '../support/workflow-journey.ts';
import { toDesk } from '../support/workflow-moves.ts';
import {
  expectAtRest,
  expectWhole,
  makeDataDirectory,
  type Product,
  removeDataDirectory,
  startProduct,
} from '../support/workflow-product.ts';

let product: Product;
let directory: string;
beforeAll(() => {
  directory = makeDataDirectory();
});
afterAll(() => removeDataDirectory(directory));

const { councilSecretary, boardSecretary, registrar, officer } = roleHolders;

const moveTo = (day: string) => product.advance(daysBetween(product.today(), day));
const sweep = () => product.besvarad.tick(true);
/** A day like any other: what is due is done, and everything is at rest. */
const dayBy = async (day: string, caseId: string) => {
  moveTo(day);
  await sweep();
  const { tasks } = await expectAtRest(product, caseId);
  return tasks.map(({ kind, dueOn }) => `${kind} ${dueOn}`);
};
const actAt = async (meetingId: string, command: MeetingPersonCommand | object) => {
  const subject = meetingId.startsWith('board') ? boardSecretary : councilSecretary;
  const answer = await actOnMeeting(product.besvarad.casework, {
    meetingId,
    commandId: randomUUID(),
    command: meetingPersonCommand.parse(command),
    actor: actorOf(subject),
  });
  expect(answer).toMatchObject({ kind: 'done' });
};
const plan = (body: 'council' | 'board', date: string) =>
  actAt(`${body}-${date}`, { type: 'plan-meeting', body, date });
const rangFor = async (caseId: string) =>
  (await product.besvarad.casework.cases.events(caseId)).flatMap(({ event }) =>
    event.type === 'ClockRang' ? [`${event.clock} ${event.dueOn}`] : [],
  );

beforeAll(async () => {
  product = await startProduct(directory, '2019-01-07');
  for (const date of ['2019-06-11', '2019-11-26', '2020-11-24', '2021-05-25']) await plan('council', date);
  for (const date of ['2019-05-21', '2019-11-05', '2020-11-03', '2021-05-04']) await plan('board', date);
}, 60_000);
afterAll(() => product.stop());

test('a year: warned three times, asked for the report, reported late, and over when it is written off', async () => {
  const journey = await receive(product);
  const { caseId } = journey;
  await go(product, journey, ...toDesk);
  // Raised on 8 January; the board meets on 5 November, the council on 26 November.
  const answerBy = (await expectAtRest(product, caseId)).tasks[0]?.dueOn;
  expect(answerBy).toBe(addDays('2019-01-08', 60));
  const step = `AwaitAnswer ${answerBy}`;
  expect(await dayBy('2019-07-06', caseId)).toEqual([step]);
  expect(await dayBy('2019-07-07', caseId)).toEqual([step, 'one-year 2019-11-26']);
  expect(await dayBy('2019-10-05', caseId)).toEqual([step, 'one-year 2019-11-26']);
  // Papers are due on 22 October. The meeting moves to the 12th of November, and so does the day.
  await actAt('board-2019-11-05', { type: 'move-meeting', to: '2019-11-12' });
  expect(await dayBy('2019-10-22', caseId)).toEqual([step, 'one-year 2019-11-26']);
  expect(await dayBy('2019-10-29', caseId)).toEqual([step, 'one-year 2019-11-26', 'year-report 2019-10-29']);
  expect(await rangFor(caseId)).toEqual([
    'one-year 2019-07-07',
    'one-year 2019-10-05',
    'year-report 2019-10-29',
  ]);
  moveTo('2019-11-26');
  await go(product, journey, 'report late');
  expect((await expectAtRest(product, caseId)).tasks.map(({ kind }) => kind)).toEqual([
    'AwaitAnswer',
    'one-year',
  ]);
  await dayBy('2019-12-04', caseId);
  await dayBy('2020-01-09', caseId);
  expect((await rangFor(caseId)).slice(3)).toEqual(['one-year 2019-12-04', 'one-year 2020-01-09']);
  const decided = await go(product, journey, 'report late', 'write off');
  expect(decided.tasks.map(({ kind }) => kind)).toEqual(['AwaitCertification']);
  await dayBy('2020-06-01', caseId);
  expect(await rangFor(caseId)).toHaveLength(5);
  await expectWhole(product, caseId);
});

test('a consultation: the officer is reminded two weeks before, on the day and a week after', async () => {
  const journey = await receive(product);
  const { caseId } = journey;
  await go(product, journey, ...toDesk);
  const dueOn = addDays(product.today(), 60);
  const [recipient, question] = ['kollektivtrafiknamnden', 'Vad anser nämnden?'];
  await journey.act(officer, { type: 'send-consultation', recipient, dueOn, question });
  await expectAtRest(product, caseId);
  const reminder = `consultation-1 ${dueOn}`;
  const by = async (days: number) => (await dayBy(addDays(dueOn, days), caseId)).slice(1);
  expect([await by(-15), await by(-14), await by(0), await by(7)]).toEqual([
    [],
    [reminder],
    [reminder],
    [reminder],
  ]);
  const { items } = await product.besvarad.casework.cases.worklist(
    { role: 'official', personId: officer },
    {},
  );
  expect(items).toMatchObject([
    { caseId, kind: 'AwaitStatements' },
    { caseId, kind: 'consultation-1' },
  ]);
  expect(await rangFor(caseId)).toEqual([-14, 0, 7].map((days) => `consultation-1 ${addDays(dueOn, days)}`));
  await journey.act(registrar, {
    type: 'record-statement',
    consultationNo: 1,
    receivedOn: product.today(),
    statement: 'Nämnden tillstyrker.',
    maker: { by: 'committee', decidedOn: product.today(), paragraph: '§ 3', proposes: true },
  });
  expect((await expectAtRest(product, caseId)).tasks.map(({ kind }) => kind)).toEqual(['AwaitAnswer']);
});

test('an approval that is not given in time: the clock rings, and where no deputy is named no other has a task', async () => {
  const journey = await receive(product);
  const { caseId } = journey;
  await go(product, journey, ...toDesk, 'answer');
  const { motion } = await expectAtRest(product, caseId);
  const remindOn = 'remindOn' in motion ? (motion.remindOn ?? '') : '';
  await dayBy(remindOn, caseId);
  expect(await rangFor(caseId)).toEqual([`approval-0 ${remindOn}`]);
  expect((await expectAtRest(product, caseId)).tasks).toMatchObject([{ assignee: { role: 'manager' } }]);
  await go(product, journey, 'approve', 'approve last');
});

test('a case of the earlier product has its clocks after one sweep, and they ring on their day', async () => {
  const { casework } = product.besvarad;
  expect(await casework.clocks.adoptedLaw()).toBe(1);
  // As the table was when the earlier product had it.
  await casework.clocks.markLawAdopted(0);
  const caseId = await writeSpineCase(casework, 'Drafting', 'RS 900/2020');
  await sweep();
  await product.idle();
  const journey = journeyOf(product, caseId, ['hannes.lindgard']);
  const motion = await journey.motion();
  const raisedOn = 'raisedOn' in motion ? (motion.raisedOn ?? '') : '';
  const rings = addDays(raisedOn, 180);
  expect(rings > product.today()).toBe(true);
  expect(await dayBy(addDays(rings, -1), caseId)).toHaveLength(1);
  expect((await dayBy(rings, caseId)).slice(1)).toEqual([`one-year ${addDays(raisedOn, 365)}`]);
  expect(await rangFor(caseId)).toEqual([`one-year ${rings}`]);
});
