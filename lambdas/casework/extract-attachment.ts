import { renderDocx } from '../../documents/papers/render-docx.ts';
import { systemActor } from '../../domain/roles.ts';
import { Transient } from '../failures.ts';
import type { LetterAttachment } from '../ports/mailer.ts';
import type { Press } from '../ports/press.ts';
import type { Casework } from './dependencies.ts';
import { type FinishedPaper, finish, type PaperSources } from './papers/draft.ts';
import { draftExtract } from './papers/extract.ts';
import { paperFormats } from './papers/formats.ts';

/** The extract as a file, and in which format: the letter says it. */
export interface ExtractAttachment extends LetterAttachment {
  readonly format: 'pdf' | 'docx';
}

/** Gives the extract of a case at a version; undefined when it cannot be drawn. */
export type ExtractOf = (caseId: string, version: number) => Promise<ExtractAttachment | undefined>;

type Sources = PaperSources & Pick<Casework, 'journal'> & { readonly press: Press };

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');

/** PDF; where it cannot be made DOCX, which the letter then says. */
const drawn = async ({ press, journal }: Sources, { paper, version = 0 }: FinishedPaper) => {
  try {
    return { format: 'pdf' as const, content: await press.pdf(paper) };
  } catch (error) {
    journal.warn('extract_as_docx', { version, error: nameOf(error) });
    return { format: 'docx' as const, content: await renderDocx(paper) };
  }
};

/**
 * The extract of the council's certified minutes, as it goes with the letter that tells of them: masked as any paper
 * that leaves the office. One that cannot be drawn does not hold up the letter. The same paper is drawn once for all
 * who get it, and each time masked anew.
 */
export const makeExtracts = (sources: Sources): ExtractOf => {
  let last: { readonly key: string; readonly file: ReturnType<typeof drawn> } | undefined;
  return async (caseId, version) => {
    try {
      const request = { caseId, version, actor: systemActor, goesOut: true };
      const finished = await finish(sources, await draftExtract(sources, request, 'council'));
      const key = `${caseId}#${version}#${finished.contentHash}`;
      if (last?.key !== key) last = { key, file: drawn(sources, finished) };
      const { format, content } = await last.file;
      const filename = `protokollsutdrag.${format}`;
      return { format, filename, contentType: paperFormats[format], content };
    } catch (error) {
      last = undefined;
      if (error instanceof Transient) throw error;
      sources.journal.warn('extract_not_attached', { caseId, version, error: nameOf(error) });
      return undefined;
    }
  };
};
