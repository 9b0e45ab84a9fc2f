import { theBoard } from '../../domain/claims.ts';
import type { DeliberationFacts, DeliberationTexts, Roll } from '../../domain/deliberation.ts';
import { firstInSentence, listed } from '../letters/words.ts';
import { type Block, heading, list, say, section } from './content.ts';
import { quoted } from './prose.ts';
import { clausesNamed } from './wording.ts';

/** How a matter was dealt with, and how people in it are named: `Anna Ek (S)`. */
export interface DealtWith {
  readonly facts: DeliberationFacts;
  readonly texts?: DeliberationTexts | undefined;
  /** The board's name, for what it has proposed itself. */
  readonly board: string;
  readonly nameOf: (memberId: string) => string;
}

type Claim = DeliberationFacts['claims'][number];
type Proposition = DeliberationFacts['propositions'][number];
type Round = Proposition['rounds'][number];

/** What somebody claims, after `yrkar`. */
const claimed = ({ kind, clauses }: Claim): string => {
  const what = clausesNamed(clauses);
  switch (kind) {
    case 'GRANT':
      return `bifall till ${what}`;
    case 'REJECT':
      return `avslag på ${what}`;
    case 'ANSWER':
      return `att ${what} ska anses ${clauses.length > 1 ? 'besvarade' : 'besvarad'}`;
    case 'AMEND':
      return `ändring i fråga om ${what}`;
    case 'ADD':
      return 'tillägg till beslutet';
    case 'WRITE_OFF':
      return `att ${what} ska avskrivas`;
    case 'REFER_BACK':
      return 'återremiss';
    case 'POSTPONE':
      return 'bordläggning';
  }
};

const refusedBecause = ({ finding }: Claim): string =>
  finding === 'unlawful'
    ? 'Ordföranden ställer inte proposition på yrkandet, som skulle strida mot lag (5 kap. 57 § kommunallagen).'
    : 'Ordföranden ställer inte proposition på yrkandet, som väcker ett nytt ärende (5 kap. 57 § kommunallagen).';

const moverOf = ({ mover }: Claim, { board, nameOf }: DealtWith) =>
  mover === theBoard ? firstInSentence(board) : nameOf(mover);

/** The claims that were not withdrawn (KL 5:67 p. 1). */
const claimBlocks = (dealt: DealtWith): Block[] =>
  dealt.facts.claims
    .filter(({ state }) => state !== 'withdrawn')
    .flatMap((claim) => {
      const words = dealt.texts?.claims.find(({ claimNo }) => claimNo === claim.claimNo)?.text;
      return [
        say(
          `Yrkande ${claim.claimNo}. ${moverOf(claim, dealt)} yrkar ${claimed(claim)}.`,
          claim.state === 'refused' ? refusedBecause(claim) : undefined,
        ),
        ...(words === undefined ? [] : quoted(words)),
      ];
    });

/** One side of a proposition: a claim by its number, or no to the one it is put against. */
const sideOf = (side: number | null, against: number | null, { about }: Proposition): string => {
  if (side !== null) return `yrkande ${side}`;
  return about === 'deferral' ? 'att ärendet avgörs i dag' : `avslag på yrkande ${against}`;
};

/** What a round came to: where no won over a claim by itself, or over all that were put, they have fallen. */
const resultOf = (round: Round, { about, claims }: Proposition): string => {
  if (round.carried !== null) return `yrkande ${round.carried} har vunnit bifall${chosenWith(round)}`;
  if (about === 'deferral') return 'ärendet ska avgöras i dag';
  const put = round.kind === 'among' ? null : (round.yes ?? round.no);
  return `yrkande ${listed((put === null ? claims : [put]).map(String))} har fallit`;
};

const countOf = ({ yes, no, abstain }: Roll): string =>
  `${yes.length} ja, ${no.length} nej och ${abstain.length} som avstår`;

const chosenWith = (round: Round): string => {
  if (round.minority === undefined) return '';
  return ` på begäran av en minoritet om ${round.minority.length} ledamöter (5 kap. 50 § kommunallagen)`;
};

const roundSentence = (round: Round, of: Proposition): string => {
  const result = resultOf(round, of);
  if (round.kind === 'among' || round.method === 'acclamation') return `Ordföranden finner att ${result}.`;
  const put = round.kind === 'counter' ? 'Motförslag väljs genom omröstning.' : 'Omröstning begärs.';
  const meaning = `Ja för ${sideOf(round.yes, round.no, of)}, nej för ${sideOf(round.no, round.yes, of)}.`;
  const count = round.votes === undefined ? '' : ` Resultat: ${countOf(round.votes)}.`;
  const casting =
    round.castingVote === undefined ? '' : ' Ordförandens röst avgör (5 kap. 56 § kommunallagen).';
  return `${put} ${meaning}${count}${casting} ${firstInSentence(result)}.`;
};

const rollBlock = ({ yes, no, abstain }: Roll, nameOf: DealtWith['nameOf']): Block => {
  const line = (label: string, members: readonly string[]) =>
    members.length === 0 ? [] : [`${label} (${members.length}): ${members.map(nameOf).join(', ')}`];
  return list([...line('Ja', yes), ...line('Nej', no), ...line('Avstår', abstain)]);
};

/** Propositions in order, votes with who voted how, and what they came to (KL 5:67 p. 2, 3 and 5). */
const propositionBlocks = (dealt: DealtWith): Block[] =>
  dealt.facts.propositions.flatMap((put) => [
    say(
      `Ordföranden ställer proposition ${put.about === 'deferral' ? 'på om ärendet ska avgöras i dag' : `i fråga om ${clausesNamed(put.about)}`}`,
      `på yrkande ${listed(put.claims.map(String))}.`,
    ),
    ...put.rounds.flatMap((round) => [
      say(roundSentence(round, put)),
      ...(round.kind !== 'among' && round.votes !== undefined ? [rollBlock(round.votes, dealt.nameOf)] : []),
    ]),
  ]);

/** Reservations against the decision (KL 4:27, 5:67 p. 6). */
const reservationBlocks = ({ facts, texts, nameOf }: DealtWith): Block[] =>
  facts.reservations.flatMap(({ memberId, against = [] }) => {
    const words = texts?.reservations.find((each) => each.memberId === memberId)?.text;
    const about = against.length === 0 ? 'beslutet' : `beslutet i fråga om ${clausesNamed(against)}`;
    return [
      say(`${nameOf(memberId)} reserverar sig mot ${about}.`),
      ...(words === undefined ? [] : quoted(words)),
    ];
  });

const statementBlocks = (
  members: readonly string[],
  texts: DeliberationTexts['minuteNotes'] | undefined,
  nameOf: DealtWith['nameOf'],
): Block[] =>
  members.flatMap((memberId) => [
    heading(nameOf(memberId), 2),
    ...quoted(texts?.find((each) => each.memberId === memberId)?.text ?? ''),
  ]);

/** What the minutes hold of a matter besides its decision, in the order of KL 5:67 (for the board 6:35). */
export const deliberationBlocks = (dealt: DealtWith): Block[] => {
  const { facts, texts, nameOf } = dealt;
  return [
    ...section('Yrkanden', claimBlocks(dealt)),
    ...section('Propositionsordning och omröstning', propositionBlocks(dealt)),
    ...section('Reservationer', reservationBlocks(dealt)),
    ...section(
      'Särskilda yttranden',
      statementBlocks(facts.separateStatements, texts?.separateStatements, nameOf),
    ),
    ...section('Protokollsanteckningar', statementBlocks(facts.minuteNotes, texts?.minuteNotes, nameOf)),
  ];
};
