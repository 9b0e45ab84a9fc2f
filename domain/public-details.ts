import { z } from 'zod';
import type { CalendarDate } from './calendar-date.ts';
import type { DeliberationFacts, DeliberationTexts } from './deliberation.ts';
import type { AnswerText, DocumentRef } from './documents.ts';
import { type Member, partyOn, publicName } from './members.ts';
import type { Motion } from './motion.ts';
import { clauseRef } from './outcome.ts';
import { namesTakenOut, protectedNamesOf } from './protected-names.ts';
import { isMarkedSecret } from './secrecy.ts';

/** Somebody who took part and did not stand behind the decision, or had more to say (KL 4:27; domain.md §5). */
const dissent = z.object({
  body: z.enum(['board', 'council']),
  kind: z.enum(['reservation', 'statement']),
  name: z.string(),
  party: z.string(),
  /** The clauses it is against; absent for all of them. */
  against: z.array(clauseRef).optional(),
  text: z.string().optional(),
});
export type Dissent = z.infer<typeof dissent>;

/**
 * The longer texts of a motion's public view, beside it: what the list does not need. The answer is public once the
 * board has proposed (TF 2:12); what was reserved stands in the minutes (KL 5:67, 6:35).
 */
export const publicDetails = z.object({
  // No bounds: what stands in place of a name can be longer than the name.
  answer: z
    .object({
      title: z.string(),
      sections: z.array(z.object({ heading: z.string(), text: z.string() })),
      /** Set for the answer of an earlier preparation: the matter has come back since, and is answered anew. */
      isEarlier: z.literal(true).optional(),
    })
    .optional(),
  dissents: z.array(dissent),
});
export type PublicDetails = z.infer<typeof publicDetails>;

/** How one body dealt with the motion, where it is noted. */
interface Dealt {
  readonly body: Dissent['body'];
  readonly on: CalendarDate;
  readonly deliberation: DeliberationFacts | undefined;
  readonly texts: DocumentRef | undefined;
}

const dealtWith = (record: Motion): readonly Dealt[] => {
  const proposal = 'boardProposal' in record ? record.boardProposal : undefined;
  const decision = 'decision' in record ? record.decision : undefined;
  return [
    ...(proposal === undefined ? [] : [dealt('board', proposal)]),
    ...(decision === undefined ? [] : [dealt('council', decision)]),
  ];
};

const dealt = (
  body: Dissent['body'],
  {
    at,
    deliberation,
    texts,
  }: Extract<Motion, { status: 'Decided' }>['decision'] | NonNullable<ProposalOf<Motion>>,
): Dealt => ({ body, on: at.meetingDate, deliberation, texts });

type ProposalOf<M> = M extends { boardProposal?: infer P } ? P : never;

/** The answer that is public: the one the board has proposed on, or sent on without a stand of its own. */
const presentAnswer = (record: Motion): DocumentRef | undefined =>
  'boardProposal' in record && record.boardProposal !== undefined && 'answer' in record
    ? record.answer?.document
    : undefined;

/** What has become public stays so: the answer that was sent back is shown until there is another (TF 2:10). */
const answerOf = (record: Motion): DocumentRef | undefined =>
  presentAnswer(record) ?? ('earlierAnswer' in record ? record.earlierAnswer : undefined);

/** The documents whose texts the details hold: none while the case is marked as possibly secret (OSL 5:5). */
export const documentsOfDetails = (record: Motion): readonly DocumentRef[] =>
  isMarkedSecret(record)
    ? []
    : [answerOf(record), ...dealtWith(record).map(({ texts }) => texts)].filter((each) => each !== undefined);

/** The members named in the details: those who have reserved, or made a statement of their own. */
export const membersOfDetails = (record: Motion): readonly string[] => [
  ...new Set(
    dealtWith(record).flatMap(({ deliberation }) =>
      deliberation === undefined
        ? []
        : [...deliberation.reservations.map(({ memberId }) => memberId), ...deliberation.separateStatements],
    ),
  ),
];

/** What the details are made of, to tell whether a change touches them. */
export const sourcesOfDetails = (record: Motion | undefined): string =>
  record === undefined
    ? ''
    : JSON.stringify([presentAnswer(record), documentsOfDetails(record), membersOfDetails(record)]);

/** The texts kept, by document. A text that is gone is left out. */
export interface DetailTexts {
  readonly answer: (documentId: string) => AnswerText | undefined;
  readonly deliberation: (documentId: string) => DeliberationTexts | undefined;
}

/**
 * The details of a motion's public view. A member who is no longer known is left out.
 * @param names of others whose identity is protected, whom the texts may name as well
 */
export const publicDetailsOf = (
  record: Motion,
  texts: DetailTexts,
  members: ReadonlyMap<string, Member>,
  names: readonly string[] = [],
): PublicDetails => {
  const document = answerOf(record);
  const answer = document && texts.answer(document.documentId);
  const write = namesTakenOut([...protectedNamesOf(members.values()), ...names]);
  return publicDetails.parse({
    answer: answer && {
      ...answerWith(write, answer),
      ...(presentAnswer(record) === undefined ? { isEarlier: true } : {}),
    },
    dissents: dealtWith(record)
      .flatMap((each) => dissentsOf(each, texts, members))
      .map((each) => (each.text === undefined ? each : { ...each, text: write(each.text) })),
  });
};

const answerWith = (write: (text: string) => string, { title, sections }: AnswerText): AnswerText => ({
  title: write(title),
  sections: sections.map(({ heading, text }) => ({ heading: write(heading), text: write(text) })),
});

const dissentsOf = (
  { body, on, deliberation, texts: ref }: Dealt,
  texts: DetailTexts,
  members: ReadonlyMap<string, Member>,
): Dissent[] => {
  if (deliberation === undefined) return [];
  const said = ref && texts.deliberation(ref.documentId);
  const by = (memberId: string, kind: Dissent['kind'], more: Pick<Dissent, 'against' | 'text'>) => {
    const who = members.get(memberId);
    return who === undefined ? [] : [{ body, kind, name: publicName(who), party: partyOn(who, on), ...more }];
  };
  const textBy = (memberId: string, all: DeliberationTexts['reservations'] | undefined) =>
    all?.find((each) => each.memberId === memberId)?.text;
  return [
    ...deliberation.reservations.flatMap(({ memberId, against }) =>
      by(memberId, 'reservation', { against, text: textBy(memberId, said?.reservations) }),
    ),
    ...deliberation.separateStatements.flatMap((memberId) =>
      by(memberId, 'statement', { text: textBy(memberId, said?.separateStatements) }),
    ),
  ];
};
