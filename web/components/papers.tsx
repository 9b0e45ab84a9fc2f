/** A paper that can be had, in each of its formats. */
export interface PaperLink {
  readonly label: string;
  /** Its address without the format. */
  readonly href: string;
}

const formats = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['html', 'webbsida'],
] as const;

/** The papers of a case, a meeting or minutes; nothing when there are none. */
export const Papers = ({ papers }: { papers: readonly PaperLink[] }) =>
  papers.length === 0 ? null : (
    <section aria-labelledby="papper">
      <h2 id="papper">Papper</h2>
      <ul>
        {papers.map(({ label, href }) => (
          <li>
            {label}:{' '}
            {formats.map(([format, name], index) => (
              <>
                {index === 0 ? '' : ', '}
                <a href={`${href}.${format}`}>
                  {name}
                  <span class="unseen"> {label}</span>
                </a>
              </>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
