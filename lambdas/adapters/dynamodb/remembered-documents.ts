import type { StoredDocument } from '../../ports/case-store.ts';

type Read = (caseId: string, documentId: string) => Promise<StoredDocument | undefined>;

const most = 500;
/** A text weeded by another process is forgotten here after this long. */
const keptMilliseconds = 60_000;

/** Documents read before, by id: a text never changes under its id, it can only be weeded. */
export interface RememberedDocuments {
  readonly read: Read;
  forget(caseId: string, documentIds: readonly string[]): void;
}

/** Remembers the texts that were read last, and only those that are there. */
export const rememberDocuments = (read: Read): RememberedDocuments => {
  const known = new Map<string, { readonly document: StoredDocument; readonly until: number }>();
  const keyOf = (caseId: string, documentId: string) => `${caseId}#${documentId}`;
  const remember = (key: string, document: StoredDocument) => {
    known.set(key, { document, until: performance.now() + keptMilliseconds });
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  };
  return {
    read: async (caseId, documentId) => {
      const key = keyOf(caseId, documentId);
      const found = known.get(key);
      if (found !== undefined && performance.now() < found.until) return found.document;
      known.delete(key);
      const document = await read(caseId, documentId);
      if (document !== undefined) remember(key, document);
      return document;
    },
    forget: (caseId, documentIds) => {
      for (const documentId of documentIds) known.delete(keyOf(caseId, documentId));
    },
  };
};
