import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Row {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/**
 * Keeps what the issuer must remember between two requests (sessions, codes, half-done sign-ins) until it expires
 * or the process ends. Access tokens are signed and stand on their own, so none of them is lost.
 */
export function makeMemoryAdapter(): (model: string) => Adapter {
  const rows = new Map<string, Row>();

  const forgetExpired = (now: number) => {
    for (const [key, row] of rows) if (row.expiresAt <= now) rows.delete(key);
  };
  const live = (row: Row | undefined): AdapterPayload | undefined =>
    row !== undefined && row.expiresAt > Date.now() ? row.payload : undefined;

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresInSeconds = Number.POSITIVE_INFINITY) {
        const now = Date.now();
        forgetExpired(now);
        rows.set(keyOf(id), { payload, expiresAt: now + expiresInSeconds * 1000 });
      },
      find: async (id) => live(rows.get(keyOf(id))),
      async findByUid(uid) {
        for (const [key, row] of rows) {
          if (key.startsWith(`${model}:`) && row.payload.uid === uid) return live(row);
        }
        return undefined;
      },
      // Only the device flow has user codes, and it is off.
      findByUserCode: async () => undefined,
      async consume(id) {
        const payload = live(rows.get(keyOf(id)));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        rows.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, row] of rows) if (row.payload.grantId === grantId) rows.delete(key);
      },
    };
  };
}
