import type { OfficeChrome } from '../chrome.ts';
import { Crumbs, Dated, Day, Facts, Pager, Table } from '../components/lists.tsx';
import { Empty, Mark, Notice } from '../components/notice.tsx';
import { type PaperLink, Papers } from '../components/papers.tsx';
import { OfficePage } from '../layout.tsx';
import { Actions, type CaseAction } from './case-page.tsx';

/** Minutes in a list. */
export interface MinutesLine {
  readonly href: string;
  readonly name: string;
  readonly meetingDate: string;
  readonly status: string;
  /** The next day that matters, and why. */
  readonly next: { readonly what: string; readonly on: string } | undefined;
  readonly isLate: boolean;
}

interface MinutesListPageProps {
  readonly chrome: OfficeChrome;
  readonly bodies: readonly {
    readonly heading: string;
    readonly lines: readonly MinutesLine[];
    readonly next: string | undefined;
  }[];
}

/** The minutes of both bodies, the latest first. */
export const minutesListPage = ({ chrome, bodies }: MinutesListPageProps) => (
  <OfficePage title="Protokoll" chrome={chrome}>
    <Crumbs trail={[['Sammanträden', '/kontor/sammantraden']]} />
    <h1>Protokoll</h1>
    {bodies.map(({ heading, lines, next }, index) => (
      <section aria-labelledby={`organ-${index}`}>
        <h2 id={`organ-${index}`}>{heading}</h2>
        {lines.length === 0 ? (
          <Empty>
            <p>Inga protokoll än. Ett protokoll öppnas på sammanträdets sida.</p>
          </Empty>
        ) : (
          <Table
            caption={`Protokoll för ${heading}`}
            isCaptionUnseen
            rows={lines}
            isLate={({ isLate }) => isLate}
            columns={[
              {
                label: 'Sammanträde',
                cell: ({ href, meetingDate }) => (
                  <a href={href}>
                    <Day on={meetingDate} />
                  </a>
                ),
              },
              { label: 'Läge', cell: ({ status }) => <Mark>{status}</Mark> },
              {
                label: 'Nästa dag',
                cell: ({ next: day, isLate }) =>
                  day === undefined ? (
                    '–'
                  ) : (
                    <>
                      {day.what} <Day on={day.on} /> {isLate ? <Mark tone="bad">sen</Mark> : null}
                    </>
                  ),
              },
            ]}
          />
        )}
        <Pager next={next} />
      </section>
    ))}
  </OfficePage>
);

/** A case as it stands in the minutes. */
export interface MinutesMatter {
  readonly href: string;
  readonly paragraph: string;
  readonly line: string;
  readonly status: string;
}

export interface MinutesPageProps {
  readonly chrome: OfficeChrome;
  readonly name: string;
  readonly status: string;
  readonly meeting: { readonly name: string; readonly href: string | undefined };
  readonly certifiedOn: string | undefined;
  readonly postedOn: string | undefined;
  readonly certifiers: readonly { readonly name: string; readonly hasSigned: boolean }[];
  /** The days and how they are counted. */
  readonly days: readonly { readonly what: string; readonly on: string; readonly because: string }[];
  readonly matters: readonly MinutesMatter[];
  readonly appeals: readonly {
    readonly line: string;
    readonly court: string;
    readonly receivedOn: string;
    readonly ended: string | undefined;
  }[];
  readonly certifying: boolean;
  readonly actions: readonly CaseAction[];
  readonly papers: readonly PaperLink[];
}

const Matters = ({ matters }: Pick<MinutesPageProps, 'matters'>) => (
  <section aria-labelledby="paragrafer">
    <h2 id="paragrafer">Paragrafer</h2>
    {matters.length === 0 ? (
      <Empty>
        <p>Inget är infört än. Det som beslutas förs in från sammanträdets sida.</p>
      </Empty>
    ) : (
      <Table
        caption="Ärenden i protokollet"
        isCaptionUnseen
        rows={matters}
        columns={[
          { label: 'Paragraf', cell: ({ paragraph }) => paragraph },
          { label: 'Ärende', cell: ({ href, line }) => <a href={href}>{line}</a> },
          { label: 'Läge', cell: ({ status }) => <Mark>{status}</Mark> },
        ]}
      />
    )}
  </section>
);

const Days = ({ days }: Pick<MinutesPageProps, 'days'>) => (
  <section aria-labelledby="dagar">
    <h2 id="dagar">Dagarna och hur de räknas</h2>
    <Table
      caption="Dagar"
      isCaptionUnseen
      rows={days}
      columns={[
        { label: 'Vad', cell: ({ what }) => what },
        { label: 'Dag', cell: ({ on }) => <Day on={on} /> },
        { label: 'Så räknas den', cell: ({ because }) => <Dated text={because} /> },
      ]}
    />
  </section>
);

const Appeals = ({ appeals }: Pick<MinutesPageProps, 'appeals'>) =>
  appeals.length === 0 ? null : (
    <section aria-labelledby="overklaganden">
      <h2 id="overklaganden">Överklaganden</h2>
      <Table
        caption="Överklaganden"
        isCaptionUnseen
        rows={appeals}
        columns={[
          { label: 'Ärende', cell: ({ line }) => line },
          { label: 'Domstol', cell: ({ court }) => court },
          { label: 'Kom in', cell: ({ receivedOn }) => <Day on={receivedOn} /> },
          { label: 'Utgång', cell: ({ ended }) => ended ?? 'inte avgjort' },
        ]}
      />
    </section>
  );

/** Minutes: what stands in them, who certifies, the notice, the time for appeal. */
export const minutesPage = (props: MinutesPageProps) => (
  <OfficePage title={props.name} chrome={props.chrome}>
    <Crumbs trail={[['Protokoll', '/kontor/protokoll']]} />
    <h1>{props.name}</h1>
    <p>
      <Mark>{props.status}</Mark>
    </p>
    {props.certifying ? (
      <Notice title="Du är vald att justera det här protokollet">
        <p>Läs igenom paragraferna nedan. Stämmer de med det som beslutades, så justera.</p>
      </Notice>
    ) : null}
    <div class="split aside-first">
      <div>
        <Actions actions={props.actions} />
        <section aria-labelledby="justerare">
          <h2 id="justerare">Justerare</h2>
          <ul>
            {props.certifiers.map(({ name, hasSigned }) => (
              <li>
                {name} {hasSigned ? <Mark tone="good">har justerat</Mark> : <Mark>väntar</Mark>}
              </li>
            ))}
          </ul>
        </section>
        <Papers papers={props.papers} />
      </div>
      <div>
        <Facts
          rows={[
            [
              'Sammanträde',
              props.meeting.href === undefined ? (
                props.meeting.name
              ) : (
                <a href={props.meeting.href}>{props.meeting.name}</a>
              ),
            ],
            ['Justerat', props.certifiedOn === undefined ? undefined : <Day on={props.certifiedOn} />],
            ['Anslaget', props.postedOn === undefined ? undefined : <Day on={props.postedOn} />],
          ]}
        />
        <Matters matters={props.matters} />
        <Days days={props.days} />
        <Appeals appeals={props.appeals} />
      </div>
    </div>
  </OfficePage>
);
