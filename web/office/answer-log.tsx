import { Day, Prose } from '../components/lists.tsx';
import { Empty, Mark, Notice } from '../components/notice.tsx';

/** One thing that has happened to the answer. */
export interface AnswerStep {
  readonly by: string;
  readonly at: string;
  readonly what: string;
  readonly version?: { readonly no: number; readonly href: string };
  readonly comment?: string | undefined;
}

/** Who has done what with the answer, the latest first, with the comments it got. */
export const AnswerLog = ({ steps }: { steps: readonly AnswerStep[] }) => (
  <section aria-labelledby="gang">
    <h2 id="gang">Versioner och kommentarer</h2>
    {steps.length === 0 ? (
      <Empty>
        <p>
          Inget är sparat än. Varje gång svaret sparas blir det en version här, och ingen skriver över en
          annan.
        </p>
      </Empty>
    ) : (
      <ul class="steps">
        {steps.map(({ by, at, what, version, comment }) => (
          <li class="done">
            {by} {version === undefined ? what : <a href={version.href}>{what}</a>}
            <br />
            <small>{at}</small>
            {comment === undefined ? null : (
              <blockquote class="clause">
                <Prose text={comment} />
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    )}
  </section>
);

/** A question put to others, and where it stands. */
export interface ConsultationRow {
  readonly name: string;
  readonly sentOn: string;
  readonly dueOn: string;
  readonly state: 'waiting' | 'late' | 'answered' | 'declined' | 'closed';
  readonly answeredOn?: string | undefined;
  readonly by?: string | undefined;
  readonly question: string | undefined;
  readonly statement: string | undefined;
}

const states = {
  waiting: ['inväntas', undefined],
  late: ['försenat', 'bad'],
  answered: ['besvarat', 'good'],
  declined: ['avstår', 'warn'],
  closed: ['inväntas inte', 'warn'],
} as const;

/** Who has been asked, and what they have said. */
export const Consultations = ({ rows }: { rows: readonly ConsultationRow[] }) => (
  <section aria-labelledby="remisser">
    <h2 id="remisser">Remisser</h2>
    {rows.length === 0 ? (
      <Empty>
        <p>Ingen är tillfrågad. Handläggaren kan skicka motionen på remiss till en nämnd eller enhet.</p>
      </Empty>
    ) : (
      <ul class="cards">
        {rows.map(({ name, sentOn, dueOn, state, answeredOn, by, question, statement }) => (
          <li class={state === 'late' ? 'card late' : 'card'}>
            <h3>
              {name} <Mark tone={states[state][1]}>{states[state][0]}</Mark>
            </h3>
            <p>
              Skickad <Day on={sentOn} />, svar senast <Day on={dueOn} />
              {answeredOn === undefined ? null : (
                <>
                  , kom in <Day on={answeredOn} />
                </>
              )}
              {by === undefined ? null : `, ${by}`}.
            </p>
            <details>
              <summary>{statement === undefined ? 'Frågan' : 'Frågan och yttrandet'}</summary>
              <Prose text={question ?? 'Frågan finns inte kvar.'} />
              {statement === undefined ? null : (
                <Notice title="Yttrande">
                  <Prose text={statement} />
                </Notice>
              )}
            </details>
          </li>
        ))}
      </ul>
    )}
  </section>
);
