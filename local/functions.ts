import type { Context } from 'aws-lambda';
import type { Casework } from '../lambdas/casework/dependencies.ts';
import type { LetterDesk } from '../lambdas/casework/send-letters.ts';
import * as handOver from '../lambdas/hand-over/handler.ts';
import * as mailEvents from '../lambdas/mail-events/handler.ts';
import { functions } from '../lambdas/manifest.ts';
import * as openWait from '../lambdas/open-wait/handler.ts';
import * as readCase from '../lambdas/read-case/handler.ts';
import * as recordFailure from '../lambdas/record-failure/handler.ts';
import * as sendLetters from '../lambdas/send-letters/handler.ts';
import * as tick from '../lambdas/tick/handler.ts';
import type { LocalFunction } from './step-functions/start-step-functions.ts';

const makers = {
  'read-case': readCase.makeHandler,
  'open-wait': openWait.makeHandler,
  'send-letters': sendLetters.makeHandler,
  'hand-over': handOver.makeHandler,
  'record-failure': recordFailure.makeHandler,
  tick: tick.makeHandler,
  'mail-events': mailEvents.makeHandler,
} as const;

/** A function of the manifest that answers events, not HTTP. */
export type EventFunctionName = keyof typeof makers;
export const eventFunctionNames: readonly EventFunctionName[] = [
  'read-case',
  'open-wait',
  'send-letters',
  'hand-over',
  'record-failure',
  'tick',
  'mail-events',
];

/** The production handlers of every function that answers events, called as Lambda would, by name. */
export const eventFunctions = (
  casework: Casework & LetterDesk,
): Readonly<Record<EventFunctionName, LocalFunction>> => {
  const invoke = (name: EventFunctionName): LocalFunction => {
    const handler = makers[name](casework);
    return async (event) => handler(event, lambdaContext(name));
  };
  return {
    'read-case': invoke('read-case'),
    'open-wait': invoke('open-wait'),
    'send-letters': invoke('send-letters'),
    'hand-over': invoke('hand-over'),
    'record-failure': invoke('record-failure'),
    tick: invoke('tick'),
    'mail-events': invoke('mail-events'),
  };
};

let invocations = 0;

/** What Lambda tells a function of its call, as far as anything reads it. */
export const lambdaContext = (functionName: string): Context => {
  invocations += 1;
  const nothing = () => undefined;
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-north-1:000000000000:function:${functionName}`,
    memoryLimitInMB: '512',
    awsRequestId: `local-${invocations}`,
    logGroupName: 'local',
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => 60_000,
    done: nothing,
    fail: nothing,
    succeed: nothing,
  };
};

/** The text of a state machine with its placeholders filled by function names, as the stack fills them by ARN. */
export const fillPlaceholders = (definition: string): string =>
  functions.reduce(
    (text, spec) => ('placeholder' in spec ? text.replaceAll(`\${${spec.placeholder}}`, spec.name) : text),
    definition,
  );
