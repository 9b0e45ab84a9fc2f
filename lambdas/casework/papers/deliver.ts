import { paperLayout } from '../../../documents/papers/layout.ts';
import { renderDocx } from '../../../documents/papers/render-docx.ts';
import { renderHtml } from '../../../documents/papers/render-html.ts';
import type { FileStore } from '../../ports/file-store.ts';
import type { Press } from '../../ports/press.ts';
import type { Casework } from '../dependencies.ts';
import { type DraftPaper, type FinishedPaper, finish } from './draft.ts';
import { type PaperFormat, paperFormats } from './formats.ts';

/** What turns papers into files. */
export interface PaperRoom extends Pick<Casework, 'people'> {
  readonly files: FileStore;
  readonly press: Press;
}

/** A paper as a file, and the hashes of its content and of the file itself. */
export interface DeliveredPaper {
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly contentHash: string;
  readonly sha256: string;
}

const draw = async ({ paper }: FinishedPaper, format: PaperFormat, press: Press): Promise<Uint8Array> => {
  switch (format) {
    case 'html':
      return new TextEncoder().encode(renderHtml(paper));
    case 'docx':
      return renderDocx(paper);
    case 'pdf':
      return press.pdf(paper);
  }
};

/**
 * A paper as a file: drawn once and kept, and given again as it was. It is kept under the hash of its content, so what
 * has been masked since is never found again by asking.
 * @param place where in the store, e.g. `cases/c1/answer`
 */
export const deliver = async (
  { files, press, people }: PaperRoom,
  draft: DraftPaper,
  place: string,
  format: PaperFormat,
): Promise<DeliveredPaper> => {
  const finished = await finish({ people }, draft);
  const { contentHash, version } = finished;
  const name = `${version === undefined ? '' : `v${version}-`}${contentHash.slice(0, 32)}-l${paperLayout}`;
  const key = `papers/${place}/${name}.${format}`;
  const kept = await files.get(key);
  if (kept !== undefined) return { ...kept, contentHash };
  const content = await draw(finished, format, press);
  const stored = await files.put({ key, content, contentType: paperFormats[format] });
  return { ...stored, content, contentHash };
};
