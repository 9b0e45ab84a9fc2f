import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { functions as manifest } from '../lambdas/manifest.ts';
import type { Functions } from './functions.ts';

export interface ArrivalsProps {
  readonly files: IBucket;
  readonly functions: Functions;
  readonly deadLetters: Queue;
}

/** Calls the functions that read files for each file that arrives where they read. */
export class Arrivals extends Construct {
  constructor(scope: Construct, id: string, { files, functions, deadLetters }: ArrivalsProps) {
    super(scope, id);
    for (const spec of manifest) {
      if (!('reads' in spec)) continue;
      new Rule(this, spec.name, {
        description: `Besvarad: a file has come for ${spec.name}`,
        eventPattern: {
          source: ['aws.s3'],
          detailType: ['Object Created'],
          detail: {
            bucket: { name: [files.bucketName] },
            object: { key: [{ wildcard: `${spec.reads.prefix}*${spec.reads.suffix}` }] },
          },
        },
        targets: [
          new LambdaFunction(functions.of(spec.name), {
            deadLetterQueue: deadLetters,
            retryAttempts: 2,
            maxEventAge: Duration.hours(6),
          }),
        ],
      });
    }
  }
}
