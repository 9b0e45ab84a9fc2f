import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '../../domain/calendar-date.ts';
import { type Desk, makeDesk } from './desk.ts';
import type { CountingSink } from './letter-sink.ts';
import { actors, lettersPerSignatory, openBoardMinutes, runLifecycle, signatoriesOf } from './lifecycle.ts';
import type { RunningProduct } from './run-product.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** What is let loose on a product. */
export interface Load {
  readonly lifecycles: number;
  readonly concurrency: number;
  readonly signatories: number;
}

export interface LoadFigures extends Load {
  /** Until the last case was final and the last letter taken. */
  readonly seconds: number;
  readonly lifecyclesPerSecond: number;
  readonly nextStepVisible: Spread;
  readonly answered: Spread;
  readonly cpuSecondsPerLifecycle: { readonly product: number; readonly engine: number };
  readonly diskBytesPerLifecycle: number;
  /** Commands and looks of people, in all. */
  readonly httpRequestsPerLifecycle: number;
}

const firstDay = '2015-01-01';
/** Lifecycles that share a board meeting, and whose appeal time is let run out at once. */
const perMeeting = 16;

/** Each lifecycle has a council meeting of its own, long past, so that no two wait for each other. */
let meetings = 0;

/** Moves the clock for many at once: as soon as enough wait, or when nothing else goes on. */
const makeWindows = (desk: Desk, together: number, othersRun: () => boolean) => {
  let waiting: { finalOn: string; passed: () => void }[] = [];
  let moving = false;
  const move = async () => {
    if (moving || waiting.length === 0 || (waiting.length < together && othersRun())) return;
    moving = true;
    const group = waiting;
    waiting = [];
    await desk.moveClock(group.map((each) => each.finalOn).reduce((one, two) => (one > two ? one : two)));
    moving = false;
    for (const each of group) each.passed();
    await move();
  };
  return {
    pass: (finalOn: string) =>
      new Promise<void>((passed, reject) => {
        waiting.push({ finalOn, passed });
        move().catch(reject);
      }),
    look: move,
  };
};

/** Lets tasks in, so many at a time. */
const makeGate = (places: number) => {
  let inside = 0;
  const queue: (() => void)[] = [];
  const leave = () => {
    const next = queue.shift();
    if (next === undefined) inside -= 1;
    else next();
  };
  const enter = (first = false) =>
    new Promise<void>((resolve) => {
      if (inside < places) {
        inside += 1;
        return resolve();
      }
      if (first) queue.unshift(resolve);
      else queue.push(resolve);
    });
  return { enter, leave, inside: () => inside };
};

/** Runs whole lifecycles against a product and measures it from outside. */
export const runLoad = async (
  product: RunningProduct,
  sink: CountingSink,
  { lifecycles, concurrency, signatories }: Load,
): Promise<LoadFigures> => {
  const desk = makeDesk(product);
  await desk.signIn(actors);
  const visible: number[] = [];
  const answered: number[] = [];
  const watch = {
    nextStepVisible: (each: number) => void visible.push(each),
    answered: (each: number) => void answered.push(each),
  };
  const gate = makeGate(concurrency);
  const windows = makeWindows(desk, Math.min(concurrency, perMeeting), () => gate.inside() > 0);
  // Alone, a lifecycle keeps its place while the clock moves; among many it lets another in.
  const passWindow = async (finalOn: string) => {
    if (concurrency === 1) return windows.pass(finalOn);
    const passed = windows.pass(finalOn);
    gate.leave();
    await windows.look();
    await passed;
    await gate.enter(true);
  };
  const signing = signatoriesOf(signatories);
  const lettersBefore = sink.letters();
  const cpuBefore = product.cpuSeconds();
  const diskBefore = product.diskBytes();
  const startedAt = performance.now();
  let boardMinutes = Promise.resolve();
  let boardDay = firstDay;
  const begin = async (index: number) => {
    const councilDay = addDays(firstDay, meetings);
    if (index % perMeeting === 0) {
      boardDay = councilDay;
      boardMinutes = openBoardMinutes(desk, boardDay);
    }
    meetings += 1;
    const plan = { signatories: signing, boardDay, councilDay };
    await boardMinutes;
    await runLifecycle(desk, plan, watch, passWindow);
    gate.leave();
    await windows.look();
  };
  const running: Promise<void>[] = [];
  for (let index = 0; index < lifecycles; index += 1) {
    await gate.enter();
    running.push(begin(index));
  }
  await Promise.all(running);
  const expected = lettersBefore + lifecycles * signatories * lettersPerSignatory;
  while (sink.letters() < expected) await pause(5);
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = product.cpuSeconds();
  desk.close();
  return {
    lifecycles,
    concurrency,
    signatories,
    seconds,
    lifecyclesPerSecond: lifecycles / seconds,
    nextStepVisible: spreadOf(visible),
    answered: spreadOf(answered),
    cpuSecondsPerLifecycle: {
      product: (cpu.product - cpuBefore.product) / lifecycles,
      engine: (cpu.engine - cpuBefore.engine) / lifecycles,
    },
    diskBytesPerLifecycle: (product.diskBytes() - diskBefore) / lifecycles,
    httpRequestsPerLifecycle: desk.requests() / lifecycles,
  };
};
