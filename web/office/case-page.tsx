import type { Child } from 'hono/jsx';
import type { OfficeChrome } from '../chrome.ts';
import { Crumbs, Day, Facts, Prose } from '../components/lists.tsx';
import { Mark, Notice } from '../components/notice.tsx';
import { type PaperLink, Papers } from '../components/papers.tsx';
import { OfficePage } from '../layout.tsx';
import { type OriginalFile, OriginalFileView } from './intake/original-file.tsx';

export interface CaseAction {
  readonly label: string;
  readonly href: string;
  readonly isPermitted: boolean;
  readonly mayBeDoneBy: readonly string[];
  /** Whether an open task asks for it; where no action says, the first is what comes next. */
  readonly isAsked?: boolean;
}

export interface CaseHead {
  readonly caseId: string;
  readonly tab: CaseTab;
  readonly title: string;
  readonly number: string | undefined;
  readonly status: string;
}

export interface CaseOverview extends CaseHead {
  readonly receivedOn: string | undefined;
  readonly raisedOn: string | undefined;
  readonly movers: readonly {
    readonly name: string;
    readonly party: string;
    readonly withdrawnOn?: string | undefined;
    /** Withdrawn when the council had decided. */
    readonly isTooLate?: boolean | undefined;
  }[];
  readonly officer: string | undefined;
  readonly unit: string | undefined;
  readonly year: { readonly anniversary: string; readonly daysLeft: number } | undefined;
  readonly body: string | undefined;
  readonly clauses: readonly {
    readonly ref: number;
    readonly words: string;
    readonly proposed: string | undefined;
    readonly decided: string | undefined;
    readonly isWithdrawn: boolean;
  }[];
  readonly returnedWith: string | undefined;
  /** The warning that documents of the case may hold secrets (OSL 5:5). */
  readonly secrecy:
    | { readonly provision: string; readonly markedOn: string; readonly authority: string }
    | undefined;
  readonly tasks: readonly { readonly what: string; readonly dueOn: string }[];
  /** Whether the workflow has yet to come to the step: it opens the next task a moment after an act. */
  readonly isMoving: boolean;
  readonly today: string;
  readonly actions: readonly CaseAction[];
  readonly papers: readonly PaperLink[];
  /** The file it came as, for those who may have it. */
  readonly original: OriginalFile | undefined;
}

const tabs = {
  oversikt: ['Översikt', ''],
  svar: ['Svar', '/svar'],
  brev: ['Brev', '/brev'],
  handelser: ['Händelser', '/handelser'],
} as const;
export type CaseTab = keyof typeof tabs;

