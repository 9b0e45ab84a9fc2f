import type { OfficeChrome } from '../../chrome.ts';
import { Crumbs } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import { OfficePage } from '../../layout.tsx';

interface ReadingPageProps {
  readonly chrome: OfficeChrome;
  readonly fileName: string;
  /** 0–1; undefined until the reading has begun. */
  readonly share: number | undefined;
  /** Why it was not read; undefined while it is. */
  readonly refusal: string | undefined;
  readonly sha256: string | undefined;
  readonly bringPath: string;
  readonly paperMotionPath: string;
}

const Going = ({ share }: { share: number | undefined }) => (
  <>
    <p role="status">
      {share === undefined
        ? 'Filen väntar på att läsas.'
        : `Filen läses: ${Math.round(share * 100)} procent. En skannad sida tar ungefär tio sekunder.`}
    </p>
    <progress value={share === undefined ? undefined : String(share)} max="1" aria-label="Läsning av filen" />
    <p class="muted">Sidan läser om sig själv. Du kan också lämna den och komma tillbaka.</p>
  </>
);

/** A file while it is read, or why it was not. */
export const readingPage = ({
  chrome,
  fileName,
  share,
  refusal,
  sha256,
  bringPath,
  paperMotionPath,
}: ReadingPageProps) => (
  <OfficePage title={refusal === undefined ? 'Filen läses' : 'Filen kunde inte läsas'} chrome={chrome}>
    <Crumbs
      trail={[
        ['För in en motion på papper', paperMotionPath],
        ['Läs in från en fil', bringPath],
      ]}
    />
    <h1>{refusal === undefined ? 'Filen läses' : 'Filen kunde inte läsas'}</h1>
    <p class="lead">{fileName}</p>
    {refusal === undefined ? (
      <Going share={share} />
    ) : (
      <Notice tone="warn" title="Varför">
        <p>{refusal}</p>
        <p>
          Originalet är sparat som det kom
          {sha256 === undefined ? (
            '.'
          ) : (
            <>
              , med kontrollsumman <span class="hash">{sha256}</span>.
            </>
          )}
        </p>
      </Notice>
    )}
    <div class="row">
      <a class={refusal === undefined ? 'button' : 'button first'} href={paperMotionPath}>
        Skriv in för hand
      </a>
      <a class="button" href={bringPath}>
        Välj en annan fil
      </a>
    </div>
  </OfficePage>
);
