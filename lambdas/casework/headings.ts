import type { Motion } from '../../domain/motion.ts';
import type { Casework } from './dependencies.ts';

/** What a list says a case is about: the title as the movers wrote it; nothing when the text is no longer kept. */
export const titlesOf = async (
  { cases }: Pick<Casework, 'cases'>,
  motions: readonly Motion[],
): Promise<ReadonlyMap<string, string>> => {
  const titled = await Promise.all(
    motions.map(async ({ caseId, text }): Promise<[string, string][]> => {
      const stored = (await cases.document(caseId, text.documentId))?.text;
      return stored?.kind === 'motion' ? [[caseId, stored.content.title]] : [];
    }),
  );
  return new Map(titled.flat());
};
