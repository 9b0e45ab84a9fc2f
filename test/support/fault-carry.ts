import { clockTasksOf } from '../../domain/clock-tasks.ts';
import { stepOf } from '../../domain/steps.ts';
import { executionName } from '../../lambdas/ports/workflow.ts';
import type { Office } from './fault-office.ts';
import type { FaultyProduct } from './fault-product.ts';
import { actorOf } from './workflow-journey.ts';
import { type Journey, type MoveName, moves } from './workflow-moves.ts';

/** The shortest way from receipt to the archive. */
export const shortWay = [
  ...(['register', 'decide at once', 'certify', 'post', 'window passes', 'confirm', 'archive'] as const),
] satisfies MoveName[];

/** The whole way, with a referral back from the council. */
const prepared = ['answer', 'approve', 'approve last', 'place on board agenda', 'propose'] as const;
export const longWay = [
  ...(['register', 'refer', 'assign', 'start', ...prepared, 'place on council agenda'] as const),
  ...(['refer back by minority', ...prepared, 'place on council agenda', 'decide'] as const),
  ...(['certify', 'post', 'window passes', 'confirm', 'archive'] as const),
] satisfies MoveName[];

/** A motion of one signatory that has just come in on paper. */
export const receiveMotion = async (product: FaultyProduct, office: Office): Promise<Journey> => {
  const { today, advance } = product;
  advance(1);
  const mover = 'hannes.lindgard';
  const { subject: caseId } = await office.command('sigrid.hallman', '/api/cases', {
    type: 'import-motion',
    text: {
      title: 'Bussar i glesbygd',
      body: 'Det går för få.',
      clauses: ['fler turer', 'fler hållplatser'],
    },
    signatories: [actorOf(mover).memberId],
    receivedOn: today(),
  } as { type: string });
  return {
    caseId,
    movers: [mover],
    today,
    advance,
    tick: () => product.tick(),
    motion: async () => (await product.load(caseId)).motion,
    act: async (subject, command) => {
      await office.command(subject, `/api/cases/${caseId}/commands`, command, caseId);
    },
    actOnMinutes: async (subject, minutesId, command) => {
      await office.command(subject, `/api/minutes/${minutesId}/commands`, command, minutesId);
    },
  };
};

/** What is still to be done of a case by anybody but people; empty when it is at rest. */
export const wantingOf = async (product: FaultyProduct, caseId: string): Promise<string> => {
  await product.idle();
  const { record, besvarad } = product;
  const { motion, wait, execution, owedSignals, tasks } = await product.load(caseId);
  const letters = (await record.cases.letters(caseId)).filter((each) => each.state === 'owed');
  const relays = (await record.minutes.minutesOwingRelays({})).items;
  const clocks = (await record.clocks.due(product.today(), {})).items;
  const step = stepOf[motion.status];
  const generation = execution?.generation ?? 0;
  const isRunning = besvarad.stepFunctions.running().includes(executionName(caseId, generation));
  const isThere =
    step === undefined ||
    (wait?.step === step && wait.generation === generation && wait.openedAtVersion >= motion.movedAtVersion);
  const kinds = tasks.map((task) => task.kind).join();
  const { approvalChain } = besvarad.casework.organisation;
  const ofStep = step === undefined || step === 'WatchNotice' ? [] : [step];
  const wanted = [...ofStep, ...clockTasksOf(motion, approvalChain).map((task) => task.kind)].sort().join();
  return [
    isRunning === (step !== undefined) ? '' : `runs: ${isRunning}`,
    isThere ? '' : `waits at ${wait?.step} in ${motion.status}`,
    kinds === wanted ? '' : `tasks: ${kinds}`,
    execution?.startOwedAt === undefined ? '' : 'start owed',
    execution?.failures === 0 ? '' : `failures: ${execution?.failures}`,
    ...owedSignals.map((signal) => `signal ${signal.outcome} owed`),
    ...letters.map((letter) => `letter ${letter.template} owed`),
    ...relays.map((relay) => `${relay.minutesId} owes a relay`),
    ...clocks.map((clock) => `${clock.kind} due`),
  ]
    .filter((each) => each !== '')
    .join('; ');
};

/** Longer than any row of ticks that one round's faults can break off. */
export const patienceHours = 10;

/**
 * Lets hours pass, with what the schedule does in them, until a case is at rest.
 * @returns how many: 0 when nothing had to be made good
 * @throws Error that says what is still wanting
 */
export const settle = async (product: FaultyProduct, caseId: string): Promise<number> => {
  let wanting = await wantingOf(product, caseId);
  for (let hours = 0; hours < patienceHours; hours += 1) {
    if (wanting === '') return hours;
    product.pass(1);
    await product.tick();
    await product.idle();
    // A sweep beside a signal under way would only start the case anew.
    if (hours > 0) await product.tick(true);
    wanting = await wantingOf(product, caseId);
  }
  if (wanting === '') return patienceHours;
  throw new Error(`${caseId} in ${(await product.load(caseId)).motion.status}: ${wanting}`);
};

/** Carries a case move by move; after each it comes to rest, by what the schedule does if need be. */
export const carry = async (product: FaultyProduct, journey: Journey, names: readonly MoveName[]) => {
  await settle(product, journey.caseId);
  for (const name of names) {
    await moves[name](journey);
    await settle(product, journey.caseId);
  }
};

/** Carries a fresh case the short way. */
export const carryFresh = async (
  product: FaultyProduct,
  office: Office,
  names: readonly MoveName[] = shortWay,
) => {
  const journey = await receiveMotion(product, office);
  await carry(product, journey, names);
  return journey;
};
