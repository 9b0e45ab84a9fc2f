import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parseJson } from './json.ts';
import type { Operation } from './operations.ts';
import { ServiceError } from './service-error.ts';

const CONTENT_TYPE = 'application/x-amz-json-1.0';
const TARGET = 'AWSStepFunctions.';
/** Input and output are at most 256 kB; more than this is no request of the SDK's. */
const LARGEST_BODY_BYTES = 2_000_000;

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > LARGEST_BODY_BYTES)
      throw new ServiceError('ValidationException', 'The request is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const answer = async (
  request: IncomingMessage,
  operations: ReadonlyMap<string, Operation>,
): Promise<object> => {
  const body = await readBody(request);
  const target = String(request.headers['x-amz-target'] ?? '');
  const name = target.startsWith(TARGET) ? target.slice(TARGET.length) : target;
  const operation = operations.get(name);
  if (operation === undefined) {
    const known = [...operations.keys()].join(', ');
    throw new ServiceError(
      'UnknownOperationException',
      `${name || 'no operation'}: this layer knows ${known}`,
    );
  }
  const members = parseJson(body === '' ? '{}' : body);
  if (members === undefined) throw new ServiceError('SerializationException', 'The body is not JSON');
  return operation(members);
};

const send = (response: ServerResponse, status: number, members: object): void => {
  const body = Buffer.from(JSON.stringify(members));
  response.writeHead(status, { 'content-type': CONTENT_TYPE, 'content-length': body.length });
  response.end(body);
};

const respond = async (
  request: IncomingMessage,
  response: ServerResponse,
  operations: ReadonlyMap<string, Operation>,
): Promise<void> => {
  try {
    send(response, 200, await answer(request, operations));
  } catch (thrown) {
    if (thrown instanceof ServiceError) {
      send(response, 400, { __type: `com.amazonaws.sfn#${thrown.code}`, message: thrown.message });
    } else {
      send(response, 500, { __type: 'InternalFailure', message: String(thrown) });
    }
  }
};

/** Serves AWS JSON 1.0, which is what SDK 3.1162.0 speaks to Step Functions, on the loopback address. */
export const serve = (operations: ReadonlyMap<string, Operation>, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => void respond(request, response, operations));
    // The SDK keeps its connections; Node's 5 s would close one just as it is used again.
    server.keepAliveTimeout = 60_000;
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
