import type { CalendarDate } from './calendar-date.ts';
import type { MotionText } from './documents.ts';
import { eligibilityOn } from './eligibility.ts';
import { isInOffice, type Member } from './members.ts';
import type { Signatory } from './motion.ts';
import type { MotionRules } from './motion-rules.ts';

/**
 * One line of the checklist. `needed`: the law refuses the motion without it (KL 4:19, domain.md §11.1 row 1);
 * `think`: the council's own rules, a hint.
 */
export interface CheckItem {
  readonly state: 'done' | 'needed' | 'think';
  readonly says: string;
  readonly rule?: string;
}

/** What a draft is checked by. */
export interface CheckedDraft {
  readonly text: MotionText;
  /** Hash of the text as it is saved. */
  readonly textHash: string;
  readonly signatories: readonly Signatory[];
  readonly members: ReadonlyMap<string, Member>;
  readonly today: CalendarDate;
  readonly rules: MotionRules;
}

const needed = (isDone: boolean, done: string, missing: string, rule: string): CheckItem =>
  isDone ? { state: 'done', says: done } : { state: 'needed', says: missing, rule };

const numbers = (refs: readonly number[]) => refs.join(', ');

/** What the law asks before a motion can be handed in. */
const lawful = ({ text, textHash, signatories, members, today }: CheckedDraft): CheckItem[] => {
  const named = signatories.filter(({ withdrawnOn }) => withdrawnOn === undefined);
  const barred = named.flatMap(({ memberId }) => {
    const who = members.get(memberId);
    const found = who === undefined ? undefined : eligibilityOn(who, today);
    return found === undefined || found.may ? [] : [found];
  });
  const waiting = named.filter(({ approvedHash }) => approvedHash !== textHash).length;
  return [
    needed(
      named.length > 0,
      'Minst en ledamot står som undertecknare.',
      'Välj minst en undertecknare. En motion väcks av en ledamot, inte av en partigrupp.',
      'KL 4:19',
    ),
    needed(
      text.clauses.length > 0,
      'Motionen har minst en att-sats.',
      'Skriv minst en att-sats: det som fullmäktige ska besluta.',
      'KL 5:22',
    ),
    ...barred.map(({ reason, rule }): CheckItem => ({ state: 'needed', says: reason, rule })),
    // Where nobody is named, there is nobody to wait for: the first line has said what is missing.
    ...(named.length === 0
      ? []
      : [
          needed(
            waiting === 0,
            'Alla undertecknare har godkänt den här texten.',
            waiting === 1
              ? 'En undertecknare har inte godkänt den här texten än.'
              : `${waiting} undertecknare har inte godkänt den här texten än.`,
            'KL 4:19',
          ),
        ]),
  ];
};

const speaksOfAttachment = /\b(bilag(a|an|or|orna|d|t)|bifoga(s|d|t|de)?)\b/iu;

const isServingSubstitute = (who: Member | undefined, today: CalendarDate) =>
  who !== undefined &&
  isInOffice(who, today) &&
  !who.terms.some(({ office, from, to }) => office === 'member' && from <= today && (to ?? today) >= today);

/** What the rules of procedure say of how a motion is handed in and what then happens, which no text shows. */
const procedure = ({
  signature,
  submissionChannel,
  admissibilityCheck,
  competenceCheck,
}: MotionRules): string[] => [
  ...(signature === 'handwritten'
    ? ['Motionen ska undertecknas för hand. Skriv ut den, skriv under och lämna den till registratorn.']
    : []),
  ...(submissionChannel === 'meeting' ? ['En motion lämnas in vid fullmäktiges sammanträde.'] : []),
  ...(submissionChannel === 'registry'
    ? ['En motion lämnas in till registratorn, inte vid sammanträdet.']
    : []),
  ...(admissibilityCheck
    ? ['Fullmäktige prövar att formkraven är uppfyllda innan motionen tas upp till behandling.']
    : []),
  ...(competenceCheck
    ? ['Motionen ska gälla något som fullmäktige får besluta om. Annars kan den avslås direkt.']
    : []),
];

/** What the council's rules of procedure ask, as far as words can tell. */
const local = ({ text, signatories, members, today, rules }: CheckedDraft): CheckItem[] => {
  const { provision: rule } = rules;
  const think = (says: string): CheckItem => ({ state: 'think', says, rule });
  const withoutAtt = text.clauses.flatMap((clause, index) => (/^att\s/iu.test(clause) ? [] : [index + 1]));
  const hasSubstitute = signatories.some(({ memberId }) => isServingSubstitute(members.get(memberId), today));
  return [
    ...(rules.singleSubject && text.clauses.length > rules.manyClauses
      ? [
          think(
            `En motion ska gälla ett enda ämne. Den här har ${text.clauses.length} att-satser: hör de ihop?`,
          ),
        ]
      : []),
    ...(rules.singleSubject && text.clauses.length <= rules.manyClauses
      ? [think('En motion ska gälla ett enda ämne. Dela upp den om den gäller flera.')]
      : []),
    ...(!rules.attachmentsAllowed && speaksOfAttachment.test(`${text.body}\n${text.clauses.join('\n')}`)
      ? [think('Texten talar om en bilaga, men bilagor tas inte emot här. Skriv in det som behövs i texten.')]
      : []),
    ...(withoutAtt.length > 0 && text.clauses.length > 0
      ? [
          think(
            `Att-sats ${numbers(withoutAtt)} börjar inte med "att". Den läses efter "fullmäktige beslutar".`,
          ),
        ]
      : []),
    ...(text.body === '' ? [think('Motionen har ingen motivering. Läsaren vill veta varför.')] : []),
    ...(hasSubstitute && rules.substituteMayRaise === 'at-meeting'
      ? [think('En ersättare får lämna in en motion bara vid det sammanträde där hon eller han tjänstgör.')]
      : []),
    ...procedure(rules).map(think),
  ];
};

/** The checklist of this council's form rules, the law's first. Hints never refuse what the law does not. */
export const motionChecklist = (draft: CheckedDraft): CheckItem[] => [...lawful(draft), ...local(draft)];
