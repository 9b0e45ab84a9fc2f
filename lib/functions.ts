import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Architecture, Code, Function as Lambda, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type FunctionName, type FunctionSpec, functions } from '../lambdas/manifest.ts';
import { grants } from './grants.ts';
import { reserved } from './reserved.ts';
import { makeRole, type Reachable } from './roles.ts';
import type { Settings } from './settings.ts';

/** Turns the manifest's functions into folders to deploy; tests of the template put in a stub. */
export type Bundler = (outdir: string) => Readonly<Record<string, string>>;

export interface FunctionsProps extends Reachable {
  readonly settings: Settings;
  /** Folder of each function's bundle. */
  readonly bundles: Readonly<Record<string, string>>;
  readonly environmentOf: (name: FunctionName) => Record<string, string>;
  /** Where an event goes that a function called asynchronously could not take. */
  readonly deadLetters: Queue;
}

/** Called without anybody waiting for the answer: by the schedule, by a rule, by a topic, by the machine beside a way. */
const asynchronous: readonly FunctionName[] = ['tick', 'send-letters', 'mail-events', 'read-document'];

/** Every function of the manifest, each with a log and a role of its own. */
export class Functions extends Construct {
  readonly byName: ReadonlyMap<FunctionName, Lambda>;

  constructor(scope: Construct, id: string, props: FunctionsProps) {
    super(scope, id);
    this.byName = new Map(functions.map((spec) => [spec.name, this.make(spec, props)]));
  }

  of(name: FunctionName): Lambda {
    const found = this.byName.get(name);
    if (found === undefined) throw new Error(`the manifest has no function ${name}`);
    return found;
  }

  private make(spec: FunctionSpec & { name: FunctionName }, props: FunctionsProps): Lambda {
    const { name } = spec;
    const { settings, bundles, environmentOf, deadLetters } = props;
    const own = new Construct(this, name);
    const logGroup = new LogGroup(own, 'Logs', {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = makeRole(own, logGroup, grants[name], props);
    const folder = bundles[name];
    if (folder === undefined) throw new Error(`${name} has no bundle`);
    const limit = settings.reserveConcurrency ? reserved[name] : undefined;
    const lambda = new Lambda(own, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: spec.architecture === 'x86_64' ? Architecture.X86_64 : Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(folder),
      timeout: Duration.seconds(spec.timeoutSeconds),
      memorySize: spec.memoryMb,
      environment: { ...environmentOf(name), NODE_OPTIONS: '--enable-source-maps' },
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      ...(limit === undefined ? {} : { reservedConcurrentExecutions: limit }),
      ...(asynchronous.includes(name)
        ? { onFailure: new SqsDestination(deadLetters), maxEventAge: Duration.hours(1), retryAttempts: 2 }
        : {}),
    });
    Validations.of(own).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray takes trace segments for the whole account: its actions know no narrower resource.',
    });
    return lambda;
  }
}
