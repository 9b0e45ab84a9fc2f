import type { Block, Paper } from './content.ts';

/** Which version of the record a paper is drawn from. */
export interface Stamp {
  /** `ärende RS 1/2022`, `protokollet för …`. */
  readonly source: string;
  /** Number of the event it stands on, and that event's hash in the chain; absent for what is drawn from many records. */
  readonly version?: { readonly number: number; readonly hash: string } | undefined;
}

/** Groups of eight, so that a person can compare two of them. */
const grouped = (hash: string) => hash.match(/.{1,8}/g)?.join(' ') ?? hash;

/**
 * Says at the end of a paper which version of the record it is, with its hash, and the hash of the paper's own content
 * without this note: drawn again from the same version it is the same.
 */
export const stamped = (paper: Paper, { source, version }: Stamp, contentHash: string): Paper => {
  const note: Block = {
    kind: 'note',
    lines: [
      version === undefined
        ? `Framställt ur ${source}.`
        : `Framställt ur ${source}, version ${version.number}.`,
      ...(version === undefined ? [] : [`Versionens hash (SHA-256): ${grouped(version.hash)}`]),
      `Innehållets hash (SHA-256): ${grouped(contentHash)}`,
    ],
  };
  return { ...paper, blocks: [...paper.blocks, note] };
};
