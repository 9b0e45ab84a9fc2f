import { z } from 'zod';
import type { FileStore } from '../../ports/file-store.ts';
import { type IntakeAbout, type IntakeReading, intakeAbout, intakeId, intakeKeys } from './intake-files.ts';
import { jsonAt, putJson } from './read-intake.ts';

const kept = z.object({
  intakeId,
  about: intakeAbout,
  original: z.object({ versionId: z.string(), sha256: z.string(), size: z.int() }),
});

const keyOf = (caseId: string) => `intake/of-case/${caseId}.json`;

/** Notes which file a case began with: by version, so that it is the same bytes for ever. */
export const keepWithCase = async (
  files: FileStore,
  {
    caseId,
    ...of
  }: {
    readonly caseId: string;
    readonly intakeId: string;
    readonly about: IntakeAbout;
    readonly original: IntakeReading['original'];
  },
): Promise<void> => {
  await putJson(files, keyOf(caseId), of);
};

/** Notes which case a file has become, so that nobody enters it a second time. */
export const noteCase = async (files: FileStore, id: string, caseId: string): Promise<void> => {
  await putJson(files, intakeKeys(id).begun, { caseId });
};

/** The case that a file has become; undefined until a person has confirmed it. */
export const caseOfFile = async (files: FileStore, id: string): Promise<string | undefined> =>
  z.object({ caseId: z.string() }).safeParse(await jsonAt(files, intakeKeys(id).begun)).data?.caseId;

/** The file a case began with, as it came. */
export type OriginalOfCase = z.infer<typeof kept>;

/** What is known of it; undefined for a case that began otherwise. */
export const originalOfCase = async (files: FileStore, caseId: string): Promise<OriginalOfCase | undefined> =>
  kept.safeParse(await jsonAt(files, keyOf(caseId))).data;

/** Long enough to begin a download, too short to be passed on. */
const downloadSeconds = 60;

/** Where it can be had, byte for byte. */
export const originalUrl = (
  files: FileStore,
  { intakeId: id, about, original }: OriginalOfCase,
): Promise<string> =>
  files.downloadUrl({
    key: intakeKeys(id).original,
    versionId: original.versionId,
    fileName: about.fileName,
    expiresInSeconds: downloadSeconds,
  });
