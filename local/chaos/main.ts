import { UsageError } from '../options.ts';
import { readChaosOptions } from './options.ts';
import { type ChaosReport, runChaos } from './run-chaos.ts';

const shownFaults = 10;

const print = ({ fingerprint, checks, figures, folder }: ChaosReport) => {
  console.log(`plan ${fingerprint}\n`);
  for (const [name, figure] of Object.entries(figures)) console.log(`  ${name.padEnd(26)} ${figure}`);
  console.log('');
  for (const { name, faults } of checks) {
    console.log(`  ${faults.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
    for (const fault of faults.slice(0, shownFaults)) console.log(`           ${fault}`);
    if (faults.length > shownFaults) console.log(`           and ${faults.length - shownFaults} more`);
  }
  if (folder !== undefined) console.log(`\njournal, log and data are kept in ${folder}`);
  const passed = checks.filter((check) => check.faults.length === 0).length;
  console.log(`\n${passed} passed, ${checks.length - passed} failed`);
  process.exitCode = passed === checks.length ? 0 : 1;
};

try {
  const options = readChaosOptions(process.argv.slice(2));
  const { kills, seed, cases, concurrency, plant } = options;
  const again = `--kills ${kills} --seed ${seed} --cases ${cases} --concurrency ${concurrency}`;
  console.log(`chaos ${again}${plant === undefined ? '' : ` --plant ${plant}`}`);
  print(await runChaos(options));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
