import type { IncomingMessage } from 'node:http';
import type { FunctionName } from '../../../lambdas/manifest.ts';
import type { Synthesized } from './synthesize.ts';

export interface Route {
  readonly key: string;
  readonly name: FunctionName;
}

/** The routes of the template, each with the function its integration calls. */
export const routesOf = ({ ofType, resources, functionIds }: Synthesized): Route[] =>
  ofType('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
    const target = JSON.stringify(Properties.Target);
    const integration = Object.keys(resources).find(
      (id) => resources[id]?.Type === 'AWS::ApiGatewayV2::Integration' && target.includes(`"${id}"`),
    );
    const uri = JSON.stringify(resources[integration ?? '']?.Properties.IntegrationUri);
    const name = [...functionIds].find(([id]) => uri.includes(`"${id}"`))?.[1];
    if (name === undefined) throw new Error(`${String(Properties.RouteKey)} leads nowhere`);
    return { key: String(Properties.RouteKey), name };
  });

/** `{id}` is one part of the path, `{proxy+}` is all that is left of it. */
const matches = (pattern: string, path: string) =>
  new RegExp(`^${pattern.replace('{proxy+}', '.+').replace(/\{\w+\}/g, '[^/]+')}$`).test(path);

/** The route API Gateway would take: the one that says most about the path, a named method before ANY. */
export const routeOf = (stack: Synthesized, method: string, url: string): Route | undefined => {
  const path = new URL(url, 'http://site').pathname;
  return routesOf(stack)
    .filter(({ key }) => {
      const [verb = '', pattern = ''] = key.split(' ');
      return (verb === 'ANY' || verb === method) && matches(pattern, path);
    })
    .sort((one, other) => lengthOf(other.key) - lengthOf(one.key))
    .at(0);
};

const lengthOf = (key: string) => {
  const pattern = key.split(' ')[1] ?? '';
  return pattern.endsWith('{proxy+}') ? pattern.length - '{proxy+}'.length : pattern.length + 1000;
};

/** A request as API Gateway hands it to Lambda (payload format 2.0). */
export const httpEvent = (request: IncomingMessage, body: string, routeKey: string) => {
  const url = new URL(request.url ?? '/', 'http://site');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.execute-api.eu-north-1.amazonaws.com',
      domainPrefix: 'api',
      http: {
        method: request.method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'test',
      },
      requestId: 'r',
      routeKey,
      stage: '$default',
      time: '01/Jan/2026:00:00:00 +0000',
      timeEpoch: 0,
      authentication: null,
    },
    body: body === '' ? undefined : Buffer.from(body).toString('base64'),
    isBase64Encoded: body !== '',
  };
};
