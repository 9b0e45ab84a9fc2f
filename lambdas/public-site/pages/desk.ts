import type { PublicDesk } from '../app.ts';
import type { ReadSnapshot } from '../register/snapshot.ts';

/** What the public pages need: the desk, and the register as it is held in memory. */
export interface PublicPagesDesk extends PublicDesk {
  readonly snapshot: ReadSnapshot;
}
