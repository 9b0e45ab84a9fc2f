import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  type Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

/** What there is to watch. */
export interface Watched {
  readonly machine: StateMachine;
  readonly api: HttpApi;
  readonly tick: Lambda;
  /** Functions whose throttling hurts; `tick`, letters and their news are called again by themselves. */
  readonly others: readonly Lambda[];
  readonly deadLetters: readonly Queue[];
}

const period = Duration.minutes(5);

/** Counted by `journal.alarm` in lambdas/observability.ts. */
const counted = (code: string) =>
  new Metric({
    namespace: 'Besvarad',
    metricName: `alarm_${code}`,
    dimensionsMap: { service: 'besvarad' },
    statistic: 'Sum',
    period,
  });

const sumOf = (metrics: readonly IMetric[]): IMetric => {
  const named = metrics.map((metric, index) => [`m${index}`, metric] as const);
  const expression = named.map(([name]) => `FILL(${name}, 0)`).join(' + ');
  return new MathExpression({ expression, usingMetrics: Object.fromEntries(named), period });
};

/** Each alarm: what is counted, and what to read in docs/operations.md when it goes. */
const watchesOf = ({ machine, api, tick, others, deadLetters }: Watched) => {
  const sum = { statistic: 'Sum', period };
  return {
    ExecutionFailed: sumOf([
      machine.metricFailed(sum),
      machine.metricTimedOut(sum),
      machine.metricAborted(sum),
      counted('execution_failed'),
    ]),
    LetterFailed: counted('letter_failed'),
    DeadlinePassed: counted('deadline_passed'),
    Throttled: sumOf([machine.metricThrottled(sum), ...others.map((each) => each.metricThrottles(sum))]),
    ServerErrors: api.metricServerError(sum),
    DeadLetters: sumOf(
      deadLetters.map((each) =>
        each.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period }),
      ),
    ),
    TickLate: new MathExpression({
      expression: 'FILL(calls, 0) - FILL(errors, 0)',
      usingMetrics: { calls: tick.metricInvocations(sum), errors: tick.metricErrors(sum) },
      period,
    }),
  };
};
export type AlarmName = keyof ReturnType<typeof watchesOf>;

/** Alarms, each with a topic of its own, so that each can go to whoever mends that. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(scope: Construct, id: string, watched: Watched, alarmEmail: string) {
    super(scope, id);
    const key = this.makeKey();
    this.all = Object.entries(watchesOf(watched)).map(([name, metric]) => {
      const topic = new Topic(this, `${name}Topic`, {
        displayName: `Besvarad: ${name}`,
        masterKey: key,
        enforceSSL: true,
      });
      topic.addSubscription(new EmailSubscription(alarmEmail));
      const alarm =
        metric instanceof MathExpression || metric instanceof Metric
          ? metric.createAlarm(this, name, name === 'TickLate' ? tooFew : tooMany(name))
          : undefined;
      if (alarm === undefined) throw new Error(`${name} cannot be watched`);
      const action = new SnsAction(topic);
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
      return alarm;
    });
  }

  /** CloudWatch publishes to the topics, so it must be allowed to use their key. */
  private makeKey(): Key {
    const key = new Key(this, 'Key', { description: 'Besvarad: alarms', enableKeyRotation: true });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
      }),
    );
    return key;
  }
}

const tooMany = (name: string) => ({
  alarmDescription: `docs/operations.md, alarm ${name}`,
  threshold: 1,
  evaluationPeriods: 1,
  comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  treatMissingData: TreatMissingData.NOT_BREACHING,
});

/** Three schedules in a row have gone by without a tick that ended well. */
const tooFew = {
  alarmDescription: 'docs/operations.md, alarm TickLate',
  threshold: 1,
  evaluationPeriods: 3,
  comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
  treatMissingData: TreatMissingData.BREACHING,
};
