import { inflateRawSync } from 'node:zlib';
import { type FileRefused, refuseFile } from './refusals.ts';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

interface Listed {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly at: number;
}

const endMark = 0x06054b50;
const listMark = 0x02014b50;
const entryMark = 0x04034b50;
const mostEntries = 5000;

/**
 * Unpacks a zip without trusting it: what it says of itself is added up before anything is unpacked, and each part may
 * unpack to no more than it has said, so that neither a false size nor parts that overlap can fill the memory.
 */
export const zipEntries = (bytes: Uint8Array, unpackedLimit: number): readonly ZipEntry[] | FileRefused => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = listedIn(view);
  if (listed === undefined) return refuseFile('file_damaged');
  if (listed.some(({ isEncrypted }) => isEncrypted)) return refuseFile('file_encrypted');
  const said = listed.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (said > unpackedLimit) return refuseFile('file_unpacks_too_large');
  const entries: ZipEntry[] = [];
  for (const each of listed) {
    const content = unpacked(view, each);
    if (!(content instanceof Uint8Array)) return content;
    entries.push({ name: each.name, content });
  }
  return entries;
};

const listedIn = (view: Buffer): Listed[] | undefined => {
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > view.length || view.readUInt32LE(end) !== endMark) return undefined;
  const count = view.readUInt16LE(end + 10);
  if (count > mostEntries) return undefined;
  const entries: Listed[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== listMark) return undefined;
    const nameLength = view.readUInt16LE(at + 28);
    entries.push({
      name: view.toString('utf8', at + 46, at + 46 + nameLength),
      method: view.readUInt16LE(at + 10),
      isEncrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: view.readUInt32LE(at + 20),
      unpackedBytes: view.readUInt32LE(at + 24),
      at: view.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
};

const unpacked = (view: Buffer, entry: Listed): Uint8Array | FileRefused => {
  const { at, packedBytes, unpackedBytes, method } = entry;
  if (at + 30 > view.length || view.readUInt32LE(at) !== entryMark) return refuseFile('file_damaged');
  const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
  const packed = view.subarray(start, start + packedBytes);
  if (packed.length < packedBytes) return refuseFile('file_damaged');
  if (method === 0) return packed.length === unpackedBytes ? packed : refuseFile('file_damaged');
  if (method !== 8) return refuseFile('file_type_unknown');
  try {
    // A part of nothing still needs room for its end.
    return inflateRawSync(packed, { maxOutputLength: Math.max(unpackedBytes, 1) });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return refuseFile(isTooLarge ? 'file_unpacks_too_large' : 'file_damaged');
  }
};
