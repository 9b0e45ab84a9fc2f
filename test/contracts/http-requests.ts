import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

/** A request as a client makes it, whichever way it comes in. */
export interface HttpRequest {
  readonly name: string;
  readonly method: string;
  /** As it stands on the line: encoded. */
  readonly path: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a client gets, as far as it matters. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

const headersThatMatter = [
  'content-type',
  'content-disposition',
  'cache-control',
  'www-authenticate',
  'retry-after',
  'location',
];
const headersOf = (get: (name: string) => string | undefined) =>
  Object.fromEntries(headersThatMatter.map((name) => [name, get(name)]));

/** The request as API Gateway's HTTP API hands it to a function, format 2.0. */
export const eventOf = (request: HttpRequest, isBase64Encoded = false): APIGatewayProxyEventV2 => {
  const { method, path, query = '', headers = {}, body } = request;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: { host: 'api.example.com', 'x-forwarded-proto': 'https', ...length, ...headers },
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.example.com',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'request',
      routeKey: '$default',
      stage: '$default',
      time: '30/Jul/2026:10:00:00 +0000',
      timeEpoch: 1785405600000,
    },
    isBase64Encoded,
    ...(body === undefined ? {} : { body: isBase64Encoded ? Buffer.from(body).toString('base64') : body }),
  };
};

/** The context Lambda gives an invocation. */
export const lambdaContext = {
  functionName: 'office',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-north-1:000000000000:function:office',
  memoryLimitInMB: '1024',
  awsRequestId: 'request',
  logGroupName: 'log',
  logStreamName: 'stream',
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => 20_000,
} as unknown as Context;

interface LambdaResult {
  readonly statusCode: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
  readonly isBase64Encoded?: boolean;
}

/** Sends a request through a function's handler. */
export const throughLambda = async (
  handler: (event: never, context: Context) => unknown,
  request: HttpRequest,
  isBase64Encoded = false,
): Promise<HttpAnswer> => {
  const result = (await handler(eventOf(request, isBase64Encoded) as never, lambdaContext)) as LambdaResult;
  const body = result.isBase64Encoded ? Buffer.from(result.body, 'base64').toString() : result.body;
  return { status: result.statusCode, headers: headersOf((name) => result.headers?.[name]), body };
};

/** Sends the same request over a socket. */
export const overTheWire = async (origin: string, request: HttpRequest): Promise<HttpAnswer> => {
  const { method, path, query, headers = {}, body } = request;
  const url = `${origin}${path}${query ? `?${query}` : ''}`;
  const init = { method, headers, redirect: 'manual' as const, ...(body === undefined ? {} : { body }) };
  const response = await fetch(url, init);
  return {
    status: response.status,
    headers: headersOf((name) => response.headers.get(name) ?? undefined),
    // As it came: `text()` would take off a byte order mark.
    body: Buffer.from(await response.arrayBuffer()).toString(),
  };
};
