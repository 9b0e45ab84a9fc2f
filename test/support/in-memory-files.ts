import { createHash } from 'node:crypto';
import { type FileStore, type FileWithContent, fileKey } from '../../lambdas/ports/file-store.ts';

/** Files in memory, held to the same contract. An upload has an address, and nobody there to take it. */
export const makeInMemoryFiles = (): FileStore => {
  const versions: FileWithContent[] = [];
  return {
    put: async ({ key, content, contentType }) => {
      const sha256 = createHash('sha256').update(content).digest('hex');
      const versionId = `v${versions.length + 1}`;
      const stored = { key: fileKey.parse(key), versionId, contentType, size: content.length, sha256 };
      versions.push({ ...stored, content: new Uint8Array(content) });
      return stored;
    },
    get: async (key, versionId) => {
      const wanted = fileKey.parse(key);
      return versions.findLast(
        (each) => each.key === wanted && (versionId === undefined || each.versionId === versionId),
      );
    },
    uploadUrl: async ({ key, contentType, size }) => ({
      url: `https://files.example/${key}`,
      headers: { 'content-type': contentType, 'content-length': String(size) },
    }),
    downloadUrl: async ({ key, versionId }) => `https://files.example/${key}?versionId=${versionId}`,
  };
};
