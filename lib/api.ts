import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type FunctionName, functions } from '../lambdas/manifest.ts';
import type { Functions } from './functions.ts';
import type { Settings } from './settings.ts';

export interface ApiProps {
  readonly settings: Settings;
  readonly functions: Functions;
}

/** Requests a second over all clients. A whole region's office works at a few; more is a flood or a fault. */
const throttle = { rateLimit: 100, burstLimit: 200 };
/** Those of the one door through which anybody can have something written: each may owe a letter to an address. */
const writingThrottle = { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 10, DetailedMetricsEnabled: true };

/** The office takes every method; the public site only reads. */
const methodsOf = (name: FunctionName): HttpMethod[] =>
  name === 'public-site' ? [HttpMethod.GET, HttpMethod.HEAD] : [HttpMethod.ANY];

/** Which route was asked and how it went: no path (it holds case ids and subjects), no address, no header. */
const logged = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  length: '$context.responseLength',
  fault: '$context.integrationErrorMessage',
});

/** The HTTP API: the manifest's routes, throttled and logged. */
export class Api extends Construct {
  readonly api: HttpApi;
  readonly domainName: string;

  constructor(scope: Construct, id: string, { settings, functions: deployed }: ApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'HttpApi', {
      apiName: `besvarad-${settings.stage}`,
      createDefaultStage: false,
    });
    const routes: HttpRoute[] = [];
    for (const spec of functions) {
      if (!('routes' in spec)) continue;
      const integration = new HttpLambdaIntegration(spec.name, deployed.of(spec.name));
      for (const path of spec.routes) {
        routes.push(...this.api.addRoutes({ path, methods: methodsOf(spec.name), integration }));
      }
    }
    const log = new LogGroup(this, 'AccessLog', {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(logged),
      },
    });
    throttleWriting(stage, routes);
    this.domainName = `${this.api.apiId}.execute-api.${settings.region}.amazonaws.com`;
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'The public site is for anyone. The office verifies the token itself (lambdas/office/authenticate.ts), since its answers are problem+json and the person’s roles are in the record.',
    });
  }
}

/** CDK throttles a whole stage only. A route must be there before its settings are. */
const throttleWriting = (stage: HttpStage, routes: readonly HttpRoute[]) => {
  const paths = functions.flatMap((spec) => (spec.name === 'following' ? spec.routes : []));
  const settings = Object.fromEntries(paths.map((path) => [`ANY ${path}`, writingThrottle]));
  if (stage.node.defaultChild instanceof CfnStage) {
    stage.node.defaultChild.addPropertyOverride('RouteSettings', settings);
  }
  stage.node.addDependency(...routes);
};
