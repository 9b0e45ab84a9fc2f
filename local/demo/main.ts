import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBesvarad } from '../start-besvarad.ts';
import { faultsOf, observe } from './check-story.ts';
import { liveTheYear } from './law/law.ts';
import { planSeedMeetings, writePapers } from './papers.ts';
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

const papersFolder = 'demo-papers';

type After = (caseId: string) => Promise<readonly string[]>;

/** Lets a story happen, and what comes after it, and prints how it went. */
const tell = async (
  story: (town: Town) => Promise<Expected>,
  after: After = async () => [],
): Promise<boolean> => {
  const town = makeTown(besvarad);
  const expected = await story(town);
  await besvarad.stepFunctions.idle();
  const observed = await observe(town, besvarad, expected.caseId);
  console.log(`\n${timelineOf(expected, observed)}`);
  const faults = [...faultsOf(expected, observed), ...(await after(expected.caseId))];
  for (const fault of faults) console.log(`  FEL: ${fault}`);
  return faults.length === 0;
};

const tellSeeds = async () => {
  const passes: boolean[] = [];
  await planSeedMeetings(makeTown(besvarad));
  passes.push(await tell(answeredStory, (caseId) => writePapers(besvarad, caseId, papersFolder)));
  passes.push(await tell(grantedStory));
  console.log(`\nÄrendets papper ligger i ${papersFolder}/, som HTML, DOCX och PDF.`);
  const passed = passes.filter(Boolean).length;
  return { passed, failed: passes.length - passed };
};

/** `npm run demo` tells the seeds; `npm run demo -- law` lives a year of a council. */
const run = process.argv[2] === 'law' ? () => liveTheYear(besvarad) : tellSeeds;
try {
  const { passed, failed } = await run();
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await besvarad.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
}
