import { z } from 'zod';
import { hashOf } from '../../event-chain.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { FileStore } from '../../ports/file-store.ts';
import {
  type IntakeAbout,
  type IntakeReading,
  intakeAbout,
  intakeId,
  intakeKeys,
  sameFileKey,
} from './intake-files.ts';
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

/** By the file alone: whoever confirms it, and however often, it becomes this one case. */
export const caseIdOfFile = (id: string): string => `c${hashOf(['file', id]).slice(0, 20)}`;

/** Notes which case a file has become, for whoever opens it again and for whoever brings the same bytes. */
export const noteCase = async (
  files: FileStore,
  { id, sha256, caseId }: { readonly id: string; readonly sha256: string; readonly caseId: string },
): Promise<void> => {
  await putJson(files, intakeKeys(id).begun, { caseId });
  await putJson(files, sameFileKey(sha256), { caseId });
};

const begun = z.object({ caseId: z.string() });
const caseAt = async (files: FileStore, key: string): Promise<string | undefined> =>
  begun.safeParse(await jsonAt(files, key)).data?.caseId;

/** The case that a file has become; undefined until a person has confirmed it. The record rules, not the note. */
export const caseOfFile = async (
  { files, cases }: { readonly files: FileStore; readonly cases: Pick<CaseStore, 'load'> },
  id: string,
): Promise<string | undefined> =>
  (await cases.load(caseIdOfFile(id)))?.motion.caseId ?? caseAt(files, intakeKeys(id).begun);

/** The case that another file of the same bytes has become. */
export const caseOfSameFile = (files: FileStore, sha256: string): Promise<string | undefined> =>
  caseAt(files, sameFileKey(sha256));

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
