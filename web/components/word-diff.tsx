import { Empty } from './notice.tsx';

/** A run of words: the same in both texts, or only in one. */
export interface DiffPart {
  readonly text: string;
  readonly change?: 'added' | 'removed';
}

/** Two texts under one label, as a difference. */
export interface DiffRow {
  readonly label: string;
  readonly parts: readonly DiffPart[];
}

const Part = ({ text, change }: DiffPart) => {
  if (change === undefined) return <>{text}</>;
  return change === 'added' ? (
    <ins>
      <span class="unseen">[tillagt:</span>
      {text}
      <span class="unseen">]</span>
    </ins>
  ) : (
    <del>
      <span class="unseen">[borttaget:</span>
      {text}
      <span class="unseen">]</span>
    </del>
  );
};

const isChanged = ({ parts }: DiffRow) => parts.some(({ change }) => change !== undefined);

/** What has changed, word by word, also for who hears it; what is the same in both is left out. */
export const WordDiff = ({ rows }: { rows: readonly DiffRow[] }) => {
  const changed = rows.filter(isChanged);
  if (changed.length === 0)
    return (
      <Empty>
        <p>Texterna är lika.</p>
      </Empty>
    );
  return (
    <>
      {changed.map(({ label, parts }) => (
        <>
          <h3>{label}</h3>
          <p class="diff">
            {parts.map((each) => (
              <Part {...each} />
            ))}
          </p>
        </>
      ))}
      {changed.length === rows.length ? null : <p class="muted">Resten är lika i båda.</p>}
    </>
  );
};
