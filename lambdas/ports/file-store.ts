import { z } from 'zod';

/** Where a file lies: names with slashes between, none of them hidden or leading upwards. */
export const fileKey = z
  .string()
  .max(500)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*(\/[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*)*$/);

/** One version of a file, as it was stored. What it names never changes. */
export interface StoredFile {
  readonly key: string;
  readonly versionId: string;
  readonly contentType: string;
  /** Number of bytes. */
  readonly size: number;
  /** Hex, over the bytes. */
  readonly sha256: string;
}

export interface FileWithContent extends StoredFile {
  readonly content: Uint8Array;
}

/** What somebody is let to upload: this many bytes of this type, before the time is out, and nothing else. */
export interface UploadRequest {
  readonly key: string;
  readonly contentType: string;
  readonly size: number;
  readonly expiresInSeconds: number;
}

/** What somebody is let to fetch: one version, saved under a name, before the time is out. */
export interface DownloadRequest {
  readonly key: string;
  readonly versionId: string;
  readonly fileName: string;
  readonly expiresInSeconds: number;
}

/** A `PUT` to the address, with these headers, stores the file. */
export interface Upload {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Files beside the record: originals that came in, and papers that went out. Nothing is overwritten: a key that is
 * put again has one more version, and the old ones can still be read.
 * @throws Transient when the service could not be reached or was busy
 */
export interface FileStore {
  put(file: { key: string; content: Uint8Array; contentType: string }): Promise<StoredFile>;
  /** The latest version, or the one that is named; undefined when there is none. */
  get(key: string, versionId?: string): Promise<FileWithContent | undefined>;
  /** An address that takes an upload without sign-in: its own limits are in its signature. */
  uploadUrl(request: UploadRequest): Promise<Upload>;
  /** An address that gives the file without sign-in, to be saved and never shown: it may be a page with scripts. */
  downloadUrl(request: DownloadRequest): Promise<string>;
}
