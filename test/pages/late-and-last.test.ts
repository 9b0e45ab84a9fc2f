import { beforeEach, describe, expect, it } from 'vitest';
import type { Status } from '../../domain/motion.ts';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, motionOf, openTheMinutes } from '../lambdas/real-cases.ts';
import { COUNCIL_DAY } from '../support/motion-builders.ts';
import { makeVisitor, textOf, type Visitor } from '../support/page-visitor.ts';

const minutesId = `council-${COUNCIL_DAY}`;
const placed = { minutesId, paragraph: '88', present: '60', announcedOn: '2026-06-09' };
let made: MadeDesk;
let caseId: string;

const as = async (personId: string): Promise<Visitor> => {
  const visitor = makeVisitor(made.desk);
  await visitor.signIn(personId);
  return visitor;
};

beforeEach(async () => {
  made = await makeDesk();
  await openTheMinutes(made);
});

type Fields = Parameters<Visitor['fillIn']>[1];

/** Fills in a form and says yes where it is asked. @returns what was asked, and the page after it */
const does = async (personId: string, path: string, fields: Fields) => {
  const visitor = await as(personId);
  const asked = await visitor.fillIn(path, fields);
  const done = asked.html.includes('value="bekrafta"') ? await visitor.confirm(asked) : asked;
  return { asked: textOf(asked.html), done };
};

const onCase = (personId: string, command: string, fields: Fields = {}) =>
  does(personId, `/kontor/arenden/${caseId}/gor/${command}`, fields);

describe('a motion that is late', () => {
  const report = { ...placed, soFar: 'Ett yttrande saknas.', proposal: 'write-off' };

  it('is reported to the council with what has come out, and goes on', async () => {
    caseId = await aRealCase(made, 'Drafting');
    const missing = await onCase('p-council-secretary', 'report-late', { ...report, soFar: '' });
    expect([missing.done.status, missing.done.html.includes('href="#f-soFar"')]).toEqual([400, true]);
    const { asked } = await onCase('p-council-secretary', 'report-late', report);
    expect(asked).toContain('Brev (');
    expect(await motionOf(made, caseId)).toMatchObject({
      status: 'Drafting',
      lateReport: { at: { minutesId, paragraph: '§ 88' }, proposal: 'write-off' },
    });
    await onCase('p-council-secretary', 'take-back-late-report');
    expect(await motionOf(made, caseId)).not.toHaveProperty('lateReport');
  });

  it('is written off only where the report is before the council (KL 5:35)', async () => {
    caseId = await aRealCase(made, 'Drafting');
    const early = await onCase('p-council-secretary', 'write-off', placed);
    expect(textOf(early.done.html)).toMatch(/Det gick inte än .*KL 5:35/);
    expect(early.done.html).toContain('value="88"');
    await onCase('p-council-secretary', 'report-late', report);
    const { asked } = await onCase('p-council-secretary', 'write-off', { ...placed, paragraph: '89' });
    expect(asked).toContain('Ärendets läge blir: beslutad');
    expect(await motionOf(made, caseId)).toMatchObject({
      status: 'Decided',
      decision: { outcome: 'WRITTEN_OFF', at: { paragraph: '§ 89' } },
    });
  });
});

/** Whose act it is, when, which, with what filled in, and what comes of it. */
const acts: readonly (readonly [string, Status, string, Fields, Status])[] = [
  ['p-council-secretary', 'WithdrawalPending', 'note-withdrawal', placed, 'Decided'],
  ['p-council-secretary', 'Decided', 'take-back-act', {}, 'CouncilAgenda'],
  ['p-archivist', 'Final', 'archive', {}, 'Archived'],
];

it.each(acts)('%s, when %s: %s is asked once, and done', async (personId, status, command, fields, then) => {
  caseId = await aRealCase(made, status);
  const stranger = await onCase('p-auditor', command, fields);
  expect(textOf(stranger.done.html)).toContain('Kan göras av');
  const { asked, done } = await onCase(personId, command, fields);
  expect(asked).toContain('Ärendets läge blir');
  expect(done.path).toContain(`?gjort=${command}`);
  expect((await motionOf(made, caseId)).status).toBe(then);
});

it('decides at once what all are agreed on, and not where one is missing (KL 5:33)', async () => {
  caseId = await aRealCase(made, 'Registered');
  const path = `/kontor/arenden/${caseId}/behandla?akt=decide-at-once`;
  const decided = {
    minutesId,
    paragraph: '5',
    present: '71',
    'decisions.1': 'GRANTED',
    'decisions.2': 'REJECTED',
  };
  const refused = await does('p-council-secretary', path, { ...decided, agreeing: '70' });
  expect(textOf(refused.done.html)).toMatch(/KL 5:33/);
  const { asked } = await does('p-council-secretary', path, { ...decided, agreeing: '71' });
  expect(asked).toContain('Att-sats 1: bifall');
  expect(await motionOf(made, caseId)).toMatchObject({ status: 'Decided', decision: { at: { minutesId } } });
});

it('enters how an appeal ended, of those that are open', async () => {
  caseId = await aRealCase(made, 'Decided');
  const path = `/kontor/protokoll/${minutesId}/gor`;
  await does('p-certifier', `${path}/certify-minutes`, {});
  await does('p-council-secretary', `${path}/post-notice`, { postedOn: '2026-07-30' });
  const appeal = { caseId, receivedOn: '2026-07-30', court: 'Förvaltningsrätten' };
  await does('p-registrar', `${path}/record-appeal`, appeal);
  expect((await motionOf(made, caseId)).status).toBe('Appealed');
  const form = await (await as('p-registrar')).get(`${path}/close-appeal`);
  const open = /<option value="(c[0-9a-f]{20}[^"]*)">/.exec(form.html)?.[1] ?? '';
  expect(open).toContain(caseId);
  const ended = { appeal: open, closedOn: '2026-07-30', outcome: 'annulled' };
  await does('p-registrar', `${path}/close-appeal`, ended);
  expect((await motionOf(made, caseId)).status).toBe('CouncilReady');
  expect(textOf((await (await as('p-registrar')).get(`/kontor/protokoll/${minutesId}`)).html)).toContain(
    'upphävdes',
  );
});
