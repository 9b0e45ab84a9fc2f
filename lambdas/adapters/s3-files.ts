import { createHash } from 'node:crypto';
import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { z } from 'zod';
import { Transient } from '../failures.ts';
import { type FileStore, fileKey } from '../ports/file-store.ts';

/** Settings of the adapter: the client decides region or local endpoint. */
export interface S3FilesOptions {
  readonly client: S3Client;
  readonly bucket: string;
}

/** Names for what is not there; a version id that could never have been is as good as unknown. */
const missing = new Set(['NoSuchKey', 'NoSuchVersion', 'NotFound', 'InvalidArgument']);

const sdkError = z
  .object({
    name: z.string().catch('Unknown'),
    $metadata: z.object({ httpStatusCode: z.number().catch(0) }).catch({ httpStatusCode: 0 }),
  })
  .catch({ name: 'Unknown', $metadata: { httpStatusCode: 0 } });

/** A 4xx is our mistake, all else may pass. The SDK's error is dropped: its fields may hold what was written. */
const failureOf = (error: unknown): Error => {
  const { name, $metadata } = sdkError.parse(error);
  const status = $metadata.httpStatusCode;
  const isOurs = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return isOurs
    ? new Error(`the file store refused a call: ${name}`)
    : new Transient(`the file store is out of reach: ${name}`);
};

const digestOf = (content: Uint8Array) => createHash('sha256').update(content).digest();

/** Files in a versioned S3 bucket. Every stored byte is checked against its SHA-256 by S3 itself. */
export const makeS3Files = ({ client, bucket }: S3FilesOptions): FileStore => ({
  put: async ({ key, content, contentType }) => {
    const digest = digestOf(content);
    const { VersionId } = await client
      .send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: fileKey.parse(key),
          Body: content,
          ContentType: contentType,
          ChecksumSHA256: digest.toString('base64'),
        }),
      )
      .catch((error: unknown) => {
        throw failureOf(error);
      });
    if (VersionId === undefined) throw new Error('the bucket of files is not versioned');
    return { key, versionId: VersionId, contentType, size: content.length, sha256: digest.toString('hex') };
  },

  get: async (key, versionId) => {
    try {
      const found = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: fileKey.parse(key), VersionId: versionId }),
      );
      return await contentOf(key, found);
    } catch (error) {
      if (missing.has(sdkError.parse(error).name)) return undefined;
      throw failureOf(error);
    }
  },

  uploadUrl: async ({ key, contentType, size, expiresInSeconds }) => {
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: fileKey.parse(key),
      ContentType: contentType,
      ContentLength: size,
    });
    const url = await getSignedUrl(client, command, {
      expiresIn: expiresInSeconds,
      // Signed, they are conditions: S3 takes this many bytes of this type and no others.
      signableHeaders: new Set(['host', 'content-length', 'content-type']),
    });
    return { url, headers: { 'content-type': contentType, 'content-length': String(size) } };
  },

  downloadUrl: ({ key, versionId, fileName, expiresInSeconds }) => {
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: fileKey.parse(key),
      VersionId: versionId,
      ResponseContentType: 'application/octet-stream',
      ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
    return getSignedUrl(client, command, { expiresIn: expiresInSeconds });
  },
});

const contentOf = async (key: string, found: GetObjectCommandOutput) => {
  const content = await found.Body?.transformToByteArray();
  if (content === undefined || found.VersionId === undefined) throw new Error('S3 gave no file');
  return {
    key,
    versionId: found.VersionId,
    contentType: found.ContentType ?? 'application/octet-stream',
    size: content.length,
    sha256: digestOf(content).toString('hex'),
    content,
  };
};
