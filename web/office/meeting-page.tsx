import type { Child } from 'hono/jsx';
import type { FieldFault, OfficeChrome } from '../chrome.ts';
import { type Column, Crumbs, Day, Facts, Table } from '../components/lists.tsx';
import { Empty, ErrorSummary, Mark, Notice } from '../components/notice.tsx';
import { type PaperLink, Papers } from '../components/papers.tsx';
import { type Choice, type Filled, firstOf } from '../forms/field.ts';
import { FieldInput } from '../forms/field-input.tsx';
import { Carried } from '../forms/form-page.tsx';
import { OfficePage } from '../layout.tsx';
import { Actions, type CaseAction } from './case-page.tsx';
import { ownAnnouncementField } from './own-announcement.ts';

/** A matter on the agenda, or one that has been dealt with at the meeting. */
export interface Matter {
  readonly caseId: string;
  readonly number: string | undefined;
  readonly title: string;
  readonly status: string;
  /** Where it is dealt with; absent for one that has left the agenda. */
  readonly href: string | undefined;
  readonly disqualified: readonly string[];
}

/** A matter that can be placed at the meeting. */
export interface ReadyMatter {
  readonly caseId: string;
  readonly line: string;
  /** The last council meeting within the year, or else the day the year ends (KL 5:35). */
  readonly decideBy: string | undefined;
  readonly isLate: boolean;
}

export interface MeetingPageProps {
  readonly chrome: OfficeChrome;
  readonly meetingId: string;
  readonly name: string;
  readonly status: string;
  readonly facts: readonly (readonly [label: string, value: Child | undefined])[];
  readonly late: { readonly rule: string; readonly sentence: string } | undefined;
  readonly quorum: { readonly sentence: string; readonly isEnough: boolean | undefined };
  readonly matters: readonly Matter[];
  /** Undefined for who does not keep the agenda, or when it is closed. */
  readonly placing:
    | {
        readonly ready: readonly ReadyMatter[];
        readonly bases: readonly Choice[];
        readonly commandId: string;
        readonly filled: Filled;
      }
    | undefined;
  readonly others: readonly { readonly href: string; readonly label: string }[];
  readonly actions: readonly CaseAction[];
  readonly papers: readonly PaperLink[];
  readonly faults: readonly FieldFault[];
}

/** For the body's secretary. */
const toDo: Column<Matter> = {
  label: 'Att göra',
  cell: ({ href, number, title }) =>
    href === undefined ? (
      '–'
    ) : (
      <a href={href}>
        Behandla<span class="unseen"> {number ?? title}</span>
      </a>
    ),
};

const Agenda = ({ matters }: Pick<MeetingPageProps, 'matters'>) => (
  <section aria-labelledby="dagordning">
    <h2 id="dagordning">Dagordning</h2>
    {matters.length === 0 ? (
      <Empty>
        <p>Inga ärenden står på dagordningen än.</p>
      </Empty>
    ) : (
      <Table
        caption="Ärenden på dagordningen"
        isCaptionUnseen
        rows={matters}
        columns={[
          {
            label: 'Ärende',
            cell: ({ caseId, number, title }) => (
              <a href={`/kontor/arenden/${caseId}`}>{[number, title].filter(Boolean).join(' ')}</a>
            ),
          },
          { label: 'Läge', cell: ({ status }) => <Mark>{status}</Mark> },
          { label: 'Jäv', cell: ({ disqualified }) => disqualified.join(', ') || '–' },
          ...(matters.every(({ href }) => href === undefined) ? [] : [toDo]),
        ]}
      />
    )}
  </section>
);

const Ready = ({ matter, isChosen }: { matter: ReadyMatter; isChosen: boolean }) => (
  <div class="choice">
    <input
      type="checkbox"
      id={`f-arende-${matter.caseId}`}
      name="arende"
      value={matter.caseId}
      checked={isChosen}
    />
    <label for={`f-arende-${matter.caseId}`}>
      {matter.line}
      {matter.decideBy === undefined ? null : (
        <span class="hint">
          {' – bör avgöras senast '}
          <Day on={matter.decideBy} /> (KL 5:35) {matter.isLate ? <Mark tone="bad">sent</Mark> : null}
        </span>
      )}
    </label>
  </div>
);

const Placing = ({
  chrome,
  meetingId,
  placing,
  faults,
}: Pick<MeetingPageProps, 'chrome' | 'meetingId' | 'faults'> & {
  placing: NonNullable<MeetingPageProps['placing']>;
}) => (
  <section aria-labelledby="klara">
    <h2 id="klara">Klara att sätta upp</h2>
    {placing.ready.length === 0 ? (
      <p>Inga ärenden väntar på att sättas upp.</p>
    ) : (
      <form method="post" action={`/kontor/sammantraden/${meetingId}/dagordning`}>
        <Carried csrf={chrome.csrf} commandId={placing.commandId} />
        <fieldset id="f-arende">
          <legend>Välj ärenden</legend>
          {placing.ready.map((matter) => (
            <Ready matter={matter} isChosen={(placing.filled.arende ?? []).includes(matter.caseId)} />
          ))}
        </fieldset>
        {placing.bases.length === 0 ? null : (
          <>
            <FieldInput
              field={{ kind: 'choice', name: 'basis', label: 'Hur tas de upp', choices: placing.bases }}
              filled={firstOf(placing.filled, 'basis') === '' ? { basis: ['announced'] } : placing.filled}
              faults={faults}
            />
            <FieldInput field={ownAnnouncementField} filled={placing.filled} faults={faults} />
          </>
        )}
        <FieldInput
          field={{
            kind: 'check',
            name: 'allowLatePapers',
            label: 'Ta in dem fast sista dagen för handlingar har passerat',
          }}
          filled={placing.filled}
          faults={faults}
        />
        <button type="submit" class="first">
          Sätt upp de valda
        </button>
      </form>
    )}
  </section>
);

/** A meeting: what is on it, who was there, whether it may decide, and what there is to do. */
export const meetingPage = (props: MeetingPageProps) => {
  const { chrome, name, status, facts, late, quorum, matters, placing, others, actions, papers, faults } =
    props;
  return (
    <OfficePage title={faults.length === 0 ? name : `Fel: ${name}`} chrome={chrome}>
      <Crumbs trail={[['Sammanträden', '/kontor/sammantraden']]} />
      <h1>{name}</h1>
      <p>
        <Mark>{status}</Mark>
      </p>
      <ErrorSummary faults={faults} />
      {late === undefined ? null : (
        <Notice tone="warn" title="Kallelse och kungörelse">
          <p>
            {late.sentence} <small>({late.rule})</small>
          </p>
        </Notice>
      )}
      <div class="split aside-first">
        <div>
          <Actions actions={actions} />
          <Papers papers={papers} />
        </div>
        <div>
          <Facts rows={facts} />
          <p>
            {quorum.isEnough === undefined ? null : (
              <Mark tone={quorum.isEnough ? 'good' : 'bad'}>
                {quorum.isEnough ? 'beslutfört' : 'inte beslutfört'}
              </Mark>
            )}{' '}
            {quorum.sentence}
          </p>
          <Agenda matters={matters} />
          {placing === undefined ? null : <Placing {...props} placing={placing} />}
          {others.length === 0 ? null : (
            <section aria-labelledby="annat">
              <h2 id="annat">Annat att ta upp</h2>
              <ul>
                {others.map(({ href, label }) => (
                  <li>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </OfficePage>
  );
};
