import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { openRecordFile } from './record-file.ts';
import { type Answered, type Asked, isAsked, isTarget } from './record-writer-messages.ts';
import { writeAll } from './record-writes.ts';

/**
 * Writes the record in a thread of its own, so that nobody waits for the disk but who has written. What has been asked
 * meanwhile is written in one transaction, and goes to the disk together.
 */
const target: unknown = workerData;
const record = isTarget(target) ? openRecordFile(target.file, target.tableName) : undefined;

/** What was refused by itself has written nothing, so that the others of its group need not be undone. */
const answerTo = ({ id, items }: Asked): Answered => {
  if (record === undefined) throw new Error('the engine keeps its rows in another way');
  try {
    return { id, came: writeAll(record, items) };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ValidationException') throw error;
    return { id, came: { kind: 'invalid', message: error.message } };
  }
};

const answersTo = (group: readonly Asked[]): readonly Answered[] => {
  try {
    return record?.together(() => group.map(answerTo)) ?? [];
  } catch (error) {
    // The disk is full, or another holds the file too long: nothing of the group is there.
    const message = error instanceof Error ? error.message : 'unknown';
    return group.map(({ id }) => ({ id, came: { kind: 'failed', message } }));
  }
};

parentPort?.on('message', (first: unknown) => {
  const group: Asked[] = [];
  for (let message: unknown = first; message !== undefined && parentPort; ) {
    if (message === 'close') {
      record?.close();
      parentPort.close();
      return;
    }
    if (!isAsked(message)) throw new Error('this is nothing to write');
    group.push(message);
    message = receiveMessageOnPort(parentPort)?.message;
  }
  parentPort?.postMessage(answersTo(group));
});
