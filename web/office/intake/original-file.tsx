/** The file that a motion came as. */
export interface OriginalFile {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly href: string;
}

const sizeOf = (bytes: number): string => {
  const [share, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${share.toLocaleString('sv-SE', { maximumFractionDigits: 1 })} ${unit}`;
};

/** The original, kept byte for byte, with the hash by which anybody can see that it is the same. */
export const OriginalFileView = ({ original }: { original: OriginalFile | undefined }) =>
  original === undefined ? null : (
    <section aria-labelledby="original">
      <h2 id="original">Originalet</h2>
      <p>
        <a href={original.href}>
          Hämta {original.fileName} ({sizeOf(original.bytes)})
        </a>
      </p>
      <p class="muted">
        Filen är sparad precis som den kom in. Kontrollsumma (SHA-256):{' '}
        <span class="hash">{original.sha256}</span>
      </p>
    </section>
  );
