import type { Child } from 'hono/jsx';
import type { FieldFault } from '../chrome.ts';

export type Tone = 'good' | 'warn' | 'bad';

/** Something the reader should know before the rest. */
export const Notice = ({ tone, title, children }: { tone?: Tone; title?: string; children?: Child }) => (
  <div class={tone === undefined ? 'notice' : `notice ${tone}`}>
    {title === undefined ? null : <h2>{title}</h2>}
    {children}
  </div>
);

/** One word on where something stands. */
export const Mark = ({ tone, children }: { tone?: Tone | undefined; children: Child }) => (
  <span class={tone === undefined ? 'mark' : `mark ${tone}`}>{children}</span>
);

/** What stands where there is nothing: why, and what to do. */
export const Empty = ({ children }: { children: Child }) => <div class="empty">{children}</div>;

const Because = ({ rule, mayBeDoneBy = [] }: Pick<FieldFault, 'rule' | 'mayBeDoneBy'>) => (
  <>
    {mayBeDoneBy.length === 0 ? null : <> Kan göras av: {mayBeDoneBy.join(', ')}.</>}
    {rule === undefined ? null : <small> ({rule})</small>}
  </>
);

/**
 * The faults of a form, first on the page and with the focus, each leading to its field (WCAG 3.3.1, 3.3.3).
 */
export const ErrorSummary = ({ faults }: { faults: readonly FieldFault[] }) =>
  faults.length === 0 ? null : (
    <div class="notice bad" role="alert" tabindex={-1} autofocus aria-labelledby="fel-rubrik">
      <h2 id="fel-rubrik">{faults.length === 1 ? 'Det gick inte än' : `${faults.length} saker att rätta`}</h2>
      <ul>
        {faults.map(({ field, message, ...because }) => (
          <li>
            {field === undefined ? message : <a href={`#${idOf(field)}`}>{message}</a>}
            <Because {...because} />
          </li>
        ))}
      </ul>
    </div>
  );

/** The id of a field by its name. */
export const idOf = (field: string): string => `f-${field.replaceAll('.', '-')}`;
