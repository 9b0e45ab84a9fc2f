import type { OfficeChrome } from '../chrome.ts';
import { Crumbs, Prose } from '../components/lists.tsx';
import { type DiffRow, WordDiff } from '../components/word-diff.tsx';
import { OfficePage } from '../layout.tsx';

interface AnswerVersionProps {
  readonly chrome: OfficeChrome;
  readonly trail: readonly (readonly [label: string, href: string])[];
  readonly no: number;
  readonly last: number;
  /** Address of the versions, without the number. */
  readonly path: string;
  readonly by: string;
  readonly at: string;
  readonly rows: readonly DiffRow[];
  readonly answer:
    | {
        readonly title: string;
        readonly sections: readonly { readonly heading: string; readonly text: string }[];
      }
    | undefined;
}

/** A version of the answer: what was changed in it, and the whole of it. */
export const answerVersionPage = ({
  chrome,
  trail,
  no,
  last,
  path,
  by,
  at,
  rows,
  answer,
}: AnswerVersionProps) => (
  <OfficePage title={`Svaret, version ${no}`} chrome={chrome}>
    <Crumbs trail={trail} />
    <h1>{`Svaret, version ${no} av ${last}`}</h1>
    <p class="over">
      Sparad av {by} {at}
    </p>
    <nav class="pager" aria-label="Versioner">
      {no > 1 ? <a href={`${path}/${no - 1}`}>Föregående version</a> : <span></span>}
      {no < last ? <a href={`${path}/${no + 1}`}>Nästa version</a> : <span></span>}
    </nav>
    {no === 1 ? null : (
      <>
        <h2>{`Ändrat sedan version ${no - 1}`}</h2>
        <WordDiff rows={rows} />
      </>
    )}
    <h2>Texten i sin helhet</h2>
    {answer === undefined ? (
      <p>Texten är gallrad.</p>
    ) : (
      <>
        <h3>{answer.title}</h3>
        {answer.sections.map(({ heading, text }) => (
          <>
            {heading === '' ? null : <h3>{heading}</h3>}
            <Prose text={text} />
          </>
        ))}
      </>
    )}
  </OfficePage>
);
