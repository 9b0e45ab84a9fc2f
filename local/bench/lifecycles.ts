import type { CountingSink } from './letter-sink.ts';
import { type LoadFigures, runLoad } from './load.ts';
import { runProduct } from './run-product.ts';

export interface LifecycleFigures {
  readonly residentBytes: { readonly product: number; readonly engine: number };
  readonly loads: readonly LoadFigures[];
}

/** Whole lifecycles on a new product: warmed up, then alone, sixteen at a time, and with six signatories. */
export const measureLifecycles = async (sink: CountingSink, quick: boolean): Promise<LifecycleFigures> => {
  const product = await runProduct({ sesEndpoint: sink.endpoint });
  try {
    const load = (lifecycles: number, concurrency: number, signatories: number) =>
      runLoad(product, sink, {
        lifecycles: quick ? Math.ceil(lifecycles / 4) : lifecycles,
        concurrency,
        signatories,
      });
    await load(24, 8, 1);
    const loads = [await load(40, 1, 1), await load(96, 16, 1), await load(12, 1, 6), await load(48, 16, 6)];
    return { residentBytes: product.residentBytes(), loads };
  } finally {
    await product.stop();
  }
};
