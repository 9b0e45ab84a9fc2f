import { expect, it } from 'vitest';
import { paceLetters } from '../../lambdas/pace-letters.ts';

const letter = { to: 'a@region.example', subject: 'x', text: 'x', html: 'x', letterId: 'x' };

/** A mailer under a clock that only waiting moves. */
const paced = (perSecond: number, fails = false) => {
  let clock = 1000;
  const sentAt: number[] = [];
  const send = async () => {
    sentAt.push(clock);
    if (fails) throw new Error('Throttling');
    return { messageId: 'm' };
  };
  const wait = async (milliseconds: number) => {
    clock += milliseconds;
  };
  const mailer = paceLetters({ send }, { perSecond, now: () => clock, wait });
  return {
    mailer,
    sentAt,
    pass: (milliseconds: number) => {
      clock += milliseconds;
    },
  };
};

it('sends so many letters a second and no more, and those after a pause at once', async () => {
  const { mailer, sentAt, pass } = paced(4);
  for (let nth = 0; nth < 5; nth += 1) await mailer.send(letter);
  pass(10_000);
  await mailer.send(letter);
  await mailer.send(letter);
  expect(sentAt).toEqual([1000, 1250, 1500, 1750, 2000, 12_000, 12_250]);
});

it('keeps its pace also when a letter fails, and tells the failure', async () => {
  const { mailer, sentAt } = paced(2, true);
  for (let nth = 0; nth < 3; nth += 1) await expect(mailer.send(letter)).rejects.toThrow('Throttling');
  expect(sentAt).toEqual([1000, 1500, 2000]);
});
