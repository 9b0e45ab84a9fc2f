import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { z } from 'zod';
import { loopback } from '../engines/free-port.ts';

/** What DynamoDB would have charged, as its engine tells. */
export interface Meter {
  readonly endpoint: string;
  used(): { readonly writeUnits: number; readonly readUnits: number };
  stop(): Promise<void>;
}

const units = z.object({
  CapacityUnits: z.number().optional(),
  ReadCapacityUnits: z.number().optional(),
  WriteCapacityUnits: z.number().optional(),
});
const consumed = z.object({ ConsumedCapacity: z.union([units, z.array(units)]).optional() });

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const metered =
  /\.(GetItem|BatchGetItem|Query|PutItem|UpdateItem|DeleteItem|BatchWriteItem|TransactWriteItems|TransactGetItems)$/;
const reads = /\.(GetItem|BatchGetItem|Query|TransactGetItems)$/;
const record = z.record(z.string(), z.unknown());

/**
 * Stands between the product and its DynamoDB engine and asks the engine, with every call, what it would have used up.
 * It slows the calls, so it serves for counting and not for timing.
 */
export const startMeter = async (engine: string): Promise<Meter> => {
  const sum = { writeUnits: 0, readUnits: 0 };
  const agent = new Agent({ keepAlive: true });
  const note = (target: string, text: string) => {
    const found = consumed.safeParse(JSON.parse(text)).data?.ConsumedCapacity;
    for (const each of found === undefined ? [] : [found].flat()) {
      if (reads.test(target)) sum.readUnits += each.CapacityUnits ?? each.ReadCapacityUnits ?? 0;
      else sum.writeUnits += each.CapacityUnits ?? each.WriteCapacityUnits ?? 0;
    }
  };
  const forward = (message: IncomingMessage, target: string, body: Buffer) =>
    new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
      const asked = metered.test(target)
        ? Buffer.from(
            JSON.stringify({ ...record.parse(JSON.parse(String(body))), ReturnConsumedCapacity: 'TOTAL' }),
          )
        : body;
      const headers = { ...message.headers, 'content-length': String(asked.length) };
      const sent = request(
        engine,
        { method: message.method, path: message.url, headers, agent },
        (answer) => {
          bodyOf(answer).then(
            (text) => resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: text }),
            reject,
          );
        },
      );
      sent.once('error', reject);
      sent.end(asked);
    });
  const server = createServer(async (message, response) => {
    try {
      const target = String(message.headers['x-amz-target'] ?? '');
      const answer = await forward(message, target, await bodyOf(message));
      if (answer.status === 200 && metered.test(target)) note(target, String(answer.body));
      const { 'transfer-encoding': _, ...headers } = answer.headers;
      response
        .writeHead(answer.status, { ...headers, 'content-length': answer.body.length })
        .end(answer.body);
    } catch {
      response.writeHead(502).end();
    }
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    endpoint: `http://${loopback}:${port}`,
    used: () => ({ ...sum }),
    stop: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
