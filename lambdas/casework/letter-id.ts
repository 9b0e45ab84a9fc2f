import { z } from 'zod';
import { letterTemplate } from '../../domain/letters.ts';
import type { LetterKey } from '../ports/case-letters.ts';

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

/** Ids of letters that stand in no case. */
export const apartLetterId = {
  request: (id: string) => `follow-request#${id}`,
  news: (id: string, through: string) => `news#${id}#${through}`,
  digest: (subject: string, dueAt: string) => `digest#${subject}#${dueAt}`,
} as const;

/** Whose letter it is, of one who follows or is asked to. */
export const followerOf = (letterId: string): string | undefined => {
  const [kind, id] = letterId.split('#');
  return kind === 'follow-request' || kind === 'news' ? id : undefined;
};
