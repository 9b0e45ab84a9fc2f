import type { Paper } from '../../../documents/papers/content.ts';
import { withoutNames } from '../../../documents/papers/mask.ts';
import { type Stamp, stamped } from '../../../documents/papers/stamp.ts';
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
}

/** A paper that has not been masked and stamped yet. */
export interface DraftPaper {
  readonly paper: Paper;
  readonly stamp: Stamp;
  /** Names that must not stand in it, wherever somebody has typed them (domain.md §9). */
  readonly protectedNames: readonly string[];
}

/** A paper to be drawn, and the hash it is known by. */
export interface FinishedPaper {
  readonly paper: Paper;
  readonly contentHash: string;
  readonly version?: number | undefined;
}

/** Masks a paper and stamps it with the version it is drawn from. The one way to a paper that may be shown. */
export const finish = ({ paper, stamp, protectedNames }: DraftPaper): FinishedPaper => {
  const masked = withoutNames(paper, protectedNames);
  const contentHash = hashOf(masked);
  return { paper: stamped(masked, stamp, contentHash), contentHash, version: stamp.version?.number };
};
