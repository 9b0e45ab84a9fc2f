import { isDeepStrictEqual } from 'node:util';
import { faultsOf, type Service } from './fault-kinds.ts';
import type { SeenCall, Wires } from './fault-wires.ts';

/** A use of a port that can be made again and again, each time under an id of its own. */
export interface Trial {
  readonly method: string;
  readonly service: Service;
  readonly prepare: (id: string) => Promise<unknown>;
  readonly call: (id: string) => Promise<unknown>;
  /** All that the record then holds under the id. */
  readonly kept: (id: string) => Promise<unknown>;
}

/** What came of a call: an answer, or the name of what was thrown. */
type Came = { readonly answer: unknown } | { readonly thrown: string };

const came = (call: Promise<unknown>): Promise<Came> =>
  call.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ thrown: error instanceof Error ? error.name : 'no error' }),
  );

/** Lists hold what other trials have written too. */
const ownOf = (answer: unknown, id: string): unknown => {
  if (answer instanceof Map) return ownOf([...answer.entries()], id);
  if (Array.isArray(answer)) return answer.filter((each) => JSON.stringify(each).includes(id));
  if (typeof answer === 'object' && answer !== null && 'items' in answer) return ownOf(answer.items, id);
  return answer;
};

const hashes = /[0-9a-f]{16,64}/g;

/** The same for every id, so that one trial can be held to another. */
const alike = (value: unknown, id: string): unknown =>
  JSON.parse((JSON.stringify(value) ?? 'null').replaceAll(id, 'ID').replace(hashes, 'HASH'));

let tried = 0;
/** Of letters alone: figures are padded where a number must sort. */
const newId = () => {
  tried += 1;
  const letters = [...String(tried).padStart(6, '0')].map((each) => 'ghijklmnop'[Number(each)]);
  return `trial-${letters.join('')}-x`;
};

const writes = /^(TransactWriteItems|UpdateItem|PutItem|DeleteItem|BatchWriteItem|PutObject)$/;
const isHonest = (name: string) => name === 'Transient' || name === 'Conflict';

/** What is wrong with the answers to one fault, if anything. */
const faultIn = (kind: string, mayBeDone: boolean, came: readonly [Came, Came], plain: Came) => {
  const [first, second] = came;
  if ('thrown' in first && !isHonest(first.thrown)) return `is told as ${first.thrown}`;
  // The port has an answer of its own to a condition that did not hold, and asks again for what was left out.
  const isAnswered = kind === 'condition failed' || kind === 'all unprocessed';
  if (!isAnswered && 'answer' in first) return 'is passed over in silence';
  if (mayBeDone) {
    return 'thrown' in second && second.thrown !== 'Conflict'
      ? `cannot be tried again: ${second.thrown}`
      : undefined;
  }
  return isDeepStrictEqual(second, plain)
    ? undefined
    : `has another answer after it: ${JSON.stringify(second)}`;
};

/**
 * Lets each call that a method makes fail once, in each way its service can: the caller is told that it did, a repeat
 * goes through, and the record then holds what it holds without a fault.
 * @returns how the calls are answered, and every fault after which something was wrong
 */
export const tryPort = async (wires: Wires, { method, service, prepare, call, kept }: Trial) => {
  const run = async (id: string) => {
    const result = await came(call(id));
    return 'answer' in result ? { answer: alike(ownOf(result.answer, id), id) } : result;
  };
  const plainId = newId();
  await prepare(plainId);
  wires.seen();
  const plain = await run(plainId);
  const calls = wires.seen().filter((each) => each.method === method);
  const expected = alike(await kept(plainId), plainId);
  const trials = trialsOf(service, calls);
  await Promise.all(trials.map(({ id }) => prepare(id)));
  const wrong: string[] = [];
  for (const { id, name, kind, fault, aim, hasWritten } of trials) {
    const struck = wires.strike({ ...aim, service, method }, fault);
    const first = await run(id);
    struck.lift();
    if (struck.strikes() !== 1) wrong.push(`${name} did not strike`);
    const second = await run(id);
    // What went through, or part of it, may be told as done to whoever asks again.
    const mayBeDone = kind === 'answer lost' || hasWritten;
    const defect = faultIn(kind, mayBeDone, [first, second], plain);
    if (defect !== undefined) wrong.push(`${name} ${defect}`);
    if (!isDeepStrictEqual(alike(await kept(id), id), expected)) wrong.push(`${name} leaves another record`);
  }
  return { plain, tried: trials.map(({ name }) => name), wrong };
};

/** Each of the calls in each way, every one under an id of its own. */
const trialsOf = (service: Service, calls: readonly SeenCall[]) =>
  calls.flatMap(({ operation }, index) => {
    const before = calls.slice(0, index);
    const from = 1 + before.filter((each) => each.operation === operation).length;
    const hasWritten = before.some((each) => writes.test(each.operation));
    return Object.entries(faultsOf(service, operation)).map(([kind, fault]) => {
      const name = `${operation} ${from}: ${kind}`;
      return { id: newId(), name, kind, fault, aim: { operation, from }, hasWritten };
    });
  });
