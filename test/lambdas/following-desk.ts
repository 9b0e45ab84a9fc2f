import { expect } from 'vitest';
import { addressId, askToFollow, confirmFollowing } from '../../lambdas/casework/follow.ts';
import { tick } from '../../lambdas/casework/tick.ts';
import type { OutgoingLetter } from '../../lambdas/ports/mailer.ts';
import { by } from '../support/motion-builders.ts';
import { actors } from '../support/motion-people.ts';
import { type Desk, makeDesk } from './office-desk.ts';
import { aRealCase, letHappen } from './real-cases.ts';

export const anna = 'anna.lasare@hemma.example';
export const all = { kind: 'all' } as const;

export const codeIn = ({ text }: OutgoingLetter) =>
  /\/(?:bekrafta|avsluta)\/([0-9a-f]{32})/.exec(text)?.[1] ?? 'none';

/** A desk whose letters go to one reader too, and what such a reader does. */
export const makeFollowing = async () => {
  const made = await makeDesk();
  let salts = 0;
  const desk: Desk = {
    ...made.desk,
    newSalt: () => {
      salts += 1;
      return salts.toString(16).padStart(32, '0');
    },
  };
  const at = (now: string) => {
    made.clock.now = now;
    made.clock.realNow = now;
  };
  const pass = (minutes: number) => at(new Date(Date.parse(made.clock.now) + minutes * 60_000).toISOString());
  const toAnna = () => made.sent.filter(({ to }) => to === anna);
  const run = (given: Desk = desk) => tick(given, { sweep: false });
  const follow = async (subject: Parameters<typeof askToFollow>[1]['subject'] = all, email = anna) => {
    await askToFollow(desk, { email, subject });
    await run();
    const letter = made.sent.findLast(({ to }) => to === email);
    if (letter === undefined) throw new Error('no letter came');
    return codeIn(letter);
  };
  const confirmed = async (subject: Parameters<typeof askToFollow>[1]['subject'] = all, email = anna) => {
    expect(await confirmFollowing(desk, await follow(subject, email))).toBe(true);
    made.sent.splice(0);
  };
  /** Lets an act happen on the day it is. */
  const happen = async (caseId: string, ...act: Parameters<typeof by>) => {
    const { now } = made.clock;
    const [actor, command] = act;
    await letHappen(made, caseId, by(actor, command, { today: now.slice(0, 10) }));
    made.clock.now = now;
  };
  /** A motion that is registered on the day it is. */
  const aMotion = async () => {
    const { now } = made.clock;
    const caseId = await aRealCase(made, 'Received');
    made.clock.now = now;
    await happen(caseId, actors.registrar, { type: 'register' });
    return caseId;
  };
  const refer = (caseId: string) =>
    happen(caseId, actors['council-secretary'], { type: 'refer', by: 'council', announcedOn: '2026-02-10' });
  /** Everything that is kept of an address. */
  const keptOf = async (email: string) => [
    await desk.following.follower(addressId(email)),
    await desk.following.requests(addressId(email)),
  ];
  at('2026-07-30T10:00:00.000Z');
  return { made, desk, at, pass, toAnna, run, follow, confirmed, happen, aMotion, refer, keptOf };
};
export type Following = Awaited<ReturnType<typeof makeFollowing>>;
