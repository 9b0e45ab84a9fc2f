import type { FieldFault, OfficeChrome } from '../chrome.ts';
import { Crumbs, Prose } from '../components/lists.tsx';
import { ErrorSummary, Notice } from '../components/notice.tsx';
import { Carried } from '../forms/form-page.tsx';
import { OfficePage } from '../layout.tsx';

interface ReadDraftProps {
  readonly chrome: OfficeChrome;
  readonly back: string;
  readonly title: string;
  readonly body: string;
  readonly clauses: readonly string[];
  readonly movers: readonly {
    readonly name: string;
    readonly party: string;
    readonly hasApproved: boolean;
  }[];
  readonly textHash: string;
  readonly hasApproved: boolean;
  readonly mayApprove: boolean;
  readonly faults: readonly FieldFault[];
  readonly commandId: string;
}

/** The text as a named member reads and approves it: exactly this one, by its hash. */
export const readDraftPage = (props: ReadDraftProps) => {
  const { chrome, back, title, body, clauses, movers, textHash, faults, commandId } = props;
  const { hasApproved, mayApprove } = props;
  const heading = 'Läs och godkänn texten';
  return (
    <OfficePage title={faults.length === 0 ? heading : `Fel: ${heading}`} chrome={chrome}>
      <Crumbs
        trail={[
          ['Mina motioner', '/kontor/mina-motioner'],
          ['Utkastet', back],
        ]}
      />
      <h1>{heading}</h1>
      <ErrorSummary faults={faults} />
      <article class="card prose">
        <h2>{title}</h2>
        <Prose text={body} />
        <ol>
          {clauses.map((clause) => (
            <li>{clause}</li>
          ))}
        </ol>
        <p>
          {movers.map(({ name, party, hasApproved: isDone }, index) => (
            <>
              {index === 0 ? '' : ', '}
              {`${name} (${party})${isDone ? ', har godkänt' : ''}`}
            </>
          ))}
        </p>
      </article>
      {hasApproved ? (
        <Notice tone="good">
          <p>Du har godkänt den här texten.</p>
        </Notice>
      ) : !mayApprove ? (
        <Notice>
          <p>Du står inte som undertecknare och har därför inget att godkänna.</p>
        </Notice>
      ) : (
        <form method="post" class="sheet">
          <Carried csrf={chrome.csrf} commandId={commandId} />
          <input type="hidden" name="textHash" value={textHash} />
          <p>
            Du godkänner exakt den här texten. Ändras den behöver du godkänna den på nytt. Textens
            kontrollsumma: <span class="hash">{textHash}</span>
          </p>
          <div class="row">
            <button type="submit" class="first">
              Godkänn texten
            </button>
            <a class="button" href={back}>
              Tillbaka
            </a>
          </div>
        </form>
      )}
    </OfficePage>
  );
};
