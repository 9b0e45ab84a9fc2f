import type { Context } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { sendLetters } from '../../lambdas/casework/send-letters.ts';
import { makeHandler } from '../../lambdas/mail-events/handler.ts';
import { by } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { sesEvents, snsEventOf } from '../support/ses-events.ts';
import { type Desk, type MadeDesk, makeDesk } from './office-desk.ts';
import { aRealCase, letHappen } from './real-cases.ts';

let made: MadeDesk;
let caseId: string;
beforeEach(async () => {
  made = await makeDesk();
  caseId = await aRealCase(made, 'Received');
  await sendLetters(made.desk, caseId);
});

const anna = 'm-anna@region.example';
const told = () => ({ messageId: 'message-1', letterId: `${caseId}#4#m-anna#received`, address: anna });
const publish = (event: unknown, desk: Desk = made.desk) =>
  makeHandler(desk)(event, { functionName: 'mail-events' } as Context);
const letter = () => made.desk.cases.letter({ caseId, version: 4, memberId: 'm-anna', template: 'received' });
const tasks = async () => ((await made.desk.cases.load(caseId))?.tasks ?? []).map(({ kind }) => kind);

describe('what SES tells of a letter', () => {
  it('marks it delivered, and no more', async () => {
    await publish(snsEventOf(sesEvents.delivery(told())));
    expect((await letter())?.fate).toEqual({ kind: 'delivered', at: '2026-01-12T10:00:05.669Z' });
    expect(await tasks()).not.toContain('letter-returned');
    expect(await made.desk.addresses.stopOf(anna)).toBeUndefined();
  });

  it.each([
    ['bounced for good', () => sesEvents.bounce(told()), 'bounced', 'Permanent/General', true],
    [
      'bounced for now',
      () => sesEvents.bounce(told(), 'Transient', 'MailboxFull'),
      'bounced',
      'Transient/MailboxFull',
      false,
    ],
    [
      'bounced in a way nobody knows',
      () => sesEvents.bounce(told(), 'Undetermined', 'Undetermined'),
      'bounced',
      'Undetermined/Undetermined',
      false,
    ],
    ['called unwanted', () => sesEvents.complaint(told()), 'complained', 'abuse', true],
    [
      'called unwanted without a word',
      () => sesEvents.complaint(told(), null),
      'complained',
      undefined,
      true,
    ],
    ['rejected by SES', () => sesEvents.reject(told()), 'bounced', 'Reject', false],
  ] as const)('%s becomes the registrar’s, once', async (_, event, kind, code, stops) => {
    for (let repeats = 0; repeats < 2; repeats += 1) await publish(snsEventOf(event()));
    expect((await letter())?.fate).toMatchObject({ kind, ...(code === undefined ? {} : { code }) });
    expect(await tasks()).toContain('letter-returned');
    expect((await made.desk.addresses.stopOf(anna))?.reason).toBe(stops ? kind : undefined);
    const returned = made.journal.filter((each) => each.code === 'letter_returned');
    expect(returned).toEqual([
      {
        level: 'warn',
        code: 'letter_returned',
        keys: { caseId, version: 4, template: 'received', fate: kind },
      },
    ]);
    expect(JSON.stringify(made.journal)).not.toMatch(/@|anna/);
  });

  it('takes an automatic answer for no return, when the letter is in the box', async () => {
    await publish(snsEventOf(sesEvents.delivery(told()), sesEvents.bounce(told(), 'Transient')));
    expect((await letter())?.fate?.kind).toBe('delivered');
    expect(await tasks()).not.toContain('letter-returned');
  });

  it('takes for no complaint that the reader moved it out of the junk', async () => {
    await publish(snsEventOf(sesEvents.complaint(told(), 'not-spam')));
    expect((await letter())?.fate).toBeUndefined();
  });

  it('comes again when the letter is just being marked, and is then noted', async () => {
    const later = made.clock.realNow.replace('T10:00', 'T10:01');
    await letHappen(made, caseId, by(actors.registrar, { type: 'register' }));
    const key = { caseId, version: 5, memberId: 'm-anna', template: 'registered' } as const;
    await made.desk.cases.leaseLetter(key, made.clock.realNow, later);
    const event = snsEventOf(
      sesEvents.bounce({ messageId: 'message-3', letterId: `${caseId}#5#m-anna#registered`, address: anna }),
    );
    await expect(publish(event)).rejects.toMatchObject({ name: 'Transient' });
    const kept = { templateVersion: 3, subject: 'x', text: 'x', html: 'x' };
    await made.desk.cases.markLetterSent(key, 'message-3', made.clock.now, kept);
    await publish(event);
    expect((await made.desk.cases.letter(key))?.fate?.kind).toBe('bounced');
  });

  it('finds the letter of a recipient whose name no header can hold as it is', async () => {
    const event = sesEvents.delivery({
      ...told(),
      letterId: `${caseId}#4#party-group:Miljöpartiet de gröna#received`,
    });
    await publish(snsEventOf(event));
    expect(made.journal).toMatchObject([{ code: 'news_of_no_letter', keys: { caseId, version: 4 } }]);
  });
});

