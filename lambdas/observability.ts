import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy from '@middy/core';
import type { z } from 'zod';
import type { Journal } from './casework/dependencies.ts';

const logger = new Logger({ serviceName: 'besvarad' });
const metrics = new Metrics({ namespace: 'Besvarad', serviceName: 'besvarad' });
const tracer = new Tracer({ serviceName: 'besvarad' });

/** Codes and ids into the log; an alarm is also counted, which is what the alarms of the stack watch. */
export const journal: Journal = {
  info: (code, keys) => logger.info(code, { ...keys }),
  warn: (code, keys) => logger.warn(code, { ...keys }),
  alarm: (code, keys) => {
    logger.error(code, { ...keys });
    metrics.singleMetric().addMetric(`alarm_${code}`, MetricUnit.Count, 1);
  },
};

/** Logging and tracing round a handler; neither event nor answer is logged. Metrics go out one by one, as alarms. */
export const observed = <Event = unknown>() =>
  middy<Event>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(captureLambdaHandler(tracer, { captureResponse: false }));

/**
 * A workflow task: parse, run, answer. Failures reach the machine by their name; what does not parse is our own bug
 * and fails the execution.
 */
export const taskHandler = <S extends z.ZodType>(input: S, run: (given: z.output<S>) => Promise<unknown>) =>
  observed().handler(async (event: unknown) => run(input.parse(event)));
