import { beforeEach, describe, expect, it } from 'vitest';
import type { Status } from '../../domain/motion.ts';
import { type MadeDesk, makeDesk } from '../lambdas/office-desk.ts';
import { aRealCase, motionOf } from '../lambdas/real-cases.ts';
import { makeVisitor, textOf, type Visited, type Visitor } from '../support/page-visitor.ts';

let made: MadeDesk;
let caseId: string;
const at = (command: string) => `/kontor/arenden/${caseId}/gor/${command}`;

const as = async (personId: string): Promise<Visitor> => {
  const visitor = makeVisitor(made.desk);
  await visitor.signIn(personId);
  return visitor;
};

beforeEach(async () => {
  made = await makeDesk();
});

/** A person fills in a form on a case in a status, says yes if asked, and is told that it is done. */
const does = async (
  personId: string,
  status: Status,
  command: string,
  fields: Parameters<Visitor['fillIn']>[1],
): Promise<Visited> => {
  caseId = await aRealCase(made, status);
  return goesOn(personId, command, fields);
};

const goesOn = async (
  personId: string,
  command: string,
  fields: Parameters<Visitor['fillIn']>[1],
): Promise<Visited> => {
  const visitor = await as(personId);
  const asked = await visitor.fillIn(at(command), fields);
  return asked.html.includes('value="bekrafta"') ? visitor.confirm(asked) : asked;
};

describe('the forms of the preparation', () => {
  it('choose among the officials of today, and give the case to one', async () => {
    caseId = await aRealCase(made, 'Referred');
    const page = await (await as('p-board-secretary')).get(at('assign'));
    expect(page.html).toContain('<option value="p-official">');
    expect(page.html).not.toContain('value="p-registrar"');
    const done = await goesOn('p-board-secretary', 'assign', { officer: 'p-official', unit: 'Staben' });
    expect(textOf(done.html)).toContain('Handläggaren är utsedd.');
    expect(await motionOf(made, caseId)).toMatchObject({ status: 'Assigned', officer: 'p-official' });
  });

  it('warn who is to approve an answer of his or her own', async () => {
    const { value, version } = (await made.desk.people.person('p-official')) ?? {};
    if (value === undefined || version === undefined) throw new Error('no official');
    const roles = [...value.roles, { role: 'manager' as const, from: '2020-01-01' }];
    const entry = { version: version + 1, by: 'test', at: made.clock.now, what: 'test' };
    await made.desk.people.savePerson({ ...value, roles }, version + 1, entry);
    caseId = await aRealCase(made, 'Approval');
    const asked = async (who: string) => textOf((await (await as(who)).get(at('approve-answer'))).html);
    expect(await asked('p-official')).toContain('Du är själv handläggare i ärendet');
    expect(await asked('p-manager')).not.toContain('handläggare i ärendet');
  });

  it('choose among the units of those in force, where any is known', async () => {
    const { value, version } = (await made.desk.people.person('p-official')) ?? {};
    if (value === undefined || version === undefined) throw new Error('no official');
    const entry = { version: version + 1, by: 'test', at: made.clock.now, what: 'test' };
    await made.desk.people.savePerson({ ...value, unit: 'Staben för ä och ö' }, version + 1, entry);
    caseId = await aRealCase(made, 'Drafting');
    const page = await (await as('p-manager')).get(at('reassign'));
    expect(page.html).toContain('<option value="Staben för ä och ö"');
    expect(page.html).toContain('<option value="p-official" selected=""');
  });

  it.each([
    ['p-official', 'Assigned', 'start-drafting', {}, 'Drafting'],
    ['p-manager', 'Drafting', 'reassign', { officer: 'p-other-official', unit: 'Andra staben' }, 'Drafting'],
    [
      'p-official',
      'Drafting',
      'send-consultation',
      { recipient: 'n-vard', dueOn: '2026-09-01', question: 'Vad säger ni?' },
      'Consulting',
    ],
    [
      'p-registrar',
      'Consulting',
      'record-statement',
      {
        consultationNo: '1',
        receivedOn: '2026-07-30',
        statement: 'Vi tycker så.',
        'maker.by': 'committee',
        'maker.decidedOn': '2026-07-30',
        'maker.paragraph': '§ 3',
      },
      'Drafting',
    ],
    ['p-official', 'Consulting', 'end-consultation', { consultationNo: '1', how: 'closed' }, 'Drafting'],
    ['p-official', 'Drafting', 'submit-answer', {}, 'Approval'],
    ['p-manager', 'Approval', 'approve-answer', {}, 'Approval'],
    ['p-manager', 'Approval', 'return-answer', { comment: 'Kortare.' }, 'Drafting'],
    ['p-manager', 'Approval', 'comment-answer', { comment: 'Bra, men långt.' }, 'Approval'],
    ['p-official', 'Approval', 'comment-answer', { comment: 'Det kortas.' }, 'Approval'],
    ['p-manager', 'Approval', 'declare-disqualification', {}, 'Approval'],
  ] as const)('let %s, when %s, %s', async (personId, status, command, fields, then) => {
    const done = await does(personId, status, command, fields);
    expect(done.path).toContain(`?gjort=${command}`);
    expect((await motionOf(made, caseId)).status).toBe(then);
  });

  it('tell who gets a letter before a consultation is sent', async () => {
    caseId = await aRealCase(made, 'Drafting');
    const visitor = await as('p-official');
    const fields = { recipient: 'e-stab', dueOn: '2026-09-01', question: 'Vad kostar det?' };
    const asked = await visitor.fillIn(at('send-consultation'), fields);
    expect(textOf(asked.html)).toContain('går till Namn Efternamnsson-anna');
    expect((await motionOf(made, caseId)).status).toBe('Drafting');
  });

  it('say in Swedish what a committee’s statement lacks, beside the field', async () => {
    const fields = {
      consultationNo: '1',
      receivedOn: '2026-07-30',
      statement: 'Ja.',
      'maker.by': 'committee',
    };
    const asked = await does('p-official', 'Consulting', 'record-statement', fields);
    expect(asked.status).toBe(400);
    expect(asked.html).toContain('href="#f-maker-decidedOn"');
    expect(textOf(asked.html)).not.toMatch(/Invalid|expected|received undefined/i);
    expect(asked.html).toContain('Ja.');
  });

  it('join a motion to one that is being prepared, and let it leave again', async () => {
    const lead = await aRealCase(made, 'Drafting');
    caseId = await aRealCase(made, 'Assigned');
    const page = await (await as('p-official')).get(at('join-preparation'));
    expect(page.html).toContain(`value="${lead}"`);
    expect(page.html).not.toContain(`value="${caseId}"`);
    await goesOn('p-official', 'join-preparation', { lead });
    expect(await motionOf(made, caseId)).toMatchObject({ jointWith: lead });
    const left = await goesOn('p-official', 'leave-preparation', {});
    expect(textOf(left.html)).toContain('Motionen bereds nu för sig.');
    expect(await motionOf(made, caseId)).not.toHaveProperty('jointWith');
  });

  it('are refused to who is not the one, and say who is', async () => {
    const refused = await does('p-other-official', 'Drafting', 'submit-answer', {});
    expect(textOf(refused.html)).toContain('handläggare som är tilldelad ärendet');
    expect((await motionOf(made, caseId)).status).toBe('Drafting');
  });
});
