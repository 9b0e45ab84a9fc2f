import { createServer, type Server } from 'node:net';

/** The only address anything in `local/` listens on. */
export const loopback = '127.0.0.1';

/** A port that was asked for is taken. */
export class PortBusy extends Error {
  readonly port: number;

  constructor(port: number, flag = '--port') {
    super(`Port ${port} is in use; choose another with ${flag}`);
    this.name = 'PortBusy';
    this.port = port;
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

/**
 * Lets a server listen on the loopback address and tells which port it got; without a port, any free one.
 * Throws {@link PortBusy} when the port asked for is taken.
 */
export async function listen(server: Server, port = 0): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const failed = (error: unknown) => reject(isBusy(error) ? new PortBusy(port) : error);
    server.once('error', failed);
    server.listen(port, loopback, () => {
      server.off('error', failed);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

/**
 * A port for a child process: the one asked for if it is free, else any. Another process may take it before the
 * child does, so whoever starts the child with a port it did not insist on tries again.
 */
export async function choosePort(requested?: number): Promise<number> {
  const probe = createServer();
  const port = await listen(probe, requested);
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}
