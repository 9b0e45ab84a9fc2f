import type { Follower, FollowRequest } from '../../lambdas/ports/following.ts';
import { claim, minute, type PortUses, type Stores, there } from './port-uses.ts';
import { numbered } from './port-uses-cases.ts';

const subject = { kind: 'all' } as const;
const ofParty = { kind: 'party', party: 'S' } as const;
const keyOf = (id: string) => ({ id, subject });
const codeOf = (id: string) => `code-${id}`;

const asked = ({ following }: Stores, id: string, of: FollowRequest['subject'] = subject) =>
  following.ask({
    id,
    subject: of,
    email: `${id}@home.example`,
    askedAt: minute(0),
    dueAt: minute(0),
  });
const coded = async (stores: Stores, id: string) => {
  await asked(stores, id);
  const request = there(await stores.following.leaseRequest(keyOf(id), claim));
  await stores.following.keepCode(request, codeOf(id), minute(50));
};
const aFollower = (id: string): Follower => ({
  id,
  version: 1,
  email: `${id}@home.example`,
  subjects: [subject],
  endKey: `key-${id}`,
  endHash: `end-${id}`,
  toldThrough: '2026-03-01',
  attempts: 0,
  dueAt: minute(0),
});
const follows = async (stores: Stores, id: string) => {
  await coded(stores, id);
  await stores.following.confirm(codeOf(id), keyOf(id), aFollower(id));
};
const followsMore = async (stores: Stores, id: string) => {
  await follows(stores, id);
  await asked(stores, id, ofParty);
};

const requests: PortUses = {
  'following.requests': { given: asked, call: ({ following }, id) => following.requests(id) },
  'following.ask': { call: (stores, id) => asked(stores, id) },
  'following.leaseRequest': {
    given: asked,
    call: ({ following }, id) => following.leaseRequest(keyOf(id), claim),
  },
  'following.keepCode': {
    given: coded,
    call: async ({ following }, id) => {
      const request = { ...keyOf(id), email: '', askedAt: minute(0), state: 'owed', attempts: 1 } as const;
      return following.keepCode(
        { ...request, dueAt: minute(0), codeHash: codeOf(id) },
        `new-${id}`,
        minute(50),
      );
    },
  },
  'following.markRequestSent': {
    given: coded,
    call: ({ following }, id) => following.markRequestSent(keyOf(id), minute(50)),
  },
  'following.retryRequest': {
    given: coded,
    call: ({ following }, id) => following.retryRequest(keyOf(id), minute(20)),
  },
  'following.dropRequest': {
    given: coded,
    call: ({ following }, id) => following.dropRequest({ ...keyOf(id), codeHash: codeOf(id) }),
  },
  'following.code': { given: coded, call: ({ following }, id) => following.code(codeOf(id)) },
  'following.confirm': {
    given: coded,
    call: ({ following }, id) => following.confirm(codeOf(id), keyOf(id), aFollower(id)),
  },
};

const followers: PortUses = {
  'following.follower': { given: follows, call: ({ following }, id) => following.follower(id) },
  'following.leaseFollower': {
    given: follows,
    call: ({ following }, id) => following.leaseFollower(id, claim),
  },
  'following.markTold': {
    given: follows,
    call: ({ following }, id) => following.markTold(id, '2026-03-02', minute(30)),
  },
  'following.retryFollower': {
    given: follows,
    call: ({ following }, id) => following.retryFollower(id, minute(30)),
  },
  'following.saveSubjects': {
    given: follows,
    call: ({ following }, id) => following.saveSubjects(id, [ofParty], 1),
  },
  'following.end': { given: followsMore, call: ({ following }, id) => following.end(id) },
  'following.news': { given: numbered, call: ({ following }) => following.news('2026-03-02') },
};

/** Who follows by letter, without a role. */
export const usesOfFollowing: PortUses = { ...requests, ...followers };
