import type { OfficeChrome } from '../chrome.ts';
import { Day, Table } from '../components/lists.tsx';
import { Mark, Notice } from '../components/notice.tsx';
import { type CaseHead, CasePage } from './case-page.tsx';

/** An event of the log, in words. */
export interface EventLine {
  readonly number: number;
  readonly what: string;
  readonly who: string;
  readonly occurredOn: string;
  /** The day and time it was keyed in. */
  readonly recordedAt: string;
  readonly row: string;
  readonly rule: string;
  readonly hash: string;
  /** What it says is somebody's draft; that it happened is not hidden. */
  readonly isWithheld: boolean;
}

interface EventsPageProps {
  readonly chrome: OfficeChrome;
  readonly head: CaseHead;
  readonly events: readonly EventLine[];
  /** The number of the first event that does not fit in the chain; undefined when all do. */
  readonly brokenAt: number | undefined;
  /** The notes made in the case, for who may read them. */
  readonly notes: readonly { readonly on: string; readonly who: string; readonly text: string }[];
}

const Chain = ({ events, brokenAt }: Pick<EventsPageProps, 'events' | 'brokenAt'>) =>
  brokenAt === undefined ? (
    <Notice tone="good" title="Händelserna är orörda">
      <p>
        {events.length === 1
          ? 'Den enda händelsen är kontrollräknad nu: den är inte ändrad, och ingen fattas.'
          : `Alla ${events.length} händelser är kontrollräknade nu: ingen fattas, ingen är ändrad, och var och en bär avtrycket av den före.`}
      </p>
    </Notice>
  ) : (
    <Notice tone="bad" title={`Kedjan är bruten vid händelse ${brokenAt}`}>
      <p>
        Händelsen stämmer inte med sitt avtryck eller med händelsen före. Något har ändrats utanför systemet.
        Säg till den som ansvarar för driften och till revisorn.
      </p>
    </Notice>
  );

/** All that has happened in a case, oldest first, with the chain recomputed as the page is made. */
export const eventsPage = ({ chrome, head, events, brokenAt, notes }: EventsPageProps) => (
  <CasePage chrome={chrome} head={head}>
    <Chain events={events} brokenAt={brokenAt} />
    {notes.length === 0 ? null : (
      <section aria-labelledby="anteckningar">
        <h2 id="anteckningar">Tjänsteanteckningar</h2>
        {notes.map(({ on, who, text }) => (
          <div class="clause text">
            <p class="over">
              <Day on={on} />, {who}
            </p>
            <p>{text}</p>
          </div>
        ))}
      </section>
    )}
    <Table
      caption="Händelser"
      rows={events}
      columns={[
        { label: 'Nr', cell: ({ number }) => number, isNumber: true },
        {
          label: 'Händelse',
          cell: ({ what, isWithheld, number, hash }) => (
            <>
              {what} {isWithheld ? <Mark>innehållet är ett utkast</Mark> : null}
              {number === brokenAt ? <Mark tone="bad">stämmer inte</Mark> : null}
              <br />
              <small class="hash">{hash.slice(0, 16)}</small>
            </>
          ),
        },
        { label: 'Av', cell: ({ who }) => who },
        { label: 'Skedde', cell: ({ occurredOn }) => <Day on={occurredOn} /> },
        { label: 'Antecknad', cell: ({ recordedAt }) => <span class="date">{recordedAt}</span> },
        { label: 'Regel', cell: ({ rule, row }) => `${rule} (rad ${row})` },
      ]}
    />
  </CasePage>
);
