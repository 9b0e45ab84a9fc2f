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

const timeList = async (desk: Desk, name: ListName, times: number): Promise<Spread> => {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const startedAt = performance.now();
    await desk.get(roleHolders.councilSecretary, lists[name]);
    taken.push(performance.now() - startedAt);
  }
  return spreadOf(taken);
};

/** How long the first page of each list takes, at one size of the table after the other. */
export const measureLists = async (
  sink: CountingSink,
  sizes: readonly number[],
  told: (sofar: readonly ListFigures[]) => void = () => undefined,
  times = 100,
): Promise<readonly ListFigures[]> => {
  const folder = makeSeededFolder();
  const figures: ListFigures[] = [];
  try {
    for (const cases of sizes) {
      await folder.fill(cases, false);
      const product = await runProduct({ sesEndpoint: sink.endpoint, dataDirectory: folder.dataDirectory });
      const desk = makeDesk(product);
      try {
        for (const name of names) await timeList(desk, name, Math.ceil(times / 3));
        const [register, party, signatory, worklist] = [
          await timeList(desk, 'register', times),
          await timeList(desk, 'party', times),
          await timeList(desk, 'signatory', times),
          await timeList(desk, 'worklist', times),
        ];
        figures.push({ cases, milliseconds: { register, party, signatory, worklist } });
        told(figures);
      } finally {
        desk.close();
        await product.stop();
      }
    }
  } finally {
    folder.remove();
  }
  return figures;
};
