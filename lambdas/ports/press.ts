import type { Paper } from '../../documents/papers/content.ts';

/** PDF cannot be made on this machine. */
export class PressMissing extends Error {
  override readonly name = 'PressMissing';
}

/**
 * Prints papers as PDF: PDF/A-2a, tagged, in Swedish. The same paper is the same bytes.
 * @throws PressMissing where there is no press for this sort of machine
 */
export interface Press {
  pdf(paper: Paper): Promise<Uint8Array>;
}
