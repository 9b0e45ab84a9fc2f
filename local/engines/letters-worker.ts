import { parentPort, workerData } from 'node:worker_threads';
import sink from 'aws-ses-v2-local';
import { z } from 'zod';
import { loopback } from './free-port.ts';

const { port } = z.object({ port: z.int() }).parse(workerData);

// The sink answers some requests twice (a bad one to /get-emlContent, for instance) and lets the rejection float.
// In a thread of its own that costs a line here instead of the whole process.
process.on('unhandledRejection', (reason) => {
  console.error('letters:', reason instanceof Error ? reason.message : reason);
});

const server = await sink.default({ host: loopback, port });
const address = server.address();
// Express calls back on a busy port as well; then there is no address.
parentPort?.postMessage({ port: address === null || typeof address === 'string' ? undefined : address.port });
