import type { ClauseRef } from '../../domain/outcome.ts';
import { outcomeName } from '../../domain/outcome.ts';
import type { PublicDetails } from '../../domain/public-details.ts';
import type { PublicHappening } from '../../domain/public-history.ts';
import type { PublicMotion } from '../../domain/public-motion.ts';
import { capitalised, type NextStep } from '../../domain/public-state.ts';
import type { PublicStep } from '../../domain/public-steps.ts';
import type { Chrome } from '../chrome.ts';
import { Crumbs, Dated, Day, Facts, Prose } from '../components/lists.tsx';
import { Mark } from '../components/notice.tsx';
import { PublicPage } from '../layout.tsx';
import { Answer, Dissents, History, MaskedName, Withheld } from './motion-details.tsx';
import { moversText } from './movers.tsx';
import { DayWords } from './next-step.tsx';

/** The year of a motion that is not decided (KL 5:35). */
export interface YearLine {
  readonly anniversary: string;
  /** Days to the anniversary; negative when it has passed. */
  readonly daysLeft: number;
  readonly lastMeeting: string | undefined;
}

export interface MotionPage {
  readonly motion: PublicMotion;
  readonly sentence: string;
  readonly steps: readonly PublicStep[];
  readonly year: YearLine | undefined;
  readonly next: NextStep | undefined;
  readonly details: PublicDetails & { readonly history: readonly PublicHappening[] };
}

const unseenOf = { done: 'klart: ', present: 'pågår: ', coming: 'kommer: ' } as const;

const Steps = ({ steps }: Pick<MotionPage, 'steps'>) => (
  <ol class="steps">
    {steps.map(({ label, where, on, how }) => (
      <li
        class={where === 'done' ? 'done' : undefined}
        aria-current={where === 'present' ? 'step' : undefined}
      >
        <span class="unseen">{unseenOf[where]}</span>
        {label}
        {on === undefined ? null : (
          <>
            {' '}
            <small>
              <DayWords on={on} how={how} />
            </small>
          </>
        )}
      </li>
    ))}
  </ol>
);

/** Days left of the year, in words. */
const daysText = (days: number): string => {
  const count = Math.abs(days) === 1 ? '1 dag' : `${Math.abs(days)} dagar`;
  return days < 0 ? `passerades för ${count} sedan` : `${count} kvar`;
};

const Year = ({ year, motion }: Pick<MotionPage, 'motion'> & { year: YearLine }) => (
  <>
    <p>
      <strong>
        Ettårsgräns <Day on={year.anniversary} />, {daysText(year.daysLeft)}
      </strong>
    </p>
    {year.lastMeeting === undefined || year.daysLeft < 0 ? null : (
      <p>
        Sista sammanträdet med fullmäktige inom året är <Day on={year.lastMeeting} />.
      </p>
    )}
    <Late motion={motion} />
    <p>
      <small>
        En motion bör beslutas inom ett år. Annars ska förseningen redovisas för fullmäktige (5 kap. 35 §
        kommunallagen).
      </small>
    </p>
  </>
);

const Late = ({ motion: { lateReport } }: Pick<MotionPage, 'motion'>) =>
  lateReport === undefined ? null : (
    <p>
      Förseningen redovisades för fullmäktige <Day on={lateReport.meetingDate} />.
      {lateReport.plannedOn === undefined ? null : (
        <>
          {' '}
          Beslut planeras <Day on={lateReport.plannedOn} />.
        </>
      )}
    </p>
  );

type Outcomes = readonly { readonly clause: ClauseRef; readonly outcome: keyof typeof outcomeName }[];

const outcomeOf = (all: Outcomes | undefined, clauseNo: number): string | undefined => {
  const found =
    all?.find(({ clause }) => clause === clauseNo) ?? all?.find(({ clause }) => clause === 'whole');
  return found && capitalised(outcomeName[found.outcome]);
};

const isAnswered = ({ boardProposal, decision }: PublicMotion): boolean =>
  [...(boardProposal?.proposals ?? []), ...(decision?.decisions ?? [])].some(
    ({ outcome }) => outcome === 'ANSWERED',
  );

