import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { publicMotion } from '../../domain/public-motion.ts';
import { caseView, eventView, letterView } from '../../lambdas/office/contract.ts';
import { readStore } from '../engines/letters.ts';
import type { Expected } from './stories.ts';
import { type Addresses, roleHolders, type Town, yes } from './town.ts';

const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/** Everything that is known of a case from outside: the office, the public register and the inbox, over HTTP. */
export const observe = async (town: Town, addresses: Addresses, caseId: string) => {
  const registrar = await town.person(roleHolders.registrar);
  const get = async <S extends z.ZodType>(path: string, schema: S) => yes(await registrar.get(path), schema);
  const [view, events, letters, shown, inbox] = await Promise.all([
    get(`/api/cases/${caseId}`, caseView),
    get(`/api/cases/${caseId}/events`, items(eventView)),
    get(`/api/cases/${caseId}/letters`, items(letterView)),
    get(`/motioner/${caseId}.json`, publicMotion),
    readStore(addresses.lettersEndpoint),
  ]);
  return {
    view,
    shown,
    events: events.items,
    letters: letters.items.toSorted((one, other) => one.version - other.version),
    inbox,
  };
};
export type Observed = Awaited<ReturnType<typeof observe>>;

/** The letters of one case in the inbox: each carries the case's address. */
export const lettersInInbox = ({ inbox, view }: Observed) =>
  inbox.filter((letter) => letter.text?.includes(`/motioner/${view.motion.caseId}`) === true);

const check = (what: string, actual: unknown, expected: unknown): string | undefined =>
  isDeepStrictEqual(actual, expected)
    ? undefined
    : `${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`;

/** Compares what is seen from outside with what the story must end in. @returns what is wrong, empty when nothing */
export const faultsOf = (expected: Expected, observed: Observed): string[] => {
  const { view, shown, letters } = observed;
  const perMember = Object.groupBy(letters, (letter) => letter.memberId);
  const sent = letters.filter((letter) => letter.state === 'sent');
  return [
    check('status', view.motion.status, 'Final'),
    check('outcome', shown.decision?.outcome, expected.outcome),
    check('departs from the board', shown.decision?.deviatesFromBoard, expected.deviatesFromBoard),
    check(
      'signatories',
      shown.movers.map((mover) => mover.name),
      expected.signatories,
    ),
    check('refusals', expected.refusals, expected.expectedRefusals),
    check('certified', shown.certifiedOn, expected.certifiedOn),
    check('posted', shown.postedOn, expected.postedOn),
    check('last appeal day', shown.lastAppealDay, expected.lastAppealDay),
    check('final on', shown.finalOn, expected.finalOn),
    check('members told', Object.keys(perMember).length, expected.signatories.length),
    ...Object.values(perMember).map((own) =>
      check(
        'letters owed to a member',
        own?.map((letter) => letter.template),
        expected.letters,
      ),
    ),
    check('letters sent', sent.length, expected.letters.length * expected.signatories.length),
    check('letters in the inbox', lettersInInbox(observed).length, sent.length),
  ].filter((fault) => fault !== undefined);
};
