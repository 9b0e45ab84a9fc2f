import { S3Client } from '@aws-sdk/client-s3';
import { makeS3Files } from './adapters/s3-files.ts';
import { callTimeout, type Reach } from './live.ts';
import type { FileStore } from './ports/file-store.ts';

/** Where the files are. Apart from the other connections: most functions have nothing to do with files. */
export interface FileConnection {
  readonly bucket: string;
  readonly s3: Reach;
}

/** Connects the files to their bucket. */
export const connectFiles = ({ bucket, s3 }: FileConnection): FileStore =>
  makeS3Files({
    client: new S3Client({
      ...s3,
      requestHandler: callTimeout,
      // The SHA-256 of each file is given; another checksum would be signed into an upload's address.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
    bucket,
  });
