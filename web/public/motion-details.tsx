import { protectedName } from '../../domain/members.ts';
import type { Dissent, PublicDetails } from '../../domain/public-details.ts';
import type { PublicHappening } from '../../domain/public-history.ts';
import type { PublicMotion } from '../../domain/public-motion.ts';
import { capitalised } from '../../domain/public-state.ts';
import type { Chrome } from '../chrome.ts';
import { Dated, Day, Prose } from '../components/lists.tsx';
import { Notice } from '../components/notice.tsx';

type Bodies = Chrome['organisation']['bodies'];

/** Why something is not shown, where a reader would look for it. */
const NotShown = ({ what = 'Varför visas det inte?', children }: { what?: string; children: string }) => (
  <details>
    <summary>{what}</summary>
    <p class="prose">{children}</p>
  </details>
);

const whyNoAnswer = ({ boardProposal, decision, withheld }: PublicMotion, { board }: Bodies): string => {
  if (withheld !== undefined)
    return `Ärendet är märkt med att uppgifter i det kan vara hemliga (${withheld.provision}). Be registratorn om svaret.`;
  if (boardProposal !== undefined)
    return 'Svaret finns hos registratorn. Det har inte lagts ut här, för att ärendet är äldre än det här registret eller för att svaret gavs på papper.';
  return decision === undefined
    ? `Svaret är ett utkast tills ${board} har lämnat sitt förslag. Utkast är inte allmänna handlingar (2 kap. 12 § tryckfrihetsförordningen). När ${board} har behandlat motionen visas svaret här.`
    : `Motionen avgjordes utan att ${board} lämnade något förslag. Ett utkast till svar som inte har skickats ut är ingen allmän handling (2 kap. 12 § tryckfrihetsförordningen).`;
};

/** What has become of an earlier answer: sent back, or gone with a decision that a court has annulled. */
const whyEarlier = ({ decision, status }: PublicMotion): string => {
  if (decision !== undefined) return 'Det här svaret gällde inte längre när motionen avgjordes.';
  return status === 'WithdrawalPending'
    ? 'Det här svaret lämnades till fullmäktige innan motionen återtogs.'
    : 'Det här svaret gäller inte längre. Ärendet bereds på nytt och får ett nytt svar.';
};

/** The answer, or why it is not shown. */
export const Answer = ({
  motion,
  answer,
  bodies,
}: {
  motion: PublicMotion;
  answer: PublicDetails['answer'];
  bodies: Bodies;
}) => (
  <section aria-labelledby="svar">
    <h2 id="svar">Svaret</h2>
    {answer === undefined ? (
      <>
        <p>Inget svar visas{motion.decision === undefined ? ' än' : ''}.</p>
        <NotShown>{whyNoAnswer(motion, bodies)}</NotShown>
      </>
    ) : (
      <>
        {answer.isEarlier === undefined ? null : <p>{whyEarlier(motion)}</p>}
        {answer.sections.map(({ heading, text }) => (
          <>
            {heading === '' ? null : <h3>{heading}</h3>}
            <Prose text={text} />
          </>
        ))}
      </>
    )}
  </section>
);

const againstText = ({ against }: Dissent): string => {
  const clauses = (against ?? []).filter((each) => each !== 'whole');
  return clauses.length === 0 ? '' : `, mot att-sats ${clauses.join(', ')}`;
};

const kindNames = { reservation: 'Reservation', statement: 'Särskilt yttrande' } as const;

/** Reservations and statements, where there are any. */
export const Dissents = ({ dissents, bodies }: Pick<PublicDetails, 'dissents'> & { bodies: Bodies }) =>
  dissents.length === 0 ? null : (
    <section aria-labelledby="reservationer">
      <h2 id="reservationer">Reservationer och yttranden</h2>
      {dissents.map((each) => (
        <div class="clause">
          <p>
            <strong>
              {kindNames[each.kind]} i {bodies[each.body]}
            </strong>
            : {each.name} ({each.party}){againstText(each)}
          </p>
          {each.text === undefined ? null : <Prose text={each.text} />}
        </div>
      ))}
    </section>
  );

/** What has happened, the latest last. */
export const History = ({
  history,
  motion,
}: {
  history: readonly PublicHappening[];
  motion: PublicMotion;
}) => (
  <section aria-labelledby="historik">
    <h2 id="historik">Vad som har hänt</h2>
    <ul class="days">
      <li>
        <Day on={motion.receivedOn} /> <span>Motionen kom in.</span>
      </li>
      {history.map(({ on, text }) => (
        <li>
          <Day on={on} />{' '}
          <span>
            <Dated text={capitalised(text)} />
          </span>
        </li>
      ))}
    </ul>
    {history.length === 0 ? <p>Det som hänt därefter har inte antecknats i det här registret än.</p> : null}
    <NotShown what="Varför står inte allt här?">
      Här står det som är allmänt: vad som kommit in, vad som skickats och vad som beslutats. Arbetet med
      utkast till svar visas inte, och inte vilka tjänstepersoner som har arbetat med det.
    </NotShown>
  </section>
);

/** Why the texts are not shown, while the case is marked as possibly secret (OSL 5:5). */
export const Withheld = ({ motion: { withheld } }: { motion: PublicMotion }) =>
  withheld === undefined ? null : (
    <Notice title="Texten visas inte">
      <p>
        Ärendet är märkt med att uppgifter i det kan vara hemliga ({withheld.provision}). Märkningen är en
        varning och inget beslut: be registratorn om handlingarna, så prövas det om de kan lämnas ut (6 kap.
        offentlighets- och sekretesslagen).
      </p>
    </Notice>
  );

/** Why a mover has no name, where one has none. */
export const MaskedName = ({ motion, dissents }: { motion: PublicMotion; dissents: readonly Dissent[] }) =>
  [...motion.movers, ...dissents].some(({ name }) => name === protectedName) ? (
    <NotShown what="Varför saknas ett namn?">
      En person har skyddade personuppgifter. Då visas inte namnet (22 kap. 1 § offentlighets- och
      sekretesslagen). Motionen och partiet är offentliga ändå.
    </NotShown>
  ) : null;