describe('nothing more goes to an address that does not exist', () => {
  it('and each letter that would have gone is the registrar’s, until the stop is lifted', async () => {
    await publish(snsEventOf(sesEvents.bounce(told())));
    await letHappen(made, caseId, by(actors.registrar, { type: 'register' }));
    expect(await sendLetters(made.desk, caseId)).toBe(1);
    expect(made.sent.filter(({ to }) => to === anna)).toHaveLength(1);
    const rows = await made.desk.cases.letters(caseId);
    expect(rows.find(({ version, memberId }) => version === 5 && memberId === 'm-anna')).toMatchObject({
      state: 'failed',
      problem: 'AddressStopped',
    });
    expect(await tasks()).toEqual(expect.arrayContaining(['letter-returned', 'letter-failed']));
  });

  it('but to a new address of the same person they go', async () => {
    await publish(snsEventOf(sesEvents.bounce(told())));
    const member = await made.desk.people.member('m-anna');
    if (member === undefined) throw new Error('no such member');
    const entry = { version: 2, by: 'test', at: made.clock.now, what: 'test' };
    await made.desk.people.saveMember({ ...member.value, email: 'ny@region.example' }, 2, entry);
    await letHappen(made, caseId, by(actors.registrar, { type: 'register' }));
    expect(await sendLetters(made.desk, caseId)).toBe(2);
  });
});

describe('what is no news of ours', () => {
  it.each([
    ['SES greets the topic', 'Successfully validated SNS topic for Amazon SES event publishing.'],
    ['a type nobody asked for', { eventType: 'Open', mail: {}, open: {} }],
    [
      'a letter of somebody else’s',
      {
        ...sesEvents.delivery({ messageId: 'm', letterId: 'x', address: anna }),
        mail: { messageId: 'm', destination: [anna], headers: [] },
      },
    ],
  ])('is passed over: %s', async (_, message) => {
    await publish(snsEventOf(message));
    expect(made.journal).toEqual([{ level: 'info', code: 'mail_event_passed_over', keys: {} }]);
    expect((await letter())?.fate).toBeUndefined();
  });

  it.each(['%E0%A4%A', 'x', 'c1#0#m#received', 'c1#1#m#no-template'])(
    'is of no letter: %s',
    async (letterId) => {
      await publish(snsEventOf({ ...sesEvents.delivery({ ...told(), letterId }) }));
      expect(made.journal).toEqual([{ level: 'warn', code: 'news_of_no_letter', keys: {} }]);
    },
  );

  it.each([
    ['no SNS event', {}],
    ['a bounce without its facts', snsEventOf({ eventType: 'Bounce', bounce: {} })],
  ])('ends in the dead-letter queue when it cannot be read: %s', async (_, event) => {
    await expect(publish(event)).rejects.toMatchObject({ name: 'ZodError' });
  });
});
