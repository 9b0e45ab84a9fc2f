import type { PublicNotice } from '../../domain/public-notice.ts';
import { capitalised } from '../../domain/public-state.ts';
import type { Chrome } from '../chrome.ts';
import { Day, Facts } from '../components/lists.tsx';
import { Empty, Mark } from '../components/notice.tsx';
import { PublicPage } from '../layout.tsx';
import { type MeetingRow, MotionLinks } from './meetings-page.tsx';

export interface PostedNotice extends PublicNotice {
  readonly motions: MeetingRow['motions'];
  /** The first day it may come down: the day after the last for appeal. */
  readonly upUntil: string | undefined;
}

export interface NoticeBoardPage {
  readonly up: readonly PostedNotice[];
  /** Certified, and not up yet; the day by which it must be (KL 8:12). */
  readonly waiting: readonly { readonly notice: PublicNotice; readonly postBy: string }[];
  readonly earlier: readonly PublicNotice[];
  readonly announced: readonly MeetingRow[];
  /** Where questions go, and where minutes can be read. */
  readonly contact: string;
}

type Bodies = Chrome['organisation']['bodies'];

const Posted = ({ notice, bodies }: { notice: PostedNotice; bodies: Bodies }) => (
  <li class="card">
    <h3>
      Protokoll från {bodies[notice.body]} <Day on={notice.meetingDate} />
    </h3>
    <Facts
      rows={[
        ['Justerat', <Day on={notice.certifiedOn} />],
        ['Anslaget', notice.postedOn && <Day on={notice.postedOn} />],
        ['Tas ner tidigast', notice.upUntil && <Day on={notice.upUntil} />],
        [
          'Kan överklagas',
          notice.body === 'board' ? (
            'Styrelsens förslag till fullmäktige kan inte överklagas (13 kap. 2 § kommunallagen).'
          ) : (
            <>till och med {notice.lastAppealDay && <Day on={notice.lastAppealDay} />}</>
          ),
        ],
        ['Motioner', <MotionLinks motions={notice.motions} />],
      ]}
    />
  </li>
);

const Announced = ({ row, bodies }: { row: MeetingRow; bodies: Bodies }) => (
  <li class="card">
    <h3>
      {capitalised(bodies[row.body])} sammanträder <Day on={row.date} />
    </h3>
    <Facts
      rows={[
        ['Tid', row.meeting?.startsAt && `kl. ${row.meeting.startsAt}`],
        ['Plats', row.meeting?.place],
        ['Kungjort', row.meeting?.announcedOn && <Day on={row.meeting.announcedOn} />],
        ['Motioner', <MotionLinks motions={row.motions} />],
      ]}
    />
  </li>
);

/** How a decision is appealed (KL 13:1–8). */
const HowToAppeal = ({ contact }: Pick<NoticeBoardPage, 'contact'>) => (
  <section aria-labelledby="overklaga" class="prose">
    <h2 id="overklaga">Så överklagar du</h2>
    <p>
      Den som är medlem i regionen kan begära att förvaltningsrätten prövar om ett beslut är lagligt (13 kap.
      kommunallagen). Medlem är den som är medlem i en kommun i regionen: den som är folkbokförd där, äger
      fast egendom där eller ska betala kommunalskatt där.
    </p>
    <ul>
      <li>Skriv till förvaltningsrätten. Tala om vilket beslut det gäller och vad som är fel med det.</li>
      <li>
        Överklagandet ska ha kommit in inom tre veckor från den dag då det tillkännagavs här att protokollet
        har justerats. Tiden gäller bara om anslaget har varit uppe hela tiden (5 §).
      </li>
      <li>Kommer det till regionen i stället, men i tid, prövas det ändå (6 §).</li>
      <li>
        Domstolen kan upphäva beslutet om det inte har kommit till på lagligt sätt, rör något som inte är
        regionens sak, är fattat av fel organ eller på annat sätt strider mot lag (8 §). Den kan inte sätta
        ett annat beslut i stället.
      </li>
    </ul>
    <p>
      Protokollen finns hos registratorn. Fråga på <a href={`mailto:${contact}`}>{contact}</a>.
    </p>
  </section>
);

const Waiting = ({ waiting, bodies }: Pick<NoticeBoardPage, 'waiting'> & { bodies: Bodies }) =>
  waiting.length === 0 ? null : (
    <>
      <h3>Justerade, ska anslås</h3>
      <ul>
        {waiting.map(({ notice, postBy }) => (
          <li>
            Protokoll från {bodies[notice.body]} <Day on={notice.meetingDate} />, justerat{' '}
            <Day on={notice.certifiedOn} />, anslås senast <Day on={postBy} />
            {notice.foundDownOn === undefined ? null : (
              <>
                {' '}
                <Mark tone="warn">
                  togs ner för tidigt <Day on={notice.foundDownOn} />
                </Mark>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );

const Earlier = ({ earlier, bodies }: Pick<NoticeBoardPage, 'earlier'> & { bodies: Bodies }) =>
  earlier.length === 0 ? null : (
    <details>
      <summary>Har varit anslagna det senaste året</summary>
      <ul>
        {earlier.map((notice) => (
          <li>
            Protokoll från {bodies[notice.body]} <Day on={notice.meetingDate} />: anslaget{' '}
            {notice.postedOn && <Day on={notice.postedOn} />}, kunde överklagas till och med{' '}
            {notice.lastAppealDay && <Day on={notice.lastAppealDay} />}
          </li>
        ))}
      </ul>
    </details>
  );

/** The digital notice board (KL 8:9–12): certified minutes and announced meetings, and how to appeal. */
export const noticeBoardPage = ({ chrome, ...given }: NoticeBoardPage & { chrome: Chrome }) => {
  const { bodies } = chrome.organisation;
  return (
    <PublicPage title="Anslagstavla" chrome={chrome}>
      <h1>Anslagstavla</h1>
      <p class="lead">
        Här tillkännages justerade protokoll och kommande sammanträden (8 kap. 9–12 §§ kommunallagen).
      </p>
      <section aria-labelledby="protokoll">
        <h2 id="protokoll">Justerade protokoll</h2>
        {given.up.length === 0 ? (
          <Empty>
            <p>
              Inget protokoll är anslaget just nu. Ett protokoll anslås senast andra dagen efter att det har
              justerats och är uppe tills tiden för att överklaga har gått ut.
            </p>
          </Empty>
        ) : (
          <ul class="cards">
            {given.up.map((notice) => (
              <Posted notice={notice} bodies={bodies} />
            ))}
          </ul>
        )}
        <Waiting waiting={given.waiting} bodies={bodies} />
        <Earlier earlier={given.earlier} bodies={bodies} />
      </section>
      <section aria-labelledby="kungorelser">
        <h2 id="kungorelser">Kommande sammanträden</h2>
        {given.announced.length === 0 ? (
          <Empty>
            <p>
              Inget sammanträde är kungjort just nu. Fullmäktiges sammanträden kungörs minst en vecka före.
              Alla planerade dagar finns under <a href="/sammantraden">Sammanträden</a>.
            </p>
          </Empty>
        ) : (
          <ul class="cards">
            {given.announced.map((row) => (
              <Announced row={row} bodies={bodies} />
            ))}
          </ul>
        )}
      </section>
      <HowToAppeal contact={given.contact} />
    </PublicPage>
  );
};
