import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface ClockworkProps {
  readonly tick: Lambda;
  readonly stateMachineArn: string;
  readonly deadLetters: Queue;
}

/**
 * What calls `tick`: every five minutes to do what is due, every hour to look for executions that are gone, and at once
 * when one has failed, timed out or been aborted. The hourly one keeps off the others, since only one runs at a time.
 */
export class Clockwork extends Construct {
  constructor(scope: Construct, id: string, { tick, stateMachineArn, deadLetters }: ClockworkProps) {
    super(scope, id);
    const target = (sweep: boolean) =>
      new LambdaFunction(tick, {
        event: RuleTargetInput.fromObject({ sweep }),
        deadLetterQueue: deadLetters,
        retryAttempts: 3,
        maxEventAge: Duration.hours(1),
      });
    new Rule(this, 'EveryFiveMinutes', {
      description: 'Besvarad: what is due and what is owed',
      schedule: Schedule.expression('cron(0/5 * * * ? *)'),
      targets: [target(false)],
    });
    new Rule(this, 'EveryHour', {
      description: 'Besvarad: executions that are gone',
      schedule: Schedule.expression('cron(33 * * * ? *)'),
      targets: [target(true)],
    });
    new Rule(this, 'ExecutionEnded', {
      description: 'Besvarad: an execution failed, timed out or was aborted',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [stateMachineArn] },
      },
      targets: [target(true)],
    });
  }
}
