import type { OfficeChrome } from '../chrome.ts';
import { Crumbs, Day, Facts, Prose } from '../components/lists.tsx';
import { OfficePage } from '../layout.tsx';

interface ReceiptProps {
  readonly chrome: OfficeChrome;
  readonly home: string;
  readonly title: string;
  readonly number: string | undefined;
  readonly receivedOn: string;
  readonly movers: readonly { readonly name: string; readonly party: string }[];
  readonly hash: string;
  readonly body: string;
  readonly clauses: readonly string[];
  readonly meeting: { readonly meeting: string } | undefined;
  readonly council: string;
}

/** The receipt of a motion that has been handed in: to keep, or to print. */
export const receiptPage = (props: ReceiptProps) => {
  const { chrome, home, title, number, receivedOn, movers, hash, body, clauses, meeting, council } = props;
  return (
    <OfficePage title={`Kvitto: ${title}`} chrome={chrome}>
      <Crumbs
        trail={[
          ['Mina motioner', '/kontor/mina-motioner'],
          [number ?? 'Ärendet', home],
        ]}
      />
      <p class="over">Kvitto på inlämnad motion</p>
      <h1>{title}</h1>
      <Facts
        rows={[
          ['Diarienummer', number ?? 'sätts när registratorn har registrerat motionen'],
          ['Inkom', <Day on={receivedOn} />],
          ['Undertecknare', movers.map(({ name, party }) => `${name} (${party})`).join(', ')],
          [
            'Anmäls tidigast',
            meeting === undefined ? undefined : (
              <>
                {council} <Day on={meeting.meeting} />
              </>
            ),
          ],
          ['Textens kontrollsumma', <span class="hash">{hash}</span>],
        ]}
      />
      <p>Kontrollsumman hör till exakt den här texten. Den står också i ärendets händelser.</p>
      <p>
        <a class="button first" href={home}>
          Följ ärendet
        </a>
      </p>
      <h2>Texten som lämnades in</h2>
      <Prose text={body} />
      <ol>
        {clauses.map((clause) => (
          <li>{clause}</li>
        ))}
      </ol>
    </OfficePage>
  );
};
