import { z } from 'zod';
import type { RecordedEvent } from '../ports/case-store.ts';

const envelope = z.object({
  seq: z.int().min(1),
  schemaVersion: z.literal(1),
  event: z.unknown(),
  row: z.string(),
  actor: z.object({ personId: z.string() }),
  commandId: z.string(),
  occurredOn: z.iso.date(),
  recordedAt: z.iso.datetime(),
  previousHash: z.string(),
  hash: z.string(),
});

/** From each version to the next; the present one has none to go to. Old hashes stay: they are of what was stored. */
const upcasters: Readonly<Record<number, (event: unknown) => unknown>> = {};
const presentVersion = 1;

/**
 * Reads an event as it was stored, whatever its version, in the form of today.
 * @throws Error when it is of no version we know, or damaged; it says which event and nothing of its content
 */
export const upcastEvent = <E>(stored: object, schema: { parse(event: unknown): E }): RecordedEvent<E> => {
  const version = 'schemaVersion' in stored ? stored.schemaVersion : undefined;
  const seq = 'seq' in stored ? String(stored.seq) : '?';
  if (typeof version !== 'number' || version < 1 || version > presentVersion) {
    throw new Error(`event ${seq} is of an unknown version`);
  }
  try {
    let event: unknown = 'event' in stored ? stored.event : undefined;
    for (let from = version; from < presentVersion; from += 1) event = upcasters[from]?.(event);
    return { ...envelope.parse({ ...stored, schemaVersion: presentVersion }), event: schema.parse(event) };
  } catch {
    throw new Error(`event ${seq} is damaged`);
  }
};
