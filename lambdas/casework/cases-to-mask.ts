import { protectedName } from '../../domain/members.ts';
import { namesTakenOut } from '../../domain/protected-names.ts';
import type { PublicMotion } from '../../domain/public-motion.ts';
import type { Casework } from './dependencies.ts';

/** Views whose longer texts are read at a time. */
const batchSize = 10;

/**
 * The motions whose public view names somebody whose identity is protected now, or leaves out a name that may be shown
 * again. It reads all that is shown, and is for the rare day when somebody's protection begins or ends.
 */
export const casesToMask = async ({
  people,
  register,
}: Pick<Casework, 'people' | 'register'>): Promise<string[]> => {
  const [names, heads] = await Promise.all([people.protectedNames(), register.heads()]);
  const write = namesTakenOut(names);
  const isStale = (words: string) => words.includes(protectedName) || write(words) !== words.normalize('NFC');
  const isViewStale = async (view: PublicMotion) =>
    textsOf(view).some(isStale) || (await longerTextsOf(register, view)).some(isStale);
  const found: string[] = [];
  for (const year of new Set(heads.map(({ registerYear }) => registerYear))) {
    const views = await register.allOfYear(year);
    for (let at = 0; at < views.length; at += batchSize) {
      const batch = views.slice(at, at + batchSize);
      const stale = await Promise.all(batch.map(isViewStale));
      found.push(...batch.filter((_, index) => stale[index]).map(({ caseId }) => caseId));
    }
  }
  return found;
};

const textsOf = ({ title, body, clauses }: PublicMotion) => [title, body, ...clauses.map(({ text }) => text)];

/** There are none before the board has dealt with it. */
const longerTextsOf = async (
  register: Casework['register'],
  { caseId, boardProposal, decision }: PublicMotion,
): Promise<readonly string[]> => {
  if (boardProposal === undefined && decision === undefined) return [];
  const { answer, dissents } = await register.details(caseId);
  return [
    ...(answer === undefined ? [] : [answer.title, ...answer.sections.flatMap(Object.values)]),
    ...dissents.flatMap(({ text }) => text ?? []),
  ];
};
