import { renderDocx } from '../../documents/papers/render-docx.ts';
import { systemActor } from '../../domain/roles.ts';
import { Transient } from '../failures.ts';
import type { LetterAttachment } from '../ports/mailer.ts';
import type { Casework } from './dependencies.ts';
import { finish, type PaperSources } from './papers/draft.ts';
import { draftExtract } from './papers/extract.ts';
import type { LetterDesk } from './send-letters.ts';

/**
 * The extract of the council's certified minutes, as it goes with the letter that tells of them: masked as any paper, so
 * that no name stands in it that must not. One that cannot be drawn does not hold up the letter.
 */
export const makeExtracts =
  (sources: PaperSources & Pick<Casework, 'journal'>): NonNullable<LetterDesk['extractOf']> =>
  async (caseId, version): Promise<LetterAttachment | undefined> => {
    try {
      const request = { caseId, version, actor: systemActor, goesOut: true };
      const { paper } = finish(await draftExtract(sources, request, 'council'));
      return {
        filename: 'protokollsutdrag.docx',
        contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        content: await renderDocx(paper),
      };
    } catch (error) {
      if (error instanceof Transient) throw error;
      const name = error instanceof Error ? error.name : 'unknown';
      sources.journal.warn('extract_not_attached', { caseId, version, error: name });
      return undefined;
    }
  };
