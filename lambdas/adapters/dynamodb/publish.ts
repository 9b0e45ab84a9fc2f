import type { Motion } from '../../../domain/motion.ts';
import type { PublicDetails } from '../../../domain/public-details.ts';
import type { PublicMotion } from '../../../domain/public-motion.ts';
import { registerPlaceOf } from './case-links.ts';
import { motionRow } from './case-rows.ts';
import { shownWrites } from './case-writes.ts';
import { where } from './condition.ts';
import { keyOf } from './row.ts';
import type { Table } from './table-client.ts';
import { checking, transactIf } from './transaction.ts';

/** Port: `publish`. The public view goes with one version of the motion, and is not put back to an earlier one. */
export const publish = async (
  table: Table,
  motion: Motion,
  publicMotion: PublicMotion,
  publicDetails: PublicDetails | undefined,
): Promise<boolean> => {
  const { caseId, version } = motion;
  const place = registerPlaceOf(motion);
  if (place === undefined) return false;
  return transactIf(table, [
    checking(keyOf(motionRow, { caseId }), where('version', '=', version)),
    ...shownWrites(place, publicMotion, publicDetails),
  ]);
};
