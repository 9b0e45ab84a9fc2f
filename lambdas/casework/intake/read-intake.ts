import type { FileRead, ReadOptions } from '../../../documents/reading/read-file.ts';
import { type FileRefused, isRefused } from '../../../documents/reading/refusals.ts';
import type { Instant } from '../../../domain/calendar-date.ts';
import type { FileStore } from '../../ports/file-store.ts';
import type { Journal } from '../dependencies.ts';
import { type IntakeReading, intakeAbout, intakeKeys, intakeReading } from './intake-files.ts';

/** What the reading of files needs: where they are, and who opens them. */
export interface ReadingDesk {
  readonly files: FileStore;
  readonly readPaperFile: (
    name: string,
    bytes: Uint8Array,
    options: Pick<ReadOptions, 'onProgress'>,
  ) => Promise<FileRead | FileRefused>;
  readonly journal: Journal;
  readonly realNow: () => Instant;
}

/** Progress is told so often, and no more: each telling is a version of a file. */
const tellingMilliseconds = 2000;

/**
 * Reads one version of a file that has come in, and keeps what it says beside it. A version that has been read is not
 * read again, so that the news of it may come twice; the original is left as it is.
 */
export const readIntake = async (desk: ReadingDesk, id: string, versionId: string): Promise<void> => {
  const { files, journal, realNow } = desk;
  const keys = intakeKeys(id);
  if ((await readingOf(files, id))?.original.versionId === versionId) return;
  const [about, original] = await Promise.all([
    jsonAt(files, keys.about),
    files.get(keys.original, versionId),
  ]);
  const told = intakeAbout.safeParse(about);
  if (!told.success || original === undefined) return journal.warn('intake_without_file', { intakeId: id });
  let toldAt = 0;
  const writing: Promise<unknown>[] = [];
  const onProgress = (share: number) => {
    if (Date.now() - toldAt < tellingMilliseconds) return;
    toldAt = Date.now();
    writing.push(putJson(files, keys.progress, { share, at: realNow() }));
  };
  onProgress(0);
  const read = await desk.readPaperFile(told.data.fileName, original.content, { onProgress });
  // That progress could not be told stops nothing.
  await Promise.allSettled(writing);
  // Whoever stopped it has not refused the file: it may be read another time.
  if (isRefused(read) && read.refused === 'reading_stopped') return;
  const { sha256, size } = original;
  const reading = { original: { versionId, sha256, size }, at: realNow(), result: resultOf(read) };
  await putJson(files, keys.reading, reading);
};

const resultOf = (read: FileRead | FileRefused): IntakeReading['result'] => {
  if (isRefused(read)) return read;
  const { file, paper, suggestions } = read;
  return { ...file, body: paper.body, fields: paper.fields, suggestions: [...suggestions] };
};

/** What has been read of a file that has come in; undefined until it has. */
export const readingOf = async (files: FileStore, id: string): Promise<IntakeReading | undefined> =>
  intakeReading.safeParse(await jsonAt(files, intakeKeys(id).reading)).data;

export const jsonAt = async (files: FileStore, key: string): Promise<unknown> => {
  const found = await files.get(key);
  return found === undefined ? undefined : JSON.parse(Buffer.from(found.content).toString('utf8'));
};

export const putJson = (files: FileStore, key: string, value: unknown) =>
  files.put({ key, content: Buffer.from(JSON.stringify(value)), contentType: 'application/json' });
