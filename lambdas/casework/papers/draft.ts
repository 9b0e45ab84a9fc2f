import { type Paper, rowsOf } from '../../../documents/papers/content.ts';
import { withoutNames } from '../../../documents/papers/mask.ts';
import { type Stamp, stamped } from '../../../documents/papers/stamp.ts';
import type { Motion } from '../../../domain/motion.ts';
import type { Actor } from '../../../domain/roles.ts';
import { hashOf } from '../../event-chain.ts';
import type { Casework } from '../dependencies.ts';

/** What papers are drawn from. Nothing of it is written. */
export type PaperSources = Pick<
  Casework,
  'cases' | 'meetings' | 'minutes' | 'people' | 'organisation' | 'now'
>;

/** A paper of one case, as it stands or as it stood at a version. */
export interface CasePaperRequest {
  readonly caseId: string;
  readonly actor: Actor;
  readonly version?: number | undefined;
  /** It is sent to somebody outside the office, who may not see what a marked case holds (OSL 5:5). */
  readonly goesOut?: boolean | undefined;
}

/** A paper that has not been masked and stamped yet. */
export interface DraftPaper {
  readonly paper: Paper;
  readonly stamp: Stamp;
  /** Names that must not stand in it, wherever somebody has typed them (domain.md §9). */
  readonly protectedNames: readonly string[];
  /** The case it is of, as it is now: a paper of a marked case carries the mark (OSL 5:5). */
  readonly present?: Motion | undefined;
}

/** A paper to be drawn, and the hash it is known by. */
export interface FinishedPaper {
  readonly paper: Paper;
  readonly contentHash: string;
  readonly version?: number | undefined;
}

/** The mark says provision, day and authority, and stands at the head (OSL 5:5). */
const withMark = (paper: Paper, present: Motion | undefined): Paper => {
  const mark = present !== undefined && 'secrecy' in present ? present.secrecy : undefined;
  if (mark === undefined) return paper;
  const words = `${mark.provision}, ${mark.markedOn}, ${mark.authority}`;
  return { ...paper, head: [...paper.head, ...rowsOf(['Sekretessmarkering', words])] };
};

/**
 * Masks a paper, of the names of whoever is protected now, and stamps it with the version it is drawn from. The one way
 * to a paper that may be shown.
 */
export const finish = async (
  { people }: Pick<Casework, 'people'>,
  { paper, stamp, protectedNames, present }: DraftPaper,
): Promise<FinishedPaper> => {
  const names = [...protectedNames, ...(await people.protectedNames())];
  const masked = withoutNames(withMark(paper, present), names);
  const contentHash = hashOf(masked);
  return { paper: stamped(masked, stamp, contentHash), contentHash, version: stamp.version?.number };
};
