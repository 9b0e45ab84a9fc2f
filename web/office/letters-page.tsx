import type { Child } from 'hono/jsx';
import type { FieldFault, OfficeChrome } from '../chrome.ts';
import { Facts, Pager, Table } from '../components/lists.tsx';
import { Empty, ErrorSummary, Mark, type Tone } from '../components/notice.tsx';
import type { Filled } from '../forms/field.ts';
import { FieldInput } from '../forms/field-input.tsx';
import { Carried } from '../forms/form-page.tsx';
import { OfficePage } from '../layout.tsx';
import { type CaseHead, CasePage } from './case-page.tsx';

/** A letter in a list. */
export interface LetterLine {
  readonly href: string;
  readonly what: string;
  readonly to: string;
  readonly sentAt: string | undefined;
  readonly standing: string;
  readonly tone: Tone | undefined;
}

/** A letter of some case. */
export interface AstrayLine extends LetterLine {
  readonly caseName: string;
}

const columns = [
  { label: 'Brev', cell: ({ href, what }: LetterLine): Child => <a href={href}>{what}</a> },
  { label: 'Till', cell: ({ to }: LetterLine): Child => to },
  { label: 'Skickat', cell: ({ sentAt }: LetterLine): Child => sentAt ?? 'inte än' },
  {
    label: 'Läge',
    cell: ({ standing, tone }: LetterLine): Child => <Mark tone={tone}>{standing}</Mark>,
  },
] as const;

/** Every letter of a case: to whom, when, and whether it came. */
export const caseLettersPage = ({
  chrome,
  head,
  letters,
}: {
  readonly chrome: OfficeChrome;
  readonly head: CaseHead;
  readonly letters: readonly LetterLine[];
}) => (
  <CasePage chrome={chrome} head={head}>
    {letters.length === 0 ? (
      <Empty>
        <p>Inga brev har skickats i ärendet än.</p>
      </Empty>
    ) : (
      <Table caption="Brev i ärendet" columns={columns} rows={letters} />
    )}
  </CasePage>
);

/** Letters that have not reached their readers, of all cases. */
export const astrayPage = ({
  chrome,
  letters,
  next,
}: {
  readonly chrome: OfficeChrome;
  readonly letters: readonly AstrayLine[];
  readonly next: string | undefined;
}) => (
  <OfficePage title="Brev som inte har kommit fram" chrome={chrome}>
    <h1>Brev som inte har kommit fram</h1>
    {letters.length === 0 ? (
      <Empty>
        <p>Alla brev har kommit fram, eller är omhändertagna.</p>
      </Empty>
    ) : (
      <Table
        caption="Brev att se till, de äldsta först"
        columns={[{ label: 'Ärende', cell: ({ caseName }: AstrayLine): Child => caseName }, ...columns]}
        rows={letters}
      />
    )}
    <Pager next={next} />
  </OfficePage>
);

/** Something a registrar can do about a letter. */
export interface LetterDeed {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

export interface LetterPageProps {
  readonly chrome: OfficeChrome;
  readonly head: CaseHead;
  readonly letter: LetterLine;
  readonly facts: readonly (readonly [label: string, value: string | undefined])[];
  readonly subject: string | undefined;
  readonly text: string | undefined;
  /** Where it is seen as it looked. */
  readonly seen: string | undefined;
  readonly deeds: readonly LetterDeed[];
  readonly filled: Filled;
  readonly faults: readonly FieldFault[];
}

const Deeds = ({ chrome, deeds, filled, faults }: LetterPageProps) =>
  deeds.length === 0 ? null : (
    <section aria-labelledby="gor">
      <h2 id="gor">Se till brevet</h2>
      <form method="post" class="sheet" novalidate>
        <Carried csrf={chrome.csrf} />
        <FieldInput
          field={{
            kind: 'prose',
            size: 'short',
            name: 'skal',
            label: 'Skäl',
            hint: 'Det antecknas vid brevet.',
          }}
          filled={filled}
          faults={faults}
        />
        {deeds.map(({ value, label, hint }) => (
          <p>
            <button type="submit" name="gor" value={value}>
              {label}
            </button>{' '}
            <small>{hint}</small>
          </p>
        ))}
      </form>
    </section>
  );

/** One letter: what became of it, what it said, and what can be done. */
export const letterPage = (props: LetterPageProps) => {
  const { chrome, head, letter, facts, subject, text, seen, faults } = props;
  return (
    <CasePage chrome={chrome} head={head}>
      <h2>{letter.what}</h2>
      <ErrorSummary faults={faults} />
      <p>
        <Mark tone={letter.tone}>{letter.standing}</Mark>
      </p>
      <Facts rows={[['Till', letter.to], ['Skickat', letter.sentAt], ...facts]} />
      <Deeds {...props} />
      {text === undefined ? null : (
        <section aria-labelledby="ord">
          <h2 id="ord">Så här löd det</h2>
          <p>
            <strong>{subject}</strong>
          </p>
          <pre class="letter">{text}</pre>
          {seen === undefined ? null : (
            <p>
              <a href={seen}>Visa brevet som det såg ut</a>
            </p>
          )}
        </section>
      )}
    </CasePage>
  );
};
