import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** Requests that one address may make in five minutes: a busy registry behind one firewall stays far below. */
const requestsPerFiveMinutes = 2000;

const seen = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  // Samples hold addresses and paths of visitors.
  sampledRequestsEnabled: false,
});

/**
 * What CloudFront accepts only from us-east-1: the rule that throttles each client. API Gateway throttles all clients
 * together, so without it one visitor could use up everybody's share.
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, { ...props, description: `Besvarad ${settings.stage}: what must be in us-east-1` });
    const acl = new CfnWebACL(this, 'WebAcl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('besvarad'),
      rules: [
        {
          name: 'PerClient',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: requestsPerFiveMinutes } },
          visibilityConfig: seen('besvarad-per-client'),
        },
      ],
    });
    new CfnOutput(this, 'WebAclArn', {
      value: acl.attrArn,
      description: 'Goes into cdk.json as webAclArn of the stage',
    });
  }
}
