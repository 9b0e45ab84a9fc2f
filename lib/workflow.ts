import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { functions, machines } from '../lambdas/manifest.ts';
import type { Functions } from './functions.ts';
import type { Settings } from './settings.ts';

export interface WorkflowProps {
  readonly settings: Settings;
  readonly name: string;
  readonly functions: Functions;
}

const root = join(import.meta.dirname, '..');

/**
 * The machine of a motion, from its file. Placeholders are filled with the ARNs of the functions, and the role may
 * call those functions and no others: CDK derives neither from a definition in a file.
 */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { settings, name, functions: deployed }: WorkflowProps) {
    super(scope, id);
    const tasks = functions.flatMap((spec) =>
      'placeholder' in spec
        ? [{ placeholder: spec.placeholder, arn: deployed.of(spec.name).functionArn }]
        : [],
    );
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: tasks.map(({ arn }) => arn) }),
    );
    this.machine = new StateMachine(this, 'Motion', {
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(readFileSync(join(root, machines.motion), 'utf8')),
      definitionSubstitutions: Object.fromEntries(tasks.map(({ placeholder, arn }) => [placeholder, arn])),
      role,
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, 'Logs', {
          // Step Functions asks for this beginning, or the account's log policy grows too long.
          logGroupName: `/aws/vendedlogs/states/${name}`,
          retention: settings.logRetentionDays,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        // Task tokens are in the data: whoever reads the log could answer for a person.
        includeExecutionData: false,
      },
      // Open cases have executions: whoever deletes the machine aborts them all.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'Log delivery and X-Ray are set up for the whole account: their actions know no narrower resource.',
    });
  }
}
