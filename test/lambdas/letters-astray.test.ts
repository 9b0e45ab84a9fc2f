import { beforeEach, describe, expect, it } from 'vitest';
import { composeLetter, templateVersion } from '../../documents/letters/compose.ts';
import { saveMember } from '../../lambdas/casework/keep-registers.ts';
import { takeLetterNews } from '../../lambdas/casework/letter-news.ts';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { aLetter } from '../documents/letter-samples.ts';
import { actors } from '../support/motion-people.ts';
import { type Door, type MadeDesk, makeDesk, makeDoor } from './office-desk.ts';
import { aRealCase } from './real-cases.ts';

let made: MadeDesk;
let door: Door;
let caseId: string;
beforeEach(async () => {
  made = await makeDesk();
  door = makeDoor(made.desk);
  caseId = await aRealCase(made, 'Received');
  await sendLetters(made.desk, caseId);
});

const anna = 'm-anna@region.example';
const key = { version: 4, memberId: 'm-anna', template: 'received' } as const;
const bounce = () =>
  takeLetterNews(made.desk, {
    letterId: `${caseId}#4#m-anna#received`,
    messageId: 'message-1',
    address: anna,
    fate: { kind: 'bounced', at: '2026-01-12T10:00:00.000Z', code: 'Permanent/General' },
    stopsAddress: true,
  });
const act = (
  what: string,
  subject = 'p-registrar',
  body: unknown = { letters: [key], reason: 'Ny adress.' },
) => door.ask(subject, 'POST', `/api/cases/${caseId}/letters/${what}`, body);
const shown = async (subject = 'p-registrar') =>
  (await door.get(subject, `/api/cases/${caseId}/letters`)).body.items as Record<string, unknown>[];
const tasks = async () => ((await made.desk.cases.load(caseId))?.tasks ?? []).map(({ kind }) => kind);

describe('the letters of a case', () => {
  it('say to whom, when, and whether they came', async () => {
    await bounce();
    expect(await shown()).toMatchObject([
      {
        recipient: 'Namn Efternamnsson-anna',
        state: 'sent',
        sentAt: made.clock.now,
        fate: { kind: 'bounced', code: 'Permanent/General' },
      },
      { recipient: 'Namn Efternamnsson-bo', state: 'sent' },
    ]);
    expect(JSON.stringify(await shown())).not.toContain('@');
  });

  it('are kept word for word, and shown to those who may see the letter', async () => {
    const path = `/api/cases/${caseId}/letters/sent?version=4&memberId=m-anna&template=received`;
    const [sent] = made.sent;
    const letter = { templateVersion, subject: sent?.subject, text: sent?.text, html: sent?.html };
    expect(await door.get('p-registrar', path)).toMatchObject({ status: 200, body: letter });
    expect((await door.get('p-member', path)).status).toBe(200);
    for (const [subject, asked] of [
      ['p-m-bo', path],
      ['p-council-secretary', path],
      ['p-registrar', path.replace('received', 'decided')],
      ['p-registrar', path.replace(caseId, 'c00000000000000000000')],
    ] as const) {
      expect([subject, (await door.get(subject, asked)).status]).toEqual([subject, 404]);
    }
  });

  it('are as they were also when the template has changed since', async () => {
    const other = composeLetter(aLetter('decided'));
    const where = { caseId, ...key };
    await made.desk.cases.markLetterSent(where, 'message-1', made.clock.now, {
      templateVersion: 1,
      ...other,
    });
    const path = `/api/cases/${caseId}/letters/sent?version=4&memberId=m-anna&template=received`;
    expect((await door.get('p-registrar', path)).body).toEqual({ templateVersion: 1, ...other });
  });
});

describe('sending again', () => {
  it('lifts the stop, keeps who and why, threads as before, and goes once', async () => {
    await bounce();
    expect(await act('resend')).toMatchObject({ status: 200, body: { letters: 1 } });
    expect(await act('resend')).toMatchObject({ status: 200, body: { letters: 0 } });
    expect(await tasks()).not.toContain('letter-returned');
    expect(await sendLetters(made.desk, caseId)).toBe(1);
    expect(await sendLetters(made.desk, caseId)).toBe(0);
    expect(made.sent.map(({ to }) => to)).toEqual([anna, 'm-bo@region.example', anna]);
    const [row] = await shown();
    expect(row).toMatchObject({
      state: 'sent',
      messageId: 'message-3',
      resent: [{ by: 'p-registrar', at: made.clock.now, reason: 'Ny adress.' }],
    });
    expect(row).not.toHaveProperty('fate');
    await bounce();
    expect((await shown())[0]).not.toHaveProperty('fate');
  });

  it('to a person of protected identity waits for approval', async () => {
    const found = await made.desk.people.member('m-anna');
    if (found === undefined) throw new Error('no such member');
    await saveMember(
      made.desk,
      { ...found.value, protectedIdentity: true },
      found.version,
      actors.administrator,
    );
    await act('resend');
    expect(await sendLetters(made.desk, caseId)).toBe(0);
    expect((await shown())[0]).toMatchObject({ state: 'held' });
    expect((await shown('p-official'))[0]).toMatchObject({ state: 'owed' });
  });
});

describe('seeing to it in another way', () => {
  it('closes the task, keeps who and why, and leaves the stop', async () => {
    await bounce();
    expect(await act('settle')).toMatchObject({ status: 200, body: { letters: 1 } });
    expect(await tasks()).not.toContain('letter-returned');
    expect((await shown())[0]).toMatchObject({
      fate: { kind: 'bounced' },
      settled: { by: 'p-registrar', reason: 'Ny adress.' },
    });
    expect(await made.desk.addresses.stopOf(anna)).toBeDefined();
  });
});

describe('the list of letters that did not come', () => {
  it('shows each until it is seen to', async () => {
    const list = async () => (await door.get('p-registrar', '/api/letters/astray')).body.items;
    expect(await list()).toEqual([]);
    await bounce();
    expect(await list()).toMatchObject([{ caseId, ...key, recipient: 'Namn Efternamnsson-anna' }]);
    await act('settle');
    expect(await list()).toEqual([]);
  });

  it('is the registrar’s and the auditor’s', async () => {
    expect((await door.get('p-auditor', '/api/letters/astray')).status).toBe(200);
    for (const subject of ['p-official', 'p-administrator', 'p-member']) {
      const refused = await door.get(subject, '/api/letters/astray');
      expect(refused).toMatchObject({ status: 403, body: { mayBeDoneBy: ['registrator', 'revisor'] } });
    }
  });
});

describe.each(['resend', 'settle'])('%s', (what) => {
  it('is a registrar’s, of a case that is, with a reason', async () => {
    await bounce();
    for (const subject of ['p-official', 'p-council-secretary', 'p-member', 'p-auditor']) {
      expect(await act(what, subject)).toMatchObject({ status: 403, body: { mayBeDoneBy: ['registrator'] } });
    }
    expect((await act(what, 'p-administrator')).status).toBe(404);
    expect((await act(what, 'p-registrar', { letters: [key], reason: ' ' })).status).toBe(400);
    expect((await act(what, 'p-registrar', { letters: [], reason: 'x' })).status).toBe(400);
    const missing = `/api/cases/c00000000000000000000/letters/${what}`;
    expect((await door.ask('p-registrar', 'POST', missing, { letters: [key], reason: 'x' })).status).toBe(
      404,
    );
    expect((await shown())[0]).toMatchObject({ state: 'sent', fate: { kind: 'bounced' } });
  });
});
