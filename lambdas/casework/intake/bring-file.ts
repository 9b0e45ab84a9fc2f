import { randomBytes } from 'node:crypto';
import { limits } from '../../../documents/reading/limits.ts';
import { type FileRefused, refuseFile } from '../../../documents/reading/refusals.ts';
import type { Instant } from '../../../domain/calendar-date.ts';
import type { Actor } from '../../../domain/roles.ts';
import type { FileStore, Upload } from '../../ports/file-store.ts';
import {
  type IntakeAbout,
  type IntakeReading,
  intakeAbout,
  intakeKeys,
  intakeProgress,
} from './intake-files.ts';
import { jsonAt, putJson, readingOf } from './read-intake.ts';

export interface BringingDesk {
  readonly files: FileStore;
  readonly realNow: () => Instant;
}

export interface GivenFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
}

/** How long an address for an upload holds: a slow line takes some minutes for the largest file. */
const uploadSeconds = 900;

const plainType = /^[\w.+-]+\/[\w.+-]+$/u;

/** Notes that somebody is to bring a file, and gives the address it goes to. What is too large is refused before. */
export const beginBringing = async (
  { files, realNow }: BringingDesk,
  actor: Actor,
  given: GivenFile,
): Promise<{ readonly id: string; readonly upload: Upload } | FileRefused> => {
  const begun = await noteFile({ files, realNow }, actor, given);
  if ('refused' in begun) return begun;
  const { id, about } = begun;
  const { contentType, size } = about;
  const key = intakeKeys(id).original;
  return { id, upload: await files.uploadUrl({ key, contentType, size, expiresInSeconds: uploadSeconds }) };
};

/** A file that came with the form itself, from a browser that runs no scripts. */
export const bringFile = async (
  desk: BringingDesk,
  actor: Actor,
  given: Omit<GivenFile, 'size'> & { readonly content: Uint8Array },
): Promise<{ readonly id: string } | FileRefused> => {
  const begun = await noteFile(desk, actor, { ...given, size: given.content.length });
  if ('refused' in begun) return begun;
  const { id, about } = begun;
  const { contentType } = about;
  await desk.files.put({ key: intakeKeys(id).original, content: given.content, contentType });
  return { id };
};

const noteFile = async (
  { files, realNow }: BringingDesk,
  actor: Actor,
  { fileName, contentType, size }: GivenFile,
): Promise<{ readonly id: string; readonly about: IntakeAbout } | FileRefused> => {
  if (size === 0) return refuseFile('file_empty');
  if (size > limits.fileBytes) return refuseFile('file_too_large');
  const id = `i${randomBytes(16).toString('hex')}`;
  const about = {
    fileName: fileName.slice(-200) || 'fil',
    contentType: plainType.test(contentType) ? contentType : 'application/octet-stream',
    size,
    by: actor.personId,
    at: realNow(),
  };
  await putJson(files, intakeKeys(id).about, about);
  return { id, about };
};

/** How far a file that somebody brought has come. */
export interface Brought {
  readonly about: IntakeAbout;
  /** 0–1 while it is read; undefined until the reading has begun. */
  readonly share: number | undefined;
  readonly reading: IntakeReading | undefined;
}

/** The file by its id; undefined when nobody has brought it. */
export const broughtFile = async (files: FileStore, id: string): Promise<Brought | undefined> => {
  const about = intakeAbout.safeParse(await jsonAt(files, intakeKeys(id).about));
  if (!about.success) return undefined;
  const reading = await readingOf(files, id);
  if (reading !== undefined) return { about: about.data, share: 1, reading };
  const progress = intakeProgress.safeParse(await jsonAt(files, intakeKeys(id).progress));
  return { about: about.data, share: progress.data?.share, reading: undefined };
};
