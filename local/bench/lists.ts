import { roleHolders } from '../demo/town.ts';
import { type Desk, makeDesk } from './desk.ts';
import type { CountingSink } from './letter-sink.ts';
import { runProduct } from './run-product.ts';
import { makeSeededFolder } from './seeded-product.ts';
import { type Spread, spreadOf } from './statistics.ts';

const lists = {
  register: '/api/cases?year=2026&limit=50',
  party: '/api/cases?party=V&limit=50',
  signatory: '/api/cases?signatory=m-carlqvist-jessica&limit=50',
  worklist: '/api/worklist?role=council-secretary&limit=50',
} as const;
type ListName = keyof typeof lists;

export interface ListFigures {
  readonly cases: number;
  readonly milliseconds: Readonly<Record<ListName, Spread>>;
}

const names: readonly ListName[] = ['register', 'party', 'signatory', 'worklist'];

/** A product on a table of one size. */
interface Measured {
  readonly cases: number;
  readonly desk: Desk;
  stop(): Promise<void>;
}

const startOn = async (sink: CountingSink, cases: number): Promise<Measured> => {
  // A folder for each: a database is made whole faster than it is added to.
  const folder = makeSeededFolder();
  try {
    await folder.fill(cases, false);
    const product = await runProduct({ sesEndpoint: sink.endpoint, dataDirectory: folder.dataDirectory });
    const desk = makeDesk(product);
    const stop = async () => {
      desk.close();
      await product.stop();
      folder.remove();
    };
    return { cases, desk, stop };
  } catch (error) {
    folder.remove();
    throw error;
  }
};

/** Asks the products in turn, so that what else the machine does weighs on each size alike. */
const timeInTurn = async (all: readonly Measured[], name: ListName, times: number): Promise<Spread[]> => {
  const taken = all.map((): number[] => []);
  for (let turn = 0; turn < times; turn += 1) {
    for (const [index, { desk }] of all.entries()) {
      const startedAt = performance.now();
      await desk.get(roleHolders.councilSecretary, lists[name]);
      taken[index]?.push(performance.now() - startedAt);
    }
  }
  return taken.map(spreadOf);
};

/** How long the first page of each list takes, at each size of the table. */
export const measureLists = async (
  sink: CountingSink,
  sizes: readonly number[],
  times = 100,
): Promise<readonly ListFigures[]> => {
  const running: Measured[] = [];
  try {
    for (const cases of sizes) running.push(await startOn(sink, cases));
    for (const name of names) await timeInTurn(running, name, Math.ceil(times / 3));
    const register = await timeInTurn(running, 'register', times);
    const party = await timeInTurn(running, 'party', times);
    const signatory = await timeInTurn(running, 'signatory', times);
    const worklist = await timeInTurn(running, 'worklist', times);
    const none = spreadOf([]);
    return running.map(({ cases }, index) => ({
      cases,
      milliseconds: {
        register: register[index] ?? none,
        party: party[index] ?? none,
        signatory: signatory[index] ?? none,
        worklist: worklist[index] ?? none,
      },
    }));
  } finally {
    for (const each of running) await each.stop();
  }
};
