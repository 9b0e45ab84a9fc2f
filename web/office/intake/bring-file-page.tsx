import type { FieldFault, OfficeChrome } from '../../chrome.ts';
import { Crumbs } from '../../components/lists.tsx';
import { ErrorSummary } from '../../components/notice.tsx';
import { Carried } from '../../forms/form-page.tsx';
import { OfficePage } from '../../layout.tsx';

interface BringFilePageProps {
  readonly chrome: OfficeChrome;
  readonly faults: readonly FieldFault[];
  readonly paperMotionPath: string;
  readonly path: string;
}

const accepted = '.pdf,.docx,.txt,.png,.jpg,.jpeg';

/** A motion that came as a file: chosen here, read in the background, confirmed by a person. */
export const bringFilePage = ({ chrome, faults, paperMotionPath, path }: BringFilePageProps) => {
  const title = 'Läs in en motion från en fil';
  return (
    <OfficePage title={faults.length === 0 ? title : `Fel: ${title}`} chrome={chrome}>
      <Crumbs trail={[['För in en motion på papper', paperMotionPath]]} />
      <h1>{title}</h1>
      <ErrorSummary faults={faults} />
      <div class="prose">
        <p>
          Filen läses i bakgrunden och fyller i formuläret. Du kontrollerar allt innan något förs in.
          Originalet sparas som det är, med sin kontrollsumma.
        </p>
      </div>
      <form
        method="post"
        action={path}
        class="sheet"
        enctype="multipart/form-data"
        data-bring={`${path}/borja`}
      >
        <Carried csrf={chrome.csrf} />
        <div class="field">
          <label for="f-fil">Fil</label>
          <p class="hint" id="f-fil-hint">
            PDF, Word (.docx), text, eller en skannad bild (PNG, JPEG). Högst 100 MB.
          </p>
          {/* Then it goes with the form, through a function that takes 6 MB in base64. */}
          <noscript>
            <p class="hint">Webbläsaren kör inga skript. Då får filen vara högst 4 MB.</p>
          </noscript>
          <input id="f-fil" name="fil" type="file" accept={accepted} aria-describedby="f-fil-hint" required />
        </div>
        <p role="status" data-bringing=""></p>
        <div class="row">
          <button type="submit" class="first">
            Läs in filen
          </button>
          <a class="button" href={paperMotionPath}>
            Skriv in för hand
          </a>
        </div>
      </form>
    </OfficePage>
  );
};
