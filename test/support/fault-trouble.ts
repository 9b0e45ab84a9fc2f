import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { executionName } from '../../lambdas/ports/workflow.ts';
import { patienceHours, receiveMotion, settle } from './fault-carry.ts';
import { faultsOf } from './fault-kinds.ts';
import type { Office } from './fault-office.ts';
import type { FaultyProduct } from './fault-product.ts';
import { type Journey, type MoveName, moves } from './workflow-moves.ts';

type Step = (product: FaultyProduct, journey: Journey) => Promise<unknown>;

const move =
  (name: MoveName): Step =>
  (_, journey) =>
    moves[name](journey);

const throttled = faultsOf('dynamoDb', 'Query').throttled ?? (() => undefined);

/** The execution is gone, and the hourly sweep gives the case another. */
const loseExecution: Step = async (product, { caseId }) => {
  const { endpoint, arnOf } = product.besvarad.stepFunctions;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SFNClient({ endpoint, region: 'eu-north-1', credentials });
  const { execution } = await product.load(caseId);
  const name = executionName(caseId, execution?.generation ?? 0);
  const executionArn = `${arnOf('motion').replace(':stateMachine:', ':execution:')}:${name}`;
  await client.send(new StopExecutionCommand({ executionArn }));
  client.destroy();
  await product.tick(true);
};

/** Lets the schedule do what a move could not at once, until something has come about. */
const until = async ({ pass, tick }: FaultyProduct, isSo: () => Promise<boolean> | boolean) => {
  for (let hours = 0; !(await isSo()) && hours < patienceHours; hours += 1) {
    pass(1);
    await tick();
  }
};

/** As often as the machine tries. */
const tries = 6;

/** The machine cannot open its next wait, tries as often as it may, notes its failure, and ends. */
const stumbleAt =
  (name: MoveName): Step =>
  async (product, journey) => {
    const aim = { service: 'dynamoDb', method: 'cases.openWait', count: tries } as const;
    const struck = product.wires.strike(aim, throttled);
    await moves[name](journey);
    await until(product, async () => {
      await product.idle();
      return struck.strikes() === tries;
    });
    struck.lift();
  };

/** The second move is made while the machine is still about to wait for it. */
const overtake =
  (first: MoveName, second: MoveName): Step =>
  async (product, journey) => {
    const gate = Promise.withResolvers<void>();
    const aim = { service: 'dynamoDb', method: 'cases.openWait' } as const;
    const struck = product.wires.strike(aim, () => undefined, gate.promise);
    await moves[first](journey);
    await until(product, async () => {
      await Promise.race([struck.reached, product.idle()]);
      return struck.strikes() > 0;
    });
    const { movedAtVersion } = await journey.motion();
    await moves[second](journey);
    await until(product, async () => (await journey.motion()).movedAtVersion > movedAtVersion);
    gate.resolve();
    struck.lift();
  };

/** The letter of a move is not taken at first. */
const letterLater =
  (name: MoveName): Step =>
  async ({ wires, idle }, journey) => {
    const struck = wires.strike({ service: 'ses' }, faultsOf('ses', 'SendRawEmail').throttled ?? throttled);
    await moves[name](journey);
    await idle();
    struck.lift();
  };

/** From receipt to the archive past every trouble that has calls of its own, so that those can fail too. */
const troubledWay: readonly Step[] = [
  letterLater('register'),
  move('decide at once'),
  loseExecution,
  overtake('certify', 'post'),
  stumbleAt('window passes'),
  move('confirm'),
  move('archive'),
];

/** Carries a fresh case the troubled way; after each step its last command is repeated, and it comes to rest. */
export const carryTroubled = async (product: FaultyProduct, office: Office): Promise<Journey> => {
  const journey = await receiveMotion(product, office);
  await settle(product, journey.caseId);
  for (const step of troubledWay) {
    await step(product, journey);
    await office.repeatLast();
    await settle(product, journey.caseId);
  }
  return journey;
};
