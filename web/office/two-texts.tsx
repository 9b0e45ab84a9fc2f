import { type DiffRow, WordDiff } from '../components/word-diff.tsx';

/** Two have written at once: what the other saved, and how the reader's own differs from it. */
export interface TextConflict {
  readonly by: string;
  readonly at: string;
  /** From what is saved to what the reader has written. */
  readonly rows: readonly DiffRow[];
  /** What is saved, whole. */
  readonly theirs: readonly { readonly label: string; readonly text: string }[];
}

/** Shows both texts, so that nobody's work is lost: one's own stays in the form below and can be saved on top. */
export const TwoTexts = ({ conflict: { by, at, rows, theirs } }: { conflict: TextConflict }) => (
  <section class="notice warn" role="alert" tabindex={-1} autofocus aria-labelledby="tva-texter">
    <h2 id="tva-texter">Texten har sparats medan du skrev</h2>
    <p>
      {by} sparade {at}. Inget har gått förlorat: din text står kvar i fälten nedan. Det strukna står bara i
      den sparade texten, det understrukna bara i din. Ta över det du vill ha, och spara sedan din text
      ovanpå.
    </p>
    <WordDiff rows={rows} />
    <details>
      <summary>Den sparade texten i sin helhet</summary>
      {theirs.map(({ label, text }) => (
        <>
          <h3>{label}</h3>
          <p class="diff">{text}</p>
        </>
      ))}
    </details>
  </section>
);