/** The head that every page of a case has, so that one always sees which case it is and where it stands. */
export const CasePage = ({
  chrome,
  head,
  children,
}: {
  chrome: OfficeChrome;
  head: CaseHead;
  children: Child;
}) => (
  <OfficePage title={[head.number, head.title].filter(Boolean).join(' ')} chrome={chrome}>
    <Crumbs trail={[['Mitt arbete', '/kontor']]} />
    <p class="over">{head.number ?? 'Ännu inte registrerad'}</p>
    <h1>{head.title}</h1>
    <p>
      <Mark>{head.status}</Mark>
    </p>
    <nav aria-label="Ärendets sidor">
      <ul class="tabs">
        {Object.entries(tabs).map(([tab, [label, path]]) => (
          <li>
            <a
              href={`/kontor/arenden/${head.caseId}${path}`}
              aria-current={tab === head.tab ? 'page' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {children}
  </OfficePage>
);

/** Days left, in words. */
export const daysLeft = (days: number): string =>
  days < 0 ? `${-days} dagar över` : days === 1 ? '1 dag kvar' : `${days} dagar kvar`;

/** What the person may do first, then who may do the rest. */
export const Actions = ({ actions }: { actions: readonly CaseAction[] }) => {
  const mine = actions.filter(({ isPermitted }) => isPermitted);
  const others = actions.filter(({ isPermitted }) => !isPermitted);
  return (
    <section aria-labelledby="atgarder">
      <h2 id="atgarder">Vad du kan göra</h2>
      {mine.length === 0 ? <p>Inget just nu.</p> : null}
      <ul class="actions">
        {mine.map(({ label, href, isAsked }, index) => (
          <li>
            <a class={(isAsked ?? index === 0) ? 'button first' : 'button'} href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : (
        <details>
          <summary>Vad andra kan göra</summary>
          <ul>
            {others.map(({ label, mayBeDoneBy }) => (
              <li>
                {label}
                <br />
                <small>Kan göras av {mayBeDoneBy.join(', ')}.</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

const Clauses = ({ clauses }: Pick<CaseOverview, 'clauses'>) => (
  <>
    <h2>Motionens att-satser</h2>
    {clauses.length === 0 ? <p>Motionens att-satser är inte kända.</p> : null}
    {clauses.map(({ ref, words, proposed, decided, isWithdrawn }) => (
      <div class="clause">
        <p>
          <strong>{ref}.</strong> {words}
        </p>
        <p>
          {isWithdrawn ? <Mark tone="warn">återtagen</Mark> : null}
          {proposed === undefined ? null : <>Styrelsens förslag: {proposed}. </>}
          {decided === undefined ? null : <strong>Beslut: {decided}.</strong>}
        </p>
      </div>
    ))}
  </>
);

const Movers = ({ movers }: Pick<CaseOverview, 'movers'>) => (
  <>
    {movers.map(({ name, party, withdrawnOn, isTooLate }, index) => (
      <>
        {index === 0 ? '' : ', '}
        {name}
        {party === '' ? '' : ` (${party})`}
        {withdrawnOn === undefined ? '' : `, återtog ${withdrawnOn}`}
        {isTooLate === true ? ', efter beslutet' : ''}
      </>
    ))}
  </>
);

/** The case at a glance. */
export const casePage = ({ chrome, ...given }: CaseOverview & { chrome: OfficeChrome }) => (
  <CasePage chrome={chrome} head={given}>
    <div class="split aside-first">
      <div>
        <Actions actions={given.actions} />
        <section aria-labelledby="vantar">
          <h2 id="vantar">Det här väntar ärendet på</h2>
          {given.tasks.length > 0 ? null : (
            <p>{given.isMoving ? 'Nästa steg läggs upp. Läs om sidan om en stund.' : 'Inget.'}</p>
          )}
          <ul>
            {given.tasks.map(({ what, dueOn }) => (
              <li>
                {what}, senast <Day on={dueOn} /> {dueOn < given.today ? <Mark tone="bad">sen</Mark> : null}
              </li>
            ))}
          </ul>
        </section>
        <Papers papers={given.papers} />
        <OriginalFileView original={given.original} />
      </div>
      <div>
        {given.secrecy === undefined ? null : (
          <Notice tone="warn" title="Sekretessmarkerat">
            <p>
              {given.secrecy.provision}. Markerat <Day on={given.secrecy.markedOn} /> av{' '}
              {given.secrecy.authority}. En varning, inget beslut: pröva sekretessen när någon ber om
              handlingen.
            </p>
          </Notice>
        )}
        {given.returnedWith === undefined ? null : (
          <Notice tone="warn" title="Därför kom det tillbaka">
            <Prose text={given.returnedWith} />
          </Notice>
        )}
        <Facts
          rows={[
            ['Undertecknare', given.movers.length === 0 ? undefined : <Movers movers={given.movers} />],
            ['Inkom', given.receivedOn === undefined ? undefined : <Day on={given.receivedOn} />],
            ['Väckt', given.raisedOn === undefined ? undefined : <Day on={given.raisedOn} />],
            ['Handläggare', given.officer],
            ['Enhet', given.unit],
            [
              'Ettårsgräns',
              given.year === undefined ? undefined : (
                <>
                  <Day on={given.year.anniversary} />, {daysLeft(given.year.daysLeft)}
                </>
              ),
            ],
          ]}
        />
        <Clauses clauses={given.clauses} />
        <h2>Motionens text</h2>
        <Prose text={given.body ?? 'Texten finns inte kvar.'} />
      </div>
    </div>
  </CasePage>
);