const Clauses = ({ motion, chrome }: Pick<MotionPage, 'motion'> & { chrome: Chrome }) => {
  const { boardProposal, decision, withdrawnClauses = [] } = motion;
  const { board, council } = chrome.organisation.bodies;
  const shown = motion.clauses.length > 0 ? motion.clauses : [{ clauseNo: 0, text: 'Motionen i sin helhet' }];
  return (
    <section aria-labelledby="att-satser">
      <h2 id="att-satser">Motionens förslag</h2>
      <div class="scroll">
        <table class="stack clauses">
          <caption class="unseen">Vad motionen föreslår, styrelsens förslag och fullmäktiges beslut</caption>
          <thead>
            <tr>
              <th scope="col">Att-sats</th>
              <th scope="col">{capitalised(board)} föreslår</th>
              <th scope="col">{capitalised(council)} beslutade</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ clauseNo, text }) => (
              <tr>
                <td>
                  {clauseNo === 0 ? null : `${clauseNo}. `}
                  {text} {withdrawnClauses.includes(clauseNo) ? <Mark tone="warn">återtagen</Mark> : null}
                </td>
                <td data-label={`${capitalised(board)} föreslår`}>
                  {outcomeOf(boardProposal?.proposals, clauseNo) ?? '–'}
                </td>
                <td data-label={`${capitalised(council)} beslutade`}>
                  <strong>{outcomeOf(decision?.decisions, clauseNo) ?? '–'}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {decision?.deviatesFromBoard === true ? (
        <p>Fullmäktige beslutade annorlunda än styrelsen hade föreslagit.</p>
      ) : null}
      {boardProposal === undefined && decision === undefined ? (
        <p>
          <small>Förslaget visas när {board} har behandlat motionen.</small>
        </p>
      ) : null}
      {isAnswered(motion) ? (
        <p>
          <small>
            Anses besvarad är varken ja eller nej: fullmäktige tar inte ställning, ofta för att arbetet redan
            pågår.
          </small>
        </p>
      ) : null}
    </section>
  );
};

const Meetings = ({ motion, chrome }: Pick<MotionPage, 'motion'> & { chrome: Chrome }) => {
  const { board, council } = chrome.organisation.bodies;
  const rows = [
    {
      key: 'board',
      body: board,
      on: motion.boardProposal?.meetingDate,
      paragraph: motion.boardProposal?.paragraph,
    },
    { key: 'board', body: board, on: motion.boardMeeting, paragraph: undefined },
    { key: 'council', body: council, on: motion.councilMeeting, paragraph: undefined },
    {
      key: 'council',
      body: council,
      on: motion.decision?.meetingDate,
      paragraph: motion.decision?.paragraph,
    },
  ].flatMap(({ on, ...rest }) => (on === undefined ? [] : [{ on, ...rest }]));
  return (
    <section aria-labelledby="sammantraden">
      <h2 id="sammantraden">Sammanträden</h2>
      {rows.length === 0 ? (
        <p>Motionen står inte på någon dagordning än.</p>
      ) : (
        <ul>
          {rows.map(({ key, body, on, paragraph }) => (
            <li>
              <a href={`/sammantraden?ar=${on.slice(0, 4)}#${key}-${on}`}>
                {capitalised(body)} <Day on={on} />
              </a>
              {paragraph === undefined ? null : `, ${paragraph}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Next = ({ next, motion }: Pick<MotionPage, 'next' | 'motion'>) => (
  <section aria-labelledby="nasta">
    <h2 id="nasta">Vad som händer nu</h2>
    {next === undefined ? (
      <p>Inget mer. Ärendet är klart.</p>
    ) : (
      <p>
        {next.what}
        {next.on === undefined ? '. Ingen dag är bestämd.' : ', '}
        <DayWords on={next.on} how={next.how} />
        {next.on === undefined ? null : '.'}
      </p>
    )}
    {next === undefined ? null : (
      <p>
        <a href={`/prenumerera?motion=${motion.caseId}`}>Få mejl när något händer</a>
      </p>
    )}
  </section>
);

/** One motion: where it stands, what is proposed and decided, and what happens next. */
export const motionPage = ({ chrome, ...given }: MotionPage & { chrome: Chrome }) => {
  const { motion, sentence, steps, year, next, details } = given;
  const { bodies } = chrome.organisation;
  return (
    <PublicPage
      title={`${motion.registrationNumber} ${motion.title}`}
      chrome={chrome}
      head={<link rel="alternate" type="application/json" href={`/motioner/${motion.caseId}.json`} />}
    >
      <Crumbs trail={[['Motioner', '/']]} />
      <p class="over">Motion {motion.registrationNumber}</p>
      <h1>{motion.title}</h1>
      <p class="lead">
        <Dated text={sentence} />
      </p>
      <div class="split aside-first">
        <div>
          <section aria-labelledby="steg">
            <h2 id="steg">Motionens väg</h2>
            <Steps steps={steps} />
          </section>
          <Next next={next} motion={motion} />
        </div>
        <div>
          <Facts
            rows={[
              ['Motionärer', motion.movers.length === 0 ? 'Uppgift saknas' : moversText(motion.movers)],
              ['Inkom', <Day on={motion.receivedOn} />],
              ['Svar bereds av', motion.unit],
            ]}
          />
          <Withheld motion={motion} />
          <MaskedName motion={motion} dissents={details.dissents} />
          {year === undefined ? null : <Year year={year} motion={motion} />}
          <Clauses motion={motion} chrome={chrome} />
          <Answer motion={motion} answer={details.answer} bodies={bodies} />
          <Dissents dissents={details.dissents} bodies={bodies} />
          <section aria-labelledby="text">
            <h2 id="text">Motionens text</h2>
            <Prose text={motion.body} />
          </section>
          <History history={details.history} motion={motion} />
          <Meetings motion={motion} chrome={chrome} />
          <p>
            <a href={`/motioner/${motion.caseId}.json`}>Samma uppgifter som data (JSON)</a>
          </p>
        </div>
      </div>
    </PublicPage>
  );
};
