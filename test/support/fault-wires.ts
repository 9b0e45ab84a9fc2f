import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { connect } from '../../lambdas/live.ts';
import type { Fault, Service } from './fault-kinds.ts';
import { methodHeader, startFaultProxy, type WireCall } from './fault-proxy.ts';

/** Which calls a fault strikes: all that fit, from the first to the last of them. */
export interface Aim {
  readonly service: Service;
  readonly operation?: string;
  readonly method?: string;
  /** Of those that fit: the first struck, and how many; the first alone when absent, all with Infinity. */
  readonly from?: number;
  readonly count?: number;
}

/** A call that was seen. */
export interface SeenCall {
  readonly service: Service;
  readonly method: string;
  readonly operation: string;
}

/** An aimed fault: how often it has struck, and the end of it. */
export interface Struck {
  readonly strikes: () => number;
  /** Resolves when it strikes for the first time. */
  readonly reached: Promise<void>;
  lift(): void;
}

export interface Wires {
  reachBy(service: Service, engine: string): string;
  /** Marks every call with the port method that makes it. */
  around(live: Connected): Connected;
  /** Lets calls fail; with `held`, not before it is released. */
  strike(aim: Aim, fault: Fault, held?: Promise<void>): Struck;
  /** Every call since the last time this was asked. */
  seen(): readonly SeenCall[];
  /** `X-Letter-ID` of every letter that SES took, also when nobody learnt of it. */
  readonly letters: readonly string[];
  stop(): Promise<void>;
}

type Connected = ReturnType<typeof connect>;
const services = ['dynamoDb', 'stepFunctions', 'ses', 's3'] as const;
const ports = [
  ...(['cases', 'minutes', 'meetings', 'people', 'clocks', 'workflow', 'mailer', 'register'] as const),
  ...(['addresses', 'following', 'digests', 'sessions', 'invitations'] as const),
] as const;

const caller = new AsyncLocalStorage<string>();

const marking = (message: unknown) => {
  const { request } = message as { request: ClientRequest };
  const method = caller.getStore();
  if (method !== undefined) request.setHeader(methodHeader, method);
};

/** A port whose calls say on the wire which of its methods makes them. */
export const marked = <P extends object>(name: string, port: P): P =>
  new Proxy(port, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => caller.run(`${name}.${String(key)}`, () => value.apply(target, given));
    },
  });

/** What the SDK's SendRawEmail sends: a form with the raw letter in base64. */
const letterIdOf = (body: string): string => {
  const raw = Buffer.from(new URLSearchParams(body).get('RawMessage.Data') ?? '', 'base64').toString('utf8');
  const unfolded = raw.replace(/\r?\n[ \t]+/g, ' ');
  return decodeURI(/^X-Letter-ID:\s*(\S+)/im.exec(unfolded)?.[1] ?? 'unknown');
};

const fits = (aim: Aim, { service, method, operation }: SeenCall) =>
  aim.service === service &&
  (aim.method === undefined || aim.method === method) &&
  (aim.operation === undefined || aim.operation === operation);

/** A wire to each service, on which calls can be seen and made to fail. */
export const startWires = async (): Promise<Wires> => {
  const aimed = new Set<
    (seen: SeenCall, call: WireCall) => ReturnType<Fault> | Promise<ReturnType<Fault>> | undefined
  >();
  const letters: string[] = [];
  let calls: SeenCall[] = [];
  const judge = (service: Service) => (call: WireCall) => {
    const seen = { service, method: call.method, operation: call.operation };
    calls.push(seen);
    for (const each of aimed) {
      const treatment = each(seen, call);
      if (treatment !== undefined) return treatment;
    }
  };
  const taken = (call: WireCall) => {
    if (call.operation === 'SendRawEmail') letters.push(letterIdOf(call.body));
  };
  const proxies = new Map(
    await Promise.all(
      services.map(async (each) => [each, await startFaultProxy({ judge: judge(each), taken })] as const),
    ),
  );
  subscribe('http.client.request.created', marking);
  return {
    letters,
    reachBy: (service, engine) => {
      const proxy = proxies.get(service);
      if (proxy === undefined) throw new Error(`there is no wire to ${service}`);
      proxy.reach(engine);
      return proxy.endpoint;
    },
    around: (live) => {
      const all = Object.fromEntries(ports.map((name) => [name, marked(name, live[name])]));
      return { ...live, ...(all as Pick<Connected, (typeof ports)[number]>) };
    },
    strike: (aim, fault, held) => {
      const { from = 1, count = 1 } = aim;
      const reached = Promise.withResolvers<void>();
      let fitting = 0;
      let strikes = 0;
      const each = (seen: SeenCall, call: WireCall) => {
        if (!fits(aim, seen)) return;
        fitting += 1;
        if (fitting < from || fitting >= from + count) return;
        strikes += 1;
        reached.resolve();
        return held === undefined ? fault(call) : held.then(() => fault(call));
      };
      aimed.add(each);
      return { strikes: () => strikes, reached: reached.promise, lift: () => void aimed.delete(each) };
    },
    seen: () => {
      const since = calls;
      calls = [];
      return since;
    },
    stop: async () => {
      unsubscribe('http.client.request.created', marking);
      for (const proxy of proxies.values()) await proxy.stop();
    },
  };
};
