import { expect, test } from 'vitest';
import { z } from 'zod';
import { startCountingSink } from '../../local/bench/letter-sink.ts';
import { commandsPerLifecycle, lettersPerSignatory } from '../../local/bench/lifecycle.ts';
import { runLoad } from '../../local/bench/load.ts';
import { runProduct } from '../../local/bench/run-product.ts';

test('one lifecycle goes from its coming in to final, and is measured', async () => {
  const sink = await startCountingSink();
  const product = await runProduct({ sesEndpoint: sink.endpoint });
  try {
    const figures = await runLoad(product, sink, { lifecycles: 1, concurrency: 1, signatories: 1 });
    expect(figures.answered.count).toBe(commandsPerLifecycle);
    expect(figures.nextStepVisible.count).toBe(15);
    expect(sink.letters()).toBe(lettersPerSignatory);
    expect(figures.lifecyclesPerSecond).toBeGreaterThan(0);
    expect(product.cpuSeconds().product).toBeGreaterThan(0);
    const counts = await product.ask('counts', z.record(z.string(), z.number()));
    expect(counts['SES.SendRawEmail']).toBe(lettersPerSignatory);
    expect(counts['StepFunctions.StartExecution']).toBe(1);
  } finally {
    await product.stop();
    await sink.stop();
  }
}, 300_000);
