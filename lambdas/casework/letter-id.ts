import { z } from 'zod';
import { letterTemplate } from '../../domain/letters.ts';
import type { LetterKey } from '../ports/case-store.ts';

/** What stands in a letter's head as its id, so that news of it finds its way back: the key of its row. */
export const caseLetterId = ({ caseId, version, memberId, template }: LetterKey): string =>
  `${caseId}#${version}#${memberId}#${template}`;

const parts = z.object({
  caseId: z.string().min(1),
  version: z.coerce.number().int().min(1),
  memberId: z.string().min(1),
  template: letterTemplate,
});

/** The key of the letter of a case that has this id; undefined for the id of any other letter. */
export const caseLetterOf = (letterId: string): LetterKey | undefined => {
  const [caseId, version, ...rest] = letterId.split('#');
  const template = rest.pop();
  return parts.safeParse({ caseId, version, memberId: rest.join('#'), template }).data;
};
