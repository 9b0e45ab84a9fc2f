import { createServer } from 'node:http';
import { loopback } from '../engines/free-port.ts';

/** Takes letters as SES does and keeps only their number, so that its own cost does not count. */
export interface CountingSink {
  readonly endpoint: string;
  letters(): number;
  stop(): Promise<void>;
}

const answerTo = (number: number) =>
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>' +
  `<MessageId>0100-${number}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>${number}</RequestId>` +
  '</ResponseMetadata></SendRawEmailResponse>';

/** Starts the sink in this process, which is not the product's. */
export const startCountingSink = async (): Promise<CountingSink> => {
  let taken = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      taken += 1;
      response.writeHead(200, { 'content-type': 'text/xml' }).end(answerTo(taken));
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    endpoint: `http://${loopback}:${port}`,
    letters: () => taken,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
