import type { Header } from './find-header.ts';
import type { Recipients } from './find-recipients.ts';
import { personName } from './names.ts';
import { likeNames } from './names-in-doubt.ts';
import type { PaperFields, Warning } from './reading.ts';
import { spelt } from './spelling.ts';
import { datesIn } from './swedish-dates.ts';
import { warn } from './warnings.ts';

interface Seen {
  readonly referredBack: boolean;
  readonly hasMore: boolean;
  readonly header: Header;
  readonly recipients: Recipients;
}

const untilFurther = spelt('\\bgäller tills\\s*vidare\\b');
const motionNumbers = /^\s*(?:[-•]\s*)?Motion\s+(?:nr\.?\s*)?\d{1,4}[-/:]\d{2,4}/gimu;

/** What is there and should not be, or does not agree with the rest. */
export const oddities = (
  text: string,
  {
    kind,
    date,
    registrationNumber,
    followUpBy,
  }: Pick<PaperFields, 'kind' | 'date' | 'registrationNumber' | 'followUpBy'>,
  { referredBack, hasMore, header, recipients }: Seen,
): Warning[] => {
  const reference = header.reference?.value;
  const isWords = registrationNumber === null && reference !== undefined && !/\d/u.test(reference);
  return [
    ...(hasMore ? [warn('more_signatories')] : []),
    ...(isWords ? [warn('reference_is_words', `Där står "${reference}".`)] : []),
    ...(referredBack ? [warn('referred_back')] : []),
    ...(recipients.template === undefined ? [] : [warn('template_text')]),
    ...(kind === 'agreement' && followUpBy === null && untilFurther.test(text)
      ? [warn('review_missing')]
      : []),
    ...((text.match(motionNumbers)?.length ?? 0) > 1 ? [warn('several_motions')] : []),
    ...(kind === 'director-decision' ? tasksBefore(text, date) : []),
    ...spelledDifferently(text),
  ];
};

/** A task that a decision gives for a day already past when it was taken (seed 002: 20 March, decided on 4 April). */
const tasksBefore = (text: string, date: string | null): Warning[] =>
  date === null
    ? []
    : datesIn(text)
        .filter(({ value }) => value < date)
        .slice(0, 1)
        .map(({ value }) => warn('date_odd', `${value} är före handlingens dag, ${date}.`));

/** Names in the running text, where a first and a last name follow on each other in the same line. */
const spelledDifferently = (text: string): Warning[] => {
  const names = [...text.matchAll(new RegExp(`(?<!\\p{L})${personName}`, 'gu'))]
    .map(([name]) => name)
    .filter((name) => !/\n/u.test(name) && name.split(' ').length <= 3);
  return likeNames(names).map(([one, other]) => warn('name_spelt_differently', `"${one}" och "${other}".`));
};
