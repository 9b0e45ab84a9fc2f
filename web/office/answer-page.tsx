import type { OfficeChrome } from '../chrome.ts';
import { Prose } from '../components/lists.tsx';
import { Empty, Mark, Notice } from '../components/notice.tsx';
import { AnswerEditor, type AnswerEditorProps } from './answer-editor.tsx';
import { AnswerLog, type AnswerStep, type ConsultationRow, Consultations } from './answer-log.tsx';
import { Actions, type CaseAction, type CaseHead, CasePage } from './case-page.tsx';

/** A clause, what is proposed for it, and where the answer seems to deal with it. */
export interface CheckedClause {
  readonly name: string;
  readonly outcome: string;
  readonly passages: readonly string[];
}

/** The answer as it is read. */
export interface AnswerRead {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly proposals: readonly {
    readonly name: string;
    readonly words?: string | undefined;
    readonly outcome: string;
  }[];
}

export interface AnswerPageProps {
  readonly chrome: OfficeChrome;
  readonly head: CaseHead;
  /** The motion, to be read beside the answer. */
  readonly motion:
    | { readonly title: string; readonly body: string; readonly clauses: readonly string[] }
    | undefined;
  /** Absent for who may not read a draft of the answer. */
  readonly answer:
    | {
        readonly editor?: Omit<AnswerEditorProps, 'chrome'> | undefined;
        readonly read?: AnswerRead | undefined;
        readonly checked: readonly CheckedClause[];
        readonly missing: readonly string[];
        readonly log: readonly AnswerStep[];
        readonly consultations: readonly ConsultationRow[];
      }
    | undefined;
  /** With which motions the answer is shared. */
  readonly together: {
    readonly lead?: { readonly name: string; readonly href: string } | undefined;
    readonly others: readonly { readonly name: string; readonly href: string }[];
    readonly warning?: string | undefined;
  };
  readonly actions: readonly CaseAction[];
}

const Together = ({ lead, others, warning }: AnswerPageProps['together']) => {
  if (lead === undefined && others.length === 0) return null;
  return (
    <Notice title="Bereds ihop" {...(warning === undefined ? {} : { tone: 'warn' as const })}>
      {warning === undefined ? null : <p>{warning}</p>}
      {lead === undefined ? null : (
        <p>
          Svaret är gemensamt och skrivs i <a href={lead.href}>{lead.name}</a>.
        </p>
      )}
      {others.length === 0 ? null : (
        <>
          <p>Svaret gäller också:</p>
          <ul>
            {others.map(({ name, href }) => (
              <li>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
};

const Read = ({ read }: { read: AnswerRead | undefined }) =>
  read === undefined ? (
    <Empty>
      <p>Inget svar är skrivet än. Handläggaren skriver det här när beredningen har börjat.</p>
    </Empty>
  ) : (
    <>
      <h3>{read.title}</h3>
      {read.sections.map(({ heading, text }) => (
        <>
          {heading === '' ? null : <h3>{heading}</h3>}
          <Prose text={text} />
        </>
      ))}
      <h3>Förslag till beslut</h3>
      {read.proposals.map(({ name, words, outcome }) => (
        <div class="clause">
          <p>
            <strong>{name}.</strong> {words}
          </p>
          <p>{outcome === '' ? 'Inget förslag än.' : `Förslag: ${outcome}.`}</p>
        </div>
      ))}
    </>
  );

const Checked = ({ checked, missing }: { checked: readonly CheckedClause[]; missing: readonly string[] }) => (
  <section aria-labelledby="kontroll">
    <h2 id="kontroll">Kontroll av svaret</h2>
    <p class="hint">
      Varje att-sats ska ha ett förslag till beslut och bemötas i texten. Avsnitten är gissade efter orden.
    </p>
    <ul>
      {checked.map(({ name, outcome, passages }) => (
        <li>
          {name}:{' '}
          <Mark tone={outcome === '' ? 'warn' : 'good'}>{outcome === '' ? 'förslag saknas' : outcome}</Mark>{' '}
          {passages.length === 0 ? 'Inget avsnitt tycks ta upp den.' : `Tas upp i: ${passages.join(', ')}.`}
        </li>
      ))}
      {missing.map((heading) => (
        <li>
          {heading}: <Mark tone="warn">avsnittet saknas</Mark> Det brukar finnas i ett svar som detta.
        </li>
      ))}
    </ul>
  </section>
);

const MotionBeside = ({ motion }: Pick<AnswerPageProps, 'motion'>) => (
  <section class="beside" aria-labelledby="motionen" tabindex={0}>
    <h2 id="motionen">Motionen</h2>
    {motion === undefined ? (
      <p>Texten finns inte kvar.</p>
    ) : (
      <>
        <h3>{motion.title}</h3>
        <Prose text={motion.body} />
        {motion.clauses.length === 0 ? null : (
          <ol>
            {motion.clauses.map((clause) => (
              <li>{clause}</li>
            ))}
          </ol>
        )}
      </>
    )}
  </section>
);

/** The motion beside its answer: written by the official, read by those who approve it. */
export const answerPage = ({ chrome, head, motion, answer, together, actions }: AnswerPageProps) => (
  <CasePage chrome={chrome} head={head}>
    <Together {...together} />
    {answer === undefined ? (
      <Notice title="Svaret bereds">
        <p>
          Ett utkast till svar läses bara av dem som bereder ärendet (TF 2:12). Det syns här när styrelsen har
          lagt fram sitt förslag.
        </p>
      </Notice>
    ) : (
      <>
        <div class="split even">
          <section aria-labelledby="svaret">
            <h2 id="svaret">Svaret</h2>
            {answer.editor === undefined ? (
              <Read read={answer.read} />
            ) : (
              <AnswerEditor chrome={chrome} {...answer.editor} />
            )}
          </section>
          <MotionBeside motion={motion} />
        </div>
        <div class="split even">
          <div>
            {answer.read === undefined && answer.editor === undefined ? null : (
              <Checked checked={answer.checked} missing={answer.missing} />
            )}
            <Actions actions={actions} />
          </div>
          <div>
            <AnswerLog steps={answer.log} />
            <Consultations rows={answer.consultations} />
          </div>
        </div>
      </>
    )}
  </CasePage>
);
