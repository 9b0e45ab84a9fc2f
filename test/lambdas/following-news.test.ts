import { describe, expect, it } from 'vitest';
import { addressId } from '../../lambdas/casework/follow.ts';
import { Transient } from '../../lambdas/failures.ts';
import { LetterRefused } from '../../lambdas/ports/mailer.ts';
import { examples } from '../support/motion-commands.ts';
import { actors } from '../support/motion-people.ts';
import { all, anna, makeFollowing } from './following-desk.ts';
import { aRealCase } from './real-cases.ts';

describe('news to those who follow', () => {
  it('comes the morning after, once for the whole day, in one letter that can be ended with one click', async () => {
    const { at, toAnna, run, confirmed, aMotion, refer } = await makeFollowing();
    await confirmed();
    const [one, two] = [await aMotion(), await aMotion()];
    await refer(one);
    await run();
    expect(toAnna()).toEqual([]);
    at('2026-07-31T04:29:00.000Z');
    await run();
    expect(toAnna()).toEqual([]);
    at('2026-07-31T04:30:00.000Z');
    await Promise.all([run(), run()]);
    await run();
    const [letter, ...others] = toAnna();
    expect(others).toEqual([]);
    expect(letter?.subject).toBe('Nytt om 2 motioner');
    expect(letter?.text).toContain('har lämnats över till');
    for (const caseId of [one, two]) expect(letter?.text).toContain(`/motioner/${caseId}`);
    expect(letter?.unsubscribeUrl).toMatch(/\/prenumerera\/avsluta\/[0-9a-f]{32}$/);
    expect(letter?.text).toContain(letter?.unsubscribeUrl);
    expect(letter?.text).not.toContain('Efternamnsson');
  });

  it('is never empty, and does not come to those whom it does not concern', async () => {
    const { made, at, run, confirmed, aMotion, refer } = await makeFollowing();
    const [one, other] = [await aMotion(), await aMotion()];
    at('2026-07-31T10:00:00.000Z');
    await confirmed({ kind: 'motion', caseId: one });
    await confirmed({ kind: 'party', party: 'Exempelpartiet' }, 'partiet@hemma.example');
    await refer(other);
    at('2026-08-01T05:00:00.000Z');
    await run();
    expect(made.sent.filter(({ letterId }) => letterId.startsWith('news#')).map(({ to }) => to)).toEqual([
      'partiet@hemma.example',
    ]);
    for (let day = 2; day < 9; day += 1) {
      at(`2026-08-0${day}T05:00:00.000Z`);
      expect((await run()).failed).toBe(0);
    }
    expect(made.sent.filter(({ letterId }) => letterId.startsWith('news#'))).toHaveLength(1);
  });

  it('is about nothing that is not public', async () => {
    const { made, at, toAnna, run, confirmed, happen } = await makeFollowing();
    await confirmed();
    const { now } = made.clock;
    const caseId = await aRealCase(made, 'Received');
    at(now);
    at('2026-07-31T05:00:00.000Z');
    await run();
    expect(toAnna()).toEqual([]);
    await happen(caseId, actors.registrar, { type: 'register' });
    const back = { type: 'return-motion' as const, provision: '12 §', reason: 'Två ämnen.' };
    await happen(caseId, actors.registrar, back);
    at('2026-08-01T05:00:00.000Z');
    await run();
    expect(toAnna().map(({ text }) => text.includes('Två ämnen'))).toEqual([false]);
  });

  it('about one motion is one thread; a letter about several begins none and answers none', async () => {
    const { made, at, toAnna, run, confirmed, happen, aMotion, refer } = await makeFollowing();
    const caseId = await aMotion();
    await confirmed({ kind: 'motion', caseId });
    await refer(caseId);
    at('2026-07-31T05:00:00.000Z');
    await run();
    await happen(caseId, actors['board-secretary'], examples.assign.command);
    await happen(caseId, actors.official, examples['start-drafting'].command);
    await happen(caseId, actors.official, examples['send-consultation'].command);
    at('2026-08-01T05:00:00.000Z');
    await run();
    const [first, answer] = toAnna();
    const firstId = `message-${made.sent.map(({ letterId }) => letterId).indexOf(first?.letterId ?? '') + 1}`;
    expect([first?.threadId, answer?.threadId]).toEqual([undefined, firstId]);
    expect(answer?.subject).toBe(first?.subject);
    await confirmed(all);
    await aMotion();
    await aMotion();
    at('2026-08-02T05:00:00.000Z');
    await run();
    expect(toAnna().map(({ subject, threadId }) => [subject, threadId])).toEqual([
      ['Nytt om 2 motioner', undefined],
    ]);
  });

  it('is not lost while SES is down for a day, and comes once', async () => {
    const { desk, at, pass, toAnna, run, confirmed, aMotion, refer } = await makeFollowing();
    await confirmed();
    const caseId = await aMotion();
    const down = { ...desk, mailer: { send: () => Promise.reject(new Transient('down')) } };
    at('2026-07-31T05:00:00.000Z');
    for (let hour = 0; hour < 24; hour += 1) {
      await run(down);
      if (hour === 3) await refer(caseId);
      pass(60);
    }
    await run();
    const [letter, ...others] = toAnna();
    expect(others).toEqual([]);
    expect(letter?.text).toContain('2026-07-30: Motionen har registrerats.');
    expect(letter?.text).toContain('2026-07-31: Motionen har lämnats över');
  });

  it('goes once more only when the sent letter could not be marked', async () => {
    const { made, desk, at, pass, toAnna, run, confirmed, aMotion } = await makeFollowing();
    await confirmed();
    await aMotion();
    at('2026-07-31T05:00:00.000Z');
    const markTold = () => Promise.reject(new Transient('timeout'));
    await run({ ...desk, following: { ...desk.following, markTold } });
    expect(made.journal.filter(({ code }) => code === 'letter_sent_not_marked')).toHaveLength(1);
    await run();
    expect(toAnna()).toHaveLength(1);
    pass(3);
    await run();
    await run();
    expect(toAnna()).toHaveLength(2);
    expect(toAnna()[1]?.letterId).toBe(toAnna()[0]?.letterId);
  });

  it('tells no log of anybody', async () => {
    const { desk, made, at, run, confirmed, aMotion } = await makeFollowing();
    await confirmed();
    await aMotion();
    at('2026-07-31T05:00:00.000Z');
    await run({ ...desk, mailer: { send: () => Promise.reject(new LetterRefused('MessageRejected')) } });
    const told = made.journal.filter(({ code }) => code === 'news_not_sent');
    expect(told).toEqual([{ level: 'alarm', code: 'news_not_sent', keys: { problem: 'MessageRejected' } }]);
    expect(JSON.stringify(made.journal)).not.toMatch(new RegExp(`@|${addressId(anna)}`));
  });
});
