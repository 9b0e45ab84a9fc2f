import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBesvarad } from '../start-besvarad.ts';
import { faultsOf, observe } from './check-story.ts';
import { answeredStory, type Expected, grantedStory } from './stories.ts';
import { timelineOf } from './timeline.ts';
import { makeTown, type Town } from './town.ts';

/**
 * The main job on real input: a throw-away copy of the whole product carries two real motions to a final decision,
 * over HTTP as the signed-in people, and checks record and inbox from outside.
 */
const dataDirectory = mkdtempSync(join(tmpdir(), 'besvarad-demo-'));
const besvarad = await startBesvarad(
  { dataDirectory, port: 0, clock: '2022-11-01', configFile: 'config/organisation.json' },
  { environment: process.env },
);

const tell = async (story: (town: Town) => Promise<Expected>): Promise<boolean> => {
  const town = makeTown(besvarad);
  const expected = await story(town);
  await besvarad.stepFunctions.idle();
  const observed = await observe(town, besvarad, expected.caseId);
  console.log(`\n${timelineOf(expected, observed)}`);
  const faults = faultsOf(expected, observed);
  for (const fault of faults) console.log(`  FEL: ${fault}`);
  return faults.length === 0;
};

const passes: boolean[] = [];
try {
  for (const story of [answeredStory, grantedStory]) passes.push(await tell(story));
} catch (error) {
  console.error(error);
  passes.push(false);
} finally {
  await besvarad.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
}
const passed = passes.filter(Boolean).length;
console.log(`\n${passed} passed, ${passes.length - passed} failed`);
process.exitCode = passed === 2 && passes.length === 2 ? 0 : 1;
