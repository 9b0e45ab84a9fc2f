import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What of a request is signed. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export type Verdict = 'valid' | 'wrong' | 'expired';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

const canonicalQuery = (query: URLSearchParams) =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');

interface Claim {
  readonly credential: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly date: string;
  readonly payload: string;
  readonly expiresInSeconds?: number;
}

/** In the address of a presigned request, in a header of every other. */
const claimOf = (query: URLSearchParams, headers: IncomingHttpHeaders): Claim | undefined => {
  const header = (name: string) => String(headers[name] ?? '');
  if (query.has('X-Amz-Signature')) {
    const part = (name: string) => query.get(`X-Amz-${name}`) ?? '';
    return {
      credential: part('Credential'),
      signedHeaders: part('SignedHeaders').split(';'),
      signature: part('Signature'),
      date: part('Date'),
      payload: 'UNSIGNED-PAYLOAD',
      expiresInSeconds: Number(part('Expires')),
    };
  }
  const found = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
    header('authorization'),
  );
  if (found === null) return undefined;
  const [, credential = '', signedHeaders = '', signature = ''] = found;
  return {
    credential,
    signedHeaders: signedHeaders.split(';'),
    signature,
    date: header('x-amz-date'),
    payload: header('x-amz-content-sha256'),
  };
};

/** `20261128T164500Z` */
const instantOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/**
 * Judges a request by AWS's Signature Version 4, as S3 does, so that an address for upload is worth no more here than
 * there: other headers, another length, or too late, and it is refused.
 */
export const judgeSignature = (
  { method, url, headers }: SignedRequest,
  { accessKeyId, secretAccessKey }: Keys,
  now: number,
): Verdict => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const claim = claimOf(searchParams, headers);
  if (claim === undefined) return 'wrong';
  const [keyId, ...scope] = claim.credential.split('/');
  const canonical = [
    method,
    pathname,
    canonicalQuery(searchParams),
    ...claim.signedHeaders.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    claim.signedHeaders.join(';'),
    claim.payload,
  ].join('\n');
  const signed = ['AWS4-HMAC-SHA256', claim.date, scope.join('/'), hash(canonical)].join('\n');
  const key = scope.reduce<string | Buffer>((made, part) => hmac(made, part), `AWS4${secretAccessKey}`);
  const expected = hmac(key, signed);
  const given = Buffer.from(claim.signature, 'hex');
  const isSame = given.length === expected.length && timingSafeEqual(given, expected);
  if (keyId !== accessKeyId || !claim.signedHeaders.includes('host') || !isSame) return 'wrong';
  // S3 allows clocks to differ by fifteen minutes.
  const lastsSeconds = claim.expiresInSeconds ?? 900;
  return now <= instantOf(claim.date) + lastsSeconds * 1000 ? 'valid' : 'expired';
};
