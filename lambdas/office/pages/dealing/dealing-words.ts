import type { DeliberationWarning, Judgement } from '../../../../domain/decide/deliberation.ts';
import { outcomeName } from '../../../../domain/outcome.ts';
import { isMoreThanHalf, minorityThreshold } from '../../../../domain/voting.ts';
import type { Reckoning } from '../../../../web/office/dealing-props.ts';
import type { Judged } from './judge-dealing.ts';
import type { Matter } from './matter.ts';

const warnings: Readonly<Record<DeliberationWarning, string>> = {
  'deferral-put-late': 'återremiss och bordläggning brukar avgöras först.',
  'main-claim-missing': 'huvudförslaget brukar hållas utanför motförslagsomgångarna.',
  'order-unusual': 'yrkanden brukar ställas som motförslag mot varandra och sist mot huvudförslaget.',
  'minority-could-defer':
    'en tredjedel röstade för att skjuta upp ärendet. Hade de begärt det som minoritet hade det skjutits upp (KL 5:50).',
  'outcome-left-open': 'allt som yrkades om en att-sats föll. Välj vad som beslutades i stället.',
};

const voteLine = ({ proposition, round, result }: Judgement['votes'][number]): string => {
  const { yes, no, abstain, carried, carriedBy } = result;
  const voted = `${yes} ja, ${no} nej, ${abstain} avstod`;
  const word = carried === 'yes' ? 'ja' : 'nej';
  const why =
    carriedBy === 'casting-vote'
      ? `lika röstetal, ordförandens utslagsröst gav ${word} (KL 5:56)`
      : `${word} vann med ${Math.abs(yes - no)} rösters övervikt (enkel majoritet, KL 5:55)`;
  return `Proposition ${proposition + 1}, omgång ${round + 1}: ${voted}. ${why}.`;
};

/** A clause as a heading names it. */
export const clauseLabel = (clause: number | 'whole'): string =>
  clause === 'whole' ? 'Motionen i sin helhet' : `Att-sats ${clause}`;

/** What the law counts out of the form, in words. */
export const reckoningOf = ({ judgement, outcomes }: Judged): Reckoning | undefined =>
  judgement === undefined
    ? undefined
    : {
        votes: [
          ...judgement.votes.map(voteLine),
          ...(judgement.deferral === undefined
            ? []
            : [
                `Ärendet skjuts upp: ${judgement.deferral === 'POSTPONE' ? 'bordläggning' : 'återremiss'} på ${
                  judgement.deferredBy === 'minority' ? 'en minoritets' : 'majoritetens'
                } begäran.`,
              ]),
        ],
        outcomes: [...outcomes].map(([clause, outcome]) => ({
          clause: clauseLabel(clause),
          outcome: outcomeName[outcome],
        })),
        warnings: judgement.warnings.map((each) => warnings[each]),
      };

const rules = { council: 'KL 5:45', board: 'KL 6:27' } as const;

/** Who is there, and whether they are enough. */
export const presenceSentence = (
  { meeting, attendance, people, body }: Matter,
  seats: number,
  needed: number,
): string => {
  const rule = `Mer än hälften av ${seats} ska vara närvarande, minst ${needed} (${rules[body]}).`;
  if (meeting?.attendance === undefined) return rule;
  if (attendance === undefined) {
    return `${people.length} finns i närvarolistan. Skriv paragrafen och räkna, så visas vilka som tjänstgör då. ${rule}`;
  }
  const { present, disqualified } = attendance;
  const out = disqualified.length === 0 ? '' : `, ${disqualified.length} är jäviga och deltar inte`;
  return `${present.length} tjänstgör vid paragrafen${out}. ${rule}`;
};

/** Said before it is entered: what more than half ask for is no minority's. */
export const noMinority = ({ command, present }: Judged): string[] => {
  if (command?.type !== 'postpone-in-council' && command?.type !== 'refer-back-in-council') return [];
  const { request } = command;
  if (request.by === 'majority' || present === undefined) return [];
  const behind = request.requestedBy?.length ?? request.behind ?? 0;
  return isMoreThanHalf(behind, present)
    ? [
        'Mer än hälften begärde det. Det förs in som majoritetens och tar inte minoritetens rätt i anspråk (KL 5:50).',
      ]
    : [];
};

/** How many a minority must be, counted on those who are there (KL 5:50); nothing in the board. */
export const minorityOf = ({ body, motion }: Matter, present: number | undefined) => {
  if (body === 'board') return undefined;
  const used = motion.minorityDeferralUsed
    ? ' Rätten är redan använd i det här ärendet: nu krävs majoritet.'
    : '';
  if (present === undefined || present === 0) {
    return { sentence: `En tredjedel av de närvarande, avrundat uppåt (KL 5:50).${used}`, needed: undefined };
  }
  const needed = minorityThreshold(present);
  return {
    sentence: `Av ${present} närvarande krävs ${present} / 3, avrundat uppåt: ${needed} (KL 5:50).${used}`,
    needed,
  };
};
