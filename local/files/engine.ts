import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileKey } from '../../lambdas/ports/file-store.ts';
import { listen, loopback } from '../engines/free-port.ts';
import { type Disk, openDisk, sha256Of } from './disk.ts';
import { judgeSignature, type Keys } from './signature.ts';

/** A no of S3's: an HTTP status and a code. */
class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** Nothing that the product takes or makes is larger. */
const largestBytes = 200_000_000;

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > largestBytes) throw new Refused(400, 'EntityTooLarge');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const keyOf = (url: URL, bucket: string): string => {
  const prefix = `/${bucket}/`;
  if (!url.pathname.startsWith(prefix)) throw new Refused(404, 'NoSuchBucket');
  const key = fileKey.safeParse(url.pathname.slice(prefix.length));
  if (!key.success) throw new Refused(400, 'InvalidArgument');
  return key.data;
};

const put = async (disk: Disk, key: string, request: IncomingMessage, response: ServerResponse) => {
  const content = await readBody(request);
  const { headers } = request;
  const digest = sha256Of(content);
  const promised = headers['x-amz-checksum-sha256'];
  if (promised !== undefined && promised !== digest.toString('base64')) throw new Refused(400, 'BadDigest');
  const signed = headers['x-amz-content-sha256'];
  if (typeof signed === 'string' && /^[0-9a-f]{64}$/.test(signed) && signed !== digest.toString('hex')) {
    throw new Refused(400, 'XAmzContentSHA256Mismatch');
  }
  const versionId = await disk.write(key, headers['content-type'] ?? 'binary/octet-stream', content);
  const etag = `"${createHash('md5').update(content).digest('hex')}"`;
  response.writeHead(200, { 'x-amz-version-id': versionId, etag }).end();
  return versionId;
};

/** How an address for a download asks to be answered; it is part of what is signed. */
const saidOf = ({ searchParams }: URL) => {
  const disposition = searchParams.get('response-content-disposition');
  return disposition === null ? {} : { 'content-disposition': disposition };
};

const get = async (disk: Disk, key: string, url: URL, response: ServerResponse) => {
  const versionId = url.searchParams.get('versionId') ?? undefined;
  const found = await disk.read(key, versionId);
  if (found === undefined) throw new Refused(404, versionId === undefined ? 'NoSuchKey' : 'NoSuchVersion');
  response
    .writeHead(200, {
      ...saidOf(url),
      'content-type': url.searchParams.get('response-content-type') ?? found.contentType,
      'content-length': found.content.length,
      'x-amz-version-id': found.versionId,
    })
    .end(found.content);
};

/** As the bucket's CORS rule says (lib/record.ts): pages may upload, and read nothing. */
const answerPreflight = (response: ServerResponse) =>
  response
    .writeHead(204, {
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type',
    })
    .end();

const answer = async (
  {
    disk,
    bucket,
    keys,
    onStored,
  }: { disk: Disk } & Required<Pick<FilesOptions, 'bucket' | 'keys'>> & {
      onStored: (event: StoredEvent) => void;
    },
  request: IncomingMessage,
  response: ServerResponse,
) => {
  response.setHeader('access-control-allow-origin', '*');
  const { method = '', url: path = '', headers } = request;
  if (method === 'OPTIONS') return answerPreflight(response);
  const verdict = judgeSignature({ method, url: path, headers }, keys, Date.now());
  if (verdict === 'wrong') throw new Refused(403, 'SignatureDoesNotMatch');
  if (verdict === 'expired') throw new Refused(403, 'AccessDenied');
  const url = new URL(path, `http://${loopback}`);
  const key = keyOf(url, bucket);
  if (method === 'PUT') {
    const versionId = await put(disk, key, request, response);
    return onStored({ detail: { object: { key, 'version-id': versionId } } });
  }
  if (method === 'GET') return await get(disk, key, url, response);
  throw new Refused(405, 'MethodNotAllowed');
};

export interface FilesOptions {
  readonly folder: string;
  readonly bucket: string;
  readonly keys: Keys;
  /** Told of each file that has been stored, as S3 tells EventBridge. */
  readonly onStored?: ((event: StoredEvent) => void) | undefined;
}

/** The part of S3's "Object Created" that is read. */
export interface StoredEvent {
  readonly detail: { readonly object: { readonly key: string; readonly 'version-id': string } };
}

/**
 * Serves the part of S3 that the product uses, on the loopback address with the disk behind it: put, get by version,
 * and signed addresses for upload and download (docs/adr/0019). No engine on npm keeps versions.
 */
export const startFiles = async (options: FilesOptions) => {
  const { bucket, keys, onStored = () => {} } = options;
  const disk = openDisk(options.folder);
  const server = createServer((request, response) => {
    answer({ disk, bucket, keys, onStored }, request, response).catch((error: unknown) => {
      const { status, code } = error instanceof Refused ? error : { status: 500, code: 'InternalError' };
      response
        .writeHead(status, { 'content-type': 'application/xml', connection: 'close' })
        .end(
          `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
        );
    });
  });
  server.keepAliveTimeout = 60_000;
  const port = await listen(server);
  return {
    endpoint: `http://${loopback}:${port}`,
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
};
